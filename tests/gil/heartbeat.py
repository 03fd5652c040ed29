# How late a task wakes that sleeps some 10 ms again and again, while so many threads compute: prints the lateness of each, in ms.
#
#     python heartbeat.py THREADS [BEATS]
import asyncio
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
BEATS = int(sys.argv[2]) if len(sys.argv) > 2 else 100
done = False


def crunch():
    total = 0
    while not done:
        for number in range(1000):
            total += number * number % 7
    return total


async def main():
    global done
    threads = [threading.Thread(target=crunch) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    loop = asyncio.get_running_loop()
    late = []
    for beat in range(BEATS):
        delay = 0.01 + beat % 7 * 0.0009  # not in step with the switches, as nothing is on a real machine
        due = loop.time() + delay
        await asyncio.sleep(delay)
        late.append(loop.time() - due)
    done = True
    for thread in threads:
        thread.join()
    print(*[round(seconds * 1000, 3) for seconds in late])


asyncio.run(main())
