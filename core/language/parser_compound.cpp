// Compound statements: blocks, functions, classes, try, with, loops.
#include <unordered_set>

#include "base/language_changes.h"
#include "language/parser_state.h"

namespace sluice {

using namespace ast;

/// Parses a compound statement if there is one here.
bool Parser::compound_statement(std::vector<Statement*>& out) {
  const SourcePosition begin = token().range.begin;
  switch (kind()) {
    case Kind::kw_if:
      out.push_back(if_statement());
      return true;
    case Kind::kw_while:
      out.push_back(while_statement());
      return true;
    case Kind::kw_for:
      out.push_back(for_statement(begin, false));
      return true;
    case Kind::kw_try:
      out.push_back(try_statement());
      return true;
    case Kind::kw_with:
      out.push_back(with_statement(begin, false));
      return true;
    case Kind::kw_def:
      out.push_back(function(begin, false, {}));
      return true;
    case Kind::kw_class:
      out.push_back(class_definition(begin, {}));
      return true;
    case Kind::kw_async:
      out.push_back(async_statement());
      return true;
    case Kind::at:
      out.push_back(decorated());
      return true;
    default:
      break;
  }
  if (!at_word("match")) return false;
  Statement* match = match_statement();
  if (match != nullptr) out.push_back(match);
  return match != nullptr;
}

/// `:` of a compound statement. `always`: CPython says "expected ':'" whatever stands there, else only at a line's end.
void Parser::expect_colon(bool always) {
  if (accept(Kind::colon) || failed_) return;
  const bool is_else_if = at(Kind::kw_if) && previous().kind == Kind::kw_else;
  if (always || at(Kind::newline)) return fail_at(token(), "expected ':'", is_else_if ? "Write 'elif'." : "");
  fail_syntax();
}

/// Where a block or a clause is missed: the current token, but on the last line if the text has ended.
SourceRange Parser::block_place() const {
  SourceRange range = token().range;
  const bool is_end = range.begin.offset >= text_.size() && range.begin.column == 0 && range.begin.line > 1;
  if (is_end) range.begin.line = range.end.line = range.begin.line - 1;
  return range;
}

// block: NEWLINE INDENT statements DEDENT | simple_stmts
Body Parser::block(const char* after, std::uint32_t line) {
  std::vector<Statement*> body;
  if (failed_) return {};
  if (!accept(Kind::newline)) {
    simple_statements(body);
    return tree_.arena.list(body);
  }
  if (!accept(Kind::indent)) {
    fail(block_place(), "expected an indented block after " + std::string(after) + " on line " + std::to_string(line),
         {}, DiagnosticKind::indentation);
    return {};
  }
  while (!failed_ && !at(Kind::dedent) && !at(Kind::end)) statements(body);
  accept(Kind::dedent);
  return tree_.arena.list(body);
}

Body Parser::else_block() {
  if (!at(Kind::kw_else) || failed_) return {};
  const std::uint32_t line = take().range.begin.line;
  expect_colon(true);
  return block("'else' statement", line);
}

// ---- if, while, for -------------------------------------------------------------------------------------------------

Statement* Parser::if_statement() {
  // An elif is an `if` alone in the orelse of the one before; built from the last to the first.
  struct Branch {
    SourcePosition begin;
    Expr* test = nullptr;
    Body body;
  };
  std::vector<Branch> branches;
  do {
    Branch branch;
    branch.begin = token().range.begin;
    const bool is_elif = take().kind == Kind::kw_elif;
    branch.test = named_expression();
    expect_colon(false);
    branch.body = block(is_elif ? "'elif' statement" : "'if' statement", branch.begin.line);
    branches.push_back(branch);
  } while (!failed_ && at(Kind::kw_elif));
  Body orelse = else_block();
  Statement* made = nullptr;
  for (std::size_t i = branches.size(); i-- > 0;) {
    auto* branch = statement<ConditionStatement>(StatementKind::if_, branches[i].begin);
    branch->test = branches[i].test;
    branch->body = branches[i].body;
    branch->orelse = orelse;
    made = branch;
    orelse = tree_.arena.list(std::vector<Statement*>{made});
  }
  return made;
}

Statement* Parser::while_statement() {
  const SourcePosition begin = take().range.begin;
  Expr* test = named_expression();
  expect_colon(false);
  const Body body = block("'while' statement", begin.line);
  const Body orelse = else_block();
  auto* made = statement<ConditionStatement>(StatementKind::while_, begin);
  made->test = test;
  made->body = body;
  made->orelse = orelse;
  return made;
}

Statement* Parser::for_statement(SourcePosition begin, bool is_async) {
  const std::uint32_t line = take().range.begin.line;
  Expr* target = target_list();
  expect(Kind::kw_in);
  Expr* iterable = star_expressions();
  expect_colon(false);
  const Body body = block("'for' statement", line);
  const Body orelse = else_block();
  auto* made = statement<ForStatement>(StatementKind::for_, begin);
  made->target = target;
  made->iterable = iterable;
  made->body = body;
  made->orelse = orelse;
  made->is_async = is_async;
  return made;
}

// ---- with -----------------------------------------------------------------------------------------------------------

// with_item: expression ['as' star_target]
WithItem Parser::with_item() {
  WithItem item;
  item.manager = expression();
  if (accept(Kind::kw_as)) {
    Expr* target = at(Kind::star) ? star_expression() : expression();
    if (!at(Kind::comma) && !at(Kind::right_paren) && !at(Kind::colon)) expect_colon(false);
    if (failed_) return item;
    item.target = target;
    check_target(target, TargetUse::assign);
  }
  return item;
}

/// `( with_item, … [,] ) :`. Goes back and gives false if what is in the parentheses is an expression.
bool Parser::parenthesised_with_items(std::vector<WithItem>& items) {
  const Mark before = mark();
  const bool was_speculating = speculating_;
  speculating_ = true;
  take();
  ++brackets_;
  do {
    if (!items.empty() && at(Kind::right_paren)) break;
    items.push_back(with_item());
  } while (!failed_ && accept(Kind::comma));
  // After `as` it is no expression: what cannot be assigned to there stays an error.
  const bool has_bad_target = failed_ && !items.empty() && items.back().target != nullptr;
  bool has_target = false;
  for (const WithItem& item : items) has_target = has_target || item.target != nullptr;
  const bool done =
      has_bad_target || (accept(Kind::right_paren) && (at(Kind::colon) || (has_target && at(Kind::newline))));
  speculating_ = was_speculating;
  if (done) {
    --brackets_;
    return true;
  }
  items.clear();
  go_back(before);
  return false;
}

Statement* Parser::with_statement(SourcePosition begin, bool is_async) {
  const std::uint32_t line = take().range.begin.line;
  std::vector<WithItem> items;
  if (!at(Kind::left_paren) || !parenthesised_with_items(items)) {
    do {
      items.push_back(with_item());
    } while (!failed_ && accept(Kind::comma));
  }
  expect_colon(false);
  const Body body = block("'with' statement", line);
  auto* made = statement<WithStatement>(StatementKind::with, begin);
  made->items = tree_.arena.list(items);
  made->body = body;
  made->is_async = is_async;
  return made;
}

// ---- try ------------------------------------------------------------------------------------------------------------

Statement* Parser::try_statement() {
  const SourcePosition begin = take().range.begin;
  expect_colon(true);
  const Body body = block("'try' statement", begin.line);
  std::vector<ExceptHandler> handlers;
  bool is_star = false;
  while (!failed_ && at(Kind::kw_except)) {
    bool this_is_star = false;
    const SourceRange range = token().range;
    handlers.push_back(except_clause(this_is_star));
    if (handlers.size() > 1 && this_is_star != is_star) {
      fail(range, "cannot have both 'except' and 'except*' on the same 'try'");
    }
    is_star = this_is_star;
    if (handlers.size() > 1 && handlers[handlers.size() - 2].type == nullptr) {
      fail(handlers[handlers.size() - 2].range, "default 'except:' must be last");
    }
  }
  const Body orelse = handlers.empty() ? Body() : else_block();
  Body final_body;
  bool has_finally = false;
  if (!failed_ && at(Kind::kw_finally)) {
    const std::uint32_t line = take().range.begin.line;
    has_finally = true;
    expect_colon(true);
    final_body = block("'finally' statement", line);
  }
  if (!failed_ && handlers.empty() && !has_finally) fail(block_place(), "expected 'except' or 'finally' block");
  auto* made = statement<TryStatement>(StatementKind::try_, begin);
  made->body = body;
  made->handlers = tree_.arena.list(handlers);
  made->orelse = orelse;
  made->final_body = final_body;
  made->is_star = is_star;
  return made;
}

// 'except' ['*'] [expression ['as' NAME]] ':' block
ExceptHandler Parser::except_clause(bool& is_star) {
  ExceptHandler handler;
  const SourcePosition begin = take().range.begin;
  if (at(Kind::star)) {
    is_star = true;
    if (!has_except_star(python_)) {
      fail_at(token(), "invalid syntax", "except* needs Python 3.11 or later.");
      return handler;
    }
    take();
    if (at(Kind::colon)) fail_at(token(), "expected one or more exception types");
  }
  if (!at(Kind::colon) && !at(Kind::newline)) {
    const SourcePosition type_begin = token().range.begin;
    handler.type = expression();
    if (!failed_ && at(Kind::comma)) {
      std::vector<Expr*> types{handler.type};
      while (accept(Kind::comma)) {
        if (!starts_expression()) break;
        types.push_back(expression());
      }
      if (!failed_ && (!except_types_need_no_parentheses(python_) || at(Kind::kw_as))) {
        fail({type_begin, types.back()->range.end},
             at(Kind::kw_as) && except_types_need_no_parentheses(python_)
                 ? "multiple exception types must be parenthesized when using 'as'"
                 : "multiple exception types must be parenthesized");
      }
      auto* tuple = node<SequenceExpr>(ExprKind::tuple, type_begin);
      tuple->elements = tree_.arena.list(types);
      handler.type = tuple;
    }
    if (accept(Kind::kw_as)) {
      handler.name = token().text;
      handler.name_range = token().range;
      expect(Kind::name);
    }
  }
  expect_colon(false);
  handler.body = block(is_star ? "'except*' statement" : "'except' statement", begin.line);
  handler.range = since(begin);
  return handler;
}

// ---- Functions and classes ------------------------------------------------------------------------------------------

Statement* Parser::async_statement() {
  const SourcePosition begin = take().range.begin;
  switch (kind()) {
    case Kind::kw_def:
      return function(begin, true, {});
    case Kind::kw_with:
      return with_statement(begin, true);
    case Kind::kw_for:
      return for_statement(begin, true);
    default:
      fail_syntax();
      return statement<Statement>(StatementKind::pass, begin);
  }
}

Statement* Parser::decorated() {
  std::vector<Expr*> decorators;
  while (!failed_ && accept(Kind::at)) {
    decorators.push_back(named_expression());
    expect(Kind::newline);
  }
  const SourcePosition begin = token().range.begin;
  if (at(Kind::kw_class)) return class_definition(begin, decorators);
  const bool is_async = accept(Kind::kw_async);
  if (at(Kind::kw_def)) return function(begin, is_async, decorators);
  fail_syntax();
  return statement<Statement>(StatementKind::pass, begin);
}

Statement* Parser::function(SourcePosition begin, bool is_async, const std::vector<Expr*>& decorators) {
  const std::uint32_t line = take().range.begin.line;
  const std::string_view name = token().text;
  expect(Kind::name);
  const List<TypeParameter> types = type_parameters();
  if (!failed_ && !accept(Kind::left_paren)) fail_parameters(token(), "expected '('");
  ++brackets_;
  Parameters* made_parameters = parameters(Kind::right_paren);
  expect(Kind::right_paren);
  --brackets_;
  if (at(Kind::arrow) && !starts_expression(1)) fail_at(token(), "expected ':'");
  Expr* returns = accept(Kind::arrow) ? expression() : nullptr;
  expect_colon(true);
  const Body body = block("function definition", line);
  auto* made = statement<FunctionStatement>(StatementKind::function, begin);
  made->name = name;
  made->parameters = made_parameters;
  made->body = body;
  made->decorators = tree_.arena.list(decorators);
  made->returns = returns;
  made->type_parameters = types;
  made->is_async = is_async;
  return made;
}

Statement* Parser::class_definition(SourcePosition begin, const std::vector<Expr*>& decorators) {
  const std::uint32_t line = take().range.begin.line;
  const std::string_view name = token().text;
  expect(Kind::name);
  const List<TypeParameter> types = type_parameters();
  std::vector<Expr*> bases;
  std::vector<Keyword> keywords;
  if (at(Kind::left_paren)) {
    const SourcePosition open = take().range.begin;
    ++brackets_;
    while (!failed_ && !at(Kind::right_paren)) {
      call_argument(bases, keywords, open, true);
      if (!accept(Kind::comma)) break;
    }
    expect(Kind::right_paren);
    --brackets_;
    check_keywords(keywords);
  }
  expect_colon(false);
  const Body body = block("class definition", line);
  auto* made = statement<ClassStatement>(StatementKind::class_, begin);
  made->name = name;
  made->bases = tree_.arena.list(bases);
  made->keywords = tree_.arena.list(keywords);
  made->body = body;
  made->decorators = tree_.arena.list(decorators);
  made->type_parameters = types;
  return made;
}

// type_params: '[' (NAME [':' expression] | '*' NAME | '**' NAME) ['=' expression], … ']'
List<TypeParameter> Parser::type_parameters() {
  std::vector<TypeParameter> made;
  if (!at(Kind::left_bracket) || failed_ || !has_type_statement(python_)) return {};
  const bool is_function = at_ >= 2 && tokens_[at_ - 2].kind == Kind::kw_def;
  const Token& open = take();
  // Where the list of a function is none, CPython takes it for what should be the parameters.
  const auto wrong = [&] { is_function ? fail_at(open, "expected '('") : fail_syntax(); };
  if (at(Kind::right_bracket) && type_parameters_have_defaults(python_)) {
    fail({open.range.begin, token().range.end}, "Type parameter list cannot be empty");
  }
  do {
    if (!made.empty() && at(Kind::right_bracket)) break;
    TypeParameter parameter;
    if (accept(Kind::star)) parameter.kind = TypeParameterKind::type_variable_tuple;
    if (accept(Kind::double_star)) parameter.kind = TypeParameterKind::parameter_specification;
    parameter.range = token().range;
    parameter.name = token().text;
    if (!accept(Kind::name)) wrong();
    const bool is_plain = parameter.kind == TypeParameterKind::type_variable;
    const Token& colon = token();
    if (accept(Kind::colon)) {
      parameter.bound = expression();
      if (!is_plain) {
        fail_at(colon,
                std::string("cannot use ") + (parameter.bound->kind == ExprKind::tuple ? "constraints" : "bound") +
                    " with " +
                    (parameter.kind == TypeParameterKind::parameter_specification ? "ParamSpec" : "TypeVarTuple"));
      }
    }
    if (at(Kind::equal) && !type_parameters_have_defaults(python_)) wrong();
    if (accept(Kind::equal)) {
      const bool may_be_starred = parameter.kind == TypeParameterKind::type_variable_tuple;
      parameter.default_value = may_be_starred ? star_expression() : expression();
    } else if (!made.empty() && made.back().default_value != nullptr) {
      fail(parameter.range,
           "non-default type parameter '" + std::string(parameter.name) + "' follows default type parameter");
    }
    made.push_back(parameter);
  } while (!failed_ && accept(Kind::comma));
  if (!accept(Kind::right_bracket)) wrong();
  return tree_.arena.list(made);
}

/// What is wrong with a list of parameters, where CPython says so.
void Parser::fail_parameters(const Token& where, const char* message) {
  fail_at(where, parameter_errors_are_explained(python_) ? message : "invalid syntax");
}

/// At a `(` among parameters: whether nothing but names is in it.
bool Parser::at_parenthesised_names() const {
  std::size_t ahead = 1;
  while (kind(ahead) == Kind::name && kind(ahead + 1) == Kind::comma) ahead += 2;
  if (kind(ahead) == Kind::name) ++ahead;
  return ahead > 1 && kind(ahead) == Kind::right_paren;
}

Parameter Parser::parameter(Kind close, bool is_star) {
  Parameter made;
  const SourcePosition begin = token().range.begin;
  made.name = token().text;
  if (!expect(Kind::name)) return made;
  if (close == Kind::right_paren && accept(Kind::colon)) {
    made.annotation = is_star && subscripts_may_be_starred(python_) ? star_expression() : expression();
  }
  made.range = since(begin);
  if (at(Kind::equal) && is_star) fail_parameters(token(), "var-positional argument cannot have default value");
  return made;
}

// parameters, up to and without `close`: a, b=1, /, c, *args, d=2, **kwargs
Parameters* Parser::parameters(Kind close) {
  auto* made = tree_.arena.make<Parameters>();
  std::vector<Parameter> positional;
  std::vector<Parameter> keyword_only;
  std::unordered_set<std::string_view> names;
  bool after_star = false;
  bool seen_default = false;
  const auto declare = [&](const Parameter& parameter) {
    if (!failed_ && !names.insert(parameter.name).second) {
      fail(parameter.range, "duplicate argument '" + std::string(parameter.name) + "' in function definition");
    }
  };
  while (!failed_ && !at(close)) {
    const Token& first = token();
    if (at(Kind::left_paren) && !seen_default && !after_star && at_parenthesised_names()) {
      fail_parameters(first, close == Kind::colon ? "Lambda expression parameters cannot be parenthesized"
                                                  : "Function parameters cannot be parenthesized");
    } else if (made->varkw != nullptr) {
      fail_parameters(first, "arguments cannot follow var-keyword argument");
    } else if (accept(Kind::slash)) {
      if (after_star) fail_parameters(first, "/ must be ahead of *");
      if (!made->positional_only.empty()) fail_parameters(first, "/ may appear only once");
      if (positional.empty()) {
        fail_parameters(first, at(Kind::comma) ? "at least one argument must precede /" : "invalid syntax");
      }
      made->positional_only = tree_.arena.list(positional);
      positional.clear();
    } else if (accept(Kind::star)) {
      if (after_star) {
        const bool is_complete = at(Kind::name) || at(Kind::comma);
        fail_parameters(first, is_complete ? "* argument may appear only once" : "invalid syntax");
      }
      after_star = true;
      if (at(Kind::name)) {
        auto* varargs = tree_.arena.make<Parameter>();
        *varargs = parameter(close, true);
        declare(*varargs);
        made->varargs = varargs;
      } else {
        if (at(close) || (at(Kind::comma) && (kind(1) == close || kind(1) == Kind::double_star))) {
          fail_at(first, "named arguments must follow bare *");
        }
      }
    } else if (accept(Kind::double_star)) {
      auto* varkw = tree_.arena.make<Parameter>();
      *varkw = parameter(close, false);
      if (at(Kind::equal)) fail_parameters(token(), "var-keyword argument cannot have default value");
      declare(*varkw);
      made->varkw = varkw;
    } else {
      Parameter next = parameter(close, false);
      if (accept(Kind::equal)) {
        if (at(Kind::right_paren) || at(Kind::comma)) fail_parameters(previous(), "expected default value expression");
        next.default_value = expression();
        if (!after_star) seen_default = true;
      } else if (seen_default && !after_star && (at(close) || at(Kind::comma))) {
        fail(next.range, default_order_error_says_parameter(python_)
                             ? "parameter without a default follows parameter with a default"
                             : "non-default argument follows default argument");
      }
      declare(next);
      (after_star ? keyword_only : positional).push_back(next);
    }
    if (!accept(Kind::comma)) break;
  }
  made->positional = tree_.arena.list(positional);
  made->keyword_only = tree_.arena.list(keyword_only);
  return made;
}

}  // namespace sluice
