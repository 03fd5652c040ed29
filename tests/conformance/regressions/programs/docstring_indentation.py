"""   Docstrings lose their indentation in Python 3.13; inspect.getdoc() takes it off in all.

    They were kept as written in every version, and getdoc() gave them as they are.
"""
import asyncio
import inspect


def first_line_only():
    """ Spaces at both ends  """


def tabs():
    """a	tab
	one	more
	  and	deeper"""


class Service:
    """
    A service.

      * indented
    """

    async def start(self):
        """ Starts it.

            Twice is an error.
            """

    async def stop(self):
        "Stops\n  it.\n \n  \n"

    def blank(self):
        """
        """


class Derived(Service):
    async def start(self):
        await asyncio.sleep(0)


async def main():
    """   main   """
    for thing in (first_line_only, tabs, Service, Service.start, Service.stop, Service.blank, main):
        print(thing.__name__, repr(thing.__doc__), repr(inspect.getdoc(thing)))
    print(repr(__doc__))
    service = Derived()
    await service.start()
    print(repr(Derived.__doc__), repr(inspect.getdoc(Derived)), repr(inspect.getdoc(service.start)))
    print(repr(inspect.cleandoc("""  one
          two
            three

        """)))


asyncio.run(main())
