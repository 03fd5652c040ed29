# `metaclass=` takes any callable: it gets the name, the bases and the namespace, and what it returns is the "class".
import asyncio


def awaitable_class(name, bases, namespace, **options):
    print("making", name, bases, options)
    cls = type(name, bases, namespace)

    async def __new__(cls, *args):
        self = object.__new__(cls)
        await self.__init__(*args)
        return self

    cls.__new__ = __new__
    return cls


class Connection(metaclass=awaitable_class):
    async def __init__(self, host):
        await asyncio.sleep(1)
        self.host = host


class Nothing(list, metaclass=lambda *args, **options: (args[:2], options), size=3):
    pass


class Prepared:
    def __prepare__(self, name, bases):
        print("preparing", name)
        return {"ready": True}

    def __call__(self, name, bases, namespace):
        return sorted(key for key in namespace if not key.startswith("__"))


class Names(metaclass=Prepared()):
    first = 1
    second = 2


async def main():
    connection = await Connection("localhost")
    print(type(connection).__name__, connection.host)
    print(Nothing, Names)


asyncio.run(main())

try:
    class Wrong(metaclass=5):
        pass
except TypeError as error:
    print("TypeError:", error)
