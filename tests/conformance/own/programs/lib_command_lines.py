# argparse: options, positionals, groups, subcommands, their help, and every way to get a command line wrong.
import argparse
import io
import sys
sys.argv = ["prog.py"]
def attempt(parser, args=None, method="parse_args"):
    out, err = io.StringIO(), io.StringIO()
    try:
        so, se = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = out, err
        try:
            r = repr(getattr(parser, method)(args))
        finally:
            sys.stdout, sys.stderr = so, se
    except SystemExit as e:
        r = f"exit {e.code}"
    except Exception as e:
        r = f"{type(e).__name__}: {e}"
    print(args, "->", r)
    if out.getvalue(): print("OUT", out.getvalue())
    if err.getvalue(): print("ERR", err.getvalue())
p = argparse.ArgumentParser(description="Fetch many pages at once, with a limit on how many are open at the same time, and print how long it took.", epilog="Have   fun.")
p.add_argument("urls", nargs="*", help="pages to fetch")
p.add_argument("-n", "--number", type=int, default=10, help="how many (default: %(default)s)")
p.add_argument("-c", "--concurrency", type=int, default=5, metavar="N")
p.add_argument("--host", default="127.0.0.1", help="where the server listens, which may be any address at all that this machine has, including names")
p.add_argument("-v", "--verbose", action="store_true")
p.add_argument("-q", "--quiet", action="count", default=0, help="less %(prog)s")
p.add_argument("--mode", choices=["fast", "slow"], default="fast")
p.add_argument("--ratio", type=float, help=argparse.SUPPRESS)
p.add_argument("--tag", action="append")
p.add_argument("--pair", nargs=2, type=int, metavar=("A", "B"))
p.add_argument("--opt", nargs="?", const="c", default="d")
p.add_argument("--many", nargs="+")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.add_argument("--color", action=argparse.BooleanOptionalAction, default=True, help="colors")
for a in [None, [], ["-h"], ["--help"], ["-n", "3"], ["-n3", "u1", "u2"], ["-n", "x"], ["--number=4"], ["--num", "5"], ["-vqq"], ["-vn", "7"], ["-vn7"], ["--mode", "odd"], ["--mode"], ["--tag", "a", "--tag=b"], ["--pair", "1", "2"], ["--pair", "1"], ["--opt"], ["--opt", "z"], ["--opt=z", "u"], ["--many"], ["--many", "a", "b"], ["--version"], ["--no-color"], ["--co"], ["--bogus"], ["-x"], ["u", "-v", "w"], ["-n", "-3"], ["-c=3"], ["-v=3"], ["-vx"], ["--verbose=1"], ["-"], ["a b", "-c 4"], ["--h"], ["--ho", "h"], ["-n"], ["--quiet=3"], ["-q", "-1"]]:
    attempt(p, a)
attempt(p, ["--bogus", "1", "-v"], "parse_known_args")
print(p.format_usage(), end="")
p = argparse.ArgumentParser(prog="tool")
p.add_argument("first"); p.add_argument("second", type=int); p.add_argument("rest", nargs="*", default=["q"]); p.add_argument("--flag", action="store_false", dest="on")
for a in [[], ["a"], ["a", "b"], ["a", "1"], ["a", "1", "x", "y"], ["--flag", "a", "1"], ["a", "--flag", "1"], ["a", "1", "--flag", "x"], ["-1", "-2"]]:
    attempt(p, a)
print(p.format_help()); print(p)
p = argparse.ArgumentParser(prog="ex")
g = p.add_mutually_exclusive_group(); g.add_argument("--a", action="store_true"); g.add_argument("--b", type=int, default=3)
r = p.add_mutually_exclusive_group(required=True); r.add_argument("-x", action="store_const", const=7, dest="xy"); r.add_argument("-y", action="store_const", const=8, dest="xy")
o = p.add_argument_group("others", "Things that are seldom wanted."); o.add_argument("--other", required=True, help="needed")
for a in [[], ["-x"], ["-x", "--other", "1"], ["-x", "-y", "--other", "1"], ["--a", "--b", "4", "-x", "--other", "1"], ["--a", "--b", "3", "-x", "--other", "1"], ["-h"]]:
    attempt(p, a)
