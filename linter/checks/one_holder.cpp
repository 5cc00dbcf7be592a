// one-holder: an office has one holder.
#include <algorithm>
#include <set>

#include "checks/kinds.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/holders.h"
#include "rules/word_lists.h"

namespace stet {
namespace {

struct OneHolder {
  HolderRule rule;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
  Finding tell(const CheckInput& input, const Holder& later, const Holder& earlier) const;
};

/// Have more than two people the office? Then it is one of several, such as the tutors of several courses.
bool has_many_holders(const std::vector<Holder>& holders, const Holder& one) {
  std::vector<const Holder*> people;
  for (const Holder& other : holders) {
    if (!is_one_office(one, other)) continue;
    const bool known = std::any_of(people.begin(), people.end(), [&](const Holder* person) { return !are_two_people(*person, other); });
    if (!known) people.push_back(&other);
  }
  return people.size() > 2;
}

/// Lines with labels, or fields, tell of several: two courses with a tutor each.
bool are_entries(const Holder& a, const Holder& b) { return a.labelled && b.labelled && a.text == b.text; }

/// Two items of a list, each with its author.
bool are_items(const Holder& a, const Holder& b) {
  if (a.text != b.text) return false;
  const Sentence& one = a.text->units.sentences[a.sentence];
  const Sentence& two = b.text->units.sentences[b.sentence];
  return one.place == Place::list && two.place == Place::list && one.section == two.section;
}

/// Names that have nothing in common are of two people; that both hold the office is a slip only where it has one holder.
bool are_at_odds(const Holder& a, const Holder& b) {
  if (a.text == b.text && a.sentence == b.sentence) return false;
  if (!is_one_office(a, b) || !are_two_people(a, b) || are_entries(a, b) || are_items(a, b)) return false;
  return share_a_name(a, b) || (a.single && b.single);
}

Finding OneHolder::tell(const CheckInput& input, const Holder& later, const Holder& earlier) const {
  const Span there = source_of(*earlier.text, earlier.words);
  return {.severity = severity,
          .source = source_of(*later.text, later.words),
          .message = fill(message, {{"found", words_as_written(*later.text, later.words)},
                                    {"other", words_as_written(*earlier.text, earlier.words)},
                                    {"line", std::to_string(line_of(input, there))}}),
          .related = {{.source = there, .message = "another name", .marks = {}}}};
}

void OneHolder::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  const ConditionTest test(rule.conditions, input);
  const std::vector<Holder> holders = read_holders(input, rule, test);
  for (std::size_t later = 1; later < holders.size(); ++later) {
    const Holder& one = holders[later];
    const auto earlier = std::find_if(holders.begin(), holders.begin() + static_cast<std::ptrdiff_t>(later),
                                      [&](const Holder& other) { return are_at_odds(one, other); });
    if (earlier == holders.begin() + static_cast<std::ptrdiff_t>(later) || has_many_holders(holders, one)) continue;
    findings.push_back(tell(input, one, *earlier));
  }
}

tl::expected<Check, Problems> compile_one_holder(const Rule& rule, CompileContext& context) {
  OneHolder check;
  check.rule.says = context.automaton.add(rule.phrases("says"));
  const std::string offices = rule.text("offices");
  check.rule.offices = context.automaton.add_list(offices);
  check.rule.titles = context.automaton.add_list("personal-title");
  check.rule.regions = context.automaton.add_list("region");
  const std::map<std::string, WordList> lists = read_packed(context.rules.lists, {offices});
  if (const auto list = lists.find(offices); list != lists.end()) {
    std::set<std::string> keys;
    for (const WordListEntry& entry : list->second.entries) keys.insert(lemma_key(entry.text));
    check.rule.of_keys.assign(keys.begin(), keys.end());
  }
  check.rule.conditions =
      compile_conditions(rule, context, place_bits({Place::paragraph, Place::list, Place::table, Place::footnote}), check.rule.says);
  check.rule.conditions.not_frames |= not_in_office;
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind one_holder_kind() {
  return {.name = "one-holder",
          .description =
              "An office has one holder. Who holds it is told by phrases, by a label, a row's head or a front-matter field that ends in "
              "a word of the list. Two names that share a part are told of; two that share none where both are said to be the "
              "only one (“the”, “its”, a label). Nothing where an article has more than two holders of one office. {found}, "
              "{other} and {line} may stand in the message.",
          .fields = {{.name = "says",
                      .type = FieldType::phrase_list,
                      .description = "How it is said: phrases that capture `$office` and `$name`, the first word of the name.",
                      .required = true},
                     {.name = "offices", .type = FieldType::word_list, .description = "The list of offices.", .required = true}},
          .quotes = {"found", "other", "line"},
          .compile = compile_one_holder};
}

}  // namespace stet
