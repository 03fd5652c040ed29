// hostile.mjs — programs that want to do harm: each with what must come of it. Shared by the tests of the page and of the engine.

/** Nothing of a program may become this. */
export const MARKUP = '<img src=x onerror=globalThis.pwned=1><script>globalThis.pwned=1</script><b>bold</b>';

/**
 * Programs that never end by themselves, or want all there is: the words with which the run ends.
 * @type {Record<string, { source: string, words: RegExp }>}
 */
export const RUNAWAY = {
  "a loop without an end": { source: "while True: pass\n", words: /instructions/ },
  "a loop that catches everything": { source: "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n", words: /instructions/ },
  "a task that never sleeps": { source: "import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\nasyncio.run(main())\n", words: /events/ },
  "tasks that make tasks": { source: "import asyncio\nasync def breed():\n    while True:\n        asyncio.create_task(breed())\n        await asyncio.sleep(0)\nasyncio.run(breed())\n", words: /events|memory/ },
  "a cleanup that does not end": { source: "import asyncio\nasync def main():\n    try:\n        while True: await asyncio.sleep(0)\n    finally:\n        while True: await asyncio.sleep(0)\nasyncio.run(main())\n", words: /events/ },
  "a list that doubles": { source: "a = [0]\nwhile True: a = a + a\n", words: /memory/ },
  "a string of ten gigabytes": { source: "a = 'x' * 10 ** 10\n", words: /[Mm]emory/ },
  "a number of a billion digits": { source: "a = 10 ** 10 ** 9\n", words: /memory|digits/ },
  "a field that is a billion wide": { source: "print(f'{1:1000000000}')\n", words: /memory|Memory/ },
  "recursion": { source: "def f(): f()\nf()\n", words: /recursion/ },
  "recursion by await": { source: "import asyncio\nasync def f(): await f()\nasyncio.run(f())\n", words: /recursion/ },
  "a list in a list, a million deep": { source: "a = []\nfor i in range(1000000): a = [a]\nprint(a)\n", words: /recursion/ },
  "a flood of lines": { source: "while True: print('x')\n", words: /output/ },
  "a flood of empty lines": { source: "while True: print()\n", words: /output/ },
  "a flood without a line break": { source: "while True: print('x' * 1000, end='')\n", words: /output/ },
};

/** Texts that a parser could choke on. They are refused, or run; nothing else. @type {Record<string, string>} */
export const INDIGESTIBLE = {
  "parentheses, a hundred thousand deep": `x = ${"(".repeat(100_000)}${")".repeat(100_000)}\n`,
  "signs, a hundred thousand": `x = ${"-".repeat(100_000)}1\n`,
  "attributes, fifty thousand": `x${".a".repeat(50_000)}\n`,
  "lambdas in lambdas": `${"lambda:".repeat(20_000)}0\n`,
  "branches, four thousand": `if 0: pass\n${"elif 0: pass\n".repeat(4000)}`,
  "brackets that are never closed": "[".repeat(50_000),
  "a string that is never closed": `x = """${"a\n".repeat(1000)}`,
  "characters that are none": "x = '\u0000\u0001\u001b[31m\uFEFF\uFFFE'\nprint(x)\n\u0000",
  "half of a pair": "print('\uD800')\n",
};
