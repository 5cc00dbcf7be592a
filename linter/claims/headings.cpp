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

/// A heading with a code span in it.
bool names_code(const CheckInput& input, const Section& section) {
  if (section.heading == no_index) return false;
  const IndexRange texts = input.article.blocks[section.heading].texts;
  for (std::uint32_t t = texts.begin; t < texts.end; ++t) {
    const IndexRange inlines = input.article.texts[t].inlines;
    for (std::uint32_t i = inlines.begin; i < std::min(inlines.end, inlines.begin + longest_heading); ++i) {
      if (input.article.inlines[i].kind == InlineKind::code) return true;
    }
  }
  return false;
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

bool under_two_topics(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  std::uint32_t one = input.units.sentences[a].section;
  std::uint32_t two = input.units.sentences[b].section;
  const std::vector<Section>& sections = input.article.sections;
  while (sections[one].level > sections[two].level) one = sections[one].parent;
  while (sections[two].level > sections[one].level) two = sections[two].parent;
  while (sections[one].parent != sections[two].parent && sections[one].level == sections[two].level && sections[one].level > 0) {
    one = sections[one].parent;
    two = sections[two].parent;
  }
  return one != two && sections[one].parent == sections[two].parent && names_a_topic(input, sections[one]) &&
         names_a_topic(input, sections[two]);
}

bool in_two_entries(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const std::uint32_t one = input.units.sentences[a].section;
  const std::uint32_t two = input.units.sentences[b].section;
  return one != two && (names_code(input, input.article.sections[one]) || names_code(input, input.article.sections[two]));
}

}  // namespace stet
