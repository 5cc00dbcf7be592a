#include "claims/title.h"

#include "units/word_classes.h"

namespace stet {
namespace {

/// "Ada Quill, painter": a name that a title begins with, without what it says of it.
IndexRange before_apposition(const CheckInput& input, IndexRange words) {
  bool named = false;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    const bool border = w > words.begin && gap_before(input, w).find_first_of(",:") != std::string_view::npos;
    if (border && named) return {words.begin, w};
    named = named || is_content(form_of(input, w));
  }
  return words;
}

Title read_title(const CheckInput& input) {
  Title title;
  const Article& article = input.article;
  if (article.sections.size() < 2 || article.sections[1].level > 2) return title;
  const Block& heading = article.blocks[article.sections[1].heading];
  for (std::uint32_t text = heading.texts.begin; text < heading.texts.end; ++text) {
    const IndexRange sentences = input.units.sentences_of_text[text];
    for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) {
      if (!input.units.sentences[s].words.empty()) title.sentences.push_back(input.units.sentences[s].words);
    }
  }
  if (title.sentences.empty()) return title;
  title.words = title.sentences.front();
  title.name = before_apposition(input, title.words);
  return title;
}

}  // namespace

const Title& title_of(const CheckInput& input) {
  return input.derived->get<Title>([&] { return read_title(input); });
}

bool is_title(const CheckInput& input, IndexRange words) {
  const IndexRange title = title_of(input).words;
  return !title.empty() && !words.empty() && words.begin == title.begin;
}

}  // namespace stet
