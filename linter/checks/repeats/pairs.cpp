#include "checks/repeats/pairs.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "checks/repeats/label_twins.h"
#include "comparing/rewordings.h"
#include "comparing/synonyms.h"

namespace stet {
namespace {

// Content words and weights (in nats, a rare word weighs 6 to 9) from which a repetition is told. Set on the open gold articles, the mended
// repeats and eight documentation sites (2026-11-29).
constexpr std::uint32_t enough_words = 7;  ///< an editor stops at
constexpr float enough_weight = 18;
constexpr std::uint32_t telling_item = 8;   ///< a sentence of an item, when not all of the item is said again
constexpr std::uint32_t least_content = 4;  ///< of a sentence
constexpr std::uint32_t least_words = 8;    ///< of one with less content, word for word
constexpr std::uint32_t least_for_synonyms = 4;
constexpr std::uint32_t lead_in_content = 6;  ///< of a line without a full stop that says something
constexpr std::uint32_t lead_in_words = 10;
constexpr float contrast = 0.85F;        ///< near one another in a reference, what is less alike tells two things apart
constexpr float copied_section = 0.95F;  ///< of a reference
constexpr float short_weight = 12;       ///< of four or five words that another section has, too
constexpr std::uint32_t clear_rewording = 8;
constexpr std::uint32_t least_rewording = 6;
constexpr std::uint32_t looked_up_near = 10;
constexpr std::uint32_t boilerplate = 10;   ///< of a sentence that prose repeats in parallel sections
constexpr std::uint32_t whole_copy = 12;    ///< in parallel sections that are read through
constexpr std::uint32_t least_section = 5;  ///< all that such a section says
constexpr std::uint32_t looked_up_item = 12;
constexpr std::uint32_t looked_up_block = 20;
constexpr std::uint32_t pattern_passages = 3;  ///< two sections of a reference that share so many are variants of one

// Of one sentence that says again what another says, in any order and in near synonyms. Set on the open gold articles; of seventy such
// pairs in nine other repositories of articles about fifty were read as repeats (2026-11-29).
constexpr float restated_share = 0.62F;
constexpr float restated_weight = 9;
constexpr std::uint32_t restated_words = 5;
constexpr std::uint32_t twin_words = 3;  ///< of what has the same label
constexpr float twin_overlap = 0.3F;
constexpr float twin_share = 0.5F;
constexpr float contained_share = 0.95F;  ///< all that the shorter one says
constexpr std::uint32_t contained_words = 6;
constexpr float restated_strictly = 0.08F;  ///< more under one heading, where a thought goes on, and where names in code recur

/// Finds sentences that share in any order much of what they say, and words that hardly any other sentence has.
class Paraphrases {
 public:
  Paraphrases(const CheckInput& input, const Passages& passages) : input_(input), passages_(passages) {}

  bool is_one(std::uint32_t later, std::uint32_t earlier, const Likeness& likeness) {
    if (likeness.unordered < 0.37F) return false;
    if (!telling_) telling_.emplace(input_, passages_);
    return telling_->shared(later, earlier) >= 6;
  }

 private:
  const CheckInput& input_;
  const Passages& passages_;
  std::optional<TellingStems> telling_;  // made when the first pair asks
};

/// A pair with what decides whether it is told.
struct Weighing {
  const PairSearch& search;
  const CheckInput& input;
  const Passages& passages;
  const Pair& pair;
  Standing standing;
  Reading reading = Reading::through;
  bool pointer = false;
  std::uint32_t in_blocks = 0;  ///< content words that the two blocks have in common, in sentences that are the same or nearly so

