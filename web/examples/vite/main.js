// main.js — Vite, or any bundler: the import defines the element; run() gives the trace without a figure.
import { run } from "sluice";

const { end } = await run("import asyncio\nasyncio.run(asyncio.sleep(60))\n");
document.querySelector("#end").textContent = `A minute of asyncio, and nobody waited for it: ${end.toFixed(3)} s.`;
