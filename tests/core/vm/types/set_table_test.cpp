#include "vm/set_table.h"

#include <vector>

#include "catch.h"

namespace sluice {
namespace {

TEST_CASE("members lie at their hash, or in one of the nine slots behind it", "[set_table]") {
  SetTable table;
  std::vector<std::uint32_t> members;
  REQUIRE(table.reset(16, members));
  CHECK(table.size() == 32);
  CHECK(table.insert(5, 0) == 5);
  CHECK(table.insert(37, 1) == 6);
  CHECK(table.insert(4, 2) == 4);
  CHECK(table.members() == std::vector<std::uint32_t>{2, 0, 1});
  CHECK(table.next_taken(7) == 4);
}

TEST_CASE("a small table is probed by steps", "[set_table]") {
  SetTable table;
  CHECK(table.insert(0, 0) == 0);
  CHECK(table.insert(8, 1) == 1);
  CHECK(table.insert(16, 2) == 6);
  CHECK(table.is_full(2));
  CHECK_FALSE(table.is_full(1));
}

TEST_CASE("the last slot passed by whose member has gone is taken again", "[set_table]") {
  SetTable table;
  table.insert(0, 0);
  table.insert(8, 1);
  table.remove(0);
  table.remove(1);
  CHECK(table.used() == 0);
  CHECK(table.fill() == 2);
  CHECK(table.insert(16, 2) == 1);
  CHECK(table.fill() == 2);
}

TEST_CASE("a table that is made anew forgets what has gone", "[set_table]") {
  SetTable table;
  std::vector<std::uint32_t> members;
  CHECK_FALSE(table.reset(4, members));
  table.insert(3, 0);
  table.insert(1, 1);
  table.remove(3);
  REQUIRE(table.reset(4, members));
  CHECK(members == std::vector<std::uint32_t>{1});
  CHECK(table.size() == 8);
  CHECK(table.fill() == 0);
}

}  // namespace
}  // namespace sluice
