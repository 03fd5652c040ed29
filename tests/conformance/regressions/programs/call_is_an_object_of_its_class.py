# Regression: an object whose __call__ is an object of its own class ended the process.
# (Only where threading is: the stack that Pyodide has ends its process, too.)


class Echo:
    pass


Echo.__call__ = Echo()
try:
    Echo()()
except RecursionError as error:
    print(error)
