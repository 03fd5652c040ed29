// writer.mjs — Writer, a program under construction: its lines, its indentation, and names that are used once.

import { Random } from './random.mjs';

export class Writer {
  /**
   * @param {number} seed
   * @param {number} minor  the x of Python 3.x
   */
  constructor(seed, minor) {
    this.random = new Random(seed);
    this.minor = minor;
    /** @type {string[]} */
    this.lines = [];
    this.indent = 0;
    this.counter = 0;
  }
  /** Adds a line, or several, at the present indentation. @param {string[]} lines */
  emit(...lines) {
    for (const line of lines) this.lines.push(line === '' ? '' : '    '.repeat(this.indent) + line);
  }
  /** @param {string} head @param {(() => void) | string} body  what stands in the block: code that emits it, or a line */
  block(head, body) {
    this.emit(head);
    this.indent++;
    if (typeof body === 'string') this.emit(body);
    else body();
    this.indent--;
  }
  /** Adds lines that stand in a template, without the indentation that all of them have. @param {string} text */
  paste(text) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const common = Math.min(...lines.map((line) => line.length - line.trimStart().length));
    this.emit(...lines.map((line) => line.slice(common)));
  }
  /** A name that nothing else has. @param {string} stem */
  fresh(stem) {
    return `${stem}${++this.counter}`;
  }
  /** Runs one of several choices, each as probable as its weight. @template T @param {[number, () => T][]} choices @returns {T} */
  choose(choices) {
    return this.random.weighted(choices)();
  }
  text() {
    return `${this.lines.join('\n')}\n`;
  }
}
