// plain.mjs — Plain, random functions of ordinary Python: statements, calls, generators, match, exceptions.

import { Values } from './values.mjs';

/** @typedef {import('./writer.mjs').Writer} Writer */

const ERRORS = ['ValueError', 'KeyError', 'RuntimeError', 'OSError', 'LookupError', 'ZeroDivisionError', 'IndexError', 'TypeError', 'ArithmeticError'];
const HANDLERS = ['Exception', 'ValueError', '(TypeError, KeyError)', 'LookupError', 'ArithmeticError', 'BaseException', 'RuntimeError'];
const PATTERNS = [
  '0', '-1', '"a"', '[]', '[first]', '[first, *rest]', '[first, second]', '(1, _)', 'int()', 'str() as text', 'int(number) | float(number)',
  '{"a": first}', '{"a": 1, **more}', '{}', 'None | True', '[int(), str()]', 'Pair(first, second)', 'Pair(left=1)', 'Pair(right=[*_, last])', 'Color.RED', '1 | 2 | 3', '[_, [inner, *_]]', 'list()', 'bool()',
];

export class Plain {
  /** @param {Writer} writer */
  constructor(writer) {
    this.writer = writer;
    this.random = writer.random;
    this.values = new Values(writer);
    this.statements = 0;
    this.loops = 0;
    /** Functions that may be called, with arguments for them. @type {string[]} */
    this.functions = [];
  }

  /** What all these functions need. */
  prelude() {
    const w = this.writer;
    w.emit('import bisect, collections, dataclasses, enum, functools, heapq, itertools, json, math, operator, random, statistics, textwrap, typing', '');
    w.block('def probe(thunk):', () => {
      w.block('try:', 'value = thunk()');
      w.block('except Exception as error:', 'print("!", type(error).__name__, error)');
      w.block('else:', () => {
        w.emit('plain = (int, float, str, bytes, bool, list, tuple, dict, set, frozenset, complex, range, type(None), type, ValueError)');
        w.emit('print(repr(value) if isinstance(value, plain) else type(value).__name__)');
      });
    });
    w.emit('');
    w.block('def chain(error, depth=0):', () => {
      w.block('if error is None or depth > 6:', 'return "-"');
      w.block('if isinstance(error, BaseException) and type(error).__name__ == "Deadlock":', 'return "Deadlock"');
      w.emit('inner = [chain(one, depth + 1) for one in error.exceptions] if hasattr(error, "exceptions") else ""');
      w.emit('return f"{type(error).__name__}{error.args if not inner else inner}<{chain(error.__cause__, depth + 1)}|{chain(error.__context__, depth + 1)}>"');
    });
    w.emit('');
    w.emit('HERE = probe.__code__.co_filename');
    w.block('def places(error):', () => {
      w.emit('found, entry = [], error.__traceback__');
      w.block('while entry is not None:', () => {
        w.block('if entry.tb_frame.f_code.co_filename == HERE:', 'found.append((entry.tb_lineno, entry.tb_frame.f_code.co_name))');
        w.emit('entry = entry.tb_next');
      });
      w.emit('return found');
    });
    w.emit('', '@dataclasses.dataclass');
    w.block('class Pair:', () => w.emit('left: int', 'right: object = None'));
    w.emit('');
    w.block('class Color(enum.Enum):', () => w.emit('RED = 1', 'BLUE = "b"'));
    w.emit('');
  }

  /** One line that shows what an expression gives or raises. */
  probe() {
    const { random, values, writer } = this;
    if (random.chance(0.4)) writer.emit(`probe(lambda: ${values.wild()})`);
    else writer.emit(`probe(lambda: ${values.any()})`);
  }

  /** A function, and calls of it later on. */
  function() {
    const { random: r, writer: w, values } = this;
    const name = w.fresh('plain');
    values.names = { int: ['a'], float: ['x'], str: ['s'], list: ['items'], dict: ['table'] };
    this.statements = 0;
    if (r.chance(0.15)) w.emit(r.pick(['@functools.lru_cache(maxsize=None)', '@functools.wraps(probe)', '@twice']));
    const isCached = w.lines.at(-1)?.includes('lru_cache') ?? false;
    w.block(`def ${name}(a, s="abc"${isCached ? '' : ', *rest, flag=False, **more'}):`, () => {
      w.emit(`x = ${values.random.pick(['1.5', '0.1', '-2.0'])}`, `items = [a, 1, ${r.below(9)}]`, `table = {"a": 1, s: ${r.below(9)}}`);
      this.body(1);
      w.emit(`return ${r.pick(['a', 'x', 's', 'items', 'table', 'a, x, s, items, table', 'None'])}`);
    });
    w.emit('');
    values.names = { int: [], float: [], str: [], list: [], dict: [] };
    this.functions.push(...[`${name}(${r.below(9)})`, `${name}(-${r.below(9)}, "xy")`, ...(isCached ? [] : [`${name}(2, "q", 7, 8, flag=True, k=1)`])]);
  }

