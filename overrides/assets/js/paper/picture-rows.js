// The rows of a worksheet's tables that a picture shows, from what is kept: charts/live.js reads them off a form.

import { rowKeys } from "../shared/answers.js";
import { filled } from "../shared/text.js";

/**
 * @param {import("../shared/answers.js").Answers} answers
 * @param {{tables: string[], columns: Object<string, string>, shown: Object<string, string>, words: object}} settings
 *   see macros/charts/static.py; `shown` are the words of options by their ids
 * @returns {Object<string, string>[]} by the role of each column; a row without a name gets its number
 */
export function pictureRows(answers, { tables, columns, shown, words }) {
  return tables.flatMap((id) =>
    rowKeys(answers, { id, first: [], columns: new Set(Object.values(columns)) }).flatMap((key, at) => {
      const row = Object.fromEntries(
        Object.entries(columns).map(([role, column]) => [role, valueAt(answers, `${id}.${key}.${column}`, shown)]),
      );
      if (!Object.values(row).some(Boolean)) return [];
      return [{ ...row, label: row.label || filled(words.unnamed, { number: at + 1 }) }];
    }),
  );
}

function valueAt(answers, name, shown) {
  const value = answers.values.get(name)?.value;
  return typeof value === "string" ? (shown[value] ?? value).trim() : "";
}