  std::uint32_t shared() const { return pair.likeness.shared; }
  bool exact() const { return pair.grade == Grade::exact; }
  const Passage& later() const { return passages.passages[pair.later]; }
  const Passage& earlier() const { return passages.passages[pair.earlier]; }
};

bool is_long(const Weighing& said) { return said.shared() >= said.search.long_from || said.pair.likeness.weight >= enough_weight; }

/// What an entry says, behind its mark: "- " or "12. ".
std::string_view entry_text(const CheckInput& input, std::uint32_t sentence) {
  const std::string_view text = input.source.view(input.article.blocks[entry_of(input, sentence)].source);
  return text.substr(std::min(text.find_first_not_of("-*+0123456789.) \t"), text.size()));
}

/// "`add(2)`: …", "`x + 1` is …", and not "`size`: …"
bool begins_with_expression(std::string_view text) {
  if (!text.starts_with('`')) return false;
  const std::string_view code = text.substr(1, std::min(text.find('`', 1), text.size()) - 1);
  return code.find_first_of("( ") != std::string_view::npos;
}

/// Entries of one list: a bullet that stands there twice, whole. Steps may well come back.
bool is_double_entry(const Weighing& said) {
  if (!said.exact()) return false;
  const std::string_view later = entry_text(said.input, said.later().first_sentence);
  const std::string_view earlier = entry_text(said.input, said.earlier().first_sentence);
  if (later == earlier && begins_with_expression(later)) return false;  // the lines of an example that are gone through
  if (later == earlier) return said.standing.distance == Distance::neighbour || !are_steps_of_one(said.input, said.later());
  return said.reading == Reading::through && said.shared() >= telling_item && !labels_apart(said.input, said.later(), said.earlier());
}

/// What says the same in other words shares much of what it says, or half of it.
bool is_clear_rewording(const Weighing& said) {
  if (is_plain_prose(said.input)) return true;
  const Likeness& likeness = said.pair.likeness;
  const bool half = said.shared() >= least_rewording && likeness.overlap >= 0.5F;
  const bool moved = likeness.unordered >= 0.5F && likeness.unordered_share >= 0.85F;
  return said.pair.unordered || said.shared() >= clear_rewording || half || moved;
}

/// Few words of substance among many others, all the same, in one section: "It is one that many have tried to copy."
bool is_short_copy(const Weighing& said) {
  const IndexRange later = words_of(said.input, said.later());
  const IndexRange earlier = words_of(said.input, said.earlier());
  if (said.standing.distance == Distance::article || later.size() != earlier.size() || later.size() < least_words) return false;
  for (std::uint32_t i = 0; i < later.size(); ++i) {
    if (said.input.units.words[later.begin + i].form != said.input.units.words[earlier.begin + i].form) return false;
  }
  return true;
}

/// Two items of two lists.
bool items_are_told(const Weighing& said) {
  const auto& sentences = said.input.units.sentences;
  const bool fragments = sentences[said.later().first_sentence].fragment || sentences[said.earlier().first_sentence].fragment;
  if (!is_plain_prose(said.input)) return said.exact() && !fragments && said.shared() >= looked_up_item;
  if (fragments && said.standing.distance == Distance::article && has_numbers(said.input, said.later())) return false;
  if (fragments) {
    const Likeness& likeness = said.pair.likeness;
    return said.exact() || likeness.unordered > 0.999F || (likeness.contained > 0.999F && likeness.shared >= contained_words);
  }
  return said.pair.grade != Grade::reworded || is_clear_rewording(said);
}

/// Lead-ins and lines without a full stop are like labels: a copy is told beside its twin, or of an article when it is long.
bool lead_in_is_told(const Weighing& said) {
  if (!said.exact() || said.shared() < 5) return false;
  if (said.standing.distance <= Distance::neighbour) return true;
  const bool is_sentence = said.shared() >= lead_in_content && words_of(said.input, said.later()).size() >= lead_in_words;
  return said.reading == Reading::through && is_sentence && said.pair.likeness.weight >= 12 && !precedes_code(said.input, said.later());
}

bool apart_is_told(const Weighing& said) {
  if (said.reading == Reading::through) {
    if (said.pair.grade == Grade::reworded) return is_clear_rewording(said);
    return said.shared() >= 5 || (said.exact() && (is_plain_prose(said.input) || said.pair.likeness.weight >= short_weight));
  }
  if (said.in_blocks >= looked_up_block) return true;
  if (said.exact()) return said.shared() >= said.search.in_references && said.pair.likeness.weight >= enough_weight;
  return said.pair.grade == Grade::near && said.shared() >= looked_up_near && said.pair.likeness.overlap >= 0.7F;
}

/// In one section. Side by side, what is nearly the same is a contrast or a thought that goes on.
bool together_is_told(const Weighing& said) {
  const float overlap = said.pair.likeness.overlap;
  if (said.exact()) return true;
  if (said.standing.distance == Distance::paragraph) return said.shared() >= enough_words && overlap >= 0.75F;
  const bool each_has_its_own = std::min(said.later().stems.size(), said.earlier().stems.size()) > said.shared();
  if (said.reading == Reading::looked_up) {
    if (each_has_its_own && overlap < contrast) return false;
    return said.shared() >= (said.pair.grade == Grade::near ? enough_words : looked_up_near);
  }
  if (said.pair.grade == Grade::near) return !each_has_its_own || overlap >= contrast || said.shared() >= enough_words;
  return is_clear_rewording(said);
}

/// Labels tell parallel places apart in a reference; in an article the same label comes back where the same is said again.
bool is_parallel(const Weighing& said) {
  if (said.standing.distance == Distance::paragraph) return false;
  const bool label = said.standing.parallel == Parallel::labelled && said.reading == Reading::through;
  const bool told_by_label = label && said.standing.distance != Distance::article && said.shared() < enough_words;
  return said.standing.parallel != Parallel::none && (!label || told_by_label);
}

/// Two blocks of one section that are the same to the last byte, labels and all.
bool are_twins(const Weighing& said) {
  if (!said.exact() || said.standing.distance == Distance::paragraph || said.standing.distance == Distance::article) return false;
  if (said.standing.parallel == Parallel::definitions || said.standing.item_a || said.standing.item_b) return false;
  return entry_text(said.input, said.later().first_sentence) == entry_text(said.input, said.earlier().first_sentence);
}

/// Do the two make up all that their sections say? Then one of these was pasted, and waits for what it is to say.
bool are_whole_sections(const Weighing& said) {
  const auto whole = [&](const Passage& passage) {
    const Sentence& first = said.input.units.sentences[passage.first_sentence];
    const Section& section = said.input.article.sections[first.section];
    const bool alone = section.heading != no_index && section.blocks.size() == 2 && first.place == Place::paragraph;
    return alone && said.input.units.sentences_of_text[first.text].size() == 1;
  };
  return said.exact() && said.shared() >= least_section && whole(said.later()) && whole(said.earlier());
}

/// A long paragraph, word for word, that two sections of one pattern have, or all that they say, or a long sentence of prose: told as a
/// note.
bool is_whole_copy(const Weighing& said) {
  if (are_whole_sections(said)) return true;
  const bool prose = is_plain_prose(said.input) && !said.standing.quoted && !(said.standing.item_a && said.standing.item_b);
  const bool sections = said.standing.parallel == Parallel::sections;
  if (prose && sections && said.exact() && !said.pointer && said.shared() >= boilerplate) return true;
  if (said.reading == Reading::looked_up || !sections) return false;
  if (!said.exact() || said.pointer || said.shared() < whole_copy) return false;
  return entry_text(said.input, said.later().first_sentence) == entry_text(said.input, said.earlier().first_sentence);
}

/// What others said may well be said again; a note that stands there twice may not.
bool quoted_is_told(const Weighing& said) {
  if (said.standing.distance <= Distance::neighbour && said.pair.likeness.overlap >= 0.85F) return true;
  if (!said.exact()) return false;
  if (said.standing.distance != Distance::article) return true;
  return said.reading == Reading::through && is_long(said);
}

bool sentence_is_told(const Weighing& said) {
  if (said.standing.cell) return false;
  if (std::min(said.later().stems.size(), said.earlier().stems.size()) < least_content && !is_short_copy(said)) return false;
  if (said.standing.same_list) return is_double_entry(said);
  if (said.standing.quoted && !quoted_is_told(said)) return false;
  if (introduces(said.input, said.later().first_sentence) || introduces(said.input, said.earlier().first_sentence))
    return lead_in_is_told(said);
  if (are_twins(said)) return true;
  if (is_parallel(said) && is_whole_copy(said)) return true;
  const bool pointer = said.pointer || are_link_texts(said.input, said.later(), said.earlier());
  if (is_parallel(said) || (pointer && said.standing.distance > Distance::neighbour)) return false;
  if (!said.exact() && asks(said.input, said.later()) != asks(said.input, said.earlier())) return false;
  if (are_thing_and_step(said.input, said.later(), said.earlier())) return false;
  const bool sections = said.standing.distance == Distance::article && !said.exact();
  if (sections && differ_by_heading(said.input, said.passages, said.pair.later, said.pair.earlier)) return false;
  if (said.standing.item_a && said.standing.item_b && said.standing.distance != Distance::paragraph) return items_are_told(said);
  return said.standing.distance == Distance::article ? apart_is_told(said) : together_is_told(said);
}

/// Paragraphs of running text. What an item or a call-out says again is told of its sentences.
bool block_is_told(const Weighing& said) {
  if (is_parallel(said) || said.standing.item_a || said.standing.item_b || said.standing.quoted || said.standing.cell) return false;
  return said.reading == Reading::through || said.standing.distance != Distance::article || said.shared() >= looked_up_block;
}

bool section_is_told(const Weighing& said) {
  if (is_parallel(said)) return false;
  return said.reading == Reading::through || said.pair.likeness.overlap >= copied_section;
}

bool is_told(PassageUnit unit, const Weighing& said) {
  switch (unit) {
    case PassageUnit::sentence:
      return sentence_is_told(said);
    case PassageUnit::block:
      return block_is_told(said);
    case PassageUnit::section:
      return section_is_told(said);
  }
  return false;
}

class PairFinder {
 public:
  PairFinder(const CheckInput& input, const Passages& passages, const PairSearch& search)
      : input_(input), passages_(passages), search_(search), paraphrases_(input, passages), reading_(reading_of(input)) {}

