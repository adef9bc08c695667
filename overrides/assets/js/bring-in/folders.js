// Every file in folders that somebody dropped, however deep: partners' sheets are often kept in one.

const MOST_ENTRIES = 2000; // of a folder that was dropped by mistake, such as a whole disk
const HIDDEN = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i; // what programs and systems put beside somebody's files

/**
 * @param {FileSystemEntry[]} entries
 * @returns {Promise<File[]>} in the order of their names
 * @throws where a browser may not read one
 */
export async function filesIn(entries) {
  const files = [];
  const waiting = [...entries];
  for (let seen = 0; waiting.length && seen < MOST_ENTRIES; seen += 1) {
    const entry = waiting.shift();
    if (entry.isDirectory) waiting.push(...(await contentOf(entry)));
    else if (!HIDDEN.test(entry.name)) files.push(await new Promise((done, failed) => entry.file(done, failed)));
  }
  return files;
}

// A browser gives it in parts, and says that it was the last one by an empty part.
async function contentOf(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const part = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!part.length) return all.sort((entry, other) => entry.name.localeCompare(other.name));
    all.push(...part);
  }
}
