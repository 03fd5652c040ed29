"""Addresses taken apart, put together and joined; text with percent signs. Addresses of bytes are refused."""
import re as _re
import sys as _sys
from collections import namedtuple as _namedtuple
from _sluice import inside as _inside, refuse as _refuse

uses_relative = ['', *('ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws '
                       'wss').split()]
uses_netloc = ['', *('ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn '
                     'svn+ssh sftp nfs git git+ssh ws wss itms-services').split()]
uses_params = ['', *'ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel'.split()]
_VERSION = _sys.version_info[:2]
_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


def _texts(*values):
    for value in values:
        if value is not None and not isinstance(value, str):
            if isinstance(_inside(value), bytes):
                _refuse('an address of bytes', 'decode it first')
            if value:
                raise TypeError('Cannot mix str and non-str arguments') if values[0] is not value else AttributeError(
                    f"'{type(value).__name__}' object has no attribute 'decode'")


class _Address:
    """What ParseResult and SplitResult share."""
    __slots__ = ()

    def _host(self):
        host = self.netloc.rpartition('@')[2]
        _, bracket, inside = host.partition('[')
        if bracket:
            host, _, port = inside.partition(']')
            port = port.partition(':')[2]
        else:
            host, _, port = host.partition(':')
        return host, port or None

    def _user(self):
        user, at, _ = self.netloc.rpartition('@')
        if not at:
            return None, None
        user, colon, password = user.partition(':')
        return user, password if colon else None

    @property
    def username(self):
        return self._user()[0]

    @property
    def password(self):
        return self._user()[1]

    @property
    def hostname(self):
        host, percent, zone = self._host()[0].partition('%')
        return host.lower() + percent + zone or None

    @property
    def port(self):
        port = self._host()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        if int(port) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port)


