# LogRecord has had taskName since 3.12 only: before, a format with it fails at each record.
import asyncio
import logging
import sys


class Text(logging.Formatter):
    def format(self, record):
        return f"{record.levelname} {record.getMessage()} {getattr(record, 'taskName', 'no attribute')}"


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Text())
log = logging.getLogger("jobs")
log.setLevel(logging.INFO)
log.addHandler(handler)


async def job(n):
    log.info("starts")
    await asyncio.sleep(n / 10)
    log.info("ends")


async def main():
    await asyncio.gather(*(asyncio.create_task(job(n), name=f"job-{n}") for n in range(2)))
    record = logging.LogRecord("jobs", logging.INFO, "file.py", 1, "%s", ("x",), None)
    try:
        print(logging.Formatter("%(taskName)s: %(message)s").format(record))
    except ValueError as error:
        print(error)
    except KeyError as error:
        print("missing", error)


log.info("outside")
asyncio.run(main())
