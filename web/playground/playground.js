// playground.js — the page for programs of one's own: a gallery to start from, a dropped file, a link that holds the program.
import "../sluice.js";
import { fromFragment, toFragment } from "../figure/share.js";

/** @typedef {import("../figure/element.js").SluiceFigure} SluiceFigure */

const figure = /** @type {SluiceFigure} */ (document.querySelector("sluice-figure"));
const gallery = /** @type {HTMLSelectElement} */ (document.querySelector("#gallery"));
const status = /** @type {HTMLElement} */ (document.querySelector("#status"));
/** The address follows the typing after this pause. */
const QUIET_MS = 400;
/** A file larger than this is not a program that one watches. */
const LARGEST_FILE = 200_000;

/** Puts a program into the figure, from its beginning. @param {string} source */
function open(source) {
  figure.source = source;
  figure.player.restart();
}

for (const option of document.querySelectorAll("template#programs")) {
  for (const program of /** @type {HTMLTemplateElement} */ (option).content.querySelectorAll("pre")) {
    gallery.append(new Option(program.dataset.title, program.dataset.name));
  }
}
gallery.addEventListener("change", () => {
  const templates = /** @type {HTMLTemplateElement} */ (document.querySelector("template#programs"));
  open(templates.content.querySelector(`pre[data-name="${CSS.escape(gallery.value)}"]`)?.textContent ?? "");
});

/** The address of the present state. */
async function link() {
  const when = figure.player.axis?.whenAt(figure.player.at) ?? 0;
  const fragment = await toFragment({ source: figure.source, python: figure.getAttribute("python") ?? "3.13", when });
  return `${location.href.split("#")[0]}#${fragment}`;
}

let pending = 0;
figure.addEventListener("run", () => {
  clearTimeout(pending);
  pending = window.setTimeout(async () => history.replaceState(null, "", await link()), QUIET_MS);
});

document.querySelector("#share")?.addEventListener("click", async () => {
  const address = await link();
  history.replaceState(null, "", address);
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = "Copied.";
  } catch {
    status.textContent = "The address of this page now holds the program.";
  }
});

document.querySelector("#download")?.addEventListener("click", () => {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob([figure.source], { type: "text/x-python" }));
  anchor.download = "program.py";
  anchor.click();
  URL.revokeObjectURL(anchor.href);
});

addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", async (event) => {
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  if (file.size > LARGEST_FILE) status.textContent = `${file.name} is too large.`;
  else open(await file.text());
});

const shared = await fromFragment(location.hash);
if (shared) {
  figure.setAttribute("python", shared.python);
  figure.setAttribute("t", String(shared.when));
  open(shared.source);
}
