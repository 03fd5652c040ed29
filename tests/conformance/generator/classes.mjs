// classes.mjs — random classes: inheritance, special methods, properties, descriptors, dataclasses, enums, named tuples.

/** @typedef {import('./plain.mjs').Plain} Plain */

/** Methods that a class may have, as lines; each with calls that use it on `o`. @type {{lines: string[], uses: string[]}[]} */
const METHODS = [
  { lines: ['def __repr__(self):', '    return f"{type(self).__name__}({self.n})"'], uses: ['repr(o)', 'f"{o}|{o!r:>12}"', '[o]', 'str(o)'] },
  { lines: ['def __str__(self):', '    return f"<{self.n}>"'], uses: ['str(o)', 'f"{o!s:>6}"', '"%s" % o', 'f"{o}"'] },
  { lines: ['def __eq__(self, other):', '    return self.n == getattr(other, "n", other)'], uses: ['o == p', 'o != p', 'o in [1, p]', '[o] == [p]', 'hash(o) and 0', '{o: 1} and 0'] },
  { lines: ['def __lt__(self, other):', '    return self.n < other.n'], uses: ['o < p', 'o > p', 'sorted([o, p])[0].n', 'max(o, p).n', 'o <= p', 'min([p, o]).n'] },
  { lines: ['def __add__(self, other):', '    if isinstance(other, str):', '        return NotImplemented', '    return self.n + getattr(other, "n", other)'], uses: ['o + p', 'o + 1', 'o + "a"', '1 + o', 'sum([o, p])'] },
  { lines: ['def __radd__(self, other):', '    return ("radd", other)'], uses: ['1 + o', '"a" + o', 'sum([o])', '[] + o'] },
  { lines: ['def __iadd__(self, other):', '    self.n += 5', '    return self'], uses: ['operator.iadd(o, 1).n'] },
  { lines: ['def __mul__(self, other):', '    return f"mul {other}"'], uses: ['o * 2', '2 * o', 'o * p and 0'] },
  { lines: ['def __len__(self):', '    return self.n'], uses: ['len(o)', 'bool(o)', 'not o', 'list(reversed(o))'] },
  { lines: ['def __bool__(self):', '    return self.n > 2'], uses: ['bool(o)', '1 if o else 2', 'o and 5', 'not p', 'any([o, p])'] },
  { lines: ['def __getitem__(self, key):', '    if isinstance(key, int) and key > 3:', '        raise IndexError(key)', '    return ("item", key)'], uses: ['o[0]', 'o[1:2]', 'o["k", 2]', 'list(o)', '("item", 2) in o', 'o[9]', '[*o][:2]', 'o[::2]'] },
  { lines: ['def __setitem__(self, key, value):', '    print("set", key, value)'], uses: ['operator.setitem(o, 1, 2)'] },
  { lines: ['def __contains__(self, item):', '    return item == self.n'], uses: ['3 in o', 'p.n in o', '3 not in o'] },
  { lines: ['def __iter__(self):', '    yield from range(self.n)'], uses: ['list(o)', 'sum(o)', 'tuple(o)', '[*o]', '1 in o', 'max(o, default=0)', 'dict.fromkeys(o)'] },
  { lines: ['def __call__(self, *args, **options):', '    return ("called", args, options)'], uses: ['o()', 'o(1, k=2)', 'list(map(o, [1]))', 'callable(o)'] },
  { lines: ['def __getattr__(self, name):', '    if name.startswith("_"):', '        raise AttributeError(name)', '    return f"no {name}"'], uses: ['o.missing', 'o._hidden', 'getattr(o, "zzz", 1)', 'hasattr(o, "_q")'] },
  { lines: ['def __format__(self, spec):', '    return f"formatted {spec!r}"'], uses: ['f"{o:>4}"', 'format(o)', '"{:x}".format(o)', 'format(o, "abc")'] },
  { lines: ['def __hash__(self):', '    return self.n % 3'], uses: ['len({o, p})', '{o: 1}[o]', '{o: 1}.get(p)', 'len({o, p})'] },
  { lines: ['def __enter__(self):', '    print("in")', '    return self.n', 'def __exit__(self, kind, error, trace):', '    print("out", kind and kind.__name__)', '    return kind is KeyError'], uses: ['enter(o, None)', 'enter(o, KeyError(1))', 'enter(o, ValueError(1))'] },
  { lines: ['def __int__(self):', '    return self.n', 'def __index__(self):', '    return self.n'], uses: ['int(o)', '[5, 6, 7, 8][o]', 'hex(o)', '"abcdef"[:o]', 'range(o)', 'float(o)'] },
  { lines: ['def __neg__(self):', '    return ("neg", self.n)'], uses: ['-o', '+o', '~o', 'abs(o)'] },
  { lines: ['@property', 'def double(self):', '    return self.n * 2'], uses: ['o.double', 'setattr(o, "double", 1)', 'delattr(o, "double")'] },
  { lines: ['@property', 'def bounded(self):', '    return self.n', '@bounded.setter', 'def bounded(self, value):', '    self.n = min(value, 4)'], uses: ['o.bounded', 'setattr(o, "bounded", 9) or o.n'] },
  { lines: ['@classmethod', 'def make(cls, n=2):', '    return cls(n)'], uses: ['type(o).make().n', 'o.make(7).n', 'type(o.make()).__name__'] },
  { lines: ['@staticmethod', 'def helper(k):', '    return k * 3'], uses: ['o.helper(2)', 'type(o).helper("a")', 'o.helper()'] },
  { lines: ['def method(self, k=1, *rest):', '    return (self.n, k, rest)'], uses: ['o.method()', 'o.method(5, 6)', 'type(o).method(p, 2)', 'type(o).method()', 'o.method(z=1)', 'o.method.__name__'] },
  { lines: ['@functools.cached_property', 'def cached(self):', '    print("computed")', '    return self.n + 100'], uses: ['(o.cached, o.cached)'] },
  { lines: ['def __init_subclass__(cls, **options):', '    print("subclass", cls.__name__, options)'], uses: ['type("Made", (type(o),), {"k": 1}).k'] },
  { lines: ['def __class_getitem__(cls, item):', '    return (cls.__name__, item)'], uses: ['type(o)[int]', 'type(o)["k", 1]'] },
  { lines: ['def __reversed__(self):', '    return iter([self.n, 0])'], uses: ['list(reversed(o))'] },
  { lines: ['def __delattr__(self, name):', '    print("delete", name)'], uses: ['delattr(o, "n") or o.n'] },
  { lines: ['def __setattr__(self, name, value):', '    object.__setattr__(self, name, value if name == "n" else ("set", value))'], uses: ['setattr(o, "q", 1) or o.q'] },
];

