// random.mjs — Random, a small seeded generator of numbers (mulberry32): the same everywhere.

export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed >>> 0;
    // Neighbouring seeds begin alike without this.
    for (let i = 0; i < 3; i++) this.next();
  }
  /** A number from 0 to 1, without 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  /** @param {number} n */
  below(n) {
    return Math.floor(this.next() * n);
  }
  /** @template T @param {ArrayLike<T>} items @returns {T} */
  pick(items) {
    return items[this.below(items.length)];
  }
  /** @param {number} probability */
  chance(probability) {
    return this.next() < probability;
  }
  /** One of the items, each as probable as its weight says. @template T @param {[number, T][]} pairs @returns {T} */
  weighted(pairs) {
    let rest = this.next() * pairs.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of pairs) if ((rest -= weight) < 0) return item;
    return pairs[pairs.length - 1][1];
  }
  /** `count` items made by `make`. @template T @param {number} count @param {() => T} make @returns {T[]} */
  times(count, make) {
    return Array.from({ length: count }, make);
  }
  /** The items in another order. @template T @param {T[]} items @returns {T[]} */
  shuffled(items) {
    const left = [...items];
    return items.map(() => left.splice(this.below(left.length), 1)[0]);
  }
}
