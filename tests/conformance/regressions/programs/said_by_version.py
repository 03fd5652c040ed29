# Regression: words that changed from version to version: json's commas at the end (3.13), dataclass defaults (3.13), and
# the names of types in errors of `with` (3.14).
import asyncio
import dataclasses
import json


class Local:
    pass


async def main():
    for text in ('[1,]', '[1, 2 , ]', '{"a": 1,}', '{"a": [1,\n ]}', '[,]', '{,}', '[1,,2]'):
        try:
            json.loads(text)
        except ValueError as error:
            print(error)
    try:
        dataclasses.make_dataclass('D', [('x', int, 1), ('y', int)])
    except TypeError as error:
        print(error)
    for manager in (asyncio.Lock(), Local(), 5, main):
        try:
            with manager:
                pass
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
        try:
            async with manager:
                pass
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)

asyncio.run(main())
