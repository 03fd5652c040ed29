"""Records what CPython says of the programs in errors.txt.

    python3 record_errors.py python3.10 python3.11 python3.12 python3.13

Each program in the file is followed by lines `#=> versions | line | error`; they are written anew, one for each group of
versions that agree. A program that a version accepts has `ok` there. Programs are separated by lines `---`.
"""
import json
import pathlib
import re
import subprocess
import sys

FILE = pathlib.Path(__file__).with_name('errors.txt')
ASK = r'''
import json, sys, warnings
warnings.simplefilter("ignore")
answers = []
for program in json.load(sys.stdin):
    try:
        compile(program, "program.py", "exec")
        answers.append(["-", "ok"])
    except SyntaxError as error:
        answers.append([error.lineno, f"{type(error).__name__}: {error.msg}"])
print(json.dumps(["3.%d" % sys.version_info[1], answers]))
'''


def programs():
    for block in re.split(r'^---\n', FILE.read_text(encoding='utf-8'), flags=re.M):
        yield ''.join(line for line in block.splitlines(keepends=True) if not line.startswith('#=>'))


def main():
    texts = list(programs())
    answers = {}
    for python in sys.argv[1:]:
        run = subprocess.run([python, '-c', ASK], input=json.dumps(texts), capture_output=True, text=True, check=True)
        version, said = json.loads(run.stdout)
        answers[version] = said
    blocks = []
    for number, text in enumerate(texts):
        groups = {}
        for version, said in answers.items():
            groups.setdefault(tuple(said[number]), []).append(version)
        notes = ''.join(f'#=> {" ".join(versions)} | {line} | {error}\n' for (line, error), versions in groups.items())
        blocks.append(text + notes)
    FILE.write_text('---\n'.join(blocks), encoding='utf-8')


if __name__ == '__main__':
    main()
