"""Task.get_stack and Task.print_stack."""
import sys
import traceback
from _sluice import refuse, source_line


def get_stack(task, error, limit=None):
    coroutine = task.get_coro()
    if getattr(coroutine, 'cr_running', getattr(coroutine, 'gi_running', False)):
        refuse('the stack of a task that runs', 'print(task) shows the line that it has come to')
    frame = getattr(coroutine, 'cr_frame', getattr(coroutine, 'gi_frame', None))
    if frame is not None:
        return [frame] if limit is None or limit > 0 else []
    if hasattr(coroutine, 'cr_frame') and not task.done():
        refuse('the stack of a task that runs a coroutine of asyncio itself', 'print(task) names it')
    frames = []
    entry = None if error is None else error.__traceback__
    while entry is not None and (limit is None or len(frames) < limit):
        frames.append(entry.tb_frame)
        entry = entry.tb_next
    return frames


def print_stack(task, error, limit=None, file=None):
    frames = get_stack(task, error, limit)
    # Without a file, CPython writes the entries alone to stderr.
    entries = sys.stderr if file is None else file
    if frames:
        print(f'{"Stack" if error is None else "Traceback"} for {task!r} (most recent call last):', file=file)
    else:
        print(f'No stack for {task!r}', file=file)
    for frame in frames:
        code = frame.f_code
        line = source_line(code, frame.f_lineno).strip()
        print(f'  File "{code.co_filename}", line {frame.f_lineno}, in {code.co_name}' + (line and '\n    ' + line), file=entries)
    if error is not None:
        for line in traceback.format_exception_only(error.__class__, error):
            print(line, file=file, end='')
