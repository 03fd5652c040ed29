# A service made for ten, sixty requests at once: each gets slower than its timeout allows, and none is answered
import asyncio

from sluice import Upstream

REQUESTS = 60


async def job(api, number):
    return await api.request(number)


async def main():
    began = asyncio.get_running_loop().time()
    api = Upstream(latency=0.1, capacity=10, timeout=1.0)
    jobs = [job(api, number) for number in range(REQUESTS)]
    answers = await asyncio.gather(*jobs, return_exceptions=True)
    failed = sum(isinstance(answer, Exception) for answer in answers)
    print(f"{REQUESTS} requests, {failed} failed, peak {api.peak}")
    print(api, api.started, api.succeeded, api.failed)
    print(f"{asyncio.get_running_loop().time() - began:.3f} s")


asyncio.run(main())
