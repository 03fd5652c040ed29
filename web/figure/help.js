// help.js — the list of keys.
import { html } from "./dom.js";
import { STRINGS } from "./strings.js";

/** @returns {HTMLElement} hidden until somebody asks */
export function makeHelp() {
  const list = html("dl", { class: "help", "aria-label": STRINGS.help, hidden: true });
  for (const [keys, meaning] of STRINGS.keys) list.append(html("div", {}, html("dt", {}, keys), html("dd", {}, meaning)));
  return list;
}
