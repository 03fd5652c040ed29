"""call_at made a float of the deadline, no two timers were equal, and a named tuple of one field was described without a comma."""
import asyncio
import collections


def wake(name):
    print(name)


loop = asyncio.new_event_loop()
timer = loop.call_at(2, wake, 'whole')
print(timer.when(), type(timer.when()).__name__, repr(timer).split(' ')[1])
same = loop.call_at(2.0, wake, 'whole')
print(timer == same, timer <= same, hash(timer) == hash(same), timer == loop.call_at(2, wake, 'other'))
same.cancel()
print(timer == same, timer != same, timer <= same, timer == 2, len({timer, same}))
print(loop.call_at(True, wake, 'one').when(), type(loop.call_later(4, wake, 'later').when()).__name__)
loop.call_at(3, loop.stop)
loop.run_forever()
loop.close()

print(collections.namedtuple('Pair', 'left right').__doc__, collections.namedtuple('Single', 'only').__doc__)
print(list[int].__class__)
