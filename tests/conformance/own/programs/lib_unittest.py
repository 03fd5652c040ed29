"""unittest: cases, fixtures, sub-tests, what the runner writes, and cases whose methods are coroutines, on a loop of their own."""
import asyncio
import contextvars
import unittest
from unittest import IsolatedAsyncioTestCase

var = contextvars.ContextVar('var', default='unset')


class Account:
    def __init__(self):
        self.balance = 0

    async def deposit(self, amount):
        if amount <= 0:
            raise ValueError('amount must be positive')
        await asyncio.sleep(0.5)
        self.balance += amount


class AccountTest(IsolatedAsyncioTestCase):
    def setUp(self):
        print('setUp')
        var.set('from setUp')

    async def asyncSetUp(self):
        print('asyncSetUp', var.get())
        self.account = Account()
        self.addAsyncCleanup(self.clean, 1)
        self.addCleanup(print, 'plain cleanup')

    async def clean(self, n):
        await asyncio.sleep(0.1)
        print('clean', n)

    async def asyncTearDown(self):
        print('asyncTearDown', self.account.balance)

    def tearDown(self):
        print('tearDown')

    async def test_deposit(self):
        """A deposit adds up.

        More.
        """
        await asyncio.gather(*(self.account.deposit(n) for n in (1, 2, 3)))
        self.assertEqual(self.account.balance, 6)
        self.assertIsNone(asyncio.current_task().get_coro().cr_await) if False else None

    async def test_error(self):
        with self.assertRaises(ValueError) as caught:
            await self.account.deposit(-1)
        self.assertIn('positive', str(caught.exception))
        with self.assertRaisesRegex(ValueError, 'must be'):
            await self.account.deposit(0)

    async def test_timeout(self):
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(self.account.deposit(5), 0.1)

    def test_sync(self):
        self.assertTrue(self.account)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)

    async def test_left_task(self):
        async def forever():
            try:
                await asyncio.sleep(100)
            finally:
                print('cancelled at end')
        asyncio.create_task(forever())
        await asyncio.sleep(0)

    @unittest.skip('not yet')
    async def test_skipped(self):
        print('never')

    async def test_skips_itself(self):
        self.skipTest('in between')

    @unittest.expectedFailure
    async def test_expected(self):
        self.assertEqual(1, 2)


class Plain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('setUpClass')

    @classmethod
    def tearDownClass(cls):
        print('tearDownClass')

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertLess(i, 3)

    def test_call(self):
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertGreaterEqual(2, 2)
        self.assertIsInstance(3, int)
        self.assertDictEqual({'a': 1}, {'a': 1})
        with self.assertLogs('x', 'INFO') as logs:
            import logging
            logging.getLogger('x').info('hello')
        self.assertEqual(logs.output, ['INFO:x:hello'])
        import warnings
        with self.assertWarns(DeprecationWarning) as w:
            warnings.warn('old', DeprecationWarning)
        self.assertEqual(str(w.warning), 'old')


def setUpModule():
    print('setUpModule')


def tearDownModule():
    print('tearDownModule')


if __name__ == '__main__':
    unittest.main(argv=['tests'], exit=False, verbosity=2)
    program = unittest.main(argv=['tests', 'Plain.test_call'], exit=False)
    print(program.result)
    suite = unittest.TestLoader().loadTestsFromTestCase(Plain)
    result = unittest.TestResult()
    suite.run(result)
    print(suite.countTestCases(), result.wasSuccessful(), result.testsRun)
    unittest.main(argv=['tests'])
