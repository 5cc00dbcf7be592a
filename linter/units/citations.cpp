#include "units/citations.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>

#include "text/byte_set.h"
#include "text/classed_text.h"
#include "text/expression_text.h"
#include "text/find_part.h"
#include "text/unicode.h"
#include "units/citation_expressions.h"
#include "units/reference_entry.h"

namespace stet {
namespace {

/// How a paragraph of sources opens, folded.
constexpr auto source_openings =
    std::to_array<std::string_view>({"source:", "sources:", "source -", "reference:", "references:", "via:", "citation:", "ref:", "refs:"});

constexpr ByteSet digits("0123456789");

/// Every capital letter is such a byte.
bool may_be_capital(char byte) { return (byte >= 'A' && byte <= 'Z') || (byte & 0x80) != 0; }

/// Calls `test` with the place of each number of four digits that begins as a year does, until it says yes.
template <typename Test>
bool any_year(std::string_view run, const Test& test) {
  const auto is_digit = [&](std::size_t at) { return at < run.size() && run[at] >= '0' && run[at] <= '9'; };
  static constexpr ByteSet centuries("12");
  for (std::size_t at = centuries.find(run); at != std::string_view::npos; at = centuries.find(run, at + 1)) {
    const std::string_view century = run.substr(at, 2);
    if ((century == "18" || century == "19" || century == "20") && is_digit(at + 2) && is_digit(at + 3) && test(at)) return true;
  }
  return false;
}

/// What every match of journal() and year_journal() holds one of; names_a_journal() knows how they begin.
constexpr auto journal_words = std::to_array<std::string_view>(
    {"Journal of", "journal of", "Published in", "published in", "Lancet", "JAMA", "BMJ", "PLOS", "Nature", "Science", "Proceedings",
     "Annals", "Archives", "Journal", "Letters", "Bulletin", "Transactions", "Quarterly", "Cochrane"});

bool names_a_journal(std::string_view text) {
  static constexpr ByteSet beginnings("JjPpLBNSACTQ");
  for (std::size_t at = beginnings.find(text); at != std::string_view::npos; at = beginnings.find(text, at + 1)) {
    const std::string_view rest = text.substr(at);
    if (std::any_of(journal_words.begin(), journal_words.end(), [&](std::string_view word) { return rest.starts_with(word); })) return true;
  }
  return false;
}

/// Do a journal's words and a year stand with no stop between? Every match of journal() and year_journal() is such a stretch.
bool may_cite_a_journal(std::string_view run) {
  for (std::size_t begin = 0; begin < run.size();) {
    static constexpr ByteSet stops(".!?");
    const std::size_t end = std::min(stops.find(run, begin), run.size());
    const std::string_view stretch = run.substr(begin, end - begin);
    if (any_year(stretch, [](std::size_t) { return true; }) && names_a_journal(stretch)) return true;
    begin = end + 1;
  }
  return false;
}

/// Does a year stand behind a space, in parentheses that open with a name or with "see", "e.g." or "cf."? Every match of author_year()
/// holds such a year.
bool may_cite_an_author(std::string_view run) {
  std::size_t open = std::string_view::npos;  // the parenthesis that is open at `at`
  std::size_t at = 0;
  return any_year(run, [&](std::size_t year) {
    for (; at < year; ++at) {
      if (run[at] == '(' || run[at] == ')') open = run[at] == '(' ? at : std::string_view::npos;
    }
    if (open == std::string_view::npos || run[year - 1] != ' ') return false;
    const std::string_view held = run.substr(open + 1);
    return may_be_capital(held.front()) || held.starts_with("see ") || held.starts_with("e.g.") || held.starts_with("cf. ");
  });
}

/// Does a year stand alone in parentheses, behind a name or "et al."? Every match of author_narrative() ends with such a year.
bool may_name_an_author(std::string_view run) {
  return any_year(run, [&](std::size_t year) {
    if (year < 2 || run.substr(year - 2, 2) != " (") return false;
    const std::string_view before = run.substr(0, year - 2);
    const std::string_view word = before.substr(before.find_last_of(' ') + 1);  // all of it when there is no space
    return word.starts_with("al") || std::any_of(word.begin(), word.end(), may_be_capital);
  });
}

/// Does a digit stand directly behind a full stop, and that behind a letter? Every match of glued() holds such a place.
bool may_be_glued(std::string_view run) {
  for (std::size_t at = digits.find(run); at != std::string_view::npos; at = digits.find(run, at + 1)) {
    std::string_view before = run.substr(0, at);
    for (const std::string_view quote : {"\"", "”"}) {
      if (before.ends_with(quote)) before.remove_suffix(quote.size());
    }
    if (before.size() < 2 || (before.back() != '.' && before.back() != '!' && before.back() != '?')) continue;
    const auto letter = static_cast<unsigned char>(before[before.size() - 2]);
    if (letter >= 0x80 || (letter >= 'a' && letter <= 'z')) return true;
  }
  return false;
}

bool starts_upper(std::string_view text) {
  std::size_t at = 0;
  return is_upper(next_code_point(text, at));
}

class CitationFinder {
 public:
  CitationFinder(const Article& article, Units& units) : article_(article), units_(units) {}

