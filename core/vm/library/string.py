"""Constants of text, capwords, Template."""

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


class Template:
    """$name and ${name} are replaced; $$ is a dollar."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _fill(self, mapping, is_safe):
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
                parts.append('$')
                position = found + 2
            elif not name or braced and text[end:stop] != '}':
                if not is_safe:
                    before = text[:found].splitlines(keepends=True) or ['']
                    raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(before), found - len(''.join(before[:-1])) + 1))
                parts.append('$')
                position = found + 1
            else:
                if is_safe and name not in mapping:
                    parts.append(text[found:stop])
                else:
                    parts.append(str(mapping[name]))
                position = stop

    def substitute(self, mapping={}, /, **kws):
        return self._fill({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill({**mapping, **kws}, True)
