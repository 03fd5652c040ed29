"""Unions, callables and Any of typing cannot be iterated since 3.11; `1 in Union[int, str]` was answered by their subscripts."""
import typing


def probe(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


probe(lambda: 1 in typing.Optional[int])
probe(lambda: 1 in typing.Callable[[int], str])
probe(lambda: 1 in typing.Annotated[int, 1])
probe(lambda: 1 in typing.List[int])
probe(lambda: 1 in typing.Literal[1])
probe(lambda: iter(typing.Callable[[int], str]) and 'iterator')
print(type(typing.Any).__name__)
