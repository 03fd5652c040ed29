"""Objects that stand in for others and note how they are used, and patches that put them into place and take them away again."""
import builtins as _builtins
import sys
from asyncio.coroutines import _is_coroutine
from contextlib import contextmanager as _contextmanager, ExitStack as _ExitStack
from functools import partial as _partial, wraps as _wraps
from inspect import isawaitable as _isawaitable, iscoroutinefunction, signature as _signature_of
from pprint import pformat as _pformat
from types import FunctionType as _FunctionType, MethodType as _MethodType, ModuleType as _ModuleType
from _sluice import import_by_name as _import_by_name, refuse as _refuse

_VERSION = sys.version_info[:2]
_ACTUAL = '  Actual' if _VERSION >= (3, 11) else 'Actual'
FILTER_DIR = True

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock', 'FILTER_DIR',
           'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')


def __getattr__(name):
    if name in ('ThreadingMock', 'ThreadingMixin') and _VERSION >= (3, 13):
        _refuse('unittest.mock.' + name, 'use a MagicMock and a threading.Event')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


class InvalidSpecError(Exception):
    pass


# ---- What names and values are ----

class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'sentinel.' + self.name

    __reduce__ = __repr__


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_DELETED = object()         # among the children of a mock: an attribute that was deleted


def _dunders(names):
    return frozenset(f'__{name}__' for name in names.split())


_ARITHMETIC = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow' + (' div' if _VERSION < (3, 11) else '')
_SYNC_DEFAULTS = _dunders(
    'lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod neg pos abs invert '
    'complex int float index round trunc floor ceil bool next fspath aiter ' + _ARITHMETIC + ' '
    + ' '.join('i' + name + ' r' + name for name in _ARITHMETIC.split()))
_ASYNC_DEFAULTS = _dunders('aenter aexit anext')
_DEFAULTS = _SYNC_DEFAULTS | _ASYNC_DEFAULTS
_SYNC_MAGICS = _SYNC_DEFAULTS | _dunders(
    'get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr dir subclasses '
    'format getnewargs_ex' + (' setformat' if _VERSION < (3, 11) else ''))
_MAGICS = _SYNC_MAGICS | _ASYNC_DEFAULTS
_UNSUPPORTED = _dunders('getattr setattr init new prepare instancecheck subclasscheck del')


def _is_magic(name):
    return f'__{name[2:-2]}__' == name


def _is_mock(value):
    return issubclass(type(value), NonCallableMock)


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _is_list(value):
    return type(value) in (list, tuple)


def _is_async(value):
    if _is_mock(value) and not isinstance(value, AsyncMock):
        return False
    value = getattr(value, '__func__', value)
    return iscoroutinefunction(value) or _isawaitable(value)


def _can_be_called(value):
    while isinstance(value, (staticmethod, classmethod, _MethodType)):
        value = value.__func__
    return isinstance(value, type) or getattr(value, '__call__', None) is not None


def _instances_can_be_called(value):
    if not isinstance(value, type):
        return getattr(value, '__call__', None) is not None
    return any(base.__dict__.get('__call__') is not None for base in value.__mro__)


def _mock_of(value):
    """The mock inside of a function that create_autospec has made."""
    return value.mock if isinstance(value, _FUNCTIONS) and hasattr(value, 'mock') else value


# ---- Signatures ----

def _signature(spec, as_instance, skips_first):
    """How a call of what is like `spec` has to look, or None where that cannot be known."""
    if isinstance(spec, type) and not as_instance:
        spec = spec.__init__
        skips_first = True
    elif isinstance(spec, (classmethod, staticmethod)) and _VERSION >= (3, 11):
        skips_first = skips_first or isinstance(spec, classmethod)
        spec = spec.__func__
    elif not isinstance(spec, _FUNCTIONS):
        try:
            spec = spec.__call__
        except AttributeError:
            return None
        if not isinstance(spec, _FUNCTIONS):
            return _ANYTHING        # what is built in says no more
    try:
        found = _signature_of(spec)
    except ValueError:
        return None
    if skips_first:
        parameters = list(found.parameters.values())
        if not parameters or parameters[0].kind in (parameters[0].KEYWORD_ONLY, parameters[0].VAR_KEYWORD):
            return None
        if parameters[0].kind != parameters[0].VAR_POSITIONAL:
            del parameters[0]
        found = found.replace(parameters=parameters)
    return found


_ANYTHING = _signature_of(lambda *args, **kwargs: None)


def _checked_by(mock, spec, skips_first, as_instance=False):
    """Has every call of the mock looked at."""
    found = _signature(spec, as_instance, skips_first)
    if found is not None:
        _of(mock).checked = found
        type(mock).__signature__ = found


# ---- Calls ----

class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[start:start + len(value)] == value for start in range(len(self) - len(value) + 1))

    def __repr__(self):
        return _pformat(list(self))


def _call_text(name, args, kwargs):
    return f"{name}({', '.join([*map(repr, args), *(f'{key!s}={value!r}' for key, value in kwargs.items())])})"


def _parts(value):
    """Name, positional and keyword arguments of what stands for a call, in which any of them can be left out."""
    if len(value) == 3:
        return value[0], value[1], value[2]
    rest = list(value)
    name = rest.pop(0) if rest and isinstance(rest[0], str) else ''
    if len(rest) == 2:
        return name, rest[0], rest[1]
    if not rest:
        return name, (), {}
    return (name, rest[0], {}) if isinstance(rest[0], tuple) else (name, (), rest[0])


