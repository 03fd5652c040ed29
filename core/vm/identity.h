// identity.h — id() of objects: numbers that look like addresses and are the same in every run.
#pragma once

#include <cstdint>
#include <string>

#include "base/value.h"

namespace sluice {

/// Given out in the order in which objects are first asked. As with CPython's addresses, an object may get the number
/// of one that died before.
[[nodiscard]] std::uint64_t identity_of(const Value& value);

/// "0x7f3a5c000010": as default reprs show it.
[[nodiscard]] std::string identity_text(const Value& value);

/// How often so far something was asked for that CPython makes anew for each run: the id of an object, or the hash of a
/// text. What was worked out without is the same in every run.
[[nodiscard]] std::uint64_t chances_taken();
void take_chance();

/// Forgets all numbers: called when a VM begins.
void reset_identities();

}  // namespace sluice
