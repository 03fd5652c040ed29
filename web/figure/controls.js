// controls.js — play, pause, steps and speed. They move the player and show its state; they know nothing of the run.
import { html } from "./dom.js";
import { icon } from "./icons.js";
import { SPEED_RANGE } from "./player.js";
import { speedLabel, STRINGS } from "./strings.js";
import { set } from "./svg.js";

/** Emits "print", "failure" and "bookmark". */
export class Controls extends EventTarget {
  /** @param {import("./player.js").Player} player @param {(name: string) => boolean} has which of "play step speed restart jump" the author wants */
  constructor(player, has) {
    super();
    this._player = player;
    this.element = html("div", { class: "controls", role: "group", "aria-label": "Playback" });
    this._play = button("play", STRINGS.play, () => player.toggle());
    this._play.classList.add("primary");
    if (has("restart")) this.element.append(button("restart", STRINGS.restart, () => player.restart()));
    if (has("step")) this.element.append(button("stepBack", STRINGS.stepBack, () => { player.pause(); player.step(-1); }));
    if (has("play")) this.element.append(this._play);
    if (has("step")) this.element.append(button("stepForward", STRINGS.stepForward, () => { player.pause(); player.step(1); }));
    /** @type {Record<string, HTMLButtonElement>} */ this._jumps = {};
    const jumps = html("span", { class: "jumps" });
    for (const name of /** @type {const} */ (["print", "failure", "bookmark"])) {
      this._jumps[name] = button(name, STRINGS[name], () => this.dispatchEvent(new Event(name)));
      jumps.append(this._jumps[name]);
    }
    if (has("jump")) this.element.append(jumps);
    this._speed = html("input", { type: "range", class: "speed-range", name: "speed", min: SPEED_RANGE.min, max: SPEED_RANGE.max, step: 0.5, value: 0, "aria-label": STRINGS.speed });
    this._speedText = html("span", { class: "speed-text" });
    if (has("speed")) this.element.append(html("label", { class: "speed" }, html("span", { class: "speed-name" }, STRINGS.speed), this._speed, this._speedText));
    this._speed.addEventListener("input", () => this.setSpeed(Number(this._speed.value)));
    this.showState();
    this.showSpeed();
  }

  /** @param {number} exponent of two */
  setSpeed(exponent) {
    const bounded = Math.min(SPEED_RANGE.max, Math.max(SPEED_RANGE.min, exponent));
    this._player.speed = 2 ** bounded;
    this._speed.value = String(bounded);
    this.showSpeed();
  }

  /** @param {number} direction 1 or -1 */
  changeSpeed(direction) { this.setSpeed(Number(this._speed.value) + direction); }

  /** Shows the ways to jump that this run has. @param {{ print: boolean, failure: boolean }} there */
  showJumps(there) { for (const name of /** @type {const} */ (["print", "failure"])) this._jumps[name].hidden = !there[name]; }

  /** @param {boolean} isMarked whether the present moment has a bookmark */
  showMark(isMarked) { set(this._jumps.bookmark, { "aria-pressed": String(isMarked) }); }

  showSpeed() {
    const text = speedLabel(this._player.stretch);
    this._speedText.textContent = text;
    this._speed.setAttribute("aria-valuetext", text);
  }

  showState() {
    const isPlaying = this._player.state === "playing";
    this._play.replaceChildren(icon(isPlaying ? "pause" : "play"));
    this._play.setAttribute("aria-label", isPlaying ? STRINGS.pause : STRINGS.play);
    this._play.title = isPlaying ? STRINGS.pause : STRINGS.play;
  }
}

/** @param {Parameters<typeof icon>[0]} name @param {string} label @param {() => void} action */
function button(name, label, action) {
  const element = html("button", { type: "button", class: "button", "aria-label": label, title: label }, icon(name));
  element.addEventListener("click", action);
  return element;
}
