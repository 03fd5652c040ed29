// worker.js — the only file that touches wasm: loads the core, and answers the engine's questions in the order they come.

/** @typedef {{ id: number, verb: string, source: string, options: any, runId: number, from: number, to: number, form: string }} Question */

async function load() {
  const base = new URL("./", import.meta.url);
  const { default: createSluiceCore } = await import(new URL("./sluice-core.mjs", base).href);
  return createSluiceCore({ locateFile: (/** @type {string} */ name) => new URL(name, base).href });
}

/** Begun at once; a failure shows at the first question. */
const core = load();
core.catch(() => undefined);

/** @param {Question} question */
async function answer(question) {
  const sluice = await core;
  switch (question.verb) {
    case "run": return { ...sluice.run(question.source, question.options), source: question.source };
    case "sentences": return sluice.sentences(question.runId, question.from, question.to);
    case "export": return sluice.export(question.runId, question.form);
    default: throw new Error(`unknown question: ${question.verb}`);
  }
}

self.onmessage = async ({ data }) => {
  try {
    const record = await answer(data);
    self.postMessage({ id: data.id, answer: record });
  } catch (error) {
    // After a trap the memory is in no state to be used again, and an engine that did not load may do so the next time.
    const isLoaded = await core.then(() => true, () => false);
    self.postMessage({ id: data.id, error: String(error), isDead: !isLoaded || error instanceof WebAssembly.RuntimeError });
  }
};
