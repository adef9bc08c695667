// Why a file cannot be read, as a word that the page has a sentence for. Whatever else goes wrong counts as "damaged".

export class Unreadable extends Error {
  /** @param {string} word of the page: see bring_in.wrong in templates/strings/ */
  constructor(word) {
    super(word);
    this.word = word;
  }
}
