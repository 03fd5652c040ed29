// panels.js — what opens under the controls, one at a time: help, the run as a table, sharing. Each is a chunk that is loaded when it is
// first asked for.
import { html } from "./dom.js";
import { icon } from "./icons.js";
import { STRINGS } from "./strings.js";

/**
 * @typedef {import("./element.js").SluiceFigure} SluiceFigure
 * @typedef {{ element: HTMLElement, draw?: (event: number) => void, setRun?: () => void }} Panel
 * @typedef {"table" | "share" | "help"} Name
 */

/** @type {Record<Name, () => Promise<{ makePanel: (figure: SluiceFigure) => Panel }>>} */
const LOADERS = {
  table: () => import("./table-panel.js"),
  share: () => import("./share-panel.js"),
  help: () => import("./help-panel.js"),
};

export class Panels {
  /** @param {SluiceFigure} figure @param {(name: string) => boolean} has which of them the author wants */
  constructor(figure, has) {
    this._figure = figure;
    /** @type {Map<Name, Panel>} */ this._made = new Map();
    /** @type {Name | null} */ this._open = null;
    /** @type {Map<Name, HTMLButtonElement>} */ this._buttons = new Map();
    this.element = html("div", { class: "panel", role: "region", hidden: true });
    this.buttons = html("div", { class: "panel-buttons" });
    for (const name of /** @type {Name[]} */ (Object.keys(LOADERS)).filter(has)) {
      const button = html("button", { type: "button", class: "button", "aria-label": STRINGS[name], title: STRINGS[name], "aria-expanded": "false" }, icon(name));
      button.addEventListener("click", () => void this.toggle(name));
      this._buttons.set(name, button);
      this.buttons.append(button);
    }
  }

  get isOpen() { return this._open !== null; }

  /** Opens a panel, or closes it. @param {Name} name */
  async toggle(name) {
    if (this._open === name) return this.close();
    this._open = name;
    this._showButtons();
    const panel = this._made.get(name) ?? await this._make(name);
    if (this._open !== name) return;
    this.element.setAttribute("aria-label", STRINGS[name]);
    this.element.replaceChildren(panel?.element ?? html("p", {}, STRINGS.noPanel));
    this.element.hidden = false;
    panel?.setRun?.();
    panel?.draw?.(this._figure.event);
  }

  close() {
    const wasIn = this.element.contains(/** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement);
    const button = this._open && this._buttons.get(this._open);
    this._open = null;
    this._showButtons();
    this.element.hidden = true;
    if (wasIn) button?.focus();
  }

  /** Another run. */
  setRun() { if (this._open) this._made.get(this._open)?.setRun?.(); }

  /** @param {number} event */
  draw(event) { if (this._open) this._made.get(this._open)?.draw?.(event); }

  /** @param {Name} name @returns {Promise<Panel | null>} null where it does not load */
  async _make(name) {
    const loaded = await LOADERS[name]().catch(() => null);
    const panel = loaded && (this._made.get(name) ?? loaded.makePanel(this._figure));
    if (panel) this._made.set(name, panel);
    return panel;
  }

  _showButtons() { for (const [name, button] of this._buttons) button.setAttribute("aria-expanded", String(name === this._open)); }
}
