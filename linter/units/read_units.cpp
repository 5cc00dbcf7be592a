#include <algorithm>
#include <iterator>

#include "text/unicode.h"
#include "units/citations.h"
#include "units/label_lines.h"
#include "units/sentences.h"
#include "units/typed.h"
#include "units/units.h"
#include "units/words.h"

namespace stet {
namespace {

/// Longer ones are parted: no sentence is, and a hostile text may be one.
constexpr std::uint32_t longest_sentence = 400;

Place place_of(const Article& article, std::uint32_t block) {
  Place place = Place::paragraph;
  for (; block != no_index; block = article.blocks[block].parent) {
    switch (article.blocks[block].kind) {
      case BlockKind::heading:
        return Place::heading;
      case BlockKind::quote:
        if (article.blocks[block].quotes() || article.blocks[block].quotation == Quotation::pull_quote)
          return Place::quote;  // said elsewhere
        break;
      case BlockKind::table_row:
        return Place::table;
      case BlockKind::footnote_definition:
        return Place::footnote;
      case BlockKind::front_matter:
        return Place::front_matter;
      case BlockKind::list_item:
        place = Place::list;
        break;
      default:
        break;
    }
  }
  return place;
}

/// All words inside code or autolinks: nothing is said there.
bool all_code(const std::vector<Word>& words, IndexRange range) {
  return !range.empty() &&
         std::all_of(words.begin() + range.begin, words.begin() + range.end, [](const Word& w) { return (w.flags & word_code) != 0; });
}

/// Fewer words between backticks may be a command ("add the salt").
constexpr std::uint32_t shortest_prose = 8;
/// Of the words of English prose four in ten tell only how it is built; of a command's hardly any do.
constexpr std::uint32_t words_for_each_stop_word = 4;

/// A paragraph that is one code span, and in it sentences: an author set them apart, and programs have no part in them.
bool is_prose_in_code(const Article& article, const Vocabulary& vocabulary, const TextRun& run, const std::vector<Word>& words,
                      IndexRange range) {
  if (run.inlines.size() != 1 || range.size() < shortest_prose) return false;
  const Inline& span = article.inlines[run.inlines.begin];
  if (span.kind != InlineKind::code || span.plain.begin != run.plain.begin || span.plain.end != run.plain.end) return false;
  const std::string_view text = article.text(run.plain);
  const std::size_t last = text.find_last_not_of(' ');
  std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos || !is_upper(next_code_point(text, first))) return false;
  if (text[last] != '.' && text[last] != '!' && text[last] != '?') return false;
  const auto stop_words = std::count_if(words.begin() + range.begin, words.begin() + range.end,
                                        [&](const Word& word) { return (vocabulary.form(word.form).flags & form_stop_word) != 0; });
  return static_cast<std::uint32_t>(stop_words) * words_for_each_stop_word >= range.size();
}

class UnitReader {
 public:
  UnitReader(const Article& article, Vocabulary& vocabulary) : article_(article), vocabulary_(vocabulary) {}

  Units read() {
    units_.bibliography = find_bibliography(article_, vocabulary_.grammar());
    for (std::uint32_t text = 0; text < article_.texts.size(); ++text) read_run(text);
    find_typed(article_, vocabulary_, units_);
    find_citations(article_, units_);
    return std::move(units_);
  }

 private:
  const Article& article_;
  Vocabulary& vocabulary_;
  Units units_;
  std::uint32_t next_inline_ = 0;  // of the run that is being read; see ends_in_code
  std::uint32_t code_end_ = 0;

