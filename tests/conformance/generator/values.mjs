// values.mjs — Values, random expressions by type.
//
// An expression of a type gives that type when it gives anything: it may raise, and `any` mixes types on purpose. Nothing in
// here has a value that depends on an address or on the hash seed, and nothing grows without bound.

import { formatted, percentFormatted, strFormatted } from './formats.mjs';

/** @typedef {import('./writer.mjs').Writer} Writer */
/** Names of local variables, by type. @typedef {{int: string[], float: string[], str: string[], list: string[], dict: string[]}} Names */

const WORDS = ['""', '"a"', '"abc"', '"Hello World"', '"x,y,,z"', '"  pad "', '"12"', '"-7"', '"3.5"', '"\u00e9t\u00e9"', '"\u65e5\u672c"', "\"it's\"", "'say \"hi\"'", '"tab\\tnew\\nline"', '"\\x00\\x7f"', '"\ud83d\ude00"', '"aXbXc"', '"MiXeD"', 'r"\\d"', '"\u00df"', '"\u01c5"'];
const INTS = ['0', '1', '2', '3', '5', '7', '10', '-1', '-3', '255', '1000', '-128', '10**18', '2**64', '-(2**63)', '0x1f', '0b101', '1_000', 'True'];
/** Neither is an index, of 32 bits or of 64. */
const BEYOND_INDICES = /** @type {Record<string, string>} */ ({ '10**18': '10**20', '-(2**63)': '-(2**65)' });
const FLOATS = ['0.0', '-0.0', '0.1', '0.5', '1.5', '2.0', '-2.5', '1e16', '1e-7', '3.14159', '1e22', '123456.789', '1e300', '5e-324', 'float("inf")', 'float("nan")', '1e15'];
const KEYS = ['"a"', '"b"', '"c"', '"d"', '"k"'];

export class Values {
  /** @param {Writer} writer */
  constructor(writer) {
    this.writer = writer;
    this.random = writer.random;
    this.minor = writer.minor;
    // 3.14 is compared with Pyodide, whose C library rounds sines and powers in its own way, and numbers their errors so.
    this.isRoundedElsewise = writer.minor === 14;
    // Its indices have 32 bits.
    this.ints = writer.minor === 14 ? INTS.map((int) => BEYOND_INDICES[int] ?? int) : INTS;
    /** @type {Names} */
    this.names = { int: [], float: [], str: [], list: [], dict: [] };
  }

  /** One of the choices; from depth 3 on the first of them, which has no parts. @param {number} depth @param {[number, () => string][]} choices */
  grow(depth, choices) {
    return depth >= 3 ? choices[0][1]() : this.writer.choose(choices);
  }
  /** A variable of that type, or what `otherwise` gives. @param {keyof Names} type @param {() => string} otherwise */
  leaf(type, otherwise) {
    const names = this.names[type];
    return names.length > 0 && this.random.chance(0.5) ? this.random.pick(names) : otherwise();
  }
  small() {
    return String(this.random.below(7) - 2);
  }
  index() {
    return this.random.pick(['0', '1', '2', '-1', '-2', '5']);
  }
  slice() {
    const part = () => (this.random.chance(0.4) ? '' : this.small());
    return this.random.chance(0.3) ? `${part()}:${part()}:${this.random.pick(['', '-1', '2', '-2', '3'])}` : `${part()}:${part()}`;
  }

