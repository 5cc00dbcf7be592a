#include "matching/conditions.h"

#include <algorithm>
#include <array>

namespace stet {
namespace {

constexpr auto place_names = std::to_array<std::pair<std::string_view, Place>>({{"paragraph", Place::paragraph},
                                                                                {"heading", Place::heading},
                                                                                {"list", Place::list},
                                                                                {"table", Place::table},
                                                                                {"quote", Place::quote},
                                                                                {"footnote", Place::footnote},
                                                                                {"bibliography", Place::bibliography},
                                                                                {"front-matter", Place::front_matter}});

std::uint16_t bit(Place place) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(place)); }

std::uint16_t places_of(const std::vector<SharedText>& names) {
  std::uint16_t bits = 0;
  for (const auto& [name, place] : place_names) {
    if (std::find(names.begin(), names.end(), name) != names.end()) bits = static_cast<std::uint16_t>(bits | bit(place));
  }
  return bits;
}

std::uint16_t frames_named(const std::vector<SharedText>& names) {
  std::uint16_t bits = 0;
  for (const SharedText& name : names) bits = static_cast<std::uint16_t>(bits | frame_by_name(name));
  return bits;
}

/// Of a window that holds few sentences, each is looked at.
bool holds_few_sentences(const Window& window) {
  constexpr std::uint32_t few = 8;
  return window.reach == Reach::clause || (window.reach == Reach::sentences && window.before < few && window.after < few);
}

std::optional<PatternId> pattern_of(const Rule& rule, std::string_view field, CompileContext& context) {
  if (rule.field(field) == nullptr) return std::nullopt;
  return context.automaton.add(rule.phrases(field));
}

}  // namespace

const std::uint16_t all_prose = place_bits({Place::paragraph, Place::list, Place::table, Place::footnote});

std::uint16_t place_bits(std::initializer_list<Place> places) {
  std::uint16_t bits = 0;
  for (const Place place : places) bits = static_cast<std::uint16_t>(bits | bit(place));
  return bits;
}

Conditions compile_conditions(const Rule& rule, CompileContext& context, std::uint16_t default_places, std::optional<PatternId> find) {
  Conditions conditions;
  conditions.unless_within = read_window(rule, "unless-within", {Reach::clause});
  if (rule.field("unless") != nullptr) {
    const Sought sought = holds_few_sentences(conditions.unless_within) ? Sought::where_asked : Sought::everywhere;
    conditions.unless = context.automaton.add(rule.phrases("unless"), find, sought);
  }
  conditions.in_section = pattern_of(rule, "in-section", context);
  conditions.not_in_section = pattern_of(rule, "not-in-section", context);
  conditions.places = rule.field("in") == nullptr ? default_places : places_of(rule.texts("in"));
  conditions.places = static_cast<std::uint16_t>(conditions.places & ~places_of(rule.texts("not-in")));
  conditions.only_frames = frames_named(rule.texts("only-when"));
  conditions.not_frames = frames_named(rule.texts("not-when"));
  return conditions;
}

std::vector<bool> sections_headed_by(const CheckInput& input, PatternId pattern) {
  std::vector<bool> headed(input.article.sections.size(), false);
  for (const Match& match : input.matches.of(pattern)) {
    const Sentence& sentence = input.units.sentences[match.sentence];
    if (sentence.place == Place::heading) headed[sentence.section] = true;
  }
  // Parents stand before their children.
  for (std::size_t section = 1; section < headed.size(); ++section) {
    if (headed[input.article.sections[section].parent]) headed[section] = true;
  }
  return headed;
}

ConditionTest::ConditionTest(const Conditions& conditions, const CheckInput& input) : conditions_(conditions), input_(input) {
  if (conditions.in_section) in_ = sections_headed_by(input, *conditions.in_section);
  if (conditions.not_in_section) out_ = sections_headed_by(input, *conditions.not_in_section);
}

/// Place and section.
bool ConditionTest::stands_right(std::uint32_t sentence) const {
  const Sentence& said = input_.units.sentences[sentence];
  if ((conditions_.places & bit(said.place)) == 0) return false;
  if (!in_.empty() && !in_[said.section]) return false;
  return out_.empty() || !out_[said.section];
}

