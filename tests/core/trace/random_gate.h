// random_gate.h — RandomGate, made-up traces for what must hold of every trace.
#pragma once

#include "builder.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace sluice {

/// A made-up run: tasks come at random moments, hold one of a few permits for a random time, and go.
struct RandomGate : TraceBuilder {
  ObjectId sem = 0;

  explicit RandomGate(std::uint32_t seed) : state_(seed) {
    at(0);
    sem = object(TraceObject::Semaphore, "sem");
    free_ = 1 + next(4);
    event(TraceKind::Capacity, sem, free_);
    double now = 0;
    for (std::uint32_t number = 1; number <= 40; ++number) {
      now += next(100) * 0.01;
      run_until(now);
      arrive(now, number);
    }
    run_until(now + 1e9);
    at(now + 1e3).event(TraceKind::End);
  }

 private:
  std::uint32_t next(std::uint32_t bound) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 16) % bound;
  }

  void arrive(double now, std::uint32_t number) {
    at(now);
    const ObjectId job = task(number, "job");
    at(now, job).step(trace.latest(), StepEnd::Waiting, 4);
    if (free_ > 0) return hold(now, job);
    wait(WaitKind::Semaphore, sem, 4);
    queue_.push_back(job);
  }

  void hold(double now, ObjectId job) {
    event(TraceKind::Acquired, sem, --free_);
    wait(WaitKind::Future, 0, 5);
    leaving_.push_back({now + next(200) * 0.01, job});
  }

  void run_until(double moment) {
    while (true) {
      std::size_t best = leaving_.size();
      for (std::size_t i = 0; i < leaving_.size(); ++i) {
        if (leaving_[i].when <= moment && (best == leaving_.size() || leaving_[i].when < leaving_[best].when)) best = i;
      }
      if (best == leaving_.size()) return;
      const Leaving next_one = leaving_[best];
      leaving_.erase(leaving_.begin() + static_cast<std::ptrdiff_t>(best));
      leave(next_one.when, next_one.task);
    }
  }

  void leave(double now, ObjectId job) {
    at(now, job).step(trace.latest(), StepEnd::Finished, 0);
    event(TraceKind::Released, sem, ++free_);
    EventIndex woken = kNoEvent;
    if (!queue_.empty()) woken = event(TraceKind::WaiterWoken, sem, queue_.front());
    done(job, TaskEnd::Result, "None");
    if (woken == kNoEvent) return;
    const ObjectId waiter = queue_.front();
    queue_.pop_front();
    at(now, waiter).step(woken, StepEnd::Waiting, 5);
    hold(now, waiter);
  }

  struct Leaving {
    double when;
    ObjectId task;
  };
  std::uint32_t state_;
  std::uint32_t free_ = 0;
  std::deque<ObjectId> queue_;
  std::vector<Leaving> leaving_;
};

}  // namespace sluice