  /** @param {number} depth */
  body(depth) {
    const count = 1 + this.random.below(depth > 2 ? 2 : 4);
    for (let i = 0; i < count; i++) this.statement(depth);
  }

  /** @param {number} depth */
  statement(depth) {
    const { random: r, writer: w, values } = this;
    this.statements++;
    /** @type {[number, () => void][]} */
    const flat = [
      [3, () => w.emit(`print(${values.any()}, ${r.pick(['a', 's', 'x', 'items', 'table'])})`)],
      [4, () => this.assign()],
      [0.4, () => w.emit(`raise ${r.pick(ERRORS)}(${values.any(2)})${r.weighted([[3, ''], [1, ' from None'], [1, ' from KeyError(1)']])}`)],
      [0.3, () => w.emit(`assert ${values.bool(2)}${r.chance(0.5) ? `, ${values.any(3)}` : ''}`)],
      [0.3, () => w.emit(`return ${values.any(1)}`)],
      [0.3, () => w.emit(`del ${r.pick(['items[0]', 'table["a"]', 'items[1:]', 'items[::2]', 's'])}`)],
      [0.3, () => w.emit(`probe(lambda: ${values.any(1)})`)],
      [0.3, () => w.emit(`print(${r.pick([...this.functions, 'len(items)'])})`)],
    ];
    if (this.statements > 40 || depth > 4) return void w.choose(flat);
    w.choose([
      ...flat,
      [2, () => this.conditional(depth)],
      [2, () => this.loop(depth)],
      [2, () => this.tryStatement(depth)],
      [0.8, () => this.match()],
      [0.6, () => this.closure(depth)],
      [0.8, () => this.generator(depth)],
      [0.5, () => this.manager(depth)],
    ]);
  }

  assign() {
    const { random: r, writer: w, values } = this;
    w.choose([
      [3, () => w.emit(`a = ${values.int(1)} % 9973`)],
      [1, () => w.emit(`a ${r.pick(['+=', '-=', '^=', '//=', '%=', '&='])} ${values.int(2)}`)],
      [1.5, () => w.emit(`x = ${values.float(1)}`)],
      [2, () => w.emit(`s = (${values.str(1)})[:12]`)],
      [0.5, () => w.emit(`s += ${values.str(2)}[:3]`)],
      [2, () => w.emit(`items = (${values.list(1)})[:6]`)],
      [1, () => w.emit(`items${r.pick([`.append(${values.int(2)})`, `.extend(${values.list(2)}[:3])`, `.insert(${values.index()}, ${values.int(2)})`, '.pop()', '.reverse()', '.sort()', `.remove(${values.int(2)})`, `[${values.index()}] = ${values.int(2)}`, `[${values.slice()}] = ${values.list(2)}`, ` += [${values.int(2)}]`])}`)],
      [1, () => w.emit(`table = {**${values.dict(1)}, "z": ${values.int(2)}}`)],
      [1, () => w.emit(`table${r.pick([`["k"] = ${values.int(2)}`, `.update(${values.dict(2)})`, '.pop("a")', `.setdefault("q", ${values.int(2)})`, '.popitem()', ` |= ${values.dict(2)}`, `["a"] += ${values.int(2)}`])}`)],
      [0.5, () => w.emit(r.pick(['a, s = len(s), s[::-1]', 'a, *items = items', '*items, a = items', 'items[0], a = a, items[0]', '(a, x), s = (1, 2.0), "t"', 'a = items[0] = 4', 'a, (s, *items) = 1, "xyz"', 'for a in items: pass']))],
      [0.4, () => w.block(`if (a := ${values.int(2)}) > 1:`, 'print("walrus", a)')],
    ]);
  }

