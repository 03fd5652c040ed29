"""Records what CPython says of the programs in errors.txt and warnings.txt.

    python3 record_compilations.py python3.10 python3.11 python3.12 python3.13

Each program in a file is followed by lines `#=> versions | line | error or warning`; they are written anew, one for each
group of versions that agree. A program that a version accepts without a word has `ok` there; several warnings stand in
one line with `; ` between. Programs are separated by lines `---`.
"""
import json
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).parent
ASK = r'''
import json, sys, warnings
answers = []
for program in json.load(sys.stdin):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", SyntaxWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            compile(program, "program.py", "exec")
            answers.append([["-", "ok"]] if not caught else [
                [warning.lineno, f"{warning.category.__name__}: {warning.message}"] for warning in caught])
        except SyntaxError as error:
            answers.append([[error.lineno, f"{type(error).__name__}: {error.msg}"]])
print(json.dumps(["3.%d" % sys.version_info[1], answers]))
'''


def programs(file):
    for block in re.split(r'^---\n', file.read_text(encoding='utf-8'), flags=re.M):
        yield ''.join(line for line in block.splitlines(keepends=True) if not line.startswith('#=>'))


def record(file, pythons):
    texts = list(programs(file))
    answers = {}
    for python in pythons:
        run = subprocess.run([python, '-c', ASK], input=json.dumps(texts), capture_output=True, text=True, check=True)
        version, said = json.loads(run.stdout)
        answers[version] = ['; '.join(f'{line} | {message}' for line, message in one) for one in said]
    blocks = []
    for number, text in enumerate(texts):
        groups = {}
        for version, said in answers.items():
            groups.setdefault(said[number], []).append(version)
        notes = ''.join(f'#=> {" ".join(versions)} | {answer}\n' for answer, versions in groups.items())
        blocks.append(text + notes)
    file.write_text('---\n'.join(blocks), encoding='utf-8')


if __name__ == '__main__':
    for name in ('errors.txt', 'warnings.txt'):
        record(FOLDER / name, sys.argv[1:])
