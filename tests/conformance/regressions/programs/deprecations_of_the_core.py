# What the interpreter itself calls deprecated: throw() in parts, ~ of a bool, NotImplemented as a truth, conversions that give a subclass.
import asyncio
import logging
import math
import operator
import threading
import warnings


class Whole(int):
    pass


class Real(float):
    pass


class Asked:
    def __int__(self):
        return Whole(3)

    def __index__(self):
        return True

    def __float__(self):
        return Real(2.5)


class Truncated:
    def __trunc__(self):
        return Whole(2)


def gate():
    try:
        yield
    except ValueError:
        yield 'shut'


async def async_gate():
    try:
        yield
    except ValueError:
        yield 'shut'


def opened():
    made = gate()
    next(made)
    return made


async def main():
    truth = True
    print(~truth, ~True, ~False)
    try:
        print(bool(NotImplemented))
    except TypeError as error:
        print(error)
    print(int(Asked()), range(Asked()), ['a', 'b'][Asked()], float(Asked()), type(float(Asked())), math.sqrt(Asked()))
    print(hex(Asked()), operator.index(Asked()), '%d' % Asked(), 'a' * Asked(), math.gcd(Asked(), 6))
    try:
        print(int(Truncated()))
    except TypeError as error:
        print(error)
    print(opened().throw(ValueError, 'a'))
    print(opened().throw(ValueError, None, None))
    print(opened().throw(ValueError), opened().throw(ValueError()))
    gates = async_gate()
    await anext(gates)
    print(await gates.athrow(ValueError, 'a'))
    await gates.aclose()
    worker = threading.Thread(target=int, name='worker')
    worker.setDaemon(True)
    worker.setName('other')
    print(worker.getName(), worker.isDaemon(), threading.currentThread().name, threading.activeCount(), threading.Event().isSet())
    condition = threading.Condition()
    with condition:
        condition.notifyAll()
    logging.disable(logging.CRITICAL)
    logging.getLogger('shop').warn('closed')
    logging.warn('closed')


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    asyncio.run(main())
for warning in caught:
    print(warning.lineno, warning.category.__name__, warning.message)
