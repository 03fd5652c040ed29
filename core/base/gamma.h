// gamma and lgamma as CPython computes them: not by libm but by Lanczos' approximation, so that all platforms agree.
#pragma once

namespace sluice {

/// math.lgamma(x). Infinity at the poles (0, -1, -2, ...), where Python raises ValueError, and on overflow.
[[nodiscard]] double math_lgamma(double x);

/// math.gamma(x). NaN where Python raises ValueError (poles, -inf), infinity where it raises OverflowError.
[[nodiscard]] double math_gamma(double x);

}  // namespace sluice
