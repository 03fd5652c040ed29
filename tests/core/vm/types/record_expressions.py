"""Records what a CPython makes of the expressions in expressions.txt: run it under each version, one after another.

    python3.12 record_expressions.py expressions.txt

A line is "expression => result", or "expression => [3.10 3.11] result" where versions differ. Lines without a result
are new expressions.
"""
import sys
import warnings

warnings.simplefilter('ignore')
VERSION = '%d.%d' % sys.version_info[:2]
ALL = ['3.10', '3.11', '3.12', '3.13', '3.14']


def result_of(expression):
    try:
        return repr(eval(expression, {}))
    except Exception as problem:
        return f'{type(problem).__name__}: {problem}'.replace('\n', '\\n')


def read(path):
    table = {}
    with open(path, encoding='utf-8') as file:
        for line in file.read().split('\n'):
            expression, arrow, result = line.partition(' => ')
            if not expression:
                continue
            results = table.setdefault(expression, {})
            if not arrow:
                continue
            versions = ALL
            if result.startswith('[3.'):
                versions, _, result = result[1:].partition('] ')
                versions = versions.split()
            results.update(dict.fromkeys(versions, result))
    return table


def write(path, table):
    with open(path, 'w', encoding='utf-8') as file:
        for expression, results in table.items():
            groups = {}
            for version in ALL:
                if version in results:
                    groups.setdefault(results[version], []).append(version)
            for result, versions in groups.items():
                mark = '' if versions == ALL else f'[{" ".join(versions)}] '
                file.write(f'{expression} => {mark}{result}\n')


table = read(sys.argv[1])
for expression, results in table.items():
    results[VERSION] = result_of(expression)
write(sys.argv[1], table)
