// forbids: this must not be said.
#include "checks/conditions.h"
#include "checks/kinds.h"
#include "checks/message.h"

namespace stet {
namespace {

struct Forbids {
  PatternId find = 0;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const {
    const ConditionTest test(conditions, input);
    for (const Match& match : input.matches.of(find)) {
      if (!test.holds(match)) continue;
      findings.push_back({.severity = severity,
                          .source = source_of(input, match.words),
                          .message = fill_match(message, input, match, input.capture_names),
                          .related = {}});
    }
  }
};

tl::expected<Check, Problems> compile_forbids(const Rule& rule, CompileContext& context) {
  Forbids check;
  check.find = context.automaton.add(rule.phrases("find"));
  check.conditions = compile_conditions(rule, context, all_prose, check.find);
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind forbids_kind() {
  return {.name = "forbids",
          .description = "This must not be said. Every match of `find` under the rule's conditions is a finding.",
          .fields =
              {{.name = "find", .type = FieldType::phrase_list, .description = "The phrases that must not stand there.", .required = true}},
          .quotes = {"found"},
          .compile = compile_forbids};
}

}  // namespace stet
