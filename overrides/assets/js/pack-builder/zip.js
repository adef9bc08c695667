// The worksheets of a pack in the forms that the reader wants, in one .zip made here.

import { bytesAt } from "../shared/site-files.js";
import { zipSync } from "../vendor/fflate/fflate.js";

/**
 * The files of `parts` in these forms.
 * @param {{files?: {form: string}[]}[]} parts
 * @param {string[]} forms
 * @returns {object[]}
 */
export function filesOf(parts, forms) {
  return parts.flatMap(({ files = [] }) => files.filter(({ form }) => forms.includes(form)));
}

/**
 * Fetches them all and zips them.
 * @param {{url: string, file: string}[]} files
 * @param {URL} root of the site
 * @param {string} day that of the toolkit's version, so that the same choice gives the same file
 * @returns {Promise<{zip: Uint8Array} | {lost: string}>} `lost` is the name of a file that could not be had
 */
export async function zipped(files, root, day) {
  const contents = await Promise.allSettled(files.map(({ url }) => bytesAt(new URL(url, root))));
  const lost = contents.findIndex(({ status }) => status === "rejected");
  if (lost >= 0) return { lost: files[lost].file };
  const [year, month, date] = day.split("-").map(Number);
  const mtime = new Date(year, month - 1, date, 12);
  // They are compressed already, so they are only put together.
  return {
    zip: zipSync(Object.fromEntries(files.map(({ file }, at) => [file, contents[at].value])), { level: 0, mtime }),
  };
}
