// key.js — the key to the looks: only those that this run shows.
import { html } from "./dom.js";
import { svg } from "./svg.js";
import { KEY_ORDER, lookOf } from "./vocabulary.js";
import { STRINGS } from "./strings.js";

/** Kinds of rows that are drawn. */
const SHOWN = new Set(["Task", "Thread", "Permit", "Gil"]);

/** @param {import("./lookup.js").Lookup} lookup @returns {HTMLElement} */
export function makeKey(lookup) {
  const { state, row } = lookup.run.spans;
  const used = new Set(Array.from(state, (s, i) => lookOf(lookup.stateNames[s], lookup.rowKinds[row[i]])).filter((_, i) => SHOWN.has(lookup.rowKinds[row[i]])));
  return html("ul", { class: "key" }, ...KEY_ORDER.filter((look) => used.has(look)).map((look) => html("li", {}, swatch(look), STRINGS.looks[look])));
}

/** @param {import("./vocabulary.js").Look} look */
function swatch(look) {
  const picture = svg("svg", { width: 18, height: 12, viewBox: "0 0 18 12", "aria-hidden": "true" });
  if (look === "done" || look === "failed" || look === "cancelled") {
    const d = { done: "M4 6.4 7.5 10 14 2", failed: "M5 2l8 8m0-8-8 8", cancelled: "M5 10.5 13 1.5" }[look];
    picture.append(svg("g", { class: `end is-${look}` }, svg("path", { d })));
    return picture;
  }
  const height = look === "waits" ? 5 : look === "ready" || look === "held" || look === "gil" ? 8 : 12;
  const group = svg("g", { class: `bar is-${look}`, transform: `translate(0 ${(12 - height) / 2})` }, svg("rect", { class: "body", x: 0.5, y: 0.5, width: 17, height: height - 1, rx: 2 }));
  if (["asleep", "gate", "thread", "blocked", "waits"].includes(look)) group.append(svg("rect", { class: "grain", width: 18, height, rx: 2, fill: `url(#grain-${look})` }));
  picture.append(group);
  return picture;
}
