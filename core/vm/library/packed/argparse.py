"""Command lines: options, positionals, groups and subcommands, with their help and their errors."""
import re as _re
import sys as _sys
import textwrap as _textwrap
from _sluice import refuse as _refuse

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '==SUPPRESS==', '?', '*', '+', 'A...', '...'
_VERSION = _sys.version_info[:2]
_AUTOMATIC = -2  # columns that CPython leaves free at the right of a terminal
_COLUMNS = 80


def _name_of(argument):
    """What errors call an argument."""
    if argument is None:
        return None
    if argument.option_strings:
        return '/'.join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        if isinstance(argument.metavar, tuple):
            _refuse('an error about a positional argument with several metavars', 'give it one metavar')
        return argument.metavar
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    return '{' + ','.join(argument.choices) + '}' if argument.choices else None


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _name_of(argument)
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f'argument {self.argument_name}: {self.message}'


class ArgumentTypeError(Exception):
    pass


class _Shown:
    """Repr as a call with the attributes that `_get_kwargs` lists."""

    def __repr__(self):
        shown = []
        odd = {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                shown.append(f'{name}={value!r}')
            else:
                odd[name] = value
        if odd:
            shown.append(f'**{odd!r}')
        return f'{type(self).__name__}({", ".join(shown)})'

    def _get_kwargs(self):
        return list(self.__dict__.items())


class Namespace(_Shown):
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class HelpFormatter:
    """How help is laid out. A derived class may change what the three methods with an underscore do."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None, color=True):
        if indent_increment != 2:
            _refuse('an indent_increment other than 2', 'leave it out')
        self._prog = prog
        self._width = width = _COLUMNS + _AUTOMATIC if width is None else width
        self._max_help_position = min(max_help_position, max(width - 20, 4))

    def __init_subclass__(cls):
        for name in vars(cls):
            if name in ('add_usage', 'add_argument', 'add_arguments', 'add_text', 'start_section', 'end_section', 'format_help') or (
                    name.startswith(('_format', '_get_default', '_metavar', '_expand', '_iter'))):
                _refuse(f'a help formatter that overrides {name}()', 'use one of the formatters of argparse')

    def _split_lines(self, text, width):
        return _textwrap.wrap(_re.sub(r'\s+', ' ', text, flags=_re.ASCII).strip(), width)

    def _fill_text(self, text, width, indent):
        text = _re.sub(r'\s+', ' ', text, flags=_re.ASCII).strip()
        return _textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ''
        told = '%(default)' in text or action.default is SUPPRESS
        if not told and (action.option_strings or action.nargs in ('?', '*')):
            text += ' (default: %(default)s)'
        return text


class _Type:
    """MetavarTypeHelpFormatter asks for the name of the type."""


class MetavarTypeHelpFormatter(_Type, HelpFormatter):
    pass


# ---- What a formatter writes ----

def _metavars(form, action, count):
    if action.metavar is not None:
        name = action.metavar
    elif action.choices is not None:
        name = '{' + ','.join(map(str, action.choices)) + '}'
    elif isinstance(form, _Type):
        name = action.type.__name__
    else:
        name = action.dest.upper() if action.option_strings else action.dest
    return name if isinstance(name, tuple) else (name,) * count


def _arguments(form, action):
    """The arguments of an action as its usage shows them."""
    nargs = action.nargs
    if nargs is None:
        return '%s' % _metavars(form, action, 1)
    if nargs == '?':
        return '[%s]' % _metavars(form, action, 1)
    if nargs == '*':
        names = _metavars(form, action, 1)
        return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names
    if nargs == '+':
        return '%s [%s ...]' % _metavars(form, action, 2)
    if nargs == REMAINDER:
        return '...'
    if nargs == PARSER:
        return '%s ...' % _metavars(form, action, 1)
    if nargs == SUPPRESS:
        return ''
    if not isinstance(nargs, int):
        raise ValueError('invalid nargs value')
    return ' '.join(['%s'] * nargs) % _metavars(form, action, nargs)


def _invocation(form, action):
    """The left column of the help."""
    if not action.option_strings:
        names = _metavars(form, action, 1)
        if _VERSION >= (3, 14):
            return ' '.join(names)
        name, = names
        return name
    if action.nargs == 0:
        return ', '.join(action.option_strings)
    arguments = _arguments(form, action)
    if _VERSION >= (3, 13):  # gh-103558: the arguments once, behind the last name.
        return ', '.join(action.option_strings) + ' ' + arguments
    return ', '.join(f'{one} {arguments}' for one in action.option_strings)


def _usage_parts(form, actions, groups):
    """The words of the usage, one string for each that is not parted at a line's end."""
    spans, grouped = {}, []
    for group in groups:
        members = group._group_actions
        if not members:
            _refuse('the usage of a group without arguments', 'give the group an argument')
        if any(action not in actions for action in members):
            continue
        start = min(map(actions.index, members))
        run = actions[start:start + len(members)]
        if run == members or _VERSION >= (3, 14) and all(action in members for action in run):
            grouped += members
            spans[start] = group
    parts = []
    for action in actions:
        if action.help is SUPPRESS:
            part = None
        elif not action.option_strings:
            part = _arguments(form, action)
            if action in grouped and part[0] == '[' and part[-1] == ']':
                part = part[1:-1]
        else:
            if action.nargs == 0:
                part = action.format_usage()
            else:
                part = f'{action.option_strings[0]} {_arguments(form, action)}'
            if not action.required and action not in grouped:
                part = f'[{part}]'
        parts.append(part)
    for start, group in spans.items():
        shown = [at for at in range(start, start + len(group._group_actions)) if parts[at] is not None]
        if not shown:
            continue
        ends = ('', '') if group.required and len(shown) == 1 else '()' if group.required else '[]'
        for at in shown[:-1]:
            parts[at] += ' |'
        parts[shown[0]] = ends[0] + parts[shown[0]]
        parts[shown[-1]] += ends[1]
    return [part for part in parts if part]


def _usage(form, usage, actions, groups, prefix='usage: '):
    prog = f'{form._prog}'
    if usage is not None:
        return f'{prefix}{usage % {"prog": prog}}\n\n'
    optionals = [action for action in actions if action.option_strings]
    positionals = [action for action in actions if not action.option_strings]
    text = ' '.join([prog] + _usage_parts(form, optionals + positionals, groups))
    width = form._width
    if len(prefix) + len(text) > width:
        sides = [_usage_parts(form, side, groups) for side in (optionals, positionals)]
        if _VERSION < (3, 13):  # gh-62090: until then the whole text was taken apart again.
            for i, side in enumerate(sides):
                text = ' '.join(side)
                sides[i] = _re.findall(r'\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+', text)
                if ' '.join(sides[i]) != text:
                    _refuse('a usage of several lines with brackets or spaces in its metavars', 'give usage= to the parser')

        def lines_of(parts, indent, first=None):
            lines, line = [], []
            length = (indent if first is None else first) - 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    lines.append(' ' * indent + ' '.join(line))
                    line = []
                    length = indent - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(' ' * indent + ' '.join(line))
            if first is not None:
                lines[0] = lines[0][indent:]
            return lines

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = len(prefix) + len(prog) + 1
            if sides[0]:
                lines = lines_of([prog] + sides[0], indent, len(prefix)) + lines_of(sides[1], indent)
            elif sides[1]:
                lines = lines_of([prog] + sides[1], indent, len(prefix))
            else:
                lines = [prog]
        else:
            indent = len(prefix)
            lines = lines_of(sides[0] + sides[1], indent)
            if len(lines) > 1:
                lines = lines_of(sides[0], indent) + lines_of(sides[1], indent)
            lines = [prog] + lines
        text = '\n'.join(lines)
    return f'{prefix}{text}\n\n'


def _text(form, text, indent=0):
    if text is None or text is SUPPRESS:
        return ''
    if '%(prog)' in text:
        text = text % {'prog': form._prog}
    return form._fill_text(text, max(form._width - indent, 11), ' ' * indent) + '\n\n'


def _entry(form, action, longest, indent=2):
    """One argument in two columns, with those of its subcommands below it."""
    position = min(longest + 2, form._max_help_position)
    room = position - indent - 2
    head = _invocation(form, action)
    text = ' ' * indent + head
    if action.help and len(head) <= room:
        text += ' ' * (room - len(head) + 2)
        first = 0
    else:
        text += '\n'
        first = position
    lines = []
    if action.help and action.help.strip():
        names = {name: value for name, value in dict(vars(action), prog=form._prog).items() if value is not SUPPRESS}
        for name, value in names.items():
            if hasattr(value, '__name__'):
                names[name] = value.__name__
        if names.get('choices') is not None:
            names['choices'] = ', '.join(map(str, names['choices']))
        text_of_help = form._get_help_string(action) % names
        lines = form._split_lines(text_of_help, max(form._width - position, 11)) if text_of_help else []
    if lines:
        text += ' ' * first + lines[0] + '\n' + ''.join(f'{"":{position}}{line}\n' for line in lines[1:])
    elif not text.endswith('\n'):
        text += '\n'
    return text + ''.join(_entry(form, one, longest, indent + 2) for one in action._subactions())


def _help(parser):
    form = parser._form()
    longest = 0
    for action in parser._actions:
        if action.help is not SUPPRESS:
            longest = max(longest, len(_invocation(form, action)) + 2)
            for one in action._subactions():
                # gh-59317, 3.13: subcommands are measured with their own indent.
                longest = max(longest, len(_invocation(form, one)) + (4 if _VERSION >= (3, 13) else 2))
    text = '' if parser.usage is SUPPRESS else _usage(form, parser.usage, parser._actions, parser._mutually_exclusive_groups)
    text += _text(form, parser.description)
    for group in parser._action_groups:
        body = _text(form, group.description, 2)
        body += ''.join(_entry(form, action, longest) for action in group._group_actions if action.help is not SUPPRESS)
        if body:
            head = '' if group.title is None or group.title is SUPPRESS else f'{group.title}:\n'
            text += f'\n{head}{body}\n'
    text += _text(form, parser.epilog)
    text = _re.sub(r'\n\n\n+', '\n\n', text)
    return text and text.strip('\n') + '\n'


# ---- Actions ----

class Action(_Shown):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False,
                 help=None, metavar=None, deprecated=False):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar
        if _VERSION >= (3, 13):
            self.deprecated = deprecated
        elif deprecated:
            raise TypeError("__init__() got an unexpected keyword argument 'deprecated'")

    def _get_kwargs(self):
        names = 'option_strings dest nargs const default type choices required help metavar deprecated'.split()
        return [(name, getattr(self, name)) for name in names if hasattr(self, name)]

    def format_usage(self):
        return self.option_strings[0]

    def _subactions(self):
        return ()

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        names = []
        for name in option_strings:
            names.append(name)
            if name.startswith('--'):
                names.append('--no-' + name[2:])
        if _VERSION < (3, 11) and help is not None and default is not None and default is not SUPPRESS:
            help += ' (default: %(default)s)'
        super().__init__(names, dest, 0, None, default, None, None, required, help, None, deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, *args, **kwargs):
        if nargs == 0:
            kind = 'append' if isinstance(self, _AppendAction) else 'store'
            if kind == 'append':
                raise ValueError('nargs for append actions must be != 0; if arg strings are not supplying the value to append, '
                                 'the append const action may be more appropriate')
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as store true '
                             'or store const may be more appropriate')
        if const is not None and nargs != '?':
            raise ValueError("nargs must be '?' to supply const")
        super().__init__(option_strings, dest, nargs, const, *args, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, None, None, required, help, None, deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help, None, deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help, None, deprecated)