class SplitResult(_Address, _namedtuple('SplitResult', 'scheme netloc path query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Address, _namedtuple('ParseResult', 'scheme netloc path params query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(_namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return self.url + ('#' + self.fragment if self.fragment else '')


def _check_host(netloc):
    """Of `[host]`: the host has to be an address of IPv6."""
    if ('[' in netloc) != (']' in netloc):
        raise ValueError('Invalid IPv6 URL')
    if '[' in netloc and _VERSION >= (3, 11):
        host = _re.fullmatch(r'(?:[^\[\]]*@)?\[((?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4})\](?::\d*)?', netloc, _re.IGNORECASE)
        empty = host and host.group(1).count('::')
        if not host or ':::' in host.group(1) or empty != (host.group(1).count(':') < 7) or (
                _re.search('^:[^:]|[^:]:$', host.group(1))):
            _refuse('an unusual host in brackets', 'write an address of IPv6, as [::1]')


def _split(url, scheme, allow_fragments):
    """The five parts; None for one that is not there."""
    _texts(url, scheme)
    blank = ''.join(map(chr, range(33)))
    url = url.lstrip(blank) if _VERSION >= (3, 10) else url
    scheme = scheme and scheme.strip(blank)
    for one in '\t\r\n':
        url = url.replace(one, '')
        scheme = scheme and scheme.replace(one, '')
    netloc = query = fragment = None
    # gh-99418, 3.11: a scheme begins with a letter.
    found = _re.match(r'([a-zA-Z][\w+.-]*):' if _VERSION >= (3, 11) else r'([\w+.-]+):', url, _re.ASCII)
    if found and '_' not in found.group(1):
        scheme = found.group(1).lower()
        url = url[found.end():]
    if url[:2] == '//':
        netloc, rest = _re.fullmatch(r'//([^/?#]*)(.*)', url, _re.DOTALL).groups()
        url = rest
        _check_host(netloc)
        if not netloc.isascii():
            _refuse('a host with letters beyond ASCII', 'write it as xn--…')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    return scheme, netloc, url, query, fragment


def _params(scheme, path):
    """The path, and what follows a semicolon in its last part."""
    at = path.find(';', max(path.rfind('/'), 0)) if (scheme or '') in uses_params else -1
    return (path, None) if at < 0 else (path[:at], path[at + 1:])


def urlsplit(url, scheme='', allow_fragments=True):
    return SplitResult(*(part or '' for part in _split(url, scheme, allow_fragments)))


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    path, params = _params(scheme, path)
    return ParseResult(scheme, netloc, path, params or '', query, fragment)


def _joined(scheme, netloc, path, query, fragment):
    if netloc is not None:
        path = '//' + netloc + ('/' if path and path[:1] != '/' else '') + path
    elif path[:2] == '//':
        path = '//' + path
    scheme = scheme + ':' if scheme else ''
    return scheme + path + ('' if query is None else '?' + query) + ('' if fragment is None else '#' + fragment)


def urlunsplit(components):
    scheme, netloc, path, query, fragment = components
    _texts(scheme, netloc, path, query, fragment)
    if not netloc:
        has_host = scheme and scheme in uses_netloc
        if _VERSION < (3, 13):  # gh-67693: until then, an empty host made four slashes two.
            netloc = '' if has_host and path[:2] != '//' else None
            if netloc is None and path[:2] == '//':
                return (scheme + ':' if scheme else '') + path + (query and '?' + query or '') + (
                    fragment and '#' + fragment or '')
        else:
            two = path[:2] == '//' and _VERSION < (3, 14)
            netloc = '' if has_host and not two and (not path or path[:1] == '/') else None
    return _joined(scheme, netloc, path, query or None, fragment or None)


def urlunparse(components):
    scheme, netloc, path, params, query, fragment = components
    _texts(scheme, netloc, path, params, query, fragment)
    return urlunsplit((scheme, netloc, f'{path};{params}' if params else path, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    _texts(base, url)
    new = _VERSION >= (3, 14)
    old_scheme, old_netloc, old_path, old_query, old_fragment = _split(base, None, allow_fragments)
    scheme, netloc, path, query, fragment = _split(url, None if new else old_scheme, allow_fragments)
    params = old_params = None
    if not new:
        old_path, old_params = _params(old_scheme, old_path)
        path, params = _params(scheme, path)
    if scheme is None:
        scheme = old_scheme
    name = scheme or ''
    if name != (old_scheme or '') or name not in uses_relative:
        return url

    def whole():
        if new:
            return _joined(scheme, netloc, path, query, fragment)
        return urlunparse((name, netloc or '', path, params, query or '', fragment or ''))

    if name in uses_netloc:
        if netloc:
            return whole()
        netloc = old_netloc
    if not path and not params:
        path, params = old_path, old_params
        if query is None or not new and not query:
            query = old_query
            if new and fragment is None:
                fragment = old_fragment
        return whole()
    parts = old_path.split('/')
    if parts[-1]:
        parts.pop()
    if path[:1] == '/':
        parts = path.split('/')
    else:
        parts += path.split('/')
        parts[1:-1] = filter(None, parts[1:-1])
    kept = []
    for part in parts:
        if part == '..':
            del kept[-1:]
        elif part != '.':
            kept.append(part)
    if parts[-1] in ('.', '..'):
        kept.append('')
    path = '/'.join(kept) or '/'
    return whole()


def urldefrag(url):
    _texts(url)
    if '#' not in url:
        return DefragResult(url, '')
    scheme, netloc, path, query, fragment = _split(url, '', True)
    if _VERSION >= (3, 14):
        return DefragResult(_joined(scheme, netloc, path, query, None), fragment or '')
    return DefragResult(urlunsplit((scheme, netloc or '', path, query, '')), fragment)


# ---- Percent signs ----

def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode()
    first, *rest = bytes(string).split(b'%')
    for part in rest:
        code = part[:2].decode('latin-1')
        first += bytes.fromhex(code) + part[2:] if _re.fullmatch('[0-9a-fA-F]{2}', code) else b'%' + part
    return first


def unquote(string, encoding='utf-8', errors='replace'):
    encoding, errors = encoding or 'utf-8', errors or 'replace'
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        string.split
        return string
    return _re.sub('[\0-\x7f]+', lambda match: unquote_to_bytes(match.group()).decode(encoding, errors), string)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        return quote_from_bytes(string.encode(encoding or 'utf-8', errors or 'strict'), safe)
    for name, value in ('encoding', encoding), ('errors', errors):
        if value is not None:
            raise TypeError(f"quote() doesn't support {name!r} for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    return quote(string, safe + (' ' if isinstance(safe, str) else b' '), encoding, errors).replace(' ', '+')


def quote_from_bytes(bs, safe='/'):
    bs = _inside(bs)
    if not isinstance(bs, bytes):
        raise TypeError('quote_from_bytes() expected bytes')
    safe = _SAFE.union(safe.encode('ascii', 'ignore') if isinstance(safe, str) else safe)
    return ''.join(chr(byte) if byte in safe and byte < 128 else f'%{byte:02X}' for byte in bs)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            is_wrong = len(query) and not isinstance(query[0], tuple)
        except TypeError:
            is_wrong = True
        if is_wrong:
            raise TypeError('not a valid non-string sequence or mapping object')

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for key, value in query:
        key = quoted(key)
        if doseq and not isinstance(value, (bytes, str)) and hasattr(value, '__len__'):
            pairs += (key + '=' + quoted(one) for one in value)
        else:
            pairs.append(key + '=' + quoted(value))
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
              separator='&'):
    _texts(qs, separator)
    if not separator:
        raise ValueError('Separator must be of type string or bytes.')
    if not qs and (_VERSION >= (3, 11) or not strict_parsing):
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition('=')
        if not equals and strict_parsing:
            raise ValueError(f'bad query field: {field!r}')
        if value or keep_blank_values:
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
             separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found
