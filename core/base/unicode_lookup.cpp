// Decoders of the three table encodings: each walks from the front until it has passed the code point.
#include "base/unicode_tables.h"

namespace sluice::unicode {
namespace {

class Reader {
 public:
  explicit Reader(const Table& table) : at_(table.data), end_(table.data + table.size) {}

  [[nodiscard]] bool done() const { return at_ == end_; }

  std::uint32_t number() {
    std::uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      const unsigned byte = *at_++;
      value |= (byte & 0x7Fu) << shift;
      if (byte < 0x80) return value;
    }
  }

  /// A signed number: the sign is in the lowest bit.
  std::int32_t signed_number() {
    const std::uint32_t value = number();
    const std::int32_t half = static_cast<std::int32_t>(value >> 1);
    return (value & 1u) != 0 ? -half - 1 : half;
  }

 private:
  const unsigned char* at_;
  const unsigned char* end_;
};

}  // namespace

Range find_range(const Table& ranges, char32_t code) {
  Reader reader(ranges);
  for (char32_t end = 0; !reader.done();) {
    const char32_t start = end + reader.number();
    end = start + reader.number() + 1;
    if (code < start) break;
    if (code < end) return {true, start};
  }
  return {false, 0};
}

Mapping map_code(const Table& runs, char32_t code) {
  Reader reader(runs);
  for (char32_t end = 0; !reader.done();) {
    const char32_t start = end + reader.number();
    const std::uint32_t shape = reader.number();
    const std::int32_t delta = reader.signed_number();
    const std::uint32_t stride = (shape & 1u) + 1;
    end = start + (shape >> 1) * stride + 1;
    if (code < start) break;
    if (code >= end) continue;
    if ((code - start) % stride != 0) break;
    return {true, static_cast<char32_t>(static_cast<std::int32_t>(code) + delta)};
  }
  return {false, code};
}

Expansion find_string(const Table& strings, char32_t code) {
  Reader reader(strings);
  for (char32_t next = 0; !reader.done();) {
    const char32_t at = next + reader.number();
    Expansion expansion{static_cast<int>(reader.number()), {}};
    for (int i = 0; i < expansion.count; ++i) expansion.codes[i] = reader.number();
    if (at == code) return expansion;
    if (at > code) break;
    next = at + 1;
  }
  return {0, {}};
}

}  // namespace sluice::unicode
