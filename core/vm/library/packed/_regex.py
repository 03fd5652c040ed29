"""Runs what _regex_parser.py makes of a regular expression: backtracking in the order of CPython's engine, on a stack of
its own, so that no text is too long for it."""
import sys
from _regex_parser import is_word as _is_word


def _is_at(kind, text, pos, start, end):
    if kind == 'start':
        return pos == 0
    if kind == 'end':
        return pos == end
    if kind == 'line':
        return pos == 0 or text[pos - 1] == '\n'
    if kind == 'line end':
        return pos == end or text[pos] == '\n'
    if kind == 'end or newline':
        return pos == end or pos + 1 == end and text[pos] == '\n'
    if end == 0 and sys.version_info < (3, 14):
        return False                # before, \\B did not match an empty text either
    before = pos > 0 and _is_word(text[pos - 1])
    after = pos < end and _is_word(text[pos])
    if kind.endswith('ascii'):
        before = before and text[pos - 1] < '\x80'
        after = after and text[pos] < '\x80'
    return (before != after) == kind.startswith('boundary')


def run(code, pc, text, pos, end, marks, refused=-1, is_whole=False):
    """Matches at `pos`. Returns the end, or -1; the groups' ends are in `marks` (a dict: slot to place).

    refused: an end that is no match (an empty one that was found before); is_whole: only a match up to `end` counts.
    """
    stack, undo, start = [], [], pos
    while True:
        instruction = code[pc]
        op = instruction[0]
        matched = True
        if op == 'CHAR':
            if pos < end and text[pos] == instruction[1]:
                pos += 1
                pc += 1
                continue
            matched = False
        elif op == 'SET':
            matched = False
            if pos < end:
                cache, c = instruction[1], text[pos]
                matched = cache.get(c)
                if matched is None:
                    matched = cache[c] = bool(instruction[2](c))
                if matched:
                    pos += 1
                    pc += 1
        elif op == 'REPEAT':
            _, cache, test, least, most, how = instruction
            limit = min(end, pos + (least if how == 1 else most))
            at = pos
            while at < limit:
                c = text[at]
                hit = cache.get(c)
                if hit is None:
                    hit = cache[c] = bool(test(c))
                if not hit:
                    break
                at += 1
            if at - pos < least:
                matched = False
            else:
                pc += 1
                if how == 0 and at > pos + least:
                    stack.append((pc, at - 1, len(undo), pos + least, None))
                elif how == 1 and most > least:
                    stack.append((pc, at, len(undo), pos + most, instruction))
                pos = at
        elif op == 'SPLIT':
            stack.append((instruction[2], pos, len(undo), -1, None))
            pc = instruction[1]
        elif op == 'JUMP':
            pc = instruction[1]
        elif op == 'SAVE' or op == 'MARK':
            slot = instruction[1]
            undo.append((slot, marks.get(slot, -1)))
            marks[slot] = pos
            if slot > 1 and slot & 1:
                undo.append(('last', marks.get('last', -1)))
                marks['last'] = slot >> 1
            pc += 1
        elif op == 'MOVED':
            pc += 1 if marks[instruction[1]] != pos else 2
        elif op == 'AT':
            matched = _is_at(instruction[1], text, pos, 0, end)
            pc += 1
        elif op == 'BACK':
            first, last = marks.get(2 * instruction[1], -1), marks.get(2 * instruction[1] + 1, -1)
            matched = 0 <= first <= last
            if matched:
                part = text[first:last]
                found = text[pos:min(pos + len(part), end)]
                matched = found == part or instruction[2] and found.lower() == part.lower()
                pos += len(part)
                pc += 1
        elif op == 'LOOK' or op == 'ATOM':
            inner = dict(marks)
            if op == 'ATOM':
                reached = run(code, pc + 1, text, pos, end, inner)
                matched = reached >= 0
            else:
                at = pos - instruction[2]
                reached = run(code, pc + 1, text, at, end, inner) if at >= 0 else -1
                matched = (reached >= 0) != instruction[3]
            if matched:
                if reached >= 0:
                    for slot, place in inner.items():
                        if marks.get(slot, -1) != place:
                            undo.append((slot, marks.get(slot, -1)))
                            marks[slot] = place
                if op == 'ATOM':
                    pos = reached
                pc = instruction[1]
        elif op == 'IF':
            pc = pc + 1 if marks.get(2 * instruction[1] + 1, -1) >= 0 else instruction[2]
        else:
            matched = pos != refused and (not is_whole or pos == end)
            if matched:
                return pos
        if matched:
            continue
        # Back to the last choice.
        while True:
            if not stack:
                return -1
            pc, pos, length, limit, lazy = stack.pop()
            while len(undo) > length:
                slot, place = undo.pop()
                marks[slot] = place
            if lazy is None:
                if pos > limit >= 0:
                    stack.append((pc, pos - 1, length, limit, None))
                break
            c = text[pos:pos + 1] if pos < end else ''
            hit = lazy[1].get(c) if c else False
            if hit is None:
                hit = lazy[1][c] = bool(lazy[2](c))
            if hit:
                pos += 1
                if pos < limit:
                    stack.append((pc, pos, length, limit, lazy))
                break
