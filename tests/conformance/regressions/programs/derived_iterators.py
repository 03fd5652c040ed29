"""An iterator's class makes it whole before an __init__ of a class that derives runs, which may take more keywords."""
import itertools


def labelled(base):
    class Labelled(base):
        def __init__(self, *args, label=None):
            self.label = label

    return Labelled


for base, arguments in [
    (filter, (None, [0, 1])),
    (itertools.chain, ([1, 2], [3, 4])),
    (itertools.cycle, ([1, 2],)),
    (itertools.islice, ([1, 2, 3, 4], 1, 3)),
    (itertools.starmap, (pow, [(2, 3), (3, 2)])),
    (itertools.dropwhile, (str.isdigit, ["1", "a", "b"])),
    (zip, ("ab", [1, 2])),
    (enumerate, ("ab",)),
    (itertools.repeat, ("a", 2)),
]:
    made = labelled(base)(*arguments)
    print(type(made).__name__, list(itertools.islice(made, 3)), made.label)
    try:
        print(labelled(base)(*arguments, label="with").label)
    except TypeError as error:
        print("TypeError", error)
try:
    labelled(filter)(None)
except TypeError as error:
    print("TypeError", error)