  std::vector<Pair> find() {
    std::vector<Pair> pairs;
    for (const auto& [later, earlier] : candidates()) {
      const Pair pair = graded(later, earlier);
      if (pair.grade == Grade::none) continue;
      pairs.push_back(pair);
      if (pair.grade >= Grade::near) shared_by_[texts_of(pair)] += pair.likeness.shared;
    }
    std::vector<Pair> best(passages_.passages.size());
    for (Pair& pair : pairs) {
      const Pair& known = best[pair.later];
      if (known.grade != Grade::none && pair.likeness.overlap <= known.likeness.overlap) continue;
      if (is_wanted(pair)) best[pair.later] = pair;
    }
    std::erase_if(best, [](const Pair& pair) { return pair.grade == Grade::none; });
    drop_variants(best);
    return best;
  }

 private:
  const CheckInput& input_;
  const Passages& passages_;
  const PairSearch& search_;
  Paraphrases paraphrases_;
  Reading reading_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> twins_;                  // under one label, ascending; none in a reference
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared_by_;  // content words, by the texts of both ends

  std::pair<std::uint32_t, std::uint32_t> texts_of(const Pair& pair) const {
    const auto& sentences = input_.units.sentences;
    return {sentences[sentence_of(pair.later)].text, sentences[sentence_of(pair.earlier)].text};
  }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates() {
    if (search_.rewordings && search_.unit == PassageUnit::sentence && is_plain_prose(input_)) twins_ = label_twins(input_, passages_);
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> alike = candidate_pairs(passages_);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> both;
    std::set_union(alike.begin(), alike.end(), twins_.begin(), twins_.end(), std::back_inserter(both));
    return both;
  }