class _Call(tuple):
    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        if len(value) in (1, 2, 3):
            called, args, kwargs = _parts(value)
            name = called or (name if len(value) < 3 else called)
        else:
            args, kwargs = (), {}
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            length = len(other)
        except TypeError:
            return NotImplemented
        name, args, kwargs = ('', *self) if len(self) == 2 else self
        parent, other_parent = self._mock_parent, getattr(other, '_mock_parent', None)
        if parent and other_parent and parent != other_parent or length > 3:
            return False
        other_name, other_args, other_kwargs = _parts(other)
        # The other's arguments come first, so that ANY among them is asked.
        return (not name or other_name == name) and (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__

    def __call__(self, /, *args, **kwargs):
        name = self._mock_name
        if name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((name, args, kwargs), name=name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in _TUPLE_NAMES:
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return 'call' + name if name.startswith('()') else name
        name, args, kwargs = ('', *self) if len(self) == 2 else self
        return _call_text('call' + ('' if not name or name.startswith('()') else '.') + name, args, kwargs)

    def call_list(self):
        calls = _CallList()
        while self is not None:
            if self._mock_from_kall:
                calls.insert(0, self)
            self = self._mock_parent
        return calls


_TUPLE_NAMES = _dunders('getattribute lt le eq ne gt ge repr hash len getitem add mul rmul contains iter new getnewargs class_getitem doc') | {'count', 'index'}
call = _Call(from_kall=False)


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


# ---- Mocks ----

class _State:
    """What a mock knows of itself. `new_name` leads back through `new_parent` to the call or attribute that made it, `name` through `parent` to methods only."""
    checked = delegate = methods = spec_class = signature = side_effect = None
    return_value = DEFAULT
    is_strict = sealed = False

    def __init__(self, parent, name, new_parent, new_name, wraps, unsafe):
        self.parent, self.name, self.new_parent, self.new_name = parent, name, new_parent, new_name
        self.wraps, self.unsafe = wraps, unsafe
        self.children = {}
        self.begin()
        self.method_calls = _CallList()
        self.begin_awaits()

    def begin(self):
        self.called, self.call_count, self.call_args = False, 0, None
        self.call_args_list, self.mock_calls = _CallList(), _CallList()

    def begin_awaits(self):
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()


def _of(mock):
    return mock.__dict__['_mock_state']


def _noted(name):
    """A property of the mock, or of the function that stands before it."""
    def get(self):
        state = _of(self)
        return getattr(state if state.delegate is None else state.delegate, name)

    def put(self, value):
        state = _of(self)
        setattr(state if state.delegate is None else state.delegate, name, value)
    return property(get, put)


def _adopt(parent, value, name, new_name):
    """Makes a mock the child of another; one that has a place or a name already, or is the other's ancestor, stays what it is."""
    value = _mock_of(value)
    if not _is_mock(value):
        return False
    state = _of(value)
    if state.name or state.new_name or state.parent is not None or state.new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = _of(above).new_parent
    if new_name:
        state.new_parent, state.new_name = parent, new_name
    if name:
        state.parent, state.name = parent, name
    return True


class _Magic:
    """A special method that has not been used yet: the first who asks for it gets a mock that stays."""

    def __init__(self, name):
        self.name = name

    def __get__(self, mock, cls=None):
        if mock is None:
            mock = cls._mock_owner
        name = self.name
        method = mock._get_child_mock(name=name, _new_name=name, _new_parent=mock)
        setattr(mock, name, method)
        if name in _FIXED:
            method.return_value = _FIXED[name]
        elif name in _COMPUTED:
            method.return_value = _COMPUTED[name](mock)
        elif name in _BEHAVIOUR:
            method.side_effect = _partial(_BEHAVIOUR[name], mock, method)
        return method


_PROXIES = {name: _Magic(name) for name in _DEFAULTS}
_FIXED = {
    '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented, '__int__': 1,
    '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0, '__bool__': True, '__index__': 1,
    '__aexit__': False}
_COMPUTED = {
    '__hash__': lambda mock: object.__hash__(mock), '__str__': lambda mock: object.__str__(mock),
    '__sizeof__': lambda mock: object.__sizeof__(mock),
    '__fspath__': lambda mock: f'{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}'}


def _equals(mock, method, other):
    wanted = _of(method).return_value
    return wanted if wanted is not DEFAULT else mock is other or NotImplemented


def _differs(mock, method, other):
    return DEFAULT if _of(method).return_value is not DEFAULT else False if mock is other else NotImplemented


def _iterates(mock, method):
    wanted = _of(method).return_value
    return iter([] if wanted is DEFAULT else wanted)


_BEHAVIOUR = {'__eq__': _equals, '__ne__': _differs, '__iter__': _iterates,
              '__aiter__': lambda mock, method: _AsyncIterator(_iterates(mock, method))}


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            pass
        raise StopAsyncIteration


def _found_in(spec, name):
    """What a name stands for in an object or its classes, without decorators, and without any code of theirs being run."""
    places = spec.__mro__ if isinstance(spec, type) else (spec, *type(spec).__mro__)
    found = next((place.__dict__[name] for place in places if name in getattr(place, '__dict__', ())), None)
    inner = found
    for depth in range(sys.getrecursionlimit()):
        if not hasattr(inner, '__wrapped__'):
            return inner
        inner = inner.__wrapped__
    return found


class Base:
    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    def __new__(cls, /, *args, **kwargs):
        # Each mock has a class of its own, so that special methods can be its alone.
        bases = (cls,)
        if not issubclass(cls, AsyncMockMixin):
            spec = kwargs.get('spec_set') or kwargs.get('spec') or (args[0] if args else None)
            if spec is not None and _is_async(spec):
                bases = (AsyncMockMixin, cls)
        names = {'__module__': __name__, '__doc__': cls.__doc__}
        if not issubclass(cls, MagicMixin):
            return object.__new__(type(cls.__name__, bases, names))
        own = type(cls.__name__, bases, {**_PROXIES, **names})
        own._mock_owner = mock = object.__new__(own)
        return mock

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        self.__dict__['_mock_state'] = _State(parent, name, parent if _new_parent is None else _new_parent, _new_name, wraps, unsafe)
        self._follow(spec if spec_set is None else spec_set, None if spec_set is None else True, _spec_as_instance,
                     parent is not None if _eat_self is None else _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    def _follow(self, spec, is_strict, as_instance=False, skips_first=False):
        if _VERSION >= (3, 11) and _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        state = _of(self)
        state.spec_class = state.signature = None
        state.asyncs, state.is_strict, state.methods = [], is_strict, spec
        if spec is None or _is_list(spec):
            return
        state.spec_class = spec if isinstance(spec, type) else type(spec)
        state.signature = _signature(spec, as_instance, skips_first)
        state.methods = dir(spec)
        for name in state.methods:
            if iscoroutinefunction(_found_in(spec, name) if _VERSION >= (3, 13) else getattr(spec, name, None)):
                state.asyncs.append(name)

    def mock_add_spec(self, spec, spec_set=False):
        self._follow(spec, spec_set)

    def attach_mock(self, mock, attribute):
        state = _of(_mock_of(mock))
        state.parent = state.new_parent = None
        state.name, state.new_name = '', None
        setattr(self, attribute, mock)

    called, call_count, call_args = _noted('called'), _noted('call_count'), _noted('call_args')
    call_args_list, mock_calls = _noted('call_args_list'), _noted('mock_calls')

    @property
    def method_calls(self):
        return _of(self).method_calls

    @method_calls.setter
    def method_calls(self, value):
        _of(self).method_calls = value

    @property
    def return_value(self):
        state = _of(self)
        value = (state if state.delegate is None else state.delegate).return_value
        if value is DEFAULT and not (_VERSION >= (3, 13) and state.wraps is not None):
            value = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        state = _of(self)
        if state.delegate is not None:
            state.delegate.return_value = value
        else:
            state.return_value = value
            _adopt(self, value, None, '()')

    @property
    def side_effect(self):
        state = _of(self)
        if state.delegate is None:
            return state.side_effect
        effect = state.delegate.side_effect
        if effect is not None and not callable(effect) and not _is_exception(effect) and not hasattr(effect, '__next__'):
            effect = state.delegate.side_effect = iter(effect)
        return effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not _is_exception(value) and not _can_be_called(value):
            try:
                value = iter(value)
            except TypeError:
                pass        # it is said when the mock is called
        state = _of(self)
        (state if state.delegate is None else state.delegate).side_effect = value

    @property
    def __class__(self):
        state = self.__dict__.get('_mock_state')
        return type(self) if state is None or state.spec_class is None else state.spec_class

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called, self.call_args, self.call_count = False, None, 0
        self.mock_calls, self.call_args_list, self.method_calls = _CallList(), _CallList(), _CallList()
        state = _of(self)
        if return_value:
            state.return_value = DEFAULT
        if side_effect:
            state.side_effect = None
        for child in state.children.values():
            if child is not _DELETED and not isinstance(child, _Unmade):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        if _is_mock(state.return_value) and state.return_value is not self:
            state.return_value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        # What has fewer dots comes first: it may be what the others are attributes of.
        for path, value in sorted(kwargs.items(), key=lambda entry: entry[0].count('.')):
            *path, last = path.split('.')
            place = self
            for name in path:
                place = getattr(place, name)
            setattr(place, last, value)

    def __getattr__(self, name):
        state = self.__dict__.get('_mock_state')
        if state is None:
            raise AttributeError(name)
        if name.startswith(('_mock_', '_spec_')):
            if name[6:] in _SHOWN:
                return getattr(state, name[6:])
            _refuse(f'the attribute {name} of a mock', 'use what is documented: return_value, side_effect, mock_calls and their like')
        methods = state.methods
        if methods is not None:
            if name not in methods or name in _MAGICS:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not state.unsafe and (not methods or name not in methods):
            looks_like = name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt'))
            if looks_like or _VERSION >= (3, 12) and hasattr(NonCallableMock, 'assert_' + name):
                raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.'
                                     if _VERSION >= (3, 10) else name)
        child = state.children.get(name)
        if child is _DELETED:
            raise AttributeError(name)
        if child is None:
            wraps = None if state.wraps is None else getattr(state.wraps, name)
            child = state.children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
        elif isinstance(child, _Unmade):
            try:
                made = create_autospec(child.spec, child.is_strict, False, child.parent, child.name)
            except InvalidSpecError:
                raise InvalidSpecError(f'Cannot autospec attr {name!r} from target {state.name or self!r} as it has already been '
                                       f'mocked out. [target={self!r}, attr={child.spec!r}]')
            child = state.children[name] = made
        return child

    def __setattr__(self, name, value):
        state = self.__dict__.get('_mock_state')
        if state is None or name in _OWN:
            return object.__setattr__(self, name, value)
        methods = state.methods
        if state.is_strict and methods is not None and name not in methods and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _UNSUPPORTED:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        if name in _MAGICS:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if _is_mock(value):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                state.children[name] = value
            else:
                function = value

                def method(self, /, *args, **kwargs):
                    return function(self, *args, **kwargs)
                method.__name__ = name
                setattr(type(self), name, method)
                value = lambda *args, **kwargs: function(self, *args, **kwargs)
        elif name == '__class__':
            state.spec_class = value
            return
        else:
            if _adopt(self, value, name, name):
                state.children[name] = value
            if _VERSION >= (3, 13) and isinstance(value, PropertyMock):
                self.__dict__[name] = value
                return
        if state.sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        state = _of(self)
        if name in _MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        child = state.children.get(name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _DELETED:
            raise AttributeError(name)
        state.children[name] = _DELETED

    def __dir__(self):
        if not FILTER_DIR:
            _refuse('dir() of a mock without FILTER_DIR', 'leave FILTER_DIR set')
        state = _of(self)
        names = {name for name in dir(type(self)) if name[0] != '_'} | set(state.methods or ())
        names |= {name for name in self.__dict__ if name[0] != '_' or _is_magic(name)}
        return sorted(names | {name for name, child in state.children.items() if child is not _DELETED})

    def _extract_mock_name(self):
        state, path = _of(self), []
        while state.new_parent is not None:
            path.append(state.new_name)
            state = _of(state.new_parent)
        return (state.name or 'mock') + ''.join(name if name == '()' else '.' + name for name in reversed(path))

    def __repr__(self):
        state = _of(self)
        name = self._extract_mock_name()
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        if state.spec_class is not None:
            shown += f" spec{'_set' if state.is_strict else ''}={state.spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown} id='{id(self)}'>"

    def _get_child_mock(self, /, **kw):
        state = _of(self)
        if state.sealed:
            raise AttributeError(self._extract_mock_name() + (f".{kw['name']}" if 'name' in kw else '()'))
        new_name, cls = kw.get('_new_name'), type(self)
        if new_name in state.asyncs or issubclass(cls, MagicMock) and new_name in _ASYNC_DEFAULTS:
            return AsyncMock(**kw)
        if issubclass(cls, AsyncMockMixin):
            is_sync = new_name in _SYNC_MAGICS or state.methods and new_name in state.methods
            return (MagicMock if is_sync else AsyncMock)(**kw)
        if not issubclass(cls, CallableMixin):
            return (MagicMock if issubclass(cls, NonCallableMagicMock) else Mock)(**kw)
        return cls.__mro__[1](**kw)

    # ---- What a test asks ----

    def _name_shown(self):
        return _of(self).name or 'mock'

    def _expected_text(self, args, kwargs):
        return _call_text(self._name_shown(), args, kwargs)

    def _key(self, made):
        """What a call is compared by: with a signature, how it binds its arguments, or the error where it cannot."""
        has_name = isinstance(made, tuple) and len(made) > 2
        found = self._signature_at(made[0]) if has_name else _of(self).signature
        if found is None:
            return made
        name, args, kwargs = ('', *made) if len(made) == 2 else made
        try:
            bound = found.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _signature_at(self, path):
        if not path:
            return _of(self).signature
        found, children = None, _of(self).children
        for name in path.replace('()', '').split('.'):
            child = children.get(name)
            if child is None or child is _DELETED or isinstance(child, _Unmade):
                break
            state = _of(_mock_of(child))
            children, found = state.children, state.signature
        return found

    def _calls_text(self):
        return f'\nCalls: {self.mock_calls!r}.' if self.mock_calls else ''

    def assert_not_called(self):
        if self.call_count != 0:
            raise AssertionError(f"Expected '{self._name_shown()}' to not have been called. Called {self.call_count} times.{self._calls_text()}")

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._name_shown()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_shown()}' to have been called once. Called {self.call_count} times.{self._calls_text()}")

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {self._expected_text(args, kwargs)}\n{_ACTUAL}: not called.')
        self._compare_last(self.call_args, args, kwargs, 'call')

    def _compare_last(self, last, args, kwargs, action):
        expected = self._key(_Call((args, kwargs), two=True))
        if self._key(last) != expected:
            # Of an await too, the last call is shown.
            raise AssertionError(f'expected {action} not found.\nExpected: {self._expected_text(args, kwargs)}\n'
                                 f'{_ACTUAL}: {self._expected_text(*self.call_args)}') from _error_in(expected)

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_shown()}' to be called once. Called {self.call_count} times.{self._calls_text()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        if _VERSION >= (3, 13):
            actual = f'\n{_ACTUAL}: {self.mock_calls!r}'
        else:
            actual = f'\n{_ACTUAL}: {self.mock_calls!r}' if self.mock_calls else ''
        left = self._compare_all(calls, self.mock_calls, any_order, 'calls', actual)
        if left:
            missing, found, cause = left
            raise AssertionError(f'{_of(self).name or "mock"!r} does not contain all of {missing!r} in its call list, found {found!r} instead') from cause

    def _compare_all(self, calls, made, any_order, noun, actual):
        """None where all calls were made; where their order does not matter, what was not found, what was, and why."""
        expected = [self._key(each) for each in calls]
        cause = next(filter(None, map(_error_in, expected)), None)
        found = _CallList(self._key(each) for each in made)
        if any_order:
            found, missing = list(found), []
            for each in expected:
                try:
                    found.remove(each)
                except ValueError:
                    missing.append(each)
            return (tuple(missing), found, cause) if missing else None
        if expected not in found:
            problem = f'{noun.capitalize()} not found.'
            if cause is not None:
                problem = f'Error processing expected {noun}.\nErrors: {[_error_in(each) for each in expected]}'
            raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}{actual}') from cause
        return None

    def assert_any_call(self, /, *args, **kwargs):
        self._find_any(self.call_args_list, args, kwargs, 'call')

    def _find_any(self, made, args, kwargs, noun):
        expected = self._key(_Call((args, kwargs), two=True))
        cause = _error_in(expected)
        found = [self._key(each) for each in made]
        # Part by part, the expected ones first, so that ANY among them is asked.
        if cause or not any(all(part == other for part, other in zip(expected, each)) for each in found):
            raise AssertionError(f'{self._expected_text(args, kwargs)} {noun} not found') from cause


