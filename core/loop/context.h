// context.h — Context, ContextVar and their tokens: values that follow a task (contextvars).
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/object.h"
#include "base/value.h"
#include "loop/coroutine.h"

namespace sluice {

class ContextVar;
class World;

/// What contexts share until one of them changes it.
class ContextMap : public Object {
 public:
  ContextMap() : Object(ObjectKind::LoopPrivate) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  std::vector<std::pair<Ref<ContextVar>, Value>> entries;  ///< in order of their first setting
};

/// contextvars.Context. Copying is O(1): the map is shared until one side sets a variable.
///
/// Each task has one, each user callback, each thread. `World::context()` is the current one.
class Context : public Object {
 public:
  Context() : Object(ObjectKind::Context) {}
  bool visit_references(ReferenceVisitor& visit) const override;

  [[nodiscard]] Ref<Context> copy() const;
  /// The value of `variable` here; no value if it has none (its default does not count).
  [[nodiscard]] Value get(const ContextVar& variable) const;
  void set(ContextVar& variable, Value value);
  /// Takes the variable out again.
  void remove(const ContextVar& variable);
  [[nodiscard]] std::size_t size() const { return map_ ? map_->entries.size() : 0; }
  /// Entry `index`, in order of first setting. REQUIRES: index < size().
  [[nodiscard]] const std::pair<Ref<ContextVar>, Value>& entry(std::size_t index) const { return map_->entries[index]; }
  /// What it holds now, kept as that is while it changes; no value: nothing. What a handle of asyncio's own keeps of
  /// the context in which it was made, as long as it lives.
  [[nodiscard]] Value contents() const { return map_ ? Value(map_) : Value(); }
  /// True while somebody runs in it: nobody else may enter it then.
  [[nodiscard]] bool is_entered() const { return small_flags_ != 0; }

 private:
  friend class World;
  ContextMap& own_map();
  /// It takes the place of the current one, which it keeps; and gives the place back.
  void begin(Ref<Context>& current) {
    small_flags_ = 1;
    outer_ = static_cast<Ref<Context>&&>(current);
    current = Ref<Context>(this);
  }
  void end(Ref<Context>& current) {
    SLUICE_CHECK(current == this);
    small_flags_ = 0;
    current = static_cast<Ref<Context>&&>(outer_);
  }

  Ref<ContextMap> map_;  ///< null: empty
  Ref<Context> outer_;   ///< what was current before this one was entered
};

/// What ContextVar.set returns.
class ContextToken : public Object {
 public:
  ContextToken(Ref<Context> where, Ref<ContextVar> changed, Value before)
      : Object(ObjectKind::ContextToken),
        context(static_cast<Ref<Context>&&>(where)),
        variable(static_cast<Ref<ContextVar>&&>(changed)),
        old_value(static_cast<Value&&>(before)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Ref<Context> context;
  Ref<ContextVar> variable;
  Value old_value;  ///< Value::missing(): it had none (Token.MISSING)
  bool is_used = false;
};

/// contextvars.ContextVar.
class ContextVar : public Object {
 public:
  /// `default_value`: no value, if it has none.
  ContextVar(World& world, std::string name, Value default_value);
  bool visit_references(ReferenceVisitor& visit) const override;

  /// `var.get()`, `var.get(fallback)`: value, else fallback (if given), else default, else LookupError.
  [[nodiscard]] Outcome get(const Value& fallback);
  Ref<ContextToken> set(Value value);
  /// `var.reset(token)`: an exception (RuntimeError: used before; ValueError: of another variable or context), or no
  /// value.
  Value reset(ContextToken& token);
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const Value& default_value() const { return default_; }

 private:
  World& world_;
  std::string name_;
  Value default_;
};

}  // namespace sluice
