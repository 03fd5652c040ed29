// serve.js — answers the engine's questions about programs, in the order they come. It and load-core.js alone touch wasm.

/** @typedef {{ id: number, verb: string, source: string, options: any, runId: number, from: number, to: number, form: string }} Question */
/** Where questions come from and answers go to: a worker's own scope, or a stand-in for it.
 * @typedef {{ onmessage: ((event: { data: Question }) => void) | null, postMessage: (message: unknown) => void }} Port */

/**
 * Answers on `port` from now on, beginning with the word that it is there.
 * @param {Port} port
 * @param {() => Promise<any>} load brings the core; asked at once. A failure shows at the first question.
 * @param {() => Promise<ArrayBuffer>} loadLibrary brings the library pack; asked when a program first imports a module of it, and again after a failure.
 *   Each question is answered twice: when work on it begins, with `hasBegun`, and when it is done; between them there is word that it waits for the
 *   library (`isFetching`), and that it has begun anew. An answer that says `isDead` is this core's last that is worth anything, one that says
 *   `lacksLibrary` is about a program that cannot run until the library can be fetched.
 */
export function serve(port, load, loadLibrary) {
  const core = load();
  core.catch(() => undefined);
  /** @type {Promise<void> | null} */ let library = null;
  /** Gives the pack to the core, once. @param {any} loaded */
  async function supply(loaded) {
    if (!loaded.supplyLibrary(await loadLibrary())) throw new Error("the library pack is not the whole one of this engine");
  }
  port.onmessage = async ({ data }) => {
    try {
      const loaded = await core;
      // Told before, because from here on until the answer nothing can be told.
      port.postMessage({ id: data.id, hasBegun: true });
      let given = answer(loaded, data);
      if (wantsLibrary(given)) {
        port.postMessage({ id: data.id, isFetching: true });
        try {
          await (library ??= supply(loaded));
        } catch (error) {
          library = null;
          return port.postMessage({ id: data.id, error: `module ${given.failure.message}: ${error}`, lacksLibrary: given.failure.message });
        }
        port.postMessage({ id: data.id, hasBegun: true });
        given = answer(loaded, data);
      }
      port.postMessage({ id: data.id, answer: given });
    } catch (error) {
      // After a trap the memory is in no state to be used again, and a core that did not load may do so the next time.
      const isLoaded = await core.then(() => true, () => false);
      port.postMessage({ id: data.id, error: String(error), isDead: !isLoaded || isFatal(error) });
    }
  };
  port.postMessage({ isReady: true });
}

/** Whether the core was left in the middle of its work: by a trap, or because the stack was at its end. @param {unknown} error */
export const isFatal = (error) => error instanceof WebAssembly.RuntimeError || error instanceof RangeError || (error instanceof Error && error.name === "InternalError");

/** Whether a run ended since it imports a module of the library pack, which the core does not have yet. @param {any} given */
const wantsLibrary = (given) => given?.failure?.kind === "library";

/** @param {any} core @param {Question} question */
function answer(core, question) {
  switch (question.verb) {
    case "run": return { ...core.run(question.source, question.options), source: question.source };
    case "sentences": return core.sentences(question.runId, question.from, question.to);
    case "export": return core.export(question.runId, question.form);
    default: throw new Error(`unknown question: ${question.verb}`);
  }
}