  void run() {
    find_entries();
    for (std::uint32_t text = 0; text < article_.texts.size(); ++text) {
      if (units_.sentences_of_text[text].empty()) continue;
      inlines(text);
      patterns(text);
    }
    if (glued_.size() >= least_marks || !entries_.empty()) {
      for (const auto& [text, at] : glued_) add(CitationKind::numbered, text, {at, at});
    }
    if (count_on(closing_)) {
      for (const Mark& mark : closing_) add(CitationKind::numbered, mark.text, mark.plain);
    }
    sources_below();
    std::stable_sort(units_.citations.begin(), units_.citations.end(),
                     [](const Citation& a, const Citation& b) { return a.sentence < b.sentence; });
  }

 private:
  const Article& article_;
  Units& units_;
  std::set<int> entries_;                                       // numbers of the reference list
  std::vector<std::pair<std::uint32_t, std::uint32_t>> glued_;  // runs, and offsets of numbers that stand directly behind a full stop

  /// A number in parentheses at the end of what is said.
  struct Mark {
    std::uint32_t text = 0;
    Span plain;
    int number = 0;
  };
  std::vector<Mark> closing_;  // where no list of sources has them

  /// So many in one article are no accident.
  static constexpr std::size_t least_marks = 3;

  /// "… so (1). … thus (2, 3). … (4)": marks of sources are numbered as they come, the first two from 1; ages, scores and items of a list
  /// are not.
  static bool count_on(const std::vector<Mark>& marks) {
    const auto comes_before = [](const Mark& a, const Mark& b) { return a.number < b.number; };
    if (marks.size() == 2) return marks.front().number == 1 && marks.back().number == 2;
    return marks.size() >= least_marks && std::is_sorted(marks.begin(), marks.end(), comes_before) &&
           marks.back().number > marks.front().number + 1;
  }

  /// Items of lists of sources, and paragraphs there that start with a number.
  void find_entries() {
    int next = 1;
    for (std::uint32_t b = 0; b < article_.blocks.size(); ++b) {
      const Block& block = article_.blocks[b];
      if (!units_.bibliography.blocks[b]) continue;
      if (block.kind == BlockKind::list) next = 1;
      if (block.kind == BlockKind::list_item) entries_.insert(next++);
      if (block.kind != BlockKind::paragraph || block.texts.empty()) continue;
      std::string_view line = article_.text(article_.texts[block.texts.begin].plain);
      if (line.starts_with('[')) line.remove_prefix(1);
      const int number = std::atoi(std::string(line.substr(0, 4)).c_str());
      if (number > 0) entries_.insert(number);
    }
  }

  /// A paragraph of nothing but its sources ("*Source: [Lund 2014](…)*", a link alone that leads to a paper) speaks for the paragraph
  /// above it.
  void sources_below() {
    const std::size_t found = units_.citations.size();
    for (std::size_t i = 0; i < found; ++i) {
      const Citation citation = units_.citations[i];
      if (citation.sentence == 0 || citation.text == 0 || !(opens_as_source(citation) || is_link_to_paper(citation))) continue;
      const IndexRange above = units_.sentences_of_text[citation.text - 1];
      for (std::uint32_t sentence = above.begin; sentence < above.end; ++sentence) {
        if (units_.sentences[sentence].section != units_.sentences[citation.sentence].section) continue;
        Citation copy = citation;
        copy.sentence = sentence;
        units_.citations.push_back(copy);
      }
    }
  }

  bool opens_as_source(const Citation& citation) const {
    constexpr std::size_t longest = 240;
    const Span plain = article_.texts[citation.text].plain;
    const std::string opening = fold(article_.text(plain).substr(0, longest));
    return plain.size() <= longest &&
           std::any_of(source_openings.begin(), source_openings.end(), [&](std::string_view word) { return opening.starts_with(word); });
  }

  bool is_link_to_paper(const Citation& citation) const {
    if (citation.link == no_index || citation.plain != article_.texts[citation.text].plain) return false;
    const std::string_view target = article_.links[citation.link].target;
    return target.find("pubmed") != std::string_view::npos || RE2::PartialMatch(expression_text(target), expressions::doi());
  }

