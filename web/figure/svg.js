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
  for (const attribute in attributes) element.setAttribute(attribute, textOf(attributes[attribute]));
  element.append(...children);
  return element;
}

/**
 * Sets the attributes that differ.
 * @param {Element} element @param {Record<string, string | number>} attributes
 */
export function set(element, attributes) {
  for (const name in attributes) {
    const text = textOf(attributes[name]);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** A hundredth of a pixel is fine enough. @param {string | number} value */
const textOf = (value) => (typeof value === "number" ? String(Math.round(value * 100) / 100) : value);

/** @param {Element} element @param {string} text */
export function setText(element, text) { if (element.textContent !== text) element.textContent = text; }

/** Whether two items of one kind say the same. @param {Record<string, unknown>} a @param {Record<string, unknown>} b */
function isSame(a, b) {
  for (const name in a) if (a[name] !== b[name]) return false;
  return true;
}

/**
 * A group whose children follow a list: made when an item appears, changed when it says something else, removed when it goes.
 * @template {{ key: string }} T
 */
export class KeyedGroup {
  /**
   * @param {SVGGElement | HTMLElement} parent
   * @param {(item: T) => Element} make
   * @param {(element: any, item: T, before?: T) => void} update before: what the element shows; nothing at first
   */
  constructor(parent, make, update) {
    this.parent = parent;
    this._make = make;
    this._update = update;
    /** What is shown, by key. @type {Map<string, { element: Element, item: T }>} */ this._shown = new Map();
  }

  /** @param {T[]} items with keys of their own, and values that are plain */
  show(items) {
    const before = this._shown;
    this._shown = new Map();
    for (const item of items) {
      let shown = before.get(item.key);
      if (!shown) {
        shown = { element: this._make(item), item };
        this.parent.append(shown.element);
        this._update(shown.element, item);
      } else if (!isSame(item, shown.item)) {
        this._update(shown.element, item, shown.item);
        shown.item = item;
      }
      this._shown.set(item.key, shown);
      before.delete(item.key);
    }
    for (const { element } of before.values()) element.remove();
  }
}
