"""Lines of text: dedent, indent, wrap, fill, shorten."""


def dedent(text):
    lines = text.split('\n')
    margin = None
    for line in lines:
        stripped = line.lstrip(' \t')
        if not stripped:
            continue
        white = line[:len(line) - len(stripped)]
        if margin is None:
            margin = white
        while not white.startswith(margin):
            margin = margin[:-1]
    cut = len(margin or '')
    return '\n'.join([line[cut:] if line.strip(' \t') else '' for line in lines])


def indent(text, prefix, predicate=None):
    keep = predicate or (lambda line: line.strip())
    return ''.join([prefix + line if keep(line) else line for line in text.splitlines(True)])


def wrap(text, width=70, *, initial_indent='', subsequent_indent='', break_long_words=True, **options):
    if width <= 0:
        raise ValueError(f'invalid width {width!r} (must be > 0)')
    words, lines, line = text.split(), [], None
    while words:
        if line is None:
            line = initial_indent if not lines else subsequent_indent
            room = width - len(line)
            if len(words[0]) > room and break_long_words:
                line += words[0][:room]
                words[0] = words[0][room:]
                lines.append(line)
                line = None
                continue
            line += words.pop(0)
        elif len(line) + 1 + len(words[0]) <= width:
            line += ' ' + words.pop(0)
        elif len(words[0]) > width - len(subsequent_indent) and break_long_words and len(line) + 1 < width:
            room = width - len(line) - 1        # a word too long for any line begins on this one
            lines.append(line + ' ' + words[0][:room])
            words[0] = words[0][room:]
            line = None
        else:
            lines.append(line)
            line = None
    if line is not None:
        lines.append(line)
    return lines


def fill(text, width=70, **options):
    return '\n'.join(wrap(text, width, **options))


def shorten(text, width, *, placeholder=' [...]', **options):
    words = text.split()
    whole = ' '.join(words)
    if len(whole) <= width:
        return whole
    while words and len(' '.join(words)) + len(placeholder) > width:
        words.pop()
    return ' '.join(words) + placeholder if words else placeholder.lstrip()
