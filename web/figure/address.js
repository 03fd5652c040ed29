// address.js — what the address of a page says about one of its figures. share.js has the form, and is loaded when there is something.

/** An address that says what some figure is to show. */
const HOLDS_PROGRAM = /[#&]p=/;

/** @typedef {import("./share.js").Shared} Shared */

/** What tells a figure from the others of its page; "" for the first. @param {HTMLElement} figure */
export function nameInPage(figure) {
  const place = figure.id || figure.closest("figure[id]")?.id;
  const index = Array.from(document.querySelectorAll(figure.localName)).indexOf(figure);
  return place || (index > 0 ? String(index) : "");
}

export const addressHoldsProgram = () => HOLDS_PROGRAM.test(location.hash);

/** @param {HTMLElement} figure @returns {Promise<Shared | null>} null: it is about another one, or none */
export async function sharedInAddress(figure) {
  const { figureOf, fromFragment } = await import("./share.js");
  return figureOf(location.hash) === nameInPage(figure) ? fromFragment(location.hash) : null;
}

/** What a link to a figure holds. @param {import("./element.js").SluiceFigure} figure @returns {Shared} */
export function stateOf(figure) {
  const { source, options, when, kept } = figure;
  return {
    source, python: options.python ?? "", when, figure: nameInPage(figure), view: figure.getAttribute("view") ?? undefined,
    cost: options.instructionCost, noGil: options.gil === false, switchInterval: options.switchInterval, cpuCount: options.cpuCount, diskLatency: options.diskLatency,
    files: options.files, kept: kept ? { source: kept.source, python: kept.python } : undefined,
  };
}

/** Attributes as a link wants them. @param {HTMLElement} figure @param {Shared} shared */
export function setAttributes(figure, { python, view, cost, noGil, switchInterval, cpuCount, diskLatency }) {
  const set = (/** @type {string} */ name, /** @type {string | undefined} */ value) => { if (value === undefined) figure.removeAttribute(name); else figure.setAttribute(name, value); };
  set("python", python);
  if (view) set("view", view);
  for (const [name, value] of Object.entries({ "instruction-cost": cost, "switch-interval": switchInterval, "cpu-count": cpuCount, "disk-latency": diskLatency })) set(name, value ? String(value) : undefined);
  set("no-gil", noGil ? "" : undefined);
}
