#include "checks/wording/removals.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "matching/quoting.h"
#include "text/blank.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t least_removed_content = 6;  // content words of a paragraph that is never a refrain
constexpr std::size_t longest_quote = 80;           // bytes of a removed passage that a description shows
constexpr std::uint32_t longest_label = 5;          // words before a colon that are a label

bool is_all_white(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_white(c); });
}

/// Equal but for how white space is written.
bool reads_alike(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_white(a[i]) != is_white(b[j]) || (!is_white(a[i]) && a[i] != b[j])) return false;
    const bool gap = is_white(a[i]);
    ++i, ++j;
    while (gap && i < a.size() && is_white(a[i])) ++i;
    while (gap && j < b.size() && is_white(b[j])) ++j;
  }
  return i == a.size() && j == b.size();
}

/// A fix that takes `source` out, and says which words go. It is offered only, until it is proved.
Fixes removal(const CheckInput& input, std::string_view what, IndexRange words, Span source) {
  Fix fix{.description = fmt::format("Remove the repeated {}: “{}”", what, words_as_written(input, words, longest_quote)), .edits = {}};
  fix.edits.push_back({source, {}});
  fix.safe = false;
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

/// Is the block a paragraph that stands by itself: in no list, quote or note, and no definition of a term (": what it means")?
bool stands_alone(const CheckInput& input, std::uint32_t block) {
  const Block& here = input.article.blocks[block];
  if (here.kind != BlockKind::paragraph || here.parent != no_index) return false;
  return !input.source.view(here.source).starts_with(':');
}

/// By block: how many comments speak of blocks before it. Counted once an article: repeats are many.
struct CommentedBlocks {
  std::vector<std::uint32_t> before;

  explicit CommentedBlocks(const Article& article) : before(article.blocks.size() + 1, 0) {
    for (const Comment& comment : article.comments) {
      if (comment.block != no_index) ++before[comment.block + 1];
    }
    std::partial_sum(before.begin(), before.end(), before.begin());
  }
};

/// Does a comment speak of one of these blocks, or stand among them?
bool has_comments(const CheckInput& input, IndexRange blocks, Span source) {
  const std::vector<Comment>& comments = input.article.comments;
  const auto first =
      std::partition_point(comments.begin(), comments.end(), [&](const Comment& one) { return one.source.end <= source.begin; });
  if (first != comments.end() && first->source.overlaps(source)) return true;
  const auto& before = input.derived->get<CommentedBlocks>([&] { return CommentedBlocks(input.article); }).before;
  return before[blocks.begin] != before[blocks.end];
}

/// Would the blocks around, once they touch, be read as one, or be an element with nothing in it?
bool would_join(const Article& article, IndexRange blocks) {
  if (blocks.begin == 0 || blocks.end >= article.blocks.size()) return false;
  std::uint32_t before = blocks.begin - 1;
  while (article.blocks[before].parent != no_index) before = article.blocks[before].parent;
  const BlockKind kind = article.blocks[before].kind;
  const BlockKind next = article.blocks[blocks.end].kind;
  const bool takes_in = kind == BlockKind::list || kind == BlockKind::footnote_definition || kind == BlockKind::table;
  // "<div>", and what closes it, with nothing between
  if (kind == BlockKind::html && next == BlockKind::html) return true;
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
  while (lines.begin > 0 && is_white(bytes[lines.begin - 1])) --lines.begin;
  const std::string_view end = line_end_of(input.source);
  lines.begin += bytes.substr(lines.begin).starts_with(end) ? static_cast<std::uint32_t>(end.size()) : 0U;
  return lines;
}

Fixes remove_blocks(const CheckInput& input, IndexRange blocks, std::string_view what, IndexRange words) {
  const Span lines = lines_of(input, blocks);
  Span source = input.article.blocks[blocks.begin].source;
  for (std::uint32_t b = blocks.begin; b < blocks.end; ++b) source = cover(source, input.article.blocks[b].source);
  // Between the blocks and the end of the lines nothing stands that is not read as a block, such as a definition.
  const bool clean = lines.begin <= source.begin && source.end <= lines.end &&
                     is_all_white(input.source.view({lines.begin, source.begin})) &&
                     is_all_white(input.source.view({source.end, lines.end}));
  if (!clean || has_comments(input, blocks, lines)) return {};
  if (would_join(input.article, blocks) || leaves_heading_bare(input.article, blocks)) return {};
  return removal(input, what, words, lines);
}

/// All words of a paragraph.
IndexRange words_of_block(const CheckInput& input, std::uint32_t block) {
  const IndexRange texts = input.article.blocks[block].texts;
  if (texts.empty()) return {};
  const IndexRange sentences = input.units.sentences_of_text[texts.begin];
  if (sentences.empty()) return {};
  return {input.units.sentences[sentences.begin].words.begin, input.units.sentences[sentences.end - 1].words.end};
}

/// Does it begin with what it is about, rather than say something: "**Tuesday:** …", "`--all` …", "Summary: …"?
bool has_label(const CheckInput& input, IndexRange words) {
  if ((input.units.words[words.begin].flags & (word_emphasis | word_code | word_link)) != 0) return true;
  return !label_before_colon(input, words, longest_label).empty();
}

/// Running text: whole sentences that state something, without a label, in no verse and no dialogue.
bool is_running_text(const CheckInput& input, std::uint32_t block) {
  if (!stands_alone(input, block)) return false;
  const IndexRange words = words_of_block(input, block);
  if (words.empty() || has_label(input, words)) return false;
  const TextRun& run = input.article.texts[input.article.blocks[block].texts.begin];
  const std::string_view text = input.article.text(run.plain);
  if (!text.ends_with('.') && !text.ends_with('!')) return false;
  const auto first = input.article.inlines.begin() + run.inlines.begin;
  const bool verse = std::any_of(first, input.article.inlines.begin() + run.inlines.end,
                                 [](const Inline& span) { return span.kind == InlineKind::hard_break; });
  return !verse && (input.units.words[words.begin].flags & word_quoted) == 0;
}

/// By block: how many blocks before it, of those in no other, are no running text. Counted once an article: repeats are many.
struct BlocksApart {
  std::vector<std::uint32_t> before;

  explicit BlocksApart(const CheckInput& input) : before(input.article.blocks.size() + 1, 0) {
    for (std::uint32_t block = 0; block < input.article.blocks.size(); ++block) {
      const bool apart = input.article.blocks[block].parent == no_index && !is_running_text(input, block);
      before[block + 1] = before[block] + (apart ? 1 : 0);
    }
  }
};

/// Is all between two paragraphs running text?
bool is_running_text_between(const CheckInput& input, std::uint32_t earlier, std::uint32_t later) {
  const std::uint32_t first = input.article.blocks[earlier].end;
  if (first >= later) return true;
  const std::vector<std::uint32_t>& before = input.derived->get<BlocksApart>([&] { return BlocksApart(input); }).before;
  return input.article.blocks[first].parent == no_index && before[first] == before[later];
}

/// Is anything in the paragraph that others may point at, or that stands for something unread?
bool holds_a_target(const CheckInput& input, std::uint32_t block) {
  const TextRun& run = input.article.texts[input.article.blocks[block].texts.begin];
  const auto first = input.article.inlines.begin() + run.inlines.begin;
  const bool unread = std::any_of(first, input.article.inlines.begin() + run.inlines.end, [](const Inline& span) {
    return span.kind != InlineKind::emphasis && span.kind != InlineKind::strong && span.kind != InlineKind::link &&
           span.kind != InlineKind::code;
  });
  return unread || input.source.view(input.article.blocks[block].source).find_first_of("{^<") != std::string_view::npos;
}

/// Do the words begin with one that points back, or that only joins ("This …", "So …", "However, …")?
bool leans_on_what_is_before(const CheckInput& input, IndexRange words) {
  if (words.empty()) return true;
  const Form& form = form_of(input, words.begin);
  if ((form.flags & (form_stop_word | form_pronoun | form_number)) == 0) {
    // "However, …", "Therefore, …"
    const Span behind{input.units.words[words.begin].plain.end, input.units.words[words.begin].plain.end + 1};
    return input.article.text(behind) == ",";
  }
  return !is(form, WordClass::article);
}

/// May what stands behind a removed paragraph do without it?
bool stays_whole(const CheckInput& input, std::uint32_t removed) {
  const std::uint32_t next = input.article.blocks[removed].end;
  if (next >= input.article.blocks.size()) return true;
  const Block& behind = input.article.blocks[next];
  if (behind.kind == BlockKind::heading || behind.kind == BlockKind::thematic_break) return true;
  return is_running_text(input, next) && !leans_on_what_is_before(input, words_of_block(input, next));
}

/// Is there an empty line before the block? What touches is read together.
bool is_set_apart(const CheckInput& input, std::uint32_t block) {
  const std::uint32_t line = input.source.lines.line_at(input.article.blocks[block].source.begin);
  return line > 1 && is_all_white(input.source.view(input.source.lines.line(line - 1)));
}

/// Can it be proved that nobody misses the second of two equal paragraphs? See the header.
bool is_certain(const CheckInput& input, std::uint32_t later, std::uint32_t earlier) {
  const auto& blocks = input.article.blocks;
  const auto written = [&](std::uint32_t block) { return input.source.view(blocks[block].source); };
  if (written(later) != written(earlier) || blocks[later].section != blocks[earlier].section || input.article.line_per_paragraph)
    return false;
  if (!is_running_text(input, later) || holds_a_target(input, later) || !is_set_apart(input, later)) return false;
  const IndexRange words = words_of_block(input, later);
  std::uint32_t content = 0;
  for (std::uint32_t word = words.begin; word < words.end; ++word) content += is_content(form_of(input, word)) ? 1U : 0U;
  if (content < least_removed_content) return false;
  if (blocks[earlier].end == later) return true;
  return is_running_text_between(input, earlier, later) && stays_whole(input, later);
}

/// Takes a paragraph out that an earlier one equals.
Fixes remove_paragraph(const CheckInput& input, std::uint32_t later, std::uint32_t earlier, std::string_view what) {
  Fixes fixes = remove_blocks(input, {later, input.article.blocks[later].end}, what, words_of_block(input, later));
  if (!fixes.empty()) fixes.front().safe = is_certain(input, later, earlier);
  return fixes;
}

}  // namespace

