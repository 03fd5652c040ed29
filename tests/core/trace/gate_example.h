// gate_example.h — the worked example of core/trace/FORMAT.md: two jobs before a semaphore with one permit.
//
//   1  import asyncio
//   2  sem = asyncio.Semaphore(1)
//   3  async def job():
//   4      async with sem:
//   5          await asyncio.sleep(1)
//   6  async def main():
//   7      await asyncio.gather(job(), job())
//   8  asyncio.run(main())
#pragma once

#include "builder.h"

#include <memory>

namespace sluice {

struct GateExample : TraceBuilder {
  ObjectId sem = 0, loop = 0, main = 0, first = 0, second = 0, gather = 0;
  EventIndex main_step = 0, first_step = 0, second_step = 0, second_wait = 0, first_timer = 0, jump_event = 0, due = 0,
             woken = 0, second_resumes = 0, last_step = 0;

  GateExample() {
    using enum TraceKind;
    at(0);
    sem = object(TraceObject::Semaphore, "sem");
    event(Capacity, sem, 1);
    loop = object(TraceObject::Loop);
    main = task(1, "main");
    const EventIndex begin = event(RunBegin, loop, main);

    at(0, main);
    main_step = step(begin, StepEnd::Waiting, 7);
    first = task(2, "job");
    const EventIndex first_created = trace.latest();
    second = task(3, "job");
    const EventIndex second_created = trace.latest();
    gather = object(TraceObject::Gather);
    event(Child, gather, first);
    event(Child, gather, second);
    wait(WaitKind::Gather, gather, 7);

    at(1e-5, first);
    first_step = step(first_created, StepEnd::Waiting, 5);
    event(Entering, sem, 4);
    event(Acquired, sem, 0);
    event(Entered, 0, 4);
    first_timer = timer(first, 1.00001);
    wait(WaitKind::Sleep, 0, 5);

    at(2e-5, second);
    second_step = step(second_created, StepEnd::Waiting, 4);
    event(Entering, sem, 4);
    second_wait = wait(WaitKind::Semaphore, sem, 4);

    at(1.00001);
    jump_event = jump(3e-5);
    due = event(TimerDue, first, first_timer);
    const EventIndex wakes_first = callback(due, CallbackKind::SleepTimer, first);

    at(1.00002, first);
    step(wakes_first, StepEnd::Finished, 0);
    event(Exiting, ExitReason::Normal, 0, 4);
    event(Released, sem, 1);
    woken = event(WaiterWoken, sem, second);
    event(Exited, ExitEnd::Normal, 0, 4);
    const EventIndex first_done = done(first, TaskEnd::Result, "None");

    at(1.00003, second);
    second_resumes = step(woken, StepEnd::Waiting, 5);
    event(Acquired, sem, 0);
    event(Entered, 0, 4);
    const EventIndex second_timer = timer(second, 2.00003);
    wait(WaitKind::Sleep, 0, 5);
    at(1.00004);
    callback(first_done, CallbackKind::FutureDone, gather);

    at(2.00003);
    jump(1.00005);
    const EventIndex second_due = event(TimerDue, second, second_timer);
    const EventIndex wakes_second = callback(second_due, CallbackKind::SleepTimer, second);
    at(2.00004, second);
    step(wakes_second, StepEnd::Finished, 0);
    event(Exiting, ExitReason::Normal, 0, 4);
    event(Released, sem, 1);
    event(Exited, ExitEnd::Normal, 0, 4);
    const EventIndex second_done = done(second, TaskEnd::Result, "None");
    at(2.00005);
    callback(second_done, CallbackKind::FutureDone, gather);
    const EventIndex gathered = event(FutureDone, TaskEnd::Result, gather, trace.text("[None, None]"));
    at(2.00006, main);
    last_step = step(gathered, StepEnd::Finished, 0);
    const EventIndex main_done = done(main, TaskEnd::Result, "None");
    at(2.00007);
    callback(main_done, CallbackKind::FutureDone, loop);
    at(2.00008);
    event(RunEnd, loop, 0);
    event(End, 0, 0);
  }
};

}  // namespace sluice
