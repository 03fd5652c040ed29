# Every method of sets, frozensets, dicts and their views, with what they refuse.
def attempt(function, *arguments, **named):
    try:
        result = function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return sorted(result, key=str) if isinstance(result, (set, frozenset)) else result


def change(start, method, *arguments):
    made = set(start)
    result = attempt(getattr(made, method), *arguments)
    return sorted(made, key=str), result


def dict_change(method, *arguments, **named):
    made = {"a": 1, "b": 2}
    return attempt(getattr(made, method), *arguments, **named), made


class Pairs:
    def keys(self):
        return ["x"]

    def __getitem__(self, key):
        return key * 2


class Counting:
    """An unhashable item with a hash error of its own."""

    def __hash__(self):
        raise ValueError("no hash")


def grow(d):
    for key in d:
        d[key + "!"] = 1


def shrink(s):
    for item in s:
        s.discard(item)


for method, arguments in (("add", (3,)), ("add", ([],)), ("clear", ()), ("discard", (1,)), ("discard", (9,)), ("discard", ({},)), ("remove", (9,)), ("remove", (1,)), ("update", ([5], (6,), "a")), ("update", (5,)), ("update", ()), ("intersection_update", ([1, 5], {1})), ("intersection_update", (5,)),
                          ("difference_update", ([1], (2,))), ("difference_update", (5,)), ("symmetric_difference_update", ([1, 7],)), ("symmetric_difference_update", (5,)), ("union", ([4], "b")), ("union", (5,)), ("intersection", ([1, 2], [2])), ("intersection", ()), ("difference", ([1], [3])), ("difference", (None,)), ("symmetric_difference", ([1, 8],)),
                          ("issubset", ([1, 2, 3],)), ("issuperset", ([1],)), ("issuperset", (5,)), ("isdisjoint", ([4],)), ("isdisjoint", ([1],)), ("isdisjoint", (5,)), ("copy", ()), ("__contains__", (1,)), ("__contains__", (set(),)), ("__init__", ([7],)), ("__init__", (5,)), ("add", ()), ("add", (1, 2)), ("add", (Counting(),))):
    print(method, arguments if not arguments or not isinstance(arguments[0], Counting) else "counting", *change({1, 2}, method, *arguments))
s = {1, 2}
s.difference_update(s)
t = {1}
t.update(t)
t.intersection_update(t)
print(s, t, t.symmetric_difference_update(t), t, attempt(set().pop), frozenset([1]).copy() == {1}, attempt(frozenset([1]).union, [2]), attempt(hash, {1}), hash(frozenset([1])) == hash(frozenset([1])), attempt(lambda: {1} | [2]), attempt(lambda: {1} & 5), attempt(lambda: {1} < [1]), frozenset([1]) | {2} == {1, 2}, type(frozenset() | {1}).__name__, type({1} - frozenset()).__name__)
print({1} <= {1, 2}, {1} < {1}, {1, 2} >= {2}, {1, 2} > {1, 2}, {1} == frozenset([1]), {1} != {2}, attempt(set, 5), attempt(frozenset, 5), attempt(set, [[]]), {frozenset([1])} == {frozenset([1])}, frozenset([1]) in {frozenset([1])}, {1} in [{1}], attempt(lambda: {1} in {frozenset([1])}), set() in {frozenset()})
u = {1, 2, 3}
u |= {4}
u &= {2, 3, 4}
u -= {2}
u ^= {3, 9}
print(sorted(u), attempt(lambda: u.__ior__([1])), sorted(set("hello")), len(set()), bool(set()), repr(set()), repr(frozenset()), repr({1}), repr(frozenset([1])))
print(attempt(shrink, {1, 2, 3}), attempt(grow, {"a": 1}))
for method, arguments, named in (("get", ("a",), {}), ("get", ("z",), {}), ("get", ("z", 5), {}), ("get", ([],), {}), ("pop", ("a",), {}), ("pop", ("z",), {}), ("pop", ("z", None), {}), ("popitem", (), {}), ("setdefault", ("z",), {}), ("setdefault", ("a", 5), {}), ("setdefault", ([], 1), {}), ("update", ({"c": 3},), {}), ("update", ([("c", 3)],), {"d": 4}),
                                 ("update", (Pairs(),), {}), ("update", (5,), {}), ("update", ([1],), {}), ("update", (["abc"],), {}), ("update", ([("a",)],), {}), ("clear", (), {}), ("copy", (), {}), ("__contains__", ("a",), {}), ("__delitem__", ("z",), {}), ("fromkeys", ("xy", 0), {}), ("fromkeys", (5,), {}), ("__init__", ([("n", 1)],), {}), ("__init__", (), {"k": 2}), ("get", (), {}), ("update", (1, 2), {})):
    print(method, *dict_change(method, *arguments, **named))
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i), "a" in k, 1 in v, ("a", 1) in i, ("a", 2) in i, "a" in i, ("a",) in i, attempt(lambda: [] in k), list(reversed(k)), list(reversed(v)), list(reversed(i)), list(reversed(d)))
print(sorted(k | {"z"}), sorted(k & ["a"]), sorted(k - {"a"}), sorted(k ^ {"a", "y"}), sorted({"a"} | k), sorted(i & {("a", 1)}), k == {"a", "b", "c"}, k <= {"a", "b", "c", "d"}, k < {"a", "b", "c"}, k >= {"a"}, i > {("a", 1)}, k == d.keys(), v == d.values(), k.isdisjoint("xyz"), k.isdisjoint(["a"]), i.isdisjoint([("a", 1)]), attempt(k.isdisjoint, 5), attempt(lambda: k | 5), attempt(hash, k), attempt(lambda: k == 5), attempt(lambda: {"x": []}.items() - set()))
print(attempt(lambda: {**d, "e": 5} | {"f": 6}), attempt(lambda: d | 5), {"a": 1} | {"a": 2}, attempt(dict, 5), attempt(dict, [1]), attempt(dict, ["ab", "cd"]), attempt(dict, [(1, 2, 3)]), attempt(lambda: d[[]]), attempt(lambda: {[]: 1}), d.__class_getitem__(int) if hasattr(d, "__class_getitem__") else None)
e = {1: 2}
e |= [(3, 4)]
print(e, attempt(lambda: e.__ior__(5)), dict(zip("ab", [1, 2])), dict(a=1, **{"b c": 2}), attempt(dict.popitem, {}), list(iter(d)), iter(d).__length_hint__(), {True: "a", 1: "b", 1.0: "c"}, {"a": 1} == {"a": 1.0}, {1: 2} != {1: 3})
