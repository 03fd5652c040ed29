// Each table from its rule, in double-double, which is more than the entries hold.
#include "base/glibc_tables.h"

#include <array>
#include <cmath>
#include <cstring>

#include "base/elementary.h"

namespace sluice::glibc {
namespace {

constexpr double kLogUnit = 0x1p-43;  // logarithms are rounded to this, so that adding multiples of log(2) is exact

// From 1 / centre of each interval to its reciprocal, in units of the last place.
constexpr std::int32_t kReciprocalDistances[kIntervals] = {
    -23142382,  -57643754,  -234334839, -124664804, 19045012,   -123323398, -501163255, 342479926,  -234593306,
    57421184,   513617488,  -240891478, 85169741,   28659150,   284053799,  342563057,  -68420459,  -346144712,
    -90113766,  -464022980, 285342708,  -489548825, 376054848,  47397812,   -423637851, -260988534, 336107021,
    448241578,  154177355,  447893384,  241227555,  -420636714, -218426730, -96876684,  -205835218, -368178198,
    -345128710, -510284502, 481763731,  209336112,  429336310,  15489329,   442353177,  -417834330, 73183371,
    515232680,  507984536,  83787275,   330409952,  151596684,  377744204,  198302857,  214798271,  -345957716,
    356163107,  215510022,  -229897960, -131709726, 215213618,  -464519207, -332821996, 385780520,  -400344786,
    256208139,  478356527,  345720337,  128466877,  217515751,  -162048343, 295127580,  -235892775, -69369347,
    93666841,   -272860130, 91915174,   29018059,   258893229,  386009280,  -241633007, 68399381,   386341370,
    408940642,  65060217,   -120872168, 189498853,  -32395328,  -49955913,  154042178,  -346113480, 148348366,
    -396488327, -427431396, 107119491,  -500798201, 212184347,  305888811,  -330297730, -91422864,  6707636,
    273897542,  -512931067, -500150233, 485589437,  -280752730, 106848032,  30953893,   -291342514, -408884927,
    149302919,  -107851081, 225432558,  460497078,  -452391632, -490679353, 508304210,  493208081,  336502878,
    526975298,  -457361038, -312310462, -365194252, -421357131, 362015322,  310793228,  -441535439, -69145545,
    -528727990, 433364383};

DoubleDouble whole(double value) { return {value, 0.0}; }

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

/// 1 / centre of interval i of a table that starts with the bits `start`.
double reciprocal_of_centre(std::uint64_t start, std::size_t i) {
  const double low = from_bits(start + (static_cast<std::uint64_t>(i) << 45));
  const double high = from_bits(start + (static_cast<std::uint64_t>(i + 1) << 45));
  return 2.0 / (low + high);
}

/// Minus the logarithm of a reciprocal, rounded to kLogUnit, and what that leaves.
PowEntry with_logarithm(double reciprocal) {
  const DoubleDouble log = -elementary::logarithm(whole(reciprocal));
  const double rounded = std::nearbyint(log.hi / kLogUnit) * kLogUnit;
  return {reciprocal, rounded, (log - whole(rounded)).hi};
}

std::array<ExpEntry, kIntervals> make_exp_table() {
  std::array<ExpEntry, kIntervals> table{};
  for (std::size_t i = 0; i < kIntervals; ++i) {
    const double exponent = static_cast<double>(i) / kIntervals;
    const elementary::Scaled power = elementary::exponential(elementary::kLn2 * whole(exponent));
    const DoubleDouble value = scale(power.mantissa, std::ldexp(1.0, power.exponent));
    table[i] = {value.lo / value.hi, to_bits(value.hi) - (static_cast<std::uint64_t>(i) << 45)};
  }
  return table;
}

std::array<LogEntry, kIntervals> make_log_table() {
  std::array<LogEntry, kIntervals> table{};
  for (std::size_t i = 0; i < kIntervals; ++i) {
    const std::uint64_t bits = to_bits(reciprocal_of_centre(kLogStart, i));
    const PowEntry entry =
        with_logarithm(from_bits(bits + static_cast<std::uint64_t>(std::int64_t{kReciprocalDistances[i]})));
    table[i] = {entry.reciprocal, entry.log};
  }
  return table;
}

std::array<PowEntry, kIntervals> make_pow_table() {
  std::array<PowEntry, kIntervals> table{};
  for (std::size_t i = 0; i < kIntervals; ++i) {
    // Few bits, so that (z * reciprocal - 1) loses nothing; the spacing is that of doubles on either side of 1.
    const double exact = reciprocal_of_centre(kPowStart, i);
    const double unit = exact >= 1.0 ? 0x1p-7 : 0x1p-8;
    table[i] = with_logarithm(std::nearbyint(exact / unit) * unit);
  }
  return table;
}

std::array<AngleEntry, kAngles> make_angle_table() {
  std::array<AngleEntry, kAngles> table{};
  for (std::size_t i = 0; i < kAngles; ++i) {
    const elementary::SinCos turn = elementary::sine_cosine(static_cast<double>(i) / 128.0);
    table[i] = {turn.sine.hi, turn.sine.lo, turn.cosine.hi, turn.cosine.lo};
  }
  return table;
}

}  // namespace

const ExpEntry* exp_table() {
  static const std::array<ExpEntry, kIntervals> kTable = make_exp_table();
  return kTable.data();
}

const LogEntry* log_table() {
  static const std::array<LogEntry, kIntervals> kTable = make_log_table();
  return kTable.data();
}

const PowEntry* pow_table() {
  static const std::array<PowEntry, kIntervals> kTable = make_pow_table();
  return kTable.data();
}

const AngleEntry* angle_table() {
  static const std::array<AngleEntry, kAngles> kTable = make_angle_table();
  return kTable.data();
}

}  // namespace sluice::glibc
