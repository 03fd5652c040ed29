#include "vm/library_pack.h"

#include <algorithm>
#include <utility>

#include "vm/library_sources.h"

namespace sluice {

std::optional<LibraryPack> LibraryPack::read(std::string text) {
  const std::string_view head = library_pack_head();
  if (text.compare(0, head.size(), head) != 0) return std::nullopt;
  LibraryPack pack;
  std::size_t at = head.size() + 1;
  while (at < text.size()) {
    const std::size_t blank = text.find(' ', at);
    const std::size_t line_end = text.find('\n', at);
    if (line_end == std::string::npos || blank > line_end) return std::nullopt;
    std::size_t size = 0;
    for (const char digit : std::string_view(text).substr(blank + 1, line_end - blank - 1)) {
      if (digit < '0' || digit > '9' || size > text.size()) return std::nullopt;
      size = size * 10 + static_cast<std::size_t>(digit - '0');
    }
    pack.entries_.push_back(Entry{text.substr(at, blank - at), line_end + 1, size});
    at = line_end + 1 + size;
  }
  // A text that was cut off ends within a module, or lacks some.
  if (at != text.size() || pack.entries_.size() != packed_modules().size()) return std::nullopt;
  pack.text_ = std::move(text);
  return pack;
}

const LibraryPack& LibraryPack::built_in() {
  static const LibraryPack pack = read(std::string(library_pack_text())).value_or(LibraryPack());
  return pack;
}

std::optional<std::string_view> LibraryPack::find(std::string_view name) const {
  for (const Entry& entry : entries_) {
    if (entry.name == name) return std::string_view(text_).substr(entry.begin, entry.size);
  }
  return std::nullopt;
}

bool is_packed_module(std::string_view name) {
  const std::span<const char* const> names = packed_modules();
  return std::any_of(names.begin(), names.end(), [&](const char* each) { return name == each; });
}

}  // namespace sluice
