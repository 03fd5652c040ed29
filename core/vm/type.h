// type.h — Type, a Python class; Instance, an object of a class that a program (or a library module in Python) defines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/heap.h"
#include "base/object.h"
#include "base/value.h"
#include "vm/containers.h"
#include "vm/native.h"

namespace sluice {

/// The special methods that the interpreter looks up on types, `SpecialMethod::Init` for `__init__` and so on.
enum class SpecialMethod : std::uint8_t {
#define SPECIAL(name, python) name,
#include "vm/special_methods.def"
#undef SPECIAL
};
inline constexpr std::size_t kSpecialMethodCount = 0
#define SPECIAL(name, python) +1
#include "vm/special_methods.def"
#undef SPECIAL
    ;

/// A class. Builtin types have one too: VM::type_of gives it for any value.
///
/// Attribute look-up walks `mro`; a cache by (type, name) in front of it is dropped whenever any class changes
/// (`VM::class_changed`).
class Type : public Object {
 public:
  explicit Type(Str* type_name);
  ~Type() override;
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;

  Ref<Object> name;            ///< Str: `__name__`
  Ref<Object> qualified_name;  ///< Str: `__qualname__`
  Ref<Object> module_name;     ///< Str: `__module__`
  std::vector<Ref<Type>> bases;
  std::vector<Type*> mro;  ///< this class first; classes in it are kept alive by `bases`
  Dict attributes;         ///< `__dict__`
  Type* metaclass;         ///< `type` unless the class of a library module has another (enum)

  /// What its instances are in C++. Instance for classes of the program, unless they derive from BaseException
  /// (Exception).
  ObjectKind layout = ObjectKind::Instance;
  /// Nearest builtin base with data of its own (list, dict, int, Queue …): instances then carry it in
  /// Instance::payload. Null: none.
  Type* payload_type = nullptr;
  bool is_final = false;     ///< cannot be a base: bool, NoneType …
  bool is_builtin = false;   ///< made by us: its attributes cannot be set by a program
  bool is_abstract = false;  ///< `__abstractmethods__` is not empty: cannot be instantiated
  bool has_slots = false;    ///< `__slots__` without `__dict__`
  std::vector<Ref<Object>> slot_names;
  std::vector<Type*> subclasses;  ///< direct ones that live, in order of creation

  /// Makes a new object for `cls(...)`: the type's `__new__` when it is native. Null: object.__new__.
  /// Receives the class, then the bound arguments; set by whoever defines the builtin type.
  NativeFunction* native_new = nullptr;

  /// Look-up along the mro, without descriptors or metaclass. Null when absent. The pointer lives until a class
  /// changes.
  [[nodiscard]] Value* find(const Str* attribute) const;
  /// Special method as looked up on the type (never on the instance); no value when the type has none. O(1) after the
  /// first time.
  [[nodiscard]] const Value& special(VM& vm, SpecialMethod method);
  /// Fills `mro` from `bases` (C3). False with a TypeError pending where there is no order.
  [[nodiscard]] bool compute_mro(VM& vm);
  [[nodiscard]] const char* name_text() const;
  /// issubclass(this, other), without hooks.
  [[nodiscard]] bool is_subtype_of(const Type* other) const;

 private:
  std::uint32_t cached_version_ = 0;  ///< VM::class_version() at which `special_` was filled
  std::vector<Value> special_;        ///< by SpecialMethod; missing: not looked up yet
};

/// An object with attributes.
class Instance : public Object {
 public:
  explicit Instance(Type* cls) : Object(ObjectKind::Instance), type(cls) { ask_to_finalize(true); }
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;
  Ref<Type> type;
  Ref<Dict> attributes;  ///< `__dict__`; made when the first attribute is set
  Value payload;         ///< the builtin object inside, where type->payload_type is set
  [[nodiscard]] std::uint32_t birth() const override { return birth_; }
  void finalize() override;  ///< runs `__del__` if the class has one

 private:
  std::uint32_t birth_ = Heap::next_birth();
};

}  // namespace sluice
