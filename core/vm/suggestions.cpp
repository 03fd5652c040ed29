#include "vm/suggestions.h"

#include <algorithm>
#include <cstdint>

namespace sluice {

namespace {

constexpr std::size_t kMoveCost = 2;
constexpr std::size_t kCaseCost = 1;
constexpr std::size_t kLongestName = 40;  // longer names are never suggested (CPython's MAX_STRING_SIZE)
constexpr std::size_t kMostNames =
    750;  // with more candidates there is no suggestion at all (CPython's MAX_CANDIDATE_ITEMS)

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t change_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

/// Edit distance, or more than `most` if it is greater than that.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  if (a == b) return 0;
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() > kLongestName || b.size() > kLongestName) return most + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j * kMoveCost;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = (i + 1) * kMoveCost;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + change_cost(a[i], b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + kMoveCost, row[j + 1] + kMoveCost});
    }
  }
  return row.back();
}

}  // namespace

std::string closest_name(std::string_view wanted, const std::vector<std::string>& names, bool is_strict) {
  if (names.size() >= kMostNames) return "";
  std::string best;
  std::size_t best_distance = is_strict ? wanted.size() : SIZE_MAX;
  for (const std::string& name : names) {
    if (name == wanted) continue;
    // At most one character in three may differ.
    const std::size_t most = std::min((wanted.size() + name.size() + 3) * kMoveCost / 6, best_distance - 1);
    const std::size_t found = distance(wanted, name, most);
    if (found > most) continue;
    if (best.empty() || found < best_distance) {
      best = name;
      best_distance = found;
    }
  }
  return best;
}

}  // namespace sluice
