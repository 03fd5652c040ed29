// summary.js — a run in a few numbers, to set beside another run. Pure; the numbers are the core's.
import { numberText, STRINGS } from "./strings.js";

/** @typedef {{ name: string, text: string, value: number }} Figure */

/** Which of the core's numbers, and how they are written. @type {[metric: string, isTime: boolean][]} */
const SHOWN = [["end", true], ["created", false], ["failed", false], ["cancelled", false], ["peak in flight", false], ["peak waiting", false], ["lag max", true], ["loop blocked", true]];

/** @param {import("../engine/run.js").Run} run @returns {Figure[]} */
export function summaryOf({ metrics, output, texts }) {
  const figures = SHOWN.map(([metric, isTime]) => {
    const value = metrics.find(({ name, object }) => name === metric && object === 0)?.value ?? 0;
    return { name: STRINGS.metrics[metric], text: isTime ? seconds(value) : numberText(value), value };
  });
  return [...figures, { name: STRINGS.metrics.printed, text: String(output.text.length), value: hash(Array.from(output.text, (text) => texts[text]).join("")) }];
}

/** As many digits as a reader can use. @param {number} value */
const seconds = (value) => (value > 0 && value < 0.001 ? `${(value * 1000).toFixed(2)} ms` : `${value.toFixed(3)} s`);

/** Two texts that differ have, all but surely, different numbers. @param {string} text */
function hash(text) {
  let value = 7;
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) | 0;
  return value;
}
