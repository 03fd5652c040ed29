#include "language/ast.h"

#include <cstring>

namespace sluice::ast {

void* Arena::allocate(std::size_t size) {
  constexpr std::size_t kAlign = alignof(std::max_align_t);
  size = (size + kAlign - 1) / kAlign * kAlign;
  if (size > left_) {
    const std::size_t bytes = size > kBlockBytes ? size : kBlockBytes;
    blocks_.push_back(std::make_unique<std::max_align_t[]>(bytes / sizeof(std::max_align_t) + 1));
    free_ = reinterpret_cast<char*>(blocks_.back().get());
    left_ = bytes;
  }
  void* memory = free_;
  free_ += size;
  left_ -= size;
  return memory;
}

std::string_view Arena::text(std::string_view characters) {
  if (characters.empty()) return {};
  char* copy = static_cast<char*>(allocate(characters.size()));
  std::memcpy(copy, characters.data(), characters.size());
  return {copy, characters.size()};
}

}  // namespace sluice::ast
