// playground.js — the page for programs of one's own: a gallery to start from, a dropped file, an address that follows the typing.
import "../sluice.js";
import { LONGEST_PROGRAM } from "../figure/limits.js";
import { toFragment } from "../figure/share.js";

/** @typedef {import("../figure/element.js").SluiceFigure} SluiceFigure */

const figure = /** @type {SluiceFigure} */ (document.querySelector("sluice-figure"));
const gallery = /** @type {HTMLElement} */ (document.querySelector("#gallery"));
const status = /** @type {HTMLElement} */ (document.querySelector("#status"));
/** The address follows the typing after this pause. */
const QUIET_MS = 400;

/** Puts a program into the figure, from its beginning. @param {string} source */
function open(source) {
  figure.source = source;
  figure.player.restart();
  status.textContent = "";
}

const programs = /** @type {HTMLTemplateElement} */ (document.querySelector("template#programs")).content;

gallery.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  if (!button) return;
  open(programs.querySelector(`pre[data-name="${CSS.escape(button.dataset.name ?? "")}"]`)?.textContent ?? "");
  figure.player.play();
  status.textContent = "";
});

/** What is in the figure may be no gallery program any more. */
figure.addEventListener("run", () => {
  for (const button of gallery.querySelectorAll("button")) {
    const isOpen = programs.querySelector(`pre[data-name="${CSS.escape(button.dataset.name ?? "")}"]`)?.textContent === figure.source;
    if (isOpen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
});

let pending = 0;
figure.addEventListener("run", () => {
  clearTimeout(pending);
  pending = window.setTimeout(async () => history.replaceState(null, "", `#${await toFragment(figure.sharedState)}`), QUIET_MS);
});

/** @param {File | undefined} file */
async function openFile(file) {
  if (!file) return;
  if (file.size > LONGEST_PROGRAM) status.textContent = `${file.name} is too large.`;
  else {
    open(await file.text());
    status.textContent = `${file.name} is open.`;
  }
}

const picker = /** @type {HTMLInputElement} */ (document.querySelector("#file"));
picker.addEventListener("change", async () => {
  await openFile(picker.files?.[0]);
  picker.value = "";
});
addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("is-dropping");
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("is-dropping"); });
addEventListener("drop", (event) => {
  document.body.classList.remove("is-dropping");
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  void openFile(event.dataTransfer.files[0]);
});
