#include <algorithm>
#include <cmath>
#include <span>

#include "claims/claim.h"
#include "claims/facts.h"
#include "claims/fields.h"
#include "claims/heading_owners.h"
#include "claims/owners.h"
#include "claims/title.h"
#include "claims/value_reader.h"
#include "language/clauses.h"
#include "matching/quoting.h"
#include "text/decimal.h"
#include "units/plural.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_label = 6;
constexpr std::uint32_t longest_told_cell = 24;
constexpr std::uint32_t answer = 2;  // sentences behind a question that answer it
/// Claims that one text may have, and one sentence: beyond, they are data.
constexpr std::size_t most_claims = 4'000;
constexpr std::size_t most_claims_of_sentence = 32;

/// Reads the claims of one text: an article, or its front matter.
class ClaimReader {
 public:
  ClaimReader(const CheckInput& input, bool of_front_matter, Owners& owners)
      : input_(input), of_front_matter_(of_front_matter), owners_(owners), values_(input) {}

  std::vector<Claim> read() {
    const Statements& statements = statements_of(input_);
    std::size_t next = 0;
    for (std::uint32_t s = 0; s < input_.units.sentences.size() && claims_.size() < most_claims; ++s) {
      const std::size_t first = next;
      while (next < statements.statements.size() && statements.statements[next].sentence == s) ++next;
      const Place place = input_.units.sentences[s].place;
      if (input_.units.sentences[s].question) asked_ = s;
      if (place == Place::paragraph || place == Place::list || place == Place::footnote) {
        read_running(s, statements, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(next)});
      } else if (place == Place::table) {
        read_cell(s);
      } else if (place == Place::heading) {
        read_line(s, s_words(s), is_title(input_, s_words(s)) ? ClaimPlace::title : ClaimPlace::heading, {});
      } else if (place == Place::front_matter) {
        read_field(s);
      }
    }
    return std::move(claims_);
  }

  /// `stated`: the claims of the text.
  std::vector<Claim> read_unstated(std::span<const Claim> stated) {
    std::size_t next = 0;
    for (std::uint32_t s = 0; s < input_.units.sentences.size() && claims_.size() < most_claims; ++s) {
      const std::size_t first = next;
      while (next < stated.size() && stated[next].sentence == s) ++next;
      const Sentence& said = input_.units.sentences[s];
      if (said.question) asked_ = s;
      const bool running = said.place == Place::paragraph || said.place == Place::list || said.place == Place::footnote;
      if (running && !said.question && !said.words.empty()) add_unstated(s, stated.subspan(first, next - first));
    }
    return std::move(claims_);
  }

 private:
  const CheckInput& input_;
  bool of_front_matter_;
  Owners& owners_;
  ValueReader values_;
  std::vector<Claim> claims_;
  std::vector<Value> scratch_;
  std::uint32_t asked_ = no_index;  // the last question

  /// The question right before a sentence: in its text, or, of the first sentences of a text, in the one before.
  IndexRange asked_before(std::uint32_t sentence) const {
    if (asked_ == no_index || asked_ >= sentence || sentence - asked_ > answer) return {};
    const std::uint32_t text = input_.units.sentences[sentence].text;
    const std::uint32_t asked = input_.units.sentences[asked_].text;
    return text == asked || text == asked + 1 ? s_words(asked_) : IndexRange{};
  }

  IndexRange s_words(std::uint32_t sentence) const { return input_.units.sentences[sentence].words; }

  void add(Claim claim, const Value& value) {
    const bool full =
        claims_.size() >= most_claims_of_sentence && claims_[claims_.size() - most_claims_of_sentence].sentence == claim.sentence;
    if (full) return;
    claim.value = value;
    claim.of_front_matter = of_front_matter_;
    claim.asked = asked_before(claim.sentence);
    const std::uint16_t frames = frames_of(input_, claim.sentence, value.words);
    claim.asserted = claim.asserted && (frames & (not_the_articles_own | frame_negated)) == 0 && !is_formula(claim);
    if ((frames & not_the_articles_own) == 0 && (frames & frame_negated) != 0) turn_bound(claim);
    claims_.push_back(std::move(claim));
  }

  /// "$2,000 - $2,500 = -$500": what is reckoned is no claim of anything.
  bool is_formula(const Claim& claim) const {
    return input_.article.text(input_.units.sentences[claim.sentence].plain).find(" = ") != std::string_view::npos;
  }

  /// "Never more than eight", "not below 5 kg" give the other bound.
  void turn_bound(Claim& claim) const {
    if (std::isinf(claim.value.low) == std::isinf(claim.value.high)) return;
    claim.asserted = true;
    if (is_read_as_denied(claim.value.words.begin)) return;
    std::swap(claim.value.low, claim.value.high);
    claim.value.low = std::isinf(claim.value.low) ? -claim.value.low : claim.value.low;
    claim.value.high = std::isinf(claim.value.high) ? -claim.value.high : claim.value.high;
  }

  /// "No more than 16" is read as a bound from above.
  bool is_read_as_denied(std::uint32_t value) const {
    return value >= 3 && form_of(input_, value - 1).text == "than" && form_of(input_, value - 3).text == "no";
  }

  /// Values of words that are no clause, each a claim; those before the word `last`.
  void read_line(std::uint32_t sentence, IndexRange words, ClaimPlace place, const std::vector<IndexRange>& labels,
                 std::uint32_t last = no_index) {
    const Sentence& said = input_.units.sentences[sentence];
    if (said.question || words.empty()) return;
    scratch_.clear();
    values_.read(said.words, words, false, scratch_);
    for (const Value& value : scratch_) {
      if (value.words.end > last) break;
      if (value.names && value.kind != TypedKind::date) continue;
      Claim claim{.place = place, .sentence = sentence, .words = words, .owner = {.topic = true}, .labels = labels};
      const bool line = place == ClaimPlace::label || place == ClaimPlace::item || place == ClaimPlace::heading;
      // "When: the 2023 election is on 4 May", but "1874: the bridge is opened" in a list of years.
      const bool of_event = place == ClaimPlace::item && value.words.begin == words.begin;
      claim.asserted = !value.names || !line || of_event;
      add(std::move(claim), value);
    }
  }

  /// The word behind "Price:", when the sentence begins with a short label.
  std::uint32_t behind_label(std::uint32_t sentence) const {
    const IndexRange words = s_words(sentence);
    for (std::uint32_t w = words.begin + 1; w < std::min(words.end, words.begin + longest_label + 1); ++w) {
      const std::string_view gap = gap_before(input_, w);
      if (gap == ":") return 0;  // a time, or a scheme
      if (gap.find(':') != std::string_view::npos) return w;
      if (gap.find_first_of(",;.") != std::string_view::npos) return 0;
      if (is_dash(gap) && input_.units.sentences[sentence].place == Place::list) return w;
    }
    return 0;
  }

  /// "A fine lamp: four stars", "The queues did no harm: four stars": a remark, which names nothing that its value is of.
  bool is_remark(IndexRange label) const {
    const Form& first = form_of(input_, label.begin);
    if (is(first, WordClass::article) && !is(first, WordClass::definite_article)) return true;
    if (!is(first, WordClass::definite_article) && !is(first, WordClass::determiner)) return false;
    for (std::uint32_t w = label.begin + 1; w < label.end; ++w) {
      if (looks_like_verb(form_of(input_, w))) return true;
    }
    return false;
  }

  static bool is_dash(std::string_view gap) { return gap == " \xE2\x80\x94 " || gap == " \xE2\x80\x93 " || gap == " - "; }

  /// Is the whole paragraph emphasis? So captions are written.
  bool is_caption(std::uint32_t sentence) const {
    const Sentence& said = input_.units.sentences[sentence];
    return said.place == Place::paragraph && !said.words.empty() && (input_.units.words[said.words.begin].flags & word_emphasis) != 0 &&
           (input_.units.words[said.words.end - 1].flags & word_emphasis) != 0;
  }

  void read_running(std::uint32_t sentence, const Statements& statements, IndexRange of_sentence) {
    const std::uint32_t body = behind_label(sentence);
    const IndexRange words = s_words(sentence);
    if (body > 0) {
      std::vector<IndexRange> labels;
      if (!is_remark({words.begin, body})) labels.push_back({words.begin, body});
      read_line(sentence, {body, words.end}, ClaimPlace::label, labels);
      return read_line(sentence, words, ClaimPlace::item, {}, body);  // "1930: death in Harlow"
    }
    if (of_sentence.empty()) {
      if (input_.units.sentences[sentence].place == Place::list) read_line(sentence, words, ClaimPlace::item, {});
      return;
    }
    const ClaimPlace place = running_place(sentence);
    for (std::uint32_t i = of_sentence.begin; i < of_sentence.end; ++i) read_statement(statements, statements.statements[i], place);
  }

  ClaimPlace running_place(std::uint32_t sentence) const {
    if (input_.units.sentences[sentence].place == Place::list) return ClaimPlace::item;
    return is_caption(sentence) ? ClaimPlace::caption : ClaimPlace::prose;
  }

  void add_unstated(std::uint32_t sentence, std::span<const Claim> stated) {
    const IndexRange words = s_words(sentence);
    const std::uint32_t body = behind_label(sentence);
    scratch_.clear();
    values_.read(words, words, false, scratch_);
    for (const Value& value : scratch_) {
      const bool is_stated =
          std::any_of(stated.begin(), stated.end(), [&](const Claim& one) { return one.value.words.overlaps(value.words); });
      if (is_stated || (value.names && value.kind != TypedKind::date)) continue;
      Claim claim{.place = running_place(sentence), .sentence = sentence, .words = words, .labels = {}, .asserted = false};
      if (body > 0 && value.words.begin >= body) claim.place = ClaimPlace::label, claim.labels.push_back({words.begin, body});
      add(std::move(claim), value);
    }
  }

  void read_statement(const Statements& statements, const Statement& statement, ClaimPlace place) {
    const IndexRange none{statement.words.end, statement.words.end};
    if (statement.values.empty()) {
      owners_.of_statement(statement, none);
      return;
    }
    for (std::uint32_t v = statement.values.begin; v < statement.values.end; ++v) {
      const Value& value = statements.values[v];
      const bool says_when = value.names && value.kind == TypedKind::date;  // "in the 1990 census": no value, but a circumstance
      if (value.names && !says_when && !statement.words.contains(value.words.begin)) continue;
      Claim claim{.place = place,
                  .sentence = statement.sentence,
                  .words = statement.words,
                  .opening = statement.opening,
                  .owner = owners_.of_statement(statement, value.words)};
      if (value.names && !says_when) continue;
      if (is_singular_measure(value)) {
        if (Owner owner = owners_.of_attributive(statement, value.words); owner.head != 0)
          claim.owner = std::move(owner), claim.attributive = true;
      }
      add(std::move(claim), value);
      if (says_when && !claims_.empty()) claims_.back().asserted = false;
    }
  }

  /// "Four-hour", "$40": a value in the form that stands before a noun.
  bool is_singular_measure(const Value& value) const {
    if (value.kind == TypedKind::money) return true;
    if (value.kind != TypedKind::quantity && value.kind != TypedKind::duration) return false;
    return value.words.size() > 1 && !is_plural(form_of(input_, value.words.end - 1)) && value.low != 1;
  }

  /// The cell of a row in a column, or an empty range.
  IndexRange cell_words(std::uint32_t row, std::uint32_t column) const {
    const IndexRange texts = input_.article.blocks[row].texts;
    if (column >= texts.size()) return {};
    const IndexRange sentences = input_.units.sentences_of_text[texts.begin + column];
    if (sentences.empty()) return {};
    IndexRange words = cover(s_words(sentences.begin), s_words(sentences.end - 1));
    words.end = std::min(words.end, words.begin + longest_told_cell);
    return words;
  }

  /// A value in a cell: its labels are the heads of its row and its column.
  void read_cell(std::uint32_t sentence) {
    const Sentence& said = input_.units.sentences[sentence];
    const Block& row = input_.article.blocks[said.block];
    if (row.kind != BlockKind::table_row || said.words.size() > longest_told_cell) return;
    const std::uint32_t column = said.text - row.texts.begin;
    std::vector<IndexRange> labels;
    if (column > 0) {
      if (const IndexRange head = cell_words(said.block, 0); !head.empty()) labels.push_back(head);
    }
    // Where the grammar gives up, a row stands in no table.
    const bool in_table = row.parent != no_index && input_.article.blocks[row.parent].kind == BlockKind::table;
    const std::uint32_t first = in_table ? row.parent + 1 : no_index;
    if (first != no_index && first != said.block && input_.article.blocks[first].level == 1) {
      if (const IndexRange head = cell_words(first, column); !head.empty()) labels.push_back(head);
    }
    const std::size_t before = claims_.size();
    read_line(sentence, said.words, ClaimPlace::cell, labels);
    for (std::size_t i = before; i < claims_.size(); ++i) {
      claims_[i].alone = row.texts.size() == 2 && column == 1;
    }
  }

  /// `entry_limit: 1200`: what reads as a year may be a number; the attribute knows.
  void add_plain_number(std::uint32_t sentence) {
    const IndexRange words = s_words(sentence);
    constexpr std::size_t digits = 4;
    if (words.size() != 1 || (input_.units.words[words.begin].flags & word_number) == 0 ||
        form_of(input_, words.begin).text.size() != digits)
      return;
    const double number = decimal_at_start(form_of(input_, words.begin).text);
    add({.place = ClaimPlace::field, .sentence = sentence, .words = words, .owner = {.topic = true}, .labels = {}},
        Value{TypedKind::number, Role::at, number, number, "", words});
  }

  void read_field(std::uint32_t sentence) {
    const std::string_view key = key_of_field(input_, sentence);
    const std::size_t before = claims_.size();
    read_line(sentence, s_words(sentence), key == "title" ? ClaimPlace::title : ClaimPlace::field, {});
    add_plain_number(sentence);
    for (std::size_t i = before; i < claims_.size(); ++i) claims_[i].key = key;
  }
};

