#include "checks/opposes/aligned_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/headings.h"
#include "comparing/guards/contradiction.h"
#include "comparing/near_pairs.h"
#include "comparing/pair_fit.h"
#include "text/decimal.h"

namespace stet {
namespace {

/// How much of two sentences together, and of what weight, must align for them to be much the same.
struct Sameness {
  double overlap = 0;
  double weight = 0;
};

struct Opposing {
  std::vector<FlipKind> by;
  ListedOpposites opposites;
  CueLists cues;
  ListId several = no_index;
  Tier standard;
  std::optional<Tier> strict;
  Sameness copy{0.6, 12};  ///< from here on a pair is nearly a copy
  std::uint32_t copy_extras = 3;
  Sameness override{0.7, 20};  ///< from here on a pair is one though somebody else may say so
  Tier names{0.7, 15, 3};
  double exact_weight = 7;
  /// Of what aligns / both together, whichever tier is reached. Of aligned pairs in wfc/dev nine in ten have .61 or more; those in
  /// techdocs/dev that were wrong, .31 to .5 (2026-11-29).
  double least_overlap = 0.5;
  std::uint32_t replaced = 2;
  PairRule pair;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

bool are_same(const Fit& fit, const Sameness& least) { return fit.overlap >= least.overlap && fit.weight >= least.weight; }

/// Words of the aligned part, for the message.
std::string aligned_words(const CheckInput& input, const Passages& passages, const Side& side) {
  std::string text;
  const Passage& passage = passages.passages[side.passage];
  for (std::uint32_t i = 0; i < passage.stems.size(); ++i) {
    if (!side.aligned[i]) continue;
    const std::uint32_t word = passages.words[passage.stems.begin + i];
    if (text.size() > 80) return text + " …";
    if (!text.empty()) text += ' ';
    text += words_as_written(input, {word, word + 1});
  }
  return text;
}

class Finder {
 public:
  Finder(const Opposing& rule, const CheckInput& input)
      : rule_(rule),
        input_(input),
        test_(rule.pair.conditions, input),
        near_(near_pairs_of(input, rule.cues)),
        passages_(near_.passages),
        opposites_(*rule.opposites.all, input.vocabulary, rule.opposites.own),
        other_opposites_(*rule.opposites.all, input.vocabulary, rule.opposites.others) {}

  void run(std::vector<Finding>& all) {
    std::vector<Finding> findings;
    std::optional<std::pair<Finding, double>> best;
    std::uint32_t of = no_index;
    const auto flush = [&] {
      if (best) findings.push_back(std::move(best->first));
      best.reset();
    };
    for (const PairView& pair : near_.pairs) {
      if (pair.later.passage != of) flush();
      of = pair.later.passage;
      if (!are_near(rule_.pair.within, input_, sentence_of(pair.later), sentence_of(pair.earlier))) continue;
      if (!test_.holds(sentence_of(pair.later)) || !test_.holds(sentence_of(pair.earlier))) continue;
      auto found = judge(pair);
      if (found && (!best || found->second > best->second)) best = std::move(found);
    }
    flush();
    if (std::find(rule_.by.begin(), rule_.by.end(), FlipKind::copies) != rule_.by.end()) drop_series(findings);
    std::move(findings.begin(), findings.end(), std::back_inserter(all));
  }

 private:
  const Opposing& rule_;
  const CheckInput& input_;
  ConditionTest test_;
  const NearPairs& near_;
  const Passages& passages_;
  OppositeWords opposites_;
  OppositeWords other_opposites_;

  /// Three sentences that differ in one place are entries of one form.
  static void drop_series(std::vector<Finding>& findings) {
    std::map<std::uint32_t, std::uint32_t> copies;  // by where the earlier one stands
    for (const Finding& finding : findings) ++copies[finding.related.front().source.begin];
    std::erase_if(findings, [&](const Finding& finding) { return copies[finding.related.front().source.begin] > 1; });
  }

  std::uint32_t sentence_of(const Side& side) const { return passages_.passages[side.passage].first_sentence; }

  std::optional<Flip> find(FlipKind kind, const PairView& pair) const {
    if (kind == FlipKind::negation) return find_negation(input_, passages_, pair, other_opposites_);
    if (kind != FlipKind::copies) return find_opposites(input_, passages_, pair, opposites_);
    if (find_opposites(input_, passages_, pair, other_opposites_)) return std::nullopt;
    return find_replacement(input_, passages_, pair, opposites_, other_opposites_, rule_.replaced);
  }

  std::optional<Flip> find_flip(const PairView& pair) const {
    for (const FlipKind kind : rule_.by) {
      auto flip = find(kind, pair);
      if (flip) {
        flip->kind = kind;
        return flip;
      }
    }
    return std::nullopt;
  }

