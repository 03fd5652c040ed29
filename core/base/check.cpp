#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace sluice {

void check_failed(const char* condition, const char* file, int line) {
  std::fputs("internal error: ", stderr);
  std::fputs(condition, stderr);
  std::fputs(" does not hold at ", stderr);
  std::fputs(file, stderr);
  std::fputs(":", stderr);
  char digits[12];
  int count = 0;
  for (int rest = line; rest > 0 || count == 0; rest /= 10) digits[count++] = static_cast<char>('0' + rest % 10);
  while (count > 0) std::fputc(digits[--count], stderr);
  std::fputs("\n", stderr);
  std::abort();
}

}  // namespace sluice
