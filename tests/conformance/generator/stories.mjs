// stories.mjs — programs made of stories: each a coroutine function that does what asyncio programs are known to do.
//
// Where a scenario puts statements together at random, a story has a plot, whose details are random. A program runs some of
// them, one after the other or at a time, and ends in one of the ways in which programs end.

import { helpers } from './helpers.mjs';
import * as calling from './stories/calling.mjs';
import * as cancelling from './stories/cancelling.mjs';
import * as carrying from './stories/carrying.mjs';
import * as deriving from './stories/deriving.mjs';
import * as driving from './stories/driving.mjs';
import * as dying from './stories/dying.mjs';
import * as exiting from './stories/exiting.mjs';
import * as failing from './stories/failing.mjs';
import * as furnishing from './stories/furnishing.mjs';
import * as generating from './stories/generating.mjs';
import * as grouping from './stories/grouping.mjs';
import * as keeping from './stories/keeping.mjs';
import * as looping from './stories/looping.mjs';
import * as racing from './stories/racing.mjs';
import * as sharing from './stories/sharing.mjs';
import * as teaching from './stories/teaching.mjs';
import * as telling from './stories/telling.mjs';
import * as working from './stories/working.mjs';

/** @typedef {import('./scenario.mjs').Scenario} Scenario */
/**
 * What a story is told with: `paste` adds lines to the function, without the indentation that they have in common.
 * @typedef {{paste: (text: string) => void, r: import('./random.mjs').Random, d: () => string, minor: number, scenario: Scenario}} Teller
 */
/** @typedef {(teller: Teller) => void} Story */

/** The stories with the version that knows what they use. @type {[number, Story][]} */
const STORIES = [
  [10, cancelling.stubborn], [10, cancelling.shielded], [10, cancelling.forsaken], [11, cancelling.uncancelled], [11, cancelling.deadlines],
  [10, cancelling.limited], [10, cancelling.oddly],
  [11, grouping.nested], [11, grouping.spawning], [10, grouping.gathered], [10, grouping.waited], [10, grouping.completed], [12, grouping.eager],
  [10, grouping.racing],
  [10, sharing.locked], [10, sharing.notified], [11, sharing.barred], [10, sharing.queued], [10, sharing.ranked], [13, sharing.shutDown],
  [10, sharing.limitedBy], [10, sharing.produced], [10, sharing.guests],
  [10, calling.doneCallbacks], [10, calling.handles], [10, calling.futures], [10, calling.contexts], [10, calling.errors], [10, calling.tasks],
  [10, generating.closedEarly], [10, generating.thrown], [10, generating.yieldsOnClose], [10, generating.coroutines], [10, generating.managers],
  [10, generating.stacked], [10, generating.comprehended], [10, generating.overlapping],
  [10, dying.held], [10, dying.remembered], [10, dying.dropped], [10, exiting.interrupted], [10, exiting.leftovers],
  [10, racing.permits], [10, racing.conditions], [10, racing.queues], [11, racing.barriers], [11, racing.counted], [11, racing.sheltered], [10, racing.limits],
  [11, failing.sorted], [10, failing.again], [10, failing.swallowed],
  [10, driving.scheduled], [10, driving.awaited], [10, driving.machines], [10, driving.matched],
  [10, carrying.contextual], [10, carrying.debugged], [12, carrying.eagerly], [10, carrying.abandoned],
  [10, teaching.pipeline], [10, teaching.throttled], [10, teaching.lent], [10, teaching.cached], [10, teaching.replenished], [10, teaching.progressed],
  [10, teaching.periodic], [10, teaching.streamed], [10, teaching.published], [10, teaching.acted], [10, teaching.guarded],
  [10, telling.formatted], [10, telling.logged], [11, telling.rescheduled], [11, telling.supervised], [10, telling.wound], [10, telling.lazily],
  [10, telling.phased], [10, telling.inspected],
  [10, furnishing.dispatched], [10, furnishing.kept], [10, furnishing.dated], [10, furnishing.parsed], [10, furnishing.traced], [10, furnishing.simulated], [10, furnishing.typed],
  [10, keeping.keptByContexts], [10, keeping.keptByResults], [10, deriving.derived], [11, deriving.limits], [12, deriving.eagerGroups],
  [10, looping.zeros], [10, looping.factories], [10, looping.introspected], [10, looping.retried],
];
/** Those that need threads. @type {[number, Story][]} */
const THREADED = [[10, working.pools], [10, working.carried], [10, working.calledBack], [10, working.waitedFor], [10, carrying.crossed], [10, telling.delegated], [10, deriving.ownPool]];

/** A whole program of stories. @param {Scenario} scenario */
export function writeStories(scenario) {
  const { random: r, writer: w, minor } = scenario;
  helpers(scenario);
  const known = (scenario.usesThreads ? [...STORIES, ...THREADED, ...THREADED] : STORIES).filter(([since]) => since <= minor);
  const told = r.times(1 + r.below(3), () => r.pick(known)[1]);
  const names = told.map((story) => {
    const name = w.fresh(story.name);
    w.block(`async def ${name}():`, () => story({ paste: (text) => w.paste(text), r, d: () => scenario.delay(), minor, scenario }));
    w.emit('');
    return name;
  });
  looping.begin(scenario, names);
}
