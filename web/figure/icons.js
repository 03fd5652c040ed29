// icons.js — the controls' icons: paths in a box of 20 by 20.
import { svg } from "./svg.js";

const PATHS = {
  play: "M6.5 4.2v11.6L15.8 10z",
  pause: "M5.5 4.5h3v11h-3zM11.5 4.5h3v11h-3z",
  restart: "M4 4.5h2v11H4zM15.5 4.8v10.4L7.5 10z",
  stepBack: "M13.5 4.8v10.4L5.5 10z",
  stepForward: "M6.5 4.8v10.4l8-5.2z",
  print: "M3 4.4h9v1.5H3zM3 8h6v1.5H3zM3 11.6h6v1.5H3zM11.5 8.2v6.6l5.2-3.3z",
  failure: "M3.6 5.7 4.7 4.6 7.5 7.4l2.8-2.8 1.1 1.1L8.6 8.5l2.8 2.8-1.1 1.1-2.8-2.8-2.8 2.8-1.1-1.1 2.8-2.8zM12.3 8.7v6.6l5.2-3.3z",
  bookmark: "M5.5 3.5h9v13L10 13l-4.5 3.5zM7 5v8.5l3-2.4 3 2.4V5z",
  table: "M3 4h14v12H3zM4.4 7.6v2.6h3.4V7.6zm4.8 0v2.6h6.4V7.6zm-4.8 4v3h3.4v-3zm4.8 0v3h6.4v-3z",
  share: "M10 2.6 14 6.6l-1.1 1.1-2.1-2.1v6.6H9.2V5.6L7.1 7.7 6 6.6zM4 9.5h2.4V11H5.5v4.5h9V11h-.9V9.5H16V17H4z",
  help: "M7 7.3a3 3 0 1 1 4.5 2.6c-.6.4-.75.7-.75 1.4v.5h-1.5v-.6c0-1.2.4-1.9 1.4-2.5A1.5 1.5 0 1 0 8.5 7.3zM9.1 13.4h1.8v1.8H9.1z",
};

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  const bar = name === "stepBack" ? "M14.2 4.8h1.6v10.4h-1.6z" : name === "stepForward" ? "M4.2 4.8h1.6v10.4H4.2z" : "";
  return svg("svg", { viewBox: "0 0 20 20", width: 20, height: 20, class: "icon", "aria-hidden": "true" }, svg("path", { d: PATHS[name] + bar, "fill-rule": "evenodd" }));
}