  /// Something shared stands before the flip: what both speak of. A determiner ("no ferry") may open its sentence, and two sentences
  /// that open with the same pronoun speak of one thing when they are nearly copies.
  bool shares_subject(const PairView& pair, const Flip& flip, bool copy) const {
    if (flip.gap > 0 || flip.kind == FlipKind::quantifiers) return true;
    if (copy && same_pronoun(pair)) return true;
    const IndexRange words = flip.later.empty() ? flip.earlier : flip.later;
    const Side& side = flip.later.empty() ? pair.earlier : pair.later;
    const Passage& passage = passages_.passages[side.passage];
    const bool opens = passage.stems.empty() || passages_.words[passage.stems.begin] >= words.begin;
    return flip.kind == FlipKind::negation && opens && words.begin <= side.words.begin + 2 && flip.others == 0;
  }

  /// The first pronoun of each, when it is the same.
  bool same_pronoun(const PairView& pair) const {
    const auto first = [&](const Side& side) -> std::string_view {
      for (std::uint32_t word = side.words.begin; word < side.words.end; ++word) {
        const Form& form = input_.vocabulary.form(input_.units.words[word].form);
        if ((form.flags & form_pronoun) != 0) return form.text;
      }
      return {};
    };
    const std::string_view later = first(pair.later);
    return !later.empty() && later == first(pair.earlier);
  }

  /// Word for word the same but for opposites, in the present: "The shop is open", "The shop is closed". What was, may have changed.
  bool is_twin(const PairView& pair, const Flip& flip) const {
    if (flip.kind != FlipKind::opposites || flip.places != 1 || flip.gap == 0) return false;
    const std::uint32_t before = flip.later.begin - pair.later.words.begin;
    if (pair.later.words.size() != pair.earlier.words.size() || before != flip.earlier.begin - pair.earlier.words.begin) return false;
    bool present = false;
    for (std::uint32_t i = 0; i < pair.later.words.size(); ++i) {
      const Form& form = form_of(input_, pair.later.words.begin + i);
      if (i != before && input_.units.words[pair.later.words.begin + i].form != input_.units.words[pair.earlier.words.begin + i].form)
        return false;
      present = present || (i < before && (form.text == "is" || form.text == "are"));
    }
    return present && !under_two_topics(input_, sentence_of(pair.later), sentence_of(pair.earlier));
  }

  /// Where words are exchanged for others: may both be so, or is too little shared to tell?
  bool may_both_stand(const PairView& pair, const Flip& flip, bool two_topics) const {
    if (flip.kind != FlipKind::copies) return false;
    return two_topics || may_both_hold(input_, pair, flip, rule_.several) || (!flip.names && pair.aligned < 5);
  }

  /// How much two sentences say the same, beside the flip.
  struct Likeness {
    Fit fit;
    bool copy = false;    ///< nearly word for word
    bool exact = false;   ///< whatever carries weight
    bool twin = false;    ///< word for word, in the present
    bool strict = false;  ///< enough for an error
  };

  Likeness likeness_of(const PairView& pair, const Flip& flip) const {
    Likeness like{.fit = fit_of(input_, passages_, other_opposites_, pair, flip)};
    const Fit& fit = like.fit;
    like.copy = are_same(fit, rule_.copy) && fit.extras <= rule_.copy_extras;
    like.exact = fit.overlap > 0.99 && fit.weight >= rule_.exact_weight && pair.aligned >= 2;
    like.twin = is_twin(pair, flip);
    like.strict = rule_.strict && !flip.names && reaches(fit, *rule_.strict);
    return like;
  }

  /// Do they align as well as the rule asks for?
  bool reaches_tier(const Flip& flip, const Likeness& like) const {
    if (flip.kind == FlipKind::copies) return reaches(like.fit, flip.names ? rule_.names : rule_.standard);
    return like.exact || like.copy || like.strict || like.twin || reaches(like.fit, rule_.standard);
  }

  /// Do both say the same of one subject, but for the flip?
  bool say_the_same(const Flip& flip, const Likeness& like) const {
    const Fit& fit = like.fit;
    if (!reaches_tier(flip, like) || fit.other_subject) return false;
    if (!like.twin && fit.overlap < rule_.least_overlap) return false;
    if (flip.kind == FlipKind::quantifiers && fit.beside) return false;
    if (flip.kind != FlipKind::copies && fit.otherwise_complemented) return false;
    const bool differ_elsewhere = flip.others > 0 || flip.places > 1 || (fit.before_later > 0 && fit.before_earlier > 0);
    return like.copy || !differ_elsewhere;
  }

  /// Are they told of two things, or by somebody else, so that both may hold?
  bool are_apart(const PairView& pair, const Flip& flip, const Likeness& like) const {
    if (in_two_entries(input_, sentence_of(pair.later), sentence_of(pair.earlier))) return true;
    if (speaks_of_something_else(input_, passages_, pair, flip)) return true;
    return !are_same(like.fit, rule_.override) && is_said_by_others(input_, passages_, pair, flip);
  }

