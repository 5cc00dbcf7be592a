#include "checks/wording/fixes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "checks/wording/message.h"

namespace stet {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_blank(c); });
}

/// Equal but for how white space is written.
bool reads_alike(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_blank(a[i]) != is_blank(b[j]) || (!is_blank(a[i]) && a[i] != b[j])) return false;
    const bool gap = is_blank(a[i]);
    ++i, ++j;
    while (gap && i < a.size() && is_blank(a[i])) ++i;
    while (gap && j < b.size() && is_blank(b[j])) ++j;
  }
  return i == a.size() && j == b.size();
}

Fixes one(std::string description, Span source, std::string replacement = {}) {
  Fix fix{.description = std::move(description), .edits = {}};
  fix.edits.push_back({source, std::move(replacement)});
  return {std::move(fix)};
}

/// Does any inline of the text reach over a border of the span?
bool tears_markup(const CheckInput& input, const TextRun& run, Span plain) {
  for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) {
    const Inline& span = input.article.inlines[i];
    if (span.plain.overlaps(plain) && !plain.contains(span.plain)) return true;
  }
  return false;
}

/// A word that opens no other markup when it comes to stand at a line's start.
bool starts_plainly(std::string_view text) {
  if (text.empty()) return false;
  const auto c = static_cast<unsigned char>(text.front());
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/// Is the block a paragraph that stands by itself: in no list, no quote, no note?
bool stands_alone(const Article& article, std::uint32_t block) {
  return article.blocks[block].kind == BlockKind::paragraph && article.blocks[block].parent == no_index;
}

/// Does a comment speak of one of these blocks, or stand among them?
bool has_comments(const Article& article, IndexRange blocks, Span source) {
  return std::any_of(article.comments.begin(), article.comments.end(), [&](const Comment& comment) {
    return source.overlaps(comment.source) || (comment.block != no_index && comment.block >= blocks.begin && comment.block < blocks.end);
  });
}

/// Would the blocks around, once they touch, be read as one?
bool would_join(const Article& article, IndexRange blocks) {
  if (blocks.begin == 0 || blocks.end >= article.blocks.size()) return false;
  std::uint32_t before = blocks.begin - 1;
  while (article.blocks[before].parent != no_index) before = article.blocks[before].parent;
  const BlockKind kind = article.blocks[before].kind;
  const BlockKind next = article.blocks[blocks.end].kind;
  const bool takes_in = kind == BlockKind::list || kind == BlockKind::footnote_definition || kind == BlockKind::table;
  return (takes_in && (next == BlockKind::list || next == BlockKind::code || next == BlockKind::table)) ||
         (kind == BlockKind::code && next == BlockKind::code);
}

/// Would a heading be left with nothing under it?
bool leaves_heading_bare(const Article& article, IndexRange blocks) {
  if (blocks.begin == 0 || article.blocks[blocks.begin - 1].kind != BlockKind::heading) return false;
  if (blocks.end >= article.blocks.size()) return true;
  const Block& next = article.blocks[blocks.end];
  return next.kind == BlockKind::heading && next.level <= article.blocks[blocks.begin - 1].level;
}

/// Whole lines from the first block to where the next one begins; at the end of the article, with the blank lines before.
Span lines_of(const CheckInput& input, IndexRange blocks) {
  const Article& article = input.article;
  const std::string_view bytes = input.source.bytes;
  const auto line_start = [&](std::uint32_t offset) { return input.source.lines.line(input.source.lines.line_at(offset)).begin; };
  Span lines{line_start(article.blocks[blocks.begin].source.begin), input.source.size()};
  if (blocks.end < article.blocks.size()) {
    lines.end = line_start(article.blocks[blocks.end].source.begin);
    return lines;
  }
  // What ends the line before stays.
  while (lines.begin > 0 && is_blank(bytes[lines.begin - 1])) --lines.begin;
  const std::string_view end = line_end_of(input.source);
  lines.begin += bytes.substr(lines.begin).starts_with(end) ? static_cast<std::uint32_t>(end.size()) : 0U;
  return lines;
}

Fixes remove_blocks(const CheckInput& input, IndexRange blocks, std::string description) {
  const Span lines = lines_of(input, blocks);
  Span source = input.article.blocks[blocks.begin].source;
  for (std::uint32_t b = blocks.begin; b < blocks.end; ++b) source = cover(source, input.article.blocks[b].source);
  // Between the blocks and the end of the lines nothing stands that is not read as a block, such as a definition.
  const bool clean = lines.begin <= source.begin && source.end <= lines.end && is_blank(input.source.view({lines.begin, source.begin})) &&
                     is_blank(input.source.view({source.end, lines.end}));
  if (!clean || has_comments(input.article, blocks, lines)) return {};
  if (would_join(input.article, blocks) || leaves_heading_bare(input.article, blocks)) return {};
  return one(std::move(description), lines);
}

enum class LetterCase : std::uint8_t { lower, capitalized, upper };

LetterCase case_of(std::string_view word) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.empty() || !is_upper(word.front())) return LetterCase::lower;
  const auto letters = std::count_if(word.begin(), word.end(), [&](char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); });
  return letters > 1 && std::count_if(word.begin(), word.end(), is_upper) == letters ? LetterCase::upper : LetterCase::capitalized;
}

std::string in_case(std::string text, LetterCase letter_case) {
  bool first = true;
  for (char& c : text) {
    if (letter_case == LetterCase::lower) break;
    const bool lower = c >= 'a' && c <= 'z';
    if (lower && (first || letter_case == LetterCase::upper)) c = static_cast<char>(c - 'a' + 'A');
    first = false;
  }
  return text;
}

}  // namespace