  /** @param {number} depth */
  conditional(depth) {
    const { random: r, writer: w, values } = this;
    w.block(`if ${values.bool(1)}:`, () => this.body(depth + 1));
    if (r.chance(0.3)) w.block(`elif ${values.bool(1)}:`, () => this.body(depth + 1));
    if (r.chance(0.4)) w.block('else:', () => this.body(depth + 1));
  }

  /** @param {number} depth */
  loop(depth) {
    const { random: r, writer: w, values } = this;
    const name = w.fresh('i');
    const jump = () => {
      if (r.chance(0.35)) w.block(`if ${r.pick([`${name} == 1`, values.bool(2)])}:`, r.pick(['break', 'continue']));
    };
    if (r.chance(0.3)) {
      w.emit(`${name} = ${1 + r.below(3)}`);
      w.block(`while ${name}:`, () => {
        w.emit(`${name} -= 1`);
        this.body(depth + 1);
        jump();
      });
    } else {
      const source = r.pick([`range(${1 + r.below(3)})`, 'items[:3]', 's[:3]', 'list(table)[:3]', 'zip(items[:2], s)', 'enumerate(s[:2])', 'table.copy().items()', 'reversed(items[:3])']);
      w.block(`for ${name} in ${source}:`, () => {
        jump();
        this.body(depth + 1);
        w.emit(`print(${name})`);
      });
    }
    if (r.chance(0.25)) w.block('else:', 'print("no break")');
  }

  /** @param {number} depth */
  tryStatement(depth) {
    const { random: r, writer: w } = this;
    const isStar = w.minor >= 11 && r.chance(0.15);
    w.block('try:', () => {
      if (isStar) w.emit(`raise ExceptionGroup("many", [ValueError(1), ${r.pick(['KeyError("k")', 'TypeError()', 'ExceptionGroup("deep", [OSError(2), ValueError(3)])'])}])`);
      else this.body(depth + 1);
      if (r.chance(0.3)) w.emit(`raise ${r.pick(ERRORS)}("${w.fresh('e')}")`);
    });
    const clauses = isStar ? 1 + r.below(2) : r.below(3);
    for (let i = 0; i < clauses; i++) {
      w.block(`except${isStar ? '*' : ''} ${isStar ? r.pick(['ValueError', 'KeyError', '(OSError, TypeError)', 'Exception']) : r.pick(HANDLERS)} as error:`, () => {
        w.emit(`print("caught", chain(error), ${r.pick(['error', 'repr(error)', 'places(error)', 'error.args'])})`);
        if (isStar) return;
        if (r.chance(0.4)) this.body(depth + 1);
        if (r.chance(0.25)) w.emit(r.pick(['raise', 'raise RuntimeError("again") from error', w.minor === 14 ? 'raise OSError("text")' : 'raise OSError(1, "text")', 'raise error', 'raise error.with_traceback(None)']));
      });
    }
    if (clauses > 0 && r.chance(0.2)) w.block('else:', () => this.body(depth + 1));
    if (clauses === 0 || r.chance(0.3)) {
      w.block('finally:', () => {
        w.emit('print("finally", a)');
        if (r.chance(0.3)) this.body(depth + 1);
      });
    }
  }

  match() {
    const { random: r, writer: w, values } = this;
    const subject = r.pick([values.any(1), 'items', 'table', 'a', 'Pair(1, items)', '[1, [2, 3]]', '(1, "a")', 'Color.RED', values.list(1), 'Pair(a)']);
    w.block(`match ${subject}:`, () => {
      const patterns = r.times(1 + r.below(4), () => r.pick(PATTERNS));
      for (const pattern of patterns) {
        w.block(`case ${pattern}${r.chance(0.2) ? ` if ${values.bool(2)}` : ''}:`, () => {
          const bound = ['first', 'rest', 'second', 'text', 'number', 'more', 'last', 'inner'].filter((name) => new RegExp(`\\b${name}\\b`).test(pattern));
          w.emit(`print("case", ${[`${JSON.stringify(pattern).replaceAll('\\"', "'")}`, ...bound].join(', ')})`);
        });
      }
      w.block('case _:', 'print("no case")');
    });
  }

