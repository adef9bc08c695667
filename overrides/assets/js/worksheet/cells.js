// What a clipboard holds, as rows of cells. Spreadsheets and word processors give a table both as HTML and as text with
// tabs; from HTML only the text of cells is taken.

const MOST_MERGED = 50; // columns: no table here has a third of that

/**
 * @param {DataTransfer} clipboard
 * @returns {string[][]} empty where it holds no table
 */
export function cellsOf(clipboard) {
  const html = clipboard.getData("text/html");
  if (/<table[\s>]/i.test(html)) {
    const tables = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("table:not(table table)")];
    const cells = tables.flatMap((table) => inColumns([...table.rows].map(cellsIn)));
    if (cells.some((row) => row.some(Boolean))) return cells.filter((row) => row.some(Boolean));
  }
  const text = clipboard.getData("text/plain");
  return text.includes("\t") ? fromTabs(text) : [];
}

function cellsIn(row) {
  return [...row.cells].map((cell) => {
    for (const line of cell.querySelectorAll("br")) line.replaceWith("\n");
    const parts = [...cell.querySelectorAll("p, li, div")].filter((part) => !part.querySelector("p, li, div"));
    const text = parts.length ? parts.map((part) => part.textContent.trim()).join("\n") : cell.textContent;
    const tidy = text
      .replace(/[ \t\u00A0]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim();
    return { text: tidy, wide: cell.colSpan, high: cell.rowSpan };
  });
}

/**
 * Each text in its own column, though cells before or above it are merged: a merged cell counts where it begins.
 * @param {{text: string, wide: number, high: number}[][]} rows `high` is 0 where a cell goes on to the last row
 * @returns {string[][]}
 */
export function inColumns(rows) {
  const below = []; // how many more rows a merged cell takes up, by column
  return rows.map((cells) => {
    const texts = [];
    const passMerged = () => {
      while (below[texts.length] > 0) {
        below[texts.length] -= 1;
        texts.push("");
      }
    };
    for (const { text, wide, high } of cells) {
      passMerged();
      for (let across = 0; across < Math.min(wide, MOST_MERGED); across += 1) {
        below[texts.length] = (high || rows.length) - 1;
        texts.push(across ? "" : text);
      }
    }
    passMerged();
    return texts;
  });
}

/**
 * Text with tabs between cells. A cell with line breaks or tabs of its own stands in quotation marks, doubled inside.
 * @param {string} text
 * @returns {string[][]}
 */
export function fromTabs(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/gy;
  for (let at = 0; at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const [, inQuotes, bare, end] = cell.exec(text);
    rows.at(-1).push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"').replace(/\r\n?/g, "\n"));
    if (end && end !== "\t" && cell.lastIndex < text.length) rows.push([]);
    if (end === "\t" && cell.lastIndex === text.length) rows.at(-1).push("");
  }
  return rows.filter((row) => row.some(Boolean));
}
