#include "language/token_dump.h"

#include "base/text_repr.h"

namespace sluice {

namespace {

constexpr std::size_t kPlaceWidth = 14;
constexpr std::size_t kKindWidth = 20;

std::string place(const SourcePosition& position) {
  return std::to_string(position.line) + ":" + std::to_string(position.byte_column);
}

void pad(std::string& line, std::size_t width) {
  if (line.size() < width) line.append(width - line.size(), ' ');
}

}  // namespace

std::string dump_tokens(const LexResult& lexed) {
  std::string out;
  for (const Token& token : lexed.tokens) {
    std::string line = place(token.range.begin) + "-" + place(token.range.end);
    pad(line, kPlaceWidth);
    line += token_kind_name(token.kind);
    if (!token.text.empty()) {
      pad(line, kPlaceWidth + kKindWidth);
      line += repr_text(token.text);
    }
    out += line + "\n";
  }
  if (lexed.diagnostic) {
    out += place(lexed.diagnostic->range.begin) + "  " + diagnostic_kind_name(lexed.diagnostic->kind) + ": " +
           lexed.diagnostic->message + "\n";
  }
  return out;
}

}  // namespace sluice
