// sluice.d.ts — types of the package. web/engine/run.js has the same types for the sources; a test holds them together.

/** What a run is asked for. What is not given is the core's own default. */
export interface RunOptions {
  /** "3.10" to "3.14". */
  python?: string;
  /** Seconds of virtual time that each handle costs which the loop runs; 1e-5 unless given. */
  step?: number;
  /** Seconds of virtual time that each bytecode instruction costs; 0 unless given. With it, the GIL is simulated. */
  instructionCost?: number;
  /** Seconds after which a thread that holds the GIL is asked to drop it; 0.005 unless given. */
  switchInterval?: number;
  /** os.cpu_count(), by which the default executor is sized. */
  cpuCount?: number;
  /** Seconds that a read of the virtual disk takes. */
  diskLatency?: number;
  /** false: a free-threaded build. */
  gil?: boolean;
  /** Whether the trace says which lines ran. */
  lines?: boolean;
  /** The name of the program's file in tracebacks. */
  fileName?: string;
  /** Files that the program can read: name → text. */
  files?: Record<string, string>;
  /** sys.argv. */
  argv?: string[];
  /** What a run may use at most. A run that would use more ends with a failure that names the budget. */
  budgets?: { instructions?: number; events?: number; memory?: number; output?: number; recursion?: number; time?: number };
}

/** What is wrong with a program that could not be run. Lines and columns are counted from 1. */
export interface Diagnostic {
  kind: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
  hint: string;
}

/** How a program ended that did not end well. */
export interface Failure {
  kind: string;
  /** The exception's type. */
  type: string;
  message: string;
  hint?: string;
  line: number;
  traceback: string;
}

/**
 * One run of a program: a frozen record. Times are seconds of virtual time, lines are counted from 1 (0: none), ids index their
 * tables (0: none). Tables are columns of equal length.
 */
export interface Run {
  readonly id: number;
  readonly source: string;
  readonly python: string;
  readonly step: number;
  /** The clock when the program had ended. */
  readonly end: number;
  readonly failure: Failure | null;
  /** Not empty: the program did not run. */
  readonly diagnostics: readonly Diagnostic[];
  /** Sixteen hexadecimal digits over everything that happened: equal digests, equal runs. */
  readonly digest: string;
  readonly texts: readonly string[];
  /** Everything that happened, in order. `kind` indexes `kinds`; `subject` and `value` mean what that entry says. */
  readonly events: {
    readonly when: Float64Array; readonly kind: Uint8Array; readonly detail: Uint8Array; readonly thread: Uint16Array;
    readonly task: Uint32Array; readonly subject: Uint32Array; readonly value: Uint32Array; readonly cause: Uint32Array;
  };
  readonly kinds: readonly { name: string; subject: string; value: string }[];
  /** The names behind the numbers of other columns: SpanState, TraceObject, RowKind … */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly objects: {
    readonly kind: Uint8Array; readonly name: Uint32Array; readonly created: Uint32Array; readonly ended: Uint32Array;
    readonly parent: Uint32Array; readonly line: Uint32Array;
  };
  readonly rows: { readonly kind: Uint8Array; readonly object: Uint32Array; readonly sub: Uint32Array; readonly name: Uint32Array };
  /** What was in which state from when to when; sorted by row, then by start. */
  readonly spans: {
    readonly row: Uint32Array; readonly start: Float64Array; readonly end: Float64Array; readonly state: Uint8Array;
    readonly first: Uint32Array; readonly last: Uint32Array; readonly line: Uint32Array; readonly on: Uint32Array; readonly by: Uint32Array;
  };
  readonly counts: readonly { name: string; object: number; when: Float64Array; value: Int32Array; event: Uint32Array }[];
  /** What was printed: `text` indexes `texts`, `stream` is 0 for stdout. */
  readonly output: {
    readonly event: Uint32Array; readonly when: Float64Array; readonly stream: Uint8Array; readonly text: Uint32Array;
    readonly task: Uint32Array; readonly line: Uint32Array;
  };
  /** One for each event; empty where there are too many. */
  readonly sentences: readonly string[];
  /** The events of the critical path. */
  readonly critical: Uint32Array;
  /** Constants that a comment makes a control of, in the order of the text. */
  readonly parameters: readonly {
    name: string; line: number; start: number; end: number; kind: "slider" | "choice" | "switch";
    min: number; max: number; step: number; choices: string[]; value: number | string | boolean;
  }[];
  readonly metrics: readonly { name: string; object: number; unit: string; value: number }[];
}

/** Runs an asyncio program in virtual time. A program that fails is no error: `failure` and `diagnostics` say so. */
export function run(source: string, options?: RunOptions): Promise<Run>;

/**
 * Turns the marked code blocks of a page into figures, now and whenever others appear.
 * `selector` names other blocks than the marked ones. Returns a function that ends the watch.
 */
export function upgrade(wishes?: { root?: Document | Element; selector?: string }): () => void;

export type FigureState = "loading" | "ready" | "playing" | "paused" | "ended" | "error";

export interface SluiceFigureEventMap extends HTMLElementEventMap {
  run: CustomEvent<Run>;
  state: CustomEvent<FigureState>;
  move: CustomEvent<{ when: number; event: number }>;
}

/** The element <sluice-figure>. Under Node.js it is undefined. */
export class SluiceFigure extends HTMLElement {
  /** The attributes of these names; "" where there is none. null or undefined takes one away. */
  get src(): string; set src(value: string | null | undefined);
  get python(): string; set python(value: string | null | undefined);
  get view(): string; set view(value: string | null | undefined);
  get controls(): string; set controls(value: string | null | undefined);
  get counts(): string; set counts(value: string | null | undefined);
  get autoplay(): string; set autoplay(value: string | null | undefined);
  get theme(): string; set theme(value: string | null | undefined);
  get label(): string; set label(value: string | null | undefined);
  /** In what the run that it is compared with differs: `limit=8`, `python=3.11`, `src=before.py`. */
  get compare(): string; set compare(value: string | null | undefined);
  /** Seconds of the program's own clock to stand at when it is first shown. */
  get t(): number | null; set t(value: number | string | null | undefined);
  /** What it does; "" before it begins. */
  readonly state: FigureState | "";
  /** The program as it is now; setting it runs it. */
  source: string;
  /** Files that the program can open, by path: those in the element unless others are set. Setting them runs the program. */
  files: Record<string, string>;
  /** The newest run that succeeded. */
  readonly run: Run | null;
  /** Seconds of the program's own clock at the playhead. */
  readonly when: number;
  /** How fast it plays; 1 unless set. */
  speed: number;
  /** Puts another program in the place of the author's, at its start. */
  open(source: string): void;
  /** Runs the program anew. null: it did not run, or a newer run was asked for meanwhile. */
  rerun(): Promise<Run | null>;
  play(): void;
  pause(): void;
  /** To the start. */
  restart(): void;
  /** Moves the playhead to a moment of the program's own clock, in seconds. */
  seek(seconds: number): void;
  /** One happening on, or with -1 back. */
  step(direction?: 1 | -1): void;
  /** The present frame as the text of an SVG file. */
  picture(): Promise<string>;
  /** The run as the text of a file: Chrome's trace format, the reference runner's JSON, a timeline for the terminal. */
  export(form: "chrome" | "json" | "gantt"): Promise<string>;
  addEventListener<K extends keyof SluiceFigureEventMap>(type: K, listener: (event: SluiceFigureEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "sluice-figure": SluiceFigure;
  }
}
