// sluice.js — the entry: defines <sluice-figure>, and exports run() for those who want the trace without the picture.
//
// On the script's own tag the attribute `data-upgrade` turns marked code blocks of the page into figures; as a value it takes the selector of
// the blocks that are meant.
import { SluiceFigure } from "./figure/element.js";
import { createEngine } from "./engine/engine.js";
import { ownScript } from "./embedding/own-script.js";
import { upgrade } from "./embedding/upgrade.js";

if (!customElements.get("sluice-figure")) customElements.define("sluice-figure", SluiceFigure);

const wish = ownScript(import.meta.url)?.getAttribute("data-upgrade") ?? null;
if (wish !== null) upgrade({ selector: wish });

/**
 * Runs an asyncio program in virtual time.
 * @param {string} source @param {import("./engine/run.js").RunOptions} [options]
 * @returns {Promise<import("./engine/run.js").Run>}
 */
export async function run(source, options) { return (await createEngine()).run(source, options, {}); }

export { SluiceFigure, upgrade };
