# W6: calls. A unit is a run.
count = 1


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


assert fib(27) == 196418
