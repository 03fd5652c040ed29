// python_thread.h — what a worker thread runs: a callable of the program, on frames that stay where they are while it
// blocks.
#pragma once

#include <string>
#include <vector>

#include "base/value.h"
#include "loop/context.h"
#include "loop/worker_thread.h"
#include "vm/containers.h"

namespace sluice {

class VM;

/// A call for a worker thread. `context` null: it runs in the worker's own context. `keywords` may be null.
Ref<ThreadBody> make_thread_body(VM& vm, Value callable, std::vector<Value> arguments, Ref<Dict> keywords,
                                 Ref<Context> context);

/// run(packed) for a process, which has its own memory of the program's names; what it returns is handed to receive(),
/// where the job came from, for the outcome.
Ref<ThreadBody> make_process_body(VM& vm, Value run, Value packed, Value receive);

/// How pictures name a job: the callable's `__name__`, else that of its type.
std::string callable_name(VM& vm, const Value& callable);

/// False with the run's end pending where the calling thread cannot be suspended: a worker that blocks inside a
/// callback of native code (a sort key, `__eq__`). The loop's thread can always block.
bool may_block(VM& vm);

/// The value of a blocking call. Where the worker has to stand still first, any value: the interpreter puts the call's
/// result in its place when the thread goes on. REQUIRES: may_block() was asked before the call.
Value block_value(VM& vm, BlockResult result);

}  // namespace sluice
