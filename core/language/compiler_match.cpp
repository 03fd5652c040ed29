// The match statement.
//
// While a case is tried, captured values are kept on the stack under what is still being looked at, and are stored only
// when the whole pattern (not yet the guard) has matched. A pattern that fails jumps to a place that drops as many
// values as are there at that moment: `fail_pop[n]` drops n. The scheme is the one that CPython's compiler describes.
#include <algorithm>

#include "language/compiler.h"

namespace sluice {

using namespace ast;

namespace {

bool is_wildcard(const Pattern* node) {
  return node->kind == PatternKind::as && as<AsPattern>(node)->pattern == nullptr && as<AsPattern>(node)->name.empty();
}

bool is_star_wildcard(const Pattern* node) {
  return node->kind == PatternKind::star && as<StarPattern>(node)->name.empty();
}

}  // namespace

void Compiler::match_statement(const MatchStatement* node) {
  expr(node->subject);
  const Label end = builder().new_label();
  const std::size_t count = node->cases.size();
  const bool has_default = count > 1 && is_wildcard(node->cases[count - 1].pattern);
  const std::size_t tried = has_default ? count - 1 : count;
  for (std::size_t i = 0; i < tried; ++i) {
    const MatchCase& one = node->cases[i];
    const bool keeps_subject = i + 1 < tried;  // the last one tried uses the subject up
    const At at(*this, one.pattern->range);
    if (keeps_subject) emit(Opcode::COPY, 1);
    PatternContext context;
    context.allow_irrefutable = one.guard != nullptr || i + 1 == count;
    pattern(one.pattern, context);
    for (const std::string_view name : context.stores) access(name, Access::store);
    if (one.guard != nullptr) {
      if (context.fail_pop.empty()) context.fail_pop.push_back(builder().new_label());
      jump_if(one.guard, context.fail_pop[0], false);
    }
    if (keeps_subject) emit(Opcode::POP_TOP);
    body(one.body);
    builder().jump(end);
    place_fail_pops(context);
  }
  if (has_default) {
    const MatchCase& last = node->cases[count - 1];
    if (last.guard != nullptr) jump_if(last.guard, end, false);
    body(last.body);
  }
  builder().place(end);
}

// ---- The stack ------------------------------------------------------------------------------------------------------

/// Moves the top of the stack under the `count` - 1 values below it.
void Compiler::rotate(std::size_t count) {
  for (; count > 1; --count) emit(Opcode::SWAP, static_cast<std::uint32_t>(count));
}

/// Jumps to where the case has failed, which drops what is on the stack above the subject.
void Compiler::fail_jump(Opcode opcode, PatternContext& context) {
  const std::size_t pops = context.on_top + context.stores.size();
  while (context.fail_pop.size() <= pops) context.fail_pop.push_back(builder().new_label());
  builder().emit_jump(opcode, context.fail_pop[pops]);
}

void Compiler::place_fail_pops(PatternContext& context) {
  for (std::size_t i = context.fail_pop.size(); i-- > 0;) {
    builder().place(context.fail_pop[i]);
    if (i > 0) emit(Opcode::POP_TOP);
  }
  context.fail_pop.clear();
}

/// Takes the top of the stack as the value of a name, or drops it.
void Compiler::capture(std::string_view name, const SourceRange& range, PatternContext& context) {
  if (name.empty()) return emit(Opcode::POP_TOP);
  if (std::find(context.stores.begin(), context.stores.end(), name) != context.stores.end()) {
    return fail(range, "multiple assignments to name '" + std::string(name) + "' in pattern");
  }
  rotate(context.on_top + context.stores.size() + 1);
  context.stores.push_back(name);
}

// ---- Patterns: each takes the subject off the stack -----------------------------------------------------------------

void Compiler::pattern(const Pattern* node, PatternContext& context) {
  const At at(*this, node->range);
  switch (node->kind) {
    case PatternKind::value:
      return value_pattern(as<ValuePattern>(node), context);
    case PatternKind::singleton:
      return singleton_pattern(as<SingletonPattern>(node), context);
    case PatternKind::sequence:
      return sequence_pattern(as<SequencePattern>(node), context);
    case PatternKind::mapping:
      return mapping_pattern(as<MappingPattern>(node), context);
    case PatternKind::class_:
      return class_pattern(as<ClassPattern>(node), context);
    case PatternKind::star:
      return capture(as<StarPattern>(node)->name, node->range, context);
    case PatternKind::as:
      return as_pattern(as<AsPattern>(node), context);
    case PatternKind::or_:
      return or_pattern(as<OrPattern>(node), context);
  }
}

/// A part of a pattern may match anything.
void Compiler::subpattern(const Pattern* node, PatternContext& context) {
  const bool before = context.allow_irrefutable;
  context.allow_irrefutable = true;
  pattern(node, context);
  context.allow_irrefutable = before;
}

void Compiler::value_pattern(const ValuePattern* node, PatternContext& context) {
  expr(node->value);
  emit(Opcode::COMPARE_EQ);
  fail_jump(Opcode::POP_JUMP_IF_FALSE, context);
}

void Compiler::singleton_pattern(const SingletonPattern* node, PatternContext& context) {
  builder().emit_constant(*node->value);
  emit(Opcode::IS);
  fail_jump(Opcode::POP_JUMP_IF_FALSE, context);
}

void Compiler::sequence_pattern(const SequencePattern* node, PatternContext& context) {
  const std::size_t size = node->patterns.size();
  std::size_t star = size;
  bool only_wildcards = true;
  for (std::size_t i = 0; i < size; ++i) {
    const Pattern* part = node->patterns[i];
    if (part->kind != PatternKind::star) {
      only_wildcards = only_wildcards && is_wildcard(part);
      continue;
    }
    if (star < size) return fail(node->range, "multiple starred names in sequence pattern");
    star = i;
    only_wildcards = only_wildcards && is_star_wildcard(part);
  }
  ++context.on_top;
  emit(Opcode::MATCH_SEQUENCE);
  fail_jump(Opcode::POP_JUMP_IF_FALSE, context);
  if (star == size || size > 1) {
    emit(Opcode::GET_LEN);
    builder().emit_constant(integer_constant(static_cast<std::int64_t>(star == size ? size : size - 1)));
    emit(star == size ? Opcode::COMPARE_EQ : Opcode::COMPARE_GE);
    fail_jump(Opcode::POP_JUMP_IF_FALSE, context);
  }
  --context.on_top;
  if (only_wildcards) return emit(Opcode::POP_TOP);
  if (star < size && is_star_wildcard(node->patterns[star])) return index_sequence_pattern(node, star, context);
  unpack_sequence_pattern(node, context);
}

void Compiler::unpack_sequence_pattern(const SequencePattern* node, PatternContext& context) {
  const std::size_t size = node->patterns.size();
  std::size_t star = size;
  for (std::size_t i = 0; i < size; ++i) {
    if (node->patterns[i]->kind == PatternKind::star) star = i;
  }
  if (size > kMaxPackedArgument) {
    return fail(node->range, "too many parts in one pattern", {}, DiagnosticKind::unsupported);
  }
  if (star < size) {
    emit(Opcode::UNPACK_EX, static_cast<std::uint32_t>(star | ((size - star - 1) << 12)));
  } else {
    emit(Opcode::UNPACK_SEQUENCE, static_cast<std::uint32_t>(size));
  }
  context.on_top += size;
  for (const Pattern* part : node->patterns) {
    --context.on_top;
    subpattern(part, context);
  }
}

/// [first, *_, last]: no list for the middle; the others are looked up one by one.
void Compiler::index_sequence_pattern(const SequencePattern* node, std::size_t star, PatternContext& context) {
  const std::size_t size = node->patterns.size();
  ++context.on_top;
  for (std::size_t i = 0; i < size; ++i) {
    const Pattern* part = node->patterns[i];
    if (i == star || is_wildcard(part)) continue;
    emit(Opcode::COPY, 1);
    if (i < star) {
      builder().emit_constant(integer_constant(static_cast<std::int64_t>(i)));
    } else {
      emit(Opcode::GET_LEN);
      builder().emit_constant(integer_constant(static_cast<std::int64_t>(size - i)));
      emit(Opcode::BINARY_SUBTRACT);
    }
    emit(Opcode::BINARY_SUBSCRIPT);
    subpattern(part, context);
  }
  --context.on_top;
  emit(Opcode::POP_TOP);
}

void Compiler::mapping_pattern(const MappingPattern* node, PatternContext& context) {
  const auto size = static_cast<std::uint32_t>(node->keys.size());
  ++context.on_top;
  emit(Opcode::MATCH_MAPPING);
  fail_jump(Opcode::POP_JUMP_IF_FALSE, context);
  if (size == 0 && node->rest.empty()) {
    --context.on_top;
    return emit(Opcode::POP_TOP);
  }
  if (size > 0) {
    emit(Opcode::GET_LEN);
    builder().emit_constant(integer_constant(size));
    emit(Opcode::COMPARE_GE);
    fail_jump(Opcode::POP_JUMP_IF_FALSE, context);
  }
  for (const Expr* key : node->keys) expr(key);
  emit(Opcode::BUILD_TUPLE, size);
  emit(Opcode::MATCH_KEYS);
  context.on_top += 2;
  emit(Opcode::COPY, 1);
  builder().emit_none();
  emit(Opcode::IS_NOT);
  fail_jump(Opcode::POP_JUMP_IF_FALSE, context);
  emit(Opcode::UNPACK_SEQUENCE, size);
  context.on_top += size;
  --context.on_top;
  for (const Pattern* part : node->patterns) {
    --context.on_top;
    subpattern(part, context);
  }
  context.on_top -= 2;
  if (!node->rest.empty()) {
    emit(Opcode::COPY_DICT_WITHOUT_KEYS);
    emit(Opcode::SWAP, 2);
    emit(Opcode::POP_TOP);
    return capture(node->rest, node->range, context);
  }
  emit(Opcode::POP_TOP);
  emit(Opcode::POP_TOP);
}

void Compiler::class_pattern(const ClassPattern* node, PatternContext& context) {
  const std::size_t positional = node->patterns.size();
  const std::size_t all = positional + node->keyword_patterns.size();
  expr(node->type);
  std::vector<std::string> names;
  for (const std::string_view name : node->keyword_names) names.emplace_back(name);  // not mangled, not even in a class
  builder().emit_constant(tuple_of_names(names));
  emit(Opcode::MATCH_CLASS, static_cast<std::uint32_t>(positional));
  ++context.on_top;
  emit(Opcode::COPY, 1);
  builder().emit_none();
  emit(Opcode::IS_NOT);
  fail_jump(Opcode::POP_JUMP_IF_FALSE, context);
  emit(Opcode::UNPACK_SEQUENCE, static_cast<std::uint32_t>(all));
  context.on_top += all;
  --context.on_top;
  for (std::size_t i = 0; i < all; ++i) {
    const Pattern* part = i < positional ? node->patterns[i] : node->keyword_patterns[i - positional];
    --context.on_top;
    subpattern(part, context);
  }
}

void Compiler::as_pattern(const AsPattern* node, PatternContext& context) {
  if (node->pattern == nullptr) {
    if (!context.allow_irrefutable) {
      return fail(node->range, node->name.empty() ? std::string("wildcard makes remaining patterns unreachable")
                                                  : "name capture '" + std::string(node->name) +
                                                        "' makes remaining patterns unreachable");
    }
    return capture(node->name, node->range, context);
  }
  ++context.on_top;
  emit(Opcode::COPY, 1);
  pattern(node->pattern, context);
  --context.on_top;
  capture(node->name, node->range, context);
}

void Compiler::or_pattern(const OrPattern* node, PatternContext& context) {
  const Label end = builder().new_label();
  std::vector<std::string_view> wanted;
  const std::size_t size = node->patterns.size();
  for (std::size_t i = 0; i < size; ++i) {
    const At at(*this, node->patterns[i]->range);
    PatternContext inner;
    inner.allow_irrefutable = i + 1 == size && context.allow_irrefutable;
    emit(Opcode::COPY, 1);
    pattern(node->patterns[i], inner);
    if (diagnostic_) return;
    if (i == 0) wanted = inner.stores;
    if (inner.stores.size() != wanted.size() || !order_captures(wanted, inner.stores)) {
      return fail(node->range, "alternative patterns bind different names");
    }
    builder().jump(end);
    place_fail_pops(inner);
  }
  emit(Opcode::POP_TOP);
  fail_jump(Opcode::JUMP_FORWARD, context);
  builder().place(end);
  // What the alternative captured lies above the subject; each goes under everything that was there before.
  const std::size_t depth = wanted.size() + 1 + context.on_top + context.stores.size();
  for (const std::string_view name : wanted) {
    rotate(depth);
    if (std::find(context.stores.begin(), context.stores.end(), name) != context.stores.end()) {
      return fail(node->range, "multiple assignments to name '" + std::string(name) + "' in pattern");
    }
    context.stores.push_back(name);
  }
  emit(Opcode::POP_TOP);
}

/// Brings captured values into the order that the first alternative has. False if the names differ.
bool Compiler::order_captures(const std::vector<std::string_view>& wanted, std::vector<std::string_view>& have) {
  for (std::size_t i = wanted.size(); i-- > 0;) {
    const auto found = std::find(have.begin(), have.end(), wanted[i]);
    if (found == have.end()) return false;
    const auto from = static_cast<std::size_t>(found - have.begin());
    if (from == i) continue;
    const std::size_t moved = from + 1;
    const std::vector<std::string_view> front(have.begin(), have.begin() + static_cast<std::ptrdiff_t>(moved));
    have.erase(have.begin(), have.begin() + static_cast<std::ptrdiff_t>(moved));
    have.insert(have.begin() + static_cast<std::ptrdiff_t>(i - from), front.begin(), front.end());
    for (std::size_t k = 0; k < moved; ++k) rotate(i + 1);
  }
  return true;
}

}  // namespace sluice
