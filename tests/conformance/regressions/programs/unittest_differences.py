# What unittest shows of texts, lists, dicts and sets that differ; UserString.
import unittest
class T(unittest.TestCase):
    def runTest(self): pass
t = T()
def show(f, *a, **k):
    try: f(*a, **k)
    except AssertionError as e: print(e); print('----')
    else: print('equal')
eq = t.assertEqual
show(eq, 'abc', 'abd'); show(eq, 'hello world\nfoo\nbar\n', 'hello there\nfoo\nbaz'); show(eq, '', 'x'); show(eq, 'a\n', 'b\n'); show(eq, 'a', 'b\n')
show(eq, [1, 2, 3], [1, 3, 3]); show(eq, [1, 2], [1, 2, 3, 4]); show(eq, [], [1]); show(eq, (1,), (2,)); show(eq, [1] * 5, [1] * 4)
show(eq, {'a': 1, 'b': 2}, {'a': 1, 'b': 3}); show(eq, {1, 2, 3}, {2, 3, 4}); show(eq, frozenset('a'), frozenset('b'))
show(eq, [[1, 2, 3, 'something long', {'k': list(range(20))}]] * 2, [[1, 2, 3, 'something long', {'k': list(range(21))}]] * 2)
show(eq, 'x' * 100, 'x' * 99 + 'y'); show(eq, 'x' * 100 + 'a' * 60, 'x' * 100 + 'b' * 70); show(eq, 1, 2); show(eq, 'a', 1, 'message'); show(eq, [1], (1,))
show(eq, {i: 'value %d' % i for i in range(12)}, {i: 'value %d' % (i if i != 7 else 70) for i in range(12)})
show(eq, list(range(400)), list(range(401)))
show(eq, 'the quick brown fox\njumps over\nthe lazy dog\n', 'the quack brown fox\njumped over\nthe lazy dig\n', 'msg')
show(eq, 'ab\tcd\nq', 'ab\tce\nqq\nz')
show(t.assertSequenceEqual, [1, 2], (1, 2)); show(t.assertSequenceEqual, [1, 2], (1, 3)); show(t.assertListEqual, [1], (1,)); show(t.assertCountEqual, [1, 2, 2], [2, 1, 1, 3])
show(t.assertDictEqual, {}, []); show(t.assertSetEqual, {1}, [1]); show(t.assertSetEqual, {1}, None)
show(eq, ['apple', 'banana', 'cherry'], ['apple', 'bananas', 'cherry']); show(eq, 'a b c d e f', 'a x c y e f')
show(eq, '1\n2\n3\n4\n5', '1\n2x\n3y\n4\n6'); show(eq, 'line one\nline two\nline three', 'line 1\nline two!\nline thirteen\nmore')
show(eq, {'name': 'Ann', 'tags': ['x', 'y']}, {'name': 'Ann', 'tags': ['x']})
from collections import UserString
u = UserString('Hello'); print(u + ' w', repr(u * 2), u.upper(), type(u[1:3]), u == 'Hello', hash(u) == hash('Hello'), 'ell' in u, u.split('l'), u.replace('l', UserString('L')), '%s' % u, u % (), u.join(['a', 'b']), sorted([UserString('b'), 'a'])[0], len(u), u.encode(), u.isalpha(), [*u][0], UserString(5), int(UserString('7')), isinstance(u, str), u.count('l'), u.partition('l'), max(u), u < 'I', 'x' + u)
