#include "units/label_lines.h"

#include <algorithm>
#include <iterator>

#include "text/unicode.h"
#include "units/verbs.h"

namespace stet {
namespace {

/// A label on a line of its own is at most so many words ("Getting there in winter:").
constexpr std::uint32_t longest_label = 5;
/// What follows it is a sentence from so many on; less is the label's value ("Weight:" over "1.4 kg").
constexpr std::uint32_t shortest_labelled = 5;

/// Is the byte of plain text at `offset` the one space that a line break became?
bool is_line_break(const Article& article, std::uint32_t offset) {
  const auto& pieces = article.pieces;
  const auto after =
      std::upper_bound(pieces.begin(), pieces.end(), offset, [](std::uint32_t o, const PlainPiece& piece) { return o < piece.plain; });
  return after != pieces.begin() && !std::prev(after)->exact && article.plain[offset] == ' ';
}

/// A verb before the colon makes it an announcement of what follows ("The office says:"), not a label.
bool announces(const Article& article, const std::vector<Word>& words, IndexRange label) {
  return std::any_of(words.begin() + label.begin, words.begin() + label.end,
                     [&](const Word& word) { return is_third_person(fold(article.text(word.plain))); });
}

/// What a line begins with: no label, one in plain letters, or one that is emphasised to its end.
enum class Opening : std::uint8_t { none, plain, emphasised };

/// The label that begins at a word, its colon within or behind the emphasis.
Opening label_at(const Article& article, const std::vector<Word>& words, std::uint32_t begin, std::uint32_t end) {
  const bool emphasised = (words[begin].flags & word_emphasis) != 0;
  if (!emphasised && (words[begin].flags & word_capitalized) == 0) return Opening::none;
  for (std::uint32_t next = begin + 1; next < std::min(end, begin + longest_label + 2); ++next) {
    const std::string_view gap = article.text({words[next - 1].plain.end, words[next].plain.begin});
    const bool inside = (words[next].flags & word_emphasis) != 0;
    if (gap.find(": ") != std::string_view::npos) return !emphasised ? Opening::plain : inside ? Opening::none : Opening::emphasised;
    if (gap.find_first_of(".,;?!:") != std::string_view::npos || inside != emphasised) return Opening::none;
  }
  return Opening::none;
}

}  // namespace

std::uint32_t label_end(const Article& article, const TextRun& run, const std::vector<Word>& words, IndexRange range) {
  for (std::uint32_t next = range.begin + 1; next + shortest_labelled <= range.end && next <= range.begin + longest_label; ++next) {
    const std::uint32_t begin = words[next].plain.begin;
    if (begin < run.plain.begin + 2 || article.plain[begin - 2] != ':') continue;
    std::size_t first = begin;
    if (!is_line_break(article, begin - 1) || !is_upper(next_code_point(article.plain, first))) return 0;
    return announces(article, words, {range.begin, next}) ? 0 : begin;
  }
  return 0;
}

std::vector<std::uint32_t> label_lines(const Article& article, const std::vector<Word>& words, IndexRange range) {
  std::vector<std::uint32_t> lines;
  const Opening first = range.empty() ? Opening::none : label_at(article, words, range.begin, range.end);
  if (first == Opening::none) return lines;
  for (std::uint32_t word = range.begin + 1; word < range.end; ++word) {
    const std::uint32_t begin = words[word].plain.begin;
    if (article.plain[begin - 1] != ' ' || !is_line_break(article, begin - 1)) continue;
    if (label_at(article, words, word, range.end) == first) {
      lines.push_back(begin);
    } else if (first == Opening::plain) {
      return {};
    }
  }
  return lines;
}

}  // namespace stet
