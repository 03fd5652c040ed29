# Regression: classes of the library had names or modules of their own in messages and tracebacks (mappingproxy,
# json.decoder.JSONDecodeError, the constructors of datetime, functions as a type), datetimes took any
# tzinfo, inspect.getmembers() was missing, and before 3.11 typing.Union[A[int], str] lost [int].
import inspect
import json
import signal
import typing
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from types import FunctionType, MappingProxyType

T = typing.TypeVar('T')


class Box(typing.Generic[T]):
    pass


class Door:
    size = 1

    def __init__(self, content):
        self.content = content

    def open(self):
        return self.content


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(f'{type(error).__module__}.{type(error).__name__}: {error}')


attempt(lambda: MappingProxyType({}).__setitem__)
attempt(lambda: type(MappingProxyType({})))
attempt(lambda: json.loads('{'))
print(json.JSONEncoder, FunctionType.__module__, inspect.Signature, signal.Signals, Enum('Color', 'RED', module='paint'))
attempt(lambda: timedelta(second=1))
attempt(lambda: timedelta(1, 2, 3, 4, 5, 6, 7, 8))
attempt(lambda: datetime(2020))
attempt(lambda: datetime(2020, 1, 1, week=1))
attempt(lambda: date(2020, 1))
attempt(lambda: date(2020, 1, 1, 1))
attempt(lambda: time(week=1))
attempt(lambda: timezone(5))
attempt(lambda: datetime.now(5))
attempt(lambda: datetime(2020, 1, 1, tzinfo='UTC'))
attempt(lambda: datetime.fromtimestamp('now'))
print([name for name, _ in inspect.getmembers(Door, inspect.isfunction)])
print([name for name, _ in inspect.getmembers(Door('x'), inspect.ismethod)])
print(typing.Union[Box[int], str], typing.Optional[Box[T]], typing.List[list[int]], typing.Callable[[Box[T]], Box[int]])
