#include "language/tree_dump.h"

#include "base/text_repr.h"
#include "language/disassembler.h"

namespace sluice {

using namespace ast;

namespace {

const char* binary_name(BinaryOperator op) {
  constexpr const char* kNames[] = {"Add",     "Sub",    "Mult",   "Div",    "FloorDiv", "Mod",   "Pow",
                                    "MatMult", "LShift", "RShift", "BitAnd", "BitOr",    "BitXor"};
  return kNames[static_cast<std::size_t>(op)];
}

const char* compare_name(CompareOperator op) {
  constexpr const char* kNames[] = {"Lt", "LtE", "Eq", "NotEq", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
  return kNames[static_cast<std::size_t>(op)];
}

const char* unary_name(UnaryOperator op) {
  constexpr const char* kNames[] = {"UAdd", "USub", "Invert", "Not"};
  return kNames[static_cast<std::size_t>(op)];
}

class Dumper {
 public:
  std::string run(const Tree& tree) {
    line("", "Module", nullptr, "");
    body("body", tree.body);
    return std::move(out_);
  }

 private:
  /// A deeper level of the tree while it lives.
  class Inside {
   public:
    explicit Inside(Dumper& dumper) : dumper_(dumper) { ++dumper_.level_; }
    ~Inside() { --dumper_.level_; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

   private:
    Dumper& dumper_;
  };

  void line(const char* field, const std::string& name, const SourceRange* range, const std::string& details) {
    out_.append(static_cast<std::size_t>(level_) * 2, ' ');
    if (*field != '\0') out_ += std::string(field) + ": ";
    out_ += name;
    if (range != nullptr) {
      out_ += ' ' + std::to_string(range->begin.line) + ':' + std::to_string(range->begin.byte_column) + '-' +
              std::to_string(range->end.line) + ':' + std::to_string(range->end.byte_column);
    }
    if (!details.empty()) out_ += ' ' + details;
    out_ += '\n';
  }

  void body(const char* field, const Body& statements) {
    const Inside inside(*this);
    for (const Statement* node : statements) statement(field, node);
  }

  void text(const char* field, std::string_view value) {
    if (value.empty()) return;
    const Inside inside(*this);
    line(field, repr_text(value), nullptr, "");
  }
  void number(const char* field, int value) {
    const Inside inside(*this);
    if (value != 0) line(field, std::to_string(value), nullptr, "");
  }

  void child(const char* field, const Expr* node) {
    if (node == nullptr) return;
    const Inside inside(*this);
    expr(field, node);
  }
  void children(const char* field, const List<Expr*>& nodes) {
    const Inside inside(*this);
    for (const Expr* node : nodes) {
      if (node == nullptr) {
        line(field, "None", nullptr, "");
      } else {
        expr(field, node);
      }
    }
  }

  // ---- Expressions ----

  void expr(const char* field, const Expr* node) {
    switch (node->kind) {
      case ExprKind::constant:
        return line(field, "Constant", &node->range, constant_text(*as<ConstantExpr>(node)->value));
      case ExprKind::name:
        return line(field, "Name", &node->range, repr_text(as<NameExpr>(node)->id));
      case ExprKind::joined_string:
        line(field, "JoinedStr", &node->range, "");
        return children("values", as<JoinedStringExpr>(node)->parts);
      case ExprKind::formatted_value: {
        const auto* value = as<FormattedValueExpr>(node);
        line(field, "FormattedValue", &node->range,
             value->conversion == '\0' ? "" : std::string("!") + value->conversion);
        child("value", value->value);
        return child("format_spec", value->spec);
      }
      case ExprKind::unary:
        line(field, "UnaryOp", &node->range, unary_name(as<UnaryExpr>(node)->op));
        return child("operand", as<UnaryExpr>(node)->operand);
      case ExprKind::binary:
        line(field, "BinOp", &node->range, binary_name(as<BinaryExpr>(node)->op));
        child("left", as<BinaryExpr>(node)->left);
        return child("right", as<BinaryExpr>(node)->right);
      case ExprKind::boolean:
        line(field, "BoolOp", &node->range, as<BooleanExpr>(node)->is_and ? "And" : "Or");
        return children("values", as<BooleanExpr>(node)->values);
      case ExprKind::compare: {
        std::string names;
        for (const CompareOperator op : as<CompareExpr>(node)->operators) {
          names += (names.empty() ? "" : ",") + std::string(compare_name(op));
        }
        line(field, "Compare", &node->range, names);
        child("left", as<CompareExpr>(node)->left);
        return children("comparators", as<CompareExpr>(node)->comparators);
      }
      case ExprKind::conditional:
        line(field, "IfExp", &node->range, "");
        child("test", as<ConditionalExpr>(node)->test);
        child("body", as<ConditionalExpr>(node)->body);
        return child("orelse", as<ConditionalExpr>(node)->orelse);
      case ExprKind::named:
        line(field, "NamedExpr", &node->range, "");
        child("target", as<NamedExpr>(node)->target);
        return child("value", as<NamedExpr>(node)->value);
      case ExprKind::lambda:
        line(field, "Lambda", &node->range, "");
        parameters(as<LambdaExpr>(node)->parameters);
        return child("body", as<LambdaExpr>(node)->body);
      case ExprKind::tuple:
        line(field, "Tuple", &node->range, "");
        return children("elts", as<SequenceExpr>(node)->elements);
      case ExprKind::list:
        line(field, "List", &node->range, "");
        return children("elts", as<SequenceExpr>(node)->elements);
      case ExprKind::set:
        line(field, "Set", &node->range, "");
        return children("elts", as<SequenceExpr>(node)->elements);
      case ExprKind::dict:
        line(field, "Dict", &node->range, "");
        children("keys", as<DictExpr>(node)->keys);
        return children("values", as<DictExpr>(node)->values);
      case ExprKind::list_comprehension:
        return comprehension(field, "ListComp", as<ComprehensionExpr>(node));
      case ExprKind::set_comprehension:
        return comprehension(field, "SetComp", as<ComprehensionExpr>(node));
      case ExprKind::dict_comprehension:
        return comprehension(field, "DictComp", as<ComprehensionExpr>(node));
      case ExprKind::generator:
        return comprehension(field, "GeneratorExp", as<ComprehensionExpr>(node));
      case ExprKind::await:
        return value_node(field, "Await", node);
      case ExprKind::yield:
        return value_node(field, "Yield", node);
      case ExprKind::yield_from:
        return value_node(field, "YieldFrom", node);
      case ExprKind::starred:
        return value_node(field, "Starred", node);
      case ExprKind::call:
        line(field, "Call", &node->range, "");
        child("func", as<CallExpr>(node)->function);
        children("args", as<CallExpr>(node)->arguments);
        return keywords(as<CallExpr>(node)->keywords);
      case ExprKind::attribute:
        line(field, "Attribute", &node->range, repr_text(as<AttributeExpr>(node)->name));
        return child("value", as<AttributeExpr>(node)->value);
      case ExprKind::subscript:
        line(field, "Subscript", &node->range, "");
        child("value", as<SubscriptExpr>(node)->value);
        return child("slice", as<SubscriptExpr>(node)->index);
      case ExprKind::slice:
        line(field, "Slice", &node->range, "");
        child("lower", as<SliceExpr>(node)->lower);
        child("upper", as<SliceExpr>(node)->upper);
        return child("step", as<SliceExpr>(node)->step);
    }
  }

  void value_node(const char* field, const char* name, const Expr* node) {
    line(field, name, &node->range, "");
    child("value", as<ValueExpr>(node)->value);
  }

  void comprehension(const char* field, const char* name, const ComprehensionExpr* node) {
    line(field, name, &node->range, "");
    child(node->value == nullptr ? "elt" : "key", node->element);
    child("value", node->value);
    const Inside inside(*this);
    for (const ComprehensionFor& clause : node->generators) {
      line("generators", "comprehension", nullptr, clause.is_async ? "async" : "");
      child("target", clause.target);
      child("iter", clause.iterable);
      children("ifs", clause.conditions);
    }
  }

  void keywords(const List<Keyword>& list) {
    const Inside inside(*this);
    for (const Keyword& keyword : list) {
      line("keywords", "keyword", &keyword.range, keyword.name.empty() ? "" : repr_text(keyword.name));
      child("value", keyword.value);
    }
  }

  void parameter(const char* field, const Parameter& node) {
    line(field, "arg", &node.range, repr_text(node.name));
    child("annotation", node.annotation);
  }

  void parameters(const Parameters* node) {
    const Inside inside(*this);
    for (const Parameter& one : node->positional_only) parameter("posonlyargs", one);
    for (const Parameter& one : node->positional) parameter("args", one);
    if (node->varargs != nullptr) parameter("vararg", *node->varargs);
    for (const Parameter& one : node->keyword_only) parameter("kwonlyargs", one);
    for (const Parameter& one : node->keyword_only) {
      if (one.default_value == nullptr) {
        line("kw_defaults", "None", nullptr, "");
      } else {
        expr("kw_defaults", one.default_value);
      }
    }
    if (node->varkw != nullptr) parameter("kwarg", *node->varkw);
    for (const List<Parameter>* list : {&node->positional_only, &node->positional}) {
      for (const Parameter& one : *list) {
        if (one.default_value != nullptr) expr("defaults", one.default_value);
      }
    }
  }

  // ---- Patterns ----

  void patterns(const char* field, const List<Pattern*>& nodes) {
    for (const Pattern* node : nodes) pattern(field, node);
  }

  void pattern(const char* field, const Pattern* node) {
    const Inside inside(*this);
    switch (node->kind) {
      case PatternKind::value:
        line(field, "MatchValue", &node->range, "");
        return child("value", as<ValuePattern>(node)->value);
      case PatternKind::singleton:
        return line(field, "MatchSingleton", &node->range, constant_text(*as<SingletonPattern>(node)->value));
      case PatternKind::sequence:
        line(field, "MatchSequence", &node->range, "");
        return patterns("patterns", as<SequencePattern>(node)->patterns);
      case PatternKind::mapping:
        line(field, "MatchMapping", &node->range, "");
        children("keys", as<MappingPattern>(node)->keys);
        patterns("patterns", as<MappingPattern>(node)->patterns);
        return text("rest", as<MappingPattern>(node)->rest);
      case PatternKind::class_:
        line(field, "MatchClass", &node->range, "");
        child("cls", as<ClassPattern>(node)->type);
        patterns("patterns", as<ClassPattern>(node)->patterns);
        for (const std::string_view name : as<ClassPattern>(node)->keyword_names) text("kwd_attrs", name);
        return patterns("kwd_patterns", as<ClassPattern>(node)->keyword_patterns);
      case PatternKind::star:
        line(field, "MatchStar", &node->range, "");
        return text("name", as<StarPattern>(node)->name);
      case PatternKind::as:
        line(field, "MatchAs", &node->range, "");
        if (as<AsPattern>(node)->pattern != nullptr) pattern("pattern", as<AsPattern>(node)->pattern);
        return text("name", as<AsPattern>(node)->name);
      case PatternKind::or_:
        line(field, "MatchOr", &node->range, "");
        return patterns("patterns", as<OrPattern>(node)->patterns);
    }
  }

  // ---- Statements ----

  void statement(const char* field, const Statement* node) {
    switch (node->kind) {
      case StatementKind::function: {
        const auto* function = as<FunctionStatement>(node);
        line(field, function->is_async ? "AsyncFunctionDef" : "FunctionDef", &node->range, repr_text(function->name));
        parameters(function->parameters);
        body("body", function->body);
        children("decorator_list", function->decorators);
        child("returns", function->returns);
        return type_parameters(function->type_parameters);
      }
      case StatementKind::class_: {
        const auto* type = as<ClassStatement>(node);
        line(field, "ClassDef", &node->range, repr_text(type->name));
        children("bases", type->bases);
        keywords(type->keywords);
        body("body", type->body);
        children("decorator_list", type->decorators);
        return type_parameters(type->type_parameters);
      }
      case StatementKind::return_:
        line(field, "Return", &node->range, "");
        return child("value", as<ValueStatement>(node)->value);
      case StatementKind::expression:
        line(field, "Expr", &node->range, "");
        return child("value", as<ValueStatement>(node)->value);
      case StatementKind::delete_:
        line(field, "Delete", &node->range, "");
        return children("targets", as<DeleteStatement>(node)->targets);
      case StatementKind::assign:
        line(field, "Assign", &node->range, "");
        children("targets", as<AssignStatement>(node)->targets);
        return child("value", as<AssignStatement>(node)->value);
      case StatementKind::augmented_assign:
        line(field, "AugAssign", &node->range, binary_name(as<AugmentedAssignStatement>(node)->op));
        child("target", as<AugmentedAssignStatement>(node)->target);
        return child("value", as<AugmentedAssignStatement>(node)->value);
      case StatementKind::annotated_assign: {
        const auto* assign = as<AnnotatedAssignStatement>(node);
        line(field, "AnnAssign", &node->range, assign->is_simple ? "simple" : "");
        child("target", assign->target);
        child("annotation", assign->annotation);
        return child("value", assign->value);
      }
      case StatementKind::for_: {
        const auto* loop = as<ForStatement>(node);
        line(field, loop->is_async ? "AsyncFor" : "For", &node->range, "");
        child("target", loop->target);
        child("iter", loop->iterable);
        body("body", loop->body);
        return body("orelse", loop->orelse);
      }
      case StatementKind::while_:
      case StatementKind::if_:
        line(field, node->kind == StatementKind::if_ ? "If" : "While", &node->range, "");
        child("test", as<ConditionStatement>(node)->test);
        body("body", as<ConditionStatement>(node)->body);
        return body("orelse", as<ConditionStatement>(node)->orelse);
      case StatementKind::with:
        line(field, as<WithStatement>(node)->is_async ? "AsyncWith" : "With", &node->range, "");
        for (const WithItem& item : as<WithStatement>(node)->items) {
          const Inside inside(*this);
          line("items", "withitem", nullptr, "");
          child("context_expr", item.manager);
          child("optional_vars", item.target);
        }
        return body("body", as<WithStatement>(node)->body);
      case StatementKind::match:
        line(field, "Match", &node->range, "");
        child("subject", as<MatchStatement>(node)->subject);
        for (const MatchCase& one : as<MatchStatement>(node)->cases) {
          const Inside inside(*this);
          line("cases", "match_case", nullptr, "");
          pattern("pattern", one.pattern);
          child("guard", one.guard);
          body("body", one.body);
        }
        return;
      case StatementKind::raise:
        line(field, "Raise", &node->range, "");
        child("exc", as<RaiseStatement>(node)->exception);
        return child("cause", as<RaiseStatement>(node)->cause);
      case StatementKind::try_:
        return try_statement(field, as<TryStatement>(node));
      case StatementKind::assert_:
        line(field, "Assert", &node->range, "");
        child("test", as<AssertStatement>(node)->test);
        return child("msg", as<AssertStatement>(node)->message);
      case StatementKind::import:
      case StatementKind::import_from:
        return import(field, as<ImportStatement>(node));
      case StatementKind::global:
      case StatementKind::nonlocal:
        line(field, node->kind == StatementKind::global ? "Global" : "Nonlocal", &node->range, "");
        for (const std::string_view name : as<ScopeStatement>(node)->names) text("names", name);
        return;
      case StatementKind::pass:
        return line(field, "Pass", &node->range, "");
      case StatementKind::break_:
        return line(field, "Break", &node->range, "");
      case StatementKind::continue_:
        return line(field, "Continue", &node->range, "");
      case StatementKind::type_alias:
        line(field, "TypeAlias", &node->range, "");
        child("name", as<TypeAliasStatement>(node)->name);
        type_parameters(as<TypeAliasStatement>(node)->type_parameters);
        return child("value", as<TypeAliasStatement>(node)->value);
    }
  }

  void try_statement(const char* field, const TryStatement* node) {
    line(field, node->is_star ? "TryStar" : "Try", &node->range, "");
    body("body", node->body);
    for (const ExceptHandler& handler : node->handlers) {
      const Inside inside(*this);
      line("handlers", "ExceptHandler", &handler.range, handler.name.empty() ? "" : repr_text(handler.name));
      child("type", handler.type);
      body("body", handler.body);
    }
    body("orelse", node->orelse);
    body("finalbody", node->final_body);
  }

  void import(const char* field, const ImportStatement* node) {
    const bool is_from = node->kind == StatementKind::import_from;
    line(field, is_from ? "ImportFrom" : "Import", &node->range, node->module.empty() ? "" : repr_text(node->module));
    number("level", node->level);
    const Inside inside(*this);
    for (const ImportAlias& alias : node->names) {
      line("names", "alias", &alias.range, repr_text(alias.name));
      text("asname", alias.alias);
    }
  }

  void type_parameters(const List<TypeParameter>& list) {
    const Inside inside(*this);
    for (const TypeParameter& one : list) {
      const char* name = one.kind == TypeParameterKind::type_variable         ? "TypeVar"
                         : one.kind == TypeParameterKind::type_variable_tuple ? "TypeVarTuple"
                                                                              : "ParamSpec";
      line("type_params", name, nullptr, repr_text(one.name));
    }
  }

  std::string out_;
  int level_ = 0;
};

}  // namespace

std::string dump_tree(const Tree& tree) { return Dumper().run(tree); }

}  // namespace sluice
