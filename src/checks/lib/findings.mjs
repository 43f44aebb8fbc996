/** What the checks found: one sentence each, with the file and, where there is one, the element. */
export class Findings {
  #sentences = new Set();

  add(file, element, sentence) {
    const plain = withoutStackTrace(sentence);
    this.#sentences.add(element ? `${file}: ${element}: ${plain}` : `${file}: ${plain}`);
  }

  get count() {
    return this.#sentences.size;
  }

  [Symbol.iterator]() {
    return this.#sentences[Symbol.iterator]();
  }
}

function withoutStackTrace(sentence) {
  return sentence
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('at '))
    .join('\n');
}
