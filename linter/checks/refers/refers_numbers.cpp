// Numbers by which an article refers to its own parts: "[7]", "Table 3", "section 4.2".
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "checks/refers/refers.h"
#include "checks/wording/message.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// Longest number read; larger ones are no reference.
constexpr std::uint32_t largest = 999;

/// Mentions without a caption that are looked for in images and HTML; an article with more of them gets no more findings.
constexpr std::uint32_t most_looked_up = 256;

/// The number that a text starts with, or 0.
std::uint32_t leading_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  return result.ec == std::errc() && number <= largest ? number : 0;
}

/// The last number of the list of references: of its list's items, or of paragraphs and items that start with "[n]".
std::uint32_t references_listed(const CheckInput& input) {
  std::uint32_t count = 0;
  for (std::uint32_t b = 0; b < input.article.blocks.size(); ++b) {
    const Block& block = input.article.blocks[b];
    if (!input.units.bibliography.blocks[b]) continue;
    if (block.kind == BlockKind::list && block.parent == no_index) {
      std::uint32_t items = 0;
      for (std::uint32_t i = b + 1; i < block.end; ++i) items += input.article.blocks[i].parent == b ? 1U : 0U;
      count = std::max(count, items);
    }
    for (std::uint32_t t = block.texts.begin; t < block.texts.end; ++t) {
      const std::string_view text = input.article.text(input.article.texts[t].plain);
      if (text.starts_with('[')) count = std::max(count, leading_number(text.substr(1)));
    }
  }
  return count;
}

/// A word's number when it is a whole one written in digits, else 0.
std::uint32_t number_at(const CheckInput& input, std::uint32_t word) {
  if ((input.units.words[word].flags & word_number) == 0) return 0;
  const std::string_view text = input.vocabulary.form(input.units.words[word].form).text;
  return text.find_first_not_of("0123456789") == std::string_view::npos ? leading_number(text) : 0;
}

/// "Table 3" as found by the rule's phrases: the thing's lemma and its number.
struct NumberedMention {
  LemmaId thing = 0;
  std::uint32_t number = 0;
  const Match* match = nullptr;
  bool caption = false;
};

bool is_joined(const CheckInput& input, std::uint32_t word) {
  return word < input.units.words.size() && (input.units.words[word].flags & word_joined) != 0;
}

/// "Table 3: Yield", "**Figure 1.** Rain": a sign behind the number, or nothing.
bool heads_a_caption(const CheckInput& input, std::uint32_t word) {
  if (word >= input.units.words.size()) return true;
  return gap_before(input, word) != " ";
}

std::vector<NumberedMention> mentions_of(const Refers& rule, const CheckInput& input) {
  std::vector<NumberedMention> mentions;
  if (!rule.find) return mentions;
  for (const Match& match : input.matches.of(*rule.find)) {
    const Sentence& sentence = input.units.sentences[match.sentence];
    const std::uint32_t number = number_at(input, match.words.end - 1);
    const bool composite = match.words.size() != 2 || is_joined(input, match.words.end);  // "Listing 5-7"
    if (number == 0 || composite) continue;
    const bool first = input.units.sentences_of_text[sentence.text].begin == match.sentence && match.words.begin == sentence.words.begin;
    mentions.push_back({input.vocabulary.form(input.units.words[match.words.begin].form).lemma, number, &match,
                        first && heads_a_caption(input, match.words.end)});
  }
  return mentions;
}

/// Numbers of captions that stand in images and HTML, which are not read as text: "Figure 3" anywhere in the bytes of one.
bool in_markup(const CheckInput& input, std::string_view words) {
  const auto holds = [&](Span source) { return input.source.view(source).find(words) != std::string_view::npos; };
  return std::any_of(input.article.inlines.begin(), input.article.inlines.end(),
                     [&](const Inline& span) {
                       return (span.kind == InlineKind::image || span.kind == InlineKind::shortcode || span.kind == InlineKind::html_tag) &&
                              holds(span.source);
                     }) ||
         std::any_of(input.article.blocks.begin(), input.article.blocks.end(), [&](const Block& block) {
           return (block.kind == BlockKind::html || block.kind == BlockKind::directive || block.kind == BlockKind::code) &&
                  holds(block.source);
         });
}

