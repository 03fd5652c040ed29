def describe(event):
    match event:
        case None | False:
            return 'nothing'
        case -1 | 'quit' | os.EX_OK:
            return 'end'
        case [x, (y, z) as pair, *rest] if x:
            return x, pair, rest
        case ['go', ('north' | 'south') as way, *_, last]:
            return way, last
        case {'type': 'key', 'code': int(code), **others}:
            return code, others
        case Point(0, y=Point(x=inner)) | [inner, _]:
            return inner
        case (_):
            match = 1
            return match
