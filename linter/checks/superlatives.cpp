// superlatives: what is said to be the most or the least of a list or table is so by its numbers.
#include <algorithm>

#include "checks/kinds.h"
#include "checks/wording/message.h"
#include "claims/keys.h"
#include "claims/title.h"
#include "claims/told_circumstances.h"
#include "comparing/rankings.h"
#include "matching/conditions.h"

namespace stet {
namespace {

struct Superlatives {
  std::optional<PatternId> most;
  std::optional<PatternId> least;
  std::vector<SharedText> of;        ///< kinds of values; empty: any
  std::vector<std::string> columns;  ///< lemma keys, one of which the head over the numbers has; empty: any
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
  if (ranking.kind == TypedKind::date) return "date";
  if (ranking.kind != TypedKind::quantity) return "";
  return ranking.unit == "g" ? "mass" : ranking.unit == "m" ? "length" : "quantity";
}

/// The entry whose number is farthest beyond a value; nullptr where none is.
const Claim* beyond(const Ranking& ranking, const Value& value, bool most) {
  const Claim* const farthest = most ? ranking.most : ranking.least;
  const bool is_beyond = most ? farthest->value.low > value.high : farthest->value.high < value.low;
  return is_beyond ? farthest : nullptr;
}

/// What is said to be the most or the least, and what is beyond it.
struct Beaten {
  const Claim* named = nullptr;
  const Claim* other = nullptr;
};

class Comparison {
 public:
  Comparison(const Superlatives& rule, const CheckInput& input)
      : rule_(rule), input_(input), test_(rule.conditions, input), all_(rankings_of(input)) {
    if (!all_.empty()) title_ = content_stems(input_, title_of(input_).name);
    for (const Ranking& ranking : all_) titled_.push_back(titled(ranking));
  }

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
  std::vector<StemId> title_;                         // of the article
  std::vector<std::optional<std::uint32_t>> titled_;  // beside the rankings

  bool is_of_rule(const Ranking& ranking) const {
    const std::string_view kind = kind_of(ranking);
    if (kind.empty() || (!rule_.of.empty() && std::find(rule_.of.begin(), rule_.of.end(), kind) == rule_.of.end())) return false;
    return rule_.columns.empty() || is_headed(ranking);
  }

  bool is_headed(const Ranking& ranking) const {
    for (std::uint32_t w = ranking.header.begin; w < ranking.header.end; ++w) {
      const std::string key = lemma_key(form_of(input_, w).text);
      if (std::find(rule_.columns.begin(), rule_.columns.end(), key) != rule_.columns.end()) return true;
    }
    return false;
  }

  /// "At 58 dB it is the quietest": the only value of the column's kind in the sentence.
  const Claim* own_value(const Ranking& ranking, std::uint32_t sentence) const {
    const Claim* own = nullptr;
    const auto [begin, end] = of_sentence(claims_of(input_), {.sentence = sentence});
    for (auto claim = begin; claim != end; ++claim) {
      if (!comparable(claim->value, ranking.entries.front().claim->value)) continue;
      if (own != nullptr) return nullptr;
      own = &*claim;
    }
    return own;
  }

  /// A ranking that the sentence may speak of: of its section, and not the one that it stands in.
  bool is_near(const Ranking& ranking, std::uint32_t sentence) const {
    const Sentence& said = input_.units.sentences[sentence];
    const Block& block = input_.article.blocks[ranking.block];
    const bool inside = said.block >= ranking.block && said.block < block.end;
    return !inside && said.section == ranking.section;
  }

  /// The only entry whose name is all in the article's title.
  std::optional<std::uint32_t> titled(const Ranking& ranking) const {
    const auto in_title = [&](StemId stem) { return std::find(title_.begin(), title_.end(), stem) != title_.end(); };
    std::optional<std::uint32_t> named;
    for (std::uint32_t i = 0; i < ranking.entries.size(); ++i) {
      const std::vector<StemId>& name = ranking.entries[i].name;
      if (!std::all_of(name.begin(), name.end(), in_title)) continue;
      if (named) return std::nullopt;
      named = i;
    }
    return named;
  }

