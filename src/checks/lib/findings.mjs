/** What the checks found: one sentence each, with the file and, where there is one, the element. */
export class Findings {
  #sentences = new Set();

  add(file, element, sentence) {
    this.#sentences.add(element ? `${file}: ${element}: ${sentence}` : `${file}: ${sentence}`);
  }

  get count() {
    return this.#sentences.size;
  }

  [Symbol.iterator]() {
    return this.#sentences[Symbol.iterator]();
  }
}
