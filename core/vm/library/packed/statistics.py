"""Averages and spreads, exact: sums are kept as fractions, and only the result is rounded."""
import sys
import math
from math import gcd, isqrt, sqrt


class StatisticsError(ValueError):
    pass


def _ratio(x):
    if isinstance(x, int):
        return int(x), 1
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _sum(data):
    """Numerator and denominator of the exact sum, the count, and whether all were ints.

    With infinities and NaNs the numerator is their sum alone, and there is no denominator.
    """
    numerator, denominator, count, all_ints, endless = 0, 1, 0, True, None
    for x in data:
        count += 1
        all_ints = all_ints and isinstance(x, int)
        if isinstance(x, float) and not math.isfinite(x):
            endless = x + (endless or 0)
            continue
        n, d = _ratio(x)
        numerator, denominator = numerator * d + n * denominator, denominator * d
        if denominator != 1:
            common = gcd(numerator, denominator)
            numerator, denominator = numerator // common, denominator // common
    return (numerator, denominator, count, all_ints) if endless is None else (endless, None, count, False)


def _convert(numerator, denominator, all_ints):
    if all_ints and numerator % denominator == 0:
        return numerator // denominator
    return numerator / denominator


def mean(data):
    numerator, denominator, count, all_ints = _sum(data)
    if count < 1:
        raise StatisticsError('mean requires at least one data point')
    if denominator is None:
        return numerator / count
    return _convert(numerator, denominator * count, all_ints)


def _fmean(data):
    data = list(data)
    total = math.fsum(data)
    # Up to 3.10 the division is tried, and what it says is the error's context.
    if sys.version_info >= (3, 11) and not data:
        raise StatisticsError('fmean requires at least one data point')
    try:
        return total / len(data)
    except ZeroDivisionError:
        raise StatisticsError('fmean requires at least one data point') from None


def _weighted_fmean(data, weights=None):
    if weights is None:
        return _fmean(data)
    weights = list(weights)
    if sys.version_info >= (3, 12):
        try:
            total = math.sumprod(data, weights)
        except ValueError:
            raise StatisticsError('data and weights must be the same length')
    else:
        data = list(data)
        total = math.fsum([x * w for x, w in zip(data, weights)])
        if len(data) != len(weights):
            raise StatisticsError('data and weights must be the same length')
    den = math.fsum(weights)
    if not den:
        raise StatisticsError('sum of weights must be non-zero')
    return total / den


fmean = _weighted_fmean if sys.version_info >= (3, 11) else _fmean
fmean.__name__ = fmean.__qualname__ = 'fmean'


