"""What is called of its class without an object, or with one of another class: a slot says so in other words than a method, before any argument is counted."""
import collections


def probe(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


probe(lambda: dict.__len__())
probe(lambda: dict[str, int].__len__())
probe(lambda: list.append())
probe(lambda: list.__len__())
probe(lambda: list.__getitem__())
probe(lambda: dict.__contains__())
probe(lambda: dict.__or__())
probe(lambda: int.__add__())
probe(lambda: dict.__len__(3))
probe(lambda: int.__add__('x', 1))
probe(lambda: dict.get(3))
probe(lambda: dict.__contains__(3))
probe(lambda: list.append(3, 4, 5))
probe(lambda: set.__contains__())
probe(lambda: dict.fromkeys())
probe(lambda: collections.OrderedDict.__len__())
probe(lambda: collections.deque.append())
probe(lambda: collections.deque.__len__())
