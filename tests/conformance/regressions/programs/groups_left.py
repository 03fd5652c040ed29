"""A clause of except* that takes nothing: since 3.12 the clauses after it see the copy that split() has made of the group, in 3.11 the group itself. One that was never a group in whole shows as the context of what a later clause raises."""
# python >= 3.11
import asyncio


class Tagged(ExceptionGroup):
    def derive(self, errors):
        print('derive', len(errors))
        return Tagged(self.message, errors)


async def main():
    group = Tagged('both', [ValueError('v'), KeyError('k')])
    try:
        try:
            raise group
        except* OSError:
            print('never')
        except* ValueError as first:
            print('first', first is group, len(first.exceptions))
        except* Exception as second:
            print('second', second is group, repr(second))
            raise second.exceptions[0]
    except BaseException as last:
        print(repr(last), getattr(last, '__context__', None) is group)
    try:
        try:
            raise group
        except* OSError:
            print('never')
        except* Exception as whole:
            print('whole', whole is group)
            raise whole.exceptions[1]
    except KeyError as last:
        print(last.__context__ is group, repr(last.__context__))
    try:
        async with asyncio.timeout(1) as limit:
            pass
        await limit.__aexit__(None, None, None)
    except AssertionError as error:
        print('a deadline ends once:', repr(error))
asyncio.run(main())