def geometric_mean(data):
    from math import exp, log
    if sys.version_info < (3, 13):
        try:
            return exp(fmean([log(x) for x in data]))
        except ValueError:
            raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None
    data = list(data)
    for x in data:
        if x < 0.0:
            raise StatisticsError('No negative inputs allowed', x)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    total = math.fsum([log(x) for x in data if x != 0.0])
    if math.isnan(total):
        return math.nan
    if 0.0 in data:
        return math.nan if total == math.inf else 0.0
    return exp(total / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any([x < 0 for x in data]):
        raise StatisticsError('harmonic mean does not support negative values')
    if len(data) == 1 and weights is None:
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    whole, part, _, _ = _sum(weights)
    try:
        numerator, denominator, _, all_ints = _sum([weight / x if weight else 0 for weight, x in zip(weights, data)])
    except ZeroDivisionError:
        return 0
    if numerator <= 0:
        raise StatisticsError('Weighted sum must be positive')
    if denominator is None:
        return whole / part / numerator
    return _convert(whole * denominator, part * numerator, all_ints)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    data = _sorted(data)
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def mode(data):
    counts = {}
    for item in data:
        counts[item] = counts.get(item, 0) + 1
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    counts = {}
    for item in data:
        counts[item] = counts.get(item, 0) + 1
    most = max(counts.values(), default=0)
    return [item for item, count in counts.items() if count == most]


def _squares(data, center):
    """Exact sum of squared deviations from the centre (from the mean when it is None), the count, and the type."""
    data = list(data)
    if center is not None:
        return _sum([(x - center) ** 2 for x in data])
    n, d, count, all_ints = _sum(data)
    if d is None:
        if not _IS_EXACT and count > 1:
            (n / count).as_integer_ratio()      # which no infinity has
        return n, None, count, False
    d *= count or 1
    numerator, denominator = 0, 1
    for x in data:
        p, q = _ratio(x)
        p, q = p * d - n * q, q * d
        numerator, denominator = numerator * q * q + p * p * denominator, denominator * q * q
        common = gcd(numerator, denominator)
        numerator, denominator = numerator // common, denominator // common
    return numerator, denominator, len(data), all_ints


def variance(data, xbar=None):
    numerator, denominator, count, all_ints = _squares(data, xbar)
    if count < 2:
        raise StatisticsError('variance requires at least two data points')
    if denominator is None:
        return numerator / (count - 1)
    return _convert(numerator, denominator * (count - 1), all_ints)


def pvariance(data, mu=None):
    numerator, denominator, count, all_ints = _squares(data, mu)
    if count < 1:
        raise StatisticsError('pvariance requires at least one data point')
    if denominator is None:
        return numerator / count
    return _convert(numerator, denominator * count, all_ints)


# Until 3.10 the deviation is the root of the variance, which was rounded before and complains in its own name.
_IS_EXACT = sys.version_info >= (3, 11)


def _root(n, m):
    """The square root of n / m, rounded once: an integer root with enough bits, made odd where it was cut off."""
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        scaled, rest = divmod(n, m << 2 * shift)
    else:
        scaled, rest = divmod(n << -2 * shift, m)
    root = isqrt(scaled)
    if rest or root * root != scaled:
        root |= 1
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


def _refuse_root(endless):
    if sys.version_info >= (3, 14):
        raise ValueError('inf or nan encountered in data')
    endless.numerator       # which no float has


def stdev(data, xbar=None):
    if not _IS_EXACT:
        return sqrt(variance(data, xbar))
    numerator, denominator, count, _ = _squares(data, xbar)
    if count < 2:
        raise StatisticsError('stdev requires at least two data points')
    if denominator is None:
        _refuse_root(numerator)
    return _root(numerator, denominator * (count - 1)) if numerator else 0.0


def pstdev(data, mu=None):
    if not _IS_EXACT:
        return sqrt(pvariance(data, mu))
    numerator, denominator, count, _ = _squares(data, mu)
    if count < 1:
        raise StatisticsError('pstdev requires at least one data point')
    if denominator is None:
        _refuse_root(numerator)
    return _root(numerator, denominator * count) if numerator else 0.0


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    if method == 'inclusive':
        places = [divmod(i * (size - 1), n) for i in range(1, n)]
        return [(data[j] * (n - delta) + data[j + 1] * delta) / n for j, delta in places]
    if method != 'exclusive':
        raise ValueError(f'Unknown method: {method!r}')
    result = []
    for i in range(1, n):
        j = min(max(i * (size + 1) // n, 1), size - 1)
        delta = i * (size + 1) - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _pairs(x, y, what):
    if len(y) != len(x):
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{what} requires at least two data points')


def _centred(values):
    mean = math.fsum(values) / len(values)
    return mean, [value - mean for value in values]


# 3.12: sums of products are rounded once; before, each product is.
def _dot(x, y):
    if sys.version_info >= (3, 12):
        return math.sumprod(x, y)
    return math.fsum([a ** 2.0 for a in x] if x is y else [a * b for a, b in zip(x, y)])


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    _pairs(x, y, 'linear regression')
    mean_x = mean_y = 0.0
    if not proportional:
        mean_x, x = _centred(x)
        mean_y, y = _centred(y)
    try:
        slope = (_dot(x, y) + 0.0) / _dot(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return namedtuple('LinearRegression', ('slope', 'intercept'))(slope, 0.0 if proportional else mean_y - slope * mean_x)


def _root_of_product(x, y):
    """3.13: with a correction for what x * y was rounded by."""
    root = sqrt(x * y)
    if sys.version_info < (3, 13) or not root or not math.isfinite(root):
        return root
    return root + math.sumprod((x, root), (y, -root)) / (2.0 * root)


def correlation(x, y, /):
    _pairs(x, y, 'correlation')
    x, y = _centred(x)[1], _centred(y)[1]
    try:
        return _dot(x, y) / _root_of_product(_dot(x, x), _dot(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')
