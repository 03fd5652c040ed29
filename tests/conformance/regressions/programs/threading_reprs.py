# Regression: locks, semaphores, events, conditions and barriers of threading did not show their state.
import re
import threading


def show(thing):
    print(re.sub(r'0x[0-9a-f]+', '0x', re.sub(r'owner=[1-9]\d*', 'owner=N', repr(thing))))


lock, again = threading.Lock(), threading.RLock()
show(lock)
show(again)
with lock, again, again:
    show(lock)
    show(again)
    show(threading.Condition(lock))
event = threading.Event()
show(event)
event.set()
show(event)
for thing in threading.Semaphore(3), threading.BoundedSemaphore(2), threading.Condition(), threading.Barrier(3):
    show(thing)
semaphore = threading.BoundedSemaphore(2)
with semaphore:
    show(semaphore)
barrier = threading.Barrier(2)
barrier.abort()
show(barrier)