Fixes remove_repeated_sentence(const CheckInput& input, std::uint32_t later, std::uint32_t earlier) {
  const Sentence& sentence = input.units.sentences[later];
  const TextRun& run = input.article.texts[sentence.text];
  const Block& block = input.article.blocks[sentence.block];
  const IndexRange siblings = input.units.sentences_of_text[sentence.text];
  const Span source = source_of_sentence(input, later);
  const bool alike = reads_alike(input.source.view(source), input.source.view(source_of_sentence(input, earlier)));
  if (!alike || !stands_alone(input, sentence.block)) return {};
  if (siblings.begin + 1 == siblings.end) {
    if (source != block.source) return {};
    return remove_paragraph(input, sentence.block, input.units.sentences[earlier].block, "sentence, a paragraph of its own");
  }
  const bool is_first = later == siblings.begin;
  const bool is_last = later + 1 == siblings.end;
  const Span before{is_first ? block.source.begin : source_of_sentence(input, later - 1).end, source.begin};
  const Span after{source.end, is_last ? block.source.end : source_of_sentence(input, later + 1).begin};
  const bool clean = is_all_white(input.source.view(before)) && is_all_white(input.source.view(after)) && before.begin <= before.end &&
                     after.begin <= after.end && !tears_markup(input, run, sentence.plain);
  if (!clean || (is_last && is_first)) return {};
  const Span removed = is_last ? Span{before.begin, source.end} : Span{source.begin, after.end};
  if (!is_last && !starts_plainly(input.source.view({after.end, block.source.end}))) return {};
  if (!is_last && leans_on_what_is_before(input, input.units.sentences[later + 1].words)) return {};
  if (has_comments(input, {}, removed)) return {};
  return removal(input, "sentence", sentence.words, removed);
}

Fixes remove_repeated_paragraph(const CheckInput& input, std::uint32_t later, std::uint32_t earlier) {
  const std::uint32_t block = input.units.sentences[later].block;
  const std::uint32_t kept = input.units.sentences[earlier].block;
  const auto written = [&](std::uint32_t b) { return input.source.view(input.article.blocks[b].source); };
  if (block == kept || !stands_alone(input, block) || !reads_alike(written(block), written(kept))) return {};
  return remove_paragraph(input, block, kept, "paragraph");
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
  return remove_blocks(input, input.article.sections[section].blocks, "section", input.units.sentences[later].words);
}

}  // namespace stet
