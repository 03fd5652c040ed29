"""AsyncMock stands in for a coroutine function: it notes calls and awaits apart, in the order in which the loop runs them."""
import asyncio
import inspect
import unittest
from unittest.mock import AsyncMock, MagicMock, Mock, call, create_autospec, patch


async def work(delay, name='w'):
    await asyncio.sleep(delay)
    return name


class Client:
    async def get(self, path):
        return path

    def close(self):
        pass


def said(function, *args, **kwargs):
    try:
        print('=', function(*args, **kwargs))
    except AssertionError as error:
        print(error)


async def awaited(mock, *args):
    try:
        print('=', await mock(*args))
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    mock = AsyncMock(return_value=3)
    print(asyncio.iscoroutinefunction(mock), inspect.iscoroutinefunction(mock), inspect.iscoroutinefunction(Mock()), inspect.isawaitable(mock))
    coroutine = mock(1)
    print(mock.call_count, mock.await_count, asyncio.iscoroutine(coroutine))
    said(mock.assert_awaited)
    print(await coroutine, mock.await_count, mock.await_args, mock.await_args_list)
    said(mock.assert_awaited_once_with, 2)
    said(mock.assert_awaited_with, 1)
    said(mock.assert_not_awaited)
    await mock(2, key=4)
    said(mock.assert_awaited_once)
    said(mock.assert_any_await, 3)
    said(mock.assert_has_awaits, [call(1), call(2, key=4)])
    said(mock.assert_has_awaits, [call(2), call(1)])
    said(mock.assert_has_awaits, [call(9)], any_order=True)
    mock.side_effect = [1, ValueError('no')]
    for _ in range(3):
        await awaited(mock)

    async def slow(value):
        await asyncio.sleep(value)
        return value * 2
    mock.side_effect = slow
    print(await asyncio.gather(mock(2), mock(1)), round(asyncio.get_running_loop().time(), 1))
    mock.reset_mock()
    print(mock.await_count, mock.mock_calls)

    client = AsyncMock(spec=Client)
    client.get.return_value = 'page'
    print(await client.get('/'), type(client.close).__name__, client.mock_calls, isinstance(client, Client))
    like = create_autospec(Client, instance=True)
    like.get.return_value = 5
    print(await like.get('/'), like.get.await_count)
    await awaited(like.get)

    magic = MagicMock()
    async with magic as entered:
        print(entered is magic.__aenter__.return_value)
    magic.__aiter__.return_value = [1, 2]
    print([item async for item in magic], magic.mock_calls)

    with patch('__main__.work') as patched:
        patched.return_value = 'quick'
        print(type(patched).__name__, await work(60), patched.await_args)
    with patch('asyncio.sleep', new_callable=AsyncMock) as sleep:
        print(await work(60, 'no wait'), sleep.mock_calls, round(asyncio.get_running_loop().time(), 1))
    with patch.object(Client, 'get', autospec=True) as get:
        get.side_effect = [7]
        print(await Client().get('/x'), get.await_count)


class Tests(unittest.IsolatedAsyncioTestCase):
    @patch('__main__.work', new_callable=AsyncMock)
    async def test_work(self, work_mock):
        work_mock.return_value = 1
        self.assertEqual(await work(5), 1)
        work_mock.assert_awaited_once_with(5)


@patch('__main__.work')
async def decorated(patched):
    patched.side_effect = TimeoutError('late')
    try:
        await work(1)
    except TimeoutError as error:
        print('raised', error)


asyncio.run(main())
asyncio.run(decorated())
result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Tests).run(result)
print(result.testsRun, result.failures, result.errors)
