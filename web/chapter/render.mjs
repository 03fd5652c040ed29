// render.mjs — the pages as they are served: programs, stills and numbers put in where they are named. Run by build.mjs.
//
// In a page a figure says `<pre data-program="gate"></pre>`; the program itself is chapter/programs/gate.py, so that it is a file
// that Python can run. The page that is served has the text in it, for readers without JavaScript and for crawlers, and for them and for
// paper a still and what the program prints.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { figuresOf } from "./record.mjs";

/** @typedef {{ width: number, height: number, output: string, isRecorded: boolean }} Made what was made of a figure beforehand */

/**
 * @param {string} html of a page
 * @param {{ programs: Record<string, string>, made?: Map<string, Made>, numbers?: Record<string, string> }} parts
 * @returns {string}
 */
export function renderPage(html, { programs, made = new Map(), numbers = {} }) {
  const text = (/** @type {string} */ name) => escapeHtml(programs[name] ?? fail(`no program ${name}`));
  // A number and its unit stay on one line.
  let page = html.replace(/(\d) (ms|µs|s)\b(?=[^<>]*<)/g, "$1\u00a0$2");
  for (const { id, program, attributes } of figuresOf(html)) {
    const of = made.get(id);
    if (!of) continue;
    const still = `<img class="still" src="assets/stills/${id}.svg" width="${of.width}" height="${of.height}" loading="lazy" alt="${attributes.label}: a moment of the run">`
      + `<pre class="printed" aria-label="What the program prints">${escapeHtml(of.output)}</pre>`;
    page = page.replace(new RegExp(`(<figure (?:id="figure-|data-figure=")${id}"[^>]*>\\s*<sluice-figure)([^>]*>)(<pre data-program="${program}"></pre>)`),
      (_, start, rest, pre) => `${start}${of.isRecorded ? ` recording="assets/runs/${id}.json"` : ""}${rest}${pre}${still}`);
  }
  return page
    .replace(/<pre data-program="([\w-]+)"><\/pre>/g, (_, name) => `<pre><code>${text(name)}</code></pre>`)
    .replace(/<div id="gallery"><\/div>/, () => `<div id="gallery">${GALLERY.map(({ topic, titles }) =>
      `<section><h2>${topic}</h2>${Object.entries(titles).map(([name, title]) => `<button type="button" data-name="${name}">${title}</button>`).join("")}</section>`).join("\n")}</div>`)
    .replace(/<template id="programs"><\/template>/, () => `<template id="programs">${GALLERY.flatMap(({ titles }) => Object.keys(titles)).map((name) => `<pre data-name="${name}">${text(name)}</pre>`).join("\n")}</template>`)
    .replace(/<(span|tbody|div) data-number="([\w-]+)"><\/\1>/g, (_, tag, name) => `<${tag}>${numbers[name] ?? fail(`no number ${name}`)}</${tag}>`);
}

/** @param {string} message @returns {never} */
function fail(message) { throw new Error(message); }

/** Every program of some folders, by name. @param {string[]} folders @returns {Record<string, string>} */
export function readPrograms(...folders) {
  return Object.fromEntries(folders.flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith(".py"))
    .map((file) => [file.slice(0, -3), readFileSync(join(folder, file), "utf8")])));
}

/** The playground's gallery. @type {{ topic: string, titles: Record<string, string> }[]} */
export const GALLERY = [
  { topic: "Bounds", titles: {
    burst: "A burst, with and without a bound", gate: "A gate with two permits", creation: "Tasks at a gate, or workers at a queue", pool: "A pool that runs dry",
    rate: "A rate limit", descriptors: "Too many open files", collapse: "Latency that collapses", arrivals: "Bursts that keep coming" } },
  { topic: "Order of results", titles: {
    order: "gather and as_completed", tail: "A slow tail", handover: "async for over as_completed", race: "The first one wins", starting_gun: "All at one signal" } },
  { topic: "Ownership and failure", titles: {
    barrier: "async with, and its three endings", unit: "Three requests, one failure", deadline: "A deadline for many", shield: "Shielded from cancellation", retry: "Try again, later each time" } },
  { topic: "Sharing", titles: {
    pipeline: "A pipeline with little room", shutdown: "A queue that closes", lost_update: "A lost update", philosophers: "Five philosophers, five forks" } },
  { topic: "Threads and processes", titles: {
    heartbeat: "A blocking call", gil: "A thread that computes", processes: "Processes that compute", executor: "An executor’s own queue", unstoppable: "A thread that cannot be stopped" } },
  { topic: "Versions", titles: { versions: "Four permits at once", waitfor: "One task or two", eager: "Eager tasks" } },
];

/** @param {string} text */
export function escapeHtml(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }
