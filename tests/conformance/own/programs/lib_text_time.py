# textwrap with hyphens and dashes, datetime.strptime, uuid, auto() after values that cannot be counted.
import textwrap
import uuid
from datetime import datetime
from enum import Enum, auto

LONG = 'The quick-witted fox -- well-known for its half-baked ideas--jumped  over e.g. a lazy, long-haired\tdog. Incomprehensibilities!'


class Mixed(Enum):
    NUMBER = 3
    OTHER = 1
    NEXT = auto()


def main():
    for width in (12, 21, 40):
        print(textwrap.fill(LONG, width, initial_indent='* ', subsequent_indent='  '))
    print(textwrap.wrap(LONG, 20, break_on_hyphens=False, break_long_words=False, max_lines=4))
    print(textwrap.wrap(LONG, 20, fix_sentence_endings=True, drop_whitespace=False), textwrap.shorten(LONG, 30, placeholder='...'))
    for text, form in (('2024-02-29 23:59:58.5', '%Y-%m-%d %H:%M:%S.%f'), ('3 Mar 99 7:05 pm', '%d %b %y %I:%M %p'), ('060 2024', '%j %Y'),
                       ('Friday, 1 March 2024 +0530', '%A, %d %B %Y %z'), ('2024', '%Y-%m'), ('2024-1-1x', '%Y-%m-%d'), ('a', '%Q'),
                       ('30.02.2024', '%d.%m.%Y'), ('12:00Z', '%H:%M%z')):
        try:
            print(datetime.strptime(text, form).isoformat())
        except ValueError as error:
            print(error)
    one = uuid.uuid4()
    print(len(str(one)), one.version, one.variant, one != uuid.uuid4(), uuid.UUID('{12345678123456781234567812345678}'))
    print(repr(uuid.UUID(int=255)), uuid.UUID(bytes=bytes(range(16))).fields, uuid.NAMESPACE_URL.hex, uuid.UUID(int=7) < uuid.UUID(int=8))
    print(list(Mixed))


main()
