// render.mjs — the pages as they are served: each program put in where it is named. Run by build.mjs.
//
// In a page a figure says `<pre data-program="gate"></pre>`; the program itself is chapter/programs/gate.py, so that it is a file
// that Python can run. The page that is served has the text in it, for readers without JavaScript and for crawlers.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} page path of an .html file @param {string} programs folder @returns {string} */
export function renderPage(page, programs) {
  const text = (/** @type {string} */ name) => escapeHtml(readFileSync(join(programs, `${name}.py`), "utf8"));
  return readFileSync(page, "utf8")
    .replace(/<pre data-program="([\w-]+)"><\/pre>/g, (_, name) => `<pre><code>${text(name)}</code></pre>`)
    .replace(/<template id="programs"><\/template>/, () => `<template id="programs">${namesOf(programs).map((name) =>
      `<pre data-name="${name}" data-title="${TITLES[name] ?? name}">${text(name)}</pre>`).join("\n")}</template>`);
}

/** The gallery's titles, in its order; what is not named comes last. @type {Record<string, string>} */
const TITLES = {
  gate: "A gate with two permits", order: "gather and as_completed", heartbeat: "A blocking call", burst: "A burst without a bound",
  barrier: "async with, and its three endings", tail: "A slow tail", pool: "A pool that runs dry", rate: "A rate limit", descriptors: "Too many open files",
  collapse: "Latency that collapses", creation: "Tasks at a gate, or workers at a queue", unit: "Three requests, one failure",
  executor: "The default executor’s queue", unstoppable: "A thread that cannot be cancelled", versions: "Two versions of Python",
};

/** @param {string} programs folder */
function namesOf(programs) {
  const names = readdirSync(programs).filter((file) => file.endsWith(".py")).map((file) => file.slice(0, -3));
  const order = Object.keys(TITLES);
  const rank = (/** @type {string} */ name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.sort((a, b) => rank(a) - rank(b));
}

/** @param {string} text */
export function escapeHtml(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }
