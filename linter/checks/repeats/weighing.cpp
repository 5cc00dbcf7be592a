#include "checks/repeats/weighing.h"

#include <algorithm>

#include "claims/stated.h"
#include "comparing/verbatim_run.h"

namespace stet {
namespace {

// Content words and weights (in nats, a rare word weighs 6 to 9) from which a repetition is told. Set on the open gold articles, the mended
// repeats and eight documentation sites (2026-11-29).
constexpr std::uint32_t enough_words = 7;  ///< an editor stops at
constexpr float enough_weight = 18;
constexpr std::uint32_t telling_item = 8;  ///< a sentence of an item, when not all of the item is said again
constexpr std::uint32_t telling_item_of_prose = 6;
constexpr std::uint32_t least_content = 4;       ///< of a sentence
constexpr std::uint32_t least_words = 8;         ///< of one with less content, word for word
constexpr std::uint32_t least_words_beside = 5;  ///< of such a one in the paragraph before
constexpr std::uint32_t short_clause_words = 6;  ///< of a short sentence within a longer one
constexpr std::uint32_t lead_in_content = 6;     ///< of a line without a full stop that says something
constexpr std::uint32_t lead_in_words = 10;
constexpr float contrast = 0.85F;        ///< near one another in a reference, what is less alike tells two things apart
constexpr float copied_section = 0.95F;  ///< of a reference
constexpr float short_weight = 12;       ///< of four or five words that another section has, too
constexpr std::uint32_t clear_rewording = 8;
constexpr std::uint32_t least_rewording = 6;
constexpr std::uint32_t looked_up_near = 10;
constexpr float much_again = 0.5F;            ///< of both items
constexpr float near_copy = 0.75F;            ///< of a sentence that prose repeats nearly word for word in parallel sections
constexpr std::uint32_t boilerplate = 10;     ///< of a sentence that prose repeats in parallel sections
constexpr std::uint32_t whole_copy = 12;      ///< in parallel sections that are read through
constexpr std::uint32_t least_section = 5;    ///< all that such a section says
constexpr std::uint32_t least_twin_item = 5;  ///< of an item that another list of its section has, too
constexpr std::uint32_t whole_item = 6;       ///< of an item that another one holds
constexpr std::uint32_t looked_up_item = 12;
constexpr std::uint32_t looked_up_block = 20;

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

/// Are the two all that their entries say, word for word?
bool are_same_entries(const Weighing& said) {
  return entry_text(said.input, said.later().first_sentence) == entry_text(said.input, said.earlier().first_sentence);
}

/// Are the two the same to the last letter?
bool are_same_sentences(const Weighing& said) {
  const auto text = [&](const Passage& passage) {
    return said.input.article.text(said.input.units.sentences[passage.first_sentence].plain);
  };
  return text(said.later()) == text(said.earlier());
}

/// Entries of one list: a bullet that stands there twice, whole. Steps may well come back.
bool is_double_entry(const Weighing& said) {
  if (!said.exact()) return false;
  const std::string_view later = entry_text(said.input, said.later().first_sentence);
  const std::string_view earlier = entry_text(said.input, said.earlier().first_sentence);
  if (later == earlier && begins_with_expression(later)) return false;  // the lines of an example that are gone through
  if (later == earlier) return said.standing.distance == Distance::neighbour || !are_steps_of_one(said.input, said.later());
  const std::uint32_t least = is_plain_prose(said.input) && are_same_sentences(said) ? telling_item_of_prose : telling_item;
  return said.reading == Reading::through && said.shared() >= least && !labels_apart(said.input, said.later(), said.earlier());
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
  const std::uint32_t least = said.standing.distance <= Distance::neighbour ? least_words_beside : least_words;
  if (said.standing.distance == Distance::article || later.size() != earlier.size() || later.size() < least) return false;
  for (std::uint32_t i = 0; i < later.size(); ++i) {
    if (said.input.units.words[later.begin + i].form != said.input.units.words[earlier.begin + i].form) return false;
  }
  return true;
}

/// A short sentence of prose, nearly all of its words in a row, within a longer one: "It is best not to sail alone, as …".
bool is_short_clause(const Weighing& said) {
  if (!is_plain_prose(said.input) || said.standing.distance != Distance::article || said.exact()) return false;
  if (said.pair.likeness.contained < copied_section) return false;
  const VerbatimRun run = longest_verbatim_run(said.input, said.later(), said.earlier());
  const std::uint32_t shorter = std::min(words_of(said.input, said.later()).size(), words_of(said.input, said.earlier()).size());
  return run.words >= short_clause_words && 4 * run.words >= 3 * shorter && run.content >= 2;
}

/// Two items of two lists.
bool items_are_told(const Weighing& said) {
  const auto& sentences = said.input.units.sentences;
  const bool fragments = sentences[said.later().first_sentence].fragment || sentences[said.earlier().first_sentence].fragment;
  if (!is_plain_prose(said.input)) return said.exact() && !fragments && said.shared() >= looked_up_item;
  if (fragments && said.standing.distance == Distance::article && has_numbers(said.input, said.later())) return false;
  if (fragments) {
    const Likeness& likeness = said.pair.likeness;
    return said.exact() || likeness.unordered > 0.999F || (likeness.contained > 0.999F && likeness.shared >= whole_item);
  }
  return said.pair.grade != Grade::reworded || is_clear_rewording(said);
}

/// Lead-ins and lines without a full stop are like labels: a copy is told beside its twin, or of an article when it is long.
bool lead_in_is_told(const Weighing& said) {
  if (!said.exact()) return false;
  if (said.shared() < 5) {
    const bool both = introduces(said.input, said.later().first_sentence) && introduces(said.input, said.earlier().first_sentence);
    return !both && said.standing.distance <= Distance::neighbour && is_plain_prose(said.input) && is_short_copy(said);
  }
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

/// Two blocks of one section that are the same to the last byte, labels and all; items when they say something of what they are labelled
/// with.
bool are_twins(const Weighing& said) {
  if (!said.exact() || said.standing.distance == Distance::paragraph || said.standing.distance == Distance::article) return false;
  if (said.standing.parallel == Parallel::definitions) return false;
  const bool items = said.standing.item_a || said.standing.item_b;
  if (items && (said.standing.parallel != Parallel::labelled || said.shared() < least_twin_item)) return false;
  return are_same_entries(said);
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

/// Not word for word, and what only one says its heading names: "Add rye flour" under "Rye", "Add oat flour" under "Oats".
bool is_told_apart_by_heading(const Weighing& said) {
  return !said.exact() && differ_by_heading(said.input, said.passages, said.pair.later, said.pair.earlier);
}

/// All but a word or two of a long sentence.
bool is_long_near_copy(const Weighing& said) {
  return said.pair.grade == Grade::near && said.shared() >= enough_words && said.pair.likeness.overlap >= near_copy;
}

/// A long paragraph, word for word, that two sections of one pattern have, or all that they say, or a long sentence of prose: told as a
/// note.
bool is_whole_copy(const Weighing& said) {
  if (are_whole_sections(said)) return true;
  const bool prose = is_plain_prose(said.input) && !said.standing.quoted && !(said.standing.item_a && said.standing.item_b);
  const bool sections = said.standing.parallel == Parallel::sections;
  const bool copy = said.exact() ? said.shared() >= boilerplate : is_long_near_copy(said);
  if (prose && sections && copy && !said.pointer && !is_told_apart_by_heading(said)) return true;
  if (said.reading == Reading::looked_up || !sections) return false;
  if (!said.exact() || said.pointer || said.shared() < whole_copy) return false;
  return are_same_entries(said);
}

/// What others said may well be said again; a note that stands there twice may not.
bool quoted_is_told(const Weighing& said) {
  if (said.standing.distance <= Distance::neighbour && said.pair.likeness.overlap >= 0.85F) return true;
  if (!said.exact()) return false;
  if (said.standing.distance != Distance::article) return true;
  return said.reading == Reading::through && is_long(said);
}

/// What stands in a cell, beside its own picture, or says too little.
bool says_too_little(const Weighing& said) {
  if (said.standing.cell || (is_pictured_step(said.input, said.later()) && is_pictured_step(said.input, said.earlier()))) return true;
  const bool short_one = std::min(said.later().stems.size(), said.earlier().stems.size()) < least_content;
  return short_one && !is_short_copy(said) && !is_short_clause(said);
}

bool sentence_is_told(const Weighing& said) {
  if (says_too_little(said)) return false;
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
  if (said.standing.distance == Distance::article && is_told_apart_by_heading(said)) return false;
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

}  // namespace

bool is_long(const Weighing& said) { return said.shared() >= said.search.long_from || said.pair.likeness.weight >= enough_weight; }

/// An item that says in many words what an item of another list says under nearly the same label, in prose: no form wants so much.
static bool says_much_again(const Weighing& said) {
  const Likeness& likeness = said.pair.likeness;
  const bool items = said.standing.parallel == Parallel::items && !said.standing.same_list && is_plain_prose(said.input);
  return items && likeness.unordered_shared >= enough_words && likeness.unordered >= much_again &&
         stand_under_one_label(said.input, said.later(), said.earlier()) &&
         !are_parallel_by_form(said.input, said.later().first_sentence, said.earlier().first_sentence);
}

/// In prose that is read through, sections that only name the article's topic each are no form.
static bool keeps_to_its_topic(const Weighing& said) {
  const Parallel parallel = said.standing.parallel;
  const bool sections = parallel == Parallel::sections || (parallel == Parallel::items && !said.standing.same_list);
  if (!sections || said.search.unit != PassageUnit::sentence || !is_plain_prose(said.input)) return false;
  if (parallel == Parallel::items && labels_share_nothing(said.input, said.later(), said.earlier())) return false;
  return are_parallel_by_topic(said.input, said.later().first_sentence, said.earlier().first_sentence);
}

/// Labels tell parallel places apart in a reference; in an article the same label comes back where the same is said again.
bool is_parallel(const Weighing& said) {
  if (said.standing.distance == Distance::paragraph || keeps_to_its_topic(said) || says_much_again(said)) return false;
  if (said.standing.parallel == Parallel::none) return false;
  if (said.standing.parallel != Parallel::labelled || said.reading != Reading::through) return true;
  const std::uint32_t later = said.later().first_sentence;
  const std::uint32_t earlier = said.earlier().first_sentence;
  if (are_parallel_by_form(said.input, later, earlier)) return true;
  const bool apart = said.standing.distance == Distance::article && !are_fields_of_a_form(said.input, later, earlier);
  return !apart && said.shared() < enough_words;
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

}  // namespace stet