const ALWAYS = ['o.n', 'type(o).__name__', 'isinstance(o, type(p))', 'o.nothing', 'o.n.nothing', 'vars(o)', '[c.__name__ for c in type(o).__mro__]', 'o.method()', 'len(o)', 'o + 1', 'o < p', 'o[0]', 'o()', 'list(o)', '-o', 'o == o', 'o is not p', 'int(o)', 'type(o)(1, 2, 3)', 'type(o)().n', 'issubclass(type(p), type(o))', 'f"{o:d}"', 'callable(o)'];

/** Two or three classes that inherit from one another, and uses of them. @param {Plain} plain */
export function classes(plain) {
  const { random: r, writer: w, values } = plain;
  /** @type {string[]} */
  const names = [];
  w.block('def enter(manager, error):', () => {
    w.block('with manager as got:', () => {
      w.emit('print("inside", got)');
      w.block('if error is not None:', 'raise error');
    });
    w.emit('return "after"');
  });
  w.emit('');
  /** @type {string[]} */
  const uses = [...ALWAYS];
  const count = 1 + r.below(3);
  for (let i = 0; i < count; i++) {
    const name = w.fresh('Thing');
    const bases = r.shuffled(names).slice(0, r.below(3));
    w.block(`class ${name}${bases.length > 0 ? `(${bases.join(', ')})` : ''}:`, () => {
      if (r.chance(0.3)) w.emit(`shared = ${values.any(2)}`);
      if (r.chance(0.15)) w.emit(r.pick(['"""A class."""', 'kind: str = "k"', ...(count === 1 ? ['__slots__ = ("n", "q")'] : [])]));
      w.block(`def __init__(self, n=${r.below(5)}):`, () => {
        if (bases.length > 0 && r.chance(0.7)) w.emit('super().__init__(n + 1)');
        else w.emit('self.n = n');
      });
      // Without it the address is shown.
      if (bases.length === 0) w.block('def __repr__(self):', 'return f"{type(self).__name__}({vars(self) if hasattr(self, \'__dict__\') else self.n})"');
      for (const { lines, uses: calls } of r.shuffled(METHODS).slice(0, 1 + r.below(5))) {
        w.emit(...lines);
        uses.push(...calls, ...calls);
      }
      if (bases.length > 0 && r.chance(0.4)) w.block('def method(self, k=9):', 'return ("over", k, super().method(k))');
    });
    w.emit('');
    names.push(name);
  }
  for (let i = 0; i < 10; i++) {
    const [o, p] = [r.pick(names), r.pick(names)];
    w.emit(`probe(lambda o=${o}(${r.below(5)}), p=${p}(${r.below(5)}): ${r.pick(uses)})`);
  }
}

