// A rule compiled: a function from an article's facts to findings. A kind is what compiles it.
//
// To add a kind: write linter/checks/<kind>.cpp with one `Kind <name>_kind()`, declare and list it in registry.cpp, and give it tests.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"
#include "matching/automaton.h"
#include "matching/frames.h"
#include "rules/rule.h"
#include "units/units.h"

namespace stet {

/// Everything known of one article, read only. Shared by all checks.
struct CheckInput {
  const Source& source;
  const Article& article;
  const Units& units;
  const Vocabulary& vocabulary;
  const Matches& matches;
  const FrameCues& cues;
  const std::vector<std::string>& capture_names;
};

/// Appends its findings, in any order; `Finding::rule` and `fingerprint` are filled in by the caller.
using Check = std::function<void(const CheckInput&, std::vector<Finding>&)>;

/// What a kind may use while compiling a rule.
struct CompileContext {
  AutomatonBuilder& automaton;
  const RuleSet& rules;
};

struct Kind {
  std::string_view name;
  std::string_view description;  ///< one paragraph for the reference
  std::vector<Field> fields;     ///< besides the common ones
  std::vector<std::string_view> quotes;  ///< what a message may hold in braces, besides captures; empty: not checked
  /// Errors (rule): what the table of fields cannot say, at its place.
  tl::expected<Check, Problems> (*compile)(const Rule& rule, CompileContext& context) = nullptr;
};

}  // namespace stet