  /// "It remains the longest", in an article on one of the entries.
  std::optional<std::uint32_t> named_by_title(std::size_t ranking, std::uint32_t sentence) const {
    const IndexRange words = input_.units.sentences[sentence].words;
    return !words.empty() && form_of(input_, words.begin).text == "it" ? titled_[ranking] : std::nullopt;
  }

  /// Does the word behind the superlative stand in another column's head: "the smallest balance", beside a column of rates?
  bool is_of_another_column(const Ranking& ranking, const Match& match) const {
    if (match.words.end >= input_.units.sentences[match.sentence].words.end) return false;
    const StemId noun = form_of(input_, match.words.end).stem;
    const auto heads = [&](const Ranking& other) {
      for (std::uint32_t w = other.header.begin; w < other.header.end; ++w) {
        if (form_of(input_, w).stem == noun) return true;
      }
      return false;
    };
    return !heads(ranking) &&
           std::any_of(all_.begin(), all_.end(), [&](const Ranking& other) { return other.block == ranking.block && heads(other); });
  }

  /// The entry that the sentence names. In every column that may be meant it must be beaten: which one is meant cannot be told.
  Beaten beaten_by_name(const Match& match, bool most, bool& named_any) const {
    const std::uint32_t sentence = match.sentence;
    Beaten beaten;
    for (std::size_t r = 0; r < all_.size(); ++r) {
      const Ranking& ranking = all_[r];
      if (!is_of_rule(ranking) || !is_near(ranking, sentence) || is_of_another_column(ranking, match)) continue;
      auto named = named_in(input_, ranking, sentence);
      if (!named) named = named_by_title(r, sentence);
      if (!named) continue;
      named_any = true;
      const Claim* const entry = ranking.entries[*named].claim;
      const Claim* const other = beyond(ranking, entry->value, most);
      if (other == nullptr) return {};
      beaten = {entry, other};
    }
    return beaten;
  }

  /// The value that the sentence has beside the superlative, wherever the column stands: its head says that it is meant.
  Beaten beaten_by_value(std::uint32_t sentence, bool most) const {
    if (rule_.columns.empty()) return {};
    for (const Ranking& ranking : all_) {
      if (!is_of_rule(ranking)) continue;
      const Claim* const own = own_value(ranking, sentence);
      if (own == nullptr) continue;
      if (const Claim* const other = beyond(ranking, own->value, most); other != nullptr) return {own, other};
    }
    return {};
  }

  void check(const Match& match, bool most, std::vector<Finding>& findings) const {
    bool named = false;
    Beaten beaten = beaten_by_name(match, most, named);
    if (!named) beaten = beaten_by_value(match.sentence, most);
    if (beaten.other == nullptr) return;
    const Span there = source_of_value(input_, *beaten.other);
    findings.push_back({.severity = rule_.severity,
                        .source = source_of(input_, match.words),
                        .message = fill(rule_.message, {{"found", words_as_written(input_, match.words)},
                                                        {"value", words_as_written(input_, beaten.named->value.words)},
                                                        {"other", words_as_written(input_, beaten.other->value.words)},
                                                        {"line", std::to_string(line_of(input_, there))}}),
                        .related = {{.source = there, .message = "this is beyond it", .marks = {}},
                                    {.source = source_of_value(input_, *beaten.named), .message = "its own number", .marks = {}}}});
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
  for (const SharedText& column : rule.texts("columns")) check.columns.push_back(lemma_key(column));
  check.conditions = compile_conditions(rule, context, all_prose);
  check.conditions.not_frames |= not_surely_ranked_now;
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
                  .values = {"money", "percent", "duration", "number", "date", "mass", "length", "quantity"}},
                 {.name = "columns",
                  .type = FieldType::text_list,
                  .description =
                      "Words of which the head over the numbers has one; then a sentence that names no entry, but has a value of the "
                      "column's kind, is held against it too, in any section."}},
      .quotes = {"found", "value", "other", "line"},
      .compile = compile_superlatives};
}

}  // namespace stet
