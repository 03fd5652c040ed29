# Regression: bytes lacked half of their methods, what coroutine.__await__() gives lacked send, throw and close, a
# cached_property on a class with slots raised AttributeError, getattr(len, '__dict__', {}) had no default.
import functools


def attempt(call):
    try:
        print(call())
    except (TypeError, ValueError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)


class Slotted:
    __slots__ = ('a',)

    @functools.cached_property
    def size(self):
        return 1


async def answer():
    return 42


def main():
    data = b'GET /a?b=1 HTTP/1.1\r\nHost: example\r\n\r\nbody'
    head, _, body = data.partition(b'\r\n\r\n')
    print(head.splitlines(), body, data.splitlines(True)[1], head.rsplit(None, 1), head.count(b'a'), head.rfind(b':'), head.count(47))
    print(b'ab'.replace(b'', b'-'), b'x'.center(5, b'*'), b'7'.zfill(3), b'a b'.title(), b'1'.isdigit(), b' a\t'.rstrip(), b'ab'.removeprefix(b'a'))
    attempt(lambda: b'a'.find('a'))
    attempt(lambda: b'a'.rindex(b'x'))
    attempt(lambda: b''.join(1))
    attempt(lambda: b'a'.startswith('a'))
    wrapper = answer().__await__()
    attempt(lambda: wrapper.send(None))
    wrapper = answer().__await__()
    wrapper.close()
    attempt(lambda: next(wrapper))
    attempt(lambda: answer().__await__().throw(ValueError('in')))
    attempt(lambda: Slotted().size)
    print(getattr(len, '__dict__', {}), functools.lru_cache(len)('abc'))


main()
