// exception.h — Exception, an instance of BaseException or of a class derived from it; Traceback, where it passed.
#pragma once

#include <string>
#include <vector>

#include "base/object.h"
#include "base/value.h"
#include "vm/containers.h"
#include "vm/type.h"

namespace sluice {

struct Code;

/// One frame that an exception passed through; the newest entry is the outermost frame and points to the one inside.
class Traceback : public Object {
 public:
  Traceback() : Object(ObjectKind::Traceback) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Ref<Object> next;               ///< Traceback of the frame that this one called; null in the innermost
  Ref<Object> code;               ///< CodeObject
  std::uint32_t instruction = 0;  ///< index of the instruction; gives line and columns
  bool was_handled = false;       ///< a handler had the exception with this entry, or it was raised with it
  Value kept;                     ///< by frames of asyncio's own, which have no entry, between this one and `next`
};

class Exception : public Object {
 public:
  Exception(Type* cls, Ref<Tuple> arguments)
      : Object(ObjectKind::Exception), type(cls), args(static_cast<Ref<Tuple>&&>(arguments)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;
  // The last goes first, as in CPython's BaseException_clear.
  Ref<Type> type;
  Value context;  ///< `__context__`; no value: None
  Value cause;    ///< `__cause__`; no value: None
  bool suppress_context = false;
  const void* kept_by = nullptr;  ///< the coroutine of asyncio that it was in last
  Value kept;                     ///< by frames of asyncio's own, which have no entry, outside of `traceback`
  Ref<Traceback> traceback;
  Ref<Tuple> args;
  Ref<Dict> attributes;  ///< `__dict__`, notes included; made on demand
  /// What some builtin classes keep besides args: StopIteration.value; SystemExit.code; ExceptionGroup: (message, tuple
  /// of exceptions); KeyError, OSError … by their own properties. No value otherwise.
  Value detail;
};

}  // namespace sluice
