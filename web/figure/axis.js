// axis.js — where each event of a run lies on the way from left (0) to right (1). Pure; no DOM.
//
// What matters in asyncio mostly takes no time: a dozen steps fall on one instant, then nothing happens for a second. So the axis
// gives each event room by its kind (a *moment*: events with no pause between them, spread out in order), and each pause room by
// its length, long ones shortened with a visible break. With `trueScale` it is the clock and nothing else.

/** @typedef {import("../engine/run.js").Run} Run */
/** @typedef {{ from: number, to: number, whenFrom: number, whenTo: number, isBroken: boolean }} Pause */
/** @typedef {{ from: number, to: number, when: number, first: number, last: number }} Moment */

/** Room after an event of a kind, in units of one typical happening; kinds that are not named take none. */
const ROOM = {
  Step: 0.5, EagerStep: 0.4, Callback: 0.14, TimerDue: 0.1, BlockBegin: 0.3, BlockEnd: 0.3, TaskCreated: 0.35, Wait: 0.35,
  TaskDone: 0.45, CancelRequested: 0.5, CancelDelivered: 0.5, Delivered: 0.45, Acquired: 0.5, Released: 0.5, WaiterWoken: 0.25,
  EventSet: 0.5, Notified: 0.5, QueuePut: 0.45, QueueGet: 0.45, BarrierTrip: 0.5, TimeoutExpired: 0.5, GroupAborting: 0.5,
  Entered: 0.15, Exiting: 0.15, Exited: 0.1, JobQueued: 0.35, JobBegin: 0.45, JobEnd: 0.45, GilAcquired: 0.15, Out: 0.5, Err: 0.5,
  Raised: 0.3, Deadlock: 1, End: 0.6, Line: 0.08,
};
/** Lines that run get room of their own as long as there are no more than this; else they would drown what happens. */
const MOST_LINES = 400;
/** An event that gets at least this much room is a place where "one step" stops. */
const STOP_ROOM = 0.3;
/** A pause shorter than this many handles is part of the moment: timers that were set one handle apart end so. */
const HANDLES_IN_A_MOMENT = 50;
/** … but in a short run, and with handles that take long, no more than this share of the run, and at least so many handles. */
const SHARE_OF_RUN = 0.01;
const LEAST_HANDLES = 3;
/** Pauses longer than this many median pauses are shortened. */
const BREAK_FACTOR = 8;

/**
 * Length that a pause is drawn with: its own up to `limit`, then growing with the logarithm only.
 * @param {number} seconds @param {number} limit
 */
const drawnLength = (seconds, limit) => (seconds <= limit ? seconds : limit * (1 + 0.25 * Math.log(seconds / limit)));

export class Axis {
  /**
   * @param {Run} run
   * @param {{ trueScale?: boolean, until?: number }} [options] until: where the true scale ends, in seconds; the run's end unless given
   */
  constructor(run, { trueScale = false, until = run.end } = {}) {
    this.run = run;
    this.isTrueScale = trueScale;
    /** The clock at the right end. */
    this.until = trueScale ? until : run.end;
    const count = run.events.when.length;
    /** Where each event lies; never decreasing. */
    this.positions = new Float64Array(count);
    /** @type {Pause[]} */ this.pauses = [];
    /** @type {Moment[]} */ this.moments = [];
    /** Events at which stepping stops. @type {number[]} */ this.stops = [];
    /** Units of happening in the whole run; the player takes its length from it. */
    this.happenings = 0;
    /** Share of the axis that one second takes in a pause that is not shortened; 0 without pauses. */
    this.perSecond = 0;
    if (count > 0) this._layOut();
    Object.freeze(this);
  }

