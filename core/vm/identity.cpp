#include "vm/identity.h"

#include <unordered_map>

namespace sluice {

namespace {

struct Identities {
  std::unordered_map<std::uint64_t, std::uint64_t> numbers;  ///< by the value's bits
  std::uint64_t next = 0;
  std::uint64_t chances = 0;
};

Identities& identities() {
  static Identities table;
  return table;
}

/// CPython's objects lie around here on a 64-bit Linux, 16 bytes apart at least.
constexpr std::uint64_t kFirst = 0x7f0000010000;
constexpr std::uint64_t kDistance = 0x30;

}  // namespace

std::uint64_t chances_taken() { return identities().chances; }
void take_chance() { ++identities().chances; }

std::uint64_t identity_of(const Value& value) {
  take_chance();
  Identities& table = identities();
  const auto [place, is_new] = table.numbers.try_emplace(value.bits(), 0);
  if (is_new) place->second = kFirst + kDistance * table.next++;
  return place->second;
}

std::string identity_text(const Value& value) {
  std::uint64_t number = identity_of(value);
  std::string digits;
  for (; number != 0; number >>= 4) digits.insert(digits.begin(), "0123456789abcdef"[number & 15]);
  return "0x" + digits;
}

void reset_identities() {
  identities().numbers.clear();
  identities().next = 0;
}

}  // namespace sluice
