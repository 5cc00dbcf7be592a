#include "checks/counts/enumerations.h"

#include <algorithm>

#include "claims/statements.h"
#include "matching/list_hits.h"
#include "units/plural.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_noun_phrase = 4;  ///< words behind a number, its noun included
constexpr std::uint32_t longest_item = 6;         ///< words of an item between commas, as in "a bag of dried beans"
constexpr std::uint32_t longest_bare_item = 2;
constexpr std::uint32_t most_items = 24;
constexpr std::uint32_t most_sentences = 40;  ///< among which ordinals are looked for

bool joins(const Form& word) { return is(word, WordClass::coordinator); }

/// Reads items up to the end of the sentence, or of the brackets that the first of them stands in.
class ItemReader {
 public:
  ItemReader(const CheckInput& input, IndexRange words, bool bracketed) : input_(input), words_(words), bracketed_(bracketed) {}

  std::optional<Enumerated> read() {
    std::uint32_t word = words_.begin;
    for (; word < words_.end; ++word) {
      if (word > words_.begin && !at_gap(word)) return std::nullopt;
      if (!at_word(word)) return std::nullopt;
    }
    close_item();
    // Without a conjunction only short items tell that they are one row.
    if (!joined_ && longest_ > longest_bare_item) return std::nullopt;
    if (too_long_ || items_ > most_items || items_ + joints_ < 2) return std::nullopt;
    // The conjunction of the last item parts two items, unless it opens the last one: "a, b, and c". One within another item may be part of
    // it: "salt and pepper, oil and vinegar".
    const bool certain = last_joints_ == 1 && joints_ == 1;
    return Enumerated{items_ + (certain ? 1U : 0U), items_ + joints_,
                      input_.article.to_source({input_.units.words[words_.begin].plain.begin, input_.units.words[word - 1].plain.end})};
  }

 private:
  const CheckInput& input_;
  IndexRange words_;
  bool bracketed_ = false;
  bool too_long_ = false;
  bool joined_ = false;
  std::uint32_t longest_ = 0;
  std::uint32_t items_ = 0;
  std::uint32_t joints_ = 0;
  std::uint32_t last_joints_ = 0;
  std::uint32_t length_ = 0;

  void close_item() {
    if (length_ == 0) return;
    too_long_ = too_long_ || length_ > longest_item;
    longest_ = std::max(longest_, length_);
    ++items_;
    length_ = 0;
  }

  /// What stands before a word: nothing, a comma, or what ends the enumeration. False: it is none.
  bool at_gap(std::uint32_t word) {
    const bool inside = (input_.units.words[word].flags & word_bracketed) != 0;
    if (bracketed_ && !inside) return false;  // the sentence goes on behind the brackets
    const std::string_view gap = gap_before(input_, word);
    if (!bracketed_ && inside) return false;
    if (gap.find_first_of(":.?!") != std::string_view::npos) return false;
    if (gap.find("\xE2\x80\x94") != std::string_view::npos || gap.find("\xE2\x80\x93") != std::string_view::npos || gap == " - ")
      return false;
    if (gap.find_first_of(",;") != std::string_view::npos) {
      close_item();
      last_joints_ = 0;
    }
    return true;
  }

  bool at_word(std::uint32_t word) {
    const Form& form = form_of(input_, word);
    if ((form.flags & (form_be | form_modal | form_pronoun | form_negator | form_question)) != 0) return false;
    if (joins(form)) {
      joined_ = true;
      if (length_ > 0) {
        ++joints_;
        ++last_joints_;
        length_ = 1;
      }
      return true;
    }
    ++length_;
    return length_ <= longest_item;
  }
};

/// The place in a row that a sentence opens with: "Second, …", "Thirdly …", "The fourth …"; 0 where there is none.
std::uint32_t place_in_row(const CheckInput& input, std::uint32_t sentence) {
  const IndexRange words = input.units.sentences[sentence].words;
  if (words.size() < 3) return 0;
  const bool the = form_of(input, words.begin).text == "the";
  const std::uint32_t at = words.begin + (the ? 1U : 0U);
  std::string_view text = form_of(input, at).text;
  if (text.ends_with("ly")) text.remove_suffix(2);
  const double place = input.vocabulary.grammar().value(WordClass::ordinal, text, -1);
  if (place < 1 || place > 12) return 0;
  const bool set_off = comma_before(input, at + 1);
  return set_off != the ? static_cast<std::uint32_t>(place) : 0;
}

}  // namespace

IndexRange plural_behind(const CheckInput& input, std::uint32_t sentence, IndexRange number) {
  const std::uint32_t end = std::min(input.units.sentences[sentence].words.end, number.end + longest_noun_phrase);
  std::uint32_t last = no_index;
  for (std::uint32_t word = number.end; word < end; ++word) {
    const Form& form = form_of(input, word);
    const std::string_view gap = gap_before(input, word);
    if (gap != " " && gap != "\n" && !(word > number.end && gap == "-")) break;
    if (!is_content(form) || (form.flags & form_number) != 0 || (input.units.words[word].flags & (word_number | word_symbol)) != 0) break;
    last = word;
    if (is_plural(form) && lemma_key(form.text) != form.text) {
      const bool ends = word + 1 >= end || !is_content(form_of(input, word + 1)) || gap_before(input, word + 1).size() > 1;
      if (ends || looks_like_verb(form_of(input, word + 1))) return {number.end, word + 1};
    }
  }
  if (last == no_index) return {};
  return is_plural(form_of(input, last)) ? IndexRange{number.end, last + 1} : IndexRange{};
}

std::optional<Enumerated> enumerated_from(const CheckInput& input, std::uint32_t sentence, std::uint32_t word, ListId open_ended) {
  const IndexRange words{word, input.units.sentences[sentence].words.end};
  for (const ListHit& hit : list_hits_in(input.matches, words)) {
    if (hit.list == open_ended) return std::nullopt;
  }
  const bool bracketed = (input.units.words[word].flags & word_bracketed) != 0 && (input.units.words[word - 1].flags & word_bracketed) == 0;
  return ItemReader(input, words, bracketed).read();
}

std::optional<Enumerated> told_in_order(const CheckInput& input, std::uint32_t sentence) {
  const auto& sentences = input.units.sentences;
  const std::uint32_t end = std::min(static_cast<std::uint32_t>(sentences.size()), sentence + most_sentences);
  Enumerated row;
  for (std::uint32_t s = sentence + 1; s < end && sentences[s].section == sentences[sentence].section; ++s) {
    if (sentences[s].place != Place::paragraph) continue;
    const std::uint32_t place = place_in_row(input, s);
    if (place == 0) continue;
    if (place != row.most + 1) break;
    const Span source = input.article.to_source(sentences[s].plain);
    row.where = row.most == 0 ? source : cover(row.where, source);
    row.fewest = row.most = place;
  }
  return row.most >= 2 ? std::optional(row) : std::nullopt;
}

}  // namespace stet