  _layOut() {
    const { when, kind } = this.run.events;
    const count = when.length;
    const room = this.run.kinds.map(({ name }) => ROOM[/** @type {keyof typeof ROOM} */ (name)] ?? 0);
    if (this.run.lines.line.length > MOST_LINES) room[this.run.kinds.findIndex(({ name }) => name === "Line")] = 0;
    const { step, end } = this.run;
    const leastPause = Math.max(LEAST_HANDLES * step, Math.min(HANDLES_IN_A_MOMENT * step, end * SHARE_OF_RUN));

    /** @type {number[]} */ const lengths = [];
    for (let i = 0; i < count; i++) {
      if (i + 1 < count && when[i + 1] - when[i] > leastPause) lengths.push(when[i + 1] - when[i]);
      else this.happenings += room[kind[i]];
      if (room[kind[i]] >= STOP_ROOM) this.stops.push(i);
    }
    const median = lengths.length ? [...lengths].sort((a, b) => a - b)[Math.floor((lengths.length - 1) / 2)] : 0;
    const limit = median * BREAK_FACTOR;
    const drawn = lengths.reduce((sum, length) => sum + drawnLength(length, limit), 0);
    const share = drawn === 0 ? 1 : Math.min(0.5, Math.max(0.14, this.happenings * 0.011));
    const perUnit = this.happenings === 0 ? 0 : share / this.happenings;
    this.perSecond = drawn === 0 ? 0 : (1 - share) / drawn;

    let at = 0;
    let first = 0;
    for (let i = 0; i < count; i++) {
      this.positions[i] = at;
      const pause = i + 1 < count ? when[i + 1] - when[i] : 0;
      if (pause <= leastPause) { at += room[kind[i]] * perUnit; continue; }
      this.moments.push({ from: this.positions[first], to: at, when: when[first], first, last: i });
      const to = at + drawnLength(pause, limit) * this.perSecond;
      this.pauses.push({ from: at, to, whenFrom: when[i], whenTo: when[i + 1], isBroken: pause > limit });
      at = to;
      first = i + 1;
    }
    this.moments.push({ from: this.positions[first], to: Math.min(1, at), when: when[first], first, last: count - 1 });
    if (this.isTrueScale && this.until > 0) {
      for (let i = 0; i < count; i++) this.positions[i] = Math.min(1, when[i] / this.until);
      this.pauses = [{ from: 0, to: 1, whenFrom: 0, whenTo: this.until, isBroken: false }];
      this.perSecond = 1 / this.until;
    }
  }

  /** @param {number} event @returns {number} */
  positionOf(event) { return this.positions[Math.min(event, this.positions.length - 1)] ?? 1; }

  /** The last event that has happened at a position. @param {number} at @returns {number} -1 before the first */
  eventAt(at) {
    let low = 0;
    let high = this.positions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.positions[middle] <= at + 1e-12) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The clock at a position, in seconds. @param {number} at */
  whenAt(at) {
    const pause = this.pauses.find((p) => p.from <= at && at < p.to);
    if (pause) return pause.whenFrom + ((at - pause.from) / (pause.to - pause.from)) * (pause.whenTo - pause.whenFrom);
    if (this.isTrueScale) return this.until;
    const event = this.eventAt(at);
    return event < 0 ? 0 : this.run.events.when[event];
  }

  /** Where the clock first shows a time. @param {number} when seconds */
  positionAt(when) {
    const pause = this.pauses.find((p) => p.whenFrom < when && when < p.whenTo);
    if (pause) return pause.from + ((when - pause.whenFrom) / (pause.whenTo - pause.whenFrom)) * (pause.to - pause.from);
    const events = this.run.events.when;
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (events[middle] < when - 1e-12) low = middle + 1;
      else high = middle;
    }
    return low >= events.length ? 1 : this.positions[low];
  }

  /** The next place after a position where stepping stops; 1 after the last. @param {number} at */
  stopAfter(at) {
    const event = this.stops.find((e) => this.positions[e] > at + 1e-9);
    return event === undefined ? 1 : this.positions[event];
  }

  /** The place before; 0 before the first. @param {number} at */
  stopBefore(at) {
    for (let i = this.stops.length - 1; i >= 0; i--) {
      if (this.positions[this.stops[i]] < at - 1e-9) return this.positions[this.stops[i]];
    }
    return 0;
  }
}
