"""A service is tried without its shop: what the shop answers, how often it was asked, and what the clock was told to wait
are all a mock's word. Then what was expected and did not happen is said in CPython's words."""
import asyncio
import inspect
from unittest.mock import (ANY, DEFAULT, AsyncMock, MagicMock, Mock, NonCallableMock, PropertyMock, call, patch, seal,
                           sentinel)


class Shop:
    name = 'corner'

    async def price(self, item):
        await asyncio.sleep(5)
        raise ConnectionError(item)

    def close(self):
        return 'closed'

    @property
    def open(self):
        return False


async def ask(shop, item, tries=3):
    for attempt in range(tries):
        try:
            return await shop.price(item)
        except ConnectionError as error:
            await asyncio.sleep(2 ** attempt)
    raise TimeoutError(item)


def told(check, *args, **options):
    try:
        print('fine', check(*args, **options))
    except (AssertionError, AttributeError, TypeError, KeyError, StopIteration) as error:
        print(type(error).__name__, '|', str(error))


async def with_coroutines():
    shop = AsyncMock(spec=Shop)
    print(isinstance(shop, Shop), type(shop.price).__name__, type(shop.close).__name__,
          inspect.iscoroutinefunction(shop.price), inspect.iscoroutinefunction(shop.close))
    shop.price.side_effect = [ConnectionError, ConnectionError('again'), 7]
    print(await ask(shop, 'tea'), shop.price.await_count, shop.price.await_args_list, shop.mock_calls)
    told(shop.price.assert_awaited_once)
    told(shop.price.assert_awaited_with, 'milk')
    told(shop.price.assert_any_await, 'milk')
    told(shop.price.assert_has_awaits, [call('milk')])
    told(shop.price.assert_not_awaited)
    told(AsyncMock(name='never').assert_awaited)
    told(lambda: shop.sell)
    with patch('asyncio.sleep', new_callable=AsyncMock) as sleep:
        shop.price.side_effect = ConnectionError
        try:
            await ask(shop, 'bread')
        except TimeoutError as error:
            print(repr(error), sleep.await_args_list == [call(1), call(2), call(4)])
    stream = MagicMock()
    stream.__aiter__.return_value = 'abc'
    async with stream as entered:
        print([letter async for letter in stream], type(entered).__name__)
    stream.__aexit__.assert_awaited_once_with(None, None, None)
    print(await asyncio.gather(*(AsyncMock(return_value=n)() for n in range(3))))
    with patch.object(Shop, 'price', return_value=3) as price:
        print(type(price).__name__, await ask(Shop(), 'jam'), price.await_args)


@patch.object(Shop, 'close')
@patch.object(Shop, 'name', 'market')
def decorated(close, extra=None):
    close.return_value = sentinel.done
    return Shop.name, Shop().close(), close.call_count


def with_functions():
    mock = Mock(return_value=3)
    print(mock(1, a=2), mock.called, mock.call_args, mock.call_args.args, mock.call_args.kwargs)
    told(mock.assert_called_once_with, 1)
    mock(5)
    told(mock.assert_called_once)
    told(mock.assert_not_called)
    told(mock.assert_any_call, 9)
    told(mock.assert_has_calls, [call(1, a=2), call(5)])
    told(mock.assert_has_calls, [call(5), call(1, a=2)])
    told(mock.assert_has_calls, [call(5), call(7)], any_order=True)
    told(mock.assert_called_with, ANY)
    chain = MagicMock(name='api')
    chain.users.get(5).name.upper()
    print(chain.mock_calls, chain.method_calls, call.a(1).b.call_list())
    print(len(chain), bool(chain), int(chain), list(chain), 3 in chain, chain == chain, chain == 1)
    told(lambda: chain < 3)
    chain.__getitem__.side_effect = lambda key: key * 2
    chain.__len__.return_value = 4
    print(chain['x'], len(chain))
    answers = Mock(side_effect=[1, KeyError('gone'), DEFAULT], return_value='usual')
    for _ in range(4):
        told(answers)
    told(lambda: Mock().assert_foo)
    closed = Mock()
    closed.a.b.return_value.c = 4
    closed.configure_mock(**{'m.return_value': 5})
    seal(closed)
    print(closed.a.b().c, closed.m())
    told(lambda: closed.unknown)
    told(lambda: NonCallableMock()())
    settings = {'mode': 'fast'}
    with patch.dict(settings, {'mode': 'slow'}, clear=True, more=1):
        print(settings)
    with patch.object(Shop, 'open', new_callable=PropertyMock, return_value=True) as is_open:
        print(Shop().open, is_open.mock_calls)
    print(settings, Shop().open, decorated(), Shop.name, Shop().close())
    told(patch, "nothing")
    told(patch.object(Shop, 'gone').start)


asyncio.run(with_coroutines())
with_functions()
