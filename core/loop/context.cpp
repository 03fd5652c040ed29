#include "loop/context.h"

#include "loop/world.h"

namespace sluice {

Ref<Context> Context::copy() const {
  Ref<Context> other = make<Context>();
  other->map_ = map_;
  return other;
}

Value Context::get(const ContextVar& variable) const {
  if (!map_) return Value();
  for (const std::pair<Ref<ContextVar>, Value>& entry : map_->entries) {
    if (entry.first == &variable) return entry.second;
  }
  return Value();
}

ContextMap& Context::own_map() {
  if (!map_) {
    map_ = make<ContextMap>();
  } else if (map_->reference_count() > 1) {
    Ref<ContextMap> mine = make<ContextMap>();
    mine->entries = map_->entries;
    map_ = mine;
  }
  return *map_;
}

void Context::set(ContextVar& variable, Value value) {
  ContextMap& map = own_map();
  for (std::pair<Ref<ContextVar>, Value>& entry : map.entries) {
    if (entry.first == &variable) {
      entry.second.swap(value);
      return;
    }
  }
  map.entries.emplace_back(Ref<ContextVar>(&variable), static_cast<Value&&>(value));
}

void Context::remove(const ContextVar& variable) {
  ContextMap& map = own_map();
  for (std::size_t i = 0; i < map.entries.size(); ++i) {
    if (!(map.entries[i].first == &variable)) continue;
    map.entries.erase(map.entries.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

ContextVar::ContextVar(World& world, std::string name, Value default_value)
    : Object(ObjectKind::ContextVar),
      world_(world),
      name_(static_cast<std::string&&>(name)),
      default_(static_cast<Value&&>(default_value)) {}

Outcome ContextVar::get(const Value& fallback) {
  Value value = world_.context().get(*this);
  if (value) return Outcome::result(static_cast<Value&&>(value));
  if (fallback) return Outcome::result(fallback);
  if (default_) return Outcome::result(default_);
  return world_.raise(ErrorKind::Lookup, world_.language.repr(Value(this)));
}

Ref<ContextToken> ContextVar::set(Value value) {
  Context& context = world_.context();
  Value before = context.get(*this);
  if (!before) before = Value::missing();
  context.set(*this, static_cast<Value&&>(value));
  return make<ContextToken>(Ref<Context>(&context), Ref<ContextVar>(this), static_cast<Value&&>(before));
}

Value ContextVar::reset(ContextToken& token) {
  Language& language = world_.language;
  const std::string text = language.repr(Value(&token));
  if (token.is_used) return language.make_error(ErrorKind::Runtime, text + " has already been used once");
  if (!(token.variable == this)) {
    return language.make_error(ErrorKind::Value, text + " was created by a different ContextVar");
  }
  Context& context = world_.context();
  if (!(token.context == &context)) {
    return language.make_error(ErrorKind::Value, text + " was created in a different Context");
  }
  token.is_used = true;
  if (token.old_value.is_missing()) {
    context.remove(*this);
  } else {
    context.set(*this, token.old_value);
  }
  return Value();
}

}  // namespace sluice
