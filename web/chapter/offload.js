// offload.js — the last figure is no simulation: this page runs its own scheduler on a heavy program, on the thread that draws or in
// a worker, and measures its frames meanwhile.
import { createEngine, createEngineHere } from "../engine/engine.js";
import { html } from "../figure/dom.js";
import { svg } from "../figure/svg.js";

/** Frames that the chart shows. */
const FRAMES = 150;
const HEIGHT = 120;
/** The chart's scale: a frame of this length fills it. The axis is logarithmic, from 4 ms. */
const LONGEST_MS = 4000;
const SHORTEST_MS = 4;
/** Enough tasks for the freeze to be felt. */
const PROGRAM = `import asyncio
async def job(gate):
    async with gate:
        await asyncio.sleep(0.1)
async def main():
    gate = asyncio.Semaphore(10)
    await asyncio.gather(*[job(gate) for _ in range(20_000)])
asyncio.run(main())
`;

/** The first frame after a start may have begun before it: it has no height. @param {number} ms */
const barHeight = (ms) => HEIGHT * Math.min(1, Math.max(0.02, Math.log(Math.max(ms, SHORTEST_MS) / SHORTEST_MS) / Math.log(LONGEST_MS / SHORTEST_MS)));

/** Builds the figure into its place in the page, if it is there. */
export function makeOffload() {
  const place = document.querySelector("#offload");
  if (!place) return;
  const meter = new FrameMeter();
  const buttons = html("div", { class: "tools" });
  const results = html("ul", { class: "results" });
  for (const [label, name, run] of WAYS) {
    const button = html("button", { type: "button" }, label);
    const result = html("li", {}, `${name}: not measured yet`);
    button.addEventListener("click", async () => {
      for (const other of buttons.querySelectorAll("button")) other.disabled = true;
      meter.start();
      await settle();
      meter.longest = 0;
      const began = performance.now();
      try {
        await run();
        const took = performance.now() - began;
        await settle();
        result.textContent = `${name}: 20,000 tasks took ${took.toFixed(0)} ms; the longest frame meanwhile took ${meter.longest.toFixed(0)} ms.`;
      } catch {
        result.textContent = `${name}: the engine could not be loaded.`;
      }
      for (const other of buttons.querySelectorAll("button")) other.disabled = false;
      setTimeout(() => meter.stop(), 600);
    });
    buttons.append(button);
    results.append(result);
  }
  place.append(buttons, meter.element, html("div", { role: "status" }, results));
}

/** @type {[label: string, name: string, run: () => Promise<unknown>][]} */
const WAYS = [["Run it on this thread", "On this thread", runHere], ["Run it in a worker", "In a worker", runInWorker]];

/** A few frames, so that what came before does not count. */
const settle = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));

async function runInWorker() { await (await createEngine()).run(PROGRAM); }

/** @type {import("../engine/engine.js").Engine | undefined} */
let here;

async function runHere() {
  here ??= createEngineHere();
  await settle();
  await here.run(PROGRAM);
}

/** The frames of this page as they come: a bar each, and a disc that goes on only while they do. */
class FrameMeter {
  constructor() {
    /** Made when they are first needed. @type {SVGRectElement[]} */ this._bars = [];
    const line = (/** @type {number} */ ms) => svg("line", { x1: 0, x2: FRAMES * 4, y1: HEIGHT - barHeight(ms), y2: HEIGHT - barHeight(ms) });
    this._chart = svg("svg", { viewBox: `0 0 ${FRAMES * 4} ${HEIGHT}`, preserveAspectRatio: "none", class: "frames", role: "img", "aria-label": "Time of each frame of this page" },
      line(17), line(1000));
    this._disc = html("span", { class: "disc", "aria-hidden": "true" });
    const scale = html("div", { class: "scale", "aria-hidden": "true" }, ...[[1000, "1 s"], [17, "17 ms"]].map(([ms, text]) => {
      const mark = html("span", {}, String(text));
      mark.style.bottom = `${barHeight(Number(ms))}px`;
      return mark;
    }));
    this.element = html("div", { class: "meter" }, html("div", { class: "track" }, this._disc), html("div", { class: "chart" }, this._chart, scale));
    this._next = 0;
    this._before = 0;
    this._began = 0;
    this._frame = 0;
    this.longest = 0;
  }

  start() {
    if (this._frame) return;
    if (this._bars.length === 0) this._bars.push(...Array.from({ length: FRAMES }, (_, i) => this._chart.appendChild(svg("rect", { x: i * 4, width: 3, y: HEIGHT, height: 0 }))));
    this._before = performance.now();
    this._began ||= this._before;
    const onFrame = (/** @type {number} */ now) => {
      this._show(now - this._before);
      // Moved by script on purpose: what the browser animates by itself would go on while the page is frozen.
      this._disc.style.left = `${(50 - 50 * Math.cos((now - this._began) / 400)).toFixed(2)}%`;
      this._before = now;
      this._frame = requestAnimationFrame(onFrame);
    };
    this._frame = requestAnimationFrame(onFrame);
  }

  stop() {
    cancelAnimationFrame(this._frame);
    this._frame = 0;
  }

  /** @param {number} ms */
  _show(ms) {
    this.longest = Math.max(this.longest, ms);
    const bar = this._bars[this._next++ % FRAMES];
    const height = barHeight(ms);
    bar.setAttribute("height", height.toFixed(1));
    bar.setAttribute("y", (HEIGHT - height).toFixed(1));
    bar.setAttribute("class", ms > 50 ? "is-long" : "");
  }
}
