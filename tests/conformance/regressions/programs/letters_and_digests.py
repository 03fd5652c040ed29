"""base64, binascii and hashlib were refused."""
import base64, binascii, hashlib
def f(g):
    try: print(repr(g()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
for kind in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
    for data in (b'', b'abc', b'x' * 55, b'y' * 64, bytes(range(256)) * 2, 'é'.encode()):
        print(kind, hashlib.new(kind, data).hexdigest())
    h = getattr(hashlib, kind)(b'ab'); g = h.copy(); h.update(b'c'); h.update(bytearray(b'd'))
    print(h.name, h.digest_size, h.block_size, h.digest(), g.hexdigest()[:8])
for n in range(7):
    data = bytes(range(250, 250 + n)) if n < 6 else bytes(range(100))
    e = base64.b64encode(data); print(e, base64.b64decode(e) == data, base64.urlsafe_b64encode(data), base64.urlsafe_b64decode(base64.urlsafe_b64encode(data).decode()) == data, base64.b16encode(data), binascii.hexlify(data, ':'), binascii.crc32(data), base64.encodebytes(data))
f(lambda: base64.b64decode('abc')); f(lambda: base64.b64decode('a')); f(lambda: base64.b64decode('ab!c', validate=True)); f(lambda: base64.b64encode('abc')); f(lambda: base64.b64decode(5)); f(lambda: base64.b64decode('é'))
f(lambda: binascii.unhexlify('abc')); f(lambda: binascii.unhexlify('zz')); f(lambda: hashlib.sha256('a')); f(lambda: hashlib.new('foo')); f(lambda: hashlib.md5(5)); f(lambda:binascii.crc32('a')); f(lambda: hashlib.md5().name); f(lambda: sorted(hashlib.algorithms_guaranteed)); f(lambda: base64.b64encode(5)); f(lambda: base64.b16decode('ab')); f(lambda: binascii.a2b_base64('ab=')); f(lambda: base64.b64decode('YQ==YQ=='));f(lambda: base64.b64decode('=YQ='));f(lambda: base64.b64decode('Y=Q=='));f(lambda: base64.b64decode('YWJj=')); f(lambda: base64.b64encode([1,2]))
f(lambda: base64.b64encode(b'\xff\xfe\xfd', altchars=b'-_')); f(lambda: base64.b64decode('__79', altchars='-_')); f(lambda: base64.b64decode(b'aGk=\n')); f(lambda: type(hashlib.md5())); f(lambda: hashlib.sha1.__name__); f(lambda: hashlib.sha256(string=b'a').hexdigest()[:4]); f(lambda: hashlib.sha256(b'a', usedforsecurity=False).hexdigest()[:4]); f(lambda: issubclass(binascii.Error, ValueError))
