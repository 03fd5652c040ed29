"""What is downstream of your code, as a model: a connection pool, a rate limit, file descriptors, latency that grows with load.

Plain asyncio, Python 3.10 and later, no dependencies: put this file beside your program and it runs under CPython as it runs here.

    from sluice import Upstream

    api = Upstream(latency=0.1, pool=5, pool_timeout=0.5)
    answer = await api.request("page 1")

Order: connections are given first come, first served. Units: seconds, requests. Errors: see Upstream.request.
"""
import asyncio
import errno


class UpstreamError(Exception):
    """Base of what an upstream itself answers with; `status` is the HTTP status that it stands for."""

    status = 500


class RateLimited(UpstreamError):
    """429: more requests than the rate limit allows."""

    status = 429


class Overloaded(UpstreamError):
    """504: the answer would have taken longer than the upstream's own timeout."""

    status = 504


class PoolTimeout(TimeoutError):
    """No connection of the pool became free in time."""


class Upstream:
    """A service that many tasks call at once, with the limits that real ones have. Each limit is off unless given.

    latency       seconds that a request takes when nothing else is under way
    pool          connections that can be open at once; further requests wait for one
    pool_timeout  seconds after which a request that waits for a connection gives up with PoolTimeout
    rate, per     at most `rate` requests begin in any `per` seconds; one more gets RateLimited at once
    descriptors   file descriptors of this process: one a request that waits or is under way; one more gets OSError EMFILE
    capacity      requests that are served side by side at full speed. With more of them under way, all get slower: latency
                  grows with the square of the load, as it does where requests wait for, and disturb, one another
    timeout       seconds after which the upstream itself gives a request up, with Overloaded

    Counters, to be read at any time: in_flight, waiting, peak (of in_flight), started, succeeded, failed (a dict by the error's name).
    """

    def __init__(self, *, latency=0.1, pool=None, pool_timeout=None, rate=None, per=1.0, descriptors=None, capacity=None,
                 timeout=None, name="upstream"):
        self.latency, self.pool, self.pool_timeout = latency, pool, pool_timeout
        self.rate, self.per, self.descriptors = rate, per, descriptors
        self.capacity, self.timeout, self.name = capacity, timeout, name
        self.in_flight = self.waiting = self.peak = self.started = self.succeeded = 0
        self.failed = {}
        self._connections = asyncio.Semaphore(pool) if pool is not None else None
        self._begun = []        # moments at which the requests of the last `per` seconds began

    def __repr__(self):
        return f"<Upstream {self.name}: {self.in_flight} in flight, {self.waiting} waiting>"

    async def request(self, what=None):
        """Makes one request and returns `what`.

        Raises OSError (EMFILE), PoolTimeout, RateLimited or Overloaded, as the limits have it. A request that is cancelled
        gives back what it holds.
        """
        try:
            result = await self._request(what)
        except (Exception, asyncio.CancelledError) as error:
            kind = type(error).__name__
            self.failed[kind] = self.failed.get(kind, 0) + 1
            raise
        self.succeeded += 1
        return result

    async def _request(self, what):
        self.started += 1
        if self.descriptors is not None and self.in_flight + self.waiting >= self.descriptors:
            raise OSError(errno.EMFILE, "Too many open files")
        if self._connections is None:
            return await self._serve(what)
        await self._connect()
        try:
            return await self._serve(what)
        finally:
            self._connections.release()

    async def _connect(self):
        self.waiting += 1
        try:
            await asyncio.wait_for(self._connections.acquire(), self.pool_timeout)
        except asyncio.TimeoutError:
            raise PoolTimeout(f"no connection to {self.name} within {self.pool_timeout} s") from None
        finally:
            self.waiting -= 1

    async def _serve(self, what):
        self._admit()
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)
        try:
            await self._answer()
        finally:
            self.in_flight -= 1
        return what

    def _admit(self):
        if self.rate is None:
            return
        now = asyncio.get_running_loop().time()
        self._begun = [moment for moment in self._begun if now - moment < self.per]
        if len(self._begun) >= self.rate:
            raise RateLimited(f"429: more than {self.rate} requests in {self.per} s")
        self._begun.append(now)

    async def _answer(self):
        """Works off the request in slices, each as slow as the load then makes it."""
        if self.capacity is None:
            await asyncio.sleep(self.latency)
            return
        slices, spent = 4, 0.0
        for _ in range(slices):
            load = max(1.0, self.in_flight / self.capacity)
            takes = self.latency / slices * load * load
            if self.timeout is not None and spent + takes > self.timeout:
                await asyncio.sleep(self.timeout - spent)
                raise Overloaded(f"504: no answer within {self.timeout} s")
            await asyncio.sleep(takes)
            spent += takes


async def arrivals(count, *, every=0.1, burst=1):
    """Numbers 0 to count - 1 as work arrives: `burst` of them at once, `every` so many seconds; the first ones now."""
    for number in range(count):
        if number and number % burst == 0:
            await asyncio.sleep(every)
        yield number
