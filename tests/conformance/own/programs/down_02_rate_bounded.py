# Twenty requests a second are allowed; two at once, of 0.1 s each, are no more than that: none gets a 429
import asyncio

from sluice import Upstream

REQUESTS = 60
LIMIT = 2


async def job(api, gate, number):
    async with gate:
        return await api.request(number)


async def main():
    began = asyncio.get_running_loop().time()
    api = Upstream(latency=0.1, rate=20, per=1.0)
    gate = asyncio.Semaphore(LIMIT)
    jobs = [job(api, gate, number) for number in range(REQUESTS)]
    answers = await asyncio.gather(*jobs, return_exceptions=True)
    failed = sum(isinstance(answer, Exception) for answer in answers)
    print(f"{REQUESTS} requests, {failed} failed, peak {api.peak}")
    print(api, api.started, api.succeeded, api.failed)
    print(f"{asyncio.get_running_loop().time() - began:.3f} s")


asyncio.run(main())
