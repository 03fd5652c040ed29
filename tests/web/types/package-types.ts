// package-types.ts — the types of the package say what the sources' types say. Compiled, never run: types.test.mjs.
import type * as inside from "../../../web/engine/run.js";
import type { SluiceFigure as InsideFigure } from "../../../web/figure/element.js";
import type * as outside from "../../../web/distribution/sluice.d.ts";

declare const run: inside.Run;
declare const options: outside.RunOptions;
declare const figure: InsideFigure;

export const itsRun: outside.Run = run;
export const itsOptions: inside.RunOptions = options;
export const noMoreOptions: Record<keyof inside.RunOptions, unknown> = {} as Record<keyof outside.RunOptions, unknown>;
export const itsFigure: Omit<outside.SluiceFigure, keyof HTMLElement> = figure;

// A page's own use of them.
const element = document.querySelector("sluice-figure");
element?.addEventListener("move", ({ detail }) => detail.when.toFixed(3));
element?.addEventListener("run", ({ detail }) => detail.spans.start.length);
element?.seek(element.when + 1);
if (element) {
  element.compare = "limit=8";
  element.t = 0.5;
  element.theme = null;
  element.addEventListener("state", ({ detail }) => detail === element.state);
}
