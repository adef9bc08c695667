// Bytes in pieces, as archives and PDFs are written and read.

/** @param {Uint8Array[]} pieces @returns {Uint8Array} one after the other */
export function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
