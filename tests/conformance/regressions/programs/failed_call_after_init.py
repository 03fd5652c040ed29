# Regression: after a constructor had run, a call whose arguments did not fit went on with what was left over, and its error came later.
class Thing:
    def __init__(self, n=0):
        pass

    @staticmethod
    def helper(k):
        return k

    def method(self, k):
        return k


def attempt(thunk):
    try:
        print("result", thunk())
    except TypeError as error:
        print("caught", error)


attempt(lambda thing=Thing(3): thing.helper())
attempt(lambda thing=Thing(3): thing.method())
attempt(lambda: Thing(3).helper(1, 2))
attempt(lambda: Thing(3).helper(*(1, 2)))
attempt(lambda: attempt())
attempt(lambda: Thing(1, 2, 3))
