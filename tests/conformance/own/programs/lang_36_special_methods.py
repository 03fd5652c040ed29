# Special methods that answer wrongly, decline, or are called by name: what operators, len(), bool(), hash(), iter() and others say.
import operator


def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Wrong:
    def __bool__(self): return 1
    def __len__(self): return "long"
    def __hash__(self): return "hash"
    def __repr__(self): return 5
    def __str__(self): return 6
    def __format__(self, spec): return 7
    def __iter__(self): return 8
    def __index__(self): return "index"
    def __int__(self): return "int"
    def __float__(self): return "float"
    def __contains__(self, item): return "yes"
    def __bytes__(self): return "bytes"
    def __reversed__(self): return "reversed"
    def __init__(self, result=None): self.result = result
    def __round__(self, digits=None): return ("rounded", digits)
    def __divmod__(self, other): return NotImplemented
    def __call__(self): return "called"
    def __length_hint__(self): return "hint"
    def __dir__(self): return ["b", "a"]
    def __sizeof__(self): return 1


class Negative:
    def __len__(self): return -1
    def __iter__(self): return self
    def __next__(self): raise StopIteration


class Big:
    def __len__(self): return 2**70


class Length:
    def __len__(self): return 0


class Initialised:
    def __init__(self): return 5


class Reflecting:
    def __radd__(self, other): return "radd", other
    def __rpow__(self, other, modulo=None): return "rpow", other
    def __rdivmod__(self, other): return "rdivmod", other
    def __rmatmul__(self, other): return "rmatmul", other
    def __rlshift__(self, other): return "rlshift", other
    def __eq__(self, other): return "eq"
    def __ne__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented
    def __gt__(self, other): return "gt"
    __hash__ = None


class InPlace(list):
    def __iadd__(self, other):
        super().__iadd__(other)
        return "replaced"

    def __imul__(self, other):
        return NotImplemented


class Number(int):
    def __add__(self, other): return "added"
    def __neg__(self): return "negated"
    def __trunc__(self): return 3


class Blocked:
    __iter__ = None
    __contains__ = None
    __len__ = None
    __add__ = None
    __call__ = None


class Indexed:
    def __index__(self): return 2


class Both(dict):
    def __missing__(self, key): return key * 2


def compute(op, a, b=None):
    return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "//": lambda: a // b, "%": lambda: a % b, "**": lambda: a ** b, "@": lambda: a @ b, "<<": lambda: a << b, ">>": lambda: a >> b, "&": lambda: a & b, "|": lambda: a | b,
            "^": lambda: a ^ b, "<": lambda: a < b, "<=": lambda: a <= b, "==": lambda: a == b, "!=": lambda: a != b, "in": lambda: a in b, "neg": lambda: -a, "pos": lambda: +a, "inv": lambda: ~a, "not": lambda: not a}[op]()


wrong = Wrong()
for function in (bool, len, hash, repr, str, format, iter, list, int, float, bytes, reversed, round, abs, operator.index, hex, range, dir, callable):
    print(function.__name__, attempt(function, wrong))
