"""Splits CPython's own tests into small programs, one a test method, which live.mjs can run and compare.

    python3.12 split_tests.py FOLDER test_functools test_asyncio.test_locks ...
    node live.mjs --brief --python 3.12 FOLDER

A program has the imports, functions, classes and constants of the module of tests that its method needs, in their order,
and the method's class without its other tests. Left out are methods that need what only CPython's own tests have
(`test.support`), or modules in C that stand for nothing here. The texts are CPython's: they are for looking, and stay out
of the project.
"""
import ast
import importlib.util
import pathlib
import sys

FOREIGN = {'test', 'support', '_testcapi', '_testinternalcapi', '_testbuffer', 'ctypes', 'pickle', 'marshal', 'gc', 'struct',
           'unittest.mock', 'subprocess', 'socket', 'multiprocessing', 'tempfile', 'shutil', 'decimal', 'fractions'}


class WithoutSupport(ast.NodeTransformer):
    """Takes the decorators of `test.support` away, and the module itself where a fresh copy of it is asked for."""

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        node.decorator_list = [one for one in node.decorator_list if not ast.unparse(one).startswith('support.')]
        return node

    visit_AsyncFunctionDef = visit_ClassDef = visit_FunctionDef

    def visit_Assign(self, node):
        call = node.value
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith('import_helper.import_'):
            return ast.Import([ast.alias(call.args[0].value, node.targets[0].id)])
        return self.generic_visit(node)


def names_bound(statement):
    """The names that a statement of the module binds; empty for what binds none, such as a call."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).split('.')[0] for alias in statement.names}     # or '*'
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def names_used(statement):
    used = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return used | {name for node in ast.walk(statement) if isinstance(node, ast.Global) for name in node.names}


def is_foreign(statement):
    """Whether the statement imports what is CPython's alone."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [f'{node.module}.{alias.name}' if node.module else '.' for alias in node.names]
        else:
            continue
        for module in modules:
            if module.startswith('.') or any(module == name or module.startswith(name + '.') for name in FOREIGN):
                return True
    return False


def test_methods(statement):
    if isinstance(statement, ast.ClassDef):
        for member in statement.body:
            if isinstance(member, (ast.FunctionDef, ast.AsyncFunctionDef)) and member.name.startswith('test'):
                yield member


def names_mentioned(member):
    return {node.attr for node in ast.walk(member) if isinstance(node, ast.Attribute)} | names_used(member)


def members_needed(case, classes, method):
    """The members of the class and its bases that the method comes to: fixtures, and what they and it mention."""
    members = [member for one in lineage(case, classes) for member in one.body]
    needed = {method}
    mentioned = {'setUp', 'tearDown', 'setUpClass', 'tearDownClass', 'asyncSetUp', 'asyncTearDown'} | names_mentioned(method)
    while True:
        found = [member for member in members if member not in needed and names_bound(member) & mentioned]
        if not found:
            return needed
        for member in found:
            needed.add(member)
            mentioned |= names_mentioned(member)


def reduced(statement, members):
    """The class with these of its members."""
    body = [member for member in statement.body if member in members]
    return ast.ClassDef(statement.name, statement.bases, statement.keywords, body or [ast.Pass()],
                        statement.decorator_list, **{'type_params': []} if sys.version_info >= (3, 12) else {})


def lineage(case, classes):
    """The class and those of its bases that stand in the module, nearest first."""
    found = [case]
    for base in case.bases:
        if isinstance(base, ast.Name) and base.id in classes and classes[base.id] is not case:
            found += lineage(classes[base.id], classes)
    return found


def is_case(case, classes):
    bases = [ast.unparse(base) for one in lineage(case, classes) for base in one.bases]
    return any(base.endswith('TestCase') and base not in classes for base in bases)


def program(module, classes, case, method):
    """The text of the program for a method that `case` has; None where it needs what is CPython's alone."""
    homes = {}
    for statement in module.body:
        for name in names_bound(statement):
            homes.setdefault(name, []).append(statement)
    members = members_needed(case, classes, method)
    pruned = {one: reduced(one, members) for one in lineage(case, classes)}
    wanted = [case] + [statement for statement in homes.get('*', ()) if not is_foreign(statement)]
    needed = set(wanted)
    while wanted:
        statement = wanted.pop()
        statement = pruned.setdefault(statement, statement)
        if is_foreign(statement):
            return None
        for name in names_used(statement):
            for home in homes.get(name, ()):
                if home not in needed:
                    needed.add(home)
                    wanted.append(home)
    body = [pruned[statement] for statement in module.body if statement in needed]
    text = ast.unparse(ast.fix_missing_locations(ast.Module(body, [])))
    return f'import unittest\n{text}\n\nunittest.main(argv=["program", "{case.name}.{method.name}"], verbosity=2)\n'


def main(folder, modules):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = left = 0
    for name in modules:
        source = pathlib.Path(importlib.util.find_spec(f'test.{name}').origin).read_text()
        module = WithoutSupport().visit(ast.parse(source))
        # `import unittest.mock` binds unittest too, which is not foreign.
        module.body = [statement for statement in module.body
                       if not (isinstance(statement, ast.ImportFrom) and statement.module == '__future__')
                       and not (isinstance(statement, ast.Import) and '.' in statement.names[0].name and is_foreign(statement))]
        classes = {statement.name: statement for statement in module.body if isinstance(statement, ast.ClassDef)}
        for case in [case for case in classes.values() if is_case(case, classes)]:
            methods = {}
            for owner in lineage(case, classes):
                for method in test_methods(owner):
                    methods.setdefault(method.name, method)
            for method in methods.values():
                text = program(module, classes, case, method)
                if text is None:
                    left += 1
                    continue
                made += 1
                (folder / f'{name.replace(".", "_")}__{case.name}__{method.name}.py').write_text(text)
    print(f'{made} programs, {left} left out')


main(sys.argv[1], sys.argv[2:])