Claims read_claims(const CheckInput& input) {
  Claims result;
  Owners owners(input, statements_of(input));
  if (input.front_matter != nullptr) result.claims = ClaimReader(*input.front_matter, true, owners).read();
  std::vector<Claim> own = ClaimReader(input, false, owners).read();
  std::move(own.begin(), own.end(), std::back_inserter(result.claims));
  result.topic = owners.topic();
  own_by_headings(input, result.claims);
  return result;
}

}  // namespace

const Claims& claims_of(const CheckInput& input) {
  return input.derived->get<Claims>([&] { return read_claims(input); });
}

const std::vector<Claim>& unstated_of(const CheckInput& input) {
  struct Unstated {
    std::vector<Claim> claims;
  };
  return input.derived
      ->get<Unstated>([&] {
        const Claims& claims = claims_of(input);
        const auto own = std::find_if(claims.claims.begin(), claims.claims.end(), [](const Claim& one) { return !one.of_front_matter; });
        Owners owners(input, statements_of(input));
        return Unstated{ClaimReader(input, false, owners).read_unstated({own, claims.claims.end()})};
      })
      .claims;
}

namespace {

/// Of a title, which is read once an article: pairs are many.
struct AboutTwo {
  bool two = false;
};

bool says_versus(const CheckInput& input) {
  const IndexRange title = title_of(input).words;
  for (std::uint32_t w = title.begin; w < title.end; ++w) {
    const std::string_view word = form_of(input, w).text;
    if (word == "vs" || word == "versus") return true;
  }
  return input.article.title.find(" vs ") != std::string::npos || input.article.title.find(" vs. ") != std::string::npos;
}

}  // namespace

bool is_about_two(const CheckInput& input) {
  return input.derived->get<AboutTwo>([&] { return AboutTwo{says_versus(input)}; }).two;
}

Span source_of_value(const CheckInput& input, const Claim& claim) { return source_of(input_of(input, claim), claim.value.words); }

}  // namespace stet
