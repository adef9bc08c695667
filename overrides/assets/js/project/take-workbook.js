// What a workbook brought, put into the project: by row, since a workbook's rows have numbers and the project's have names.

import { isBlank, newRow, put, rowKeys, tick } from "../shared/answers.js";
import { isSame } from "../shared/same-answer.js";
import { asStored } from "../shared/storage.js";

/**
 * @param {object[]} parts what each worksheet holds: see bring-in/project-in.js
 * @param {(id: string) => import("../shared/answers.js").Answers} answersOf what stands here; it is changed
 * @param {"both" | "empty" | "replace"} how whose answer counts where there are two
 * @returns {Object<string, object>} the worksheets by id, as the storage holds them
 */
export function takenSheets(parts, answersOf, how) {
  return Object.fromEntries(parts.map((part) => [part.id, JSON.parse(asStored(taken(part, answersOf(part.id), how)))]));
}

function taken({ values, unplaced, tables, held }, answers, how) {
  const at = tick(answers);
  if (how === "replace")
    for (const [name, { value }] of [...answers.values])
      if (!isBlank(value) && held.includes(name.split(".")[0])) put(answers, "values", name, "", at);
  const keys = new Map(
    tables.map(({ id, first, columns }) => [id, rowKeys(answers, { id, first, columns: new Set(columns) })]),
  );
  for (const [name, value] of [...values, ...unplaced]) {
    const [id, number, column] = name.split(".");
    const rows = column && keys.get(id);
    const place = rows ? `${id}.${rowAt(id, rows, Number(number))}.${column}` : name;
    const now = answers.values.get(place)?.value;
    if (isSame(now, value) || (how === "empty" && !isBlank(now))) continue; // it keeps its day, and who wrote it
    put(answers, "values", place, value, at);
  }
  return answers;

  function rowAt(id, rows, number) {
    while (rows.length < number) {
      rows.push(newRow(at + rows.length));
      put(answers, "rows", `${id}.${rows.at(-1)}`, true, at);
    }
    return rows[number - 1];
  }
}
