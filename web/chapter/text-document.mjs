// text-document.mjs — as much of a document as the figure's views draw into, able only to write itself out as text.
//
// With it the views that draw in the page draw at build time too: a still is the same picture, by the same code.

class Style {
  constructor() {
    /** @type {Record<string, string>} */
    this._values = {};
  }
  set fontSize(/** @type {string} */ value) { this._values["font-size"] = value; }
  setProperty(/** @type {string} */ name, /** @type {string} */ value) { this._values[name] = value; }
  get cssText() { return Object.entries(this._values).map(([name, value]) => `${name}:${value}`).join(";"); }
}

export class TextElement {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
    /** @type {Map<string, string>} */ this._attributes = new Map();
    /** @type {(TextElement | string)[]} */ this.childNodes = [];
    /** @type {TextElement | null} */ this.parent = null;
    this.style = new Style();
  }

  setAttribute(/** @type {string} */ name, /** @type {unknown} */ value) { this._attributes.set(name, String(value)); }
  getAttribute(/** @type {string} */ name) { return this._attributes.get(name) ?? null; }
  toggleAttribute(/** @type {string} */ name, /** @type {boolean} */ isOn) {
    if (isOn) this._attributes.set(name, "");
    else this._attributes.delete(name);
  }
  append(/** @type {(TextElement | string)[]} */ ...nodes) {
    for (const node of nodes) {
      if (node instanceof TextElement) {
        node.remove();
        node.parent = this;
      }
      this.childNodes.push(node);
    }
  }
  appendChild(/** @type {TextElement} */ node) { this.append(node); return node; }
  replaceChildren(/** @type {(TextElement | string)[]} */ ...nodes) {
    for (const child of this.children) child.parent = null;
    this.childNodes = [];
    this.append(...nodes);
  }
  remove() {
    if (this.parent) this.parent.childNodes = this.parent.childNodes.filter((node) => node !== this);
    this.parent = null;
  }
  get children() { return this.childNodes.filter((node) => node instanceof TextElement); }
  /** @returns {TextElement | null} */
  get lastElementChild() { return this.children.at(-1) ?? null; }
  get textContent() { return this.childNodes.map((/** @type {any} */ node) => (typeof node === "string" ? node : node.textContent)).join(""); }
  set textContent(/** @type {string} */ text) { this.replaceChildren(...(text ? [text] : [])); }
  /** Nothing happens to a text. */
  addEventListener() {}

  /** @returns {string} */
  toString() {
    const style = this.style.cssText;
    const attributes = [...this._attributes, ...(style ? [["style", style]] : [])].map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
    const inside = this.childNodes.map((node) => (typeof node === "string" ? escape(node) : node.toString())).join("");
    return inside ? `<${this.name}${attributes}>${inside}</${this.name}>` : `<${this.name}${attributes}/>`;
  }
}

/** @param {string} text */
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** What the views ask a document for. */
export const textDocument = {
  createElement: (/** @type {string} */ name) => new TextElement(name),
  createElementNS: (/** @type {string} */ _, /** @type {string} */ name) => new TextElement(name),
};
