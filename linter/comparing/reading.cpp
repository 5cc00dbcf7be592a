#include "comparing/reading.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "text/unicode.h"

namespace stet {
namespace {

// What a mark of a reference weighs, and how many there must be. Set on eight documentation sites and on the articles of nine repositories
// (2026-11-29): of pages of documentation more than eight in ten have as many, of handbooks four in ten, of essays and posts one in ten or
// fewer. Examples weigh little: a tutorial has many, and is read through.
constexpr std::size_t weight_of_pointer = 2;  ///< a link to a page beside this one, a definition
constexpr std::size_t longest_code_name = 3;  ///< words of a code span that names something; more are prose set apart
constexpr std::size_t least_marks = 4;        ///< in the whole article
constexpr double least_marks_per_word = 0.008;
constexpr double most_marks_of_prose = 0.002;  ///< a word; half of the gold articles have none, one in ten pages of documentation

/// "../install.md", "options.md#all": to a page beside this one, not to a place on the site or in the world, nor what a template fills in.
bool leads_beside(std::string_view target) {
  if (target.empty() || target.front() == '#' || target.front() == '/') return false;
  return target.find_first_of(":{") == std::string_view::npos;
}

bool is_name(std::string_view code) { return static_cast<std::size_t>(std::count(code.begin(), code.end(), ' ')) < longest_code_name; }

std::size_t marks_of_inlines(const Article& article) {
  std::size_t marks = 0;
  for (const Inline& span : article.inlines) {
    if (span.kind == InlineKind::code && is_name(article.text(span.plain))) ++marks;
    if (span.kind == InlineKind::link && span.link != no_index && leads_beside(article.links[span.link].target)) marks += weight_of_pointer;
  }
  return marks;
}

/// "[[Ribbon]]", "![[icon.svg]]"
std::size_t marks_of_wiki_links(const Article& article) {
  std::size_t marks = 0;
  for (std::size_t at = article.plain.find("[["); at != std::string::npos; at = article.plain.find("[[", at + 2))
    marks += weight_of_pointer;
  return marks;
}

std::size_t marks_of_blocks(const CheckInput& input) {
  std::size_t marks = 0;
  for (const Block& block : input.article.blocks) {
    if (block.kind == BlockKind::code) ++marks;
    if (block.kind == BlockKind::paragraph && input.source.view(block.source).starts_with(": ")) marks += weight_of_pointer;
  }
  return marks;
}

/// "date: 2024-03-01", "pubDate: …", "published: …": a field that says when the article came out, with a year.
bool is_date_line(std::string_view line) {
  const std::size_t end = line.find_first_of(":=");
  if (end == std::string_view::npos) return false;
  std::string key = fold(line.substr(0, end));
  key.erase(key.find_last_not_of(' ') + 1);
  if (key != "date" && !key.starts_with("pubdate") && !key.starts_with("publish")) return false;
  const std::string_view value = line.substr(end);
  return std::count_if(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 4;
}

/// An article that came out on a day is read on that day, and through; a reference is kept up to date.
bool is_dated(const CheckInput& input) {
  if (!input.article.front_matter) return false;
  std::string_view fields = input.source.view(*input.article.front_matter);
  while (!fields.empty()) {
    const std::size_t end = std::min(fields.find('\n'), fields.size());
    if (is_date_line(fields.substr(0, end))) return true;
    fields.remove_prefix(std::min(end + 1, fields.size()));
  }
  return false;
}

struct HowItIsRead {
  Reading reading = Reading::through;
  bool plain_prose = false;
};

const HowItIsRead& how_it_is_read(const CheckInput& input) {
  return input.derived->get<HowItIsRead>([&] {
    const std::size_t marks = marks_of_inlines(input.article) + marks_of_wiki_links(input.article) + marks_of_blocks(input);
    const double share = static_cast<double>(marks) / static_cast<double>(std::max<std::size_t>(input.units.words.size(), 1));
    const bool looked_up = marks >= least_marks && share >= least_marks_per_word && !is_dated(input);
    return HowItIsRead{looked_up ? Reading::looked_up : Reading::through, share <= most_marks_of_prose};
  });
}

}  // namespace

Reading reading_of(const CheckInput& input) { return how_it_is_read(input).reading; }

bool is_plain_prose(const CheckInput& input) { return how_it_is_read(input).plain_prose; }

}  // namespace stet
