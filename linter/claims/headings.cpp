#include "claims/headings.h"

#include <algorithm>

#include "units/word_classes.h"

namespace stet {
namespace {

// Set 2026-11-24, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
/// Weight of a word that names something in a heading.
constexpr float rare_word = 7;
constexpr std::uint32_t longest_heading = 24;  // words of one that are looked at

/// A heading that names something: numbered, or with a rare word.
bool names_a_topic(const CheckInput& input, const Section& section) {
  if (section.heading == no_index) return false;
  const Block& heading = input.article.blocks[section.heading];
  for (std::uint32_t t = heading.texts.begin; t < heading.texts.end; ++t) {
    const IndexRange sentences = input.units.sentences_of_text[t];
    for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) {
      const IndexRange words = input.units.sentences[s].words;
      for (std::uint32_t w = words.begin; w < std::min(words.end, words.begin + longest_heading); ++w) {
        const Form& form = form_of(input, w);
        // "Saturday" and "FAQ" name no topic.
        const bool of_any = is(form, WordClass::section_name) || is(form, WordClass::weekday) || is(form, WordClass::month);
        if (form.weight >= rare_word && !of_any) return true;
      }
      return false;
    }
  }
  return false;
}

/// "beforePour", "max_size", "--all", "read(path)", "kettle.lid": a word as programs write it.
bool looks_like_code(std::string_view text) {
  if (text.empty() || text.find(' ') != std::string_view::npos) return false;
  if (text.find_first_of("_(.<$@") != std::string_view::npos || text.starts_with("--"))
    return text.find_first_of("?!") == std::string_view::npos;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool lower = text[i - 1] >= 'a' && text[i - 1] <= 'z';
    if (lower && text[i] >= 'A' && text[i] <= 'Z') return true;
  }
  return false;
}

bool has_code_span(const CheckInput& input, const Section& section) {
  if (section.heading == no_index || input.article.blocks[section.heading].texts.empty()) return false;
  const TextRun& run = input.article.texts[input.article.blocks[section.heading].texts.begin];
  const auto first = input.article.inlines.begin() + run.inlines.begin;
  const auto last = first + std::min(run.inlines.size(), longest_heading);
  return std::any_of(first, last, [](const Inline& span) { return span.kind == InlineKind::code; });
}

}  // namespace

IndexRange words_of_heading(const CheckInput& input, std::uint32_t section) {
  const std::uint32_t heading = input.article.sections[section].heading;
  if (heading == no_index || input.article.blocks[heading].texts.empty()) return {};
  const IndexRange sentences = input.units.sentences_of_text[input.article.blocks[heading].texts.begin];
  if (sentences.empty()) return {};
  const std::uint32_t begin = input.units.sentences[sentences.begin].words.begin;
  return {begin, std::min(input.units.sentences[sentences.end - 1].words.end, begin + longest_heading)};
}

std::pair<std::uint32_t, std::uint32_t> side_by_side(const Article& article, std::uint32_t a, std::uint32_t b) {
  const auto& sections = article.sections;
  const auto depth_of = [&](std::uint32_t section) {
    std::uint32_t depth = 0;
    for (; section != 0; section = sections[section].parent) ++depth;
    return depth;
  };
  std::uint32_t depth_a = depth_of(a);
  std::uint32_t depth_b = depth_of(b);
  for (; depth_a > depth_b; --depth_a) a = sections[a].parent;
  for (; depth_b > depth_a; --depth_b) b = sections[b].parent;
  while (a != b && sections[a].parent != sections[b].parent) {
    a = sections[a].parent;
    b = sections[b].parent;
  }
  return {a, b};
}

bool names_code(const CheckInput& input, std::uint32_t section) {
  const Section& here = input.article.sections[section];
  return here.heading != no_index && (looks_like_code(input.article.heading_text(here)) || has_code_span(input, here));
}

bool under_two_topics(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const auto [one, two] = side_by_side(input.article, input.units.sentences[a].section, input.units.sentences[b].section);
  const std::vector<Section>& sections = input.article.sections;
  return one != two && names_a_topic(input, sections[one]) && names_a_topic(input, sections[two]);
}

bool in_two_entries(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const std::uint32_t one = input.units.sentences[a].section;
  const std::uint32_t two = input.units.sentences[b].section;
  return one != two && (has_code_span(input, input.article.sections[one]) || has_code_span(input, input.article.sections[two]));
}

}  // namespace stet
