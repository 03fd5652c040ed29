// version-choice.js — which Python the run models, and the choice of another.
import { html } from "./dom.js";
import { STRINGS } from "./strings.js";

const VERSIONS = ["3.10", "3.11", "3.12", "3.13", "3.14"];

export class VersionChoice {
  /** @param {(version: string) => void} onChoice */
  constructor(onChoice) {
    this._select = html("select", { name: "python", "aria-label": STRINGS.version }, ...VERSIONS.map((version) => html("option", { value: version }, `Python ${version}`)));
    this._select.addEventListener("change", () => onChoice(this._select.value));
    this.element = html("span", { class: "version" }, this._select);
  }

  /** @param {string} version */
  show(version) { this._select.value = version; }
}
