"""Dataclasses are replaced by copy.replace() since 3.13; slices are copied."""
import copy
import dataclasses
import sys


@dataclasses.dataclass
class Point:
    x: int
    y: list
    z: int = dataclasses.field(init=False, default=3)


point = Point(1, [2])
if sys.version_info >= (3, 13):
    print(copy.replace(point, x=5), Point.__replace__(point, y=0), hasattr(Point, '__replace__'))
    try:
        copy.replace(point, z=1)
    except TypeError as error:
        print(error)
else:
    print(hasattr(Point, '__replace__'), hasattr(copy, 'replace'))
limits = slice(1, [2], None)
same, deep = copy.copy(limits), copy.deepcopy(limits)
print(same == limits, deep, deep == limits, deep.stop is limits.stop)
if sys.version_info < (3, 14):
    print([name for name in dir(point) if not name.startswith('__')], sorted(set(dir(point)) - set(dir(object()))))
print(Point.__dataclass_params__, Point.__dataclass_params__.frozen)
