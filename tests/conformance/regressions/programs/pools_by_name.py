# Regression: concurrent.futures.Executor was object, and the functions beside it were of the package itself.
import concurrent.futures

for name in 'Executor Future CancelledError TimeoutError InvalidStateError BrokenExecutor as_completed wait'.split():
    thing = getattr(concurrent.futures, name)
    print(name, thing.__module__, repr(thing).split(' at 0x')[0], getattr(thing, '__mro__', None))
print(concurrent.futures.Executor is object, isinstance(3, concurrent.futures.Executor))
with concurrent.futures.ThreadPoolExecutor(1) as pool:
    print(isinstance(pool, concurrent.futures.Executor), pool.submit(pow, 2, 3).result())
