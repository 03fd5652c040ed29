"""Rows of text between delimiters: reader and writer with the three dialects that come along, and their forms for dictionaries."""
import sys as _sys
from _sluice import refuse as _refuse

_VERSION = _sys.version_info[:2]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


Error.__module__ = '_csv'


class Dialect:
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None


class excel(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(excel):
    lineterminator = '\n'
    quoting = QUOTE_ALL


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}


def list_dialects():
    return list(_dialects)


def _chosen(dialect, options):
    """The dialect with what was asked for besides; what is not modelled of it is refused."""
    if isinstance(dialect, str):
        if dialect not in _dialects:
            raise Error('unknown dialect')
        dialect = _dialects[dialect]
    chosen = Dialect()
    for name in ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting', 'strict'):
        setattr(chosen, name, options.pop(name, getattr(dialect, name, None)))
    for name in options:
        raise TypeError(f'this function got an unexpected keyword argument {name!r}' if _VERSION >= (3, 13) else
                        f'{name!r} is an invalid keyword argument for this function')
    if chosen.escapechar is not None or not chosen.doublequote or chosen.strict:
        _refuse('csv with escapechar, strict or without doublequote', 'leave it out')
    if chosen.quoting not in (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC):
        _refuse('csv with this quoting', 'give QUOTE_MINIMAL, QUOTE_ALL or QUOTE_NONNUMERIC')
    for char in chosen.delimiter, chosen.quotechar:
        if not isinstance(char, str) or len(char) != 1 or char in '\r\n' or chosen.delimiter == chosen.quotechar:
            _refuse('csv with this delimiter or quotechar', 'give one character for each')
    return chosen


class reader:
    def __init__(self, iterable, dialect='excel', **options):
        self._lines = iter(iterable)
        self.dialect = _chosen(dialect, options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        dialect = self.dialect
        row = []
        self._field = ''
        self._is_number = False
        self._state = 'record'
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                # A quotation that is still open ends with the text.
                if self._field or self._state == 'quoted':
                    self._end_field(row, 'record')
                    return row
                raise
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
            if _VERSION < (3, 11) and '\0' in line:
                raise Error('line contains NUL')
            self.line_num += 1
            for char in line:
                self._take(char, row, dialect)
            if self._state == 'field' or self._state == 'quote' or self._state == 'start':
                self._end_field(row, 'record')
            elif self._state == 'end':
                self._state = 'record'
            if self._state == 'record':
                return row

    def _end_field(self, row, state):
        row.append(float(self._field) if self._is_number else self._field)
        self._field = ''
        self._is_number = False
        self._state = state

    def _take(self, char, row, dialect):
        """One character. `quote` is the state after a quote within quotes, `end` that after the end of the line."""
        state = self._state
        if state == 'quoted':
            if char == dialect.quotechar:
                self._state = 'quote'
            else:
                self._field += char
        elif state == 'end':
            if char not in '\r\n':
                raise Error('new-line character seen in unquoted field - do you need to open the file ' +
                            ("with newline=''?" if _VERSION >= (3, 13) else 'in universal-newline mode?'))
        elif char in '\r\n':
            if state == 'record':
                self._state = 'end'
            else:
                self._end_field(row, 'end')
        elif state == 'quote' and char == dialect.quotechar:
            self._field += char
            self._state = 'quoted'
        elif char == dialect.delimiter:
            self._end_field(row, 'start')
        elif state == 'field' or state == 'quote':
            self._field += char
            self._state = 'field'
        elif char == dialect.quotechar:
            self._state = 'quoted'
        elif char == ' ' and dialect.skipinitialspace:
            self._state = 'start'
        else:
            self._is_number = dialect.quoting == QUOTE_NONNUMERIC
            self._field = char
            self._state = 'field'


class writer:
    def __init__(self, fileobj, dialect='excel', **options):
        if not callable(getattr(fileobj, 'write', None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = fileobj.write
        self.dialect = _chosen(dialect, options)

    def _text(self, field):
        """A field as it is written. 3.13 quotes every end of a line (gh-67230), and what would be skipped as initial space
        (gh-113796)."""
        dialect = self.dialect
        is_quoted = dialect.quoting == QUOTE_ALL or dialect.quoting == QUOTE_NONNUMERIC and not hasattr(field, '__float__')
        text = '' if field is None else str(field)
        special = dialect.delimiter + dialect.quotechar + dialect.lineterminator
        if _VERSION >= (3, 13):
            special += '\r\n'
            if not text and dialect.delimiter == ' ' and dialect.skipinitialspace:
                is_quoted = True
            if dialect.skipinitialspace and text[:1] == ' ':
                _refuse('csv.writer with skipinitialspace and a field that begins with a space', 'leave skipinitialspace out')
        if is_quoted or any(char in text for char in special):
            quote = dialect.quotechar
            text = quote + text.replace(quote, quote * 2) + quote
        return text

    def writerow(self, row, /):
        try:
            fields = list(map(self._text, iter(row)))
        except TypeError:
            if hasattr(row, '__iter__'):
                raise
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        text = self.dialect.delimiter.join(fields)
        if not text and fields:
            text = self.dialect.quotechar * 2
        return self._write(text + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


reader.__module__ = writer.__module__ = '_csv'


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while not row:
            row = next(self.reader)
        names = self.fieldnames
        found = dict(zip(names, row))
        if len(names) < len(row):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(map(repr, wrong)))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))