# What programs look at of a mock's inside.
_SHOWN = ('name', 'new_name', 'parent', 'new_parent', 'children', 'return_value', 'side_effect', 'wraps', 'methods', 'sealed', 'delegate')


def _error_in(key):
    return key if isinstance(key, Exception) else None


_OWN = frozenset('return_value side_effect method_calls called call_count call_args call_args_list mock_calls await_count await_args await_args_list'.split())


class CallableMixin(Base):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        # What the keywords have said already stays.
        state = _of(self)
        if return_value is not DEFAULT:
            state.return_value = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_check_sig(self, /, *args, **kwargs):
        checked = _of(self).checked
        if checked is not None:
            checked.bind(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        state = _of(self)
        made = _Call((args, kwargs), two=True)
        self.called = True
        self.call_count += 1
        self.call_args = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(('', args, kwargs)))
        # Each ancestor notes it under the path that leads from it to here.
        is_method, method_path, path = state.parent is not None, state.name, state.new_name
        is_call = path == '()'
        above = state.new_parent
        while above is not None:
            state = _of(above)
            if is_method:
                above.method_calls.append(_Call((method_path, args, kwargs)))
                is_method = state.parent is not None
                if is_method:
                    method_path = f'{state.name}.{method_path}'
            above.mock_calls.append(_Call((path, args, kwargs)))
            if state.new_name:
                path = state.new_name + ('' if is_call else '.') + path
                is_call = state.new_name == '()'
            above = state.new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            result = _next_of(effect) if _is_exception(effect) or not _can_be_called(effect) else effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        state = _of(self)
        if _is_configured(state):
            return self.return_value
        return self.return_value if state.wraps is None else state.wraps(*args, **kwargs)