  /** @returns {string} */
  int(depth = 0) {
    const r = this.random;
    const i = () => this.int(depth + 1);
    return this.grow(depth, [
      [6, () => this.leaf('int', () => r.pick(this.ints))],
      [4, () => `(${i()} ${r.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} ${i()})`],
      [0.7, () => `(${i()} ${r.pick(['<<', '>>'])} ${r.below(9)})`],
      [0.7, () => `(${i()} ** ${r.below(5)})`],
      [0.6, () => `${r.pick(['-', '~', '+'])}(${i()})`],
      [0.8, () => `len(${r.chance(0.5) ? this.str(depth + 1) : this.list(depth + 1)})`],
      [0.5, () => `int(${r.weighted([[2, this.str(depth + 1)], [2, this.float(depth + 1)], [1, '"ff", 16'], [1, '"0b11", 0'], [1, '"1_0"']])})`],
      [0.5, () => `${r.pick(['min', 'max'])}(${i()}, ${i()}, ${i()})`],
      [0.4, () => `sum(${this.list(depth + 1)})`],
      [0.4, () => `abs(${i()})`],
      [0.4, () => `round(${this.float(depth + 1)})`],
      [0.3, () => `(${i()}).bit_length()`],
      [0.3, () => `ord(${this.str(depth + 1)}[${this.index()}])`],
      [0.3, () => `${this.list(depth + 1)}.${r.pick(['count', 'index'])}(${i()})`],
      [0.3, () => `${this.str(depth + 1)}.${r.pick(['count', 'find', 'rfind', 'index'])}(${this.str(depth + 1)})`],
      [0.3, () => `pow(${i()}, ${r.below(6)}, ${r.pick(['7', '13', '-5', '1'])})`],
      [0.3, () => `math.${r.pick(['floor', 'ceil', 'trunc'])}(${this.float(depth + 1)})`],
      [0.3, () => `math.${r.pick(['gcd', 'lcm', 'comb', 'perm'])}(${i()}, ${r.below(20)})`],
      [0.2, () => `math.${r.pick(['isqrt', 'factorial'])}(${r.below(30)})`],
      [0.4, () => `(${i()} if ${this.bool(depth + 1)} else ${i()})`],
      [0.2, () => `int.from_bytes(${this.bytes(depth + 1)}, "${r.pick(['big', 'little'])}")`],
      [0.3, () => `(lambda n, m=2: n * m + ${r.below(5)})(${i()})`],
      [0.3, () => `functools.reduce(lambda p, q: p ${r.pick(['+', '-', '*'])} q, ${this.list(depth + 1)}, 1)`],
      [0.2, () => `${this.list(depth + 1)}[${this.index()}]`],
      [0.2, () => `${this.dict(depth + 1)}.get(${r.pick(KEYS)}, ${i()})`],
      // 3.14 is compared with Pyodide, whose hashes have 32 bits.
      [0.2, () => (this.writer.minor === 14 ? i() : `(lambda n: hash(n) if n == n else 0)(${r.chance(0.5) ? i() : this.float(depth + 1)})`)],
      [0.15, () => `bisect.bisect${r.pick(['', '_left', '_right'])}([1, 2, 2, 5], ${i()})`],
      [0.15, () => `random.${r.pick(['randrange(10)', 'randint(1, 6)', 'choice([1, 2, 3])', 'getrandbits(40)'])}`],
      [0.15, () => `operator.${r.pick(['add', 'sub', 'mul', 'floordiv', 'mod', 'xor'])}(${i()}, ${i()})`],
    ]);
  }

  /** @returns {string} */
  float(depth = 0) {
    const r = this.random;
    const x = () => this.float(depth + 1);
    return this.grow(depth, [
      [6, () => this.leaf('float', () => r.pick(FLOATS))],
      [4, () => `(${x()} ${r.pick(['+', '-', '*', '/', '//', '%'])} ${r.chance(0.5) ? x() : this.int(depth + 1)})`],
      [0.6, () => `(${this.int(depth + 1)} / ${this.int(depth + 1)})`],
      [0.6, () => `round(${x()}, ${r.below(5) - 1})`],
      [0.5, () => `float(${r.weighted([[2, this.int(depth + 1)], [2, this.str(depth + 1)], [1, '"1e3"'], [1, '" 2.5 "'], [1, '"-inf"'], [1, '"1_0.5"']])})`],
      [0.5, () => `abs(${x()})`],
      [0.3, () => (this.isRoundedElsewise ? x() : `(${x()} ** ${r.pick(['2', '0.5', '-1', '3'])})`)],
      [0.5, () => `math.${r.pick(['sqrt', 'fabs', 'degrees', ...(this.isRoundedElsewise ? [] : ['sin', 'cos', 'exp', 'log', 'log2', 'log10', 'atan', 'tanh'])])}(${x()})`],
      [0.3, () => `math.${r.pick(['fmod', 'copysign', ...(this.isRoundedElsewise ? [] : ['hypot', 'atan2', 'pow', 'dist'])])}(${x()}, ${x()})`],
      [0.2, () => `math.fsum([${x()}, ${x()}, ${x()}])`],
      [0.2, () => `sum([${x()}, ${x()}, ${x()}])`],
      [0.2, () => `max(${x()}, ${x()})`],
      [0.2, () => `statistics.${r.pick(['mean', 'median', 'fmean', 'pstdev'])}(${this.list(depth + 1)})`],
      [0.15, () => `random.${r.pick(['random()', 'uniform(1, 2)', 'gauss(0, 1)', 'expovariate(2)', 'triangular(0, 1)'])}`],
    ]);
  }

