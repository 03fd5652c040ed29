// token.js — a task as a small disc with its number: the same in the scene and on the lines of the code.
import { set, setText, svg } from "./svg.js";

/** @typedef {import("./vocabulary.js").Look} Look */
/**
 * @typedef {{ key: string, task: number, line: number, on: number, x: number, y: number, r: number, look: Look, text: string,
 *   title: string, since: number, until: number }} Token
 * line: where it stands, 0: nowhere; on: the resource that it waits for or has, 0: none
 * since, until: when its sleep began, and when it will be over; the same when it does not sleep
 */

/** So many places a dial's end has on its way round: one for each half px of the largest. */
const DIAL_STEPS = 250;

/** Ends are shown by a mark beside the number. @type {Partial<Record<Look, string>>} */
const BADGES = { done: "M-3.2 .2 -.8 2.6 3.4-2.6", failed: "M-2.6-2.6 2.6 2.6M2.6-2.6-2.6 2.6", cancelled: "M-2.8 2.8 2.8-2.8" };

/** @returns {SVGGElement} */
export function makeToken() {
  return svg("g", { class: "token" },
    svg("title"),
    svg("circle", { class: "halo" }),
    svg("circle", { class: "body" }),
    svg("circle", { class: "grain" }),
    svg("path", { class: "dial" }),
    svg("text", { class: "number", "text-anchor": "middle" }),
    svg("g", { class: "badge" }, svg("circle", { r: 5.5 }), svg("path")));
}

/**
 * All of a token but its place, and how far its dial has turned.
 * @param {SVGGElement} group @param {Token} token @param {Token} [before] what the group shows; nothing unless given
 */
export function updateToken(group, token, before) {
  const isNew = (/** @type {(keyof Token)[]} */ ...names) => !before || names.some((name) => token[name] !== before[name]);
  const [title, halo, body, grain, dial, number, badge] = group.children;
  if (isNew("look", "task", "line", "on")) set(group, { class: `token is-${token.look}`, "data-task": token.task, "data-line": token.line, "data-on": token.on });
  if (isNew("title")) setText(title, token.title);
  if (isNew("r")) for (const circle of [halo, body, grain]) set(circle, { r: circle === halo ? token.r + 5 : token.r });
  if (isNew("since", "until")) set(dial, token.since === token.until ? { d: "", display: "none" } : { display: "inline" });
  if (isNew("text", "r")) {
    const size = token.r * (token.r < 10 ? 1.25 : 1) * (token.text.length > 2 ? 0.74 : 0.96);
    set(number, { y: size * 0.36 });
    /** @type {SVGElement} */ (number).style.fontSize = `${size.toFixed(1)}px`;
    setText(number, token.text);
  }
  if (!isNew("look", "r")) return;
  const fill = grainOf(token.look);
  set(grain, { fill, display: fill === "none" ? "none" : "inline" });
  const mark = BADGES[token.look];
  set(badge, { transform: `translate(${token.r * 0.78} ${-token.r * 0.78}) scale(${token.r < 10 ? 0.8 : 1})`, display: mark ? "inline" : "none" });
  set(badge.lastElementChild ?? badge, { d: mark ?? "" });
}

/** Turns the dial of a token that sleeps. @param {SVGGElement} group @param {Token} token @param {number} when */
export function turnDial(group, token, when) {
  if (token.since !== token.until) set(group.children[4], { d: arc(token.r + (token.r < 10 ? 2 : 3), shareOver(token, when)) });
}

/** How much of a time is over, 0..1, in steps that the eye cannot tell apart. @param {{ since: number, until: number }} time @param {number} when */
export const shareOver = ({ since, until }, when) => Math.round(DIAL_STEPS * Math.min(1, Math.max(0, (when - since) / (until - since)))) / DIAL_STEPS;

/** @param {Look} look */
const grainOf = (look) => (["asleep", "gate", "blocked", "thread"].includes(look) ? `url(#grain-${look})` : "none");

/**
 * What is left of a dial, clockwise from the top.
 * @param {number} r @param {number} progress 0: the full circle, 1: nothing
 */
export function arc(r, progress) {
  const left = Math.max(0, Math.min(1, 1 - progress));
  if (left <= 0.002) return "";
  if (left >= 0.998) return `M0 ${-r}A${r} ${r} 0 1 1 0 ${r}A${r} ${r} 0 1 1 0 ${-r}`;
  const angle = 2 * Math.PI * progress - Math.PI / 2;
  const x = (r * Math.cos(angle)).toFixed(2);
  const y = (r * Math.sin(angle)).toFixed(2);
  return `M${x} ${y}A${r} ${r} 0 ${left > 0.5 ? 1 : 0} 1 0 ${-r}`;
}
