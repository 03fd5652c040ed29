"""Reprs of limited size. asyncio tells the arguments of a callback by them."""
import builtins
from itertools import islice


def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


class Repr:
    maxlevel = maxtuple = maxlist = maxset = maxfrozenset = maxdeque = 6
    maxdict = 4
    maxarray = 5
    maxlong = 40
    maxstring = maxother = 30
    fillvalue = '...'

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        method = getattr(self, 'repr_' + type(x).__name__.replace(' ', '_'), self.repr_instance)
        return method(x, level)

    def _several(self, x, level, left, right, most):
        if level <= 0 and x:
            return left + self.fillvalue + right
        pieces = [self.repr1(item, level - 1) for item in islice(x, most)]
        if len(x) > most:
            pieces.append(self.fillvalue)
        return left + ', '.join(pieces) + right

    def repr_tuple(self, x, level):
        return self._several(x, level, '(', ',)' if len(x) == 1 else ')', self.maxtuple)

    def repr_list(self, x, level):
        return self._several(x, level, '[', ']', self.maxlist)

    def repr_set(self, x, level):
        return self._several(_in_order(x), level, '{', '}', self.maxset) if x else 'set()'

    def repr_frozenset(self, x, level):
        return self._several(_in_order(x), level, 'frozenset({', '})', self.maxfrozenset) if x else 'frozenset()'

    def repr_deque(self, x, level):
        return self._several(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        if level <= 0 and x:
            return '{' + self.fillvalue + '}'
        pieces = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}' for key in islice(_in_order(x), self.maxdict)]
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return '{' + ', '.join(pieces) + '}'

    def _cut(self, text, most, middle):
        before = max(0, (most - 3) // 2)
        return text[:before] + middle + text[len(text) - max(0, most - 3 - before):]

    def _shortened(self, text, most):
        return text if len(text) <= most else self._cut(text, most, self.fillvalue)

    def repr_str(self, x, level):
        text = builtins.repr(x[:self.maxstring])
        if len(text) > self.maxstring:
            text = self._cut(builtins.repr(self._cut(x, self.maxstring, '')), self.maxstring, self.fillvalue)
        return text

    def repr_int(self, x, level):
        return self._shortened(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return '<%s instance at %#x>' % (x.__class__.__name__, id(x))
        return self._shortened(text, self.maxother)


aRepr = Repr()
repr = aRepr.repr
