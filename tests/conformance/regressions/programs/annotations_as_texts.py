"""`from __future__ import annotations` keeps annotations as texts, in CPython's own spelling; who reads them evaluates them."""
from __future__ import annotations

import inspect
import sys
from dataclasses import InitVar, KW_ONLY, dataclass, fields
from typing import Any, ClassVar, NamedTuple, Optional, TypedDict, get_type_hints


def odd(a: undefined, b: Dict[str , "x"]|None = None, *args: int, c: 1+2*(3-4), d: (1,2), e: -1 ** 2, f: Tuple[()],
        g: Callable[[int,str], None], h: a.b.c(x, y=2, **z), i: 1.50, j: 0x10, k: b"x", l: [1, *y], m: {1}, n: (a|b)&c,
        o: Literal["it's", 'q"']) -> list [int]:
    local: nowhere = 1
    return local


for name, text in odd.__annotations__.items():
    print(name, text)


@dataclass
class Job:
    name: str
    kind: ClassVar[int] = 1
    seed: InitVar[int] = 2
    extra: Any = None
    _: KW_ONLY
    parts: list[int] = None
    next: Optional[Job] = None


print([(field.name, field.type, field.kw_only) for field in fields(Job)], Job('a', parts=[1]))


class Pair(NamedTuple):
    left: int
    right: Job = None


class Options(TypedDict, total=False):
    deep: bool


def run(job: Job, pair: Pair = Pair(1)) -> Optional[Job]:
    return job.next


print(inspect.signature(run))
print(get_type_hints(run), get_type_hints(Pair))
print(list(Pair.__annotations__), Pair(3), Options.__optional_keys__)
(bracketed): never_looked_at = 3
sys.text: never_looked_at = 3
count: int = bracketed
print(__annotations__)
