"""bytearray and % on bytes were refused; 2 * x did not ask x first where x derives from a sequence."""
def f(name, g):
    try: print(name, repr(g()))
    except BaseException as e: print(name, type(e).__name__, e)
b = bytearray(b'hello')
print(b, len(b), b[0], b[-1], b[1:3], list(b), type(b), bool(bytearray()), str(b))
b.append(33); b.extend(b' w'); b.extend([1,2]); b += b'xyz'; b *= 1
print(b, b == b'hello! w\x01\x02xyz', b'a' + b, b + b'q', type(b'a'+b).__name__, type(b+b'a').__name__)
b[0] = 72; b[1:3] = b'EEEE'; del b[-1]; del b[5:7]
print(b)
print(b.find(b'!'), b.split(b'!'), b.upper(), b.startswith(b'H'), b.hex(), b.decode('latin-1'), b.partition(b'o'), b.replace(b'E', b''), b.strip(b'H'))
print(b.pop(), b.pop(0), b); b.insert(1, 65); b.remove(65); b.reverse(); print(b, b.copy() is b, bytes(b), b.index(b'!'), b.count(b'E'))
b.clear(); print(b, isinstance(b, bytearray), isinstance(b, bytes), isinstance(b, (bytes, bytearray)))
print(bytearray(3), bytearray([1,2,255]), bytearray('hé', 'utf-8'), bytearray(), bytearray.fromhex('ff 00'), bytearray(b'a') * 3, 2 * bytearray(b'a'))
print(b'-'.join([bytearray(b'a'), b'b']), bytearray(b'-').join([b'a', b'b']), int.from_bytes(bytearray(b'\x01\x02'), 'big'), int(bytearray(b'12')), bytearray(b'%d-%s') % (1, b'x'))
print(bytearray(b'a') < b'b', b'a' == bytearray(b'a'), bytearray(b'a') != 'a', bytearray(b'a') in [b'a'], 97 in bytearray(b'a'), b'a' in bytearray(b'ba'), sorted([bytearray(b'b'), bytearray(b'a')]))
f('hash', lambda: hash(bytearray()))
f('i', lambda: bytearray(b'a')[5])
f('i', lambda: bytearray(b'a')['a'])
def se(k, v):
    x = bytearray(b'abcd'); x[k] = v; return x
f('s', lambda: se(0, 300)); f('s', lambda: se(0, 'a')); f('s', lambda: se(9, 1)); f('s', lambda: se(slice(0,2), 'a')); f('s', lambda: se(slice(0,2), 5)); f('s', lambda: se(slice(0,4,2), b'a')); f('s', lambda: se(slice(0,4,2), b'XY')); f('s', lambda: se(slice(1,1), [65,66]))
f('a', lambda: bytearray().append('a')); f('a', lambda: bytearray().append(256)); f('a', lambda: bytearray().append())
f('p', lambda: bytearray().pop()); f('p', lambda: bytearray(b'a').pop(4)); f('r', lambda: bytearray().remove(4))
f('e', lambda: bytearray().extend('a')); f('e', lambda: bytearray().extend(5)); f('e', lambda: bytearray().extend([300]))
f('c', lambda: bytearray('a')); f('c', lambda: bytearray(-1)); f('c', lambda: bytearray(1.5)); f('c', lambda: bytearray([300])); f('c', lambda: bytearray('a', 5))
f('+', lambda: bytearray() + 'a'); f('+', lambda: 'a' + bytearray()); f('*', lambda: bytearray(b'') * 'a'); f('x', lambda: bytearray().foo)
f('<', lambda: bytearray() < 'a')
for t, v in [(b'%d', 5), (b'%s %b', (b'a', b'b')), (b'%s', 'a'), (b'%5.2f|%-5d|%05d', (1.5, 3, 4)), (b'%x %X %o', (255, 255, 8)), (b'%c%c', (65, b'B')), (b'%c', 300), (b'%c', 'a'), (b'%r %a', ('é', b'x')), (b'%%', ()), (b'%(k)s', {b'k': b'v'}), (b'%d', 'a'), (b'%d', (1, 2)), (b'%d %d', 1), (b'%y', 1), (b'%e', 'a'), (b'\xff%s', b'\xfe'), (b'%s', 5), (b'%s', bytearray(b'z')), (b'%5s|%-5s|%.1s', (b'ab', b'cd', b'ef')), (b'%x', 1.5), (b'x', b'y'), (b'%d', 3.7), (b'x', {})]:
    f(t, lambda: t % v)
class B(bytearray):
    def size(self): return len(self)
x = B(b'abc'); x.append(100); print(x, x.size(), isinstance(x, bytearray), x[1:])
it = bytearray(b'ab')
for c in it:
    if len(it) < 5: it.append(c)
print(it)
import copy
print(copy.copy(it), copy.deepcopy([it]))
buf = bytearray()
for chunk in (b'ab\ncd', b'ef\n', b'g'):
    buf.extend(chunk)
    while (at := buf.find(b'\n')) >= 0:
        line, buf = bytes(buf[:at]), buf[at + 1:]
        print(line)
print(buf)
match buf:
    case bytearray(): print('matched')
