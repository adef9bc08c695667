// A file that a worksheet's page saved: answers under their names.

import { Unreadable } from "./unreadable.js";
import { KIND } from "../shared/project-file.js";
import { decoded } from "./csv.js";

/**
 * @param {Uint8Array} bytes
 * @returns {{named: Map<string, {text: string, ticked?: boolean, exact: true}>, worksheet: string, rows?: object, comments?: object}} an
 *   answer is as it was typed, to the blank
 */
export function fromJson(bytes) {
  let data;
  try {
    data = JSON.parse(decoded(bytes).replace(/^\uFEFF/, ""));
  } catch {
    throw new Unreadable("damaged");
  }
  if (data?.kind === KIND) throw new Unreadable("whole_project");
  if (!isRecord(data) || typeof data.worksheet !== "string" || !isRecord(data.answers))
    throw new Unreadable("no_sheet");
  if (data.version > 1) throw new Unreadable("newer");
  const named = new Map();
  for (const part of [data.unplaced, data.answers])
    for (const [name, value] of Object.entries(isRecord(part) ? part : {}))
      if (value !== null && typeof value !== "object")
        named.set(name, {
          exact: true,
          ...(typeof value === "boolean" ? { text: "", ticked: value } : { text: String(value) }),
        });
  const record = (part) => (isRecord(part) ? part : undefined);
  return { named, worksheet: data.worksheet, rows: record(data.rows), comments: record(data.comments) };
}

function isRecord(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
