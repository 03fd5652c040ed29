// Programs that say what they print: the run loop, calls, classes, exceptions and generators.
#include "catch.h"
#include "types/program_output.h"

namespace sluice {
namespace {

void runs_as_expected(std::string_view source, PythonVersion python = kDefaultPython) {
  const ProgramOutput output = run_program(source, python);
  CHECK(output.printed == output.expected);
}

}  // namespace

TEST_CASE("calls bind positional, keyword, default and starred arguments", "[vm]") {
  runs_as_expected(R"(
def f(a, b=2, *args, c, d=4, **rest):
    return a, b, args, c, d, rest

print(f(1, c=3))                        # expect: (1, 2, (), 3, 4, {})
print(f(1, 2, 3, 4, c=5, e=6))          # expect: (1, 2, (3, 4), 5, 4, {'e': 6})
print(f(*[1, 2], **{'c': 1}))           # expect: (1, 2, (), 1, 4, {})
try:
    f()
except TypeError as error:
    print(error)                        # expect: f() missing 1 required positional argument: 'a'
try:
    (lambda a: a)(1, a=2)
except TypeError as error:
    print(error)                        # expect: <lambda>() got multiple values for argument 'a'
)");
}

TEST_CASE("special methods are looked up on the class, reflected ones first for subclasses", "[vm]") {
  runs_as_expected(R"(
class Base:
    def __add__(self, other): return 'Base.__add__'
    def __radd__(self, other): return 'Base.__radd__'

class Derived(Base):
    def __radd__(self, other): return 'Derived.__radd__'

print(Base() + 1)                       # expect: Base.__add__
print(1 + Base())                       # expect: Base.__radd__
print(Base() + Derived())               # expect: Derived.__radd__
print(Derived() + Base())               # expect: Base.__add__
)");
}

TEST_CASE("classes that derive from builtin data keep what they override", "[vm]") {
  runs_as_expected(R"(
class Names(list):
    def __init__(self, owner, items=()):
        super().__init__(items)
        self.owner = owner

    def __len__(self):
        return 99

names = Names('me', [1, 2])
names.append(3)
print(names, names.owner, len(names))   # expect: [1, 2, 3] me 99

class Doubling(dict):
    def __missing__(self, key): return key * 2

print(Doubling(a=1)['b'])               # expect: bb
)");
}

TEST_CASE("exceptions carry context and cause", "[vm]") {
  runs_as_expected(R"(
try:
    try:
        raise ValueError('one')
    except ValueError as error:
        raise KeyError('two') from error
except KeyError as error:
    print(repr(error.__cause__))        # expect: ValueError('one')
try:
    try:
        1 / 0
    finally:
        [][0]
except IndexError as error:
    print(repr(error.__context__))      # expect: ZeroDivisionError('division by zero')
raise RuntimeError('end')               # expect error: RuntimeError: end
)");
}

TEST_CASE("generators are resumed, thrown into and closed", "[vm]") {
  runs_as_expected(R"(
def numbers():
    try:
        got = yield 1
        yield got
    except ValueError as error:
        yield str(error)
    finally:
        print('closed')

it = numbers()
print(next(it), it.send('sent'))        # expect: 1 sent
print(it.throw(ValueError('thrown')))   # expect: thrown
it.close()                              # expect: closed

def outer():
    result = yield from inner()
    print(result)                       # expect: returned

def inner():
    yield 1
    return 'returned'

print(list(outer()))                    # expect: [1]

def stops():
    yield next(iter(()))

try:
    list(stops())
except RuntimeError as error:
    print(error)                        # expect: generator raised StopIteration
)");
}

// Regression: a handler around the first statement of a generator caught what was thrown before it had begun.
TEST_CASE("an exception thrown into a generator that has not begun is caught by no handler of it", "[vm]") {
  runs_as_expected(R"(
def never():
    try:
        yield 1
    except ValueError:
        print('caught')

try:
    never().throw(ValueError('early'))
except ValueError as error:
    print(error)                        # expect: early
)");
}

TEST_CASE("objects die on the spot when their last reference goes", "[vm]") {
  runs_as_expected(R"(
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

noisy = Noisy(1)
noisy = Noisy(2)                        # expect: del 1
del noisy                               # expect: del 2
def local():
    first, second = Noisy('a'), Noisy('b')
local()                                 # expect: del a
print('end')                            # expect: del b
                                        # expect: end
)");
}

TEST_CASE("recursion without end raises RecursionError wherever it goes through", "[vm]") {
  runs_as_expected(R"(
def plain(): return plain()
class Shown:
    def __repr__(self): return repr(self)
def generators(): yield from generators()
for attempt in (plain, lambda: repr(Shown()), lambda: list(generators())):
    try:
        attempt()
    except RecursionError as error:
        print(error)
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
)");
}

TEST_CASE("except* takes a group apart", "[vm]") {
  runs_as_expected(R"(
try:
    raise ExceptionGroup('all', [ValueError(1), KeyError(2), ExceptionGroup('in', [ValueError(3)])])
except* ValueError as group:
    print(repr(group))      # expect: ExceptionGroup('all', [ValueError(1), ExceptionGroup('in', [ValueError(3)])])
except* KeyError as group:
    print(group.exceptions)             # expect: (KeyError(2),)
)");
}

TEST_CASE("strftime has the flags, widths and letters of glibc's", "[vm]") {
  runs_as_expected(R"(
import time
moment = time.struct_time((821, 3, 5, 14, 7, 9, 4, 64, -1))
print(time.strftime('%C|%_d|%-I%P|%^a|%#b|%#p|%^P', moment))             # expect: 8| 5|2pm|FRI|MAR|pm|pm
print(time.strftime('%5Y|%04e|%-j|%_5d|%8p|%012T|%Od|%Ey|%q', moment))   # expect: 00821|0005|64|    5|      PM|000014:07:09|05|21|%q
)");
}

}  // namespace sluice