def _next_of(effect):
    """The next of the results that a mock has been given, raised where it is an exception."""
    result = effect if _is_exception(effect) else next(effect)
    if _is_exception(result):
        raise result
    return result


def _is_configured(state):
    by_delegate = _VERSION >= (3, 13) and state.delegate is not None and state.delegate.return_value is not DEFAULT
    return by_delegate or state.return_value is not DEFAULT


class Mock(CallableMixin, NonCallableMock):
    pass


class MagicMixin(Base):
    def __init__(self, /, *args, **kw):
        super().__init__(*args, **kw)
        self._set_magics()

    def _set_magics(self):
        """Leaves the special methods that the object has which it is like."""
        methods = _of(self).methods
        if methods is None:
            return
        cls = type(self)
        for name, proxy in _PROXIES.items():
            if name not in methods:
                if name in cls.__dict__:
                    delattr(self, name)
            elif name not in cls.__dict__:
                setattr(cls, name, proxy)

    if _VERSION >= (3, 13):
        def reset_mock(self, /, *args, return_value=False, **kwargs):
            name = _of(self).name
            super().reset_mock(*args, return_value=return_value and not (name and _is_magic(name)), **kwargs)


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    def mock_add_spec(self, spec, spec_set=False):
        self._follow(spec, spec_set)
        self._set_magics()


