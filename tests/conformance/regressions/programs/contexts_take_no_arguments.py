# Regression: Context() and Context.run() refused arguments in words of their own.
import contextvars

for attempt in (lambda: contextvars.Context(1), lambda: contextvars.Context(a=1), lambda: contextvars.copy_context().run(),
                lambda: contextvars.copy_context().run(max, 3, 4), lambda: contextvars.copy_context().run(dict, a=1)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
