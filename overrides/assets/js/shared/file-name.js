// What a file is called after a community, so that two files can be told apart and any system takes the name.

// Latin letters that are no other letter with a mark on it.
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t", ı: "i", ŋ: "ng" };

/**
 * @param {string} community
 * @param {string} otherwise where nothing is left of it
 * @returns {string} small letters, digits and hyphens: "unpaid-carers-in-thornmere"
 */
export function fileName(community, otherwise) {
  const plain = community.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? letter)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60)
      .replace(/-+$/, "") || otherwise
  );
}
