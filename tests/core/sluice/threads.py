# What threads, pools and queues between threads do, as far as the time they take does not show. threads.txt is what CPython 3.10 to 3.13 print.
import asyncio, threading, time, concurrent.futures as cf, contextvars
from concurrent.futures import ThreadPoolExecutor

log = []
var = contextvars.ContextVar("var", default="none")

def work(n):
    time.sleep(0.02 * n)
    return n * n

def init(name):
    var.set(name)
    log.append(("init", threading.current_thread().name.rsplit("_", 1)[-1]))

def see():
    time.sleep(0.01)
    return var.get()

with ThreadPoolExecutor(2, thread_name_prefix="pool", initializer=init, initargs=("set",)) as pool:
    print(list(pool.map(work, [3, 1, 2])))
    fs = [pool.submit(see) for _ in range(2)]
    print([f.result() for f in fs])
    print(sorted(log))
    f = pool.submit(work, 2)
    print(f.done(), f.running() or not f.running())
    try:
        f.result(timeout=0.001)
    except cf.TimeoutError as e:
        print("timeout", repr(e))
    print(f.result(), f.exception(), f.cancelled(), f.cancel())
    def boom(): raise ValueError("boom")
    f = pool.submit(boom)
    print(repr(f.exception()))
    try: f.result()
    except ValueError as e: print(e)
    try:
        for r in pool.map(lambda x: 1 // x, [1, 0, 2]): print(r)
    except ZeroDivisionError as e: print(e)
    fs = {pool.submit(work, n): n for n in (4, 1)}
    print([fs[f] for f in cf.as_completed(fs)])
    done, pending = cf.wait([pool.submit(work, n) for n in (1, 6)], return_when=cf.FIRST_COMPLETED)
    print(len(done), len(pending))
    print(cf.wait(pending, timeout=0.001).done)
    print(type(cf.wait(pending)).__name__)
try: pool.submit(work, 1)
except RuntimeError as e: print(e)

pool = ThreadPoolExecutor(1)
fs = [pool.submit(work, 3) for _ in range(4)]
time.sleep(0.01)
pool.shutdown(wait=True, cancel_futures=True)
print([f.cancelled() for f in fs])
try: fs[-1].result()
except cf.CancelledError as e: print("cancelled", repr(e))

ev = threading.Event()
def waiter():
    print("waiting", ev.wait(0.01), ev.wait())
    threading.current_thread().name = "renamed"
t = threading.Thread(target=waiter, name="w", daemon=True)
print(t.is_alive(), t.name, t.daemon, t.ident)
t.start()
time.sleep(0.03)
print(t.is_alive(), threading.active_count(), [x.name for x in threading.enumerate()])
ev.set(); t.join()
print(t.is_alive(), t.name, threading.active_count())
data = threading.local()
data.x = "main"
def local_test():
    print(hasattr(data, "x")); data.x = "thread"; print(data.x)
t = threading.Thread(target=local_test); t.start(); t.join(); print(data.x)
class Mine(threading.Thread):
    def __init__(self, n): super().__init__(); self.n = n
    def run(self): self.result = self.n + 1
m = Mine(4); m.start(); m.join(); print(m.result, threading.main_thread().name, threading.get_ident() == threading.main_thread().ident)
rl = threading.RLock()
with rl:
    with rl: print("nested")
lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked()); lock.release()
try: lock.release()
except RuntimeError as e: print(e)
sem = threading.Semaphore(2)
print(sem.acquire(), sem.acquire(), sem.acquire(blocking=False)); sem.release()
cond = threading.Condition()
items = []
def consumer():
    with cond:
        while not items: cond.wait()
        print("got", items.pop())
t = threading.Thread(target=consumer); t.start(); time.sleep(0.01)
with cond: items.append(1); cond.notify()
t.join()
bar = threading.Barrier(2)
def b(): bar.wait(); 
t = threading.Thread(target=b); t.start(); bar.wait(); t.join(); print("barrier")
timer = threading.Timer(0.01, lambda: print("timer")); timer.start(); timer.join()
import queue
q = queue.Queue()
def producer():
    for i in range(3): q.put(i); time.sleep(0.005)
    q.put(None)
t = threading.Thread(target=producer); t.start()
while (item := q.get()) is not None: print("item", item)
t.join()

async def main():
    loop = asyncio.get_running_loop()
    async def coro(n): await asyncio.sleep(0.01); return n + 1
    def from_thread():
        f = asyncio.run_coroutine_threadsafe(coro(4), loop)
        return f.result(), asyncio.run_coroutine_threadsafe(coro(9), loop).result(timeout=1)
    print(await asyncio.to_thread(from_thread))
    with ThreadPoolExecutor() as p:
        print(await loop.run_in_executor(p, work, 2))
        print(await asyncio.gather(*[asyncio.wrap_future(p.submit(work, n)) for n in (2, 1)]))
    def no_loop():
        try: asyncio.get_running_loop()
        except RuntimeError as e: return str(e)
    print(await asyncio.to_thread(no_loop))
    try:
        await asyncio.wait_for(asyncio.to_thread(work, 3), 0.01)
    except asyncio.TimeoutError: print("gave up")
asyncio.run(main())
