#include "checks/opposing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <span>

#include "checks/conditions.h"
#include "checks/flips.h"
#include "checks/headings.h"
#include "checks/marks.h"
#include "checks/message.h"
#include "checks/one_word_apart.h"
#include "checks/opposing_guards.h"
#include "checks/passages.h"

namespace stet {
namespace {

/// How well two passages must align around the flip. Fractions are of weight, which is in nats (a rare word weighs 6 to 9).
struct Tier {
  double ratio = 0.7;        ///< aligned / the lighter passage
  double weight = 10;        ///< of what is aligned
  std::uint32_t extras = 2;  ///< unaligned content words between the first and the last aligned one of either passage
};

struct Opposing {
  std::vector<FlipKind> by;
  Opposites opposites;        ///< of this rule
  Opposites other_opposites;  ///< of all other rules
  CueLists cues;
  ListId several = no_index;
  Tier standard;
  std::optional<Tier> strict;
  Tier copy{0.6, 12, 3};      ///< from here on a pair is nearly a copy
  Tier override{0.7, 20, 3};  ///< from here on a pair is one though somebody else may say so
  Tier names{0.7, 15, 3};
  double exact_weight = 7;
  std::uint32_t replaced = 2;
  Window within = {Reach::article};
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// How a pair aligns, the flip's own words left out.
struct Fit {
  double ratio = 0;
  double overlap = 0;  ///< aligned / both together
  double weight = 0;
  std::uint32_t extras = 0;
  std::uint32_t before_later = 0;  ///< unaligned content words before the flip
  std::uint32_t before_earlier = 0;
  bool other_subject = false;  ///< both sides have unaligned content words before the first aligned one
  bool beside = false;         ///< both sides have unaligned content words where the flip is
};

bool inside(const std::vector<Cue>& cues, std::uint32_t word) {
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) { return cue.words.contains(word); });
}

struct SideFit {
  double weight = 0;
  double aligned = 0;
  std::uint32_t extras = 0;
  std::uint32_t before = 0;
  std::uint32_t beside = 0;
  std::vector<std::uint32_t> leading;  ///< unaligned content words before the first aligned one
};

/// "nobody", "no one": the denial of "a woman", "somebody".
bool denies_persons(const CheckInput& input, IndexRange cue) {
  if (cue.empty()) return false;
  const std::string_view text = form_of(input, cue.begin).text;
  const std::string_view next = cue.begin + 1 < input.units.words.size() ? std::string_view(form_of(input, cue.begin + 1).text) : "";
  return text == "nobody" || text == "none" || (text == "no" && (next == "one" || next == "person" || next == "people"));
}

/// The first content word of a side that stands for any person, or no_index.
std::uint32_t anybody(const CheckInput& input, const Passages& passages, const Side& side) {
  constexpr auto persons = std::to_array<std::string_view>(
      {"person", "people", "somebody", "someone", "man",  "men",  "woman", "women",     "boy",      "boys",    "girl",
       "girls",  "child",  "children", "kid",     "kids", "lady", "guy",   "everybody", "everyone", "anybody", "anyone"});
  const Passage& passage = passages.passages[side.passage];
  if (passage.stems.empty() || side.aligned.front()) return no_index;
  const std::uint32_t word = passages.words[passage.stems.begin];
  return std::find(persons.begin(), persons.end(), form_of(input, word).text) == persons.end() ? no_index : word;
}

/// `stands_for` is a word that the flip takes the place of, or no_index.
SideFit fit_of_side(const Passages& passages, const Side& side, IndexRange flip, std::uint32_t gap, std::uint32_t aligned,
                    std::uint32_t stands_for) {
  const Passage& passage = passages.passages[side.passage];
  SideFit fit;
  for (std::uint32_t i = 0; i < passage.stems.size(); ++i) {
    const std::uint32_t word = passages.words[passage.stems.begin + i];
    if (flip.contains(word) || inside(side.cues, word) || word == stands_for) continue;
    const double weight = passages.raw[passage.stems.begin + i];
    fit.weight += weight;
    if (side.aligned[i]) {
      fit.aligned += weight;
      continue;
    }
    if (side.gaps[i] == gap) ++fit.beside;
    if (side.gaps[i] == 0 && gap > 0) fit.leading.push_back(word);
    const bool within = side.gaps[i] > 0 && side.gaps[i] < aligned;
    if (within || (side.gaps[i] == gap && gap > 0)) ++fit.extras;
    if (side.gaps[i] < gap || (side.gaps[i] == gap && !flip.empty() && word < flip.begin)) ++fit.before;
  }
  return fit;
}

Fit fit_of(const CheckInput& input, const Passages& passages, const OppositeWords& opposites, const PairView& pair, const Flip& flip) {
  const auto replaced = [&](const Side& side, IndexRange other_flip) {
    return flip.kind == FlipKind::negation && denies_persons(input, other_flip) ? anybody(input, passages, side) : no_index;
  };
  const SideFit later = fit_of_side(passages, pair.later, flip.later, flip.gap, pair.aligned, replaced(pair.later, flip.earlier));
  const SideFit earlier = fit_of_side(passages, pair.earlier, flip.earlier, flip.gap, pair.aligned, replaced(pair.earlier, flip.later));
  Fit fit;
  fit.weight = std::min(later.aligned, earlier.aligned);
  fit.ratio = fit.weight / std::max(0.001, std::min(later.weight, earlier.weight));
  fit.overlap = fit.weight / std::max(0.001, later.weight + earlier.weight - fit.weight);
  fit.extras = std::max(later.extras, earlier.extras);
  fit.other_subject = !later.leading.empty() && !earlier.leading.empty() && !any_alike(input, opposites, later.leading, earlier.leading);
  fit.beside = later.beside > 0 && earlier.beside > 0;
  fit.before_later = later.before;
  fit.before_earlier = earlier.before;
  return fit;
}

bool reaches(const Fit& fit, const Tier& tier) { return fit.ratio >= tier.ratio && fit.weight >= tier.weight && fit.extras <= tier.extras; }

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

/// The pairs of sentences that are worth comparing closely; the same for all rules.
struct NearPairs {
  Passages passages;
  std::vector<PairView> pairs;  ///< ascending by later sentence
};

constexpr float least_share = 0.45F;        ///< of the lighter sentence, in any order
constexpr float least_rotated = 0.75F;      ///< the same of a pair that may begin and end the other way round
constexpr double least_overlap = 0.3;       ///< aligned / both together
constexpr std::size_t most_for_one = 6;     ///< pairs kept for one later sentence, the most alike first
constexpr std::uint32_t least_content = 2;  ///< content words of a sentence

class PairFinder {
 public:
  PairFinder(const CheckInput& input, const CueLists& cues) : input_(input), cues_(cues) {}