std::string_view line_end_of(const Source& source) {
  const std::size_t end = source.bytes.find_first_of("\r\n");
  if (end == std::string::npos || source.bytes[end] == '\n') return "\n";
  return source.bytes.compare(end, 2, "\r\n") == 0 ? "\r\n" : "\r";
}

std::string number_in_words(std::uint32_t number) {
  static constexpr std::array<std::string_view, 20> small = {
      "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
      "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr std::array<std::string_view, 8> tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (number < small.size()) return std::string(small[number]);
  if (number >= 100) return std::to_string(number);
  const std::string ten(tens[number / 10 - 2]);
  return number % 10 == 0 ? ten : fmt::format("{}-{}", ten, small[number % 10]);
}

Fixes replace_words(const CheckInput& input, IndexRange words, std::string replacement) {
  if (words.empty()) return {};
  const Span plain{input.units.words[words.begin].plain.begin, input.units.words[words.end - 1].plain.end};
  const Span source = input.article.to_source(plain);
  const std::string_view written = input.source.view(source);
  if (written != input.article.text(plain)) return {};
  replacement = in_case(std::move(replacement), case_of(written));
  return one(fmt::format("Replace “{}” by “{}”", written, replacement), source, replacement);
}

Fixes remove_repeated_sentence(const CheckInput& input, std::uint32_t later, std::uint32_t earlier) {
  const Sentence& sentence = input.units.sentences[later];
  const TextRun& run = input.article.texts[sentence.text];
  const Block& block = input.article.blocks[sentence.block];
  const IndexRange siblings = input.units.sentences_of_text[sentence.text];
  const Span source = source_of_sentence(input, later);
  const bool alike = reads_alike(input.source.view(source), input.source.view(source_of_sentence(input, earlier)));
  if (!alike || !stands_alone(input.article, sentence.block)) return {};
  if (siblings.begin + 1 == siblings.end) {
    if (source != block.source) return {};
    return remove_blocks(input, {sentence.block, block.end}, "Remove the repeated sentence, a paragraph of its own");
  }
  const bool is_first = later == siblings.begin;
  const bool is_last = later + 1 == siblings.end;
  const Span before{is_first ? block.source.begin : source_of_sentence(input, later - 1).end, source.begin};
  const Span after{source.end, is_last ? block.source.end : source_of_sentence(input, later + 1).begin};
  const bool clean = is_blank(input.source.view(before)) && is_blank(input.source.view(after)) && before.begin <= before.end &&
                     after.begin <= after.end && !tears_markup(input, run, sentence.plain);
  if (!clean || (is_last && is_first)) return {};
  const Span removed = is_last ? Span{before.begin, source.end} : Span{source.begin, after.end};
  if (!is_last && !starts_plainly(input.source.view({after.end, block.source.end}))) return {};
  if (has_comments(input.article, {}, removed)) return {};
  Fixes fixes = one("Remove the repeated sentence", removed);
  // What follows may lean on it: “As a result, …”.
  fixes.front().safe = is_last;
  return fixes;
}

Fixes remove_repeated_paragraph(const CheckInput& input, std::uint32_t later, std::uint32_t earlier) {
  const std::uint32_t block = input.units.sentences[later].block;
  const std::uint32_t kept = input.units.sentences[earlier].block;
  const auto written = [&](std::uint32_t b) { return input.source.view(input.article.blocks[b].source); };
  if (block == kept || !stands_alone(input.article, block) || !reads_alike(written(block), written(kept))) return {};
  return remove_blocks(input, {block, input.article.blocks[block].end}, "Remove the repeated paragraph");
}

Fixes remove_repeated_section(const CheckInput& input, std::uint32_t later, std::uint32_t earlier) {
  const std::uint32_t section = input.units.sentences[later].section;
  const std::uint32_t kept = input.units.sentences[earlier].section;
  if (section == 0 || kept == 0 || section == kept) return {};
  const auto written = [&](std::uint32_t s) {
    const IndexRange blocks = input.article.sections[s].blocks;
    Span source = input.article.blocks[blocks.begin].source;
    for (std::uint32_t b = blocks.begin; b < blocks.end; ++b) source = cover(source, input.article.blocks[b].source);
    return input.source.view(source);
  };
  const bool has_subsections = section + 1 < input.article.sections.size() && input.article.sections[section + 1].parent == section;
  if (has_subsections || !reads_alike(written(section), written(kept))) return {};
  return remove_blocks(input, input.article.sections[section].blocks, "Remove the repeated section");
}

Fixes add_footnote(const CheckInput& input, std::string_view label) {
  const std::string_view bytes = input.source.bytes;
  auto end = static_cast<std::uint32_t>(bytes.size());
  while (end > 0 && is_blank(bytes[end - 1])) --end;
  const std::string_view line_end = line_end_of(input.source);
  bool follows_note = false;
  for (const Block& block : input.article.blocks) {
    if (block.source.end < end) continue;
    // Behind code and HTML that may be open, a line would belong to them.
    if (block.kind == BlockKind::code || block.kind == BlockKind::html) return {};
    follows_note = follows_note || block.kind == BlockKind::footnote_definition;
  }
  Fixes fixes = one(
      fmt::format("Add a stub of footnote “{}”", label), {end, end},
      fmt::format("{}{}[^{}]: TODO{}", line_end, follows_note ? "" : line_end, label, end == bytes.size() ? line_end : std::string_view()));
  fixes.front().safe = false;
  return fixes;
}

}  // namespace stet
