// patterns.js — the grain of each state: what tells states apart where colour does not. One definition for a figure.
import { svg } from "./svg.js";

/**
 * @param {string} look @param {number} width @param {number} height @param {string} turn
 * @param {...SVGElement} marks
 */
const pattern = (look, width, height, turn, ...marks) =>
  svg("pattern", { id: `grain-${look}`, class: `grain-${look}`, width, height, patternUnits: "userSpaceOnUse", patternTransform: turn }, ...marks);

/** @returns {SVGSVGElement} an empty picture that holds the patterns */
export function makePatterns() {
  return svg("svg", { class: "patterns", width: 0, height: 0, "aria-hidden": "true" }, svg("defs", {},
    pattern("asleep", 5, 5, "rotate(45)", svg("rect", { width: 1, height: 5 })),
    pattern("gate", 4, 4, "", svg("rect", { width: 1.5, height: 4 })),
    pattern("thread", 4, 4, "", svg("rect", { width: 4, height: 1 })),
    pattern("blocked", 5, 5, "rotate(45)", svg("rect", { width: 1.6, height: 5 }), svg("rect", { width: 5, height: 1.6 })),
    pattern("waits", 5, 5, "", svg("circle", { cx: 2.5, cy: 2.5, r: 0.9 }))));
}
