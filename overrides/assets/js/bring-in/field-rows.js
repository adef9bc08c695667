// A row of cells that holds questions outside the worksheet's tables: a label with its answer beside or below it.

const ABOUT = /^(Edition|ToolkitVersion|Worksheet|WorksheetFingerprint)$/; // what a CSV file says of itself

/**
 * Whether a name in a file is that of a box: programs have names of their own, and a sum has one too.
 * @param {string} name
 * @returns {boolean}
 */
export function isAnswers(name) {
  return !/^(_|sum_)/.test(name);
}

/** Whether a text says something: the number of an empty row does not. */
export function isWords(text) {
  return !/^\d{0,4}$/.test(text);
}

// What an earlier version asked in other words, or not at all: kept beside the worksheet under what stands first.
function unknownRow(row, { answers, sheet, others }) {
  const texts = row.map(({ text }) => text.trim()).filter(Boolean);
  const isWritten = row.every(({ names }) => !names.some((name) => sheet.nameOf(name) || isAnswers(name)));
  const isOurs = (text) => sheet.isKnown(text) || sheet.isSheetHead(text) || sheet.isUnderTable(text);
  if (!texts.length || !isWritten || ABOUT.test(texts[0]) || texts.some((text) => isOurs(sheet.plain(text)))) return;
  if (texts.length === 1 && isWords(texts[0]) && !sheet.isOnPage(texts[0])) others.push(texts[0]);
  else if (texts.length > 1) answers.set(texts[0], { text: texts.slice(1).join(" | "), names: [], stray: true });
}

// A row of labels side by side, such as those of “About this sheet”: the answers stand below them.
export function isOfLabels(row, reading) {
  const filled = row.filter(({ text }) => text.trim());
  return filled.length > 1 && filled.every(({ text }) => labelOf(text, reading));
}

// The label that a cell is, alone or with its help under it.
function labelOf(text, { sheet, labels }) {
  const [first, ...rest] = text.trim().split("\n");
  if (labels.has(sheet.plain(text))) return sheet.plain(text);
  return labels.has(sheet.plain(first)) && sheet.isHelp(sheet.plain(rest.join(" "))) ? sheet.plain(first) : undefined;
}

export function namedIn(row, { answers, sheet }) {
  for (const place of row) {
    for (const name of place.names) {
      const known = sheet.nameOf(name);
      if (known) answers.set(known, { ...place });
      else if (isAnswers(name)) answers.set(sheet.nameBefore(name), { ...place, stray: true });
    }
  }
}

// A row of a spreadsheet or CSV that is a field: its label, perhaps its help, and its answer. Where it is a row of labels,
// their answers are in the one `below`.
export function fieldRow(row, reading, below) {
  const { answers, sheet, labels } = reading;
  namedIn(row, reading);
  const answer = (label, place) => {
    const next = labels.get(labelOf(label.text, reading)).shift();
    if (!next || (answers.has(next) && !answers.get(next).byLabel)) return;
    answers.set(next, { text: "", names: [], ...(place ?? {}), byLabel: true });
  };
  if (below) {
    for (const [at, label] of row.entries()) if (label.text.trim()) answer(label, below[at]);
    return;
  }
  const at = row.findIndex(({ text }) => labelOf(text, reading));
  if (at < 0) return unknownRow(row, reading);
  const rest = row.slice(at + 1).filter(({ text }) => text.trim() && !sheet.isHelp(sheet.plain(text)));
  answer(row[at], rest[0]);
}
