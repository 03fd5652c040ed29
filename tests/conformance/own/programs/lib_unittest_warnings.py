"""The runner of unittest shows warnings: of names that assertions had before 3.12, and of get_event_loop() since then."""
import asyncio
import unittest
import warnings


class Warned(unittest.TestCase):
    def test_former_name(self):
        equal = getattr(self, 'assertEquals', None)
        for _ in range(2):
            if equal:
                equal(1, 1)
                self.failUnless(True)

    def test_loop(self):
        try:
            loop = asyncio.get_event_loop()
        except RuntimeError as error:
            print(error)
            return
        loop.run_until_complete(asyncio.sleep(1))
        loop.close()
        asyncio.set_event_loop(None)

    def test_old(self):
        for _ in range(2):
            warnings.warn('old', DeprecationWarning)


unittest.main(argv=['tests'], exit=False)