def _longer(namespace, dest, more):
    """The list in the namespace, copied, with more behind it."""
    items = getattr(namespace, dest, None)
    setattr(namespace, dest, list(items or ()) + more)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _longer(namespace, self.dest, [values])


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _longer(namespace, self.dest, list(values))


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _longer(namespace, self.dest, [self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, None, default, None, None, required, help, None, deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, None, default, None, None, False, help, None, deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        if help is None:
            help = "show program's version number and exit"
        super().__init__(option_strings, dest, 0, None, default, None, None, False, help, None, deprecated)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None else self.version
        text = _text(parser._form(), version).strip('\n') + '\n'
        parser._print_message(_re.sub(r'\n\n\n+', '\n\n', text), _sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices = []
        super().__init__(option_strings, dest, PARSER, None, None, None, self._name_parser_map, required, help, metavar)

    def add_parser(self, name, *, aliases=(), **kwargs):
        if kwargs.pop('deprecated', False):
            _refuse('a deprecated subcommand', 'leave deprecated out')
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        for one, what in [(name, 'subparser')] + [(alias, 'subparser alias') for alias in aliases]:
            if one in self._name_parser_map and _VERSION >= (3, 11):
                message = f'conflicting {what}: {one}'
                raise ValueError(message) if _VERSION >= (3, 14) else ArgumentError(self, message)
        if 'help' in kwargs:
            shown = name + (f' ({", ".join(aliases)})' if aliases else '')
            self._choices.append(Action([], name, help=kwargs.pop('help'), metavar=shown))
        parser = self._parser_class(**kwargs)
        for one in (name, *aliases):
            self._name_parser_map[one] = parser
        return parser

    def _subactions(self):
        return self._choices

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        found, rest = self._name_parser_map[name].parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if rest:
            namespace.__dict__.setdefault('_unrecognized_args', []).extend(rest)


_ACTIONS = {
    None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction,
    'store_false': _StoreFalseAction, 'append': _AppendAction, 'append_const': _AppendConstAction, 'count': _CountAction,
    'help': _HelpAction, 'version': _VersionAction, 'extend': _ExtendAction, 'parsers': _SubParsersAction,
}


# ---- Parsers and their groups ----

class _Container:
    """What a parser and its groups share: `_parser` is the parser."""

    def add_argument(self, *names, **kwargs):
        parser = self._parser
        if not names or len(names) == 1 and names[0][0] != '-':
            if names and 'dest' in kwargs:
                if _VERSION >= (3, 14):
                    raise TypeError('dest supplied twice for positional argument, did you mean metavar?')
                raise ValueError('dest supplied twice for positional argument')
            kwargs = self._positional(*names, **kwargs)
        else:
            kwargs = self._optional(names, kwargs)
        if 'default' not in kwargs:
            if kwargs['dest'] in parser._defaults:
                kwargs['default'] = parser._defaults[kwargs['dest']]
            elif parser.argument_default is not None:
                kwargs['default'] = parser.argument_default
        name = kwargs.pop('action', None)
        kind = _ACTIONS.get(name, name)
        if not callable(kind):
            raise ValueError(f'unknown action {kind!r}' if _VERSION >= (3, 14) else f'unknown action "{kind}"')
        action = kind(**kwargs)
        if not action.option_strings and action.nargs == 0 and _VERSION >= (3, 14):
            raise ValueError(f'action {name!r} is not valid for positional arguments')
        if action.type is not None and not callable(action.type):
            raise (TypeError if _VERSION >= (3, 14) else ValueError)(f'{action.type!r} is not callable')
        try:
            _arguments(parser._form(), action)
        except TypeError:
            raise ValueError('length of metavar tuple does not match nargs')
        return self._add_action(action)

    def _positional(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        if nargs == REMAINDER:
            _refuse('nargs=argparse.REMAINDER', "use nargs='*'")
        if nargs == 0 and _VERSION >= (3, 14):
            raise ValueError('nargs for positionals must be != 0')
        # gh-72795, 3.14: a positional with '*' is never required.
        if nargs not in ('?', '*') or nargs == '*' and 'default' not in kwargs and _VERSION < (3, 14):
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, names, kwargs):
        for name in names:
            if name[0] != '-':
                raise ValueError(f"invalid option string {name!r}: must start with a character '-'")
        dest = kwargs.pop('dest', None)
        if dest is None:
            dest = next((name for name in names if name[1:2] == '-'), names[0]).lstrip('-')
            if not dest:
                raise (TypeError if _VERSION >= (3, 14) else ValueError)(f'dest= is required for options like {names[-1]!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=list(names))

    def _add_action(self, action):
        parser = self._parser
        known = [name for name in action.option_strings if name in parser._option_string_actions]
        if known:
            raise ArgumentError(action, f'conflicting option string{"s"[:len(known) > 1]}: {", ".join(known)}')
        parser._actions.append(action)
        for name in action.option_strings:
            parser._option_string_actions[name] = action
            if _re.match(_NEGATIVE, name):
                parser._has_negative_options = True
        group = parser._optionals if action.option_strings else parser._positionals
        (self if isinstance(self, _ArgumentGroup) else group)._group_actions.append(action)
        return action

    def set_defaults(self, **kwargs):
        self._parser._defaults.update(kwargs)
        for action in self._parser._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._parser._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._parser._defaults.get(dest)

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._parser._mutually_exclusive_groups.append(group)
        return group


_NEGATIVE = r'-\.?\d' if _VERSION >= (3, 14) else r'-\d+$|-\d*\.\d+$'


class _ArgumentGroup(_Container):
    def __init__(self, container, title=None, description=None):
        self._parser = container._parser
        self.title = title
        self.description = description
        self._group_actions = []

    def add_argument_group(self, *args, **kwargs):
        _refuse('a group of arguments within a group', 'add the group to the parser')


class _MutuallyExclusiveGroup(_Container):
    def __init__(self, container, required=False):
        self._parser = container._parser
        self._container = container
        self.required = required
        self._group_actions = []

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def add_argument_group(self, *args, **kwargs):
        _refuse('a group of arguments within a group', 'add the group to the parser')

    add_mutually_exclusive_group = add_argument_group


class ArgumentParser(_Shown, _Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True,
                 allow_abbrev=True, exit_on_error=True, **kwargs):
        unusual = [prefix_chars != '-', fromfile_prefix_chars is not None, conflict_handler != 'error',
                   kwargs.pop('suggest_on_error', False)]
        if any(unusual):
            name = ('prefix_chars', 'fromfile_prefix_chars', 'conflict_handler', 'suggest_on_error')[unusual.index(True)]
            _refuse(f'{name} of ArgumentParser', 'leave it out')
        kwargs.pop('color', None)
        if kwargs:
            raise TypeError(f"{'ArgumentParser.' * (_VERSION >= (3, 10))}__init__() got an unexpected keyword argument "
                            f'{next(iter(kwargs))!r}')
        self._parser = self
        self.prog = _sys.argv[0].rpartition('/')[2] if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._actions = []
        self._option_string_actions = {}
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_options = False
        self._positionals = _ArgumentGroup(self, 'positional arguments')
        self._optionals = _ArgumentGroup(self, 'options')
        self._action_groups = [self._positionals, self._optionals]
        self._subparsers = None
        if add_help:
            self.add_argument('-h', '--help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            self._adopt(parent)

    def _adopt(self, parent):
        if parent._mutually_exclusive_groups:
            _refuse('parents with mutually exclusive arguments', 'add them to the parser itself')
        for group in parent._action_groups:
            mine = next((one for one in self._action_groups if one.title == group.title), None)
            if mine is None:
                mine = self.add_argument_group(group.title, group.description)
            group._adopted = mine
        for action in parent._actions:
            next(group for group in parent._action_groups if action in group._group_actions)._adopted._add_action(action)
        self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = 'prog usage description formatter_class conflict_handler add_help'.split()
        return [(name, getattr(self, name)) for name in names]

    def _form(self):
        return self.formatter_class(prog=self.prog)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            message = 'cannot have multiple subparser arguments'
            if _VERSION < (3, 13):
                self.error(message)
            raise ValueError(message) if _VERSION >= (3, 14) else ArgumentError(None, message)
        kwargs.setdefault('parser_class', type(self))
        self._subparsers = self._positionals
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'), kwargs.pop('description', None))
        if kwargs.get('prog') is None:
            positionals = [action for action in self._actions if not action.option_strings]
            usage = None if _VERSION >= (3, 14) else self.usage
            kwargs['prog'] = _usage(self._form(), usage, positionals, self._mutually_exclusive_groups, '').strip()
        kwargs.pop('action', None)
        return self._subparsers._add_action(_SubParsersAction([], **kwargs))

    # ---- Parsing ----

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            message = f'unrecognized arguments: {" ".join(rest)}'
            if self.exit_on_error or _VERSION < (3, 13):
                self.error(message)
            raise ArgumentError(None, message)
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        if '--' in args:
            _refuse("'--' among the arguments", 'leave it out')
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if self.exit_on_error:
            try:
                rest = _Parsing(self, args, namespace).run()
            except ArgumentError as error:
                self.error(str(error))
        else:
            rest = _Parsing(self, args, namespace).run()
        if hasattr(namespace, '_unrecognized_args'):
            rest += namespace.__dict__.pop('_unrecognized_args')
        return namespace, rest

    def format_usage(self):
        if self.usage is SUPPRESS:
            return ''
        return _usage(self._form(), self.usage, self._actions, self._mutually_exclusive_groups).strip('\n') + '\n'

    def format_help(self):
        return _help(self)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or _sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or _sys.stdout)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


class _Parsing:
    """One command line on its way into a namespace: `kinds` has an A for each argument and an O for each option."""

    def __init__(self, parser, words, namespace):
        self.parser = parser
        self.words = words
        self.namespace = namespace
        self.options = {}
        for at, word in enumerate(words):
            found = self.option(word)
            if found:
                self.options[at] = found
        self.kinds = ''.join('O' if at in self.options else 'A' for at in range(len(words)))
        self.positionals = [action for action in parser._actions if not action.option_strings]
        self.seen, self.given, self.warned, self.rest = [], [], [], []

    def option(self, word):
        """What a word may mean as an option: (action or None, its name, '=' or '', the value behind it) each; None: no option."""
        if not word.startswith('-'):
            return None
        known = self.parser._option_string_actions
        if word in known:
            return [(known[word], word, None, None)]
        if len(word) == 1:
            return None
        name, sep, value = word.partition('=')
        if sep and name in known:
            return [(known[name], name, sep, value)]
        found = self.abbreviated(word, name, sep or None, value if sep else None)
        if len(found) > 1 and _VERSION < (3, 14):
            self.raise_ambiguous(word, found)
        if found:
            return found
        if _re.match(_NEGATIVE, word) and not self.parser._has_negative_options or ' ' in word:
            return None
        return [(None, word, None, None)]

    def abbreviated(self, word, name, sep, value):
        found = []
        if word[1] == '-':
            if self.parser.allow_abbrev:
                for one, action in self.parser._option_string_actions.items():
                    if one.startswith(name):
                        found.append((action, one, sep, value))
            return found
        if _VERSION < (3, 14):
            name, sep, value = word, None, None
        for one, action in self.parser._option_string_actions.items():
            if one == word[:2]:
                found.append((action, one, '', word[2:]))
            elif one.startswith(name) and (self.parser.allow_abbrev or _VERSION < (3, 14)):
                found.append((action, one, sep, value))
        return found

    def raise_ambiguous(self, word, found):
        message = f'ambiguous option: {word} could match {", ".join(one[1] for one in found)}'
        if _VERSION < (3, 13):
            self.parser.error(message)
        raise ArgumentError(None, message)

    def run(self):
        at = 0
        last = max(self.options, default=-1)
        while at <= last:
            following = min(one for one in self.options if one >= at)
            if at != following:
                end = self.take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.rest += self.words[at:following]
                at = following
            at = self.take_option(at)
        self.rest += self.words[self.take_positionals(at):]
        self.check_required()
        return self.rest

    def check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and getattr(self.namespace, action.dest, None) is action.default:
                setattr(self.namespace, action.dest, self.value(action, action.default))
        error = self.parser.error if _VERSION < (3, 13) else self.raise_error
        if missing:
            error(f'the following arguments are required: {", ".join(missing)}')
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.given for action in group._group_actions):
                names = [_name_of(action) for action in group._group_actions if action.help is not SUPPRESS]
                error(f'one of the arguments {" ".join(names)} is required')

    def raise_error(self, message):
        raise ArgumentError(None, message)

    def take(self, action, words, option=None):
        self.seen.append(action)
        values = self.values(action, words)
        # gh-58573, 3.14: given is given, also where it gives the default.
        is_given = action.option_strings or words if _VERSION >= (3, 14) else values is not action.default
        if is_given:
            self.given.append(action)
            for group in self.parser._mutually_exclusive_groups:
                for other in group._group_actions if action in group._group_actions else ():
                    if other is not action and other in self.given:
                        raise ArgumentError(action, f'not allowed with argument {_name_of(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def take_option(self, at):
        found = self.options[at]
        if len(found) > 1:
            self.raise_ambiguous(self.words[at], found)
        action, name, sep, value = found[0]
        new = _VERSION >= (3, 13)
        taken = []
        stop = at + 1
        while True:
            if action is None:
                self.rest.append(self.words[at])
                return stop
            if value is None:
                count = self.count(action, self.kinds[stop:])
                stop += count
                taken.append((action, self.words[stop - count:stop], name))
                break
            count = self.count(action, 'A')
            if count == 1:
                taken.append((action, [value], name))
                break
            if count or name[1] == '-' or value == '' or new and (sep or value[0] == '-'):
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            # Letters in one word: -abc is -a -b -c.
            taken.append((action, [], name))
            name = '-' + value[0]
            if name in self.parser._option_string_actions:
                action = self.parser._option_string_actions[name]
                value = value[1:] or None
                sep = ''
                if new and value and value[0] == '=':
                    sep, value = '=', value[1:]
            elif new:  # gh-60346
                self.rest.append('-' + value)
                break
            else:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
        for action, words, name in taken:
            if getattr(action, 'deprecated', False) and name not in self.warned:
                self.warn(f'option {name!r}', name)
            self.take(action, words, name)
        return stop

    def warn(self, what, name):
        self.warned.append(name)
        self.parser._print_message(f'{self.parser.prog}: warning: {what} is deprecated\n', _sys.stderr)

    def take_positionals(self, at):
        counts = []
        for length in range(len(self.positionals), 0, -1):
            match = _re.match(''.join(map(self.pattern, self.positionals[:length])), self.kinds[at:])
            if match:
                counts = [len(group) for group in match.groups()]
                if _VERSION >= (3, 14) and self.kinds[at + match.end():at + match.end() + 1] == 'O':
                    while counts and not counts[-1]:
                        counts.pop()
                break
        taken, self.positionals = self.positionals[:len(counts)], self.positionals[len(counts):]
        for action, count in zip(taken, counts):
            words = self.words[at:at + count]
            at += count
            if words and getattr(action, 'deprecated', False) and action.dest not in self.warned:
                self.warn(f'argument {action.dest!r}', action.dest)
            self.take(action, words)
        return at

    def pattern(self, action):
        nargs = action.nargs
        if nargs == PARSER:
            return '(A[AO]*)'
        return f"(A{'' if nargs is None else nargs if nargs in ('?', '*', '+') else '{%d}' % nargs})"

    def count(self, action, kinds):
        match = _re.match(self.pattern(action), kinds)
        if match:
            return len(match.group(1))
        nargs = action.nargs
        expected = {None: 'one argument', '?': 'at most one argument', '+': 'at least one argument'}.get(nargs)
        raise ArgumentError(action, f'expected {expected or f"{nargs} argument" + "s" * (nargs != 1)}')

    def values(self, action, words):
        nargs = action.nargs
        if not words and nargs == '?':
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and not (value is SUPPRESS and _VERSION >= (3, 14)):
                value = self.value(action, value)
                if _VERSION < (3, 14):
                    self.check(action, value)
            return value
        if not words and nargs == '*' and not action.option_strings:
            if action.default is None:
                if _VERSION < (3, 12):
                    self.check(action, words)
                return words
            if _VERSION < (3, 14):
                self.check(action, action.default)
            return action.default
        values = [self.value(action, word) for word in words]
        for value in values[:1] if nargs == PARSER else values:
            self.check(action, value)
        return values[0] if nargs is None or nargs == '?' else values

    def value(self, action, word):
        try:
            return word if action.type is None else action.type(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {word!r}')

    def check(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if value not in (iter(choices) if isinstance(choices, str) and _VERSION >= (3, 14) else choices):
            show = str if _VERSION >= (3, 14) else repr
            shown = str(value) if show is str else value
            raise ArgumentError(action, f'invalid choice: {shown!r} (choose from {", ".join(map(show, choices))})')
