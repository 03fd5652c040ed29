"""traceback.TracebackException keeps the texts of an exception and of those behind it; show_group was ignored, and is unknown before 3.13."""
import sys
import traceback


def fail():
    try:
        1 / 0
    except ZeroDivisionError as error:
        try:
            raise RuntimeError('direct') from error
        except RuntimeError:
            raise ValueError('later')


try:
    fail()
except ValueError as error:
    kept = traceback.TracebackException.from_exception(error)
    error.args = ('changed',)
print(str(kept), kept.exc_type_str if sys.version_info >= (3, 13) else kept.exc_type.__name__, len(kept.stack))
print(str(kept.__context__), str(kept.__context__.__cause__), kept.__cause__, kept.__context__.__suppress_context__)
print(''.join(kept.format()).count('Traceback'), ''.join(kept.format(chain=False)).count('Traceback'))
print(list(kept.format_exception_only()), [frame.name for frame in kept.stack])

if sys.version_info >= (3, 11):
    inner = ExceptionGroup('inner', [TypeError('one\ntwo')])
    inner.add_note('a note')
    group = ExceptionGroup('outer', [ValueError(1), inner])
    kept = traceback.TracebackException.from_exception(group)
    print([str(one) for one in kept.exceptions], kept.exceptions[1].__notes__)
    for options in {}, {'show_group': True}:
        try:
            print(''.join(traceback.format_exception_only(group, **options)))
            print(''.join(kept.format_exception_only(**options)))
        except TypeError as error:
            print(type(error).__name__)
