# Reading text files in threads: the reference example of asyncio.to_thread
import asyncio
from pathlib import Path


def read_text(path):
    with open(path) as file:
        return file.read()


async def main():
    for number in range(3):
        Path(f"part{number}.txt").write_text(f"part {number}\n" * (number + 1))
    texts = await asyncio.gather(*[asyncio.to_thread(read_text, f"part{number}.txt") for number in range(3)])
    print([len(text) for text in texts], texts[1].splitlines())
    print(await asyncio.to_thread(Path("part0.txt").read_text))
    try:
        await asyncio.to_thread(read_text, "part9.txt")
    except FileNotFoundError as error:
        print(error)


asyncio.run(main())