  NearPairs find() {
    near_.passages = read_passages(input_, PassageUnit::sentence, least_content,
                                   [&](std::uint32_t sentence) { return states_something(input_, sentence); });
    const SortedStems stems(near_.passages);
    twins_ = one_word_apart(input_, near_.passages);
    auto candidates = candidate_pairs(near_.passages);
    candidates.insert(candidates.end(), twins_.begin(), twins_.end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (auto first = candidates.begin(); first != candidates.end();) {
      const auto last = std::find_if(first, candidates.end(), [&](const auto& pair) { return pair.first != first->first; });
      add_pairs({first, last}, stems);
      first = last;
    }
    return std::move(near_);
  }

 private:
  struct Scored {
    double overlap = 0;
    std::uint32_t earlier = 0;
    Alignment alignment;
    bool rotated = false;
  };

  const CheckInput& input_;
  const CueLists& cues_;
  NearPairs near_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> twins_;

  /// Pairs of one later sentence.
  void add_pairs(std::span<const std::pair<std::uint32_t, std::uint32_t>> candidates, const SortedStems& stems) {
    std::vector<Scored> scored;
    const std::uint32_t later = candidates.front().first;
    for (const auto& candidate : candidates) {
      const std::uint32_t earlier = candidate.second;
      const bool twin = std::binary_search(twins_.begin(), twins_.end(), candidate);
      const float shared = twin ? 1 : stems.shared_share(later, earlier);
      if (shared < least_share || same_words(later, earlier)) continue;
      Scored pair{0, earlier, align(near_.passages, later, earlier)};
      auto rotated = shared >= least_rotated ? align_rotated(near_.passages, later, earlier) : std::nullopt;
      if (rotated && rotated->size() > pair.alignment.size()) {
        pair.alignment = std::move(*rotated);
        pair.rotated = true;
      }
      pair.overlap = overlap_of(later, earlier, pair.alignment);
      if (twin || pair.overlap >= least_overlap) scored.push_back(std::move(pair));
    }
    std::sort(scored.begin(), scored.end(),
              [](const Scored& a, const Scored& b) { return a.overlap != b.overlap ? a.overlap > b.overlap : a.earlier < b.earlier; });
    if (scored.size() > most_for_one) scored.resize(most_for_one);
    for (const Scored& pair : scored) {
      near_.pairs.push_back(view_of(input_, near_.passages, later, pair.earlier, pair.alignment, cues_));
      near_.pairs.back().rotated = pair.rotated;
    }
  }

  double overlap_of(std::uint32_t later, std::uint32_t earlier, const Alignment& alignment) const {
    const Passages& passages = near_.passages;
    const auto weight_of = [&](const Passage& passage) {
      return std::accumulate(passages.raw.begin() + passage.stems.begin, passages.raw.begin() + passage.stems.end, 0.0);
    };
    double aligned = 0;
    for (const auto& [position, other] : alignment) aligned += passages.raw[passages.passages[later].stems.begin + position];
    const double both = weight_of(passages.passages[later]) + weight_of(passages.passages[earlier]) - aligned;
    return aligned / std::max(0.001, both);
  }

  /// Word for word the same: nothing is turned round.
  bool same_words(std::uint32_t later, std::uint32_t earlier) const {
    const auto words = [&](std::uint32_t passage) {
      const IndexRange range = input_.units.sentences[near_.passages.passages[passage].first_sentence].words;
      return std::span(input_.units.words).subspan(range.begin, range.size());
    };
    return std::ranges::equal(words(later), words(earlier), {}, &Word::form, &Word::form);
  }
};

class Finder {
 public:
  Finder(const Opposing& rule, const CheckInput& input)
      : rule_(rule),
        input_(input),
        test_(rule.conditions, input),
        near_(input.derived->get<NearPairs>([&] { return PairFinder(input, rule.cues).find(); })),
        passages_(near_.passages),
        opposites_(rule.opposites, input.vocabulary),
        other_opposites_(rule.other_opposites, input.vocabulary) {}

