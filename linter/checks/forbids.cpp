// forbids: this must not be said.
#include <optional>

#include "checks/kinds.h"
#include "checks/wording/message.h"
#include "claims/subjects.h"
#include "matching/conditions.h"

namespace stet {
namespace {

struct Forbids {
  PatternId find = 0;
  bool has_about = false;
  SubjectPatterns subjects;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const {
    const std::vector<Match>& matches = input.matches.of(find);
    if (matches.empty()) return;
    const ConditionTest test(conditions, input);
    std::optional<Subjects> named;
    if (has_about) named.emplace(input, subjects);
    for (const Match& match : matches) {
      if (!test.holds(match) || is_link_text(input, match.words)) continue;
      const std::uint32_t subject =
          named ? named->of_claim(match.sentence, match.words, {.elided = opens_sentence(input, match)}) : no_index;
      if (named && subject == no_index) continue;
      const std::string name = subject == no_index ? std::string() : words_as_written(input, named->name_of(subject), 40);
      findings.push_back({.severity = severity,
                          .source = source_of(input, match.words),
                          .message = fill(fill_match(message, input, match, input.capture_names), {{"about", name}}),
                          .related = {}});
    }
  }
};

tl::expected<Check, Problems> compile_forbids(const Rule& rule, CompileContext& context) {
  Forbids check;
  check.find = context.automaton.add(rule.phrases("find"));
  check.has_about = rule.field("about") != nullptr;
  check.subjects = compile_subjects(rule, context);
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
              {{.name = "find", .type = FieldType::phrase_list, .description = "The phrases that must not stand there.", .required = true},
               about_field(),
               about_any_field(),
               about_others_field()},
          .quotes = {"found", "about"},
          .quotes_captures = true,
          .compile = compile_forbids};
}

}  // namespace stet
