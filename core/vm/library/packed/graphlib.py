"""An order in which each node comes after those that it depends on."""
import sys as _sys
from types import GenericAlias as _GenericAlias

_VERSION = _sys.version_info[:2]
_GIVEN, _DONE = -1, -2


class CycleError(ValueError):
    pass


class _Node:
    def __init__(self, node):
        self.node = node
        self.waits_for = 0  # how many of its predecessors are not done; _GIVEN once it was given out, then _DONE
        self.successors = []


class TopologicalSorter:
    if _VERSION >= (3, 11):
        __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._given = self._finished = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, node):
        if node not in self._nodes:
            self._nodes[node] = _Node(node)
        return self._nodes[node]

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        mine = self._node(node)
        mine.waits_for += len(predecessors)
        for one in predecessors:
            self._node(one).successors.append(node)

    def prepare(self):
        if _VERSION < (3, 14):
            if self._ready is not None:
                raise ValueError('cannot prepare() more than once')
        elif self._given:  # gh-130914
            raise ValueError('cannot prepare() after starting sort')
        if self._ready is None:
            self._ready = [one.node for one in self._nodes.values() if one.waits_for == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        self._check()
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].waits_for = _GIVEN
        self._ready.clear()
        self._given += len(ready)
        return ready

    def is_active(self):
        self._check()
        return self._finished < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check()
        for node in nodes:
            mine = self._nodes.get(node)
            if mine is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if mine.waits_for >= 0:
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if mine.waits_for == _DONE:
                raise ValueError(f'node {node!r} was already marked done')
            mine.waits_for = _DONE
            for one in mine.successors:
                successor = self._nodes[one]
                successor.waits_for -= 1
                if successor.waits_for == 0:
                    self._ready.append(one)
            self._finished += 1

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    def _check(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')

    def _cycle(self):
        """The first cycle on a walk along the successors, in order of adding: its nodes, with the first one again at the end."""
        finished = set()
        for start in self._nodes:
            path = {} if start in finished else {start: iter(self._nodes[start].successors)}
            while path:
                node = next(reversed(path))
                for one in path[node]:
                    if one in path:
                        nodes = list(path)
                        return nodes[nodes.index(one):] + [one]
                    if one not in finished:
                        path[one] = iter(self._nodes[one].successors)
                        break
                else:
                    finished.add(node)
                    del path[node]
        return None
