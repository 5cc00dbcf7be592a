// A rule compiled: a function from an article's facts to findings. A kind is what compiles it.
//
// To add a kind: write linter/checks/<kind>.cpp with one `Kind <name>_kind()`, declare and list it in registry.cpp, and give it tests.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <typeindex>
#include <vector>

#include "findings/finding.h"
#include "matching/automaton.h"
#include "matching/frames.h"
#include "rules/rule.h"
#include "units/citation_policy.h"
#include "units/units.h"

namespace stet {

/// What several checks derive from one article, made by the first that asks: one value of each type.
class Derived {
 public:
  template <typename Value, typename Make>
  const Value& get(const Make& make) {
    std::shared_ptr<const void>& value = values_[std::type_index(typeid(Value))];
    if (!value) value = std::make_shared<const Value>(make());
    return *static_cast<const Value*>(value.get());
  }

 private:
  std::map<std::type_index, std::shared_ptr<const void>> values_;
};

class Elsewhere;
struct CheckInput;

/// Reads another text with the rules of the run: parsed, in units, matched. `use` must keep nothing of what it is given.
using Reread = std::function<void(const Source& source, const std::function<void(const CheckInput&)>& use)>;

/// Everything known of one article, read only. Shared by all checks.
struct CheckInput {
  const Source& source;
  const Article& article;
  const Units& units;
  const Vocabulary& vocabulary;
  const Matches& matches;
  const FrameCues& cues;
  const std::vector<std::string>& capture_names;
  const CitationPolicy& citations;                                 ///< the house's; already applied to units.citations
  const Elsewhere* elsewhere = nullptr;                            ///< the other articles of the site, when the run looks at one
  const Reread* reread = nullptr;                                  ///< for what checks read of those
  std::shared_ptr<Derived> derived = std::make_shared<Derived>();  ///< one thread works on an article
  std::vector<SeenClaim>* claims = nullptr;                        ///< where claims are counted, when they are; `rule` is filled in later
};

/// What is known of the word at an index, by its spelling.
inline const Form& form_of(const CheckInput& input, std::uint32_t word) { return input.vocabulary.form(input.units.words[word].form); }

/// Appends its findings, in any order; `Finding::rule` and `fingerprint` are filled in by the caller.
using Check = std::function<void(const CheckInput&, std::vector<Finding>&)>;

/// What a kind may use while compiling a rule.
struct CompileContext {
  AutomatonBuilder& automaton;
  const RuleSet& rules;
};

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
