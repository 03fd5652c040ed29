"""What except* raises again is a new group, by derive(), even if all of it goes on; a lone exception's group has no traceback. The group itself went on, and the lone one's traceback was that of its group too."""
# python >= 3.11


class Tagged(ExceptionGroup):
    def derive(self, errors):
        print('derive', len(errors))
        return Tagged(self.message, errors)


def lines(error):
    entry, found = error.__traceback__, []
    while entry is not None:
        found.append(entry.tb_lineno)
        entry = entry.tb_next
    return found


def ignored(error):
    try:
        raise error
    except* OSError:
        pass


def bare(error):
    try:
        raise error
    except* Exception:
        raise


def named(error):
    try:
        raise error
    except* Exception as whole:
        raise whole


def partly(error):
    try:
        raise error
    except* ValueError:
        pass
    except* OSError:
        pass


def both(error):
    try:
        raise error
    except* ValueError:
        raise
    except* KeyError:
        raise OSError from None


for kind in Tagged, ExceptionGroup:
    for function in ignored, bare, named, partly, both:
        error = kind('outer', [ValueError(1), kind('inner', [KeyError(2)])])
        try:
            function(error)
        except Exception as raised:
            print(function.__name__, raised is error, raised.exceptions[-1] is error.exceptions[-1], repr(raised), lines(raised))


def lone():
    raise ValueError(1)


for turn in range(4):
    try:
        try:
            lone()
        except* ValueError as group:
            print(lines(group), lines(group.exceptions[0]), group.__context__)
            if turn == 1:
                raise
            if turn == 2:
                raise group
            if turn == 3:
                raise group.exceptions[0]
    except Exception as raised:
        print(turn, lines(raised), repr(raised.__context__))
