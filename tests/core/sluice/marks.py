# Tracebacks of expressions of every shape: which part is marked, over one line and over many, with brackets, strings and signs in between.
import asyncio
import re
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        print(re.sub(r'File "[^"]*"', 'File "marks.py"', "".join(traceback.format_exception(error))))


def fail(*arguments, **named):
    raise ValueError("failed")


class Owner:
    value = {"a": [1, 2]}

    def method(self, *arguments):
        return fail()


owner = Owner()
zero = 0
text = "a"


def binary():
    return (1 + 2) * 3 - "x" - 4


def signs():
    return -1 - -text


def power():
    return 2 ** 3 ** text


def division():
    return 8 // 4 / zero * 2


def shifted():
    return (1 << 2) + (3 << text)


def in_string():
    return "a - b" + 'c + "d"' + ("\"" "x") + 5


def with_comment():
    return ("a + b"  # a comment + with operators
            + "c"
            + 5
            )


def subscript():
    return owner.value["a"][0]["b"]


def subscript_lines():
    return owner.value[
        "absent"
    ]


def call_chain():
    return owner.method(1).other(2)


def call_lines():
    return fail(
        1,
        [2,
         3],
        key="(",
    )


def assigned_call():
    result = fail(1,
                  2)
    return result


def nested_call():
    return [fail(), 1]


def call_in_middle():
    return len([1]) + fail(
        1
    ) + 2


def attribute():
    return owner.value.absent


def compare():
    return 1 < text


def compare_lines():
    return (1
            <
            text)


def unary():
    return -text


def unicode_names():
    größe = 1
    return größe + "é" + größe


def wide():
    return ("ü" +
            "漢字" + 5 + "ß")


def long_lines():
    return fail(
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
    ) + 1


def unpack():
    a, b = 1
    return a, b


def augmented():
    total = 1
    total += "x"
    return total


def deleted():
    del owner.value["z"]


def asserted():
    assert zero, ("message",
                  "of two")


def comprehension():
    return [1 / number for number in (1, 0)]


def lambda_call():
    return (lambda x: x + 1)(text)


def with_statement():
    with owner:
        pass


def for_loop():
    for _ in 5:
        pass


def raise_from():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("from it") from error


def raise_during():
    try:
        fail()
    finally:
        {}["later"]


def raise_none():
    try:
        fail()
    except ValueError:
        raise KeyError("alone") from None


def f_string():
    return f"{text + 1}"


def conditional():
    return 1 if zero / zero else 2


def keyword_call():
    return fail(*[1], **{"a": 2})


def star_call():
    return owner.method(*[1, 2])


def starred():
    return fail(*5)


def name():
    return undefined + 1


def multi(): x = 1; return x + text


def tabbed():
	return 1 + text


def recurse(n):
    return recurse(n - 1) if n else 1 / 0


async def awaits():
    return await asyncio.sleep(
        0
    ) + 1


async def main():
    try:
        await awaits()
    except TypeError as error:
        print(re.sub(r'File "[^"]*"', 'File "marks.py"', "".join(traceback.format_exception(error))))


for function in (binary, signs, power, division, shifted, in_string, with_comment, subscript, subscript_lines, call_chain, call_lines, assigned_call, nested_call, call_in_middle, attribute, compare, compare_lines, unary, unicode_names, wide, long_lines, unpack, augmented, deleted, asserted, comprehension, lambda_call, with_statement, for_loop, raise_from, raise_during, raise_none, f_string, conditional, keyword_call, star_call, starred, name, multi, tabbed):
    show(function)
show(recurse, 10)
asyncio.run(main())