class AsyncMagicMixin(MagicMixin):
    pass


class MagicMock(MagicMixin, Mock):
    def mock_add_spec(self, spec, spec_set=False):
        self._follow(spec, spec_set)
        self._set_magics()


class AsyncMockMixin(Base):
    await_count, await_args, await_args_list = _noted('await_count'), _noted('await_args'), _noted('await_args_list')

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # By these, coroutine functions are known.
        self.__dict__.update(_is_coroutine=_is_coroutine, __code__=_like_this.__code__, __name__='AsyncMock', __defaults__=(),
                             __kwdefaults__={}, __annotations__=None)

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not _can_be_called(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration        # the other cannot leave a coroutine
                if _is_exception(result):
                    raise result
            elif iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        state = _of(self)
        if not _is_configured(state) and state.wraps is not None:
            if iscoroutinefunction(state.wraps):
                return await state.wraps(*args, **kwargs)
            return state.wraps(*args, **kwargs)
        return self.return_value

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f'Expected {self._name_shown()} to have been awaited.')

    def _assert_one_await(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name_shown()} to have been awaited once. Awaited {self.await_count} times.')

    def assert_awaited_once(self):
        self._assert_one_await()

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f'Expected await: {self._expected_text(args, kwargs)}\nNot awaited')
        self._compare_last(self.await_args, args, kwargs, 'await')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self._assert_one_await()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        self._find_any(self.await_args_list, args, kwargs, 'await')

    def assert_has_awaits(self, calls, any_order=False):
        left = self._compare_all(calls, self.await_args_list, any_order, 'awaits', f'\nActual: {self.await_args_list}')
        if left:
            raise AssertionError(f'{left[0]!r} not all found in await list') from left[2]

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(f'Expected {self._name_shown()} to not have been awaited. Awaited {self.await_count} times.')

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()


