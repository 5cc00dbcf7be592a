// refers: what is referred to exists.
#include "checks/refers/refers.h"

#include <algorithm>
#include <array>
#include <map>

#include "checks/kinds.h"
#include "checks/needed.h"
#include "checks/wording/fixes.h"
#include "checks/wording/message.h"

namespace stet {
namespace {

struct Target {
  std::string_view name;
  void (*check)(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings);
};

constexpr std::array<Target, 10> targets = {{{"contents", check_contents},
                                             {"contents-sections", check_contents_sections},
                                             {"anchors", check_anchors},
                                             {"footnotes", check_footnotes},
                                             {"unused-footnotes", check_unused_footnotes},
                                             {"references", check_references},
                                             {"captions", check_captions},
                                             {"sections", check_sections},
                                             {"titles", check_titles},
                                             {"directions", check_directions}}};

std::vector<std::string_view> target_names() {
  std::vector<std::string_view> names;
  names.reserve(targets.size());
  for (const Target& target : targets) names.push_back(target.name);
  return names;
}

/// Without these a rule would look at nothing.
Problems faults_of_find(const Rule& rule, std::string_view to) {
  constexpr auto by_phrase = std::to_array<std::string_view>({"captions", "sections", "titles", "directions"});
  if (std::find(by_phrase.begin(), by_phrase.end(), to) == by_phrase.end()) return {};
  if (Problems problems = missing_field(rule, "to", "find"); !problems.empty()) return problems;
  if (to == "captions" || to == "sections") return missing_typed(rule, "find", {"number"});
  return to == "directions" ? missing_captures(rule, "find", {{"thing", "where"}}) : Problems();
}

tl::expected<Check, Problems> compile_refers(const Rule& rule, CompileContext& context) {
  Refers check;
  if (Problems problems = faults_of_find(rule, rule.text("to")); !problems.empty()) return tl::unexpected(std::move(problems));
  if (rule.field("find") != nullptr) check.find = context.automaton.add(rule.phrases("find"));
  const std::string to = rule.text("to");
  const bool links = to == "anchors" || to == "footnotes" || to == "unused-footnotes" || to == "references";
  const std::uint16_t more = links ? place_bits({Place::heading, Place::quote, Place::code, Place::bibliography})
                                   : place_bits({Place::heading, Place::bibliography});
  check.conditions = compile_conditions(rule, context, static_cast<std::uint16_t>(all_prose | more), check.find);
  check.severity = rule.info.severity;
  check.message = rule.message;
  const auto* target = std::find_if(targets.begin(), targets.end(), [&](const Target& candidate) { return candidate.name == to; });
  return [check, function = target->check](const CheckInput& input, std::vector<Finding>& findings) { function(check, input, findings); };
}

}  // namespace

bool holds_at(const ConditionTest& test, const CheckInput& input, Span plain) {
  const std::vector<Sentence>& sentences = input.units.sentences;
  const auto behind = std::upper_bound(sentences.begin(), sentences.end(), plain.begin,
                                       [](std::uint32_t at, const Sentence& sentence) { return at < sentence.plain.begin; });
  if (behind == sentences.begin()) return true;  // nothing is said there
  const auto sentence = static_cast<std::uint32_t>(behind - sentences.begin() - 1);
  IndexRange words = sentences[sentence].words;
  while (words.size() > 1 && input.units.words[words.begin].plain.end <= plain.begin) ++words.begin;
  while (words.size() > 1 && input.units.words[words.end - 1].plain.begin >= plain.end) --words.end;
  return test.holds(sentence, words);
}

void check_footnotes(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  const ConditionTest test(rule.conditions, input);
  std::map<std::uint32_t, std::size_t> finding_of;  // by footnote
  for (const Inline& span : input.article.inlines) {
    if (span.kind != InlineKind::footnote_reference || span.link == no_index) continue;
    const Footnote& footnote = input.article.footnotes[span.link];
    if (footnote.block != no_index || !holds_at(test, input, span.plain)) continue;
    const auto [known, is_first] = finding_of.emplace(span.link, findings.size());
    if (!is_first) {
      findings[known->second].related.push_back({span.source, "this one too"});
      continue;
    }
    findings.push_back({.severity = rule.severity,
                        .source = span.source,
                        .message = fill(rule.message, {{"found", footnote.label}}),
                        .related = {},
                        .fixes = add_footnote(input, footnote.label)});
  }
}

namespace {

/// Do the conditions hold for some sentence of the block, or has it none?
bool holds_in(const ConditionTest& test, const CheckInput& input, std::uint32_t block) {
  bool said = false;
  for (std::uint32_t text = 0; text < input.article.texts.size(); ++text) {
    const std::uint32_t leaf = input.article.texts[text].block;
    if (leaf < block || leaf >= input.article.blocks[block].end) continue;
    const IndexRange sentences = input.units.sentences_of_text[text];
    for (std::uint32_t sentence = sentences.begin; sentence < sentences.end; ++sentence) {
      if (test.holds(sentence)) return true;
      said = true;
    }
  }
  return !said;
}

}  // namespace

void check_unused_footnotes(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  const ConditionTest test(rule.conditions, input);
  for (const Footnote& footnote : input.article.footnotes) {
    if (footnote.block == no_index || footnote.references > 0 || !holds_in(test, input, footnote.block)) continue;
    findings.push_back({.severity = rule.severity,
                        .source = input.article.blocks[footnote.block].source,
                        .message = fill(rule.message, {{"found", footnote.label}}),
                        .related = {}});
  }
}

Kind refers_kind() {
  return {
      .name = "refers",
      .description =
          "What is referred to exists. `contents`: a list most of whose entries are headings; the others have no section. "
          "`contents-sections`: a heading that such a list leaves out. `anchors`: a link to a heading of the article. `footnotes`: a "
          "reference without a definition; `unused-footnotes`: the reverse. `references`: a “[7]” beyond the list of references. "
          "`captions`: a figure or table whose number no caption has; `find` is what it is called and a number, such as `chart <number>`, "
          "and a caption is a paragraph, heading or cell that opens with that, and a stop or colon or nothing behind it; an article "
          "without "
          "any such caption is left alone, for its captions may be in images. `sections`: a "
          "section number that no heading has. `titles`: a section's title behind the phrases of `find`, between quotation marks or in "
          "emphasis, that no heading has. `directions`: a `$thing` (table, list, figure, code) that is said to stand above or below "
          "(`$where`) and stands only on the other side. {found} may stand in the message.",
      .fields =
          {{.name = "to", .type = FieldType::choice, .description = "What is looked for.", .required = true, .values = target_names()},
           {.name = "find", .type = FieldType::phrase_list, .description = "How it is referred to, or headed."}},
      .quotes = {"found", "listed"},
      .compile = compile_refers};
}

}  // namespace stet
