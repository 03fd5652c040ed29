// sluice.js — the entry: defines <sluice-figure>, and exports run() for those who want the trace without the picture.
import { SluiceFigure } from "./figure/element.js";
import { createEngine } from "./engine/engine.js";

if (!customElements.get("sluice-figure")) customElements.define("sluice-figure", SluiceFigure);

/**
 * Runs an asyncio program in virtual time.
 * @param {string} source @param {import("./engine/run.js").RunOptions} [options]
 * @returns {Promise<import("./engine/run.js").Run>}
 */
export async function run(source, options) { return (await createEngine()).run(source, options, {}); }

export { SluiceFigure };
