#include "matching/quoting.h"

#include <algorithm>

#include "units/verbs.h"

namespace stet {

std::string words_as_written(const CheckInput& input, IndexRange words, std::size_t most) {
  if (words.empty()) return {};
  const std::uint32_t begin = input.units.words[words.begin].plain.begin;
  std::uint32_t last = words.begin;
  while (last + 1 < words.end && input.units.words[last + 1].plain.end - begin <= most) ++last;
  std::string text(input.article.text({begin, input.units.words[last].plain.end}));
  if (text.size() > most) {
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
    text.resize(cut);
  }
  if (last + 1 < words.end || text.size() == most) text += "…";
  return text;
}

namespace {

/// May the word go on with the noun group that stands before it? What may be a verb, a participle or an adverb does not, nor "thanks to".
bool goes_on(const CheckInput& input, std::uint32_t word) {
  const Form& form = form_of(input, word);
  if ((input.units.words[word].flags & word_joined) != 0) return true;
  if (!is_content(form) || (form.flags & form_number) != 0 || is_third_person(form) || is_base_verb(form)) return false;
  if (word + 1 < input.units.words.size() && form_of(input, word + 1).text == "to") return false;
  return !form.text.ends_with("ed") && !form.text.ends_with("ly") && !form.text.ends_with("ing");
}

}  // namespace

IndexRange to_end_of_group(const CheckInput& input, std::uint32_t sentence, IndexRange words) {
  constexpr std::uint32_t most_added = 2;
  const std::uint32_t end = std::min(input.units.sentences[sentence].words.end, words.end + most_added);
  for (std::uint32_t word = words.end; word < end; ++word) {
    const std::string_view gap = gap_before(input, word);
    if ((gap != " " && gap != "-") || !is_content(form_of(input, word - 1)) || !goes_on(input, word)) break;
    words.end = word + 1;
  }
  return words;
}

Span source_of(const CheckInput& input, IndexRange words) {
  return input.article.to_source({input.units.words[words.begin].plain.begin, input.units.words[words.end - 1].plain.end});
}

Span source_of_sentence(const CheckInput& input, std::uint32_t sentence) {
  return input.article.to_source(input.units.sentences[sentence].plain);
}

std::uint32_t line_of(const CheckInput& input, Span source) { return input.source.lines.line_at(source.begin); }

}  // namespace stet
