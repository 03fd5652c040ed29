// picture.js — the present frame as an SVG file that stands alone: code, scene and timeline, light or dark as where it is shown.
import { freezeStyles } from "./frozen-style.js";
import { OffStage } from "./off-stage.js";
import { svg } from "./svg.js";

/**
 * @param {import("./element.js").SluiceFigure} figure with a run
 * @returns {string} the text of an .svg file
 */
export function pictureOf(figure) {
  const stage = new OffStage(figure);
  stage.draw(figure.player.at, 0);
  const { drawings, style } = takeDown(stage, figure);
  return sheetOf(stage, style, drawings, figure.label);
}

/**
 * The drawings of a stage with their styles, and the grains that they refer to.
 * @param {OffStage} stage @param {import("./element.js").SluiceFigure} figure
 */
export function takeDown(stage, figure) {
  const drawings = stage.parts.map(({ drawing }) => drawing);
  const root = /** @type {ShadowRoot} */ (figure.shadowRoot);
  const grains = /** @type {SVGSVGElement} */ (/** @type {Element} */ (root.querySelector("svg.patterns")).cloneNode(true));
  const paper = svg("svg", {}, svg("rect", { class: "program-paper", width: stage.width, height: stage.height }));
  const style = freezeStyles([grains, paper, ...drawings], root);
  return { drawings: [grains, paper, ...drawings], style };
}

/**
 * @param {OffStage} stage @param {string} style @param {SVGSVGElement[]} drawings grains and paper, then one a part @param {string} title
 */
export function sheetOf(stage, style, [grains, paper, ...drawings], title) {
  const { width, height } = stage;
  const name = svg("title");
  name.textContent = title;
  const rules = svg("style");
  rules.textContent = style;
  const root = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img" }, name, rules, ...grains.childNodes, ...paper.childNodes);
  drawings.forEach((drawing, i) => {
    const { x, y } = stage.parts[i];
    root.append(svg("g", { transform: `translate(${x} ${y})`, ...(drawing.hasAttribute("class") ? { class: drawing.getAttribute("class") ?? "" } : {}) }, ...drawing.childNodes));
  });
  for (const element of root.querySelectorAll("*")) for (const { name: attribute } of [...element.attributes]) if (attribute.startsWith("data-")) element.removeAttribute(attribute);
  return new XMLSerializer().serializeToString(root);
}