  /** @returns {string} */
  bool(depth = 0) {
    const r = this.random;
    const i = () => this.int(depth + 1);
    return this.grow(depth, [
      [2, () => r.pick(['True', 'False'])],
      [4, () => `(${i()} ${r.pick(['<', '<=', '>', '>=', '==', '!='])} ${i()})`],
      [0.7, () => `(${i()} < ${i()} <= ${i()})`],
      [1, () => `(${this.str(depth + 1)} ${r.pick(['<', '==', '!=', 'in', 'not in', '>='])} ${this.str(depth + 1)})`],
      [1, () => `(${i()} ${r.pick(['in', 'not in'])} ${this.list(depth + 1)})`],
      [1, () => `(${this.bool(depth + 1)} ${r.pick(['and', 'or', '==', '^', '&'])} ${this.bool(depth + 1)})`],
      [0.7, () => `(not ${this.any(depth + 1)})`],
      [0.4, () => `bool(${this.any(depth + 1)})`],
      [0.4, () => `isinstance(${this.any(depth + 1)}, ${r.pick(['int', 'str', '(int, float)', 'list', 'dict', 'bool'])})`],
      [0.4, () => `${r.pick(['any', 'all'])}(n > ${r.below(4)} for n in ${this.list(depth + 1)})`],
      [0.4, () => `${this.str(depth + 1)}.${r.pick(['isdigit', 'isalpha', 'isalnum', 'isupper', 'islower', 'isspace', 'istitle', 'isidentifier', 'isprintable', 'isnumeric', 'isascii', 'isdecimal'])}()`],
      [0.3, () => `${this.str(depth + 1)}.${r.pick(['startswith', 'endswith'])}(${r.chance(0.3) ? '("a", "H", "c")' : this.str(depth + 1)})`],
      [0.3, () => `(${this.list(depth + 1)} ${r.pick(['<', '==', '>='])} ${this.list(depth + 1)})`],
      [0.2, () => `(${r.pick(KEYS)} in ${this.dict(depth + 1)})`],
      [0.2, () => `math.${r.pick(['isnan', 'isinf', 'isfinite'])}(${this.float(depth + 1)})`],
      [0.2, () => `(${this.float(depth + 1)} ${r.pick(['<', '==', '>='])} ${this.int(depth + 1)})`],
    ]);
  }

  /** @returns {string} */
  str(depth = 0) {
    const r = this.random;
    const s = () => this.str(depth + 1);
    return this.grow(depth, [
      [6, () => this.leaf('str', () => r.pick(WORDS))],
      [2, () => `(${s()} + ${s()})`],
      [0.6, () => `(${s()} * ${this.small()})`],
      [2, () => `${s()}[${this.slice()}]`],
      [1, () => `${s()}[${this.index()}]`],
      [2, () => `${s()}.${r.pick(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'casefold', 'expandtabs'])}()`],
      [0.7, () => `${s()}.${r.pick(['center', 'ljust', 'rjust', 'zfill'])}(${r.below(12)})`],
      [0.7, () => `${s()}.replace(${s()}, ${s()}${r.chance(0.3) ? ', 1' : ''})`],
      [0.6, () => `${s()}.join(${r.weighted([[2, `[${s()}, ${s()}]`], [1, `sorted(${s()})`], [1, `map(str, ${this.list(depth + 1)})`]])})`],
      [0.5, () => `str(${this.any(depth + 1)})`],
      [0.5, () => `repr(${this.any(depth + 1)})`],
      [0.3, () => `ascii(${s()})`],
      [0.4, () => `${r.pick(['hex', 'oct', 'bin'])}(${this.int(depth + 1)})`],
      [0.4, () => `chr(${r.below(400)})`],
      [0.4, () => `${s()}.${r.pick(['removeprefix', 'removesuffix', 'strip'])}(${s()})`],
      [2.5, () => formatted(this, depth)],
      [1, () => percentFormatted(this, depth)],
      [1, () => strFormatted(this, depth)],
      [0.2, () => `${s()}.translate(str.maketrans("ab", "xy"${r.chance(0.3) ? ', "c"' : ''}))`],
      [0.2, () => `${this.bytes(depth + 1)}.decode(${r.pick(['', '"utf-8"', '"ascii"', '"latin-1"', '"utf-8", "replace"'])})`],
      [0.2, () => r.pick([`textwrap.indent(${s()}, "> ")`, `textwrap.shorten(${s()}, 8)`, `textwrap.dedent(${s()})`])],
      [0.2, () => `type(${this.any(depth + 1)}).__name__`],
      [0.2, () => `json.dumps(${this.any(depth + 1)}${r.chance(0.3) ? ', indent=1' : ''})`],
    ]);
  }