  /** @param {number} depth */
  closure(depth) {
    const { random: r, writer: w, values } = this;
    const name = w.fresh('inner');
    w.block(`def ${name}(n=${r.below(5)}${r.pick(['', ', *, key=2', ', /, m=1', ', **options'])}):`, () => {
      if (r.chance(0.6)) w.emit(`nonlocal ${r.pick(['a', 'a, s', 's', 'x'])}`);
      const binds = w.lines.at(-1)?.trim() ?? '';
      if (binds.startsWith('nonlocal a')) w.emit(`a = (a + n) % 101`);
      if (binds.includes('s') && binds.endsWith('s')) w.emit('s = s[-4:] + str(n)');
      if (binds.endsWith(' x')) w.emit('x *= 0.5');
      w.emit(`return ${values.any(2)}`);
    });
    w.emit(`print(${name}(), ${name}(${r.pick(['1', 'a', 'n=3'])}), a)`);
    if (r.chance(0.3)) w.emit(`probe(lambda: ${name}(${r.pick(['1, 2', 'key=1', 'm=3', '1, n=2', 'z=4', '*[5]'])}))`);
    if (depth < 3 && r.chance(0.3)) w.emit(`print([fn() for fn in [lambda k=k: k + a for k in range(3)]])`);
  }

  /** @param {number} depth */
  generator(depth) {
    const { random: r, writer: w, values } = this;
    const name = w.fresh('gen');
    w.block(`def ${name}(n):`, () => {
      w.block('try:', () => {
        w.emit(`got = yield ${values.any(2)}`, 'print("got", got)');
        if (r.chance(0.5)) w.emit(`got = yield from ${r.pick(['items', '(n * k for k in range(2))', '"ab"', `[${values.int(2)}]`])}`);
        w.block('while n > 0:', () => w.emit('n -= 1', `got = yield n, got`));
        if (r.chance(0.3)) w.emit(`raise ${r.pick(ERRORS)}("in generator")`);
        w.emit('return "result"');
      });
      if (r.chance(0.5)) {
        // A generator that does not end when it is dropped is complained about on stderr, with its address.
        const caught = r.pick(['ValueError', 'GeneratorExit', 'Exception']);
        const answers = caught === 'GeneratorExit' ? ['raise', 'return 5'] : ['yield "more"', 'raise', 'return 5', 'raise KeyError("x")'];
        w.block(`except ${caught} as error:`, () => w.emit('print("thrown", repr(error))', r.pick(answers)));
      }
      w.block('finally:', 'print("generator ends")');
    });
    const g = w.fresh('g');
    w.emit(`${g} = ${name}(${r.below(3)})`);
    w.block(`for step in [${r.times(2 + r.below(4), () => r.pick(['"next"', '"send"', '"throw"', '"close"'])).join(', ')}]:`, () => {
      w.block('try:', () => {
        w.emit(`print(step, next(${g}) if step == "next" else ${g}.send(${r.pick(['None', '7', 'a'])}) if step == "send" else ${g}.throw(${r.pick(['ValueError("t")', 'KeyError', 'GeneratorExit'])}) if step == "throw" else ${g}.close())`);
      });
      w.block('except BaseException as error:', () => w.emit(`print("raised", chain(error)${r.chance(0.4) ? ', places(error)' : ''}${r.chance(0.3) ? ', getattr(error, "value", "-")' : ''})`));
    });
    if (depth < 3 && r.chance(0.3)) w.emit(`print(list(itertools.islice(${name}(1), 2)))`);
  }

  /** @param {number} depth */
  manager(depth) {
    const { random: r, writer: w } = this;
    const name = w.fresh('managed');
    w.emit('@contextlib.contextmanager');
    w.block(`def ${name}(n):`, () => {
      w.emit('print("enter", n)');
      const guard = r.below(3);
      if (guard === 0) {
        w.emit('yield n', 'print("leave", n)');
      } else {
        w.block('try:', 'yield n');
        if (guard === 1) w.block(`except ${r.pick(HANDLERS)} as error:`, () => w.emit('print("suppressed", repr(error))', ...(r.chance(0.3) ? ['raise'] : [])));
        w.block('finally:', 'print("leave", n)');
      }
    });
    w.block(r.pick([`with ${name}(1) as got:`, `with ${name}(1), ${name}(2):`, `with contextlib.suppress(KeyError, ValueError), ${name}(3):`, `with (${name}(4) as one, ${name}(5) as two):`, `with contextlib.nullcontext(a) as got:`]), () => this.body(depth + 1));
  }
}