  bool are_twins_by_label(std::uint32_t later, std::uint32_t earlier) const {
    return std::binary_search(twins_.begin(), twins_.end(), std::pair(later, earlier));
  }

  std::uint32_t sentence_of(std::uint32_t passage) const { return passages_.passages[passage].first_sentence; }

  Pair graded(std::uint32_t later, std::uint32_t earlier) {
    Pair pair{later, earlier};
    if (!are_near(search_.within, input_, sentence_of(later), sentence_of(earlier))) return pair;
    const Alignment alignment = align(passages_, later, earlier);
    pair.likeness = likeness_of(passages_, later, earlier, alignment);
    pair.grade = grade_of(pair.likeness);
    if (pair.grade < Grade::near && search_.unit == PassageUnit::sentence && pair.likeness.shared >= least_for_synonyms) {
      pair.likeness = with_synonyms(input_, passages_, later, earlier, alignment, pair.likeness);
      pair.grade = std::min(grade_of(pair.likeness), Grade::near);
    }
    const bool looks_on = pair.grade == Grade::none && search_.rewordings && search_.unit == PassageUnit::sentence;
    pair.unordered = looks_on && paraphrases_.is_one(later, earlier, pair.likeness);
    if (looks_on && !pair.unordered) pair.unordered = is_restated(later, earlier, pair.likeness);
    if (pair.grade == Grade::reworded && pair.likeness.unordered_shared > pair.likeness.shared + 1) pair.unordered = true;
    if (pair.unordered) pair.grade = Grade::reworded;
    const bool enough = pair.grade >= search_.least || (pair.grade == Grade::reworded && search_.rewordings);
    if (!enough) pair.grade = Grade::none;
    return pair;
  }