  void run(std::vector<Finding>& findings) {
    std::optional<std::pair<Finding, double>> best;
    std::uint32_t of = no_index;
    const auto flush = [&] {
      if (best) findings.push_back(std::move(best->first));
      best.reset();
    };
    for (const PairView& pair : near_.pairs) {
      if (pair.later.passage != of) flush();
      of = pair.later.passage;
      if (!are_near(rule_.within, input_, sentence_of(pair.later), sentence_of(pair.earlier))) continue;
      if (!test_.holds(sentence_of(pair.later)) || !test_.holds(sentence_of(pair.earlier))) continue;
      auto found = judge(pair);
      if (found && (!best || found->second > best->second)) best = std::move(found);
    }
    flush();
  }

 private:
  const Opposing& rule_;
  const CheckInput& input_;
  ConditionTest test_;
  const NearPairs& near_;
  const Passages& passages_;
  OppositeWords opposites_;
  OppositeWords other_opposites_;

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

  std::optional<std::pair<Finding, double>> judge(const PairView& pair) const {
    const auto flip = find_flip(pair);
    if (!flip) return std::nullopt;
    const Fit fit = fit_of(input_, passages_, other_opposites_, pair, *flip);
    const bool copy = fit.overlap >= rule_.copy.ratio && fit.weight >= rule_.copy.weight && fit.extras <= rule_.copy.extras;
    const bool exact = fit.overlap > 0.99 && fit.weight >= rule_.exact_weight && pair.aligned >= 2;
    const bool twin = is_twin(pair, *flip);
    const bool strict = rule_.strict && !flip->names && reaches(fit, *rule_.strict);
    if (flip->kind == FlipKind::copies ? !reaches(fit, flip->names ? rule_.names : rule_.standard)
                                       : !exact && !copy && !strict && !twin && !reaches(fit, rule_.standard)) {
      return std::nullopt;
    }
    if (flip->kind == FlipKind::quantifiers && fit.beside) return std::nullopt;
    if (fit.other_subject) return std::nullopt;
    if (!copy && (flip->others > 0 || flip->places > 1 || (fit.before_later > 0 && fit.before_earlier > 0))) return std::nullopt;
    if (flip->kind == FlipKind::copies && may_both_hold(input_, pair, *flip, rule_.several)) return std::nullopt;
    if (flip->kind == FlipKind::copies && !flip->names && pair.aligned < 5) return std::nullopt;
    if (!shares_subject(pair, *flip, copy || exact)) return std::nullopt;
    if (in_two_entries(input_, sentence_of(pair.later), sentence_of(pair.earlier))) return std::nullopt;
    if (speaks_of_something_else(input_, passages_, pair, *flip)) return std::nullopt;
    const bool override = fit.overlap >= rule_.override.ratio && fit.weight >= rule_.override.weight;
    if (!override && is_said_by_others(input_, passages_, pair, *flip)) return std::nullopt;
    return std::pair(
        finding_of(pair, *flip, strict && copy && !under_two_topics(input_, sentence_of(pair.later), sentence_of(pair.earlier))),
        fit.overlap);
  }

