#include "document/quotations.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t longest_attribution = 120;     // bytes
constexpr std::size_t shortest_pull_quote = 20;      // bytes
constexpr std::size_t longest_pull_quote = 600;      // bytes
constexpr std::uint64_t most_compared = 64'000'000;  // bytes that pull quotes are looked for in

constexpr auto opening_marks = std::to_array<std::string_view>({"\"", "“", "„", "«", "‘"});
constexpr auto closing_marks = std::to_array<std::string_view>({"\"", "”", "“", "»", "’"});
constexpr auto dashes = std::to_array<std::string_view>({"—", "–", "―", "--", "~", "- "});

template <typename Marks>
std::string_view mark_at_start(std::string_view text, const Marks& marks) {
  const auto* mark = std::find_if(marks.begin(), marks.end(), [&](std::string_view one) { return text.starts_with(one); });
  return mark == marks.end() ? std::string_view() : *mark;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

/// `— Jane Doe, Reading`: a dash, and a short phrase that begins as a name does.
bool is_attribution(std::string_view text) {
  text = trimmed(text);
  const std::string_view dash = mark_at_start(text, dashes);
  if (dash.empty() || text.size() > longest_attribution) return false;
  text = trimmed(text.substr(dash.size()));
  while (text.starts_with('-')) text.remove_prefix(1);
  std::size_t at = 0;
  return !text.empty() && is_upper(next_code_point(text, at)) && text.find(". ") == std::string_view::npos;
}

/// `… said it." — Jane Doe`: an attribution behind the end of a sentence.
bool ends_in_attribution(std::string_view text) {
  const std::size_t reach = text.size() - std::min(text.size(), longest_attribution);
  for (const std::string_view dash : dashes) {
    const std::size_t at = text.rfind(dash);
    if (at == std::string_view::npos || at < reach || at == 0) continue;
    const std::string_view before = trimmed(text.substr(0, at));
    const bool closed =
        before.ends_with('.') || before.ends_with('!') || before.ends_with('?') ||
        std::any_of(closing_marks.begin(), closing_marks.end(), [&](std::string_view mark) { return before.ends_with(mark); });
    if (closed && is_attribution(text.substr(at))) return true;
  }
  return false;
}

class QuotationReader {
 public:
  QuotationReader(Article& article, const Source& source) : article_(article), source_(source) {}

  void run() {
    for (std::uint32_t b = 0; b < article_.blocks.size(); ++b) {
      Block& block = article_.blocks[b];
      if (block.kind == BlockKind::quote && block.quotation == Quotation::none) block.quotation = decide(b);
    }
  }

 private:
  Article& article_;
  const Source& source_;
  std::uint64_t compared_ = 0;

  std::string_view text(std::uint32_t run) const { return article_.text(article_.texts[run].plain); }

  /// Runs of the block and its descendants, which follow one another.
  IndexRange runs_of(std::uint32_t block) const {
    IndexRange runs;
    for (std::uint32_t b = block; b < article_.blocks[block].end; ++b) {
      const IndexRange own = article_.blocks[b].texts;
      if (own.empty()) continue;
      if (runs.empty()) runs.begin = own.begin;
      runs.end = own.end;
    }
    return runs;
  }

  Quotation decide(std::uint32_t index) {
    const IndexRange runs = runs_of(index);
    if (runs.empty()) return Quotation::box;
    if (has_attribution(index, runs)) return Quotation::attributed;
    if (is_most_of_the_article(runs)) return Quotation::body;
    if (is_pull_quote(runs)) return Quotation::pull_quote;
    if (is_in_marks(runs)) return Quotation::marked;
    return is_announced(index) ? Quotation::attributed : Quotation::box;
  }

  bool has_attribution(std::uint32_t index, IndexRange runs) const {
    const Block& block = article_.blocks[index];
    const std::string_view written = source_.view(block.source);
    if (written.find("<cite") != std::string_view::npos || written.find("<footer") != std::string_view::npos) return true;
    const std::string_view last = text(runs.end - 1);
    if (ends_in_attribution(last) || (runs.size() > 1 && is_attribution(last)) || is_only_a_link(runs)) return true;
    if (is_last_item_a_name(index)) return true;
    const std::uint32_t next = block.end;
    if (next >= article_.blocks.size() || article_.blocks[next].parent != block.parent) return false;
    const bool paragraph = article_.blocks[next].kind == BlockKind::paragraph && !article_.blocks[next].texts.empty();
    return paragraph && is_attribution(text(article_.blocks[next].texts.begin));
  }

  /// The last paragraph is a link, or a dash and a link: where the words were found.
  bool is_only_a_link(IndexRange runs) const {
    const TextRun& last = article_.texts[runs.end - 1];
    if (runs.size() < 2 || last.inlines.empty()) return false;
    const Inline& link = article_.inlines[last.inlines.begin];
    const bool leads = link.kind == InlineKind::link || link.kind == InlineKind::autolink;
    return leads && link.plain.size() * 10 >= last.plain.size() * 8;
  }

  /// `> - Jane Doe` directly under the words reads as a list of one item.
  bool is_last_item_a_name(std::uint32_t index) const {
    const Block& quote = article_.blocks[index];
    const std::uint32_t leaf = quote.end - 1;
    if (leaf < index + 4 || article_.blocks[leaf].kind != BlockKind::paragraph || article_.blocks[leaf].texts.empty()) return false;
    const std::uint32_t list = leaf - 2;
    const bool one_item =
        article_.blocks[list].kind == BlockKind::list && article_.blocks[list].parent == index && !article_.blocks[list].ordered;
    if (!one_item || article_.blocks[list - 1].kind != BlockKind::paragraph) return false;
    const std::string_view name = text(article_.blocks[leaf].texts.begin);
    const bool tight = article_.blocks[list].source.begin < article_.blocks[list - 1].source.end + 8;
    return tight && is_attribution("- " + std::string(name)) && std::count(name.begin(), name.end(), ' ') < 8;
  }

  bool is_in_marks(IndexRange runs) const {
    const std::string_view first = trimmed(text(runs.begin));
    const std::string_view last = trimmed(text(runs.end - 1));
    if (mark_at_start(first, opening_marks).empty()) return false;
    const std::size_t behind = last.find_last_not_of(".,;!? ");
    const std::string_view end = last.substr(0, behind == std::string_view::npos ? 0 : behind + 1);
    return std::any_of(closing_marks.begin(), closing_marks.end(), [&](std::string_view mark) { return end.ends_with(mark); });
  }

  /// What leads to it ends in a colon.
  bool is_announced(std::uint32_t index) const {
    if (index == 0) return false;
    const Block& before = article_.blocks[index - 1];
    if (before.kind != BlockKind::paragraph || before.parent != article_.blocks[index].parent || before.texts.empty()) return false;
    const bool holds_a_list = index + 1 < article_.blocks.size() && article_.blocks[index + 1].kind == BlockKind::list;
    const std::string_view words = trimmed(text(before.texts.end - 1));
    return !holds_a_list && (words.ends_with(':') || words.ends_with(';'));
  }

  bool is_most_of_the_article(IndexRange runs) const {
    const std::size_t quoted = article_.texts[runs.end - 1].plain.end - article_.texts[runs.begin].plain.begin;
    return runs.size() > 1 && quoted * 3 > article_.plain.size() * 2;
  }

  /// The article says the same outside of the quotation.
  bool is_pull_quote(IndexRange runs) {
    if (runs.size() != 1) return false;
    std::string_view words = trimmed(text(runs.begin));
    const std::string_view mark = mark_at_start(words, opening_marks);
    words.remove_prefix(mark.size());
    for (const std::string_view closing : closing_marks) {
      if (!mark.empty() && words.ends_with(closing)) words.remove_suffix(closing.size());
    }
    if (words.size() < shortest_pull_quote || words.size() > longest_pull_quote) return false;
    if ((compared_ += article_.plain.size()) > most_compared) return false;
    const Span own = article_.texts[runs.begin].plain;
    const std::string_view plain = article_.plain;
    return plain.substr(0, own.begin).find(words) != std::string_view::npos || plain.find(words, own.end) != std::string_view::npos;
  }
};

}  // namespace

void decide_quotations(Article& article, const Source& source) { QuotationReader(article, source).run(); }

}  // namespace stet