print(attempt(round, wrong, 2), attempt(divmod, wrong, 1), attempt(lambda: 5 in wrong), attempt(lambda: [1][wrong]), attempt(lambda: f"{wrong}"), attempt(lambda: "%s" % wrong), attempt(lambda: "%d" % wrong), attempt(lambda: not wrong), wrong())
print(attempt(len, Negative()), attempt(len, Big()), bool(Length()), attempt(bool, Big()), attempt(Initialised), attempt(int, Indexed()), attempt(float, Indexed()), "abc"[Indexed()], hex(Indexed()), [1, 2, 3][:Indexed()], attempt(lambda: "ab" * Indexed()))
r = Reflecting()
print(1 + r, 2 ** r, divmod(3, r), 4 @ r, 5 << r, r == 1, attempt(lambda: r != 1), attempt(lambda: r < 1), 1 < r, r > 0, attempt(hash, r), attempt(lambda: r + 1), attempt(lambda: {r: 1}), pow(7, r) if True else None)
items = InPlace([1])
items += [2]
again = InPlace([1])
print(items, attempt(operator.imul, again, 2), Number(1) + 1, 1 + Number(1), -Number(1), int(Number(7)), Number(7) * 2, Number(2) ** 3, attempt(lambda: Number(1) + "x"), Both()["k"], Both(a=1)["a"], attempt(lambda: {}["k"]))
blocked = Blocked()
print(attempt(iter, blocked), attempt(lambda: 1 in blocked), attempt(len, blocked), attempt(lambda: blocked + 1), attempt(blocked), attempt(bool, blocked))
for op in ("+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "<", "<=", "==", "!=", "in"):
    print(op, attempt(compute, op, 1, None), attempt(compute, op, [], {}), attempt(compute, op, "a", 1), attempt(compute, op, 1.5, "b"), attempt(compute, op, Number(3), 2.0))
for op in ("neg", "pos", "inv", "not"):
    print(op, attempt(compute, op, "a"), attempt(compute, op, True), attempt(compute, op, 1.5), attempt(compute, op, None))
print(int.__add__(1, 2), int.__add__(1, "x"), int.__radd__(1, 2), int.__neg__(5), int.__bool__(0), int.__divmod__(7, 2), int.__rdivmod__(2, 7), int.__pow__(2, 3), int.__pow__(2, 3, 5), int.__rpow__(2, 3), int.__abs__(-1), int.__float__(2), int.__round__(15, -1), int.__floor__(3), int.__ceil__(3), int.__trunc__(3), int.__index__(4), int.__hash__(5), int.__str__(6), int.__repr__(7), int.__format__(8, "03"), int.__lt__(1, 2), int.__and__(6, 3), int.__invert__(0), attempt(int.__format__, 1, 2))
print(float.__mul__(1.5, 2), float.__rsub__(1.5, 2), float.__floordiv__(7.5, 2), float.__mod__(7.5, 2), float.__int__(2.7), float.__floor__(2.7), float.__ceil__(2.2), float.__round__(2.5), float.__round__(2.55, 1), float.__trunc__(-2.7), (2.5).real, (2.5).imag, (5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (2.5).conjugate(), float.__bool__(0.0), float.__pos__(1.5), float.__divmod__(7.5, 2))
print(list.__add__([1], [2]), list.__mul__([1], 2), list.__rmul__([1], 2), list.__iadd__([1], (2,)), list.__imul__([1], 2), list.__contains__([1], 1), list.__getitem__([1, 2], 0), list.__len__([1]), list(list.__iter__([1])), list(list.__reversed__([1, 2])), list.__eq__([1], [1]), list.__lt__([1], [2]), list.__eq__([1], (1,)), attempt(list.__setitem__, [], 0, 1), attempt(list.__delitem__, [], 0), list.__repr__([1]))
print(str.__add__("a", "b"), str.__mul__("a", 2), str.__contains__("abc", "b"), str.__getitem__("abc", 1), str.__len__("abc"), list(str.__iter__("ab")), str.__mod__("%d", 5), str.__eq__("a", "a"), str.__lt__("a", "b"), str.__hash__("a") == hash("a"), str.__str__("s"), str.__repr__("s"), str.__format__("s", ">3"))
print(dict.__getitem__({1: 2}, 1), dict.__contains__({1: 2}, 1), dict.__len__({}), list(dict.__iter__({1: 2})), list(dict.__reversed__({1: 2, 3: 4})), dict.__or__({1: 2}, {3: 4}), dict.__ior__({1: 2}, {3: 4}), dict.__eq__({}, {}), dict.__ne__({}, {}), attempt(dict.__getitem__, {}, 1), dict.__setitem__({}, 1, 2), attempt(dict.__delitem__, {}, 1), dict.__or__({}, 5), dict.__ror__({1: 1}, {2: 2}))
print(tuple.__add__((1,), (2,)), tuple.__mul__((1,), 2), tuple.__contains__((1,), 1), tuple.__hash__((1,)) == hash((1,)), (1, 2).__getnewargs__(), tuple.__len__(()), set.__or__({1}, {2}), set.__and__({1}, {1, 2}), set.__sub__({1}, {2}), set.__xor__({1}, {2}), set.__le__({1}, {1, 2}), set.__contains__({1}, 1), set.__ior__({1}, {2}), set.__or__({1}, [2]), bytes.__add__(b"a", b"b"), bytes.__getitem__(b"a", 0), bytes.__contains__(b"ab", 97), range.__len__(range(3)), range.__contains__(range(3), 2), bool.__and__(True, False), bool.__or__(True, 0), object.__eq__(1, 1))
