"""Constants of text, capwords, Template."""

from sys import version_info as _version_info

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


_absent = {}


def _chosen(mapping, kws):
    if mapping is _absent:
        return kws
    if not kws:
        return mapping
    from collections import ChainMap
    return ChainMap(kws, mapping)


class Template:
    """$name and ${name} are replaced; $$ is a dollar."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        import re
        if 'pattern' in cls.__dict__:
            pattern = cls.pattern
        else:
            delimiter = re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = f"""{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{cls.idpattern})|"""
            pattern += f"""{{(?P<braced>{braced})}}|(?P<invalid>))"""
        cls.pattern = re.compile(pattern, getattr(cls, 'flags', re.IGNORECASE) | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _replaced(self, replace):
        """The text with every placeholder replaced by replace(kind, name, text, position)."""
        if type(self) is Template:
            return self._fill(replace)
        def place(found):
            for kind in 'named', 'braced', 'escaped', 'invalid':
                if found.group(kind) is not None:
                    return replace(kind, found.group(kind), found.group(), found.start('invalid'))
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return self.pattern.sub(place, self.template)

    def _fill(self, replace):
        text, parts, position = self.template, [], 0
        while True:
            found = text.find('$', position)
            if found < 0:
                return ''.join(parts) + text[position:]
            parts.append(text[position:found])
            braced = text[found + 1:found + 2] == '{'
            start = end = found + 1 + braced
            while end < len(text) and (text[end] in ascii_letters + '_' or end > start and text[end] in digits):
                end += 1
            name = text[start:end]
            stop = end + braced
            if text[found + 1:found + 2] == '$':
                kind, position = 'escaped', found + 2
            elif not name or braced and text[end:stop] != '}':
                kind, position = 'invalid', found + 1
            else:
                kind, position = 'named', stop
            parts.append(replace(kind, name, text[found:position], found + 1))

    def _invalid(self, position):
        before = self.template[:position].splitlines(keepends=True)
        column = position - len(''.join(before[:-1])) if before else 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(before) or 1, column))

    def substitute(self, mapping=_absent, /, **kws):
        mapping = _chosen(mapping, kws)
        def replace(kind, name, text, position):
            if kind == 'invalid':
                self._invalid(position)
            return self.delimiter if kind == 'escaped' else str(mapping[name])
        return self._replaced(replace)

    def safe_substitute(self, mapping=_absent, /, **kws):
        mapping = _chosen(mapping, kws)
        def replace(kind, name, text, position):
            if kind == 'escaped':
                return self.delimiter
            try:
                return text if kind == 'invalid' else str(mapping[name])
            except KeyError:
                return text
        return self._replaced(replace)

    if _version_info >= (3, 11):
        def is_valid(self):
            valid = True
            def replace(kind, name, text, position):
                nonlocal valid
                valid = valid and kind != 'invalid'
                return text
            self._replaced(replace)
            return valid

        def get_identifiers(self):
            names = []
            def replace(kind, name, text, position):
                if kind in ('named', 'braced') and name not in names:
                    names.append(name)
                return text
            self._replaced(replace)
            return names
