"""Tests as classes: cases, suites, the runner that writes to stderr, and cases whose methods are coroutines."""
import sys
import time
import traceback as _traceback
from contextlib import contextmanager as _contextmanager, ExitStack as _ExitStack
from _sluice import refuse as _refuse

_VERSION = sys.version_info[:2]
_MOST_SHOWN = 80
_NO_MESSAGE = object()


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    pass


def skip(reason):
    def mark(test):
        test.__unittest_skip__, test.__unittest_skip_why__ = True, reason
        return test
    if callable(reason):
        test, reason = reason, ''
        return mark(test)
    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else lambda test: test


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


def _shown(value, short=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if not short or len(text) < _MOST_SHOWN else text[:_MOST_SHOWN] + ' [truncated]...'


def _shown_pair(first, second):
    """Both as text. What they begin with is shortened first, where one is long."""
    from os.path import commonprefix
    texts = _shown(first), _shown(second)
    longest = max(map(len, texts))
    if longest <= _MOST_SHOWN:
        return texts
    common = len(commonprefix(texts))
    rest = _MOST_SHOWN - (longest - common + 17)
    if rest > 5:
        start = _shortened(texts[0][:common], 5, rest)
        return [start + text[common:] for text in texts]
    start = _shortened(texts[0][:common], 5, 5)
    return [start + _shortened(text[common:], _MOST_SHOWN - 39, 5) for text in texts]


def _shortened(text, before, after):
    skip = len(text) - before - after
    return text if skip <= 12 else f'{text[:before]}[{skip} chars]{text[len(text) - after:]}'


def _lines_of(value):
    from pprint import pformat
    return pformat(value).splitlines()


def _count(items):
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return counts


def _name_of(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def _enter(context, enter, leave, kind, add):
    """What enterContext() and its like do, for managers that are entered without `await`."""
    cls = type(context)
    if not hasattr(cls, enter) or not hasattr(cls, leave):
        raise TypeError(f"'{_name_of(cls)}' object does not support the {kind} protocol")
    return getattr(cls, enter)(context), lambda: add(getattr(cls, leave), context, None, None, None)


class _Raises:
    """assertRaises() and assertRaisesRegex(): a context manager, or a call."""

    def __init__(self, case, expected, pattern=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, None
        self.exception = None

    def handle(self, name, args, kwargs):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self.base) for kind in kinds):
            raise TypeError(f'{name}() arg 1 must be {self.base_text}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            return self
        function, *args = args
        self.called = getattr(function, '__name__', str(function))
        with self:
            function(*args, **kwargs)

    base = BaseException
    base_text = 'an exception type or tuple of exception types'
    called = None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def expected_text(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def matches(self, text):
        import re
        pattern = re.compile(self.pattern) if isinstance(self.pattern, (str, bytes)) else self.pattern
        if not pattern.search(text):
            self.fail(f'"{pattern.pattern}" does not match "{text}"')

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.fail(f'{self.expected_text()} not raised' + (f' by {self.called}' if self.called else ''))
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None:
            self.matches(str(error))
        return True


class _Warns(_Raises):
    base = Warning
    base_text = 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings
        self._recorder = warnings.catch_warnings(record=True)
        self.warnings = self._recorder.__enter__()
        warnings.simplefilter('always')
        return self

    def __exit__(self, kind, error, trace):
        self._recorder.__exit__(kind, error, trace)
        if kind is not None:
            return
        fitting = [one for one in self.warnings if isinstance(one.message, self.expected)]
        for one in fitting:
            if self.pattern is None or __import__('re').search(self.pattern, str(one.message)):
                self.warning, self.filename, self.lineno = one.message, one.filename, one.lineno
                return
        if fitting:
            self.matches(str(fitting[0].message))
        self.fail(f'{self.expected_text()} not triggered' + (f' by {self.called}' if self.called else ''))


class _Logs:
    def __init__(self, case, logger, level, are_expected):
        import logging
        self.case, self.are_expected = case, are_expected
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.name = getattr(logger, 'name', logger)
        self.level = logging._check_level(level) if level else logging.INFO
        self.level_name = logging.getLevelName(self.level)

    def __enter__(self):
        import logging
        self.records, self.output = records, output = [], []

        class Collector(logging.Handler):
            def emit(self, record):
                records.append(record)
                output.append(self.format(record))
        handler = Collector()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
        logger = self.logger
        self._before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return self if self.are_expected else None

    def __exit__(self, kind, error, trace):
        self.logger.handlers, level, self.logger.propagate = self._before
        self.logger.setLevel(level)
        if kind is not None:
            return False
        text = f'logs of level {self.level_name} or higher triggered on {self.logger.name}'
        if self.are_expected and not self.records:
            self.case.fail('no ' + text)
        if not self.are_expected and self.records:
            self.case.fail(f'Unexpected logs found: {self.output!r}')


class _Outcome:
    """What the parts of a test came to. Before 3.11 the result learns of it after the cleanups only."""

    def __init__(self, result):
        self.result, self.success, self.expecting_failure, self.expected_failure = result, True, False, None
        self._late = []

    def _tell(self, method, *args):
        if _VERSION >= (3, 11):
            method(*args)
        else:
            self._late.append((method is not self.result.addSkip, method, args))

    def tell_late(self):
        for _, method, args in sorted(self._late, key=lambda one: one[0]):
            method(*args)

    @_contextmanager
    def part(self, case, is_subtest=False):
        was_successful, self.success = self.success, True
        try:
            yield
            if is_subtest and self.success:
                self._tell(self.result.addSubTest, case.test_case, case, None)
        except KeyboardInterrupt:
            raise
        except SkipTest as why:
            self.success = False
            self._tell(self.result.addSkip, case, str(why))
        except _ShouldStop:
            pass
        except:
            info = sys.exc_info()
            if self.expecting_failure:
                self.expected_failure = info
            else:
                self.success = False
                if is_subtest:
                    self._tell(self.result.addSubTest, case.test_case, case, info)
                elif issubclass(info[0], case.failureException):
                    self._tell(self.result.addFailure, case, info)
                else:
                    self._tell(self.result.addError, case, info)
        finally:
            self.success = self.success and was_successful


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _diffThreshold = 2 ** 16    # longer texts are not compared line by line
    _outcome = _subtest = None
    _class_cleanups = ()

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None and methodName != 'runTest':
            raise ValueError(f'no such test method in {type(self)}: {methodName}')
        self._testMethodDoc = getattr(method, '__doc__', None)
        self._cleanups = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups = [*cls._class_cleanups, (function, args, kwargs)]

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            *cls._class_cleanups, (function, args, kwargs) = cls._class_cleanups
            function(*args, **kwargs)

    if _VERSION >= (3, 11):
        def enterContext(self, cm):
            result, add = _enter(cm, '__enter__', '__exit__', 'context manager', self.addCleanup)
            add()
            return result

    def doCleanups(self):
        outcome = self._outcome or _Outcome(TestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._call_cleanup(function, *args, **kwargs)
        return outcome.success

    def _call_set_up(self):
        self.setUp()

    def _call_test(self, method):
        self._returned(method())

    @staticmethod
    def _returned(result):
        """What a method returns gives a warning that names lines of unittest itself."""
        if result is not None and (_VERSION >= (3, 11) or hasattr(result, '__await__')):
            _refuse('a test method that returns a value', 'a coroutine is run by an IsolatedAsyncioTestCase only')

    def _call_tear_down(self):
        self.tearDown()

    def _call_cleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def id(self):
        return f'{_name_of(type(self))}.{self._testMethodName}'

    def shortDescription(self):
        return self._testMethodDoc.strip().split('\n')[0].strip() if self._testMethodDoc else None

    def __str__(self):
        """Since 3.11 with the method's name once more."""
        name = _name_of(type(self)) + (f'.{self._testMethodName}' if _VERSION >= (3, 11) else '')
        return f'{self._testMethodName} ({name})'

    def __repr__(self):
        return f'<{_name_of(type(self))} testMethod={self._testMethodName}>'

    @_contextmanager
    def subTest(self, msg=_NO_MESSAGE, **params):
        outer = self._subtest
        self._subtest = _SubTest(self, msg, {**params, **(outer.params if outer else {})})
        try:
            with self._outcome.part(self._subtest, True):
                yield
            if self._outcome.expected_failure or not self._outcome.success and self._outcome.result.failfast:
                raise _ShouldStop
        finally:
            self._subtest = outer

    def __call__(self, result=None):
        return self.run(result)

    def run(self, result=None):
        result = self.defaultTestResult() if result is None else result
        method = getattr(self, self._testMethodName)
        marked = next((one for one in (type(self), method) if getattr(one, '__unittest_skip__', False)), None)
        # 3.12.0 and 3.12.1 do not count tests that are skipped so.
        if marked is None or _VERSION != (3, 12):
            result.startTest(self)
        try:
            if marked is not None:
                result.addSkip(self, getattr(type(self), '__unittest_skip_why__', '') or method.__unittest_skip_why__)
                return result
            expects = any(getattr(one, '__unittest_expecting_failure__', False) for one in (self, method))
            outcome = self._outcome = _Outcome(result)
            with outcome.part(self):
                self._call_set_up()
            if outcome.success:
                outcome.expecting_failure = expects
                with outcome.part(self):
                    self._call_test(method)
                outcome.expecting_failure = False
                with outcome.part(self):
                    self._call_tear_down()
            self.doCleanups()
            outcome.tell_late()
            if outcome.success:
                if not expects:
                    result.addSuccess(self)
                elif outcome.expected_failure:
                    result.addExpectedFailure(self, outcome.expected_failure)
                else:
                    result.addUnexpectedSuccess(self)
            return result
        finally:
            self._outcome = None
            result.stopTest(self)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, text):
        if not self.longMessage:
            return msg or text
        return text if msg is None else f'{text} : {msg}'

    def _check(self, is_right, msg, text):
        if not is_right:
            raise self.failureException(self._formatMessage(msg, text()))

    def assertEqual(self, first, second, msg=None):
        compare = {list: self.assertListEqual, tuple: self.assertTupleEqual, dict: self.assertDictEqual,
                   set: self.assertSetEqual, frozenset: self.assertSetEqual, str: self.assertMultiLineEqual}
        if type(first) is type(second) and type(first) in compare:
            compare[type(first)](first, second, msg=msg)
        else:
            self._baseAssertEqual(first, second, msg)

    def _baseAssertEqual(self, first, second, msg=None):
        self._check(first == second, msg, lambda: '{} != {}'.format(*_shown_pair(first, second)))

    def _fail_with_difference(self, msg, text, first, second, end=''):
        from _difference import ndiff
        difference = '\n' + ('' if end else '\n').join(ndiff(first, second))
        if self.maxDiff is not None and len(difference) > self.maxDiff:
            difference = f'\nDiff is {len(difference)} characters long. Set self.maxDiff to None to see it.'
        self.fail(self._formatMessage(msg, text + difference))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        lines, others = first, second
        if _VERSION >= (3, 12):
            # A line end that one of them lacks shall be seen; an empty text needs none.
            if first and second:
                if first[-1] != '\n' or second[-1] != '\n':
                    lines, others = first + '\n', second + '\n'
            elif not (first or second).endswith('\n'):
                lines, others = first and first + '\n', second and second + '\n'
        lines, others = lines.splitlines(keepends=True), others.splitlines(keepends=True)
        if _VERSION < (3, 12) and len(lines) == 1 and first.strip('\r\n') == first:
            lines, others = [first + '\n'], [second + '\n']
        self._fail_with_difference(msg, '{} != {}'.format(*_shown_pair(first, second)), lines, others, '\n')

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        kind = 'sequence' if seq_type is None else seq_type.__name__
        for which, one in ('First', first), ('Second', second):
            if seq_type is not None and not isinstance(one, seq_type):
                raise self.failureException(f'{which} sequence is not a {kind}: {_shown(one)}')
        if first == second:
            return
        size, other_size = len(first), len(second)
        text = '{}s differ: {} != {}\n'.format(kind.capitalize(), *_shown_pair(first, second))
        for place in range(min(size, other_size)):
            if first[place] != second[place]:
                text += '\nFirst differing element {}:\n{}\n{}\n'.format(place, *_shown_pair(first[place], second[place]))
                break
        else:
            if size == other_size and seq_type is None and type(first) != type(second):
                return      # the same items in another kind of sequence
        if size != other_size:
            which, longer = ('First', first) if size > other_size else ('Second', second)
            common = min(size, other_size)
            text += f'\n{which} {kind} contains {abs(size - other_size)} additional elements.\n'
            text += f'First extra element {common}:\n{_shown(longer[common])}\n'
        self._fail_with_difference(msg, text, _lines_of(first), _lines_of(second))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self._fail_with_difference(msg, '{} != {}'.format(*_shown_pair(d1, d2)), _lines_of(d1), _lines_of(d2))

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for first, one, second, other in ('first', set1, 'second', set2), ('second', set2, 'first', set1):
            try:
                only = one.difference(other)
            except TypeError as error:
                self.fail(f'invalid type when attempting set difference: {error}')
            except AttributeError as error:
                self.fail(f'{first} argument does not support set difference: {error}')
            if only:
                lines += [f'Items in the {first} set but not the {second}:', *map(repr, only)]
        if lines:
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertCountEqual(self, first, second, msg=None):
        try:
            counts, others = _count(first), _count(second)
        except TypeError:
            _refuse('assertCountEqual() of what cannot be hashed', 'compare sorted lists')
        lines = [f'First has {counts.get(item, 0)}, Second has {others.get(item, 0)}:  {item!r}'
                 for item in dict.fromkeys([*counts, *others]) if counts.get(item) != others.get(item)]
        if lines:
            self.fail(self._formatMessage(msg, 'Element counts were not equal:\n' + '\n'.join(lines)))

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, lambda: f'{_shown(first)} == {_shown(second)}')

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, lambda: f'{_shown(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, lambda: f'{_shown(expr)} is not false')

    def assertIs(self, first, second, msg=None):
        self._check(first is second, msg, lambda: f'{_shown(first)} is not {_shown(second)}')

    def assertIsNot(self, first, second, msg=None):
        self._check(first is not second, msg, lambda: f'unexpectedly identical: {_shown(first)}')

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, lambda: f'{_shown(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, lambda: 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, lambda: f'{_shown(member)} not found in {_shown(container)}')

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, lambda: f'{_shown(member)} unexpectedly found in {_shown(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        any_of = 'any of ' if _VERSION >= (3, 14) and isinstance(cls, tuple) else ''
        self._check(isinstance(obj, cls), msg, lambda: f'{_shown(obj)} is not an instance of {any_of}{cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if _VERSION >= (3, 14) and isinstance(cls, tuple):
            cls = next((one for one in cls if isinstance(obj, one)), cls)
        self._check(not isinstance(obj, cls), msg, lambda: f'{_shown(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, lambda: f'{_shown(a)} not less than {_shown(b)}')

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, lambda: f'{_shown(a)} not less than or equal to {_shown(b)}')

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, lambda: f'{_shown(a)} not greater than {_shown(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, lambda: f'{_shown(a)} not greater than or equal to {_shown(b)}')

    def _distance(self, first, second, places, delta):
        """How far apart they are, whether that is almost nothing, and in words."""
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        distance = abs(first - second)
        if delta is not None:
            return distance, distance <= delta, f'{_shown(delta)} delta'
        places = 7 if places is None else places
        return distance, round(distance, places) == 0, f'{places!r} places'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        distance, is_near, within = self._distance(first, second, places, delta)
        self._check(is_near, msg, lambda: f'{_shown(first)} != {_shown(second)} within {within} ({_shown(distance)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        distance, is_near, within = self._distance(first, second, places, delta)
        is_near = is_near or first == second
        difference = f' ({_shown(distance)} difference)' if delta is not None else ''
        self._check(not is_near, msg, lambda: f'{_shown(first)} == {_shown(second)} within {within}{difference}')

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex)
        self._check(pattern.search(text), msg, lambda: f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        found = re.search(unexpected_regex, text)
        self._check(not found, msg, lambda: f'Regex matched: {found[0]!r} matches {found.re.pattern!r} in {text!r}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(self, expected_exception).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(self, expected_exception, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warns(self, expected_warning).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warns(self, expected_warning, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    if _VERSION < (3, 12):
        def _former(assertion):
            """An older name of it."""
            def call(*args, **kwargs):
                import warnings
                warnings.warn(f'Please use {assertion.__name__} instead.', DeprecationWarning)
                return assertion(*args, **kwargs)
            return call

        failUnlessEqual = assertEquals = _former(assertEqual)
        failIfEqual = assertNotEquals = _former(assertNotEqual)
        failUnlessAlmostEqual = assertAlmostEquals = _former(assertAlmostEqual)
        failIfAlmostEqual = assertNotAlmostEquals = _former(assertNotAlmostEqual)
        failUnless = assert_ = _former(assertTrue)
        failIf = _former(assertFalse)
        failUnlessRaises = _former(assertRaises)
        assertRaisesRegexp = _former(assertRaisesRegex)
        assertRegexpMatches = _former(assertRegex)
        assertNotRegexpMatches = _former(assertNotRegex)
        del _former


class _SubTest(TestCase):
    def __init__(self, case, message, params):
        super().__init__()
        self.test_case, self._message, self.params, self.failureException = case, message, params, case.failureException

    def _description(self):
        parts = [] if self._message is _NO_MESSAGE else [f'[{self._message}]']
        if self.params:
            parts.append('(' + ', '.join(f'{name}={value!r}' for name, value in self.params.items()) + ')')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._description()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._description()}'


class IsolatedAsyncioTestCase(TestCase):
    """All of a test runs on one loop in debug mode; since 3.11 by a Runner in one context, before in one task."""

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        from contextvars import copy_context
        self._context = copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    if _VERSION >= (3, 13):
        loop_factory = None

    if _VERSION >= (3, 11):
        async def enterAsyncContext(self, cm):
            entering, add = _enter(cm, '__aenter__', '__aexit__', 'asynchronous context manager', self.addAsyncCleanup)
            result = await entering
            add()
            return result

        def _open(self):
            from asyncio import Runner
            made = {'loop_factory': self.loop_factory} if _VERSION >= (3, 13) else {}
            self._runner = Runner(debug=True, **made)

        def _close(self):
            self._runner.close()

        def _call_set_up(self):
            self._runner.get_loop()
            self._context.run(self.setUp)
            self._call(self.asyncSetUp)

        def _call_tear_down(self):
            self._call(self.asyncTearDown)
            self._context.run(self.tearDown)

        def _call(self, func, /, *args, **kwargs):
            from inspect import iscoroutinefunction
            if iscoroutinefunction(func):
                return self._runner.run(func(*args, **kwargs), context=self._context)
            return self._context.run(func, *args, **kwargs)

    else:
        def _open(self):
            import asyncio
            self._loop = loop = asyncio.new_event_loop()
            asyncio.set_event_loop(loop)
            loop.set_debug(True)
            ready = loop.create_future()
            self._calls_task = loop.create_task(self._run_calls(ready))
            loop.run_until_complete(ready)

        async def _run_calls(self, ready):
            import asyncio
            self._calls = calls = asyncio.Queue()
            ready.set_result(None)
            while True:
                call = await calls.get()
                calls.task_done()
                if call is None:
                    return
                future, awaitable = call
                try:
                    result = await awaitable
                    if not future.cancelled():
                        future.set_result(result)
                except (SystemExit, KeyboardInterrupt):
                    raise
                except BaseException as error:
                    if not future.cancelled():
                        future.set_exception(error)

        def _close(self):
            import asyncio
            loop = self._loop
            self._calls.put_nowait(None)
            loop.run_until_complete(self._calls.join())
            try:
                tasks = asyncio.all_tasks(loop)
                for task in tasks:
                    task.cancel()
                if tasks:
                    loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
                    for task in tasks:
                        if not task.cancelled() and task.exception() is not None:
                            loop.call_exception_handler({'message': 'unhandled exception during test shutdown',
                                                         'exception': task.exception(), 'task': task})
                    loop.run_until_complete(loop.shutdown_asyncgens())
            finally:
                loop.run_until_complete(loop.shutdown_default_executor())
                asyncio.set_event_loop(None)
                loop.close()

        def _call_set_up(self):
            self.setUp()
            self._call(self.asyncSetUp)

        def _call_tear_down(self):
            self._call(self.asyncTearDown)
            self.tearDown()

        def _call(self, func, /, *args, **kwargs):
            from inspect import isawaitable
            result = func(*args, **kwargs)
            if not isawaitable(result):
                return result
            future = self._loop.create_future()
            self._calls.put_nowait((future, result))
            return self._loop.run_until_complete(future)

    def _call_test(self, method):
        self._returned(self._call(method))

    def _call_cleanup(self, function, /, *args, **kwargs):
        self._call(function, *args, **kwargs)

    def run(self, result=None):
        self._open()
        try:
            return super().run(result)
        finally:
            self._close()


class TestResult:
    failfast = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.shouldStop = False
        self.testsRun = 0
        self.failures, self.errors, self.skipped, self.expectedFailures, self.unexpectedSuccesses = [], [], [], [], []
        self._previous = None
        self._has_failed_module = False

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def printErrors(self):
        pass

    def stop(self):
        self.shouldStop = True

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def _note(self, list, test, err):
        list.append((test, self._text(err)))
        if self.failfast:
            self.stop()

    def _text(self, err):
        """The traceback of the program's own frames."""
        pieces = _traceback.format_exception(*err)
        return ''.join(piece for piece in pieces if not piece.lstrip(' |').startswith('File "<'))

    def addError(self, test, err):
        self._note(self.errors, test, err)

    def addFailure(self, test, err):
        self._note(self.failures, test, err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._note(self.failures if issubclass(err[0], test.failureException) else self.errors, subtest, err)

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        if self.failfast:
            self.stop()

    def __repr__(self):
        return f'<{_name_of(type(self))} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>'


class _Stream:
    def __init__(self, stream):
        self._stream = stream
        self.write, self.flush = stream.write, stream.flush

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def writeln(self, text=None):
        if text:
            self.write(text)
        self.write('\n')


class TextTestResult(TestResult):
    separator1, separator2 = '=' * 70, '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions = stream, descriptions
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._is_at_start = True

    def getDescription(self, test):
        first = test.shortDescription()
        return f'{test}\n{first}' if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(' ... ')
            self._is_at_start = False

    def _status(self, test, word, letter):
        if self.dots:
            self.stream.write(letter)
        elif _VERSION < (3, 11):
            self.showAll and self.stream.writeln(word)
        elif self.showAll:
            is_subtest = isinstance(test, _SubTest)
            if is_subtest or self._is_at_start:
                if not self._is_at_start:
                    self.stream.writeln()
                if is_subtest:
                    self.stream.write('  ')
                self.stream.write(self.getDescription(test))
                self.stream.write(' ... ')
            self.stream.writeln(word)
            self._is_at_start = True

    def addSubTest(self, test, subtest, err):
        if err is not None and _VERSION >= (3, 11):
            self._status(subtest, *(('FAIL', 'F') if issubclass(err[0], subtest.failureException) else ('ERROR', 'E')))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        self._status(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._status(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._status(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._status(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self.stream.writeln('expected failure') if self.showAll else self.dots and self.stream.write('x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.stream.writeln('unexpected success') if self.showAll else self.dots and self.stream.write('u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses and _VERSION >= (3, 11):
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _Stream(sys.stderr if stream is None else stream)
        if buffer or tb_locals or durations is not None:
            _refuse('this option of unittest (buffer, tb_locals, durations)', 'leave it out')
        self.descriptions, self.verbosity, self.failfast, self.warnings = descriptions, verbosity, failfast, warnings
        self.resultclass = resultclass or self.resultclass

    def run(self, test):
        import warnings
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
                if _VERSION < (3, 12) and self.warnings in ('default', 'always'):
                    warnings.filterwarnings('module', r'Please use assert\w+ instead.', DeprecationWarning)
            begin = time.perf_counter()
            result.startTestRun()
            try:
                test(result)
            finally:
                result.stopTestRun()
        seconds = time.perf_counter() - begin
        result.printErrors()
        stream, count = self.stream, result.testsRun
        stream.writeln(TextTestResult.separator2)
        stream.writeln(f'Ran {count} test{"" if count == 1 else "s"} in {seconds:.3f}s')
        stream.writeln()
        parts = [('skipped', result.skipped), ('expected failures', result.expectedFailures),
                 ('unexpected successes', result.unexpectedSuccesses)]
        if not result.wasSuccessful():
            stream.write('FAILED')
            parts[:0] = [('failures', result.failures), ('errors', result.errors)]
        elif count == 0 and _VERSION >= (3, 12) and not (_VERSION > (3, 12) and result.skipped):
            stream.write('NO TESTS RAN')
        else:
            stream.write('OK')
        counted = ', '.join(f'{name}={len(tests)}' for name, tests in parts if tests)
        stream.writeln(f' ({counted})') if counted else stream.write('\n')
        return result


class _Named:
    """Stands for a fixture that failed."""
    failureException = None

    def __init__(self, name):
        self._name = name

    def id(self):
        return self._name

    def shortDescription(self):
        return None

    def __str__(self):
        return self._name


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self._tests)

    def __call__(self, result):
        return self.run(result)

    def __repr__(self):
        return f'<{_name_of(type(self))} tests={self._tests}>'

    def run(self, result):
        is_outermost = not getattr(result, '_is_entered', False)
        result._is_entered = True
        for test in self._tests:
            if result.shouldStop:
                break
            if not isinstance(test, TestSuite) and not self._prepare(type(test), result):
                continue
            test(result)
        if is_outermost:
            self._prepare(None, result)
            result._is_entered = False
        return result

    def _prepare(self, cls, result):
        """Fixtures of classes and modules, where the next test is of another one (None: no more). False: they failed."""
        before = result._previous
        if cls is before:
            return not getattr(cls, '_has_failed', False) and not result._has_failed_module
        is_skipped = lambda cls: getattr(cls, '__unittest_skip__', False)
        if before is not None and not (before._has_failed or result._has_failed_module or is_skipped(before)):
            self._fixture(result, 'tearDownClass', before)
            self._fixture(result, 'doClassCleanups', before, 'tearDownClass')
        if before is not None and (cls is None or cls.__module__ != before.__module__) and not result._has_failed_module:
            self._module_fixture(result, 'tearDownModule', before)
        result._previous = cls
        if cls is None:
            return True
        if before is None or cls.__module__ != before.__module__:
            result._has_failed_module = not self._module_fixture(result, 'setUpModule', cls)
        cls._has_failed = False
        if not result._has_failed_module and not is_skipped(cls):
            cls._has_failed = not self._fixture(result, 'setUpClass', cls)
            if cls._has_failed:
                self._fixture(result, 'doClassCleanups', cls, 'setUpClass')
        return not cls._has_failed and not result._has_failed_module

    def _module_fixture(self, result, name, cls):
        module = sys.modules.get(cls.__module__)
        return not hasattr(module, name) or self._guarded(result, getattr(module, name), f'{name} ({cls.__module__})')

    def _fixture(self, result, name, cls, shown=None):
        return not hasattr(cls, name) or self._guarded(result, getattr(cls, name), f'{shown or name} ({_name_of(cls)})')

    def _guarded(self, result, function, name):
        try:
            function()
            return True
        except SkipTest as why:
            result.addSkip(_Named(name), str(why))
        except Exception:
            result.addError(_Named(name), sys.exc_info())
        return False


class TestLoader:
    testMethodPrefix = 'test'
    suiteClass = TestSuite

    def getTestCaseNames(self, cls):
        return [name for name in sorted(dir(cls)) if name.startswith(self.testMethodPrefix) and callable(getattr(cls, name))]

    def loadTestsFromTestCase(self, cls):
        names = self.getTestCaseNames(cls) or (['runTest'] if hasattr(cls, 'runTest') else [])
        return self.suiteClass(map(cls, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        found = [value for name, value in sorted(vars(module).items())
                 if isinstance(value, type) and issubclass(value, TestCase) and value is not TestCase]
        tests = self.suiteClass(map(self.loadTestsFromTestCase, found))
        load = getattr(module, 'load_tests', None)
        return load(self, tests, pattern) if load else tests

    def loadTestsFromName(self, name, module=None):
        target = module
        for part in name.split('.'):
            owner, target = target, getattr(target, part)
        if isinstance(target, type):
            return self.loadTestsFromTestCase(target)
        return self.suiteClass([owner(part)] if isinstance(owner, type) else [target()])


defaultTestLoader = TestLoader()


class TestProgram:
    """main(): runs the tests of the program, and ends it with a status unless exit=False."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        self.module = sys.modules[module] if isinstance(module, str) else module
        names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest or ())
        given = []
        for argument in (sys.argv if argv is None else argv)[1:]:
            if argument in ('-v', '--verbose', '-q', '--quiet'):
                verbosity = 2 if 'v' in argument else 0
            elif argument in ('-f', '--failfast'):
                failfast = True
            elif argument.startswith('-'):
                _refuse(f'the option {argument} of unittest', 'leave it out')
            else:
                given.append(argument)
        names = given or names
        if names:
            self.test = TestSuite([testLoader.loadTestsFromName(name, self.module) for name in names])
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=failfast, buffer=buffer, tb_locals=tb_locals, durations=durations,
                            warnings='default' if warnings is None else warnings)
        self.result = runner.run(self.test)
        if exit:
            if _VERSION < (3, 12):
                sys.exit(not self.result.wasSuccessful())
            has_none = self.result.testsRun == 0 and not (_VERSION > (3, 12) and self.result.skipped)
            sys.exit(5 if has_none else 0 if self.result.wasSuccessful() else 1)


main = TestProgram


def _refuse_methods(cls, names):
    """The methods that CPython's class has besides."""
    def refusal(name):
        return lambda self, *args, **kwargs: _refuse(f'{cls.__name__}.{name}()', 'leave it out')
    for name in names.split():
        setattr(cls, name, refusal(name))


_refuse_methods(TestCase, 'addTypeEqualityFunc debug')
_refuse_methods(TestSuite, 'debug')
_refuse_methods(TestLoader, 'discover loadTestsFromNames')
if _VERSION < (3, 12):
    _refuse_methods(TestCase, 'assertDictContainsSubset')
if _VERSION >= (3, 14):
    _refuse_methods(TestCase, 'assertHasAttr assertNotHasAttr assertIsSubclass assertNotIsSubclass assertStartsWith assertNotStartsWith '
                              'assertEndsWith assertNotEndsWith')
if _VERSION >= (3, 11):
    _refuse_methods(TestCase, 'enterClassContext')

for _part, _classes in {'case': (SkipTest, TestCase, _SubTest), 'async_case': (IsolatedAsyncioTestCase,),
                        'result': (TestResult,), 'runner': (TextTestResult, TextTestRunner), 'suite': (TestSuite,),
                        'loader': (TestLoader,), 'main': (TestProgram,)}.items():
    for _class in _classes:
        _class.__module__ = 'unittest.' + _part