  std::optional<std::pair<Finding, double>> judge(const PairView& pair) const {
    const auto flip = find_flip(pair);
    if (!flip) return std::nullopt;
    const Likeness like = likeness_of(pair, *flip);
    if (!say_the_same(*flip, like)) return std::nullopt;
    const bool two_topics = under_two_topics(input_, sentence_of(pair.later), sentence_of(pair.earlier));
    if (may_both_stand(pair, *flip, two_topics) || !shares_subject(pair, *flip, like.copy || like.exact)) return std::nullopt;
    if (are_apart(pair, *flip, like)) return std::nullopt;
    return std::pair(finding_of(pair, *flip, like.strict && like.copy && !two_topics), like.fit.overlap);
  }

  Finding finding_of(const PairView& pair, const Flip& flip, bool strict) const {
    const Span source = source_of_sentence(input_, sentence_of(pair.earlier));
    Finding finding;
    finding.severity = strict ? Severity::error : rule_.pair.severity;
    finding.source = source_of_sentence(input_, sentence_of(pair.later));
    finding.message = fill(rule_.pair.message, {{"line", std::to_string(line_of(input_, source))},
                                                {"here", flip.later.empty() ? "" : words_as_written(input_, flip.later)},
                                                {"there", flip.earlier.empty() ? "" : words_as_written(input_, flip.earlier)},
                                                {"shared", aligned_words(input_, passages_, pair.later)}});
    finding.related.push_back({.source = source, .message = "says otherwise", .marks = marks_of_side(pair.earlier, flip.earlier)});
    finding.marks = marks_of_side(pair.later, flip.later);
    return finding;
  }