p = argparse.ArgumentParser(prog="git", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
p.add_argument("--level", type=int, default=2, help="level")
p.add_argument("--none", help="none"); p.add_argument("--flag", action="store_true", help="flag")
s = p.add_subparsers(dest="command", required=True, help="what to do")
a1 = s.add_parser("add", help="adds files", aliases=["a"]); a1.add_argument("files", nargs="+"); a1.set_defaults(func="add")
a2 = s.add_parser("commit-a-long-name", help="commits"); a2.add_argument("-m", "--message", default="msg", help="text")
s.add_parser("hidden")
for a in [[], ["-h"], ["add"], ["add", "x"], ["a", "x", "y"], ["commit-a-long-name", "-m", "hi"], ["commit-a-long-name", "-h"], ["bad"], ["--level", "3", "add", "f", "--zzz"], ["hidden", "z"]]:
    attempt(p, a)
p = argparse.ArgumentParser(prog="s2"); s = p.add_subparsers(title="commands", description="pick one", metavar="CMD"); s.add_parser("one", help="1"); s.add_parser("two")
for a in [[], ["-h"], ["one"], ["zzz"], ["one", "-h"]]: attempt(p, a)
p = argparse.ArgumentParser(prog="raw", formatter_class=argparse.RawDescriptionHelpFormatter, description="  line one\n    line two\n", epilog="end\n\n\n\nreal end", usage="%(prog)s [things]", add_help=False)
p.add_argument("--x", help="a\n  b"); p.add_argument("--pct", help="100%%")
print(p.format_help()); attempt(p, ["-h"])
class T(argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter): pass
p = argparse.ArgumentParser(prog="rt", formatter_class=T); p.add_argument("--x", default=1, help="a\n  b"); p.add_argument("pos", nargs="?", default=3, help="pos"); print(p.format_help())
p = argparse.ArgumentParser(prog="wide", formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=40, width=100)); p.add_argument("--a-rather-long-option-name", help="x"); print(p.format_help())
def positive(s):
    v = int(s)
    if v <= 0: raise argparse.ArgumentTypeError(f"{s} is not positive")
    return v
p = argparse.ArgumentParser(prog="ty", exit_on_error=False); p.add_argument("--p", type=positive); p.add_argument("--l", type=lambda s: [int(x) for x in s.split(",")]); p.add_argument("-r", required=True)
for a in [["--p", "0"], ["--p", "x"], ["--p", "3", "-r", "1"], ["--l", "1,2", "-r1"], ["--l", "a"], [], ["zz", "-r", "1"]]: attempt(p, a)
class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())
p = argparse.ArgumentParser(prog="act", argument_default=argparse.SUPPRESS, allow_abbrev=False); p.add_argument("--u", action=Upper); p.add_argument("--ext", nargs="*", action="extend"); p.add_argument("--cc", action="append_const", const=1); p.add_argument("--long-name")
for a in [["--u", "abc"], ["--ext", "1", "2", "--ext", "3"], ["--cc", "--cc"], ["--long", "1"], ["--long-name", "1"], []]: attempt(p, a)
for bad in [lambda: p.add_argument("--u"), lambda: p.add_argument("x", dest="y"), lambda: p.add_argument("--q", type="int"), lambda: p.add_argument("--q", action="zork"), lambda: p.add_argument("z", required=True), lambda: p.add_argument("--z", nargs=0), lambda: p.add_argument("--z", const=1), lambda: p.add_argument("--w", nargs=2, metavar=("a",)), lambda: p.add_argument("--")]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(argparse.Namespace(a=1, b="x"), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1), argparse.Namespace(**{"a b": 1}))
print(argparse.Namespace.__module__, argparse.ArgumentParser.__name__, vars(argparse.Namespace(q=1)))
p = argparse.ArgumentParser(prog="a-really-long-program-name-that-takes-much-of-the-whole-line-there-is.py"); p.add_argument("--one-option-here", metavar="SOMETHING"); p.add_argument("--two-option-here", metavar="SOMETHING"); p.add_argument("posit", nargs="+"); print(p.format_help())
parent = argparse.ArgumentParser(add_help=False); parent.add_argument("--shared", type=int, default=4); parent.add_argument("pp")
p = argparse.ArgumentParser(prog="child", parents=[parent]); p.add_argument("--own"); attempt(p, ["1", "--shared", "2"]); print(p.format_help())
p = argparse.ArgumentParser(prog="neg"); p.add_argument("n", type=float); p.add_argument("-1", dest="one", action="store_true"); attempt(p, ["-5"]); attempt(p, ["-1", "2"])
p = argparse.ArgumentParser(prog="ch"); p.add_argument("k", type=int, choices=range(1, 4)); attempt(p, ["2"]); attempt(p, ["9"]); attempt(p, ["x"])
p = argparse.ArgumentParser(prog="d"); p.add_argument("--d", type=int, default="42"); p.add_argument("--e", type=int, default=None); attempt(p, []); p.set_defaults(e=5); attempt(p, []); print(p.get_default("d"), p.get_default("zz"))
try:
    p.parse_args(["--d", "x"])
except SystemExit as e:
    print("exit", e.code)
