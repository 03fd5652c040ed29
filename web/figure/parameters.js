// parameters.js — sliders, choices and switches for the constants that the program marks with `#:`.
import { html } from "./dom.js";
import { literalOf } from "./parameter-text.js";
import { STRINGS } from "./strings.js";

/** @typedef {import("../engine/run.js").Parameter} Parameter */

/** Emits "value" with detail {parameter, value}. */
export class Parameters extends EventTarget {
  constructor() {
    super();
    this.element = html("div", { class: "parameters", role: "group", "aria-label": STRINGS.parameters });
    this._shape = "";
    /** @type {Map<string, (parameter: Parameter) => void>} */ this._show = new Map();
    /** The parameters as the newest run has them. @type {Map<string, Parameter>} */ this._current = new Map();
  }

  /**
   * The controls stay the same elements while the parameters are the same, so a slider can be held over many runs.
   * @param {Parameter[]} parameters
   */
  setParameters(parameters) {
    this._current = new Map(parameters.map((parameter) => [parameter.name, parameter]));
    const shape = JSON.stringify(parameters.map(({ name, kind, min, max, step, choices }) => [name, kind, min, max, step, choices]));
    if (shape !== this._shape) {
      this._shape = shape;
      this._show.clear();
      this.element.replaceChildren(...parameters.map((parameter) => this._make(parameter)));
    }
    for (const parameter of parameters) this._show.get(parameter.name)?.(parameter);
    this.element.toggleAttribute("hidden", parameters.length === 0);
  }

  /** @param {Parameter} parameter */
  _make(parameter) {
    if (parameter.kind === "slider") return this._makeSlider(parameter);
    if (parameter.kind === "switch") return this._makeSwitch(parameter);
    return this._makeChoice(parameter);
  }

  /** @param {Parameter} parameter */
  _makeSlider({ name, min, max, step }) {
    const input = html("input", { type: "range", name, min, max, step });
    const value = html("output", { class: "parameter-value" });
    input.addEventListener("input", () => this._changed(name, Number(input.value)));
    this._show.set(name, (parameter) => {
      input.value = String(parameter.value);
      value.textContent = literalOf(parameter, parameter.value);
    });
    return html("label", { class: "parameter" }, html("code", {}, name), input, value);
  }

  /** @param {Parameter} parameter */
  _makeSwitch({ name }) {
    const input = html("input", { type: "checkbox", role: "switch", name });
    input.addEventListener("change", () => this._changed(name, input.checked));
    this._show.set(name, (parameter) => { input.checked = Boolean(parameter.value); });
    return html("label", { class: "parameter" }, html("code", {}, name), input);
  }

  /** @param {Parameter} parameter */
  _makeChoice({ name, choices }) {
    const group = html("div", { class: "parameter choice", role: "radiogroup", "aria-label": name }, html("code", {}, name));
    const frame = group.appendChild(html("span", { class: "segments" }));
    /** @type {HTMLInputElement[]} */ const inputs = [];
    for (const choice of choices) {
      const input = html("input", { type: "radio", name: `choice-${name}`, value: choice });
      input.addEventListener("change", () => this._changed(name, choice));
      inputs.push(input);
      frame.append(html("label", { class: "segment" }, input, html("span", {}, choice.replace(/^["']|["']$/g, ""))));
    }
    this._show.set(name, (parameter) => { for (const input of inputs) input.checked = input.value.replace(/^["']|["']$/g, "") === String(parameter.value).replace(/^["']|["']$/g, ""); });
    return group;
  }

  /** @param {string} name @param {number | string | boolean} value */
  _changed(name, value) {
    const parameter = this._current.get(name);
    if (parameter) this.dispatchEvent(new CustomEvent("value", { detail: { parameter, value } }));
  }
}
