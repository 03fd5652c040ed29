"""`from package import module` gives a module also where it is not modelled: it is refused where it is used."""
import asyncio
from asyncio import streams, subprocess
from concurrent.futures import process
from unittest import mock

print(mock.__name__, streams.__name__, process.__name__, asyncio.subprocess is subprocess)