  /** A list, of integers for the most part. @returns {string} */
  list(depth = 0) {
    const r = this.random;
    const l = () => this.list(depth + 1);
    return this.grow(depth, [
      [3, () => this.leaf('list', () => `[${r.times(r.below(5), () => r.pick(this.ints)).join(', ')}]`)],
      [2, () => `[${r.times(1 + r.below(3), () => this.int(depth + 1)).join(', ')}]`],
      [2, () => `list(range(${r.below(6)}${r.chance(0.4) ? `, ${r.below(9)}` : ''}))`],
      [2, () => `[n ${r.pick(['*', '+', '-', '%', '//'])} ${this.int(depth + 2)} for n in ${l()}${r.chance(0.4) ? ` if n ${r.pick(['> 1', '% 2', '!= 3'])}` : ''}]`],
      [1, () => `(${l()} + ${l()})`],
      [0.5, () => `(${l()} * ${this.small()})`],
      [1.5, () => `${l()}[${this.slice()}]`],
      [1, () => `sorted(${l()}${r.pick(['', ', reverse=True', ', key=lambda n: -n', ', key=lambda n: n % 3', ', key=str'])})`],
      [0.6, () => `list(${r.pick(['reversed', 'list', 'tuple', 'iter'])}(${l()}))`],
      [0.5, () => `[*${l()}, *${l()}]`],
      [0.4, () => `list(map(lambda n: n ${r.pick(['+', '*'])} 2, ${l()}))`],
      [0.4, () => `list(filter(${r.pick(['None', 'lambda n: n > 1', 'lambda n: n % 2'])}, ${l()}))`],
      [0.4, () => `[m + n for m, n in zip(${l()}, ${l()})]`],
      [0.3, () => `[m * n for m, n in enumerate(${l()}${r.chance(0.3) ? ', 1' : ''})]`],
      [0.3, () => `[n for row in [${l()}, ${l()}] for n in row]`],
      [0.3, () => `list(itertools.${r.pick(['accumulate(', 'islice(', 'chain([9], ', 'takewhile(lambda n: n < 3, ', 'dropwhile(bool, ', 'compress([1, 2, 3], '])}${l()}${r.chance(0.2) ? ', 2' : ''}))`],
      [0.04, () => `list(itertools.repeat(3, len(${l()})))`],
      [0.2, () => `heapq.${r.pick(['nsmallest', 'nlargest'])}(2, ${l()})`],
      [0.2, () => `random.sample(${l()}, 2)`],
      [0.2, () => `sorted(set(${l()}))`],
      [0.2, () => `list(collections.deque(${l()}, maxlen=3))`],
      [0.2, () => `[(m := n) + 1 for n in ${l()}]`],
      [0.2, () => `list(${this.bytes(depth + 1)})`],
    ]);
  }

  /** @returns {string} */
  dict(depth = 0) {
    const r = this.random;
    const d = () => this.dict(depth + 1);
    return this.grow(depth, [
      [3, () => this.leaf('dict', () => `{${r.times(r.below(4), () => `${r.pick(KEYS)}: ${r.below(10)}`).join(', ')}}`)],
      [2, () => `{${r.times(1 + r.below(3), () => `${r.pick(KEYS)}: ${this.int(depth + 1)}`).join(', ')}}`],
      [1, () => `(${d()} | ${d()})`],
      [1, () => `{**${d()}, ${r.pick(KEYS)}: ${this.int(depth + 1)}}`],
      [1, () => `{key: value ${r.pick(['+', '*', '-'])} 1 for key, value in ${d()}.items()${r.chance(0.3) ? ' if value' : ''}}`],
      [0.5, () => `dict(zip("abc", ${this.list(depth + 1)}))`],
      [0.5, () => `dict.fromkeys("${r.pick(['ab', 'abc', 'dd'])}", ${this.int(depth + 1)})`],
      [0.4, () => `dict(${d()}, ${r.pick(['a', 'b', 'z'])}=${this.int(depth + 1)})`],
      [0.3, () => `dict(sorted(${d()}.items(), key=lambda pair: ${r.pick(['pair[1]', '-pair[1]', 'pair'])}))`],
      [0.2, () => `dict(collections.Counter(${this.str(depth + 1)}))`],
      [0.2, () => `{index: char for index, char in enumerate(${this.str(depth + 1)})}`],
    ]);
  }

