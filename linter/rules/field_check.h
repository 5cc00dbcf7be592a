// A YAML mapping against a table of fields: every fault is a Problem at its place, with the nearest valid word.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace stet {

/// Beyond as many faults nothing more is looked at: a file made of faults must fill neither memory nor time.
inline constexpr std::size_t most_faults = 1'000;

/// Collects what is wrong with one file. Whoever begins a file asks first whether there is_room, so that a file without a fault is one that
/// was looked at.
struct Faults {
  const YamlDocument& document;
  Problems& problems;
  ProblemKind kind = ProblemKind::rule;
  std::map<std::string_view, std::vector<std::string_view>> elsewhere = {};  ///< keys of other kinds of rules, and these

  bool is_room() const { return problems.size() < most_faults; }
  void add(Position position, std::string what, std::string mend = {}) const {
    problems.push_back(document.problem(position, std::move(what), std::move(mend), kind));
  }
};

using FieldPointers = std::vector<const Field*>;

/// The table as pointers: tables of several sources can be joined.
FieldPointers pointers(const std::vector<Field>& fields);
/// The field of that name, or nullptr.
const Field* find_field(const FieldPointers& fields, std::string_view name);

/// Checks the keys of `map` and their values, and that no required one is missing. `what` names the mapping in messages: "this rule".
void check_fields(const Faults& faults, const YamlValue& map, const FieldPointers& fields, std::string_view what);
/// Checks one value.
void check_field(const Faults& faults, const YamlValue& value, const Field& field);
/// Is the value of this kind? Adds a fault when it is not.
bool expect(const Faults& faults, const YamlValue& value, YamlKind kind, std::string_view key);

/// "did you mean `within`?", or all candidates when none is near; empty when there are none.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

/// The value itself, or the items of a list.
std::vector<const YamlValue*> one_or_many(const YamlValue& value);

}  // namespace stet
