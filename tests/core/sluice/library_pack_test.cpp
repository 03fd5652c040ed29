// Runs without the library pack, and with it.
#include "vm/library_pack.h"

#include <optional>
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/engine.h"
#include "sluice/run.h"
#include "vm/library_sources.h"

namespace sluice {

namespace {

std::string whole_pack() { return std::string(library_pack_text()); }

/// A run where the pack is a file that has not come yet.
RunResult run_without(const std::string& source) {
  const LibraryPack none;
  RunOptions options;
  options.library_pack = &none;
  return run(source, options);
}

}  // namespace

TEST_CASE("a run without the pack ends where it imports a module of it, and says which and where", "[library_pack]") {
  const RunResult result = run_without("print(1)\ntry:\n    import argparse\nexcept BaseException:\n    print(2)\n");

  CHECK(result.failure.kind == Failure::Kind::Library);
  CHECK(result.failure.text == "Library: argparse");
  CHECK(result.failure.line == 3);
  CHECK(printed(result) == "1\n");
}

TEST_CASE("each way to a module of the pack asks for it", "[library_pack]") {
  for (const char* source :
       {"from statistics import mean", "import json", "import urllib.parse", "from logging import handlers",
        "import datetime\ndatetime.datetime.fromisoformat('2024-01-02')", "def late():\n    import unittest\nlate()"}) {
    INFO(source);
    CHECK(run_without(source).failure.kind == Failure::Kind::Library);
  }
}

TEST_CASE("most programs need no pack: neither asyncio nor a traceback does", "[library_pack]") {
  const RunResult result = run_without(R"(
import asyncio, collections, contextlib, dataclasses, datetime, enum, functools, itertools, logging, os, queue, random
import string, sys, threading, time, traceback, typing, warnings
from concurrent.futures import ThreadPoolExecutor

async def main():
    logging.warning('%s', await asyncio.to_thread(time.time))
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))
    try:
        1 / 0
    except ZeroDivisionError:
        traceback.print_exc()
    raise ValueError('an end')

asyncio.run(main(), debug=True)
)");

  CHECK(result.failure.text == "ValueError: an end");
}

TEST_CASE("with the pack the same program goes on as where it is built in", "[library_pack]") {
  const std::string source =
      "import statistics, textwrap\nprint(statistics.mean([1, 2]), textwrap.shorten('a  b', 9))\n";
  const std::optional<LibraryPack> pack = LibraryPack::read(whole_pack());
  REQUIRE(pack);
  RunOptions options;
  options.library_pack = &*pack;

  const RunResult supplied = run(source, options);

  CHECK(printed(supplied) == "1.5 a b\n");
  CHECK(supplied.trace->digest() == run(source, RunOptions()).trace->digest());
}

TEST_CASE("only the whole pack of this build is one", "[library_pack]") {
  const std::string whole = whole_pack();
  for (const std::size_t size : {whole.size() - 1, whole.size() / 2, library_pack_head().size() + 1, std::size_t{0}}) {
    CHECK(!LibraryPack::read(whole.substr(0, size)));
  }
  CHECK(!LibraryPack::read(whole + " "));
  CHECK(!LibraryPack::read("<!doctype html>\n<title>Not found</title>\n"));
  std::string other = whole;
  other[library_pack_head().size() - 1] ^= 1;
  CHECK(!LibraryPack::read(other));
}

TEST_CASE("a pack that was supplied stays for all later runs of an engine", "[library_pack]") {
  Engine engine;

  CHECK(!engine.supply_library("something else"));
  CHECK(engine.supply_library(whole_pack()));
  CHECK(engine.supply_library("not read any more"));

  CHECK(engine.run("import csv", RunOptions()).columns.failure.kind == std::string());
}

}  // namespace sluice
