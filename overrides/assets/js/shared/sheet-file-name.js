// What a worksheet's file is called: the sheet, the community, the day.

import { fileName } from "./file-name.js";

const LONGEST = 40; // letters of the community

/**
 * @param {HTMLFormElement} form of the worksheet
 * @param {Date} [day]
 * @returns {string} such as "partner-map-leeds-unpaid-carers-2026-11-29"
 */
export function sheetFileName(form, day = new Date()) {
  const community = fileName(form.querySelector('[name="community"]')?.value ?? "", "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
  const local = new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  return [form.dataset.file, community, local].filter(Boolean).join("-");
}
