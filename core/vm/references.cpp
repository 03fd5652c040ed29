// references.cpp — what each object of the language refers to, and how a cycle through it is broken up.
//
// As tp_traverse and tp_clear in CPython. Kinds that are not here tell nothing (Object::visit_references).
#include "base/reference_visitor.h"
#include "vm/containers.h"
#include "vm/dict_views.h"
#include "vm/exception.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/iterators.h"
#include "vm/kept_frames.h"
#include "vm/module.h"
#include "vm/native_inside.h"
#include "vm/object_types.h"
#include "vm/slice.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/type.h"
#include "vm/vm.h"

namespace sluice {

// ---- Containers ----

bool Tuple::visit_references(ReferenceVisitor& visit) const { return visit(span()); }

bool List::visit_references(ReferenceVisitor& visit) const { return visit(items); }
void List::clear_references() {
  std::vector<Value> dropped;
  dropped.swap(items);
  report_memory();
  drop_last_first(dropped);
}

bool Dict::visit_references(ReferenceVisitor& visit) const {
  for (const Entry& entry : entries_) visit(entry.key, entry.value);
  return true;
}
void Dict::clear_references() { clear(); }

bool Set::visit_references(ReferenceVisitor& visit) const { return members.visit_references(visit); }
void Set::clear_references() {
  table.reset();
  members.clear();
}

bool Slice::visit_references(ReferenceVisitor& visit) const { return visit(start, stop, step); }

bool DictView::visit_references(ReferenceVisitor& visit) const { return visit(dict); }

// ---- Functions, and what they are looked up through ----

bool Cell::visit_references(ReferenceVisitor& visit) const { return visit(content); }
void Cell::clear_references() { content = Value::missing(); }

bool Function::visit_references(ReferenceVisitor& visit) const {
  return visit(code, globals, defaults, keyword_defaults, closure, name, qualified_name, documentation, module_name,
               annotations, annotate, attributes);
}
void Function::clear_references() {
  closure.reset();
  defaults.reset();
  keyword_defaults.reset();
  attributes.reset();
  annotate = Value();
}

bool BoundMethod::visit_references(ReferenceVisitor& visit) const { return visit(function, self); }
bool Property::visit_references(ReferenceVisitor& visit) const {
  return visit(getter, setter, deleter, documentation, name);
}
bool ClassMethod::visit_references(ReferenceVisitor& visit) const { return visit(function); }
bool StaticMethod::visit_references(ReferenceVisitor& visit) const { return visit(function); }
bool Super::visit_references(ReferenceVisitor& visit) const { return visit(start, self, type); }

// ---- Classes, instances, modules ----

bool Type::visit_references(ReferenceVisitor& visit) const {
  return visit(name, qualified_name, module_name, bases, slot_names, special_) && attributes.visit_references(visit);
}
void Type::clear_references() {
  special_.clear();
  cached_version_ = 0;
  attributes.clear();
}

bool Instance::visit_references(ReferenceVisitor& visit) const { return visit(type, attributes, payload); }
void Instance::clear_references() {
  attributes.reset();
  payload = Value();
}

bool OwnAttributes::visit_references(ReferenceVisitor& visit) const { return visit(dict, type); }

bool Module::visit_references(ReferenceVisitor& visit) const { return visit(name, attributes); }
void Module::clear_references() { attributes->clear(); }

// ---- Exceptions ----

bool Exception::visit_references(ReferenceVisitor& visit) const {
  return visit(type, context, cause, kept, traceback, args, attributes, detail);
}
void Exception::clear_references() {
  context = Value();
  cause = Value();
  kept = Value();
  traceback.reset();
  attributes.reset();
}

bool Traceback::visit_references(ReferenceVisitor& visit) const { return visit(next, code, kept); }
bool FrameEntry::visit_references(ReferenceVisitor& visit) const {
  return visit(frame) && Traceback::visit_references(visit);
}

bool KeptFrame::visit_references(ReferenceVisitor& visit) const { return visit(back, locals); }
void KeptFrame::clear_references() { locals.reset(); }

// ---- Generators ----

bool Generator::visit_references(ReferenceVisitor& visit) const {
  visit(function, exception_state.handled, exception_state.got_with);
  if (rare_) visit(rare_->name, rare_->long_name, rare_->loop);
  // What a frame that runs holds is in use.
  const bool waits = state() == State::Created || state() == State::Suspended;
  return !waits || frame.fast == nullptr || visit(std::span<const Value>(frame.fast, frame.sp));
}
void Generator::clear_references() {
  if (state() != State::Running) end();
}

bool AsyncGeneratorStep::visit_references(ReferenceVisitor& visit) const { return visit(generator, value); }
bool AsyncYield::visit_references(ReferenceVisitor& visit) const { return visit(value); }

// ---- Iterators ----

bool ListIterator::visit_references(ReferenceVisitor& visit) const { return visit(list); }
bool TupleIterator::visit_references(ReferenceVisitor& visit) const { return visit(tuple); }
bool DictIterator::visit_references(ReferenceVisitor& visit) const { return visit(dict); }
bool SetIterator::visit_references(ReferenceVisitor& visit) const { return visit(set); }
bool ReversedListIterator::visit_references(ReferenceVisitor& visit) const { return visit(list); }
bool ReversedIterator::visit_references(ReferenceVisitor& visit) const { return visit(sequence); }
bool EnumerateIterator::visit_references(ReferenceVisitor& visit) const { return visit(iterator_); }
bool ZipIterator::visit_references(ReferenceVisitor& visit) const { return visit(iterators_); }
bool MapIterator::visit_references(ReferenceVisitor& visit) const { return visit(function_, iterators_); }
bool FilterIterator::visit_references(ReferenceVisitor& visit) const { return visit(function_, iterator_); }
bool CallableIterator::visit_references(ReferenceVisitor& visit) const { return visit(function_, sentinel_); }

}  // namespace sluice
