// strings.js — every word that the figure itself says.

export const STRINGS = {
  figure: "Interactive figure", version: "Version of Python that is modelled",
  play: "Play", pause: "Pause", restart: "Back to the start", stepBack: "One step back", stepForward: "One step forward",
  speed: "Speed", position: "Position in time", parameters: "Parameters of the program", reset: "Reset",
  trueScale: "true scale", critical: "critical path", code: "Program", scene: "Scene", output: "Output", counts: "Counts", atMost: "at most",
  empty: "nothing printed yet", help: "Keyboard",
  noDifference: "Every step is the same in both.", partAt: "The two part at the dashed line, at", others: "(others)",
  /** @type {Record<string, string>} */
  metrics: {
    end: "finished at", created: "tasks", failed: "failed", cancelled: "cancelled", "peak in flight": "most in flight", "peak waiting": "most in line",
    "lag max": "longest wait for the loop", "loop blocked": "loop blocked for", printed: "lines printed",
  },
  now: "now", keep: "Keep as A, to compare", forget: "Compare no more",
  why: "Why now?", whyTitle: "Why this happened: its causes, the nearest first",
  loop: "event loop", readyQueue: "ready queue", clock: "virtual clock", tasks: "tasks", idle: "idle", blocked: "blocked!", wantsGil: "waits for the GIL", gil: "GIL", loopThread: "loop", waiting: "waiting", inLine: "in line", inside: "inside", enters: "enters: __aenter__", leaves: "leaves: __aexit__",
  threads: "worker threads", processes: "worker processes", workers: "workers", inputOrder: "results, in input order", completionOrder: "results, in completion order",
  noEngine: "The engine did not load, so nothing moves here. The program is complete, and runs in any Python.",
  moreLines: (/** @type {number} */ lines) => `… and ${numberText(lines)} more`, moreLetters: (/** @type {number} */ letters) => `and ${numberText(letters)} letters more`,
  noComparison: (/** @type {string} */ reason) => `Nothing to compare with: ${reason}.`,
  noLibrary: (/** @type {string} */ module) => `The text of the module ${module} did not load, so this program does not run yet. What few programs import is fetched when one does: try again when there is a network.`,
  ended: (/** @type {string} */ reason) => `This run of the program had to be ended: ${reason}.`,
  noProgram: (/** @type {string} */ address) => `The program ${address} could not be read.`,
  noWebAssembly: "This browser runs no WebAssembly, so nothing moves here. The program is complete, and runs in any Python.", again: "Try again",
  print: "To the next print", failure: "To the next failure", bookmark: "Bookmark this moment",
  table: "The run as a table", share: "Share and save", noPanel: "This part did not load. Close it and open it again to try once more.",
  tableTime: "time", tableTask: "task", tableWhat: "what happens", tableLine: "line", tableCaption: "Everything that happens in this run, in order. Each sentence leads to its moment.",
  earlier: "earlier", later: "later",
  link: "Link", copyLink: "Copy link", embed: "Embed", copyEmbed: "Copy HTML", save: "Save", savePicture: "Picture", saveAnimation: "Animation",
  saveTrace: "Trace", saveChrome: "Trace for Perfetto", runIt: "Run it yourself", saveProgram: "program.py", copyCommand: "Copy command",
  copied: "Copied.", copiedEmbed: "Copied: it goes into a page, beside the files of the element.", copyByHand: "Ready to be copied.", didNotWork: "That did not work.",
  /** @type {Record<string, string>} */
  looks: {
    running: "running", ready: "ready", asleep: "asleep", gate: "waits for a turn", held: "holds a permit", gil: "has the GIL", waits: "waits for tasks",
    thread: "in a thread", blocked: "blocks the loop", done: "done", failed: "failed", cancelled: "cancelled",
  },
  /** @type {[string, string][]} */
  keys: [
    ["Space", "play or pause"], ["← →", "one step back or forward"], ["Shift ← →", "one moment back or forward"],
    ["Home End", "start, end"], ["Page ↑ ↓", "a tenth back or forward"], ["− +", "slower, faster"], ["n N", "next print, print before"],
    ["f F", "next failure, failure before"], ["b", "set or remove a bookmark"], ["[ ]", "bookmark before, next bookmark"], ["w", "why did this happen?"],
    ["t", "the run as a table"], ["s", "share and save"], ["?", "this list"], ["Esc", "leave the program, close a list"],
  ],
};

/**
 * A number with commas between its thousands, and at most three decimals. What browsers have for this takes them a tenth of a second to load on a
 * slow phone, and is asked for in every frame.
 * @param {number} value
 */
export function numberText(value) {
  const [whole, decimals] = String(Math.round(value * 1000) / 1000).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals ? `.${decimals}` : "");
}

/** @param {number} permits */
export const permitsLabel = (permits) => (permits === 1 ? "1 permit" : `${permits} permits`);

/** @param {number} tasks */
export const countLabel = (tasks) => `${numberText(tasks)} tasks`;

/**
 * @param {number} stretch seconds of wall time that a second of asyncio takes
 */
export function speedLabel(stretch) {
  if (stretch === 0) return "asyncio takes no time here";
  if (stretch >= 0.95) return `1 s of asyncio takes ${round(stretch)} s here`;
  return `${round(1 / stretch)} s of asyncio take 1 s here`;
}

/** @param {number} value */
const round = (value) => (value >= 10 ? Math.round(value).toString() : value.toFixed(1).replace(/\.0$/, ""));

/**
 * A moment of the clock, with as many digits as tell the moments of this run apart.
 * @param {number} seconds @param {number} end of the run
 */
export function clockText(seconds, end) {
  const digits = end >= 100 ? 1 : end >= 10 ? 2 : 3;
  return `${seconds.toFixed(digits)} s`;
}