/// "Table 3 of the report", "their Table 3": somebody else's.
bool belongs_elsewhere(const CheckInput& input, const Match& match) {
  const IndexRange sentence = input.units.sentences[match.sentence].words;
  const auto text = [&](std::uint32_t w) { return std::string_view(input.vocabulary.form(input.units.words[w].form).text); };
  if (match.words.end < sentence.end) {
    if (is(form_of(input, match.words.end), WordClass::elsewhere_tie) || (input.units.words[match.words.end].flags & word_joined) != 0)
      return true;
  }
  if ((input.units.words[match.words.begin].flags & word_link) != 0) return true;
  if (match.words.begin == sentence.begin) return false;
  if ((input.units.words[match.words.begin - 1].flags & (word_number | word_all_caps)) != 0) return true;  // RFC 4648, section 5
  const std::string_view before = text(match.words.begin - 1);
  return before == "their" || before == "his" || before == "her" || before == "supplementary";
}

}  // namespace

void check_references(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  const std::uint32_t listed = references_listed(input);
  if (listed < 2) return;
  const ConditionTest test(rule.conditions, input);
  for (const TextRun& run : input.article.texts) {
    if (input.units.bibliography.blocks[run.block]) continue;
    for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) {
      const Inline& span = input.article.inlines[i];
      const std::string_view text = input.article.text(span.plain);
      if (span.kind != InlineKind::bracketed || text.size() < 3) continue;
      const std::string_view inner = text.substr(1, text.size() - 2);
      if (inner.find_first_not_of("0123456789") != std::string_view::npos || leading_number(inner) <= listed) continue;
      if (!holds_at(test, input, span.plain)) continue;
      findings.push_back({.severity = rule.severity,
                          .source = span.source,
                          .message = fill(rule.message, {{"found", text}, {"listed", std::to_string(listed)}}),
                          .related = {}});
    }
  }
}

void check_captions(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<NumberedMention> mentions = mentions_of(rule, input);
  const ConditionTest test(rule.conditions, input);
  std::map<LemmaId, std::set<std::uint32_t>> captions;
  for (const NumberedMention& mention : mentions) {
    if (mention.caption) captions[mention.thing].insert(mention.number);
  }
  std::uint32_t looked_up = 0;
  for (const NumberedMention& mention : mentions) {
    const auto known = captions.find(mention.thing);
    if (mention.caption || known == captions.end() || known->second.contains(mention.number)) continue;
    if (!test.holds(*mention.match) || belongs_elsewhere(input, *mention.match)) continue;
    const std::string found = words_as_written(input, mention.match->words);
    if (++looked_up > most_looked_up || in_markup(input, found)) continue;
    findings.push_back({.severity = rule.severity,
                        .source = source_of(input, mention.match->words),
                        .message = fill(rule.message, {{"found", found}}),
                        .related = {}});
  }
}

void check_sections(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  std::set<std::uint32_t> numbered;
  for (std::size_t s = 1; s < input.article.sections.size(); ++s) {
    const std::string_view heading = input.article.heading_text(input.article.sections[s]);
    const std::size_t digit = heading.find_first_of("0123456789");
    if (digit < 9) numbered.insert(leading_number(heading.substr(digit)));
  }
  if (numbered.size() < 3) return;
  const ConditionTest test(rule.conditions, input);
  for (const NumberedMention& mention : mentions_of(rule, input)) {
    const bool near = mention.number <= *numbered.rbegin() + 10;
    if (!near || numbered.contains(mention.number) || input.units.sentences[mention.match->sentence].place == Place::heading) continue;
    if (!test.holds(*mention.match) || belongs_elsewhere(input, *mention.match)) continue;
    findings.push_back({.severity = rule.severity,
                        .source = source_of(input, mention.match->words),
                        .message = fill(rule.message, {{"found", words_as_written(input, mention.match->words)}}),
                        .related = {}});
  }
}

}  // namespace stet
