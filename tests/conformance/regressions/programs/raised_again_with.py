"""Until 3.10 a bare raise, and what a finally or a with lets through, has the traceback with which the handler got the exception, whatever happened to it since; only what was found in the traceback itself was taken back."""
import sys


def places(error):
    found, entry = [], error.__traceback__
    while entry is not None:
        found.append((entry.tb_lineno, entry.tb_frame.f_code.co_name))
        entry = entry.tb_next
    return found


def throws(error):
    raise error


class Forgets:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        error.__traceback__ = None


class Again:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        try:
            raise error
        except ValueError:
            print('exit', places(error), trace.tb_lineno)


def raised_between(error):
    try:
        throws(error)
    except ValueError:
        try:
            throws(error)
        except ValueError:
            pass
        print(places(error), sys.exc_info()[2].tb_lineno)
        raise


def forgotten(error):
    try:
        throws(error)
    except ValueError:
        error.__traceback__ = None
        raise


def forgotten_in_finally(error):
    try:
        throws(error)
    finally:
        error.__traceback__ = None


def raised_in_finally(error):
    try:
        throws(error)
    finally:
        try:
            throws(error)
        except ValueError:
            print(places(error))


def forgotten_in_with(error):
    with Forgets():
        throws(error)


def raised_in_with(error):
    with Again():
        throws(error)


def by_another(error):
    try:
        throws(error)
    except ValueError:
        again()


def again():
    raise


def named(error):
    try:
        throws(error)
    except ValueError as caught:
        caught.__traceback__ = None
        raise caught


for function in raised_between, forgotten, forgotten_in_finally, raised_in_finally, forgotten_in_with, raised_in_with, by_another, named:
    try:
        function(ValueError(function.__name__))
    except ValueError as error:
        print(function.__name__, places(error))
