// nouns.js — a word of the text that names a look (data-look) lights up what has that look in its figure.
//
// Its figure is the one that it names (data-in), else the one whose caption it stands in, else the first of its section.

/** @typedef {import("../figure/element.js").SluiceFigure} SluiceFigure */

/** @param {Element} word @returns {SluiceFigure | null} */
function figureOf(word) {
  const around = word.getAttribute("data-in") ? document.getElementById(word.getAttribute("data-in") ?? "") : word.closest("figure") ?? word.closest("section");
  return around?.querySelector("sluice-figure") ?? null;
}

/** Wires all such words of the page; they can be reached by keyboard and by touch as well. */
export function lightUpNouns() {
  for (const word of document.querySelectorAll("[data-look]")) {
    const figure = figureOf(word);
    if (!figure) continue;
    word.setAttribute("tabindex", "0");
    const light = () => figure.spotlight(word.getAttribute("data-look") ?? "");
    const dim = () => figure.spotlight("");
    for (const event of ["pointerenter", "focus"]) word.addEventListener(event, light);
    for (const event of ["pointerleave", "blur"]) word.addEventListener(event, dim);
  }
}
