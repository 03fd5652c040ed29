// mutator.mjs — small changes of a text by chance, and the same ones every time.

/** Characters that mean something to one of the readers of programs, links and JSON. */
const CHARACTERS = [..."()[]{}:,.=#'\"\\\n\t &%+-_~<>@*0189eE", "\0", "\u00e9", "\u{1f40d}", "\ud800", "\ufeff"];

export class Mutator {
  /** @param {number} seed */
  constructor(seed) { this._state = seed; }

  /** A whole number from 0 up to, and without, `count`: Marsaglia's xorshift. @param {number} count */
  below(count) {
    this._state ^= this._state << 13;
    this._state ^= this._state >>> 17;
    this._state ^= this._state << 5;
    return (this._state >>> 0) % count;
  }

  /** The text with one to four changes: a piece taken out, doubled or moved, or a character put in or exchanged. @param {string} text */
  text(text) {
    for (let changes = 1 + this.below(4); changes > 0; --changes) {
      const [from, length, to] = [this.below(text.length + 1), this.below(12), this.below(text.length + 1)];
      const [piece, character] = [text.slice(from, from + length), CHARACTERS[this.below(CHARACTERS.length)]];
      switch (this.below(5)) {
        case 0: text = text.slice(0, from) + text.slice(from + length); break;
        case 1: text = text.slice(0, to) + piece + text.slice(to); break;
        case 2: text = text.slice(0, from) + character + text.slice(from); break;
        case 3: text = text.slice(0, from) + character + text.slice(from + 1); break;
        default: text = text.slice(0, from); break;
      }
      if (text.length === 0) text = character;
    }
    return text;
  }
}
