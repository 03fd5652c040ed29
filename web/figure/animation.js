// animation.js — the whole run as one animated SVG: no script, no encoder, sharp at any size, a few dozen kilobytes.
//
// The figure plays on a stage out of sight, a frame at a time. Each thing that moves becomes a group with a track of places; each
// look that it takes on becomes a part of that group, shown while it lasts. Between frames the browser that shows the file
// interpolates.
import { sheetOf, takeDown } from "./picture.js";
import { OffStage } from "./off-stage.js";
import { svg } from "./svg.js";

const FRAMES_PER_SECOND = 15;
/** The last frame stands still for so long before it all begins again, in seconds. */
const REST = 2;
/** Frames that are drawn before the page gets a turn. */
const FRAMES_AT_ONCE = 12;

/** Where a thing is: the attributes that say so. */
const PLACES = [["x", "y"], ["cx", "cy"]];
/**
 * @typedef {{ element: Element, parent: Element, from: number, radius: number, places: string[], bodies: number[], dial: number[] }} Track one entry a frame, from its
 *   first on; a body that is not there is -1
 * @typedef {{ tracks: Map<Element, Track>, bodies: Map<string, number>, nodes: SVGElement[] }} Tape
 */

/**
 * @param {import("./element.js").SluiceFigure} figure with a run
 * @param {(share: number) => void} [onProgress]
 * @returns {Promise<string>} the text of an .svg file
 */
export async function animationOf(figure, onProgress = () => undefined) {
  const stage = new OffStage(figure);
  const seconds = figure.player.lengthAt(1);
  const frames = Math.ceil(seconds * FRAMES_PER_SECOND);
  /** @type {Tape} */ const tape = { tracks: new Map(), bodies: new Map(), nodes: [] };
  for (let frame = 0; frame <= frames; frame++) {
    stage.draw(frame / frames, frame === 0 ? 0 : 1 / FRAMES_PER_SECOND);
    for (const { drawing } of stage.parts) for (const element of movingOf(drawing)) record(tape, element, frame);
    for (const track of tape.tracks.values()) if (track.from + track.bodies.length <= frame) track.bodies.push(-1), track.places.push(track.places[track.places.length - 1]), track.dial.push(1);
    if (frame % FRAMES_AT_ONCE === 0) {
      onProgress(frame / frames);
      await new Promise((done) => setTimeout(done));
    }
  }
  for (const track of tape.tracks.values()) unroll(tape, track, frames, seconds);
  const { drawings, style } = takeDown(stage, figure);
  return sheetOf(stage, style, drawings, figure.label);
}

/** What changes from frame to frame. @param {SVGSVGElement} drawing @returns {Element[]} */
function movingOf(drawing) {
  if (drawing.matches(".scene")) return Array.from(drawing.children).flatMap((group) => (group.matches(".loop") ? [group] : Array.from(group.children)));
  if (drawing.matches(".timeline-drawing")) return [...drawing.querySelectorAll(".veil, .playhead > *")];
  if (drawing.matches(".standing")) return [...drawing.querySelectorAll(".token")];
  return [...drawing.querySelectorAll(".program-lit")];
}

/** @param {Tape} tape @param {Element} element @param {number} frame */
function record(tape, element, frame) {
  let track = tape.tracks.get(element);
  if (!track) {
    track = { element, parent: /** @type {Element} */ (element.parentElement), from: frame, radius: 0, places: [], bodies: [], dial: [] };
    tape.tracks.set(element, track);
  }
  const dial = element.querySelector(".dial");
  const arc = dial?.getAttribute("d") ?? "";
  const copy = /** @type {SVGElement} */ (element.cloneNode(true));
  track.places.push(takePlace(copy));
  if (element.matches(".veil")) copy.setAttribute("width", "9999");
  copy.querySelector(".dial")?.remove();
  copy.querySelector("title")?.remove();
  const key = `${track.parent.getAttribute("class")} ${copy.outerHTML}`;
  let body = tape.bodies.get(key);
  if (body === undefined) {
    body = tape.nodes.length;
    tape.bodies.set(key, body);
    tape.nodes.push(copy);
  }
  track.bodies.push(body);
  track.dial.push(goneOf(arc));
  track.radius ||= Number(/A([\d.]+) /.exec(arc)?.[1] ?? 0);
}

