# Regular expressions as programs about logs use them.
import asyncio, re
LOG = """\
2024-01-02 10:11:12,345 INFO  [main] Started server on 127.0.0.1:8080
2024-01-02 10:11:13,001 ERROR [worker-1] Failed: timeout=30s code=504
2024-01-02 10:11:14,999 WARN  [worker-2] slow query (1.25 s)
"""
LINE = re.compile(r"^(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:,]+) (?P<level>[A-Z]+)\s+\[(?P<thread>[^\]]+)\] (?P<msg>.*)$", re.MULTILINE)
async def lines(text):
    for line in text.splitlines():
        await asyncio.sleep(0.01)
        yield line
async def main():
    async for line in lines(LOG):
        m = LINE.match(line)
        if m:
            print(m.group("level"), m["thread"], m.groupdict()["msg"], m.span("level"), m.start(), m.end())
    print([m.group(2) for m in LINE.finditer(LOG)])
    print(re.findall(r"(\w+)=(\w+)", LOG), re.findall(r"\d+", "a1b22c333"))
    print(re.sub(r"(\d+)-(\d+)", r"\2/\1", "10-20 30-40", count=1), re.sub(r"\b(\w)", lambda m: m.group(1).upper(), "hello big world"))
    print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(\W)", "x y-z"))
    print(re.search("(?i)ERROR", "an error").group(), re.fullmatch(r"[a-z]+@[a-z]+\.com", "me@example.com"), re.match("x", "abc"))
    print(re.escape("a.b*c"), re.sub(r"\s+", " ", "a   b \n c"), bool(re.search(r"^b", "a\nb", re.M)))
    email = re.compile(r"""
        [\w.+-]+   # user
        @
        [\w-]+\.[\w.-]+ # domain
    """, re.VERBOSE)
    print(email.findall("mail joe.doe+x@ex-ample.co.uk or a@b.c."), email.pattern[:5])
asyncio.run(main())
