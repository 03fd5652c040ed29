"""A heap in a list: heap[k] <= heap[2k+1] and heap[k] <= heap[2k+2]. The comparisons are those of CPython, in its order."""
from _sluice import type_name as _type_name


def _refuse(what, heap):
    raise TypeError(f'{what} must be list, not {"None" if heap is None else _type_name(heap)}')


def heappush(heap, item, /):
    if not isinstance(heap, list):
        _refuse('heappush() argument 1', heap)
    heap.append(item)
    _siftdown(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if not isinstance(heap, list):
        _refuse('heappop() argument', heap)
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _siftup(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    if not isinstance(heap, list):
        _refuse('heapreplace() argument 1', heap)
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _siftup(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    if not isinstance(heap, list):
        _refuse('heappushpop() argument 1', heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _siftup(heap, 0)
    return item


def heapify(x, /):
    if not isinstance(x, list):
        _refuse('heapify() argument', x)
    for position in reversed(range(len(x) // 2)):
        _siftup(x, position)


def _siftdown(heap, start, position):
    """Moves the item at `position` towards the root until its parent is not greater."""
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        if not item < heap[parent]:
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item


def _siftup(heap, position):
    """Moves the hole at `position` down along the smaller children to a leaf, then the item up from there."""
    end, start, item = len(heap), position, heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _siftdown(heap, start, position)


def merge(*iterables, key=None, reverse=False):
    heads = []
    for order, iterable in enumerate(iterables):
        items = iter(iterable)
        for value in items:
            heads.append([value if key is None else key(value), order, value, items])
            break
    while heads:
        best = heads[0]
        for head in heads[1:]:
            if (best[0] < head[0]) if reverse else (head[0] < best[0]):
                best = head
        yield best[2]
        for value in best[3]:
            best[0], best[2] = value if key is None else key(value), value
            break
        else:
            heads.remove(best)


def _check_count(n, iterable):
    """What CPython says of an n that is no int."""
    if n != 1 and not (hasattr(iterable, '__len__') and n >= len(iterable)):
        range(n)


def nsmallest(n, iterable, key=None):
    _check_count(n, iterable)
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    _check_count(n, iterable)
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
