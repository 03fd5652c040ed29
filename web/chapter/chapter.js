// chapter.js — the page's own script: the figures, what the reader does with them, and the contents that follow the reading.
import { SluiceFigure } from "../sluice.js";
import { makeLoopGame } from "./loop-game.js";
import { makeOffload } from "./offload.js";
import { watchPredictions } from "./predict.js";
import { watchTasks } from "./tasks.js";

watchTasks();
watchPredictions();
makeOffload();
for (const place of document.querySelectorAll(".loop-game")) {
  const figure = document.querySelector(`#${place.getAttribute("data-for")} sluice-figure`);
  if (figure instanceof SluiceFigure && place instanceof HTMLElement) makeLoopGame(place, figure);
}

/** A word of a caption that names a look lights it up in the figure above. */
for (const word of document.querySelectorAll("figcaption [data-look]")) {
  const figure = /** @type {import("../figure/element.js").SluiceFigure | null | undefined} */ (word.closest("figure")?.querySelector("sluice-figure"));
  word.addEventListener("pointerenter", () => figure?.spotlight(word.getAttribute("data-look") ?? ""));
  word.addEventListener("pointerleave", () => figure?.spotlight(""));
}

const links = new Map(Array.from(document.querySelectorAll(".contents a"), (link) => [link.getAttribute("href")?.slice(1) ?? "", link]));
const sections = Array.from(document.querySelectorAll("main section[id]"));
const here = document.querySelector(".here");

/** Marks the section that is being read: the last whose heading has passed the upper third. */
function follow() {
  const line = innerHeight / 3;
  const current = sections.filter((section) => section.getBoundingClientRect().top < line).pop();
  for (const [id, link] of links) {
    if (current?.id === id) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const title = current?.querySelector("h2")?.textContent ?? "";
  if (here && here.textContent !== title) here.textContent = title;
}

let isAsked = false;
addEventListener("scroll", () => {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => { isAsked = false; follow(); });
}, { passive: true });
follow();
