// facts.mjs — what the chapter has to teach: each fact, the place on the page that teaches it, words that have to stand there, and the
// figure that shows it. chapter.test.mjs sees to it.

/** @typedef {{ fact: string, at: string, words: RegExp[], figure?: string }} Fact figure: id without "figure-" */

/** @type {Fact[]} */
export const FACTS = [
  { fact: "the thesis: the bound belongs at the resource that hurts", at: "top", words: [/bound on fan-out/, /resource that actually hurts/], figure: "burst" },
  { fact: "the subtitle", at: "top", words: [/async with/, /as_completed/, /semaphores/, /blocking boundaries/] },

  { fact: "unbounded fan-out is an incident that waits for traffic", at: "why-incident", words: [/no bound/, /waits for traffic/, /downstream/, /machine/], figure: "burst" },
  { fact: "Semaphore caps how many run at once", at: "why-semaphore", words: [/asyncio\.Semaphore/, /caps/], figure: "gate" },
  { fact: "gather collects in input order", at: "why-gather", words: [/asyncio\.gather/, /input\s+order/], figure: "order" },
  { fact: "as_completed hands over in completion order", at: "why-as-completed", words: [/asyncio\.as_completed/, /completion\s+order/], figure: "order" },
  { fact: "to_thread moves a blocking call to a worker thread", at: "why-to-thread", words: [/to_thread\(\)/, /worker thread/], figure: "heartbeat" },
  { fact: "CPU work in a thread contends for the GIL; the loop is slowed, not starved", at: "why-gil", words: [/GIL/, /5 ms/, /not starved/], figure: "gil" },
  { fact: "CPU-bound work in processes", at: "edges-processes", words: [/processes/], figure: "processes" },
  { fact: "await alone makes toys; four things more are needed", at: "why-toys", words: [/toys/, /acquired and given back/, /bound on how much is in flight/, /order in which results/, /blocking work leaves/, /overloads/, /freezes the loop/] },
  { fact: "prerequisites and neighbours are linked", at: "why-links", words: [/awaitables/, /TaskGroup and structured concurrency/, /where async stops helping/] },

  { fact: "async with runs __aenter__ and __aexit__, and both may wait; the barrier of a car park", at: "context-protocol", words: [/__aenter__/, /__aexit__/, /both may wait/, /car park/, /part of it/], figure: "barrier" },
  { fact: "network clients, files and database sessions use it; entry and cleanup may await", at: "context-uses", words: [/network clients, files and database sessions/, /warming a connection/, /flushing a buffer/, /gracefully/], figure: "barrier" },
  { fact: "__aexit__ gets the exception; true suppresses, False lets it go on", at: "context-exit", words: [/__aexit__\(exc_type, exc, tb\)/, /true value suppresses/, /False\s+lets it go on/], figure: "barrier" },
  { fact: "the permit or connection comes back however the block ends", at: "context-returned", words: [/normally, by an exception, or by cancellation/], figure: "barrier" },

  { fact: "gather aligns with the inputs; as_completed reacts as each finishes", at: "order-gather", words: [/aligned with its inputs/, /as each one finishes/], figure: "order" },
  { fact: "when to choose completion order", at: "order-choice", words: [/early result is useful at once/, /progress/, /slow tail/], figure: "tail" },
  { fact: "the same jobs under both on one clock", at: "figure-order", words: [/on one clock/, /A, B, C/, /B, C, A/], figure: "order" },
  { fact: "downstream code must tolerate results out of order", at: "order-consumption", words: [/tolerate results out of order/], figure: "tail" },
  { fact: "bare coroutines start in arbitrary order, tasks do not", at: "order-arbitrary", words: [/bare coroutines/, /set/, /arbitrary order/, /deterministic/] },
  { fact: "3.13 added async for, which yields the original tasks", at: "order-async-for", words: [/3\.13/, /asynchronous iterator/, /original tasks/], figure: "handover" },

  { fact: "limit 2, five jobs of 0.1 s: three rounds", at: "throttling-rounds", words: [/inside the protected block/, /limit of 2/, /three rounds/], figure: "gate" },
  { fact: "no single request gets faster; four failures are prevented", at: "throttling-not-faster", words: [/no single request faster/, /pool is exhausted/, /rate limit is broken/, /file descriptors/, /latency collapses/] },
  { fact: "connection-pool exhaustion, without a bound and with one", at: "throttling-pool", words: [/Pool exhaustion/], figure: "pool" },
  { fact: "a broken rate limit, without a bound and with one", at: "throttling-rate", words: [/rate limit/, /429/], figure: "rate" },
  { fact: "descriptor pressure, without a bound and with one", at: "throttling-descriptors", words: [/Descriptor pressure/], figure: "descriptors" },
  { fact: "latency collapse, without a bound and with one", at: "throttling-collapse", words: [/Latency collapse/], figure: "collapse" },
  { fact: "a semaphore does not limit task creation; a bounded queue or acquiring first does", at: "throttling-tasks", words: [/not\s+the creation of tasks/, /Ten thousand tasks may exist with two inside/, /bounded queue/, /acquire the permit before you create/], figure: "creation" },
  { fact: "wake order is first come, first served; how strictly has changed", at: "throttling-fifo", words: [/first come, first served/, /changed/], figure: "versions" },

  { fact: "several awaits: sequential, concurrent, or one failure boundary", at: "unit-decide", words: [/several awaits/, /Sequential/, /Concurrent/, /failure boundary/], figure: "unit" },
  { fact: "what a failure does to the siblings, and the time, under each of the three", at: "figure-unit", words: [/never starts/, /runs on/, /cancelled/, /0\.6 s in sequence/], figure: "unit" },
  { fact: "one parent operation: TaskGroup, 3.11", at: "unit-group", words: [/3\.11/, /TaskGroup/, /structured answer/], figure: "unit" },

  { fact: "blocking work must leave the loop's thread", at: "offloading-leave", words: [/blocking file I\/O/, /client library from before async/, /freeze the loop/, /3\.9/, /executors are the general one/], figure: "heartbeat" },
  { fact: "not parallel; responsive; no substitute for processes", at: "offloading-not-parallel", words: [/not make CPU-heavy bytecode parallel/, /responsive/, /no substitute for processes/], figure: "gil" },
  { fact: "the default executor is bounded; work queues behind it", at: "offloading-executor-size", words: [/min\(32, cpu count \+ 4\)/, /queues behind it/], figure: "executor" },
  { fact: "cancelling the await does not stop the thread", at: "offloading-cancel", words: [/does not stop the thread/], figure: "unstoppable" },
  { fact: "how late a sleeping task wakes beside computing threads", at: "offloading-measured", words: [/0\.1 to 0\.3 ms/, /5\.2 ms/, /5 to 8 ms/, /18 to 22 ms/, /22 to 31 ms/, /63 to 73 ms/, /two cores/, /3\.10 to 3\.13/] },
  { fact: "the switch interval, and free-threaded builds", at: "offloading-interval", words: [/sys\.getswitchinterval\(\)/, /5 ms/, /3\.13t/, /3\.14t/, /no such wait/], figure: "nogil" },
  { fact: "the page practises it", at: "offloading-real", words: [/no simulation/, /Web Worker/], figure: "offload" },

  { fact: "since when there is what", at: "versions-table", words: [/long/, /3\.9/, /to_thread/, /3\.11/, /TaskGroup/, /asyncio\.timeout/, /3\.12/, /eager tasks/, /3\.13/, /Queue\.shutdown/, /end of life/] },
  { fact: "which Python is modelled, and that it can be switched", at: "versions-switch", words: [/which Python it models/, /3\.10 to 3\.14/], figure: "versions" },

  { fact: "edge: creation is not limited", at: "edges-creation", words: [/not limit task creation/], figure: "creation" },
  { fact: "edge: out-of-order consumption", at: "edges-order", words: [/out of order/] },
  { fact: "edge: to_thread against process parallelism", at: "edges-processes", words: [/to_thread/, /processes/] },
  { fact: "edge: what can be unbounded will be", at: "edges-rule", words: [/If a design can create unbounded in-flight work, under real traffic it will\./] },

  { fact: "production: async with for ownership", at: "production-ownership", words: [/ownership/, /awaited/] },
  { fact: "production: as_completed when the earliest is consumed first", at: "production-order", words: [/as_completed/, /earliest/, /first/] },
  { fact: "production: semaphores cap concurrency", at: "production-bound", words: [/Semaphores to cap concurrency/] },
  { fact: "production: to_thread and executors only at explicit boundaries", at: "production-boundary", words: [/to_thread/, /executor/, /explicit/] },

  { fact: "further reading", at: "reading", words: [/Synchronization primitives/, /Coroutines and tasks/, /asyncio\.to_thread/, /async with/] },
  { fact: "the board note: why there is no benchmark chart", at: "reading-board", words: [/Structure and semantics/, /synthetic number/, /state of the program that is shown/] },
];
