#include "language/source.h"

#include <utility>

namespace sluice {

SourceText::SourceText(std::string filename, std::string text, SourceOrigin origin)
    : filename_(std::move(filename)), text_(std::move(text)), origin_(origin) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const bool ends_line = text_[i] == '\n' || (text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n'));
    if (ends_line && i + 1 < text_.size()) line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::string_view SourceText::line(std::size_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::size_t begin = line_starts_[number - 1];
  std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return std::string_view(text_).substr(begin, end - begin);
}

}  // namespace sluice