async def _like_this(*args, **kwargs):
    pass


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    pass


class PropertyMock(Mock):
    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    _of(mock).sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if isinstance(child, NonCallableMock) and not isinstance(_of(child).children.get(name), _Unmade) and _of(child).new_parent is mock:
            seal(child)


# ---- Mocks like another object, all the way down ----

class _Unmade:
    """A child that is made when it is asked for."""

    def __init__(self, spec, is_strict, parent, name):
        self.spec, self.is_strict, self.parent, self.name = spec, is_strict, parent, name


def _refuse_typos(given):
    for typo in ('autospect', 'auto_spec', 'set_spec'):
        if typo in given:
            raise RuntimeError(f'{typo!r} might be a typo; use unsafe=True if this is intended')


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    if _is_list(spec):
        spec = type(spec)       # a list would be taken for one of names
    is_type = isinstance(spec, type)
    if _is_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_async = bool(getattr(spec, '__code__', None)) and iscoroutinefunction(spec)
    settings = {'spec_set': spec} if spec_set else {} if spec is None else {'spec': spec}
    if settings and instance:
        settings['_spec_as_instance'] = True
    if not unsafe:
        _refuse_typos(kwargs)
    _name = kwargs.pop('name', _name)
    settings.update(kwargs)
    cls = MagicMock
    if not isinstance(spec, (type, *_FUNCTIONS)) and (hasattr(type(spec), '__set__') or hasattr(type(spec), '__delete__')):
        settings = {}           # of what type it gives, nothing is known
    elif is_async:
        if instance:
            raise RuntimeError('Instance can not be True when create_autospec is mocking an async function')
        cls = AsyncMock
    elif not _can_be_called(spec) or is_type and instance and not _instances_can_be_called(spec):
        cls = NonCallableMagicMock
    if _VERSION >= (3, 14) and is_type and instance and hasattr(spec, '__dataclass_fields__'):
        _refuse('create_autospec() of a dataclass', 'write the mock by hand')
    mock = cls(parent=_parent, _new_parent=_parent, _new_name='' if _parent is None else _name, name=_name, **settings)
    if isinstance(spec, _FUNCTIONS):
        mock = _as_function(mock, spec, is_async)
    else:
        _checked_by(mock, spec, is_type, instance)
    if _parent is not None and not instance:
        _of(_parent).children[_name] = mock
    wrapped = kwargs.pop('wraps', None) if _VERSION >= (3, 13) else None
    if is_type and not instance and 'return_value' not in kwargs:
        with_wraps = {'wraps': wrapped} if _VERSION >= (3, 13) else {}
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock, **with_wraps)
    for entry in dir(spec):
        if _is_magic(entry):
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        children = _of(_mock_of(mock)).children
        if not isinstance(original, _FUNCTIONS):
            children[entry] = _Unmade(original, spec_set, mock, entry)
            continue
        settings = {'spec_set' if spec_set else 'spec': original}
        if wrapped and hasattr(wrapped, entry):
            settings['wraps'] = original
        skips_first = _skips_first(spec, entry, is_type)
        child_cls = AsyncMock if iscoroutinefunction(original) else MagicMock
        parent = _mock_of(mock)
        child = children[entry] = child_cls(parent=parent, name=entry, _new_name=entry, _new_parent=parent, _eat_self=skips_first, **settings)
        if _VERSION >= (3, 12):
            child.return_value = child_cls()
        _checked_by(child, original, skips_first)
        if isinstance(child, _FUNCTIONS):
            setattr(mock, entry, child)
    if _VERSION >= (3, 13) and _is_mock(mock) and kwargs:
        mock.configure_mock(**kwargs)
    return mock


def _skips_first(spec, entry, is_type):
    """Whether the attribute of a class or an object is a function that is given the object."""
    if not isinstance(spec, type):
        if entry in getattr(spec, '__dict__', {}):
            return False
        spec = spec.__class__
    for cls in spec.__mro__:
        if entry in cls.__dict__:
            found = cls.__dict__[entry]
            return is_type and isinstance(found, _FUNCTIONS)
    return is_type


def _as_function(mock, spec, is_async):
    """A function that looks like `spec`, and has a mock called."""
    found = _signature(spec, False, False)
    if found is None:
        return mock
    if is_async and _VERSION >= (3, 13):
        async def stand_in(*args, **kwargs):
            found.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def stand_in(*args, **kwargs):
            found.bind(*args, **kwargs)
            return mock(*args, **kwargs)
    stand_in.__name__ = stand_in.__qualname__ = spec.__name__ if spec.__name__.isidentifier() else 'funcopy'
    stand_in.__signature__ = found
    stand_in.mock = mock
    for name in 'assert_called_with assert_called assert_not_called assert_called_once assert_called_once_with assert_has_calls assert_any_call'.split():
        setattr(stand_in, name, getattr(mock, name))

    def reset_mock():
        stand_in.method_calls, stand_in.mock_calls = _CallList(), _CallList()
        mock.reset_mock()
        value = stand_in.return_value
        if _is_mock(value) and value is not mock:
            value.reset_mock()
    stand_in.reset_mock = reset_mock
    stand_in.called, stand_in.call_count, stand_in.call_args = False, 0, None
    stand_in.call_args_list, stand_in.method_calls, stand_in.mock_calls = _CallList(), _CallList(), _CallList()
    stand_in.return_value, stand_in.side_effect = mock.return_value, mock.side_effect
    _of(mock).delegate = stand_in
    if is_async:
        stand_in._is_coroutine = _is_coroutine
        stand_in.await_count, stand_in.await_args, stand_in.await_args_list = 0, None, _CallList()
        for name in 'assert_awaited assert_awaited_once assert_awaited_with assert_awaited_once_with assert_any_await assert_has_awaits assert_not_awaited'.split():
            setattr(stand_in, name, getattr(mock, name))
    return stand_in