  /** @returns {string} */
  bytes(depth = 0) {
    const r = this.random;
    return this.grow(depth, [
      [3, () => r.pick(['b""', 'b"abc"', 'b"\\x00\\xff"', 'b"a b"', "b'\"'"])],
      [2, () => `${this.str(depth + 1)}.encode(${r.pick(['', '"utf-8"', '"ascii", "replace"', '"latin-1", "ignore"'])})`],
      [1, () => `bytes([${r.below(256)}, ${r.below(256)}])`],
      [1, () => `(${this.bytes(depth + 1)} + ${this.bytes(depth + 1)})`],
      [0.5, () => `${this.bytes(depth + 1)}[${this.slice()}]`],
      [0.3, () => `(${r.below(60000)}).to_bytes(${1 + r.below(3)}, "${r.pick(['big', 'little'])}")`],
    ]);
  }

  /** @returns {string} */
  tuple(depth = 0) {
    const r = this.random;
    return this.grow(depth, [
      [3, () => r.pick(['()', '(1,)', '(1, 2)', '("a", 2.5, None)'])],
      [2, () => `(${r.times(1 + r.below(3), () => `${this.any(depth + 1)}, `).join('')})`],
      [0.7, () => `tuple(${this.list(depth + 1)})`],
      [0.5, () => `divmod(${this.int(depth + 1)}, ${this.int(depth + 1)})`],
      [0.5, () => `divmod(${this.float(depth + 1)}, ${this.float(depth + 1)})`],
      [0.5, () => `(${this.tuple(depth + 1)} + ${this.tuple(depth + 1)})`],
      [0.4, () => `${this.str(depth + 1)}.${r.pick(['partition', 'rpartition'])}(${r.pick(['","', '"X"', '" "', '""'])})`],
      [0.3, () => `(${this.float(depth + 1)}).as_integer_ratio()`],
      [0.2, () => `math.${r.pick(['modf', 'frexp'])}(${this.float(depth + 1)})`],
    ]);
  }

  /** Other containers. @returns {string} */
  other(depth = 0) {
    const r = this.random;
    return this.writer.choose([
      [1, () => `${this.str(depth + 1)}.${r.pick(['split()', 'split(",")', 'rsplit(",", 1)', 'splitlines()', 'split("X", 1)'])}`],
      [1, () => `sorted({${r.times(3, () => this.small()).join(', ')}})`],
      [0.5, () => `list(itertools.${r.pick(['product', 'zip_longest', 'chain'])}(${this.list(depth + 1)}, ${this.list(depth + 1)}))`],
      [0.5, () => `list(itertools.${r.pick(['combinations', 'permutations'])}(${this.list(3)}, 2))`],
      [0.5, () => `[(key, list(run)) for key, run in itertools.groupby(${this.list(depth + 1)}, lambda n: n % 2)]`],
      [0.5, () => `list(itertools.pairwise(${this.list(depth + 1)}))`],
      [0.5, () => `list(${this.dict(depth + 1)}.${r.pick(['keys', 'values', 'items'])}())`],
      [0.5, () => `collections.Counter(${this.str(depth + 1)}).most_common(2)`],
      [0.5, () => `str(collections.${r.pick(['OrderedDict', 'ChainMap', 'Counter'])}(${this.dict(depth + 1)}))`],
      [0.5, () => `str(collections.deque(${this.list(depth + 1)}${r.chance(0.4) ? ', 2' : ''}))`],
      [0.3, () => `str(collections.defaultdict(int, ${this.dict(depth + 1)}))`],
      [0.4, () => `frozenset([${this.small()}])`],
      [0.4, () => `{${r.pick(['1, 2, 3', '5', '7, 7, 2'])}} ${r.pick(['&', '-', '|', '^'])} {${r.pick(['2, 3', '5, 1', '9'])}}`],
      [0.3, () => `range(${this.small()}, ${this.small()}, ${r.pick(['1', '2', '-1', '0'])})`],
      [0.3, () => `slice(${this.small()}, None)`],
      [0.3, () => `[[m * n for n in range(2)] for m in ${this.list(depth + 1)}]`],
      [0.2, () => `[*${this.str(depth + 1)}]`],
      [0.3, () => r.pick(['int', 'str', 'ValueError', 'list[int]', 'dict[str, int]', 'NotImplemented', '...', 'int | None', 'typing.Optional[int]', 'type(None)', 'asyncio.CancelledError', 'asyncio.TimeoutError'])],
      [0.3, () => `${r.pick(['ValueError', 'KeyError', 'OSError', 'StopIteration', 'asyncio.CancelledError', 'RuntimeError'])}(${r.pick(['', '1', '"text"', '"a", 2', '"it\'s"'])})`],
    ]);
  }

