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

/** Hands the reader a file. @param {string} name @param {string} type @param {string} text */
function save(name, type, text) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob([text], { type }));
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}

document.querySelector("#download")?.addEventListener("click", () => save("program.py", "text/x-python", figure.source));
document.querySelector("#picture")?.addEventListener("click", () => save("sluice.svg", "image/svg+xml", figure.picture()));
document.querySelector("#trace")?.addEventListener("click", async () => save("trace.json", "application/json", await figure.export("chrome")));
document.querySelector("#embed")?.addEventListener("click", async () => {
  const python = figure.getAttribute("python");
  const escaped = figure.source.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const snippet = `<script type="module" src="sluice.js"></script>\n<sluice-figure${python ? ` python="${python}"` : ""}>\n<pre><code>${escaped}</code></pre>\n</sluice-figure>\n`;
  try {
    await navigator.clipboard.writeText(snippet);
    status.textContent = "Copied: put it into a page, beside the files of the element.";
  } catch {
    save("figure.html", "text/html", snippet);
  }
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
