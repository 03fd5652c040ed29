name, width = 'é', 3
print(f'{name!r:>{width}}|{name=}|{{}}|{width * 2 = :04d}' 'tail' f"{'nested ' f'{name}'}")
print(r'\n', b'\x41\n', u'\u00e9'[:0] if 0 else "it's", '''two
lines''', 'a\
b', rf'\{name}', f'{name:%Y-{width}}', f'', f'{1,}')