  /** Of any type. @returns {string} */
  any(depth = 0) {
    return this.writer.choose([
      [4, () => this.int(depth)],
      [2, () => this.float(depth)],
      [4, () => this.str(depth)],
      [1, () => this.bool(depth)],
      [2, () => this.list(depth)],
      [1.5, () => this.dict(depth)],
      [1, () => this.tuple(depth)],
      [0.5, () => this.bytes(depth)],
      [0.5, () => 'None'],
      [0.8, () => this.other(Math.max(depth, 1))],
    ]);
  }

  /** An operation on whatever comes: most often an error, whose type and message are compared. @returns {string} */
  wild() {
    const r = this.random;
    const a = () => this.any(2);
    return this.writer.choose([
      [4, () => `${a()} ${r.pick(['+', '-', '/', '//', '%', '@', '&', '|', '^', '>>', '<', '>', '<=', '==', '!=', 'in', 'and', 'or'])} ${a()}`],
      [0.5, () => `${a()} * ${r.pick(['None', '2', '-1', '"a"', '[1]', '1.5', '()', '{}'])}`],
      [1, () => `${a()}[${a()}]`],
      [0.7, () => `${r.pick(['-', '+', '~'])}${a()}`],
      [1, () => `${r.pick(['len', 'abs', 'iter', 'int', 'float', 'round', 'sum', 'sorted', 'min', 'list', 'tuple', 'dict', 'next', 'chr', 'ord', 'hex', 'reversed', 'callable', 'any', 'enumerate', 'divmod', 'isinstance', 'range'])}(${a()})${r.chance(0.1) ? '()' : ''}`],
      [1, () => `${a()}.${r.pick(['upper', 'append', 'nothing', 'pop', 'keys', 'join', 'real', 'index', 'sort', 'items', 'copy', 'bit_length', 'is_integer', '__len__', '__class__.__name__'])}${r.pick(['', '()', '(1)', `(${a()})`])}`.replace(/\.(upper|append|pop|keys|join|index|sort|items|copy|bit_length|is_integer|__len__)$/, '.$1()')],
      [0.7, () => `format(${a()}, ${r.pick(['"d"', '".2f"', '">5"', '"x"', '"s"', '","', '"%"', '"e"', '"q"', '"05"', '"+"', '"^+7"', '"_d"', '"#x"', '".3"', '"c"', '"n"', '"<<8"', '".0f"', '" "', '"=8"'])})`],
      [0.6, () => `(lambda ${r.pick(['p', 'p, q', 'p, q=1', '*p', 'p, /', '*, p', 'p, *, q', '**p', ''])}: 0)(${r.pick(['', '1', '1, 2', 'p=1', '1, p=2', '1, 2, 3', 'z=1', '*[1, 2]', '**{"p": 1}'])})`],
      [0.4, () => `${a()}(${r.chance(0.5) ? a() : ''})`],
      [0.3, () => `${r.pick(['getattr', 'hasattr', 'setattr', 'delattr', 'isinstance', 'issubclass'])}(${a()}, ${r.pick(['"real"', '"nothing"', 'int', '1'])}${r.chance(0.3) ? ', 1' : ''})`],
      [0.3, () => `undefined_name${r.pick(['', '.x', '()', ' + 1'])}`],
      [0.3, () => `math.${r.pick(['sqrt', 'floor', 'isqrt', 'gcd', 'fmod', 'nothing', ...(this.isRoundedElsewise ? [] : ['log', 'exp', 'acos'])])}(${a()})`],
      [0.3, () => `asyncio.${r.pick(['Semaphore', 'Queue', 'Event', 'Lock', 'nothing', 'BoundedSemaphore'])}(${r.pick(['-1', '1, 2, 3', 'zzz=1', 'maxsize=2'])}) and 1`],
      [0.2, () => `${r.pick(['int', 'float', 'str'])}.${r.pick(['fromhex', 'from_bytes', 'maketrans', 'upper', 'is_integer'])}(${a()})`],
    ]);
  }
}
