"""format_exception_only() gets no traceback: of variables it suggests nothing, of attributes and modules it does."""
import traceback


class Box:
    lenght = 1


def misspelt():
    value = 1
    return valu + value


def missing():
    return Box().length


def forgotten():
    return sys.path


for function in misspelt, missing, forgotten:
    try:
        function()
    except (NameError, AttributeError) as error:
        print(traceback.format_exception_only(error))
        print(traceback.format_exc().splitlines()[-1])
misspelt()
