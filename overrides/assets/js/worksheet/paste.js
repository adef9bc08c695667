// Rows that were copied in Excel, Word or another program, pasted into a table: they fill rows and columns from the box
// on. What has no place there stays an answer without a box, which the page lists. One cell is pasted as always.

import { boxes, keyOf } from "./boxes.js";
import { cellsOf } from "./cells.js";
import { asAnswer } from "./understood.js";

/**
 * Lets tables take pasted rows.
 * @param {ReturnType<typeof import("./sheet.js").openSheet>} sheet
 * @param {{tell: function, count: function}} page the ways to say what happened
 */
export function takePasted(sheet, { tell, count }) {
  sheet.form.addEventListener("paste", (event) => {
    const row = event.target.closest?.("table[data-table] tr[data-row]");
    if (!row || !event.target.name || !event.clipboardData) return;
    const cells = withoutHead(cellsOf(event.clipboardData), row.closest("table"));
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    put(row, event.target, cells);
  });

  function put(row, start, cells) {
    const table = row.closest("table");
    const id = table.dataset.table;
    const all = [...table.querySelectorAll("tr[data-row]")];
    const from = all.indexOf(row);
    const was = sheet.fillRows(
      id,
      all.slice(from).map((each) => each.dataset.row),
      cells.length,
    );
    const before = sheet.unplaced().length;
    const wanted = [...table.querySelectorAll("tr[data-row]")].slice(from);
    const values = new Map();
    const first = boxes(row).indexOf(start);
    cells.forEach((texts, down) => {
      const here = wanted[down]
        ? boxes(wanted[down])
            .slice(first)
            .filter((box) => !box.readOnly)
        : [];
      texts.forEach((text, across) => {
        if (!text.trim()) return;
        const box = here[across];
        const key = box
          ? keyOf(box)
          : `${id}.${wanted[down]?.dataset.row ?? `pasted-${down + 1}`}.pasted_${across + 1}`;
        values.set(key, box ? asAnswer(box, text) : text);
      });
    });
    sheet.write(values);
    const lost = sheet.unplaced().length - before;
    const counts = {
      rows: cells.length,
      answers: count(values.size - Math.max(0, lost)),
      lost: count(Math.max(0, lost)),
    };
    tell(lost > 0 ? "pasted_partly" : "pasted", counts, () => {
      sheet.restore(was);
      tell("pasted_back");
    });
  }
}

// The heads come along when somebody copies a whole table.
function withoutHead(cells, table) {
  const heads = new Set([...table.querySelectorAll("tbody td[data-label]")].map((cell) => plain(cell.dataset.label)));
  const [head, ...rest] = cells;
  return rest.length && head.every((text) => heads.has(plain(text))) ? rest : cells;
}

function plain(text) {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