  /// The sentence of a run in which a citation stands. A mark without text of its own at a sentence's very start was written behind the one
  /// before.
  std::uint32_t sentence_of(std::uint32_t text, Span plain) const {
    const IndexRange range = units_.sentences_of_text[text];
    const auto first = units_.sentences.begin() + range.begin;
    const std::uint32_t last_start = plain.empty() && plain.begin > 0 ? plain.begin - 1 : plain.begin;
    const auto after = std::upper_bound(first, units_.sentences.begin() + range.end, last_start,
                                        [](std::uint32_t at, const Sentence& sentence) { return at < sentence.plain.begin; });
    return after == first ? range.begin : static_cast<std::uint32_t>(after - units_.sentences.begin()) - 1;
  }

  void add(CitationKind kind, std::uint32_t text, Span plain, std::uint32_t link = no_index) {
    units_.citations.push_back({kind, text, sentence_of(text, plain), plain, link});
  }

  void inlines(std::uint32_t text) {
    const IndexRange range = article_.texts[text].inlines;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Inline& span = article_.inlines[i];
      switch (span.kind) {
        case InlineKind::link:
        case InlineKind::autolink:
          if (leads_out(article_.links[span.link].target) || article_.links[span.link].target.starts_with("www."))
            add(CitationKind::link, text, span.plain, span.link);
          else if (article_.links[span.link].target.starts_with('#') && is_mark(article_.text(span.plain)))
            add(CitationKind::numbered, text, span.plain);
          break;
        case InlineKind::footnote_reference:
          if (article_.footnotes[span.link].block != no_index) add(CitationKind::footnote, text, span.plain);
          break;
        case InlineKind::emphasis:
          title(text, span.plain);
          break;
        case InlineKind::bracketed:
          bracketed(text, span.plain);
          break;
        case InlineKind::code:
          role(text, span.plain);
          break;
        default:
          break;
      }
    }
  }

