// icons.js — the controls' icons: paths in a box of 20 by 20.
import { svg } from "./svg.js";

const PATHS = {
  play: "M6.5 4.2v11.6L15.8 10z",
  pause: "M5.5 4.5h3v11h-3zM11.5 4.5h3v11h-3z",
  restart: "M4 4.5h2v11H4zM15.5 4.8v10.4L7.5 10z",
  stepBack: "M13.5 4.8v10.4L5.5 10z",
  stepForward: "M6.5 4.8v10.4l8-5.2z",
};

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  const bar = name === "stepBack" ? "M14.2 4.8h1.6v10.4h-1.6z" : name === "stepForward" ? "M4.2 4.8h1.6v10.4H4.2z" : "";
  return svg("svg", { viewBox: "0 0 20 20", width: 20, height: 20, class: "icon", "aria-hidden": "true" }, svg("path", { d: PATHS[name] + bar }));
}
