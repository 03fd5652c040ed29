"""Classes that derive from weakref.ref, as WeakMethod does: callbacks get the derived object, it is never shared, and nothing
is called for one that has died before its target."""
import gc
import sys
import weakref


class Node:
    def act(self):
        return 'acted'


class Keyed(weakref.ref):
    __slots__ = ('key', '__weakref__')

    def __new__(cls, target, callback, key):
        self = super().__new__(cls, target, callback)
        self.key = key
        return self

    def __init__(self, target, callback, key):
        super().__init__(target, callback)


class Counting(weakref.ref):
    def __init__(self, target, callback=None, **notes):
        super().__init__(target, callback)
        self.count = 0
        self.__dict__.update(notes)

    def __call__(self):
        target = super().__call__()
        if target is not None:
            self.count += 1
            target = target, self.count
        return target


class Plain(weakref.ref):
    pass


class Watched:
    def __init__(self):
        self.itself = Plain(self, lambda reference: print('called while it goes', reference()))

    def __del__(self):
        print('deleted', sys.is_finalizing())


def keyed():
    table = {}

    def gone(reference):
        print('gone', reference.key, table.pop(reference.key) is reference, type(reference).__name__)

    nodes = [Node() for _ in range(3)]
    for number, node in enumerate(nodes):
        table[number] = Keyed(node, gone, number)
    print(table[1]() is nodes[1], weakref.getweakrefcount(nodes[0]), table[0] == weakref.ref(nodes[0]))
    print({table[0]: 'found'}[weakref.ref(nodes[0])], table[0] is not Keyed(nodes[0], gone, 0))
    del node
    nodes.pop(1)
    del table[0]
    nodes.pop(0)
    print(sorted(table))
    nodes.clear()
    print(table)


def counting():
    node = Node()
    counted = Counting(node, label=5)
    print(counted()[1], counted()[1], counted.label, counted.__callback__, issubclass(Counting, weakref.ref))
    first, second = Plain(node), Plain(node)
    print(first is second, first == second, weakref.ref(node) is weakref.ref(node), weakref.ref(node) is first)
    about = weakref.ref(first)
    print(about() is first)
    del first
    print(about())


def alone():
    watched = Watched()
    del watched
    node = Node()
    holder = Plain(node, lambda reference: print('never called', reference))
    holder.kept = node
    del node
    print(holder() is holder.kept)
    del holder
    gc.collect()


def methods():
    node = Node()
    method = weakref.WeakMethod(node.act, lambda reference: print('method gone', reference is method))
    print(isinstance(method, weakref.ref), method()(), method == weakref.WeakMethod(node.act), type(method))
    print(method != weakref.WeakMethod(Node().act), {method: 'same'}[weakref.WeakMethod(node.act)])
    del node
    print(method(), method == method)


def errors():
    for make in (lambda: weakref.ref(weakref.ref(Node)), lambda: Plain(5), Plain, lambda: weakref.WeakMethod(len)):
        try:
            print(make())
        except TypeError as error:
            print(error)


keyed()
counting()
alone()
methods()
errors()
last = Watched()
weakref.finalize(last, lambda: print('finalized', sys.is_finalizing()))
print(sys.is_finalizing())