  /// "[3]", "^3^", "3, 4": nothing but numbers, as the text of a link to an entry below.
  static bool is_mark(std::string_view text) {
    constexpr std::size_t longest = 12;
    static constexpr ByteSet beside("[]()^, -");
    return !text.empty() && text.size() <= longest && digits.find(text) != std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char byte) { return digits.contains(byte) || beside.contains(byte); });
  }

  /// "a 2014 study in *Walking Letters*": an emphasized title behind "in", and a year in the sentence.
  void title(std::uint32_t text, Span plain) {
    const std::string_view before = article_.text({article_.texts[text].plain.begin, plain.begin});
    if (plain.size() < 3 || plain.size() > 120 || !(before.ends_with("in ") || before.ends_with("in the "))) return;
    const Sentence& sentence = units_.sentences[sentence_of(text, plain)];
    const std::string_view said = article_.text(sentence.plain);
    if (starts_upper(article_.text(plain)) && RE2::PartialMatch(expression_text(said), expressions::year()))
      add(CitationKind::journal_year, text, plain);
  }

  /// MyST's "{cite:p}`lund2014`".
  void role(std::uint32_t text, Span plain) {
    const std::string_view before = article_.text({article_.texts[text].plain.begin, plain.begin});
    const std::size_t open = before.ends_with('}') ? before.rfind('{') : std::string_view::npos;
    if (open != std::string_view::npos && before.substr(open).starts_with("{cite")) add(CitationKind::key, text, plain);
  }

  void bracketed(std::uint32_t text, Span plain) {
    const std::string_view run = article_.text(plain);
    if (plain.begin > article_.texts[text].plain.begin && article_.text({plain.begin - 1, plain.begin}) == "^") {
      return add(CitationKind::footnote, text, plain);  // Pandoc's inline note: "so it is^[Lund says so.]"
    }
    if (run.size() > 200) return;
    const bool digit = run.size() > 1 && run[1] >= '0' && run[1] <= '9';
    const re2::StringPiece whole = expression_text(run);
    std::string numbers;
    if (digit && RE2::FullMatch(whole, expressions::numbered(), &numbers)) {
      add(CitationKind::numbered, text, plain);
    } else if (run.find('@') != std::string_view::npos && ClassedText(run).is_match(expressions::key())) {
      add(CitationKind::key, text, plain);
    } else if (const std::string in_round = "(" + std::string(run.substr(1, run.size() - 2)) + ")";
               run.size() > 2 && may_cite_an_author(in_round) && ClassedText(in_round).is_match(expressions::author_year())) {
      add(CitationKind::author_year, text, plain);
    }
  }

  /// A run of prose as it is written, and as classes of letters from when an expression first asks for them.
  struct Run {
    std::uint32_t text = 0;
    std::uint32_t begin = 0;
    std::string_view written;
    std::optional<ClassedText> classes;

    bool holds(std::string_view part) const { return holds_part(written, part); }
    const ClassedText& classed() {
      if (!classes) classes.emplace(written);
      return *classes;
    }
  };

  /// "(3)" and "(1, 4–6)" where the list of sources has such entries; of others, those that close what is said are kept.
  void parenthesized(const Run& run) {
    each(run.written, expressions::parenthesized(), [&](Span found) {
      const int number = std::atoi(std::string(run.written.substr(found.begin + 1, 4)).c_str());
      const Span plain{run.begin + found.begin, run.begin + found.end};
      if (entries_.contains(number)) {
        add(CitationKind::numbered, run.text, plain);
      } else if (closes(run.written, found)) {
        closing_.push_back({run.text, plain, number});
      }
    });
  }

  /// Does it stand behind a word, and before a stop or the end?
  static bool closes(std::string_view run, Span found) {
    static constexpr ByteSet stops(".,;!?");
    const std::size_t before = run.substr(0, found.begin).find_last_not_of(' ');
    const bool behind_word = before != std::string_view::npos && ((run[before] >= 'a' && run[before] <= 'z') || (run[before] & 0x80) != 0);
    return behind_word && (found.end == run.size() || stops.contains(run[found.end]));
  }

  /// "so it is.¹"; not "5 m²".
  void superscripts(Run& run) {
    if (!run.holds("\xC2\xB9") && !run.holds("\xC2\xB2") && !run.holds("\xC2\xB3") && !run.holds("\xE2\x81")) return;
    run.classed().each_match(expressions::superscript(), [&](Span found) {
      // Directly behind its word, so that one behind a full stop is not the next sentence's.
      const std::uint32_t at = run.begin + found.begin + 1;
      add(CitationKind::numbered, run.text, {at, at});
    });
  }

  /// A superscript that lost its markup: "so it is.4 And".
  void glued(Run& run) {
    run.classed().each_match(expressions::glued(), [&](Span found) {
      const auto stop = static_cast<std::uint32_t>(run.written.find_first_of(".!?", found.begin));
      glued_.emplace_back(run.text, run.begin + stop + 1);
    });
  }

  void patterns(std::uint32_t text) {
    const Span plain = article_.texts[text].plain;
    Run run{text, plain.begin, article_.text(plain), {}};
    superscripts(run);
    if (run.holds("@")) each_classed(run, expressions::key_in_prose(), CitationKind::key);
    if (run.holds("cite") && run.holds("\\")) each(run, expressions::latex(), CitationKind::key);
    if (digits.find(run.written) == std::string_view::npos) return;
    if (may_be_glued(run.written)) glued(run);
    if (run.holds("(")) parenthesized(run);
    if (run.holds("10.")) each(run, expressions::doi(), CitationKind::doi);
    if (run.holds("PM") || run.holds("pm")) each(run, expressions::pmid(), CitationKind::pmid);
    if (!run.holds("19") && !run.holds("20") && !run.holds("18")) return;
    if (may_cite_an_author(run.written)) each_classed(run, expressions::author_year(), CitationKind::author_year);
    if (may_name_an_author(run.written)) each_classed(run, expressions::author_narrative(), CitationKind::author_year);
    if (!may_cite_a_journal(run.written)) return;
    each_classed(run, expressions::journal(), CitationKind::journal_year);
    each_classed(run, expressions::year_journal(), CitationKind::journal_year);
  }

  void each(const Run& run, const RE2& expression, CitationKind kind) {
    each(run.written, expression, [&](Span found) { add(kind, run.text, {run.begin + found.begin, run.begin + found.end}); });
  }

  /// Of an expression over classes of letters.
  void each_classed(Run& run, const RE2& expression, CitationKind kind) {
    run.classed().each_match(expression, [&](Span found) { add(kind, run.text, {run.begin + found.begin, run.begin + found.end}); });
  }

  /// Calls `use` with each match's place in the run.
  template <typename Use>
  static void each(std::string_view run, const RE2& expression, const Use& use) {
    re2::StringPiece rest = expression_text(run);
    re2::StringPiece found;
    while (expression.Match(rest, 0, rest.size(), RE2::UNANCHORED, &found, 1) && !found.empty()) {
      const auto offset = static_cast<std::uint32_t>(found.data() - run.data());
      use(Span{offset, offset + static_cast<std::uint32_t>(found.size())});
      rest.remove_prefix(static_cast<std::size_t>(found.data() - rest.data()) + found.size());
    }
  }
};

}  // namespace

void find_citations(const Article& article, Units& units) { CitationFinder(article, units).run(); }

}  // namespace stet
