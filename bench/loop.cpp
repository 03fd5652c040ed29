// loop.cpp — the loop alone, driven from C++: two of bench.mjs's workloads with coroutines that are state machines, and the trace on.
//
//   sluice-measure-loop gate|yield COUNT ROUNDS      prints what measure.cpp prints
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

#include "loop/gather.h"
#include "loop/semaphore.h"
#include "sample.h"
#include "toy.h"

namespace {

using namespace sluice;

constexpr int kPermits = 10;
constexpr double kSeconds = 0.1;
constexpr int kYielders = 100;

/// `async with gate: await asyncio.sleep(0.1)`
class GateJob : public NativeCoroutine {
 public:
  GateJob(World& world, Ref<Semaphore> gate) : NativeCoroutine(world, "job"), gate_(std::move(gate)) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (resume.is_raise()) return resume;
    switch (at_++) {
      case 0:
        return Outcome::yield(Value(gate_->acquire()));
      case 1:
        return Outcome::yield(Value(sleep(world(), kSeconds, Value::none())));
      default:
        gate_->release();
        return Outcome::result(Value::none());
    }
  }

 private:
  Ref<Semaphore> gate_;
  int at_ = 0;
};

/// `for _ in range(steps): await asyncio.sleep(0)`
class YieldJob : public NativeCoroutine {
 public:
  YieldJob(World& world, int steps) : NativeCoroutine(world, "job"), left_(steps) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (resume.is_raise()) return resume;
    if (left_-- == 0) return Outcome::result(Value::none());
    return Outcome::yield(Value(sleep(world(), 0, Value::none())));
  }

 private:
  int left_;
};

/// asyncio.run(main()), where main() gathers the jobs.
bool run_jobs(toy::Run& run, bool is_gate, int count) {
  const Outcome outcome = run.run({[&](Outcome) {
    std::vector<Value> jobs;
    if (is_gate) {
      const Ref<Semaphore> gate = make<Semaphore>(run.world, kPermits, false);
      for (int i = 0; i < count; ++i) jobs.emplace_back(make<GateJob>(run.world, gate));
    } else {
      for (int i = 0; i < kYielders; ++i) jobs.emplace_back(make<YieldJob>(run.world, count / kYielders));
    }
    return toy::await(gather(run.world, jobs, false).value);
  }});
  return !outcome.is_raise();
}

}  // namespace

int main(int count, char** words) {
  const bool is_gate = count == 4 && std::strcmp(words[1], "gate") == 0;
  if (count != 4 || (!is_gate && std::strcmp(words[1], "yield") != 0)) {
    std::fprintf(stderr, "usage: sluice-measure-loop gate|yield COUNT ROUNDS\n");
    return 2;
  }
  for (int round = std::atoi(words[3]); round > 0; --round) {
    const std::clock_t start = std::clock();
    toy::Run run;
    const bool is_done = run_jobs(run, is_gate, std::atoi(words[2]));
    const double spent = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (!is_done) {
      std::fprintf(stderr, "%s failed\n", words[1]);
      return 1;
    }
    bench::print_sample(spent, run.trace);
  }
  return 0;
}
