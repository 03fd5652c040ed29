"""Differences of lists of lines, as difflib.ndiff shows them: unittest does."""
import sys


class _Matcher:
    """What two sequences have in common. `is_junk` says which items of `b` no match starts with."""

    def __init__(self, b, is_junk=None):
        self.b, self._places = b, {}
        for place, item in enumerate(b):
            self._places.setdefault(item, []).append(place)
        self._junk = {item for item in self._places if is_junk is not None and is_junk(item)}
        often = len(b) // 100 + 1 if len(b) >= 200 else len(b)      # in long ones, what comes often starts none either
        self._places = {item: places for item, places in self._places.items() if item not in self._junk and len(places) <= often}

    def _longest(self, a, alo, ahi, blo, bhi):
        b, i, j, size = self.b, alo, blo, 0
        before = {}
        for at in range(alo, ahi):
            lengths = {}
            for place in self._places.get(a[at], ()):
                if place >= bhi:
                    break
                if place >= blo:
                    length = lengths[place] = before.get(place - 1, 0) + 1
                    if length > size:
                        i, j, size = at - length + 1, place - length + 1, length
            before = lengths
        for takes_junk in (False, True):
            while i > alo and j > blo and (b[j - 1] in self._junk) is takes_junk and a[i - 1] == b[j - 1]:
                i, j, size = i - 1, j - 1, size + 1
            while i + size < ahi and j + size < bhi and (b[j + size] in self._junk) is takes_junk and a[i + size] == b[j + size]:
                size += 1
        return i, j, size

    def blocks(self, a):
        """(i, j, size) of all runs in common, in order."""
        left, found = [(0, len(a), 0, len(self.b))], []
        while left:
            alo, ahi, blo, bhi = left.pop()
            i, j, size = self._longest(a, alo, ahi, blo, bhi)
            if size:
                found.append((i, j, size))
                if alo < i and blo < j:
                    left.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    left.append((i + size, ahi, j + size, bhi))
        return sorted(found)

    def ratio(self, a):
        length = len(a) + len(self.b)
        return 2.0 * sum([size for _, _, size in self.blocks(a)]) / length if length else 1.0

    def steps(self, a):
        """(is_equal, alo, ahi, blo, bhi) of the runs that make `b` of `a`."""
        i = j = 0
        runs = []
        for at, to, size in [*self.blocks(a), (len(a), len(self.b), 0)]:
            if i < at or j < to:
                runs.append((False, i, at, j, to))
            if size:
                if runs and runs[-1][0]:        # goes on
                    runs[-1] = (True, runs[-1][1], at + size, runs[-1][3], to + size)
                else:
                    runs.append((True, at, at + size, to, to + size))
            i, j = at + size, to + size
        return runs


def ndiff(a, b):
    for is_equal, alo, ahi, blo, bhi in _Matcher(b).steps(a):
        if is_equal:
            yield from ['  ' + line for line in a[alo:ahi]]
        else:
            yield from _changes(a[alo:ahi], b[blo:bhi])


def _changes(a, b):
    """Lines that differ; the pair of the most alike of them is shown with marks."""
    if not a or not b:
        yield from _plain(a, b)
        return
    if sys.version_info >= (3, 14):
        yield from _changes_of_314(a, b)
        return
    best, pair, equal = 0.74, None, None
    for j, new in enumerate(b):
        matcher = _Matcher(new, ' \t'.__contains__)
        for i, old in enumerate(a):
            if old == new:
                equal = equal or (i, j)
            elif matcher.ratio(old) > best:
                best, pair = matcher.ratio(old), (i, j)
    pair = pair if best >= 0.75 else equal
    if pair is None:
        yield from _plain(a, b)
        return
    i, j = pair
    yield from _changes(a[:i], b[:j])
    yield from _marked(a[i], b[j])
    yield from _changes(a[i + 1:], b[j + 1:])


def _changes_of_314(a, b):
    done_a = done_b = 0
    for j, new in enumerate(b):
        near = range(max(j - 10, done_a), min(j + 11, len(a)))
        if not near:
            break
        matcher = _Matcher(new, ' \t'.__contains__)
        best, i = max([(matcher.ratio(a[i]), -i) for i in near])
        if best > 0.74999:
            yield from _plain(a[done_a:-i], b[done_b:j])
            yield from _marked(a[-i], new)
            done_a, done_b = 1 - i, j + 1
    yield from _plain(a[done_a:], b[done_b:])


def _plain(a, b):
    gone, come = ['- ' + line for line in a], ['+ ' + line for line in b]
    return come + gone if len(b) < len(a) else gone + come


def _marked(old, new):
    if old == new:
        return ['  ' + old]
    marks, new_marks = '', ''
    for is_equal, alo, ahi, blo, bhi in _Matcher(new, ' \t'.__contains__).steps(old):
        gone, come = ahi - alo, bhi - blo
        signs = '  ' if is_equal else '^^' if gone and come else '-+'
        marks += signs[0] * gone
        new_marks += signs[1] * come
    return ['- ' + old, *_mark_line(old, marks), '+ ' + new, *_mark_line(new, new_marks)]


def _mark_line(line, marks):
    kept = ''.join([char if mark == ' ' and char.isspace() else mark for char, mark in zip(line, marks)]).rstrip()
    return [f'? {kept}\n'] if kept else []
