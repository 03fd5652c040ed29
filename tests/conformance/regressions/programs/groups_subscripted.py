"""Groups of exceptions can be subscripted; modules that have no file say so; names in templates."""
# python >= 3.11
import types, string
class E(Exception): pass
print(ExceptionGroup[E], isinstance(BaseExceptionGroup[E], types.GenericAlias))
print(string.Template('$a ${b} $a').get_identifiers(), string.Template('$a $').is_valid(), string.Template('$a').is_valid())
import os, abc, io, sys, time, itertools
print(os, abc, io, sys, time, itertools)
