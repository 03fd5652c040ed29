# math's functions of floats: what they give at the edges, what they refuse, and how each version words it.
import math

INF, NAN = math.inf, math.nan
EDGES = [0.0, -0.0, 0.5, 1, -1, 2.5, -2.5, 1e300, -1e300, 5e-324, INF, -INF, NAN]
ONE = ["sqrt", "exp", "expm1", "log1p", "log", "log2", "log10", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh",
       "gamma", "lgamma", "fabs", "degrees", "radians", "floor", "ceil", "trunc", "isnan", "isinf", "isfinite", "modf", "frexp", "ulp"]
FINITE = ["sin", "cos", "tan"]


def attempt(function, *arguments, **named):
    try:
        result = function(*arguments, **named)
        return float(f"{result:.9g}") if isinstance(result, float) else result
    except (ValueError, OverflowError, TypeError, ZeroDivisionError) as error:
        return f"{type(error).__name__}: {error}"


class Half:
    """A number by its special methods alone."""

    def __float__(self):
        return 0.5

    def __floor__(self):
        return "floored"

    def __ceil__(self):
        return "ceiled"

    def __trunc__(self):
        return "cut"


class Index:
    def __index__(self):
        return 12


def main():
    for name in ONE:
        edges = EDGES if name not in ("floor", "ceil", "trunc") else [edge for edge in EDGES if abs(edge) != 1e300]
        print(name, [attempt(getattr(math, name), edge) for edge in edges])
    for name in FINITE:
        print(name, [attempt(getattr(math, name), edge) for edge in (0.0, -0.0, 0.5, 2.5, INF, NAN)])
    for name in ("floor", "ceil", "trunc", "sqrt", "fabs"):
        print(name, [attempt(getattr(math, name), value) for value in (Half(), Index(), True, "x", None, 10**30)])
    for name in ("pow", "fmod", "atan2", "copysign", "nextafter", "remainder"):
        if hasattr(math, name):
            print(name, [attempt(getattr(math, name), x, y) for x in (0.0, -0.0, -8.0, 7.5, INF, NAN) for y in (0.0, -1.0, 0.5, 3.0, INF, NAN)])
    print(attempt(math.pow, 1e200, 2), attempt(math.pow, "a", 2), attempt(math.pow, 2, None), attempt(math.fmod, 1, "b"))
    print([attempt(math.log, *pair) for pair in ((8, 2), (10**400, 10), (0, 2), (2, 0), (-1.5,), (2, 1), (2, "x"), (2, -1.0), ("x",))])
    print(attempt(math.log2, 2**2000), attempt(math.log10, 10**500), attempt(math.log2, 0), attempt(math.log10, -10**400))
    print([attempt(math.ldexp, *pair) for pair in ((0.5, 4), (1.0, 5000), (1.0, -5000), (INF, 1), (0.0, 10**6), (1, 1.5), (1.0, 10**30), (1.0, -10**30))])
    print([attempt(math.isclose, *pair) for pair in ((1, 1), (1, 1 + 1e-10), (1, 1.1), (INF, INF), (INF, 1e308), (NAN, NAN), ("x", 1), (1, "x"))])
    print(attempt(math.isclose, 1, 1.05, rel_tol=0.1), attempt(math.isclose, 0, 0.01, abs_tol=0.1), attempt(math.isclose, 1, 2, rel_tol=-1))
    print(attempt(math.isclose, 1, 2, rel_tol="x"), attempt(math.isclose, 1, 2, abs_tol="x"))
    print([attempt(math.fsum, numbers) for numbers in ([0.1] * 10, [1e16, 1, -1e16], [1e308, 1e308], [INF, 1], [INF, -INF], [NAN, 1], [], ["x"], 5)])
    print(attempt(math.fsum, [1e-16, 1, 1e16, 1, -1e16, -1]), attempt(math.fsum, [2.0**53, 1.0, 1e-100]), attempt(math.fsum, [-2.0**53, -1.0, -1e-100]))
    print([attempt(math.hypot, *numbers) for numbers in ((3, 4), (1, 2, 2), (), (INF, NAN), (NAN, 1), (0, 0), (1e200, 1e200), ("x",))])
    print([attempt(math.dist, *pair) for pair in (((0, 0), (3, 4)), ((1,), (1, 2)), ((1,), ("x",)), (5, (1,)))])
    print([attempt(math.prod, numbers) for numbers in ([], [2, 3.5], [2, "x"], [2, None], 5)], attempt(math.prod, [1, 2], start=10))
    print(math.pi, math.e, math.tau, math.inf, math.nan, math.copysign(1, -math.nan) in (1.0, -1.0))
    for name in ("cbrt", "exp2"):
        if hasattr(math, name):
            print(name, [attempt(getattr(math, name), edge) for edge in (0.0, -0.0, 8, -27, 0.5, 1e300, INF, -INF, NAN, "x")])
    if hasattr(math, "sumprod"):
        pairs = (([1, 2], [3, 4]), ([0.1] * 10, [0.3] * 10), ([1e308], [10.0]), ([INF], [0.0]), ([1], [1, 2]), (["a"], [2]), ([1.5, 2], [2, "x"]), ([], []), (5, []),
                 ([10**30], [1.0]), ([1e16, 1.0, -1e16], [1.0, 1e-3, 1.0]), ([1, None], [1, 2]))
        print("sumprod", [attempt(math.sumprod, *pair) for pair in pairs])


main()
