# urllib.parse: addresses taken apart, put together and joined; percent signs and queries.
import urllib.parse
from urllib.parse import *
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: r = f"{type(e).__name__}: {e}"
    print(f.__name__, a, list(k), "->", repr(r))
    return r
URLS = ["http://example.com/a/b;p?q=1#f", "https://User:Pw@Host.COM:8080/x?y", "//host/p", "/only/path", "", "mailto:a@b.c", "http://h", "http://h:", "http://h:abc", "http://h:70000", "http://[::1]:80/x", "http://[2001:db8::1]/", "http://[bad", "file:///etc/passwd", "http:/x", "http:////x//y", "a:b:c", "1x:b", "x_y:z", "?q", "#f", "http://h?q#f", "  http://h/ \n", "ht\ntp://h/", "ftp://a;b/c;d", "tel:+1;x=2", "http://h/?#", "redis://localhost:6379/0", "ws://h/p", "/a;b/c;d", "data:text/plain,hi"]
for u in URLS:
    r = t(urlparse, u)
    if isinstance(r, tuple):
        for n in ("username", "password", "hostname", "port"):
            try: print(n, repr(getattr(r, n)))
            except ValueError as e: print(n, e)
        print(repr(r.geturl()), repr(urlunparse(r)), r._replace(netloc="zz").geturl(), r[1:3])
    s = t(urlsplit, u)
    if isinstance(s, tuple): print(repr(urlunsplit(s)), repr(s.geturl()))
    t(urldefrag, u)
for b in ["http://a/b/c/d;p?q", "http://a", "http://a/", "", "/x/y", "file:///a/b", "mailto:x@y", "ws://a/b/", "x", "http://a/b?z#w", "http://a//b//c", "zork://a/b"]:
    for u in ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..", "../../../g", "http:g", "https://q/z", "g//h", "g/./h", "g/../h", "/../g", "mailto:z", "?", "#", "..;x", "a;b/c"]:
        t(urljoin, b, u)
for s in ["a b/c", "é", "", "~_.-", "a+b&c=d", "100%", "/x/", "日本"]:
    t(quote, s); t(quote_plus, s); t(quote, s, safe=""); t(quote, s, "%/:"); t(quote_plus, s, "/")
t(quote, b"a\xff b"); t(quote, b"a", encoding="utf-8"); t(quote, 3); t(quote, "é", encoding="latin-1"); t(quote_from_bytes, "x")
for s in ["a%20b", "%C3%A9", "%", "%zz%4", "%e9", "a+b", "é%20", "%41%42", "%25", "", "%F0%9F%98%80x"]:
    t(unquote, s); t(unquote_plus, s); t(unquote_to_bytes, s)
t(unquote, b"a%20b"); t(unquote, "%e9", "latin-1"); t(unquote, 3)
for q in [{"a": 1, "b": "x y"}, [("a", "1"), ("a", "é")], {}, [], "abc", 3, [1], {"k": [1, 2]}, {"b": b"\xff &"}]:
    t(urlencode, q); t(urlencode, q, doseq=True)
t(urlencode, {"a": "x y/z"}, quote_via=quote); t(urlencode, {"a": "/"}, safe="/")
for q in ["a=1&b=2", "a=1&a=2", "a=&b", "", "a", "a=1;b=2", "a=%20+x", "&&a=b", "a=b=c", "%61=%zz"]:
    t(parse_qs, q); t(parse_qsl, q); t(parse_qs, q, keep_blank_values=True); t(parse_qsl, q, strict_parsing=True); t(parse_qs, q, separator=";")
t(parse_qs, "a=1&b=2", max_num_fields=1); t(parse_qs, "a", separator="")
print(isinstance(urlparse("x"), tuple), urlparse("http://a/b")._asdict(), urllib.parse.urlparse is urlparse, ParseResult._fields)
scheme, netloc, *rest = urlsplit("http://u/v"); print(scheme, netloc, rest)
