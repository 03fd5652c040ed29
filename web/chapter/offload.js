// offload.js — the last figure is no simulation: this page runs its own scheduler on a heavy program, on the thread that draws or in
// a worker, and measures its frames meanwhile.
import { createEngine } from "../engine/engine.js";
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

/** @param {number} ms */
const barHeight = (ms) => HEIGHT * Math.min(1, Math.max(0.02, Math.log(ms / SHORTEST_MS) / Math.log(LONGEST_MS / SHORTEST_MS)));

/** Builds the figure into its place in the page, if it is there. */
export function makeOffload() {
  const place = document.querySelector("#offload");
  if (!place) return;
  const chart = svg("svg", { viewBox: `0 0 ${FRAMES * 4} ${HEIGHT}`, preserveAspectRatio: "none", class: "frames", role: "img", "aria-label": "Time of each frame of this page" });
  const bars = Array.from({ length: FRAMES }, (_, i) => chart.appendChild(svg("rect", { x: i * 4, width: 3, y: HEIGHT, height: 0 })));
  const result = document.createElement("p");
  result.setAttribute("role", "status");
  const buttons = document.createElement("div");
  buttons.className = "tools";
  const meter = new FrameMeter(bars);
  for (const [label, where] of [["Run it on this thread", runHere], ["Run it in a worker", runInWorker]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = /** @type {string} */ (label);
    button.addEventListener("click", async () => {
      for (const other of buttons.querySelectorAll("button")) other.disabled = true;
      meter.start();
      await settle();
      meter.longest = 0;
      const began = performance.now();
      try {
        await /** @type {() => Promise<unknown>} */ (where)();
        const took = performance.now() - began;
        await settle();
        result.textContent = `20,000 tasks took ${took.toFixed(0)} ms; the longest frame of this page meanwhile took ${meter.longest.toFixed(0)} ms.`;
      } catch {
        result.textContent = "The engine could not be loaded.";
      }
      for (const other of buttons.querySelectorAll("button")) other.disabled = false;
      setTimeout(() => meter.stop(), 600);
    });
    buttons.append(button);
  }
  place.append(buttons, chart, result);
}

/** A few frames, so that what came before does not count. */
const settle = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));

async function runInWorker() { await (await createEngine()).run(PROGRAM); }

/** @type {Promise<any> | undefined} */
let here;

async function runHere() {
  here ??= import(new URL("./sluice-core.mjs", import.meta.url).href).then(({ default: create }) => create({ locateFile: (/** @type {string} */ name) => new URL(name, import.meta.url).href }));
  const core = await here;
  await settle();
  core.run(PROGRAM, {});
}

class FrameMeter {
  /** @param {SVGRectElement[]} bars */
  constructor(bars) {
    this._bars = bars;
    this._next = 0;
    this._before = 0;
    this._frame = 0;
    this.longest = 0;
  }

  start() {
    if (this._frame) return;
    this._before = performance.now();
    const onFrame = (/** @type {number} */ now) => {
      this._show(now - this._before);
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