_FUNCTIONS = (_FunctionType, _MethodType)


# ---- Patches ----

def _resolve(path):
    """The object that a dotted name leads to: modules as far as there are any, then attributes."""
    first, *rest = path.split('.')
    found, name = _import_by_name(first), first
    if _VERSION < (3, 11):
        for part in rest:
            name += '.' + part
            try:
                found = getattr(found, part)
            except AttributeError:
                _import_by_name(name)
                found = getattr(found, part)
        return found
    while rest:
        try:
            found = _import_by_name(f'{name}.{rest[0]}')
        except ImportError:
            break
        name += '.' + rest.pop(0)
    for part in rest:
        found = getattr(found, part)
    return found


_PUBLIC_BUILTINS = frozenset(name for name in dir(_builtins) if name[0] != '_')


class _patch:
    attribute_name = None       # for those of patch.multiple: the keyword that the mock is passed by
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            _refuse_typos(kwargs)
        if _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec has already been mocked out. [spec={spec!r}]')
        if _is_mock(spec_set):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec_set target has already been mocked out. [spec_set={spec_set!r}]')
        self.getter, self.attribute, self.new, self.new_callable, self.spec, self.create = getter, attribute, new, new_callable, spec, create
        self.spec_set, self.autospec, self.kwargs = spec_set, autospec, kwargs
        self.additional_patchers, self.is_started = [], False

    def copy(self):
        other = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [each.copy() for each in self.additional_patchers]
        return other

    def __call__(self, func):
        if isinstance(func, type):
            return _decorate_tests(func, lambda test: self.copy()(test))
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func
        if iscoroutinefunction(func):
            @_wraps(func)
            async def patched(*args, **keywargs):
                with _all_entered(patched.patchings, args, keywargs) as (args, keywargs):
                    return await func(*args, **keywargs)
        else:
            @_wraps(func)
            def patched(*args, **keywargs):
                with _all_entered(patched.patchings, args, keywargs) as (args, keywargs):
                    return func(*args, **keywargs)
        patched.patchings = [self]
        return patched

    def _find_original(self):
        """What is there, and whether it is the target's own."""
        target, name = self.target, self.attribute
        try:
            return target.__dict__[name], True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in _PUBLIC_BUILTINS and isinstance(target, _ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        return original, False

    def __enter__(self):
        if _VERSION >= (3, 14) and self.is_started:
            raise RuntimeError('Patch is already started')
        spec, spec_set, autospec = (None if each is False else each for each in (self.spec, self.spec_set, self.autospec))
        self.target = self.getter()
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        original, is_local = self._find_original()
        new = self.new
        if new is DEFAULT and autospec is None:
            new = self._make(original, spec, spec_set)
        elif autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            if autospec is True:
                autospec = original
            if _is_mock(self.target):
                raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. '
                                       f'[target={self.target!r}, attr={autospec!r}]')
            if _is_mock(autospec):
                raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} from target {getattr(self.target, "__name__", self.target)!r} '
                                       f'as it has already been mocked out. [target={self.target!r}, attr={autospec!r}]')
            new = create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute, **self.kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, is_local
        self._exit_stack = _ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            made = {self.attribute_name: new} if self.new is DEFAULT else {}
            for other in self.additional_patchers:
                more = self._exit_stack.enter_context(other)
                if other.new is DEFAULT:
                    made.update(more)
            return made
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def _make(self, original, spec, spec_set):
        """The mock that takes the place of the original."""
        like = spec_set if spec is None else spec
        has_spec, is_strict = like is not None, spec_set is not None
        if like is True:
            like = original
        if has_spec and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        if self.new_callable is not None:
            cls = self.new_callable
        elif has_spec:
            can_be_called = '__call__' in like if _is_list(like) else callable(like)
            cls = AsyncMock if _is_async(like) else MagicMock if can_be_called else NonCallableMagicMock
        else:
            cls = AsyncMock if _is_async(original) else MagicMock
        settings = {'spec_set' if is_strict else 'spec': like} if has_spec else {}
        if isinstance(cls, type) and issubclass(cls, NonCallableMock) and self.attribute:
            settings['name'] = self.attribute
        settings.update(self.kwargs)
        new = cls(**settings)
        if has_spec and isinstance(original, type) and _is_mock(new):
            # An instance of the class is what a call gives.
            if not _is_list(like) and not _instances_can_be_called(like):
                cls = NonCallableMagicMock
            settings.pop('name')
            new.return_value = cls(_new_parent=new, _new_name='()', **settings)
        return new

    def __exit__(self, *exc_info):
        if _VERSION >= (3, 14) and not self.is_started:
            return None
        target, name = self.target, self.attribute
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(target, name, self.temp_original)
        else:
            delattr(target, name)
            is_special = name in ('__doc__', '__module__', '__defaults__', '__annotations__', '__kwdefaults__')
            if not self.create and (not hasattr(target, name) or is_special):
                setattr(target, name, self.temp_original)
        self.is_started = False
        stack = self._exit_stack
        del self.temp_original, self.is_local, self.target, self._exit_stack
        return stack.__exit__(*exc_info)

    def start(self):
        made = self.__enter__()
        self._active_patches.append(self)
        return made

    def stop(self):
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None     # it was not started
        return self.__exit__(None, None, None)


