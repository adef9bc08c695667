// What a clipboard holds, as rows of cells. Spreadsheets and word processors give a table both as HTML and as text with
// tabs; from HTML only the text of cells is taken.

/**
 * @param {DataTransfer} clipboard
 * @returns {string[][]} empty where it holds no table
 */
export function cellsOf(clipboard) {
  const html = clipboard.getData("text/html");
  if (/<table[\s>]/i.test(html)) {
    const rows = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")];
    const cells = rows.map(cellsIn).filter((row) => row.some(Boolean));
    if (cells.length) return cells;
  }
  const text = clipboard.getData("text/plain");
  return text.includes("\t") ? fromTabs(text) : [];
}

function cellsIn(row) {
  return [...row.cells].flatMap((cell) => {
    for (const line of cell.querySelectorAll("br")) line.replaceWith("\n");
    const parts = [...cell.querySelectorAll("p, li, div")].filter((part) => !part.querySelector("p, li, div"));
    const text = parts.length ? parts.map((part) => part.textContent.trim()).join("\n") : cell.textContent;
    const tidy = text
      .replace(/[ \t\u00A0]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim();
    return [tidy, ...Array(Math.min(cell.colSpan, 50) - 1).fill("")];
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
