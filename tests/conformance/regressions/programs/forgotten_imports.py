"""The module traceback asks whether an import was forgotten; in 3.12 it leaves the question mark out."""
import traceback

try:
    selectors.DefaultSelector()
except NameError as error:
    print(traceback.format_exception_only(type(error), error))
    print(error)

logging.info('nobody catches this')
