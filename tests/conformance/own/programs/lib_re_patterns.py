# Regular expressions: order of backtracking, groups, empty matches, lookaround, errors.
import re

CASES = [
    (r'(a|ab)(c|bcd)(d*)', 'abcd'), (r'(a*)*', 'aab'), (r'(a*)+b', 'aab'), (r'(?:(a)|b)*', 'abab'), (r'(.)(.)?(.)?', 'xy'),
    (r'a{2,3}?', 'aaaa'), (r'(a{1,2}){2}', 'aaa'), (r'x*', 'axb'), (r'\b\w+\b', 'one two_3'), (r'(?<=-)\w+', 'spam-egg'),
    (r'(?<!\d)\d{2}(?!\d)', '1 22 333 44'), (r'(?P<q>["\']).*?(?P=q)', 'say "hi" and \'bye\''), (r'(<)?(\w+@\w+)(?(1)>|$)', '<a@b>'),
    (r'^\s*#', ' # c'), (r'(?i:he)LLO', 'HELLO heLLO'), (r'[^\W\d_]+', 'ab1_c'), (r'[]x-]+', ']x-'), (r'\d+(?=%)', '10% 20'),
    (r'(\w+) \1', 'the the cat'), (r'((?:){2}|b)*?c', 'bbc'), (r'(?:a|(b))+?$', 'ab'), (r'$', 'a\n'), (r'\Aab\Z', 'ab\n'),
    (r'é+', 'caféé'), (r'\w+', 'naïve Straße'), ('\\x41\\u0042\\103', 'ABC'), (r'a|b|', 'cab'), (r'(?s).+', 'a\nb'), (r'(?m)^.', 'a\nb'),
]
ERRORS = ['(', ')', '[a', 'a**', '*a', 'a{3,2}', '(?P<n>a)(?P<n>b)', '(?P=x)', r'\2', '[z-a]', '(?<=a+)b', '(?P<1>a)', '\\', r'\q', '(?z)',
          '(?:a', '(?#c', 'ab(?P<', '(a\n(b']


def main():
    for pattern, text in CASES:
        compiled = re.compile(pattern)
        match = compiled.search(text)
        print(pattern, match, match and match.groups(), match and match.lastindex)
        print('   ', compiled.findall(text), compiled.split(text), compiled.subn('<\\g<0>>', text))
    for pattern in ERRORS:
        try:
            print(re.compile(pattern))
        except re.error as error:
            print(repr(pattern), error, error.pos, error.lineno, error.colno)
    for repl in [r'\1', r'\g<2>', r'\g<x>', r'\q', r'\n\\', r'\g<', '\\']:
        try:
            print(repr(re.sub('(a)', repl, 'bab')))
        except (re.error, IndexError) as error:
            print(repl, type(error).__name__ == 'IndexError', error)
    print(re.compile('a', re.I | re.M), re.compile('a').flags, repr(re.I), re.I | re.X, re.compile('a') == re.compile('a'))
    match = re.match(r'(?P<y>\d+)-(?P<m>\d+)?', 'on 12-', re.A) or re.search(r'(?P<y>\d+)-(?P<m>\d+)?', 'on 12-')
    print(match.groupdict('?'), match.expand(r'\g<y>/\1'), match['y'], match.span('m'), match.re.groupindex['m'], match.lastgroup)
    for call in (lambda: re.match('a', 1), lambda: re.match(b'a'.decode(), b'a'), lambda: match.group(3), lambda: re.compile(3),
                 lambda: match.group('z')):
        try:
            call()
        except (TypeError, IndexError) as error:
            print(type(error).__name__, error)
    try:
        re.compile('(')
    except re.error as error:
        print(type(error).__module__)
    print(re.escape('a.b [c]-é'), re.split('(-)|,', 'a-b,c', maxsplit=1), re.sub('', '-', 'ab'), re.fullmatch('a|ab', 'ab'))


main()
