// help-panel.js — the list of keys.
import { html } from "./dom.js";
import { STRINGS } from "./strings.js";

export function makePanel() {
  const list = html("dl", { class: "help" });
  for (const [keys, meaning] of STRINGS.keys) list.append(html("div", {}, html("dt", {}, keys), html("dd", {}, meaning)));
  return { element: list };
}
