"""warnings: filters and actions, what is raised and what recorded, whose line is told, and coroutines that are never awaited."""
import asyncio, warnings, sys

async def job(): pass

def old():
    warnings.warn('old is deprecated', DeprecationWarning, stacklevel=2)

class MyWarning(UserWarning): pass

outer = warnings.catch_warnings()
outer.__enter__()
warnings.warn('not shown in the reference')
warnings.simplefilter('always')
warnings.warn('plain')
old()
for i in range(2):
    warnings.warn(MyWarning('custom'))
warnings.simplefilter('default')
for i in range(2):
    warnings.warn('once here')
warnings.simplefilter('once')
for i in range(2):
    warnings.warn('once')
warnings.warn('once')
warnings.simplefilter('module')
warnings.warn('module')
warnings.warn('module')
warnings.filterwarnings('ignore', message='.*secret')
warnings.warn('a secret')
warnings.warn('A SECRET')
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    old(); warnings.warn('x')
    job()
    print([(str(w.message), w.category.__name__, w.lineno, w.filename) for w in seen])
    print(seen[0])
warnings.simplefilter('error')
try:
    warnings.warn('boom', RuntimeWarning)
except RuntimeWarning as e:
    print(repr(e))
try:
    old()
except DeprecationWarning as e:
    print(repr(e))
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    warnings.warn('ignored')
    job()
try: warnings.simplefilter('nonsense')
except (AssertionError, ValueError) as e: print(type(e).__name__, e)
try: warnings.warn('x', 5)
except TypeError as e: print(e)
try: warnings.warn('x', int)
except TypeError as e: print(e)
warnings.simplefilter('always')
def show(message, category, filename, lineno, file=None, line=None):
    print('shown', message, category.__name__, lineno)
warnings.showwarning = show
warnings.warn('mine')
job()
async def main():
    warnings.warn('in main')
    job()
    async def inner():
        warnings.warn('inner', stacklevel=1)
        old()
    await inner()
    await asyncio.create_task(inner())
asyncio.run(main())
print(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'the line'), end='')
cm = warnings.catch_warnings()
print(repr(cm))
warnings.resetwarnings()
warnings.warn('reset')
outer.__exit__(None, None, None)
