#include "catch.h"
#include "program_output.h"

using namespace sluice;

namespace {

void check(std::string_view source, PythonVersion python = kDefaultPython) {
  const ProgramOutput output = run_program(source, python);
  CHECK(output.printed == output.expected);
}

}  // namespace

TEST_CASE("dicts keep the order of insertion through updates and deletions", "[types]") {
  check(R"(
d = {i: str(i) for i in range(20)}
for i in range(0, 20, 2):
    del d[i]
d[4] = 'again'
print(list(d))           # expect: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 4]
print(d.pop(1), d.popitem(), len(d))  # expect: 1 (4, 'again') 9
print({1: 'int', 1.0: 'float', True: 'bool'})  # expect: {1: 'bool'}
)");
}

TEST_CASE("a dict that changes size while it is iterated raises RuntimeError", "[types]") {
  check(R"(
d = {1: 2}
for key in d:
    d[key + 1] = 3  # expect error: RuntimeError: dictionary changed size during iteration
)");
}

TEST_CASE("a key whose __eq__ changes the dict does no harm", "[types]") {
  check(R"(
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        d.clear()
        return self.n == other.n
d = {}
d[Key(1)] = 'a'
d[Key(2)] = 'b'
print(len(d))       # expect: 1
print(Key(9) in d)  # expect: False
)");
}

TEST_CASE("sets of numbers are visited in CPython's order", "[types]") {
  check(R"(
print({3, 1, 2}, {10, 5, 1}, {-1, -2, 0})       # expect: {1, 2, 3} {1, 10, 5} {0, -1, -2}
print(set([100, 7, 33, 64, 2]), {0.5, 2, 1.5})  # expect: {64, 33, 2, 100, 7} {0.5, 1.5, 2}
s = {i * 7 % 31 for i in range(31)}
print([s.pop() for _ in range(4)], len(s))      # expect: [0, 1, 2, 3] 27
)");
}

TEST_CASE("containers that contain themselves have a finite repr", "[types]") {
  check(R"(
a = [1]; a.append(a)
d = {}; d['me'] = d
t = ([],); t[0].append(t)
print(a, d, t)  # expect: [1, [...]] {'me': {...}} ([(...)],)
)");
}

TEST_CASE("nesting without end is a RecursionError, not the end of the machine's stack", "[types]") {
  check(R"(
a = []
for _ in range(100000):
    a = [a]
for action in (lambda: repr(a), lambda: a == [a], lambda: hash(eval_free)):
    try:
        action()
    except RecursionError:
        print('too deep')
    except NameError:
        print('no name')
# expect: too deep
# expect: too deep
# expect: no name
)");
}

TEST_CASE("slices of lists can be read, replaced and deleted", "[types]") {
  check(R"(
a = list(range(10))
a[2:5] = 'xy'
print(a)                       # expect: [0, 1, 'x', 'y', 5, 6, 7, 8, 9]
a[::3] = [0, 0, 0]
print(a, a[-3:], a[::-4])      # expect: [0, 1, 'x', 0, 5, 6, 0, 8, 9] [0, 8, 9] [9, 5, 0]
del a[1::2]
print(a)                       # expect: [0, 'x', 5, 0, 9]
a[1:1] = a
print(a)                       # expect: [0, 0, 'x', 5, 0, 9, 'x', 5, 0, 9]
a[::2] = [1]                   # expect error: ValueError: attempt to assign sequence of size 1 to extended slice of size 5
)");
}

TEST_CASE("sorting is stable, calls __lt__ only, and notices a list that changes", "[types]") {
  check(R"(
pairs = [(i % 3, i) for i in range(200)]
pairs.sort(key=lambda pair: pair[0], reverse=True)
print(pairs[:3], pairs[-1])   # expect: [(2, 2), (2, 5), (2, 8)] (0, 198)
class Half:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        calls.append((self.n, other.n))
        return self.n < other.n
calls = []
print([h.n for h in sorted(map(Half, [3, 1, 2]))], calls)  # expect: [1, 2, 3] [(1, 3), (2, 1), (2, 3), (2, 1)]
x = [3, 1, 2]
x.sort(key=lambda item: x.append(item) or item)  # expect error: ValueError: list modified during sort
)",
        PythonVersion{12});
}

TEST_CASE("what would not fit into memory is refused before it is made", "[types]") {
  for (const char* expression : {"[0] * 10**8", "'a' * 10**9", "list(range(10**9))", "1 << 10**10", "'x'.ljust(10**9)",
                                 "f'{1:1000000000}'", "(1,) * 10**9", "bytes(10**9)", "10 ** 10**9"}) {
    const ProgramOutput output = run_program(std::string("try:\n    x = ") + expression +
                                             "\n    print('made')\nexcept MemoryError:\n    print('MemoryError')\n");
    INFO(expression);
    const bool refused = output.printed == "budget: memory\n" || output.printed == "MemoryError\n";
    CHECK(refused);
  }
}

TEST_CASE("an index that changes the list while it is asked does no harm", "[types]") {
  check(R"(
class Clearing:
    def __index__(self):
        items.clear()
        return 1
for action in (lambda: items[Clearing()], lambda: items.__setitem__(Clearing(), 5), lambda: items.__delitem__(Clearing())):
    items = [1, 2, 3]
    try:
        action()
    except IndexError as problem:
        print(problem)
# expect: list index out of range
# expect: list assignment index out of range
# expect: list assignment index out of range
items = [1, 2, 3]
items[Clearing():] = [9]
print(items)  # expect: [9]
)");
}
