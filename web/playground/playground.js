// playground.js — the page for programs of one's own: a gallery to start from, a dropped file, an address that follows the typing.
import "../sluice.js";
import { LONGEST_PROGRAM } from "../figure/limits.js";
import { toFragment } from "../figure/share.js";

/** @typedef {import("../figure/element.js").SluiceFigure} SluiceFigure */

const figure = /** @type {SluiceFigure} */ (document.querySelector("sluice-figure"));
const gallery = /** @type {HTMLElement} */ (document.querySelector("#gallery"));
// Where there is room beside the figure it stands open there.
gallery.closest("details")?.toggleAttribute("open", matchMedia("(min-width: 1360px)").matches);
const status = /** @type {HTMLElement} */ (document.querySelector("#status"));
/** The address follows the typing after this pause. */
const QUIET_MS = 400;

const programs = /** @type {HTMLTemplateElement} */ (document.querySelector("template#programs")).content;

gallery.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  if (!button) return;
  figure.open(programs.querySelector(`pre[data-name="${CSS.escape(button.dataset.name ?? "")}"]`)?.textContent ?? "");
  figure.play();
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

/** A program goes into the figure; whatever else it is, the program can open it by its name. @param {File} file */
async function take(file) {
  if (file.size > LONGEST_PROGRAM) {
    status.textContent = `${file.name} is too large.`;
    return;
  }
  const text = await file.text();
  if (/\.pyw?$/i.test(file.name)) {
    figure.open(text);
    status.textContent = `${file.name} is open.`;
  } else {
    figure.files = { ...figure.files, [file.name]: text };
    showFiles();
    status.textContent = `The program can read ${file.name}.`;
  }
}

const files = /** @type {HTMLElement} */ (document.querySelector("#files"));

/** The files beside the program, each with a way to take it off again. */
function showFiles() {
  const names = Object.keys(figure.files);
  if (names.join("\n") === files.dataset.names) return;
  files.dataset.names = names.join("\n");
  files.hidden = names.length === 0;
  files.replaceChildren(...names.map((name) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const code = document.createElement("code");
    code.textContent = name;
    button.type = "button";
    button.textContent = "×";
    button.setAttribute("aria-label", `Take ${name} away`);
    button.addEventListener("click", () => {
      figure.files = Object.fromEntries(Object.entries(figure.files).filter(([each]) => each !== name));
      showFiles();
    });
    item.append(code, button);
    return item;
  }));
}
// A link may have brought some.
figure.addEventListener("run", showFiles);

const picker = /** @type {HTMLInputElement} */ (document.querySelector("#file"));
picker.addEventListener("change", async () => {
  for (const file of picker.files ?? []) await take(file);
  picker.value = "";
});
addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("is-dropping");
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("is-dropping"); });
addEventListener("drop", async (event) => {
  document.body.classList.remove("is-dropping");
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  for (const file of [...event.dataTransfer.files]) await take(file);
});
