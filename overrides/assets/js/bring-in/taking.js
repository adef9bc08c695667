// Answers from files, as the file that a worksheet's page loads: so they are taken in one way, and can be undone.

/**
 * @param {Map<string, string | boolean>} now what stands on the page
 * @param {{values: Map<string, string | boolean>, unplaced: Map<string, string | boolean>, rows?: object, comments?: object}} results
 * @param {"both" | "empty" | "replace"} how whose answer counts where there are two
 * @param {import("./definition.js").Definition} sheet
 * @returns {string} JSON: see worksheet/file.js
 */
export function asSaved(now, results, how, sheet) {
  const answers = new Map(how === "replace" ? [] : now);
  for (const [name, value] of results.values) if (how !== "empty" || !answers.has(name)) answers.set(name, value);
  const rows = {};
  for (const table of sheet.tables.values()) {
    if (!table.grows) continue;
    const used = [...answers.keys()]
      .filter((name) => name.startsWith(`${table.id}.`))
      .map((name) => Number(name.split(".")[1]));
    const inFile = Number(results.rows?.[table.id]);
    rows[table.id] = Math.max(how === "replace" && inFile > 0 ? inFile : table.rows, ...used);
  }
  const saved = {
    worksheet: sheet.id,
    version: 1,
    answers: Object.fromEntries(answers),
    rows,
    unplaced: Object.fromEntries(results.unplaced),
    ...(results.comments && { comments: results.comments }),
  };
  return `${JSON.stringify(saved, null, 2)}\n`;
}

/**
 * What stands in a form now, without what is blank or worked out.
 * @param {HTMLFormElement | undefined} form
 * @returns {Map<string, string | boolean>}
 */
export function standing(form) {
  const boxes = [...(form?.querySelectorAll(".field__input[name], .field__tick[name]") ?? [])].filter(
    (box) => !box.readOnly,
  );
  const values = boxes.map((box) => [box.name, box.type === "checkbox" ? box.checked : box.value]);
  return new Map(values.filter(([, value]) => value !== "" && value !== false));
}
