"""Mocks note who calls them and with what, and say exactly what was expected instead: Mock, MagicMock, call, ANY, sentinel, side effects, specs."""
import asyncio
from unittest.mock import ANY, DEFAULT, MagicMock, Mock, NonCallableMock, PropertyMock, call, create_autospec, mock_open, patch, seal, sentinel


def said(function, *args, **kwargs):
    try:
        print('=', function(*args, **kwargs))
    except (AssertionError, AttributeError, TypeError, ValueError, StopIteration, KeyError) as error:
        print(type(error).__name__ + ':', error)


def without_id(mock):
    return repr(mock).split(' id=')[0]


print('calls')
service = Mock(name='service')
service.fetch(1, key='a').decode('utf-8')
service.close()
print(service.mock_calls, service.method_calls, service.fetch.call_args, service.fetch.call_args.args, service.fetch.call_args.kwargs)
print(service.fetch.call_args_list == [call(1, key='a')], service.fetch.called, service.close.call_count)
print(without_id(service), without_id(service.fetch), without_id(service.fetch().decode), without_id(Mock().a.b()), without_id(MagicMock()()))
print(call.a.b(1).c(x=2).call_list(), call(1, 2) == ((1, 2),), call.x, call.count(3), call(ANY, 3) == call(7, 3), ANY)
said(service.fetch.assert_called_with, 2)
said(service.fetch.assert_called_once_with, 1, key='a')
said(service.close.assert_not_called)
said(service.open.assert_called)
said(service.open.assert_called_once)
said(service.open.assert_called_with, 1, b=2)
said(service.close.assert_any_call, 5)
said(service.assert_has_calls, [call.close(), call.fetch(1)])
said(service.assert_has_calls, [call.close(), call.nothing()], any_order=True)
said(getattr, service, 'assert_called_onc')
said(service.fetch.assert_called_with, ANY, key=ANY)

print('results')
stub = Mock(return_value=sentinel.result, side_effect=[1, KeyError('k'), DEFAULT])
for _ in range(4):
    said(stub)
stub.side_effect = lambda *args: sum(args)
said(stub, 1, 2)
stub.reset_mock(return_value=True, side_effect=True)
print(stub.called, stub.mock_calls, without_id(stub()))
print(Mock(wraps=len)('abc'), Mock(**{'a.b.return_value': 3, 'c': 4}).a.b())

print('magic')
magic = MagicMock()
print(len(magic), 1 in magic, list(magic), int(magic), float(magic), bool(magic), complex(magic))
magic.__len__.return_value = 5
magic.__getitem__.side_effect = {'a': 1}.__getitem__
magic.__str__ = lambda self: 'shown'
magic.__iter__.return_value = [1, 2]
print(len(magic), magic['a'], str(magic), list(magic), magic.__len__.call_count)
with magic as inner:
    print(inner is magic.__enter__.return_value)
print(magic.mock_calls)
said(len, Mock())
print(magic == magic, magic == 1, [NotImplemented, {1: NotImplemented}[1]])
said(lambda: magic < 1)


class Database:
    limit = 3

    def query(self, text, *, page=1):
        pass

    async def fetch(self, key):
        pass


print('specs')
strict = Mock(spec=Database)
print(isinstance(strict, Database), without_id(strict), without_id(Mock(spec_set=Database)), asyncio.iscoroutinefunction(strict.fetch))
said(getattr, strict, 'missing')
said(setattr, Mock(spec_set=Database), 'missing', 1)
said(getattr, Mock(spec=['a']), 'b')
like = create_autospec(Database)
database = like()
database.query('x', page=2)
said(database.query)
said(database.query.assert_called_with, 'x')
said(database.query.assert_called_once_with, text='x', page=2)


def add(a, b=2):
    return a + b


twin = create_autospec(add, return_value=9)
print(twin(1), twin.__name__, twin.called, twin.call_args)
said(twin)
said(twin.assert_called_once_with, 2)

print('patches')
with patch.object(Database, 'limit', 7), patch.object(Database, 'query') as query:
    query.return_value = 'patched'
    print(Database.limit, Database().query('y'), query.mock_calls, type(query).__name__)
print(Database.limit, Database().query('y'))
with patch('__main__.add', return_value=5) as other:
    print(add(1), other.call_args)
table = {'a': 1}
with patch.dict(table, {'b': 2}, clear=True):
    print(table)
print(table)


@patch.object(Database, 'limit', new_callable=PropertyMock, return_value=11)
@patch('__main__.add')
def patched(first, second, given):
    print(without_id(given), without_id(first), Database().limit, second.mock_calls)


patched('given')
with patch.multiple(Database, limit=1, query=DEFAULT) as made:
    print(Database.limit, list(made))
patcher = patch('builtins.ascii', return_value=99)
patcher.start()
print(ascii('x'))
patcher.stop()
print(ascii('x'))
said(patch.object(Database, 'nothing').start)
said(patch('time.nothing').start)
said(patch, 'nothing')
said(patch('__main__.add', autospec=True, new=1).start)
opened = mock_open(read_data='one\ntwo\n')
with patch('builtins.open', opened):
    with open('file') as file:
        print(file.readline(), file.read(), list(file))
print(opened.mock_calls[0])

sealed = Mock(known=1)
seal(sealed)
said(getattr, sealed, 'unknown')
parent = Mock()
parent.attach_mock(Mock(), 'child')
parent.child(1)
print(parent.mock_calls, NonCallableMock().x.y is not None)
del parent.child
said(getattr, parent, 'child')
