#include "language/code.h"

#include <algorithm>

namespace sluice {

const ExceptionEntry* Code::find_handler(std::uint32_t instruction) const {
  const auto after = std::upper_bound(exceptions.begin(), exceptions.end(), instruction,
                                      [](std::uint32_t at, const ExceptionEntry& entry) { return at < entry.start; });
  if (after == exceptions.begin()) return nullptr;
  const ExceptionEntry& entry = *(after - 1);
  return instruction < entry.end ? &entry : nullptr;
}

}  // namespace sluice
