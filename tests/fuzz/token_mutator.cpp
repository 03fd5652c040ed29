#include "token_mutator.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

namespace {

/// Every keyword and symbol of the language, and words that programs for asyncio are made of.
constexpr const char* kTokens[] = {
#define TOKEN(name, spelling, kind) spelling,
#include "language/tokens.def"
#undef TOKEN
};
constexpr const char* kPhrases[] = {"asyncio",
                                    "await asyncio.sleep(0)",
                                    "asyncio.run(main())",
                                    "asyncio.gather(",
                                    "asyncio.create_task(",
                                    "async with asyncio.timeout(1):",
                                    "async with asyncio.TaskGroup() as g:",
                                    "async for x in ",
                                    "async def f():",
                                    "except* ValueError as e:",
                                    "except BaseException as e:",
                                    "raise",
                                    "return 1",
                                    "yield 1",
                                    "yield from ",
                                    "lambda: ",
                                    "f\"{x!r:>{y}}\"",
                                    "f'{x=}'",
                                    "b'\\xff'",
                                    "0x1f",
                                    "1e400",
                                    "10**40",
                                    "-1",
                                    "None",
                                    "x",
                                    "self",
                                    "*args",
                                    "**kwargs",
                                    "[x for x in y]",
                                    "{**d, 'k': v}",
                                    "match x:",
                                    "case [a, *_]:",
                                    "class A(B):",
                                    "def __getattr__(self, name):",
                                    "x.cancel()",
                                    "asyncio.Queue(1)",
                                    "asyncio.Semaphore(2)",
                                    "asyncio.Event()",
                                    "x = y = ",
                                    "x[1:2]",
                                    "del x",
                                    "global x",
                                    "nonlocal x",
                                    "with a, b:",
                                    "try:",
                                    "finally:",
                                    "while True:",
                                    "pass"};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}

/// Tokens as far as a mutation needs them: words, blanks, and single other characters. Joined, they are the text.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    const auto same = [&](auto belongs) {
      while (end < text.size() && belongs(text[end])) ++end;
    };
    if (is_word(text[i])) {
      same(is_word);
    } else if (text[i] == ' ') {
      same([](char c) { return c == ' '; });
    }
    pieces.emplace_back(text.substr(i, end - i));
    i = end;
  }
  return pieces;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

using Random = std::minstd_rand;

std::size_t below(Random& random, std::size_t count) { return count == 0 ? 0 : random() % count; }

std::string any_token(Random& random) {
  const bool phrase = below(random, 2) == 0;
  return phrase ? kPhrases[below(random, std::size(kPhrases))] : kTokens[below(random, std::size(kTokens))];
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

std::string change_tokens(std::string_view text, Random& random) {
  std::vector<std::string> pieces = pieces_of(text);
  if (pieces.empty()) return any_token(random);
  const std::size_t at = below(random, pieces.size());
  switch (below(random, 5)) {
    case 0:
      pieces[at] = any_token(random);
      break;
    case 1:
      pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(at), " " + any_token(random) + " ");
      break;
    case 2:
      pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 3:
      pieces[at] = pieces[below(random, pieces.size())];
      break;
    default:
      std::swap(pieces[at], pieces[below(random, pieces.size())]);
      break;
  }
  return joined(pieces);
}

std::string change_lines(std::string_view text, Random& random) {
  std::vector<std::string> lines = lines_of(text);
  if (lines.empty()) return any_token(random);
  const std::size_t at = below(random, lines.size());
  const std::size_t other = below(random, lines.size());
  switch (below(random, 5)) {
    case 0:
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 1: {
      // A line from elsewhere, at this depth.
      std::string line = lines[other];
      line = std::string(indent_of(lines[at]), ' ') + line.substr(indent_of(line));
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), line);
      break;
    }
    case 2:
      std::swap(lines[at], lines[other]);
      break;
    case 3:
      lines[at] = "    " + lines[at];
      break;
    default:
      if (indent_of(lines[at]) >= 4) lines[at].erase(0, 4);
      break;
  }
  return joined(lines);
}

}  // namespace

std::string mutate_program(std::string_view text, std::uint32_t seed) {
  Random random(seed + 1);
  return below(random, 3) == 0 ? change_lines(text, random) : change_tokens(text, random);
}

}  // namespace sluice

/// libFuzzer calls this instead of its own mutation of bytes; one time in eight it is asked for that one all the same.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  if (seed % 8 == 0) return LLVMFuzzerMutate(data, size, most);
  const std::string text =
      sluice::mutate_program({reinterpret_cast<const char*>(data), size}, static_cast<std::uint32_t>(seed));
  const std::size_t length = std::min(text.size(), most);
  std::memcpy(data, text.data(), length);
  return length;
}
