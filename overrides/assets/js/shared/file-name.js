// What a worksheet's file is called: the sheet, the community, the day.

const LONGEST = 40; // letters of the community

/**
 * @param {HTMLFormElement} form of the worksheet
 * @param {Date} [day]
 * @returns {string} such as "partner-map-leeds-unpaid-carers-2026-11-29"
 */
export function fileName(form, day = new Date()) {
  const community = form.querySelector('[name="community"]')?.value ?? "";
  const parts =
    community
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const short = [...parts.join("-")].slice(0, LONGEST).join("").replace(/-+$/, "");
  const local = new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  return [form.dataset.file, short, local].filter(Boolean).join("-");
}
