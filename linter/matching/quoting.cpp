#include "matching/quoting.h"

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

Span source_of(const CheckInput& input, IndexRange words) {
  return input.article.to_source({input.units.words[words.begin].plain.begin, input.units.words[words.end - 1].plain.end});
}

Span source_of_sentence(const CheckInput& input, std::uint32_t sentence) {
  return input.article.to_source(input.units.sentences[sentence].plain);
}

std::uint32_t line_of(const CheckInput& input, Span source) { return input.source.lines.line_at(source.begin); }

}  // namespace stet
