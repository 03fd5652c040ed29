// vocabulary.js — how each state of the core looks, and its word in the key. One table for every view.

/**
 * A look is a colour, a pattern and a shape together, so that none of them is needed alone.
 * @typedef {"ready" | "running" | "asleep" | "gate" | "waits" | "thread" | "blocked" | "held" | "gil" | "idle" | "done" | "failed" | "cancelled"} Look
 */

/** @type {Record<string, Look>} */
const LOOKS = {
  Ready: "ready", Running: "running", Sleeping: "asleep", WaitingPermit: "gate", WaitingLock: "gate", WaitingEvent: "gate",
  WaitingCondition: "gate", WaitingBarrier: "gate", WaitingQueue: "gate", WaitingTask: "waits", WaitingFuture: "waits",
  WaitingGroup: "waits", InThread: "thread", Blocked: "blocked", WaitingGil: "gate", Idle: "idle", Busy: "thread", Held: "held",
  Length: "held", Done: "done", Failed: "failed", Cancelled: "cancelled",
};

/** A worker may block, that is what it is for; while it computes it has the GIL, as the loop has when a task runs. @type {Record<string, Look>} */
const THREAD_LOOKS = { Busy: "running", Blocked: "thread" };

/** @param {string} state @param {string} [rowKind] of the row: "Task", "Thread" … @returns {Look} */
export const lookOf = (state, rowKind) => (rowKind === "Thread" ? THREAD_LOOKS[state] : rowKind === "Gil" ? "gil" : undefined) ?? LOOKS[state] ?? "waits";

/** Order of the key. @type {Look[]} */
export const KEY_ORDER = ["running", "ready", "asleep", "gate", "held", "gil", "waits", "thread", "blocked", "done", "failed", "cancelled"];
