// Source: append_ast_expr() of CPython's ast_unparse.c.
#include "language/unparse.h"

#include "base/float_text.h"
#include "base/text_repr.h"
#include "language/code.h"

namespace sluice {

using namespace ast;

namespace {

/// How tightly an expression binds; one that binds less than its place wants is put in brackets.
enum Precedence { kTuple, kTest, kOr, kExpr, kXor, kAnd, kShift, kArithmetic, kTerm, kFactor, kPower, kAwait, kAtom };

struct BinaryForm {
  const char* sign;
  Precedence precedence;
};
/// In the order of BinaryOperator.
constexpr BinaryForm kBinary[] = {
    {" + ", kArithmetic}, {" - ", kArithmetic}, {" * ", kTerm}, {" / ", kTerm},   {" // ", kTerm},
    {" % ", kTerm},       {" ** ", kPower},     {" @ ", kTerm}, {" << ", kShift}, {" >> ", kShift},
    {" & ", kAnd},        {" | ", kExpr},       {" ^ ", kXor},
};

class Unparser {
 public:
  explicit Unparser(std::string_view source) : source_(source) {}

  std::string text(const Expr* node, Precedence place) const {
    switch (node->kind) {
      case ExprKind::constant:
        return constant(*as<ConstantExpr>(node), node);
      case ExprKind::name:
        return std::string(as<NameExpr>(node)->id);
      case ExprKind::attribute: {
        const auto* attribute = as<AttributeExpr>(node);
        const std::string value = text(attribute->value, kAtom);
        const bool is_number = value[0] >= '0' && value[0] <= '9';
        return value + (is_number ? " ." : ".") + std::string(attribute->name);
      }
      case ExprKind::subscript:
        return text(as<SubscriptExpr>(node)->value, kAtom) + "[" + text(as<SubscriptExpr>(node)->index, kTuple) + "]";
      case ExprKind::call:
        return call(*as<CallExpr>(node));
      case ExprKind::tuple: {
        const List<Expr*>& elements = as<SequenceExpr>(node)->elements;
        const std::string inside = list(elements) + (elements.size() == 1 ? "," : "");
        return place > kTuple || elements.empty() ? "(" + inside + ")" : inside;
      }
      case ExprKind::list:
        return "[" + list(as<SequenceExpr>(node)->elements) + "]";
      case ExprKind::set:
        return "{" + list(as<SequenceExpr>(node)->elements) + "}";
      case ExprKind::starred:
        return "*" + text(as<ValueExpr>(node)->value, kExpr);
      case ExprKind::unary: {
        const auto* unary = as<UnaryExpr>(node);
        if (unary->op == UnaryOperator::logical_not) break;
        constexpr char kSigns[] = {'+', '-', '~'};
        return bracketed(kSigns[static_cast<int>(unary->op)] + text(unary->operand, kFactor), place > kFactor);
      }
      case ExprKind::binary: {
        const auto* binary = as<BinaryExpr>(node);
        const auto& [sign, own] = kBinary[static_cast<int>(binary->op)];
        const auto closer = static_cast<Precedence>(own + 1);
        const bool is_power = binary->op == BinaryOperator::power;
        return bracketed(
            text(binary->left, is_power ? closer : own) + sign + text(binary->right, is_power ? own : closer),
            place > own);
      }
      default:
        break;
    }
    return bracketed(as_written(node), place > kTest && node->is_parenthesised);
  }

 private:
  static std::string bracketed(std::string text, bool is_loose) { return is_loose ? "(" + text + ")" : text; }

  [[nodiscard]] std::string as_written(const Expr* node) const {
    return std::string(source_.substr(node->range.begin.offset, node->range.end.offset - node->range.begin.offset));
  }

  [[nodiscard]] std::string constant(const ConstantExpr& node, const Expr* whole) const {
    const Constant& value = *node.value;
    switch (value.kind) {
      case ConstantKind::ellipsis:
        return "...";
      case ConstantKind::integer:
        return std::to_string(value.integer);
      case ConstantKind::real:
        return float_repr(value.real);
      case ConstantKind::string:
        return (node.is_unicode_prefixed ? "u" : "") + repr_text(value.text);
      case ConstantKind::bytes:
        return repr_bytes(value.text);
      default:
        return as_written(whole);
    }
  }

  [[nodiscard]] std::string list(const List<Expr*>& elements) const {
    std::string result;
    for (const Expr* element : elements) result += (result.empty() ? "" : ", ") + text(element, kTest);
    return result;
  }

  [[nodiscard]] std::string call(const CallExpr& node) const {
    std::string result = list(node.arguments);
    for (const Keyword& keyword : node.keywords) {
      if (!result.empty()) result += ", ";
      result += keyword.name.empty() ? "**" : std::string(keyword.name) + "=";
      result += text(keyword.value, kTest);
    }
    return text(node.function, kAtom) + "(" + result + ")";
  }

  std::string_view source_;
};

}  // namespace

std::string unparse(const Expr* node, std::string_view source) { return Unparser(source).text(node, kTest); }

}  // namespace sluice
