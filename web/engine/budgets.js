// budgets.js — what a run in a page may use up, unless it is asked for with other budgets. What is not named here is the core's own.

/** A few seconds of work, and more output than anybody reads: a page that a link has led to has to stay of use. */
export const PAGE_BUDGETS = { instructions: 50_000_000, output: 1_000_000 };

/** On the page's own thread a run cannot be ended and everything waits for it, so it gets less: about a fifth of a second. */
export const SMALL_BUDGETS = { instructions: 3_000_000, events: 100_000, output: 100_000 };
