#include "sluice/show.h"

#include "catch.h"

#include <string_view>

namespace sluice {
namespace {

TEST_CASE("A byte order mark and the line ends of Windows are no part of what is shown") {
  constexpr std::string_view kPlain = "x = 1\nif x:\n    print(x)\n";
  constexpr std::string_view kOfWindows = "\xEF\xBB\xBFx = 1\r\nif x:\r\n    print(x)\r\n";
  const RunOptions options;
  for (const auto show : {show_tokens, show_ast, show_code}) {
    const TextView expected = show(kPlain, options);
    const TextView shown = show(kOfWindows, options);
    REQUIRE(expected.problem.empty());
    REQUIRE(shown.problem.empty());
    REQUIRE(shown.text == expected.text);
  }
}

}  // namespace
}  // namespace sluice