  std::vector<Mark> marks_of_side(const Side& side, IndexRange flip) const {
    Marks marks(input_);
    marks.add(flip, MarkKind::flips);
    const Passage& passage = passages_.passages[side.passage];
    for (std::uint32_t i = 0; i < passage.stems.size(); ++i) {
      const std::uint32_t word = passages_.words[passage.stems.begin + i];
      if (side.aligned[i]) marks.add({word, word + 1}, MarkKind::aligns);
    }
    return marks.take();
  }
};

void Opposing::operator()(const CheckInput& input, std::vector<Finding>& findings) const { Finder(*this, input).run(findings); }

/// The number under a key of a rule's mapping, or the other one when it says none.
double number_in(const Rule& rule, std::string_view mapping, std::string_view wanted, double otherwise) {
  const YamlValue* value = rule.field(mapping);
  if (value == nullptr) return otherwise;
  for (const auto& [key, number] : value->entries) {
    if (key.scalar == wanted) otherwise = decimal_at_start(number.scalar);
  }
  return otherwise;
}

/// `overlap` may stand in every tier, so that rules of old stay valid; it is read of `standard` alone, for all pairs.
Tier tier_of(const Rule& rule, std::string_view name, const Tier& otherwise) {
  return {.ratio = number_in(rule, name, "ratio", otherwise.ratio),
          .weight = number_in(rule, name, "weight", otherwise.weight),
          .extras = static_cast<std::uint32_t>(number_in(rule, name, "extras", otherwise.extras))};
}

}  // namespace

namespace {

/// The groups of all rules of the run; those that are none are told by the rules that list them.
std::shared_ptr<const Opposites> opposites_of_run(const RuleSet& rules) {
  auto opposites = std::make_shared<Opposites>();
  for (std::uint32_t number = 0; number < rules.rules.size(); ++number) {
    const YamlValue* groups = rules.rules[number].field("pairs");
    if (groups == nullptr) continue;
    for (const YamlValue& group : groups->items) opposites->add_later(group.scalar, number);
  }
  return opposites;
}

bool denies_by_prefix(const Rule& rule) {
  const std::vector<SharedText> by = rule.texts("by");
  return std::find(by.begin(), by.end(), "opposites") != by.end() || std::find(by.begin(), by.end(), "properties") != by.end();
}

}  // namespace

ListedOpposites listed_opposites(const Rule& rule, CompileContext& context, Problems& problems) {
  if (const YamlValue* groups = rule.field("pairs"); groups != nullptr && !rule.document.prepared) {
    for (const YamlValue& group : groups->items) {
      if (Opposites().add(group.scalar)) continue;
      problems.push_back(rule.document.problem(group.position, fmt::format("`{}` is no group of opposites", group.scalar),
                                               "write single words, each once: `rise, grow | fall, shrink`"));
    }
  }
  const auto number = static_cast<std::uint32_t>(&rule - context.rules.rules.data());
  ListedOpposites listed;
  listed.all = context.derived.get<std::shared_ptr<const Opposites>>([&] { return opposites_of_run(context.rules); });
  listed.own = {OppositesOf::Whose::rule, number, denies_by_prefix(rule)};
  listed.others = {OppositesOf::Whose::others, number, !denies_by_prefix(rule)};
  return listed;
}

std::vector<Field> opposing_fields() {
  static const std::vector<Field> tier = {
      {.name = "ratio", .type = FieldType::number, .description = "Weight of what aligns / weight of the lighter sentence."},
      {.name = "weight", .type = FieldType::number, .description = "Weight of what aligns; a rare word weighs 6 to 9."},
      {.name = "extras", .type = FieldType::integer, .description = "Words that may stand alone among what aligns."},
      {.name = "overlap",
       .type = FieldType::number,
       .description = "Weight of what aligns / weight of both together (0.5); of `standard`."},
  };
  return {
      {.name = "by",
       .type = FieldType::choice_list,
       .description = "What turns a sentence into the denial of another that says the same.",
       .values = {"negation", "opposites", "quantifiers", "copies", "properties", "obligations", "denials", "titles", "existence",
                  "comparatives"},
       .instead_of = "says"},
      {.name = "pairs",
       .type = FieldType::text_list,
       .description = "With `by`: groups of opposites, `rise, grow | fall, shrink`.",
       .beside = "by"},
      {.name = "in-capitals",
       .type = FieldType::text_list,
       .description = "With `by: obligations`: modals whose strength counts only when they are written in capitals, as RFC 2119 has them.",
       .beside = "by"},
      {.name = "both-true",
       .type = FieldType::text_list,
       .description = "With `by: obligations`: modals that may be said and denied at once.",
       .beside = "by"},
      {.name = "has",
       .type = FieldType::phrase_list,
       .description = "With `by: existence`: what stands before a thing that is there (“there is”, “has”).",
       .beside = "by"},
      {.name = "lacks",
       .type = FieldType::phrase_list,
       .description = "With `by: existence`: what stands before a thing that is not there (“there is no”, “without any”).",
       .beside = "by"},
      {.name = "present",
       .type = FieldType::phrase_list,
       .description = "With `by: existence`: what stands behind a thing that is there (“is fitted”).",
       .beside = "by"},
      {.name = "absent",
       .type = FieldType::phrase_list,
       .description = "With `by: existence`: what stands behind a thing that is not there (“is missing”).",
       .beside = "by"},
      {.name = "asks",
       .type = FieldType::phrase_list,
       .description = "With `by: existence`: what stands before a thing that a question asks for (“is there”).",
       .beside = "by"},
      {.name = "replaced",
       .type = FieldType::integer,
       .description = "With `by: copies`: how many words in a row may differ (2).",
       .beside = "by"},
      {.name = "standard",
       .type = FieldType::mapping,
       .description = "With `by`: how well two sentences must align.",
       .fields = tier,
       .beside = "by"},
      {.name = "names",
       .type = FieldType::mapping,
       .description = "With `by: copies`: how well they must align when names differ.",
       .fields = tier,
       .beside = "by"},
      {.name = "strict",
       .type = FieldType::mapping,
       .description = "With `by`: from here on a finding is an error.",
       .fields = tier,
       .beside = "by"},
  };
}

namespace {

FlipKind flip_kind(std::string_view by) {
  if (by == "negation") return FlipKind::negation;
  if (by == "quantifiers") return FlipKind::quantifiers;
  return by == "copies" ? FlipKind::copies : FlipKind::opposites;
}

}  // namespace

tl::expected<OppositesRule, Problems> compile_opposites_rule(const Rule& rule, CompileContext& context) {
  OppositesRule compiled;
  Problems problems;
  compiled.opposites = listed_opposites(rule, context, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  compiled.circumstances = context.automaton.add_list("circumstance");
  compiled.pair = compile_pair_rule(rule, context, place_bits({Place::paragraph, Place::list}));
  return compiled;
}

tl::expected<Check, Problems> compile_opposing(const Rule& rule, CompileContext& context) {
  Opposing check;
  Problems problems;
  for (const SharedText& by : rule.texts("by")) {
    check.by.push_back(flip_kind(by));
  }
  check.opposites = listed_opposites(rule, context, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  check.cues = compile_cues(context);
  check.standard = tier_of(rule, "standard", check.standard);
  check.least_overlap = number_in(rule, "standard", "overlap", check.least_overlap);
  check.names = tier_of(rule, "names", check.names);
  if (rule.field("strict") != nullptr) check.strict = tier_of(rule, "strict", {0.8, 20, 1});
  check.several = context.automaton.add_list(several_list);
  check.replaced = static_cast<std::uint32_t>(rule.integer("replaced", check.replaced));
  check.pair = compile_pair_rule(rule, context, place_bits({Place::paragraph}));
  return check;
}

}  // namespace stet
