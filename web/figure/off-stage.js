// off-stage.js — the figure drawn once more, out of sight and in a size of its own: what pictures and animations are taken from.
import { CodeView, LINE_HEIGHT } from "./code-view.js";
import { highlight } from "./highlight.js";
import { SceneView } from "./scene-view.js";
import { svg } from "./svg.js";
import { TimelineView } from "./timeline-view.js";

const SCENE_WIDTH = 560;
const MARGIN = 20;
/** Width of a letter of the code, in px; pictures are set in whatever mono font their reader has. */
const LETTER = 7.83;
const CODE_PADDING = 12;

/** @typedef {{ drawing: SVGSVGElement, x: number, y: number }} Part */

export class OffStage {
  /** @param {import("./element.js").SluiceFigure} figure with a run */
  constructor(figure) {
    const { lookup, plan, player } = figure;
    if (!lookup || !plan || !player.axis) throw new Error("there is no run to draw");
    this._axis = player.axis;
    const views = figure.views;
    this._scene = views.includes("scene") ? new SceneView() : null;
    this._timeline = views.includes("timeline") ? new TimelineView() : null;
    this._code = views.includes("code") ? new CodeView() : null;
    /** @type {Part[]} */ this.parts = [];

    let left = MARGIN;
    let codeHeight = 0;
    if (this._code) {
      this._code.setRun(lookup, plan.names);
      const program = makeProgram(lookup.run.source, this._code.gutter);
      this._lit = program.querySelector("rect");
      codeHeight = Number(program.getAttribute("height"));
      this.parts.push({ drawing: program, x: left, y: MARGIN }, { drawing: this._code.drawing, x: left, y: MARGIN });
      left += Number(program.getAttribute("width")) + MARGIN;
    }
    if (this._scene) {
      this._scene.setPlan(plan);
      this.parts.push({ drawing: this._scene.element, x: left, y: MARGIN });
      left += SCENE_WIDTH + MARGIN;
    }
    this.width = Math.max(left, SCENE_WIDTH + 2 * MARGIN);
    const top = MARGIN + Math.max(codeHeight, this._scene?.heightFor(SCENE_WIDTH) ?? 0) + MARGIN;
    if (this._timeline) {
      this._timeline.layOut(lookup, this._axis, plan.names, this.width - 2 * MARGIN);
      this.parts.push({ drawing: this._timeline.drawing, x: MARGIN, y: top });
    }
    this.height = top + (this._timeline ? Number(this._timeline.drawing.getAttribute("height")) + MARGIN : 0);
  }

  /** @param {number} at 0..1 @param {number} elapsed seconds since the last; 0: everything is in its place at once */
  draw(at, elapsed) {
    const event = this._axis.eventAt(at);
    const when = this._axis.whenAt(at);
    this._scene?.draw(SCENE_WIDTH, event, when, elapsed);
    this._timeline?.draw(at, when);
    this._code?.draw(event, when, elapsed);
    const lit = this._code?.lit ?? 0;
    this._lit?.setAttribute("y", String(CODE_PADDING + (lit - 1) * LINE_HEIGHT));
    this._lit?.setAttribute("visibility", lit > 0 ? "visible" : "hidden");
  }
}

/** The program as a drawing. @param {string} source @param {number} gutter */
function makeProgram(source, gutter) {
  const lines = highlight(source.replace(/\n$/, ""));
  const left = gutter + 34;
  const width = Math.ceil(left + LETTER * Math.max(...source.split("\n").map((line) => line.length)) + 16);
  const height = lines.length * LINE_HEIGHT + 2 * CODE_PADDING;
  return svg("svg", { class: "program", width, height },
    svg("rect", { class: "program-lit", x: left - 6, y: 0, width: width - left - 4, height: LINE_HEIGHT, rx: 4 }),
    ...lines.flatMap((pieces, index) => {
      const y = CODE_PADDING + index * LINE_HEIGHT + 15.5;
      const number = svg("text", { class: "program-number", x: left - 12, y, "text-anchor": "end" });
      number.textContent = String(index + 1);
      // Blanks are places here, for not every reader of SVG keeps them.
      let column = 0;
      const words = pieces.flatMap(({ text, kind }) => {
        const at = column + text.length - text.trimStart().length;
        column += text.length;
        if (!text.trim()) return [];
        const word = svg("text", { class: `program-text${kind ? ` py-${kind}` : ""}`, x: left + at * LETTER, y, textLength: text.trim().length * LETTER });
        word.textContent = text.trim();
        return [word];
      });
      return [number, ...words];
    }));
}