/** Takes the place out of an element. @param {Element} element @returns {string} "x y" */
function takePlace(element) {
  const translated = /^translate\(([-\d.]+)[ ,]([-\d.]+)\)$/.exec(element.getAttribute("transform") ?? "");
  if (translated) {
    element.removeAttribute("transform");
    return `${Number(translated[1]).toFixed(1)} ${Number(translated[2]).toFixed(1)}`;
  }
  if (element.hasAttribute("x1")) {
    const x = Number(element.getAttribute("x1"));
    element.setAttribute("x1", "0");
    element.setAttribute("x2", "0");
    return `${x.toFixed(1)} 0`;
  }
  const [x, y] = PLACES.find(([name]) => element.hasAttribute(name)) ?? PLACES[0];
  const place = `${Number(element.getAttribute(x) ?? 0).toFixed(1)} ${Number(element.getAttribute(y) ?? 0).toFixed(1)}`;
  element.removeAttribute(x);
  element.removeAttribute(y);
  return place;
}

/** How much of a dial's circle is gone, 0..1; see arc() in token.js. @param {string} d */
function goneOf(d) {
  const start = /^M([-\d.]+) ([-\d.]+)A/.exec(d);
  if (!start) return 1;
  const gone = (Math.atan2(Number(start[2]), Number(start[1])) / (2 * Math.PI) + 1.25) % 1;
  return Math.round(gone * 1000) / 1000;
}

/** Puts a track in the place of its element. @param {Tape} tape @param {Track} track @param {number} frames @param {number} seconds */
function unroll(tape, track, frames, seconds) {
  const { element, from } = track;
  const total = (seconds + REST).toFixed(2);
  const time = (/** @type {number} */ frame) => ((frame / frames) * (seconds / (seconds + REST))).toFixed(4).replace(/0+$/, "").replace(/\.$/, "");
  const group = svg("g");
  const places = changes(track.places, true);
  if (places.length > 1) {
    group.append(animate("animateTransform", { attributeName: "transform", type: "translate" }, places.map(([i, place]) => [time(from + i), place.replace(" ", ",")]), total, ""));
  }
  group.setAttribute("transform", `translate(${track.places[0]})`);

  for (const body of new Set(track.bodies)) {
    if (body < 0) continue;
    const shown = changes(track.bodies.map((each) => (each === body ? "inline" : "none")), false);
    const part = /** @type {SVGElement} */ (tape.nodes[body].cloneNode(true));
    const isAlways = from === 0 && shown.length === 1;
    if (isAlways) group.append(part);
    else {
      const keys = shown.map(([i, value]) => /** @type {[string, string]} */ ([time(from + i), value]));
      if (from > 0) keys.unshift(["0", "none"]);
      group.append(svg("g", { display: keys[0][1] }, part, animate("animate", { attributeName: "display" }, keys, total, "discrete")));
    }
  }
  const dial = element.querySelector(".dial");
  if (dial && track.dial.some((gone) => gone < 1)) group.append(dialOf(element, track, time, total));
  if (track.parent.contains(element)) element.replaceWith(group);
  else track.parent.append(group);
}

/** A ring that is used up. @param {Element} element @param {Track} track @param {(frame: number) => string} time @param {string} total */
function dialOf(element, track, time, total) {
  const { radius: r } = track;
  const ring = svg("path", { class: "dial", d: `M0 ${-r}A${r} ${r} 0 1 1 0 ${r}A${r} ${r} 0 1 1 0 ${-r}`, pathLength: 1, "stroke-dasharray": "1 1", "stroke-dashoffset": -track.dial[0] });
  ring.append(animate("animate", { attributeName: "stroke-dashoffset" }, changes(track.dial, true).map(([i, gone]) => [time(track.from + i), String(-gone)]), total, ""));
  return svg("g", { class: element.getAttribute("class") ?? "" }, ring);
}

/**
 * The frames at which a track changes; with `isSmooth` also those before a change begins, and none within a straight line.
 * @template {string | number} T
 * @param {T[]} values @param {boolean} isSmooth @returns {[number, T][]}
 */
function changes(values, isSmooth) {
  /** @type {[number, T][]} */ const found = [[0, values[0]]];
  for (let i = 1; i < values.length; i++) {
    if (values[i] === values[i - 1]) continue;
    if (isSmooth && found[found.length - 1][0] < i - 1) found.push([i - 1, values[i - 1]]);
    found.push([i, values[i]]);
  }
  return found;
}

/** @param {"animate" | "animateTransform"} name @param {Record<string, string>} attributes @param {[time: string, value: string][]} keys @param {string} seconds @param {string} mode */
function animate(name, attributes, keys, seconds, mode) {
  const all = [...keys];
  if (Number(all[0][0]) > 0) all.unshift(["0", all[0][1]]);
  if (Number(all[all.length - 1][0]) < 1 && mode !== "discrete") all.push(["1", all[all.length - 1][1]]);
  return svg(name, { ...attributes, values: all.map(([, value]) => value).join(";"), keyTimes: all.map(([time]) => time).join(";"), dur: `${seconds}s`, repeatCount: "indefinite", ...(mode ? { calcMode: mode } : {}) });
}
