// Hands the reader a file that was made here.

const A_MINUTE = 60_000; // long enough for a slow disk; then the memory is given back

/**
 * Hands the reader a file.
 * @param {string} name
 * @param {string} kind its media type
 * @param {BlobPart} content
 */
export function download(name, kind, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: kind }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), A_MINUTE);
}
