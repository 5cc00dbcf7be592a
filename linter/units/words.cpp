#include "units/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "text/decimal.h"
#include "text/letters.h"
#include "text/unicode.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// Longer runs of letters are cut: no word is, and a hostile line may be one.
constexpr std::size_t longest_word = 100;

struct Contraction {
  std::string_view ending;
  std::string_view form;
};
constexpr std::array<Contraction, 6> contractions = {
    {{"n't", "not"}, {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'m", "am"}, {"'d", "would"}}};

bool is_symbol(char32_t c) {
  return c == '%' || c == '$' || c == '+' || c == '=' || c == '&' || c == 0x20AC || c == 0xA3 || c == 0xA5 || c == 0xB0 || c == 0xB1 ||
         c == 0x2030;
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_hyphen(char32_t c) { return c == '-' || c == '/' || c == 0x2010 || c == 0x2011 || c == 0x2013; }

/// fold(), in memory that is kept from word to word.
void fold_into(std::string_view text, std::string& folded) {
  if (std::any_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; })) {
    folded = fold(text);
    return;
  }
  folded.resize(text.size());
  std::transform(text.begin(), text.end(), folded.begin(), to_lower);
}

/// The value of a vulgar fraction's code point, "½"; 0 for others. Unicode, blocks Latin-1 Supplement and Number Forms.
double fraction_of(char32_t c) {
  struct Fraction {
    char32_t sign;
    double value;
  };
  static constexpr auto all = std::to_array<Fraction>({{0xBC, 1.0 / 4},
                                                       {0xBD, 1.0 / 2},
                                                       {0xBE, 3.0 / 4},
                                                       {0x2153, 1.0 / 3},
                                                       {0x2154, 2.0 / 3},
                                                       {0x2155, 1.0 / 5},
                                                       {0x2156, 2.0 / 5},
                                                       {0x2157, 3.0 / 5},
                                                       {0x2158, 4.0 / 5},
                                                       {0x2159, 1.0 / 6},
                                                       {0x215A, 5.0 / 6},
                                                       {0x215B, 1.0 / 8},
                                                       {0x215C, 3.0 / 8},
                                                       {0x215D, 5.0 / 8},
                                                       {0x215E, 7.0 / 8}});
  if (c < all.front().sign || c > all.back().sign) return 0;
  const auto* const found = std::find_if(all.begin(), all.end(), [&](const Fraction& one) { return one.sign == c; });
  return found == all.end() ? 0 : found->value;
}

constexpr bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

class Tokenizer {
 public:
  Tokenizer(const Article& article, const TextRun& run, Vocabulary& vocabulary, std::vector<Word>& words)
      : text_(article.text(run.plain)), base_(run.plain.begin), vocabulary_(vocabulary), words_(words), first_(words.size()) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      if (text_[at_] == ' ') {
        ++at_;
        continue;
      }
      const char32_t c = next_code_point(text_, at_);
      if (is_letter(c)) {
        letters(start, c);
      } else if (is_digit(c)) {
        number(start);
      } else if (const double fraction = fraction_of(c); fraction > 0) {
        add(start, at_, fmt::format("{:.6g}", fraction), word_number);
      } else if (is_symbol(c)) {
        add(start, at_, text_.substr(start, at_ - start), word_symbol);
      } else {
        punctuation(c);
      }
    }
  }

 private:
  std::string_view text_;
  std::uint32_t base_;
  Vocabulary& vocabulary_;
  std::vector<Word>& words_;
  std::size_t first_;
  std::size_t at_ = 0;
  std::size_t last_end_ = static_cast<std::size_t>(-1);  // where the word before ended, hyphen included
  std::size_t quote_ = 0;                                // first word inside the open quotation, plus one
  std::size_t bracket_ = 0;
  std::size_t depth_ = 0;
  std::string folded_;

  char32_t peek(std::size_t offset) const {
    if (offset >= text_.size()) return 0;
    return next_code_point(text_, offset);
  }

  void add(std::size_t begin, std::size_t end, std::string_view form, unsigned flags) {
    if (begin == last_end_) flags |= word_joined;
    words_.push_back({{base_ + static_cast<std::uint32_t>(begin), base_ + static_cast<std::uint32_t>(end)},
                      vocabulary_.add(form),
                      static_cast<std::uint16_t>(flags)});
    last_end_ = end;
  }

  void punctuation(char32_t c) {
    if (is_hyphen(c) && last_end_ == at_ - (c < 0x80 ? 1U : 3U)) last_end_ = at_;
    if (c == 0x201C || c == 0xAB) quote_ = words_.size() + 1;
    if (c == '"') quote_ == 0 ? void(quote_ = words_.size() + 1) : close_quote();
    if (c == 0x201D || c == 0xBB) close_quote();
    if (c == '(' || c == '[') {
      if (depth_++ == 0) bracket_ = words_.size();
    } else if ((c == ')' || c == ']') && depth_ > 0 && --depth_ == 0) {
      flag(bracket_, word_bracketed);
    }
  }

  void close_quote() {
    if (quote_ > 0) flag(quote_ - 1, word_quoted);
    quote_ = 0;
  }
  void flag(std::size_t first, WordFlag bit) {
    for (std::size_t i = first; i < words_.size(); ++i) words_[i].flags = static_cast<std::uint16_t>(words_[i].flags | bit);
  }

  void number(std::size_t start) {
    for (;;) {
      const std::size_t before = at_;
      if (at_ >= text_.size()) break;
      const char32_t c = next_code_point(text_, at_);
      const bool separator = (c == '.' || c == ',') && is_digit(peek(at_));
      if ((is_digit(c) || separator) && at_ - start < longest_word) continue;
      at_ = before;
      break;
    }
    folded_ = text_.substr(start, at_ - start);
    std::erase(folded_, ',');
    if (const double fraction = fraction_of(peek(at_)); fraction > 0) {  // "1½"
      next_code_point(text_, at_);
      folded_ = fmt::format("{:.10g}", decimal_at_start(folded_) + fraction);
    }
    add(start, at_, folded_, word_number);
  }

  void letters(std::size_t start, char32_t first) {
    unsigned flags = is_upper(first) ? static_cast<unsigned>(word_capitalized) : 0U;
    bool all_upper = is_upper(first);
    std::size_t count = 1;
    bool dotted = false;
    while (at_ < text_.size() && at_ - start < longest_word) {
      const std::size_t before = at_;
      if (is_small_letter(text_[at_])) {
        ++at_;
        ++count;
        all_upper = false;
        continue;
      }
      const char32_t c = next_code_point(text_, at_);
      if (is_letter(c)) {
        all_upper = all_upper && is_upper(c);
        ++count;
      } else if (c == '.' && (count == 1 || dotted) && is_letter(peek(at_)) && !is_letter(peek(at_ + 1))) {
        dotted = true;  // U.S., e.g.
      } else if (!(is_digit(c) || continues_word(c) || c == '_' || (is_apostrophe(c) && is_letter(peek(at_))))) {
        at_ = before;
        break;
      }
    }
    if (dotted && peek(at_) == '.') ++at_;
    if (all_upper && count > 1) flags |= word_all_caps;
    fold_into(text_.substr(start, at_ - start), folded_);
    part(start, flags);
  }

  /// Adds the folded word, as two words when it is a contraction.
  void part(std::size_t start, unsigned flags) {
    const std::string_view word = folded_;
    const std::size_t apostrophe = word.find('\'');
    if (word == "cannot") return pair(start, start + 3, "can", "not", flags);
    if (apostrophe == std::string_view::npos) return add(start, at_, word, flags);
    if (word == "can't") return pair(start, start + 2, "can", "not", flags);
    if (word == "won't") return pair(start, start + 2, "will", "not", flags);
    if (word == "let's") return pair(start, start + 3, "let", "us", flags);
    for (const Contraction& contraction : contractions) {
      if (!word.ends_with(contraction.ending) || word.size() <= contraction.ending.size()) continue;
      const std::string_view rest = word.substr(0, word.size() - contraction.ending.size());
      return pair(start, start + rest.size(), rest, contraction.form, flags);
    }
    if (!word.ends_with("'s")) return add(start, at_, word, flags);
    const std::string_view rest = word.substr(0, word.size() - 2);
    if (vocabulary_.grammar().has(WordClass::before_contracted_is, rest)) return pair(start, start + rest.size(), rest, "is", flags);
    add(start, at_, rest, flags);
  }

  void pair(std::size_t start, std::size_t middle, std::string_view first, std::string_view second, unsigned flags) {
    const std::size_t end = at_;
    middle = std::min(middle, end);
    const std::string kept(first);
    add(start, middle, kept, flags);
    add(middle, end, second, 0);
  }
};

}  // namespace

void append_words(const Article& article, const TextRun& run, Vocabulary& vocabulary, std::vector<Word>& words) {
  Tokenizer(article, run, vocabulary, words).run();
}

void flag_inlines(const Article& article, const TextRun& run, std::vector<Word>& words, std::uint32_t first) {
  std::map<unsigned, std::uint32_t> flagged_until;  // by bit: spans stand in order, and what one holds of another's is flagged once
  for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) {
    const Inline& span = article.inlines[i];
    unsigned bit = 0;
    if (span.kind == InlineKind::code || span.kind == InlineKind::autolink) bit = word_code;
    if (span.kind == InlineKind::link) bit = word_link;
    if (span.kind == InlineKind::emphasis || span.kind == InlineKind::strong) bit = word_emphasis;
    if (bit == 0) continue;
    std::uint32_t& until = flagged_until[bit];
    auto word = std::lower_bound(words.begin() + first, words.end(), std::max(span.plain.begin, until),
                                 [](const Word& w, std::uint32_t at) { return w.plain.begin < at; });
    until = std::max(until, span.plain.end);
    for (; word != words.end() && word->plain.begin < span.plain.end; ++word) word->flags = static_cast<std::uint16_t>(word->flags | bit);
  }
}

}  // namespace stet
