def squares(limit, base):
    first = [x * base for x in range(limit) if x % 2 if x]
    second = {x: [y for y in first] for x in first}
    third = {(last := x) for x in first}
    fourth = (lambda: x for x in first)
    return [lambda: x for x in first], second, third, fourth, last


class Table:
    rows = [1, 2]
    cells = [row for row in rows]


print([x for x in 'abc'], sum(x for x in range(3)))
