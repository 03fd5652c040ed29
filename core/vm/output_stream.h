// output_stream.h — OutputStream: sys.stdout and sys.stderr, whose text becomes events of the trace.
#pragma once

#include "base/value.h"
#include "vm/native.h"

namespace sluice {

class VM;

class OutputStream : public NativeData {
 public:
  OutputStream(Type* stream_type, bool to_stderr) : NativeData(stream_type), is_stderr(to_stderr) {}
  bool is_stderr;
};

/// Makes the class and the two streams of a run; called once, when sys is filled or print needs them.
Value make_output_stream(VM& vm, bool to_stderr);
/// What print() writes to: sys.stdout if the program has imported sys and may have set it. No value on error.
Value current_stdout(VM& vm);
/// Null if `value` is another kind of object with a write method.
[[nodiscard]] OutputStream* output_stream_or_null(VM& vm, const Value& value);

}  // namespace sluice
