#include "claims/stated.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/headings.h"
#include "claims/keys.h"
#include "language/label.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::size_t longest_word = 40;  // bytes

/// Content stems of all headings.
struct HeadingStems {
  std::set<std::vector<StemId>> all;

  explicit HeadingStems(const CheckInput& input) {
    for (std::uint32_t section = 0; section < input.article.sections.size(); ++section) {
      if (auto stems = content_stems(input, words_of_heading(input, section)); !stems.empty()) all.insert(std::move(stems));
    }
  }
};

/// An item that is a heading of the article.
bool names_a_section(const CheckInput& input, const Sentence& sentence) {
  if (sentence.place != Place::list || input.units.sentences_of_text[sentence.text].size() != 1) return false;
  const auto& headings = input.derived->get<HeadingStems>([&] { return HeadingStems(input); });
  return headings.all.contains(content_stems(input, sentence.words));
}

/// The link whose text begins at a place of a text run, or nullptr.
const Inline* link_at(const CheckInput& input, std::uint32_t text, std::uint32_t plain) {
  const IndexRange inlines = input.article.texts[text].inlines;
  const auto end = input.article.inlines.begin() + inlines.end;
  const auto starts_before = [&](const Inline& span) { return span.plain.begin < plain; };
  for (auto span = std::partition_point(input.article.inlines.begin() + inlines.begin, end, starts_before);
       span != end && span->plain.begin == plain; ++span) {
    if (span->kind == InlineKind::link && span->link != no_index) return &*span;
  }
  return nullptr;
}

/// "[Rye](/rye) - How to bake it": an item that leads to another page of the site, and says what is there.
bool is_related_link(const CheckInput& input, const Sentence& sentence) {
  if (sentence.place != Place::list) return false;
  const Span item = input.article.texts[sentence.text].plain;
  const Inline* link = link_at(input, sentence.text, item.begin);
  return link != nullptr && parts_label(input.article.text({link->plain.end, item.end})) &&
         input.article.links[link->link].target.find("://") == std::string_view::npos;
}

/// All of it is the text of a link into the page itself, or it is an item that such a link begins.
bool links_into_page(const CheckInput& input, const Sentence& sentence) {
  const Inline* link = link_at(input, sentence.text, sentence.plain.begin);
  if (link == nullptr || (link->plain.end < sentence.plain.end && sentence.place != Place::list)) return false;
  return input.article.links[link->link].target.starts_with('#');
}

/// What waits to be filled in or written: "Seen by ____", "[Name of the boat]", "Lorem ipsum dolor …".
bool is_placeholder(const CheckInput& input, const Sentence& sentence) {
  constexpr std::size_t looked_at = 40;  // bytes of the paragraph
  const std::string_view text = input.article.text(sentence.plain);
  if ((text.starts_with('[') && text.ends_with(']')) || text.find("___") != std::string_view::npos) return true;
  return input.article.text(input.article.texts[sentence.text].plain).substr(0, looked_at).find("orem ipsum") != std::string_view::npos;
}

/// A list item that begins with an amount: "1 cup of flour".
bool is_ingredient(const CheckInput& input, const Sentence& sentence) {
  return sentence.place == Place::list && sentence.fragment && sentence.words.size() > 0 && sentence.words.size() <= 12 &&
         (input.units.words[sentence.words.begin].flags & word_number) != 0;
}

/// Code of which no word is left: "`{{…}}` is not interpolation".
bool holds_code(const CheckInput& input, const Sentence& said) {
  const IndexRange inlines = input.article.texts[said.text].inlines;
  const auto end = input.article.inlines.begin() + inlines.end;
  auto span = std::partition_point(input.article.inlines.begin() + inlines.begin, end,
                                   [&](const Inline& one) { return one.plain.begin < said.plain.begin; });
  for (; span != end && span->plain.begin < said.plain.end; ++span) {
    if (span->kind == InlineKind::code || span->kind == InlineKind::math) return true;
  }
  return false;
}

}  // namespace

bool introduces(const CheckInput& input, std::uint32_t sentence) {
  const Sentence& said = input.units.sentences[sentence];
  const std::string_view text = input.article.text(said.plain);
  if (text.ends_with(':')) return true;
  const std::size_t last = text.find_last_not_of("\"')]*_ \x80\x99\x9D\xE2");
  const bool stops = last != std::string_view::npos && std::string_view(".!?").find(text[last]) != std::string_view::npos;
  return said.place == Place::paragraph && !stops;
}

bool may_be_repeated(const CheckInput& input, std::uint32_t sentence) {
  const Sentence& said = input.units.sentences[sentence];
  const bool inline_note = input.article.text(said.plain).starts_with("^[");  // where it is from, told wherever that is asked
  return !inline_note && !is_placeholder(input, said) && !is_ingredient(input, said) && !links_into_page(input, said) &&
         !is_related_link(input, said) && !names_a_section(input, said);
}

bool says_something(const CheckInput& input, std::uint32_t sentence) {
  return !introduces(input, sentence) && may_be_repeated(input, sentence);
}

bool states_something(const CheckInput& input, std::uint32_t sentence) {
  const Sentence& said = input.units.sentences[sentence];
  if (said.question || said.fragment || !says_something(input, sentence) || holds_code(input, said)) return false;
  if (input.article.text(said.plain).find('\\') != std::string_view::npos) return false;  // a formula, or a regular expression
  for (std::uint32_t word = said.words.begin; word < said.words.end; ++word) {
    const Word& here = input.units.words[word];
    if ((here.flags & word_code) != 0 || here.plain.size() > longest_word) return false;
    if ((here.flags & word_symbol) != 0 && input.article.text(here.plain) == "=") return false;
  }
  return true;
}

bool is_plain_statement(const CheckInput& input, std::uint32_t sentence, const PlainWords& asked) {
  if (!states_something(input, sentence) || (frames_of(input, sentence, asked.said) & asked.excluded) != 0) return false;
  const auto begin = input.units.words.begin();
  return std::none_of(begin + asked.unconditional.begin, begin + asked.unconditional.end, [&](const Word& word) {
    const Form& form = input.vocabulary.form(word.form);
    return is(form, WordClass::own_condition) || is(form, WordClass::condition);
  });
}

}  // namespace stet