  /// Does one say what the other says, in words that are mostly the same?
  bool is_restated(std::uint32_t later, std::uint32_t earlier, const Likeness& likeness) const {
    const std::uint32_t enough = are_twins_by_label(later, earlier) ? twin_words : restated_words;
    if (reading_ == Reading::looked_up || likeness.unordered_shared < enough || likeness.unordered_share < restated_share / 2) return false;
    const Restatement said = restatement_of(input_, passages_, later, earlier);
    if (are_twins_by_label(later, earlier)) return said.overlap >= twin_overlap && said.share >= twin_share;
    if (said.share >= contained_share && said.same >= contained_words) return true;
    const bool nearby = input_.units.sentences[sentence_of(later)].section == input_.units.sentences[sentence_of(earlier)].section;
    const bool strict = nearby || !is_plain_prose(input_);
    return said.overlap >= (strict ? search_.restated + restated_strictly : search_.restated) && said.share >= restated_share &&
           said.weight >= restated_weight;
  }

  /// Fills in how much it matters.
  bool is_wanted(Pair& pair) const {
    const Passage& later = passages_.passages[pair.later];
    const Passage& earlier = passages_.passages[pair.earlier];
    const bool twins = are_twins_by_label(pair.later, pair.earlier);
    if (twins ? say_otherwise(input_, later, earlier) : is_deliberate(input_, passages_, later, earlier, pair.likeness)) return false;
    const bool pointer = search_.pointers != nullptr && (*search_.pointers)[later.first_sentence];
    const auto in_blocks = shared_by_.find(texts_of(pair));
    const Weighing said{search_,
                        input_,
                        passages_,
                        pair,
                        standing_of(input_, later.first_sentence, earlier.first_sentence),
                        reading_,
                        pointer,
                        in_blocks == shared_by_.end() ? 0 : in_blocks->second};
    if (!is_told(search_.unit, said)) return false;
    const Standing& standing = said.standing;
    pair.slight = is_parallel(said) || (search_.unit == PassageUnit::sentence && !is_long(said));
    pair.running = !is_parallel(said) && !standing.item_a && !standing.item_b && !standing.quoted &&
                   (reading_ == Reading::through || standing.distance != Distance::article);
    return true;
  }

  /// Sections of a reference that share several sentences are variants of one: each must be whole for whoever looks it up.
  void drop_variants(std::vector<Pair>& pairs) const {
    if (reading_ == Reading::through || search_.unit != PassageUnit::sentence) return;
    const auto place = [&](const Pair& pair) {
      return std::pair(input_.units.sentences[sentence_of(pair.later)].section, input_.units.sentences[sentence_of(pair.earlier)].section);
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared;
    for (const Pair& pair : pairs) ++shared[place(pair)];
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;
    std::erase_if(pairs, [&](const Pair& pair) {
      const auto sections = place(pair);
      if (sections.first == sections.second || shared[sections] < pattern_passages) return false;
      return !told.insert(sections).second;
    });
  }
};

}  // namespace

Grade grade_of(const Likeness& likeness) {
  if (likeness.overlap > 0.999F) return Grade::exact;
  const bool near = likeness.overlap >= 0.6F ||
                    (likeness.contained >= 0.85F && likeness.cohesion >= 0.6F && likeness.shared >= 5 && likeness.weight >= 12);
  if (near && likeness.weight >= 7) return Grade::near;
  const bool moved = likeness.unordered >= 0.5F && likeness.unordered_share >= 0.85F && likeness.unordered_weight >= 16;
  const bool half = likeness.overlap >= 0.42F && likeness.shared >= 5 && likeness.weight >= 12;
  const bool stretch = likeness.overlap >= 0.3F && likeness.cohesion >= 0.7F && likeness.weight >= 16;
  const bool within = likeness.contained >= 0.75F && likeness.cohesion >= 0.7F && likeness.shared >= 5 && likeness.weight >= 10;
  return half || stretch || within || moved ? Grade::reworded : Grade::none;
}

std::vector<Pair> find_pairs(const CheckInput& input, const Passages& passages, const PairSearch& search) {
  return PairFinder(input, passages, search).find();
}

}  // namespace stet
