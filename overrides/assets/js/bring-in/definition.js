// What a worksheet asks, read from the form on its page: its fields, its tables, and the words that stand between them.

import { cellName, wordName } from "../shared/answer-names.js";
import { moved } from "../shared/renamed.js";

const TEXTS = "h1, h2, h3, h4, p, dt, dd, li, th, td, span, label, summary";

/**
 * A field, or a column of a table. `options`: what there is to choose from, each with its words.
 * @typedef {{name: string, id: string, label: string, kind: string, options: {value: string, text: string}[], oneLine: boolean, worked: boolean}} Asked
 * @typedef {{id: string, title: string, grows: boolean, rowLabels: Map<string, string>, columns: Asked[], rows: number}} TableOf
 * @typedef {ReturnType<typeof definitionOf>} Definition
 */

/**
 * @param {HTMLFormElement} form on its page, or on the page of another that was fetched
 * @param {{under: string[], heads: string[], known: string[]}} words what stands under tables, above the columns of a
 *   spreadsheet, and what else the files say
 * @param {string} title of the worksheet
 * @returns {object}
 */
export function definitionOf(form, words, title) {
  const id = form.dataset.worksheet;
  const earlier = form.dataset.earlier?.split(" ") ?? [];
  const renames = JSON.parse(form.dataset.takesOver ?? "{}");
  const fields = new Map();
  for (const box of form.querySelectorAll(".field [name]")) fields.set(box.name, asked(box, box.name, labelOf(box)));
  const tables = new Map(
    [...form.querySelectorAll("table[data-table]")].map((table) => [table.dataset.table, tableOf(table)]),
  );
  const known = textsOf(form, ".worksheet__section > :is(h3, h4, p), .field__label");
  const stamps = words.known.map(pattern);
  const help = textsOf(form, ".field__help, thead .field__help");
  const labels = new Set([...fields.values()].map(({ label }) => plain(label)));
  const under = new Set(words.under.map(plain));
  const heads = new Set(words.heads.map(plain));
  const inFiles = namesInFiles(fields, tables);

  const residents = "residents" in form.dataset;
  let page;
  return {
    id,
    title,
    residents,
    earlier,
    fields,
    tables,
    plain,
    askedAt,
    nameOf,
    nameBefore,
    isKnown,
    isOnPage,
    isHelp,
    isLabel,
    isUnderTable,
    isSheetHead: (text) => heads.has(text),
    today,
  };

  /** What is asked at this name: a field, or a column of a table in any row that it may have. */
  function askedAt(name) {
    const [table, key, column] = name.split(".");
    if (!column) return fields.get(name);
    const definition = tables.get(table);
    const isRow = definition?.grows ? /^[1-9]\d{0,3}$/.test(key) : definition?.rowLabels.has(key);
    return isRow ? definition.columns.find((candidate) => candidate.id === column) : undefined;
  }

  /** The box's name for what it is called in a file; nothing where the worksheet has no such box. */
  function nameOf(name) {
    if (askedAt(name)) return name;
    if (inFiles.has(name)) return inFiles.get(name);
    const [, table, key, column] = /^box_(.+?)__(.+)__(.+)$/.exec(name) ?? [];
    return table && askedAt(`${table}.${key}.${column}`) ? `${table}.${key}.${column}` : undefined;
  }

  /** The name that a box had in a version which this one does not know, for what it is called in a file. */
  function nameBefore(name) {
    const [, table, key, column] = /^box_(.+?)__(.+)__(.+)$/.exec(name) ?? [];
    return table ? `${table}.${key}.${column}` : name.replace(/^box_/, "");
  }

  /** Where an answer of an earlier version of worksheet `from` belongs today: {to, value}; nothing where it stays. */
  function today(from, name, value) {
    return moved(name, value, renames[from] ?? renames[id]);
  }

  function isKnown(text) {
    return known.includes(text) || help.includes(text) || stamps.some((stamp) => stamp.test(text));
  }

  /** Whether all sentences of a text stand on the worksheet's page, which says what it is for before it asks. */
  function isOnPage(text) {
    page ??= new Set(
      [...form.closest("main").querySelectorAll(TEXTS)].flatMap(({ textContent }) => sentences(textContent)),
    );
    return sentences(text).every((sentence) => page.has(sentence));
  }

  function isHelp(text) {
    return (
      help.includes(text) || help.some((line) => text.startsWith(`${line} `) && isHelp(text.slice(line.length + 1)))
    );
  }

  function isLabel(text) {
    return labels.has(text);
  }

  function isUnderTable(text) {
    return under.has(text);
  }
}

/**
 * A text for comparing: programs change blanks, quotes and capitals.
 * @param {string} text
 * @returns {string}
 */
export function plain(text) {
  return text
    .normalize("NFKC")
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/:$/, "")
    .toLowerCase();
}

// What a text begins with that the files have with something of their own in it, such as “Version {version}”.
function pattern(text) {
  const literal = plain(text).replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/\{\w+\}/g, ".+")}`);
}

function sentences(text) {
  const lines = text.replace(/([.:?!])\s+/g, "$1\n").split("\n");
  return lines.map((line) => plain(line).replace(/[.:?!]$/, "")).filter(Boolean);
}

function textsOf(form, selector) {
  return [...form.querySelectorAll(selector)].map((node) => plain(node.textContent)).filter(Boolean);
}

function asked(box, id, label) {
  const options = [...(box.options ?? [])].filter(({ value }) => value).map(({ value, text }) => ({ value, text }));
  const oneLine = box.tagName === "INPUT";
  return { name: box.name, id, label, kind: box.dataset.kind, options, oneLine, worked: box.readOnly };
}

function labelOf(box) {
  return (box.closest(".field").querySelector(".field__label")?.textContent ?? box.name).trim();
}

function tableOf(table) {
  const rows = [...table.querySelectorAll("tbody tr[data-row]")];
  const grows = "grows" in table.dataset;
  const columns = [...(rows[0]?.querySelectorAll("[name]") ?? [])].map((box) => {
    const column = box.name.split(".")[2];
    const question = asked(box, column, box.closest("td").dataset.label);
    return { ...question, worked: question.worked || table.dataset.total === column };
  });
  const rowLabels = new Map(
    grows ? [] : rows.map((row) => [row.dataset.row, row.querySelector("th")?.textContent.trim() ?? ""]),
  );
  return { id: table.dataset.table, title: table.dataset.title, grows, rowLabels, columns, rows: rows.length };
}

// Names that a program shortens or spells differently, with the box that each is: the first, where two became the same.
function namesInFiles(fields, tables) {
  const names = new Map();
  const all = [...fields.keys()];
  for (const table of tables.values()) {
    const keys = table.grows
      ? Array.from({ length: Math.max(40, table.rows) }, (_, at) => at + 1)
      : table.rowLabels.keys();
    for (const key of keys) for (const { id } of table.columns) all.push(`${table.id}.${key}.${id}`);
  }
  for (const spelt of [wordName, cellName])
    for (const name of all) if (!names.has(spelt(name))) names.set(spelt(name), name);
  return names;
}
