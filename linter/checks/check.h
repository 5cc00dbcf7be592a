// A rule compiled: a function from an article's facts to findings. A kind is what compiles it.
//
// To add a kind: write linter/checks/<kind>.cpp with one `Kind <name>_kind()`, declare and list it in registry.cpp, and give it tests.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "matching/check_input.h"
#include "matching/compile_context.h"
#include "rules/rule.h"

namespace stet {

/// Appends its findings, in any order; `Finding::rule` and `fingerprint` are filled in by the caller.
using Check = std::function<void(const CheckInput&, std::vector<Finding>&)>;

struct Kind {
  std::string_view name;
  std::string_view description;          ///< one paragraph for the reference
  std::vector<Field> fields;             ///< besides the common ones
  std::vector<std::string_view> quotes;  ///< what a message may hold in braces
  bool quotes_captures = false;          ///< and the captures of the rule's phrases
  /// Errors (rule): what the table of fields cannot say, at its place.
  tl::expected<Check, Problems> (*compile)(const Rule& rule, CompileContext& context) = nullptr;
};

}  // namespace stet
