// function.h — CodeObject, Cell, Function, BoundMethod and the descriptors of classes.
#pragma once

#include <memory>
#include <vector>

#include "base/object.h"
#include "base/value.h"
#include "language/code.h"
#include "vm/containers.h"

namespace sluice {

class Module;
class Type;
class VM;

/// Compiled code made ready to run: constants and names as Values.
class CodeObject : public Object {
 public:
  explicit CodeObject(std::shared_ptr<const Code> compiled)
      : Object(ObjectKind::CodeObject), code(static_cast<std::shared_ptr<const Code>&&>(compiled)) {}
  /// Makes the constants and names. REQUIRES: `compiled` is what the compiler made.
  static Ref<CodeObject> load(VM& vm, std::shared_ptr<const Code> compiled);

  std::shared_ptr<const Code> code;
  // Copied from `code`, for calls: one look each.
  const std::uint32_t* instructions = nullptr;
  std::uint32_t slot_count = 0;
  std::uint32_t frame_values = 0;     ///< slots and working stack
  std::uint32_t parameter_count = 0;  ///< slots that arguments fill
  bool is_simple = false;             ///< only plain positional parameters, and calling it runs it
  bool is_generator_like = false;     ///< calling it makes a Generator
  bool is_program = false;            ///< of the program, not of a library module
  std::vector<Value> constants;
  std::vector<Str*> site_names;  ///< interned, by site
  [[nodiscard]] Str* site_name(std::uint32_t site) const { return site_names[site]; }
  std::vector<Str*> slot_names;  ///< interned, by slot
  std::vector<Value> names;      ///< interned Str, by index in code->names
  Ref<Object> name;              ///< Str
  Ref<Object> qualified_name;

  /// Where a global was found last: valid while neither dict has gained or lost a key.
  struct GlobalCache {
    std::uint32_t globals_version = 0;
    std::uint32_t builtins_version = 0;
    Value* value = nullptr;
  };
  std::vector<GlobalCache> global_caches;  ///< by index of name
  /// What LOAD_ATTR and the like found last at a site; valid for one type while no class has changed.
  struct AttributeCache {
    Type* type = nullptr;
    std::uint32_t version = 0;
    std::uint32_t entry = 0;  ///< index in the instance's or module's dict where the key was last
    Value* found = nullptr;   ///< in the type; null: not there
    bool is_held = false;     ///< what a module has under this name is its own, not computed
  };
  std::vector<AttributeCache> attribute_caches;  ///< by site
};

/// A variable shared between a function and those inside it. Missing: unbound.
class Cell : public Object {
 public:
  Cell() : Object(ObjectKind::Cell) { content = Value::missing(); }
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;
  Value content;
};

/// A function of the program.
class Function : public Object {
 public:
  Function() : Object(ObjectKind::Function) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;
  Ref<CodeObject> code;
  Ref<Dict> globals;
  Ref<Tuple> defaults;  ///< for the last positional parameters; null: none
  Ref<Dict> keyword_defaults;
  Ref<Tuple> closure;  ///< Cells, in order of code->free_variables; null: none
  Ref<Object> name;    ///< Str
  Ref<Object> qualified_name;
  Value documentation;
  Value module_name;
  Ref<Dict> annotations;       ///< null: see `annotate`
  Value annotate;              ///< a tuple of names and annotations in turn; since 3.14, `__annotate__`; or no value
  Ref<Dict> attributes;        ///< `__dict__`
  Ref<Tuple> type_parameters;  ///< null: none
  bool is_iterable_coroutine = false;  ///< decorated by types.coroutine: its generators can be awaited
  bool is_builtin = false;             ///< of the library, and in C in CPython: no class binds it, and no frame is its
};

class BoundMethod : public Object {
 public:
  BoundMethod(Value bound_function, Value bound_self)
      : Object(ObjectKind::BoundMethod),
        function(static_cast<Value&&>(bound_function)),
        self(static_cast<Value&&>(bound_self)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value function;
  Value self;
};

/// property, classmethod, staticmethod.
class Property : public Object {
 public:
  Property() : Object(ObjectKind::Property) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value getter, setter, deleter, documentation;  ///< no value: absent
  Value name;
};

class ClassMethod : public Object {
 public:
  explicit ClassMethod(Value wrapped) : Object(ObjectKind::ClassMethod), function(static_cast<Value&&>(wrapped)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value function;
};

class StaticMethod : public Object {
 public:
  explicit StaticMethod(Value wrapped) : Object(ObjectKind::StaticMethod), function(static_cast<Value&&>(wrapped)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value function;
};

}  // namespace sluice