  void read_run(std::uint32_t index) {
    const TextRun& run = article_.texts[index];
    const auto first_sentence = static_cast<std::uint32_t>(units_.sentences.size());
    auto word = static_cast<std::uint32_t>(units_.words.size());
    const std::uint32_t first_word = word;
    append_words(article_, run, vocabulary_, units_.words);
    flag_inlines(article_, run, units_.words, first_word);
    const auto words_end = static_cast<std::uint32_t>(units_.words.size());
    std::uint32_t begin = run.plain.begin;
    next_inline_ = run.inlines.begin;
    if (is_prose_in_code(article_, vocabulary_, run, units_.words, {first_word, words_end})) {
      for (std::uint32_t w = first_word; w < words_end; ++w) units_.words[w].flags &= static_cast<std::uint16_t>(~word_code);
      next_inline_ = run.inlines.end;
    }
    if (const std::uint32_t end = label_end(article_, run, units_.words, {first_word, words_end}); end != 0) {
      while (word < words_end && units_.words[word].plain.begin < end) ++word;
      add_sentences(index, {begin, end}, {first_word, word});
      begin = end;
    }
    for (const std::uint32_t end : ends_of(run, {first_word, words_end})) {
      if (end <= begin && end < run.plain.end) continue;
      if (end < run.plain.end && ends_in_code(run, end)) continue;
      std::uint32_t end_word = word;
      while (end_word < words_end && units_.words[end_word].plain.begin < end) ++end_word;
      add_sentences(index, {begin, end}, {word, end_word});
      begin = end;
      word = end_word;
    }
    units_.sentences_of_text.push_back({first_sentence, static_cast<std::uint32_t>(units_.sentences.size())});
  }

  /// Where the sentences of a run end, in plain text, ascending.
  std::vector<std::uint32_t> ends_of(const TextRun& run, IndexRange words) const {
    std::vector<std::uint32_t> ends = sentence_ends(article_.text(run.plain), vocabulary_.grammar());
    for (std::uint32_t& end : ends) end += run.plain.begin;
    const std::vector<std::uint32_t> lines = label_lines(article_, units_.words, words);
    if (lines.empty()) return ends;
    std::vector<std::uint32_t> all;
    std::set_union(ends.begin(), ends.end(), lines.begin(), lines.end(), std::back_inserter(all));
    return all;
  }

  /// A stop inside a code span ("the `?` operator") ends nothing. `end` must ascend within a run.
  bool ends_in_code(const TextRun& run, std::uint32_t end) {
    while (end > run.plain.begin && article_.plain[end - 1] == ' ') --end;
    for (; next_inline_ < run.inlines.end && article_.inlines[next_inline_].plain.begin < end; ++next_inline_) {
      const Inline& span = article_.inlines[next_inline_];
      const bool code = span.kind == InlineKind::code || span.kind == InlineKind::autolink;
      if (code) code_end_ = std::max(code_end_, span.plain.end);
    }
    return end <= code_end_;
  }

  void add_sentences(std::uint32_t text, Span plain, IndexRange words) {
    while (words.size() > longest_sentence) {
      const std::uint32_t cut = words.begin + longest_sentence;
      add_sentence(text, {plain.begin, units_.words[cut].plain.begin}, {words.begin, cut});
      plain.begin = units_.words[cut].plain.begin;
      words.begin = cut;
    }
    if (!words.empty()) add_sentence(text, plain, words);
  }

  void add_sentence(std::uint32_t text, Span plain, IndexRange words) {
    while (plain.end > plain.begin && article_.plain[plain.end - 1] == ' ') --plain.end;
    while (plain.begin < plain.end && article_.plain[plain.begin] == ' ') ++plain.begin;
    Sentence sentence;
    sentence.plain = plain;
    sentence.words = words;
    sentence.text = text;
    sentence.block = article_.texts[text].block;
    sentence.section = article_.blocks[sentence.block].section;
    sentence.place = all_code(units_.words, words) ? Place::code : place_of(article_, sentence.block);
    if (sentence.place != Place::heading && units_.bibliography.blocks[sentence.block]) sentence.place = Place::bibliography;
    const std::string_view said = article_.text(plain);
    const std::size_t last = said.find_last_not_of("\"')] \x80\x99\x9D\xE2");
    const char stop = last == std::string_view::npos ? ' ' : said[last];
    sentence.question = stop == '?' || (stop == '!' && last > 0 && said[last - 1] == '?');
    sentence.fragment = stop != '.' && stop != '!' && stop != '?' && (sentence.place == Place::list || sentence.place == Place::table);
    units_.sentences.push_back(sentence);
  }
};

}  // namespace

Units read_units(const Article& article, Vocabulary& vocabulary) { return UnitReader(article, vocabulary).read(); }

}  // namespace stet
