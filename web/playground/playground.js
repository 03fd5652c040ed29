// playground.js — the page for programs of one's own: a gallery to start from, a dropped file, an address that follows the typing.
import "../sluice.js";
import { toFragment } from "../figure/share.js";

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
  status.textContent = "";
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

let pending = 0;
figure.addEventListener("run", () => {
  clearTimeout(pending);
  pending = window.setTimeout(async () => history.replaceState(null, "", `#${await toFragment(figure.sharedState)}`), QUIET_MS);
});

addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", async (event) => {
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  if (file.size > LARGEST_FILE) status.textContent = `${file.name} is too large.`;
  else open(await file.text());
});
