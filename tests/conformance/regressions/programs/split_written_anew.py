"""except* splits a group by its own split(), also where a class has written that anew, and an error in there replaces the group."""
# python >= 3.11


class Stubborn(ExceptionGroup):
    def split(self, condition):
        print('split by', condition.__name__)
        return None, self


class Changing(ExceptionGroup):
    def split(self, condition):
        print('split by', condition.__name__)
        return ExceptionGroup('a', [KeyError()]), ExceptionGroup('b', [OSError(), IndexError()])


class Failing(ExceptionGroup):
    def split(self, condition):
        1 / 0


for group in Stubborn('one', [ValueError()]), Changing('two', [ValueError()]), Failing('three', [ValueError()]):
    try:
        try:
            raise group
        except* ValueError as taken:
            print('taken', repr(taken))
        except* OSError as taken:
            print('taken', repr(taken))
    except Exception as escaped:
        print('escaped', repr(escaped), repr(escaped.__context__))
