// superlatives: what is said to be the most or the least of a list or table is so by its numbers.
#include <algorithm>

#include "checks/kinds.h"
#include "checks/wording/message.h"
#include "comparing/rankings.h"
#include "matching/conditions.h"

namespace stet {
namespace {

struct Superlatives {
  std::optional<PatternId> most;
  std::optional<PatternId> least;
  std::vector<SharedText> of;  ///< kinds of values; empty: any
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

std::string_view kind_of(const Ranking& ranking) {
  if (ranking.kind == TypedKind::money) return "money";
  if (ranking.kind == TypedKind::percent) return "percent";
  if (ranking.kind == TypedKind::duration) return "duration";
  if (ranking.kind == TypedKind::number) return "number";
  if (ranking.kind != TypedKind::quantity) return "";
  return ranking.unit == "g" ? "mass" : ranking.unit == "m" ? "length" : "quantity";
}

/// The entry whose number is beyond the named one's; the farthest.
std::optional<std::uint32_t> beyond(const Ranking& ranking, std::uint32_t named, bool most) {
  std::optional<std::uint32_t> farthest;
  const auto value = [&](std::uint32_t i) -> const Value& { return ranking.entries[i].claim->value; };
  for (std::uint32_t i = 0; i < ranking.entries.size(); ++i) {
    const bool more = most ? value(i).low > value(named).high : value(i).high < value(named).low;
    if (!more) continue;
    if (!farthest || (most ? value(i).low > value(*farthest).low : value(i).high < value(*farthest).high)) farthest = i;
  }
  return farthest;
}

class Comparison {
 public:
  Comparison(const Superlatives& rule, const CheckInput& input)
      : rule_(rule), input_(input), test_(rule.conditions, input), all_(rankings_of(input)) {}

  void run(PatternId pattern, bool most, std::vector<Finding>& findings) {
    if (all_.empty()) return;
    for (const Match& match : input_.matches.of(pattern)) {
      if (test_.holds(match)) check(match, most, findings);
    }
  }

 private:
  const Superlatives& rule_;
  const CheckInput& input_;
  ConditionTest test_;
  std::vector<Ranking> all_;

  bool is_of_rule(const Ranking& ranking) const {
    const std::string_view kind = kind_of(ranking);
    return !kind.empty() && (rule_.of.empty() || std::find(rule_.of.begin(), rule_.of.end(), kind) != rule_.of.end());
  }

  /// A ranking that the sentence may speak of: of its section, and not the one that it stands in.
  bool is_near(const Ranking& ranking, std::uint32_t sentence) const {
    const Sentence& said = input_.units.sentences[sentence];
    const Block& block = input_.article.blocks[ranking.block];
    const bool inside = said.block >= ranking.block && said.block < block.end;
    return !inside && said.section == ranking.section;
  }

  /// In every column that may be meant the entry must be beaten: which one is meant cannot be told.
  void check(const Match& match, bool most, std::vector<Finding>& findings) const {
    const Ranking* shown = nullptr;
    std::uint32_t named_there = 0;
    std::uint32_t farthest = 0;
    for (const Ranking& ranking : all_) {
      if (!is_of_rule(ranking) || !is_near(ranking, match.sentence)) continue;
      const auto named = named_in(input_, ranking, match.sentence);
      if (!named) continue;
      const auto other = beyond(ranking, *named, most);
      if (!other) return;
      shown = &ranking;
      named_there = *named;
      farthest = *other;
    }
    if (shown == nullptr) return;
    const Claim& of_named = *shown->entries[named_there].claim;
    const Claim& of_other = *shown->entries[farthest].claim;
    const Span there = source_of_value(input_, of_other);
    findings.push_back({.severity = rule_.severity,
                        .source = source_of(input_, match.words),
                        .message = fill(rule_.message, {{"found", words_as_written(input_, match.words)},
                                                        {"value", words_as_written(input_, of_named.value.words)},
                                                        {"other", words_as_written(input_, of_other.value.words)},
                                                        {"line", std::to_string(line_of(input_, there))}}),
                        .related = {{.source = there, .message = "this is beyond it", .marks = {}},
                                    {.source = source_of_value(input_, of_named), .message = "its own number", .marks = {}}}});
  }
};

void Superlatives::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  Comparison comparison(*this, input);
  if (most) comparison.run(*most, true, findings);
  if (least) comparison.run(*least, false, findings);
}

tl::expected<Check, Problems> compile_superlatives(const Rule& rule, CompileContext& context) {
  Superlatives check;
  if (rule.field("most") != nullptr) check.most = context.automaton.add(rule.phrases("most"));
  if (rule.field("least") != nullptr) check.least = context.automaton.add(rule.phrases("least"));
  check.of = rule.texts("of");
  check.conditions = compile_conditions(rule, context, all_prose);
  check.conditions.not_frames |=
      frame_negated | frame_questioned | frame_quoted | frame_attributed | frame_past | frame_myth | frame_hedged;
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind superlatives_kind() {
  return {
      .name = "superlatives",
      .description =
          "What a sentence says to be the most or the least of a list or table in its section is so by the numbers there. The sentence "
          "names one entry (the head of a row, a label); where several columns have numbers that may be meant, the entry must be beaten "
          "in all. {found}, {value} (the entry's own), {other} and {line} may stand in the message.",
      .fields = {{.name = "most", .type = FieldType::phrase_list, .description = "Superlatives of the largest number."},
                 {.name = "least", .type = FieldType::phrase_list, .description = "Superlatives of the smallest number."},
                 {.name = "of",
                  .type = FieldType::choice_list,
                  .description = "Of which kinds of numbers they are; any unless given.",
                  .values = {"money", "percent", "duration", "number", "mass", "length", "quantity"}}},
      .quotes = {"found", "value", "other", "line"},
      .compile = compile_superlatives};
}

}  // namespace stet
