// Dates as a calendar file: RFC 5545. Each date keeps its id, so that a second import changes the first and adds nothing.
// One that is gone is called off: RFC 5546, section 3.2.1.

const LINE = 75; // bytes, without the line's end: section 3.1

/**
 * @param {ReturnType<typeof import("./exported-dates.js").withGone>} dates
 * @param {{uid: string, name: string, now: number, words: {described: string, gone: string}, address: (sheet: string) => string}} about
 *   `uid` is the project's own id, `name` what the calendar is called, `address` the page of a sheet
 * @returns {string} the file
 */
export function asCalendar(dates, { uid, name, now, words, address }) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Community-based digital inclusion//Project//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...dates.flatMap((date) => event(date, { uid, name, now, words, address })),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function event(date, { uid, name, now, words, address }) {
  const what = date.gone ? words.gone : [date.label, date.name].filter(Boolean).join(": ");
  const summary = `${what} (${date.title})`;
  return [
    "BEGIN:VEVENT",
    `UID:${date.sheet}.${date.key}.${uid}@digital-inclusion-project`,
    `DTSTAMP:${moment(now)}`,
    `LAST-MODIFIED:${moment(date.changed || now)}`,
    `SEQUENCE:${date.sequence}`,
    ...(date.gone ? ["STATUS:CANCELLED"] : []),
    `DTSTART;VALUE=DATE:${date.day.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${dayAfter(date.day).replaceAll("-", "")}`, // the first day that is not part of it
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped([name, `${words.described} ${date.title}`].filter(Boolean).join("\n"))}`,
    ...webAddress(address(date.sheet)),
    "TRANSP:TRANSPARENT", // the day stays free for meetings
    ...(date.gone ? [] : reminder(summary, date.remind)),
    "END:VEVENT",
  ];
}

function reminder(summary, days) {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:${trigger(days)}`,
    "END:VALARM",
  ];
}

// The address of a sheet in the offline copy is a folder of this device: it is nobody else's, and is not told.
function webAddress(address) {
  return /^https?:/.test(address) ? [`URL:${address}`] : [];
}

// At nine in the morning, so many days before the day begins.
function trigger(days) {
  if (days === 0) return "PT9H";
  return days === 1 ? "-PT15H" : `-P${days - 1}DT15H`;
}

/** @param {string} text @returns {string} as a value of kind TEXT: section 3.3.11 */
export function escaped(text) {
  return text
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, (letter) => (letter === "\r" ? letter : "")) // no calendar may hold them
    .replace(/\\/g, "\\\\")
    .replace(/[;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n");
}

/** @param {string} line @returns {string} in parts of at most 75 bytes, none of which cuts a letter in two */
export function folded(line) {
  const parts = [];
  let part = "";
  let bytes = 0;
  for (const letter of line) {
    const size = bytesOf(letter);
    if (bytes + size > LINE) {
      parts.push(part);
      part = " ";
      bytes = 1;
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join("\r\n");
}

function bytesOf(letter) {
  const code = letter.codePointAt(0);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function moment(time) {
  return `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function dayAfter(day) {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
