# Regression: a program that imports a module which is not modelled was refused, though it never uses it, or only where no run comes.
import asyncio
import platform
import urllib.parse
from decimal import Decimal, InvalidOperation
from ssl import SSLError, create_default_context as make_context
from typing import Optional


class Account:
    rate: Optional[Decimal] = None

    def __init__(self, name: str, context=make_context):
        self.name, self.context = name, context

    def balance(self, digits: Decimal) -> Decimal:
        return Decimal(digits)

    def page(self):
        return urllib.parse.urljoin('/', self.name)


async def main():
    account = Account('a')
    try:
        await asyncio.sleep(0.1)
        if account.name == 'b':
            print(platform.python_version())
    except (SSLError, InvalidOperation):
        print('never')
    print(account.name, account.context is make_context, account.rate)

asyncio.run(main())