/** A dataclass, an enum or a named tuple, and uses of it. @param {Plain} plain */
export function records(plain) {
  const { random: r, writer: w } = plain;
  const name = w.fresh('Record');
  const kind = r.below(4);
  /** @type {string[]} */
  let uses;
  if (kind === 0) {
    const options = r.times(r.below(3), () => r.pick(['frozen=True', 'order=True', 'eq=False', 'unsafe_hash=True', 'repr=False', 'kw_only=True', 'slots=True']));
    w.emit(`@dataclasses.dataclass${options.length > 0 ? `(${[...new Set(options)].join(', ')})` : ''}`);
    w.block(`class ${name}:`, () => {
      w.emit('a: int', `b: str = ${r.pick(['"x"', '"yy"'])}`);
      if (r.chance(0.6)) w.emit(r.pick(['c: list = dataclasses.field(default_factory=list)', 'c: float = dataclasses.field(default=1.5, repr=False)', 'c: int = dataclasses.field(default=3, compare=False)', 'c: typing.ClassVar[int] = 4']));
      else w.emit('c: int = 0');
      if (r.chance(0.3)) w.block('def __post_init__(self):', 'print("post", self.a)');
      if (r.chance(0.3)) w.block('def total(self):', 'return self.a * 2');
      if (options.includes('repr=False')) w.block('def __repr__(self):', 'return f"own {self.a}"');
    });
    uses = [`${name}(1)`, `${name}(1, "q")`, `${name}(a=1, b="z")`, `${name}()`, `${name}(1, 2, 3, 4)`, `${name}(a=1) == ${name}(a=1)`, `${name}(a=1) < ${name}(a=2)`, `hash(${name}(a=1)) and 0`, `dataclasses.asdict(${name}(a=1))`, `dataclasses.astuple(${name}(a=1))`, `dataclasses.replace(${name}(a=1), b="new").b`, `setattr(${name}(a=1), "a", 5)`, `setattr(${name}(a=1), "other", 5)`, `[f.name for f in dataclasses.fields(${name})]`, `${name}(a=1).c`, `${name}(a=1).total()`, `str(${name}(a=3))`, `dataclasses.is_dataclass(${name})`, `dataclasses.replace(${name}(a=1), zz=1)`];
  } else if (kind === 1) {
    const base = r.pick(['enum.Enum', 'enum.IntEnum', 'enum.Flag', 'str, enum.Enum', 'enum.IntFlag', ...(w.minor >= 11 ? ['enum.StrEnum'] : [])]);
    const isText = base.startsWith('str') || base === 'enum.StrEnum';
    w.block(`class ${name}(${base}):`, () => {
      w.emit(...(isText ? ['A = "a"', 'B = "b"', 'C = "a"'] : r.chance(0.4) ? ['A = enum.auto()', 'B = enum.auto()', 'C = enum.auto()'] : ['A = 1', 'B = 2', 'C = 4']));
      if (r.chance(0.3)) w.block('def describe(self):', 'return f"{self.name} is {self.value}"');
    });
    uses = [`${name}.A`, `${name}.B.value`, `${name}.A.name`, `str(${name}.A)`, `f"{${name}.B}"`, `list(${name})`, `${name}("a")`, `${name}(1)`, `${name}(99)`, `${name}["A"]`, `${name}["Z"]`, `${name}.A == ${name}.C`, `${name}.A is ${name}(${name}.A.value)`, `${name}.A < ${name}.B`, `${name}.A | ${name}.B`, `${name}.A & ${name}.B`, `len(${name})`, `${name}.A in ${name}`, `repr(${name}.B)`, `${name}.A.describe()`, `${name}.Z`, `{${name}.A: 1}`, `isinstance(${name}.A, int)`, `${name}.A + 1`, `setattr(${name}, "A", 3)`, `[m.name for m in ${name}]`, `${name}.A == 1`, `${name}.__members__["B"]`, `"%s" % ${name}.A`, `~${name}.A`, `${name}(3)`, `bool(${name}.A)`, `format(${name}.A, ">12")`];
  } else if (kind === 2) {
    if (r.chance(0.5)) w.emit(`${name} = collections.namedtuple("${name}", ${r.pick(['"a b"', '["a", "b"]', '"a, b", defaults=[5]'])})`);
    else w.block(`class ${name}(typing.NamedTuple):`, () => w.emit('a: int', 'b: str = "x"'));
    uses = [`${name}(1, 2)`, `${name}(1)`, `${name}(b=1, a=2)`, `${name}(1, 2).a`, `${name}(1, 2)[1]`, `${name}(1, 2)._replace(a=9)`, `${name}(1, 2)._asdict()`, `${name}._fields`, `${name}(1, 2) == (1, 2)`, `list(${name}(1, 2))`, `${name}(1, 2, 3)`, `${name}._make([3, 4])`, `setattr(${name}(1, 2), "a", 1)`, `${name}(1, 2) + (3,)`, `${name}(1, 2)._replace(z=9)`, `${name}(1, 2) < ${name}(1, 3)`, `isinstance(${name}(1, 2), tuple)`, `sorted([${name}(2, 1), ${name}(1, 9)])`];
  } else {
    w.block(`class ${name}(${r.pick(['Exception', 'ValueError', 'KeyError', 'LookupError'])}):`, () => {
      if (r.chance(0.5)) w.block('def __init__(self, code, *rest):', () => w.emit(...(r.chance(0.6) ? ['super().__init__(f"code {code}", *rest)'] : []), 'self.code = code'));
      else w.emit('code = 0');
      if (r.chance(0.3)) w.block('def __str__(self):', 'return f"own {self.code}"');
    });
    uses = [`repr(${name}(1))`, `str(${name}(1, 2))`, `${name}(3).args`, `${name}(4).code`, `raising(${name}(5))`, `raising(${name})`, `isinstance(${name}(1), LookupError)`, `${name}(1) == ${name}(1)`, `str(${name}("a"))`, `f"{${name}(7)!r}"`];
    w.block('def raising(error):', 'raise error');
  }
  w.emit('');
  for (let i = 0; i < 6; i++) w.emit(`probe(lambda: ${r.pick(uses)})`);
}
