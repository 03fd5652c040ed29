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


_BLANKS = '\t\n\x0b\x0c\r '
_pieces = None


def _word_pieces(text):
    """Splits where a line may break: at blanks, behind hyphens between letters, around dashes."""
    global _pieces
    if _pieces is None:
        import re
        blank, letter, mark = f'[{re.escape(_BLANKS)}]', r'[^\d\W]', '[\\w!"\'&.,?]'
        hyphen = f'-(?:(?<={letter}{{2}}-)|(?<={letter}-{letter}-))(?={letter}-?{letter})'
        end = f'(?={blank}|\\Z)|(?<={mark})(?=-{{2,}}\\w)'
        _pieces = re.compile(f'({blank}+|(?<={mark})-{{2,}}(?=\\w)|[^{re.escape(_BLANKS)}]+?(?:{hyphen}|{end}))')
    return [piece for piece in _pieces.split(text) if piece]


def _plain_pieces(text):
    import re
    return [piece for piece in re.split(f'([{re.escape(_BLANKS)}]+)', text) if piece]


class TextWrapper:
    """Options as in CPython. A line takes pieces as long as they fit; blanks at its ends are dropped."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
                 *, max_lines=None, placeholder=' [...]'):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.tabsize = expand_tabs, replace_whitespace, tabsize
        self.fix_sentence_endings, self.break_long_words = fix_sentence_endings, break_long_words
        self.drop_whitespace, self.break_on_hyphens = drop_whitespace, break_on_hyphens
        self.max_lines, self.placeholder = max_lines, placeholder

    def _split(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(blank): ' ' for blank in _BLANKS})
        pieces = (_word_pieces if self.break_on_hyphens else _plain_pieces)(text)
        if self.fix_sentence_endings:
            import re
            for i in range(len(pieces) - 1):
                if pieces[i + 1] == ' ' and re.search('[a-z][.!?]["\']?\\Z', pieces[i]):
                    pieces[i + 1] = '  '
        return pieces

    def _break(self, pieces, line, length, width):
        """A piece that is longer than any line: its head goes into this one."""
        room = width - length if width >= 1 else 1
        if not self.break_long_words:
            if not line:
                line.append(pieces.pop())
            return
        piece, end = pieces[-1], room
        if self.break_on_hyphens and len(piece) > room:
            hyphen = piece.rfind('-', 0, room)
            if hyphen > 0 and any(c != '-' for c in piece[:hyphen]):
                end = hyphen + 1
        line.append(piece[:end])
        pieces[-1] = piece[end:]

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines, pieces = [], self._split(text)[::-1]
        while pieces:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line, length = [], 0
            if self.drop_whitespace and pieces[-1].strip() == '' and lines:
                del pieces[-1]
            while pieces and length + len(pieces[-1]) <= width:
                length += len(pieces[-1])
                line.append(pieces.pop())
            if pieces and len(pieces[-1]) > width:
                self._break(pieces, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            rest = not pieces or self.drop_whitespace and len(pieces) == 1 and not pieces[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest and length <= width:
                lines.append(indent + ''.join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    lines.append(indent + ''.join(line) + self.placeholder)
                    break
                length -= len(line.pop())
            else:
                if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
                    lines[-1] = lines[-1].rstrip() + self.placeholder
                else:
                    lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))
