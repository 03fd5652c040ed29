// standalone.js — the entry of sluice.standalone.js: a classic script has no exports, so what sluice.js exports is in the global `sluice`.
import * as sluice from "../sluice.js";

/** @type {any} */ (globalThis).sluice ??= sluice;