@_contextmanager
def _all_entered(patchings, args, keywargs):
    """The arguments of a patched function, with the mocks that were made for it."""
    with _ExitStack() as stack:
        made = []
        for patching in patchings:
            new = stack.enter_context(patching)
            if patching.attribute_name is not None:
                keywargs.update(new)
            elif patching.new is DEFAULT:
                made.append(new)
        yield (*args, *made), keywargs


def _decorate_tests(cls, decorate):
    for name in dir(cls):
        if name.startswith(patch.TEST_PREFIX):
            value = getattr(cls, name)
            if hasattr(value, '__call__'):
                setattr(cls, name, decorate(value))
    return cls


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    try:
        path, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _patch(_partial(_resolve, path), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = _partial(_resolve, target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            return _decorate_tests(f, lambda test: _patch_dict(self.in_dict, self.values, self.clear)(test))
        if iscoroutinefunction(f):
            @_wraps(f)
            async def patched(*args, **kw):
                self._patch_dict()
                try:
                    return await f(*args, **kw)
                finally:
                    self._unpatch_dict()
        else:
            @_wraps(f)
            def patched(*args, **kw):
                self._patch_dict()
                try:
                    return f(*args, **kw)
                finally:
                    self._unpatch_dict()
        return patched

    def __enter__(self):
        self._patch_dict()
        return self.in_dict

    def _patch_dict(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        there = self.in_dict
        self._original = there.copy() if hasattr(there, 'copy') else {key: there[key] for key in there}
        if self.clear:
            _clear(there)
        _update(there, self.values)

    def _unpatch_dict(self):
        _clear(self.in_dict)
        _update(self.in_dict, self._original)

    def __exit__(self, *args):
        if self._original is not None:
            self._unpatch_dict()
        return False

    def start(self):
        made = self.__enter__()
        _patch._active_patches.append(self)
        return made

    def stop(self):
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _clear(mapping):
    if hasattr(mapping, 'clear'):
        mapping.clear()
    else:
        for key in list(mapping):
            del mapping[key]


def _update(mapping, values):
    if hasattr(mapping, 'update'):
        mapping.update(values)
    else:
        for key in values:
            mapping[key] = values[key]


def _stopall():
    for each in reversed(_patch._active_patches):
        each.stop()


patch.object, patch.dict, patch.multiple, patch.stopall = _patch_object, _patch_dict, _patch_multiple, _stopall
patch.TEST_PREFIX = 'test'


# ---- Files ----

_FILE_NAMES = [*_dunders(
    'class del delattr dict dir doc enter eq exit format ge getattribute getstate gt hash init init_subclass iter le lt module ne '
    'new next reduce reduce_ex repr setattr setstate sizeof str subclasshook'), *(
    '_CHUNK_SIZE _checkClosed _checkReadable _checkSeekable _checkWritable _finalizing buffer close closed detach encoding errors '
    'fileno flush getbuffer getvalue isatty line_buffering mode name newlines read read1 readable readinto readinto1 readline readlines '
    'reconfigure seek seekable tell truncate writable write write_through writelines').split()]
_OPEN_NAMES = [*_dunders(
    'call class delattr dir doc eq format ge getattribute getstate gt hash init init_subclass le lt module name ne new qualname '
    'reduce reduce_ex repr self setattr sizeof str subclasshook text_signature')]


def mock_open(mock=None, read_data=''):
    from io import BytesIO, StringIO

    def stream():
        return (BytesIO if isinstance(read_data, bytes) else StringIO)(read_data)

    def lines():
        if handle.readline.return_value is not None:
            while True:
                yield handle.readline.return_value
        yield from data

    def read_lines(*args, **kwargs):
        yield from lines()
        while True:
            yield data.readline(*args, **kwargs)

    def read(*args, **kwargs):
        wanted = handle.read.return_value
        return data.read(*args, **kwargs) if wanted is None else wanted

    def read_all_lines(*args, **kwargs):
        wanted = handle.readlines.return_value
        return data.readlines(*args, **kwargs) if wanted is None else wanted

    def next_line():
        wanted = handle.readline.return_value
        return next(data) if wanted is None else wanted

    def leave(*exc_info):
        handle.close()

    def reopen(*args, **kwargs):
        nonlocal data, reader
        data = stream()
        # Not where the program has put something else there.
        if handle.readline.side_effect == reader:
            reader = handle.readline.side_effect = read_lines()
        return DEFAULT

    if mock is None:
        mock = MagicMock(name='open', spec=_OPEN_NAMES if _VERSION >= (3, 11) else open)
    handle = MagicMock(spec=_FILE_NAMES)
    handle.__enter__.return_value = handle
    handle.write.return_value = handle.read.return_value = handle.readline.return_value = handle.readlines.return_value = None
    data, reader = stream(), read_lines()
    handle.read.side_effect, handle.readline.side_effect, handle.readlines.side_effect = read, reader, read_all_lines
    handle.__iter__.side_effect, handle.__next__.side_effect = lines, next_line
    if _VERSION >= (3, 13):
        handle.__exit__.side_effect = leave
    mock.side_effect = reopen
    mock.return_value = handle
    return mock
