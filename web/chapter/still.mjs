// still.mjs — one moment of a run as an SVG file: scene over timeline, drawn by the figure's own views. Run by build.mjs.
import { TextElement, textDocument } from "./text-document.mjs";

/** CSS px: wide enough for the timeline's labels, narrow enough to be read on paper. */
const WIDTH = 760;
const MARGIN = 16;

// The views make elements while they are loaded and drawn; there is no document here but this one.
Object.assign(globalThis, { document: textDocument });
const { Axis } = await import("../figure/axis.js");
const { Lookup } = await import("../figure/lookup.js");
const { planScene } = await import("../figure/scene-plan.js");
const { SceneView } = await import("../figure/scene-view.js");
const { TimelineView } = await import("../figure/timeline-view.js");
const { makePatterns } = await import("../figure/patterns.js");

/**
 * @param {import("../engine/run.js").Run} run
 * @param {{ at: number, views: string[], css: string, label: string }} wishes at: the playhead, 0..1; css: figure.css
 * @returns {{ text: string, width: number, height: number }}
 */
export function makeStill(run, { at, views, css, label }) {
  const lookup = new Lookup(run);
  const plan = planScene(lookup);
  const axis = new Axis(run);
  const event = axis.eventAt(at);
  const when = axis.whenAt(at);
  /** @type {TextElement[]} */ const parts = [];
  if (views.includes("scene")) {
    const scene = new SceneView();
    scene.setPlan(plan);
    scene.draw(WIDTH, event, when, 0);
    parts.push(asText(scene.element));
  }
  if (views.includes("timeline")) {
    const timeline = new TimelineView();
    timeline.layOut(lookup, axis, plan.names, WIDTH);
    timeline.draw(at, when);
    parts.push(asText(timeline.drawing));
  }
  return assemble(parts, asText(makePatterns()), css, label);
}

/** @param {TextElement[]} parts @param {TextElement} patterns @param {string} css of the figure @param {string} label */
function assemble(parts, patterns, css, label) {
  let top = MARGIN;
  const groups = parts.map((part) => {
    const group = new TextElement("g");
    group.setAttribute("class", part.getAttribute("class") ?? "");
    group.setAttribute("transform", `translate(${MARGIN} ${top})`);
    group.append(...part.childNodes);
    top += Number(part.getAttribute("height")) + MARGIN;
    return group;
  });
  const [width, height] = [WIDTH + 2 * MARGIN, top];
  const paper = new TextElement("rect");
  for (const [name, value] of Object.entries({ class: "paper", width, height, rx: 12 })) paper.setAttribute(name, value);
  const root = new TextElement("svg");
  for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label })) root.setAttribute(name, value);
  root.append(...patterns.childNodes, paper, ...groups);
  const style = new TextElement("style");
  style.append(stylesFor(css, root.toString()).replace(/\s+/g, " "));
  root.childNodes.unshift(style);
  return { text: root.toString(), width, height };
}

/**
 * The rules of the figure's style sheet that a drawing needs. The host is the picture itself, and follows the reader's choice of light
 * or dark; what only a page has (hovering, containers, other hosts) is left out.
 * @param {string} css @param {string} drawing
 */
export function stylesFor(css, drawing) {
  const used = new Set(Array.from(drawing.matchAll(/class="([^"]*)"/g), ([, names]) => names.split(/\s+/)).flat());
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/@[^{]+{(?:[^{}]*{[^{}]*})*[^{}]*}/g, "");
  const rules = Array.from(plain.matchAll(/([^{}]+){([^{}]*)}/g), ([, selectors, body]) => {
    const needed = selectors.split(",").map((selector) => selector.trim()).filter((selector) => {
      const classes = Array.from(selector.matchAll(/\.([\w-]+)/g), ([, name]) => name);
      return classes.length > 0 && classes.every((name) => used.has(name)) && !/[:[]/.test(selector);
    });
    return needed.length > 0 ? `${needed.join(",")}{${body.trim()}}` : "";
  });
  const host = (/:host\s*{([^}]*)}/.exec(plain)?.[1] ?? "").replace(/(?:all|display|container-type|color-scheme):[^;]*;/g, "");
  return `:root{${host.trim()};color-scheme:light dark}.paper{fill:var(--paper);stroke:var(--line)}${rules.join("")}`;
}

/** @param {unknown} element @returns {TextElement} what the views have made, here */
const asText = (element) => /** @type {TextElement} */ (element);
