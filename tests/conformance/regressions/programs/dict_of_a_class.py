"""`__dict__` of a class is a view that cannot be changed. It was a dict of its own: what was stored there was lost."""
import collections.abc
import types


class Plugin:
    limit = 3
    _hidden = 1

    def run(self):
        return self.limit

    @property
    def size(self):
        return 2


print({name: value for name, value in vars(Plugin).items() if name[0] != '_' and not callable(value)}.keys())
print([name for name in Plugin.__dict__ if not name.startswith('_')])
print('run' in Plugin.__dict__, Plugin.__dict__['limit'], Plugin.__dict__.get('absent', 5), dict(Plugin.__dict__)['_hidden'])
try:
    Plugin.__dict__['limit'] = 4
except TypeError as error:
    print(error)
view = types.MappingProxyType({'a': 1})
for one in Plugin.__dict__, view:
    print(type(one), isinstance(one, dict), isinstance(one, collections.abc.Mapping))
print(type('Copy', (Plugin,), dict(Plugin.__dict__))().run(), str(view), repr(view))
