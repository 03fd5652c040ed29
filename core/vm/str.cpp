#include "vm/str.h"

#include "base/heap.h"
#include "base/utf8.h"

namespace sluice {

namespace {

/// Bytes of a string that lie outside the Str object itself; short texts lie inside it.
std::ptrdiff_t outside_bytes(const std::string& text) {
  return text.capacity() < sizeof(std::string) ? 0 : static_cast<std::ptrdiff_t>(text.capacity() + 1);
}

}  // namespace

Str::Str(std::string text) : Object(ObjectKind::Str), text_(static_cast<std::string&&>(text)) {
  length_ = utf8_length(text_);
  Heap::current().adjust(outside_bytes(text_));
}

Str::~Str() { Heap::current().adjust(-outside_bytes(text_)); }

Bytes::Bytes(std::string data) : Object(ObjectKind::Bytes), data_(static_cast<std::string&&>(data)) {
  Heap::current().adjust(outside_bytes(data_));
}

Bytes::~Bytes() { Heap::current().adjust(-outside_bytes(data_)); }

std::uint64_t Str::hash() const {
  if (hash_ != 0) return hash_;
  // FNV-1a, and a last mix so that the low bits depend on all of them.
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text_) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  hash ^= hash >> 32;
  hash_ = hash == 0 ? 1 : hash;
  return hash_;
}

}  // namespace sluice
