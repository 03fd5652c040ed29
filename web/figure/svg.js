// svg.js — making SVG elements, and keeping a group of them in step with a list.

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | number>} [attributes]
 * @param {...Node} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  element.append(...children);
  return element;
}

/**
 * Sets the attributes that differ.
 * @param {Element} element @param {Record<string, string | number>} attributes
 */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    const text = typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** @param {Element} element @param {string} text */
export function setText(element, text) { if (element.textContent !== text) element.textContent = text; }

/**
 * A group whose children follow a list: made when an item appears, changed while it stays, removed when it goes.
 * @template {{ key: string }} T
 */
export class KeyedGroup {
  /**
   * @param {SVGGElement | HTMLElement} parent
   * @param {(item: T) => Element} make
   * @param {(element: any, item: T) => void} update
   */
  constructor(parent, make, update) {
    this.parent = parent;
    this._make = make;
    this._update = update;
    /** @type {Map<string, Element>} */ this._elements = new Map();
  }

  /** @param {T[]} items with keys of their own */
  show(items) {
    const keep = new Set();
    for (const item of items) {
      keep.add(item.key);
      let element = this._elements.get(item.key);
      if (!element) {
        element = this._make(item);
        this._elements.set(item.key, element);
        this.parent.append(element);
      }
      this._update(element, item);
    }
    for (const [key, element] of this._elements) {
      if (keep.has(key)) continue;
      element.remove();
      this._elements.delete(key);
    }
  }

  clear() { this.show([]); }
}
