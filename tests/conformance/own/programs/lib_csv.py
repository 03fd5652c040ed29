# csv: what is quoted, what is read back, dictionaries, dialects, and errors; then rows that go through a queue.
import asyncio
import csv
import io
from csv import DictReader


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


def written(*rows, **options):
    out = io.StringIO()
    writer = csv.writer(out, **options)
    for row in rows:
        print(writer.writerow(row), end=' ')
    return repr(out.getvalue())


t(lambda: written([1, 2.5, None, True, 'x'], ['a,b', 'say "hi"', 'two\nlines', ' left'], [], [''], [None], ['', '']))
t(lambda: written(['a;b', 'c,d'], delimiter=';', lineterminator='\n'))
t(lambda: written(['a\rb', 'c\nd', 'e'], lineterminator='\n'))
t(lambda: written([1, 2.5, 'x', None], quoting=csv.QUOTE_NONNUMERIC))
t(lambda: written([1, 'x', None], quoting=csv.QUOTE_ALL, quotechar="'"))
t(lambda: written(["it's", 1], quotechar="'"))
t(lambda: written(['a', 'b'], dialect='excel-tab'))
t(lambda: written(['a', 1], dialect=csv.unix_dialect))
t(lambda: written(5))
t(lambda: written('abc', {'k': 1, 'l': 2}, (x for x in 'yz')))
t(lambda: csv.writer(5))
t(lambda: written([1], bogus=1))
t(lambda: csv.list_dialects())
t(lambda: csv.reader(['a'], 'nope'))
t(lambda: csv.reader(5))
t(lambda: list(csv.reader([b'x'])))
t(lambda: list(csv.reader(['a\rb'])))
t(lambda: csv.Error.__mro__[1])


def read(text, **options):
    reader = csv.reader(io.StringIO(text), **options)
    return [(row, reader.line_num) for row in reader]


t(lambda: read('a,b\n1,2\n\n"x, y","""q"""\n"two\nlines",end'))
t(lambda: read('a,"b"c,d"e\n,,\n,"",\n'))
t(lambda: read('"open\nstill'))
t(lambda: read('a, b, "c"\n', skipinitialspace=True))
t(lambda: read('a, b, "c"\n'))
t(lambda: read("1;'a;b';2\r\n", delimiter=';', quotechar="'"))
t(lambda: read('1,"a",2.5,\n', quoting=csv.QUOTE_NONNUMERIC))
t(lambda: read('1,a\n', quoting=csv.QUOTE_NONNUMERIC))
t(lambda: read(''))
t(lambda: list(csv.reader(['a,b', '', '"x', 'y"', '1\n'])))
t(lambda: next(csv.reader([])))

t(lambda: list(DictReader(['n,m', '1,2', '', '3', '4,5,6,7'])))
t(lambda: list(DictReader(['1,2'], fieldnames=['x', 'y', 'z'], restval='-')))
t(lambda: list(DictReader(['a', '1,2'], restkey='more')))
reader = DictReader(iter(['a,b\n', '1,2\n']))
print(reader.fieldnames, reader.line_num, next(reader), reader.line_num, next(reader, None))
out = io.StringIO()
writer = csv.DictWriter(out, ['a', 'b'], restval='?', lineterminator='|')
print(writer.writeheader(), writer.writerow({'b': 2}), writer.writerows([{'a': 1, 'b': 0}, {}]))
t(lambda: writer.writerow({'c': 1}))
t(lambda: csv.DictWriter(out, ['a'], extrasaction='x'))
csv.DictWriter(out, iter('ab'), extrasaction='ignore').writerow({'a': 1, 'z': 2})
print(repr(out.getvalue()))

with open('rows.csv', 'w', newline='') as file:
    csv.writer(file).writerows([['name', 'amount'], ['Ann', 10], ['Bob, jr.', 2.5]])
with open('rows.csv', newline='') as file:
    print(repr(file.read()))


async def total(queue):
    amount = 0.0
    while (row := await queue.get()) is not None:
        print(row)
        amount += float(row['amount'])
    return amount


async def main():
    queue = asyncio.Queue(1)
    task = asyncio.create_task(total(queue))
    with open('rows.csv', newline='') as file:
        for row in csv.DictReader(file):
            await queue.put(row)
            await asyncio.sleep(0.1)
    await queue.put(None)
    print(await task)


asyncio.run(main())
