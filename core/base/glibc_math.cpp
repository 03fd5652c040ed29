// The algorithms behind glibc's functions, which it shares with Arm's optimized routines and IBM's accurate library:
// a table brings the argument near a point, a short polynomial does the rest, and sums are kept in two parts.
#include "base/glibc_math.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "base/elementary.h"
#include "base/glibc_tables.h"

namespace sluice::glibc {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLn2High = 0x1.62e42fefa3800p-1;
constexpr double kLn2Low = 0x1.ef35793c76730p-45;
constexpr int kFractionBits = 52;
constexpr std::uint64_t kExponentMask = 0xFFF0000000000000;

double from_bits(std::uint64_t bits) {
  double value = 0.0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

std::uint64_t to_bits(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

/// x = 2**k * z, and the interval of z in a table that starts with the bits `start`.
struct Decomposition {
  double k;
  double z;
  std::size_t interval;
};

Decomposition decompose(double x, std::uint64_t start) {
  std::uint64_t bits = to_bits(x);
  if (bits >> kFractionBits == 0) bits = to_bits(x * 0x1p52) - (std::uint64_t{52} << kFractionBits);
  const std::uint64_t offset = bits - start;
  const std::int64_t k = static_cast<std::int64_t>(offset) >> kFractionBits;
  return {static_cast<double>(k), from_bits(bits - (offset & kExponentMask)),
          static_cast<std::size_t>(offset >> (kFractionBits - 7) & 0x7F)};
}

/// scale * (1 + sum), where `bits` are those of the scale unless its exponent is out of range; then `k`, the number of
/// intervals, tells to which side.
double scale_by_power(std::uint64_t bits, double sum, std::uint64_t k, bool may_be_out_of_range) {
  if (!may_be_out_of_range) {
    const double scale = from_bits(bits);
    return std::fma(scale, sum, scale);
  }
  if ((k & 0x80000000u) == 0) {
    const double scale = from_bits(bits - (std::uint64_t{1009} << kFractionBits));
    return 0x1p1009 * std::fma(scale, sum, scale);
  }
  const double scale = from_bits(bits + (std::uint64_t{1022} << kFractionBits));
  double y = scale + scale * sum;
  if (y < 1.0) {
    // The result is subnormal: round at its last bit, and only once.
    const double low = scale - y + scale * sum;
    const double high = 1.0 + y;
    y = (high + (1.0 - high + y + low)) - 1.0;
  }
  return 0x1p-1022 * y;
}

/// e**(x + tail) for 2**-54 <= |x| < 1024; `tail` is tiny.
double exp_of_sum(double x, double tail) {
  constexpr double kPerInterval = 0x1.71547652b82fep+7;  // 128 / ln 2
  constexpr double kIntervalHigh = -0x1.62e42fefa0000p-8;
  constexpr double kIntervalLow = -0x1.cf79abc9e3b3ap-47;
  constexpr double kShift = 0x1.8p52;  // adding it rounds to an integer, which then stands in the low bits
  constexpr double kC2 = 0x1.ffffffffffdbdp-2;
  constexpr double kC3 = 0x1.555555555543cp-3;
  constexpr double kC4 = 0x1.55555cf172b91p-5;
  constexpr double kC5 = 0x1.1111167a4d017p-7;

  const double shifted = std::fma(x, kPerInterval, kShift);
  const std::uint64_t k = to_bits(shifted);
  const double turns = shifted - kShift;
  const double r = std::fma(turns, kIntervalLow, std::fma(turns, kIntervalHigh, x)) + tail;
  const ExpEntry& entry = exp_table()[k & 0x7F];
  const double square = r * r;
  const double low_terms = std::fma(std::fma(kC3, r, kC2), square, r + entry.tail);
  const double sum = std::fma(std::fma(r, kC5, kC4), square * square, low_terms);

  return scale_by_power(entry.bits + (k << 45), sum, k, std::fabs(x) >= 512.0);
}

/// log(1 + r) for x = 1 + r in [1 - 1/16, 1 + 265/4096).
double log_near_one(double x) {
  constexpr double kB[] = {-0x1p-1,
                           0x1.5555555555577p-2,
                           -0x1.ffffffffffdcbp-3,
                           0x1.999999995dd0cp-3,
                           -0x1.55555556745a7p-3,
                           0x1.24924a344de30p-3,
                           -0x1.fffffa4423d65p-4,
                           0x1.c7184282ad6cap-4,
                           -0x1.999eb43b068ffp-4,
                           0x1.78182f7afd085p-4,
                           -0x1.5521375d145cdp-4};
  const double r = x - 1.0;
  const double square = r * r;
  const double cube = r * square;
  const double low = std::fma(square, kB[3], std::fma(r, kB[2], kB[1]));
  const double middle = std::fma(square, kB[6], std::fma(r, kB[5], kB[4]));
  const double high = std::fma(cube, kB[10], std::fma(square, kB[9], std::fma(r, kB[8], kB[7])));
  const double polynomial = std::fma(std::fma(high, cube, middle), cube, low);

  // r - r * r / 2 in two parts, from the upper half of r.
  const double upper = std::fma(-0x1p27, r, std::fma(r, 0x1p27, r));
  const double upper_square = upper * upper;
  const double sum = std::fma(upper_square, kB[0], r);
  double rest = std::fma(upper_square, kB[0], r - sum);
  rest = std::fma(kB[0] * (r - upper), r + upper, rest);
  return sum + std::fma(polynomial, cube, rest);
}

/// log(x) as high + low, with about 68 bits.
struct TwoParts {
  double high;
  double low;
};

TwoParts log_in_two_parts(double x) {
  constexpr double kA[] = {-0x1p-1,
                           -0x1.5555555555560p-1,
                           0x1.0000000000006p-1,
                           0x1.999999959554ep-1,
                           -0x1.555555529a47ap-1,
                           -0x1.2495b9b4845e9p+0,
                           0x1.0002b8b263fc3p+0};
  const Decomposition parts = decompose(x, kPowStart);
  const PowEntry& entry = pow_table()[parts.interval];
  const double r = std::fma(parts.z, entry.reciprocal, -1.0);
  const double t1 = std::fma(parts.k, kLn2High, entry.log);
  const double t2 = t1 + r;
  const double low1 = std::fma(parts.k, kLn2Low, entry.log_tail);
  const double low2 = t1 - t2 + r;
  const double ar = kA[0] * r;
  const double ar2 = r * ar;
  const double ar3 = r * ar2;
  const double high = t2 + ar2;
  const double low3 = std::fma(ar, r, -ar2);
  const double low4 = t2 - high + ar2;
  const double inner = std::fma(std::fma(r, kA[6], kA[5]), ar2, std::fma(kA[4], r, kA[3]));
  const double polynomial = std::fma(ar2, inner, std::fma(kA[2], r, kA[1]));
  const double low = std::fma(ar3, polynomial, low1 + low2 + low3 + low4);
  const double sum = high + low;
  return {sum, high - sum + low};
}

constexpr double kHalfPi = 0x1.921fb54442d18p+0;
constexpr double kHalfPiLow = 0x1.1a62633145c07p-54;

/// The table's angle nearest to `angle` in 0 .. 0.86, and what is left.
struct NearAngle {
  const AngleEntry* entry;
  double rest;
};

NearAngle near_angle(double angle) {
  constexpr double kShift = 0x1.8p45;  // adding it rounds to a multiple of 1/128
  const double nearest = (angle + kShift) - kShift;
  return {angle_table() + static_cast<std::size_t>(nearest * 128.0), angle - nearest};
}

// sin(rest) and 1 - cos(rest) for a rest of 1/256 at most.
constexpr double kSine3 = -0x1.5555555555515p-3;
constexpr double kSine5 = 0x1.11110e829872fp-7;
constexpr double kCosine2 = 0.5;
constexpr double kCosine4 = -0x1.5555555555535p-5;
constexpr double kCosine6 = 0x1.6c16bedd9e239p-10;

double versine_of_rest(double square) {
  return square * std::fma(std::fma(kCosine6, square, kCosine4), square, kCosine2);
}

/// sin(x + dx) for |x| up to 0.86; dx is tiny.
double sin_of_sum(double x, double dx) {
  if (std::fabs(x) < 0.126) {
    constexpr double kTaylor[] = {-0x1.5555555555555p-3, 0x1.1111111110ecep-7, -0x1.a01a019db08b8p-13,
                                  0x1.71de27b9a7ed9p-19, -0x1.addffc2fcdf59p-26};
    const double square = x * x;
    double sum = kTaylor[4];
    for (int i = 3; i >= 0; --i) sum = std::fma(sum, square, kTaylor[i]);
    return x + std::fma(square, std::fma(sum, x, -(0.5 * dx)), dx);
  }
  if (x <= 0.0) dx = -dx;
  const NearAngle near = near_angle(std::fabs(x));
  const double square = near.rest * near.rest;
  const double s = near.rest + std::fma(near.rest * square, std::fma(kSine5, square, kSine3), dx);
  const double c = std::fma(near.rest, dx, versine_of_rest(square));
  double correction = std::fma(s, near.entry->cosine_low, near.entry->sine_low);
  correction = std::fma(s, near.entry->cosine, std::fma(-c, near.entry->sine, correction));
  return std::copysign(near.entry->sine + correction, x);
}

/// cos(x + dx), likewise.
double cos_of_sum(double x, double dx) {
  if (x < 0.0) dx = -dx;
  const NearAngle near = near_angle(std::fabs(x));
  const double rest = near.rest + dx;
  const double square = rest * rest;
  const double s = std::fma(rest * square, std::fma(kSine5, square, kSine3), rest);
  const double c = versine_of_rest(square);
  double correction = std::fma(-s, near.entry->sine_low, near.entry->cosine_low);
  correction = std::fma(-s, near.entry->sine, std::fma(-c, near.entry->cosine, correction));
  return near.entry->cosine + correction;
}

/// x = quadrant * pi/2 + high + low.
struct Reduced {
  double high;
  double low;
  int quadrant;
};

Reduced reduce(double x) {
  constexpr double kTwoOverPi = 0x1.45f306dc9c883p-1;
  constexpr double kShift = 0x1.8p52;
  constexpr double kPart1 = 0x1.921fb58000000p+0;  // pi/2 in parts with few bits, and the rest
  constexpr double kPart2 = -0x1.dde973c000000p-27;
  constexpr double kPart3 = -0x1.cb3b398000000p-55;
  constexpr double kPart4 = -0x1.d747f23e32ed7p-83;
  constexpr double kHuge = 105414350.0;
  if (std::fabs(x) >= kHuge) {
    int quadrant = 0;
    const DoubleDouble rest = elementary::reduce_angle(std::fabs(x), quadrant);
    if (x > 0.0) return {rest.hi, rest.lo, quadrant};
    return {-rest.hi, -rest.lo, -quadrant & 3};
  }
  const double turns = std::fma(x, kTwoOverPi, kShift) - kShift;
  const double t1 = std::fma(-turns, kPart2, std::fma(-turns, kPart1, x));
  const double t2 = std::fma(-turns, kPart3, t1);
  const double low = std::fma(-kPart3, turns, t1 - t2);
  const double high = std::fma(-turns, kPart4, t2);
  return {high, low + std::fma(-turns, kPart4, t2 - high), static_cast<int>(static_cast<std::int64_t>(turns) & 3)};
}

double sin_of_reduced(const Reduced& angle) {
  const bool odd = (angle.quadrant & 1) != 0;
  const double value = odd ? cos_of_sum(angle.high, angle.low) : sin_of_sum(angle.high, angle.low);
  return (angle.quadrant & 2) != 0 ? -value : value;
}

constexpr double kOctant = 0x1.b6p-1;           // 0.855469: below, no reduction
constexpr double kThreeOctants = 0x1.368fdp+1;  // 2.426265: below, the distance from pi/2 will do

}  // namespace

double exp(double x) {
  const double magnitude = std::fabs(x);
  if (magnitude < 0x1p-54) return 1.0 + x;
  if (magnitude >= 1024.0) return x > 0.0 ? kInfinity : 0.0;
  return exp_of_sum(x, 0.0);
}

double exp2(double x) {
  constexpr double kShift = 0x1.8p45;  // adding it rounds to a multiple of 1/128
  constexpr double kC[] = {0x1.62e42fefa39efp-1, 0x1.ebfbdff82c424p-3, 0x1.c6b08d70cf4b5p-5, 0x1.3b2abd24650ccp-7,
                           0x1.5d7e09b4e3a84p-10};
  if (std::fabs(x) < 0x1p-54) return 1.0 + x;
  if (x >= 1024.0) return kInfinity;
  if (x <= -1075.0) return 0.0;
  const double shifted = x + kShift;
  const std::uint64_t k = to_bits(shifted);
  const double r = x - (shifted - kShift);
  const ExpEntry& entry = exp_table()[k & 0x7F];
  const double square = r * r;
  // glibc has no version of this one with fused operations.
  const double low_terms = entry.tail + r * kC[0] + square * (kC[1] + r * kC[2]);
  const double sum = low_terms + square * square * (kC[3] + r * kC[4]);
  const std::uint64_t bits = entry.bits + (k << 45);
  if (std::fabs(x) > 928.0) return scale_by_power(bits, sum, k, true);
  const double scale = from_bits(bits);
  return scale + scale * sum;
}

double log(double x) {
  constexpr double kA[] = {-0x1.0000000000001p-1, 0x1.555555551305bp-2, -0x1.fffffffeb4590p-3, 0x1.999b324f10111p-3,
                           -0x1.55575e506c89fp-3};
  constexpr double kNearOneLow = 1.0 - 0x1p-4;
  constexpr double kNearOneHigh = 1.0 + 0x1.09p-4;
  if (x == 1.0) return 0.0;
  if (x >= kNearOneLow && x < kNearOneHigh) return log_near_one(x);

  const Decomposition parts = decompose(x, kLogStart);
  const LogEntry& entry = log_table()[parts.interval];
  const double r = std::fma(parts.z, entry.reciprocal, -1.0);
  const double w = std::fma(parts.k, kLn2High, entry.log);
  const double high = w + r;
  const double low = std::fma(parts.k, kLn2Low, w - high + r);
  const double square = r * r;
  const double inner = std::fma(std::fma(r, kA[4], kA[3]), square, std::fma(r, kA[2], kA[1]));
  return std::fma(r * square, inner, std::fma(square, kA[0], low)) + high;
}

double pow(double x, double y) {
  if (x == 1.0) return 1.0;
  const double magnitude = std::fabs(y);
  if (magnitude < 0x1p-65) return x > 1.0 ? 1.0 + y : 1.0 - y;
  const double too_large = (x > 1.0) == (y > 0.0) ? kInfinity : 0.0;
  if (magnitude >= 0x1p63) return too_large;

  const TwoParts log = log_in_two_parts(x);
  const double product = y * log.high;
  const double tail = std::fma(y, log.low, std::fma(log.high, y, -product));
  if (std::fabs(product) < 0x1p-54) return 1.0 + product;
  if (std::fabs(product) >= 1024.0) return too_large;
  return exp_of_sum(product, tail);
}

double sin(double x) {
  const double magnitude = std::fabs(x);
  if (magnitude < 0x1p-26) return x;
  if (magnitude < kOctant) return sin_of_sum(x, 0.0);
  if (magnitude < kThreeOctants) return std::copysign(cos_of_sum(kHalfPi - magnitude, kHalfPiLow), x);
  return sin_of_reduced(reduce(x));
}

double cos(double x) {
  const double magnitude = std::fabs(x);
  if (magnitude < 0x1p-27) return 1.0;
  if (magnitude < kOctant) return cos_of_sum(x, 0.0);
  if (magnitude < kThreeOctants) {
    const double distance = kHalfPi - magnitude;
    const double high = distance + kHalfPiLow;
    return sin_of_sum(high, (distance - high) + kHalfPiLow);
  }
  Reduced angle = reduce(x);
  ++angle.quadrant;
  return sin_of_reduced(angle);
}

}  // namespace sluice::glibc