  Finding finding_of(const PairView& pair, const Flip& flip, bool strict) const {
    const Span source = source_of_sentence(input_, sentence_of(pair.earlier));
    Finding finding;
    finding.severity = strict ? Severity::error : rule_.severity;
    finding.source = source_of_sentence(input_, sentence_of(pair.later));
    finding.message = fill(rule_.message, {{"line", std::to_string(line_of(input_, source))},
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

Tier tier_of(const Rule& rule, std::string_view name, Tier tier) {
  const YamlValue* value = rule.field(name);
  if (value == nullptr) return tier;
  for (const auto& [key, number] : value->entries) {
    const double read = std::strtod(number.scalar.c_str(), nullptr);
    if (key.scalar == "ratio") tier.ratio = read;
    if (key.scalar == "weight") tier.weight = read;
    if (key.scalar == "extras") tier.extras = static_cast<std::uint32_t>(read);
  }
  return tier;
}

void add_pairs(const Rule& rule, Opposites& opposites, Problems* problems) {
  const YamlValue* groups = rule.field("pairs");
  if (groups == nullptr) return;
  for (const YamlValue& group : groups->items) {
    if (!opposites.add(group.scalar) && problems != nullptr) {
      problems->push_back(rule.document.problem(group.position, fmt::format("`{}` is no group of opposites", group.scalar),
                                                "write single words, each once: `rise, grow | fall, shrink`"));
    }
  }
}

}  // namespace

std::vector<Field> opposing_fields() {
  static const std::vector<Field> tier = {
      {.name = "ratio", .type = FieldType::number, .description = "Weight of what aligns / weight of the lighter sentence."},
      {.name = "weight", .type = FieldType::number, .description = "Weight of what aligns; a rare word weighs 6 to 9."},
      {.name = "extras", .type = FieldType::integer, .description = "Words that may stand alone among what aligns."},
  };
  return {
      {.name = "by",
       .type = FieldType::choice_list,
       .description = "What turns a sentence into the denial of another that says the same.",
       .values = {"negation", "opposites", "quantifiers", "copies"}},
      {.name = "pairs", .type = FieldType::text_list, .description = "Groups of opposites: `rise, grow | fall, shrink`."},
      {.name = "replaced", .type = FieldType::integer, .description = "Of copies: how many words in a row may differ (2)."},
      {.name = "standard", .type = FieldType::mapping, .description = "How well two sentences must align.", .fields = tier},
      {.name = "names",
       .type = FieldType::mapping,
       .description = "Of copies: how well they must align when names differ.",
       .fields = tier},
      {.name = "strict", .type = FieldType::mapping, .description = "From here on a finding is an error.", .fields = tier},
  };
}

namespace {

FlipKind flip_kind(std::string_view by) {
  if (by == "negation") return FlipKind::negation;
  if (by == "quantifiers") return FlipKind::quantifiers;
  return by == "copies" ? FlipKind::copies : FlipKind::opposites;
}

}  // namespace

tl::expected<Check, Problems> compile_opposing(const Rule& rule, CompileContext& context) {
  Opposing check;
  Problems problems;
  for (const std::string& by : rule.texts("by")) {
    check.by.push_back(flip_kind(by));
  }
  add_pairs(rule, check.opposites, &problems);
  for (const Rule& other : context.rules.rules) {
    if (&other != &rule) add_pairs(other, check.other_opposites, nullptr);
  }
  const auto denies_by_prefix = [](const Rule& any) {
    const std::vector<std::string> by = any.texts("by");
    return std::find(by.begin(), by.end(), "opposites") != by.end();
  };
  if (denies_by_prefix(rule)) check.opposites.add_prefixes();
  if (!denies_by_prefix(rule)) check.other_opposites.add_prefixes();
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  check.cues = {context.automaton.add_list(negation_list), context.automaton.add_list(implicit_list)};
  check.standard = tier_of(rule, "standard", check.standard);
  check.names = tier_of(rule, "names", check.names);
  if (rule.field("strict") != nullptr) check.strict = tier_of(rule, "strict", {0.8, 20, 1});
  check.several = context.automaton.add_list(several_list);
  check.replaced = static_cast<std::uint32_t>(rule.integer("replaced", check.replaced));
  check.within = read_window(rule, "within", check.within);
  check.conditions = compile_conditions(rule, context, place_bits({Place::paragraph}));
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace stet