bool ConditionTest::holds(std::uint32_t sentence, IndexRange words) const {
  return holds(Match{.sentence = sentence, .words = words, .captures = {}});
}

bool ConditionTest::holds(std::uint32_t sentence, IndexRange words, IndexRange within) const {
  const Match found{.sentence = sentence, .words = words, .captures = {}};
  if (!stands_right(sentence) || (conditions_.unless && excused(found, within))) return false;
  if (conditions_.only_frames == 0 && conditions_.not_frames == 0) return true;
  return is_said_right(frames_of(input_, sentence, words));
}

bool ConditionTest::excused(const Match& found) const {
  return excused(found, cover(clause_of(input_, found.sentence, found.words.begin), found.words));
}

/// Does a phrase of `unless` stand near enough? What a window holds follows one upon the other.
bool ConditionTest::excused(const Match& found, IndexRange clause) const {
  // Past so many that do not agree with the captures of what is found, it is let stand.
  constexpr std::size_t most_compared = 2000;
  const Window& window = conditions_.unless_within;
  std::size_t compared = 0;
  const auto serves = [&](const Match& unless) {
    if (window.reach == Reach::clause && !unless.words.overlaps(clause)) return false;
    return ++compared > most_compared || captures_agree(input_.units, input_.vocabulary, found, unless);
  };
  if (holds_few_sentences(window)) return any_in_window(found.sentence, serves);
  const std::vector<Match>& matches = input_.matches.of(*conditions_.unless);
  const auto near = [&](const Match& unless) { return reaches(window, input_, found.sentence, unless.sentence); };
  const auto here = std::lower_bound(matches.begin(), matches.end(), found.sentence,
                                     [](const Match& match, std::uint32_t sentence) { return match.sentence < sentence; });
  for (auto match = here; match != matches.end() && near(*match); ++match) {
    if (serves(*match)) return true;
  }
  for (auto match = here; match != matches.begin() && near(*std::prev(match)); --match) {
    if (serves(*std::prev(match))) return true;
  }
  return false;
}

/// Does a phrase of `unless` serve in a sentence within the window around this one?
template <typename Serves>
bool ConditionTest::any_in_window(std::uint32_t sentence, const Serves& serves) const {
  const auto serves_in = [&](std::uint32_t other) {
    const std::span<const Match> matches = input_.matches.in(*conditions_.unless, other);
    return std::any_of(matches.begin(), matches.end(), serves);
  };
  const auto near = [&](std::uint32_t other) { return reaches(conditions_.unless_within, input_, sentence, other); };
  const auto sentences = static_cast<std::uint32_t>(input_.units.sentences.size());
  for (std::uint32_t other = sentence; other < sentences && near(other); ++other) {
    if (serves_in(other)) return true;
  }
  for (std::uint32_t other = sentence; other > 0 && near(other - 1); --other) {
    if (serves_in(other - 1)) return true;
  }
  return false;
}

bool ConditionTest::is_said_right(std::uint16_t frames) const {
  if (conditions_.only_frames != 0 && (frames & conditions_.only_frames) == 0) return false;
  return (frames & conditions_.not_frames) == 0;
}

bool ConditionTest::holds(const Match& found) const {
  if (!stands_right(found.sentence)) return false;
  if (conditions_.unless && excused(found)) return false;
  if (conditions_.only_frames == 0 && conditions_.not_frames == 0) return true;
  return is_said_right(frames_of(input_, found.sentence, found.words));
}

bool ConditionTest::holds(std::uint32_t sentence) const {
  if (!stands_right(sentence)) return false;
  const IndexRange words = input_.units.sentences[sentence].words;
  if (conditions_.unless && excused({.sentence = sentence, .words = words, .captures = {}})) return false;
  if (conditions_.only_frames == 0 && conditions_.not_frames == 0) return true;
  std::uint16_t frames = 0;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const IndexRange one{word, word + 1};
    frames = static_cast<std::uint16_t>(frames | frames_of(input_, sentence, one));
  }
  return is_said_right(frames);
}

}  // namespace stet
