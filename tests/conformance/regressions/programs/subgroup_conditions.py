"""Until 3.12 subgroup() and split() take functions, and nothing else that can be called."""
# python >= 3.11


class Rule:
    def __call__(self, error):
        return isinstance(error, ValueError)

    def method(self, error):
        return isinstance(error, ValueError)


group = ExceptionGroup('both', [ValueError(1), TypeError(2)])
for condition in (lambda error: isinstance(error, TypeError), Rule(), Rule().method, callable, ValueError, (ValueError, TypeError), object):
    for what in (group.subgroup, group.split):
        try:
            print(what(condition))
        except TypeError as error:
            print(error)
