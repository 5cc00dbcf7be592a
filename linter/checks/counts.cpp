// counts: what is promised is what is listed.
#include <algorithm>
#include <cmath>

#include "checks/conditions.h"
#include "checks/kinds.h"
#include "checks/message.h"

namespace stet {
namespace {

struct Counts {
  PatternId find = 0;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// What could be meant by the promised number.
struct Listed {
  std::uint32_t count = 0;
  Span where;
};

constexpr std::uint32_t fewest = 2;
constexpr std::uint32_t most = 100;

/// The whole number that the match holds, or 0.
std::uint32_t promised(const CheckInput& input, const Match& match) {
  auto typed = std::lower_bound(input.units.typed.begin(), input.units.typed.end(), match.words.begin,
                                [](const Typed& candidate, std::uint32_t word) { return candidate.words.begin < word; });
  for (; typed != input.units.typed.end() && typed->words.begin < match.words.end; ++typed) {
    const bool exact =
        typed->kind == TypedKind::number && typed->low == typed->high && typed->low == std::floor(typed->low) && !typed->approximate;
    if (exact && typed->low >= fewest && typed->low <= most) return static_cast<std::uint32_t>(typed->low);
  }
  return 0;
}

Listed list_items(const Article& article, std::uint32_t list) {
  Listed listed{0, article.blocks[list].source};
  for (std::uint32_t b = list + 1; b < article.blocks[list].end; ++b) {
    if (article.blocks[b].parent == list && article.blocks[b].kind == BlockKind::list_item) ++listed.count;
  }
  return listed;
}

/// The list that directly follows a block at the same level, if one does.
void add_list_after(const Article& article, std::uint32_t block, std::vector<Listed>& candidates) {
  const std::uint32_t next = article.blocks[block].end;
  if (next < article.blocks.size() && article.blocks[next].kind == BlockKind::list &&
      article.blocks[next].parent == article.blocks[block].parent) {
    candidates.push_back(list_items(article, next));
  }
}

bool numbered(std::string_view heading) {
  const std::size_t digits = std::min(heading.find_first_not_of("0123456789"), heading.size());
  return digits > 0 && digits < heading.size() && (heading[digits] == '.' || heading[digits] == ')' || heading[digits] == ':');
}

/// Numbered headings right under the section; all of them when `any` and none is numbered.
void add_headings(const CheckInput& input, std::uint32_t section, std::vector<Listed>& candidates) {
  const Article& article = input.article;
  Listed with_number;
  std::uint8_t level = 0;
  for (std::uint32_t child = section + 1; child < article.sections.size(); ++child) {
    if (article.sections[child].level <= article.sections[section].level && article.sections[section].level > 0) break;
    if (!numbered(article.heading_text(article.sections[child]))) continue;
    if (level == 0) level = article.sections[child].level;
    if (article.sections[child].level != level) continue;
    const Span heading = article.blocks[article.sections[child].heading].source;
    with_number.where = with_number.count == 0 ? heading : cover(with_number.where, heading);
    ++with_number.count;
  }
  if (with_number.count >= fewest) candidates.push_back(with_number);
}

/// The only list directly in a section without subsections.
void add_only_list(const Article& article, std::uint32_t section, std::vector<Listed>& candidates) {
  const IndexRange blocks = article.sections[section].blocks;
  std::uint32_t list = no_index;
  for (std::uint32_t b = blocks.begin + 1; b < blocks.end; b = article.blocks[b].end) {
    if (article.blocks[b].kind == BlockKind::heading) return;
    if (article.blocks[b].kind != BlockKind::list) continue;
    if (list != no_index) return;
    list = b;
  }
  if (list != no_index) candidates.push_back(list_items(article, list));
}

void Counts::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  const ConditionTest test(conditions, input);
  for (const Match& match : input.matches.of(find)) {
    const std::uint32_t number = promised(input, match);
    if (number == 0 || !test.holds(match)) continue;
    const Sentence& sentence = input.units.sentences[match.sentence];
    std::vector<Listed> candidates;
    if (sentence.place == Place::heading) {
      add_headings(input, sentence.section, candidates);
      if (candidates.empty()) add_only_list(input.article, sentence.section, candidates);
    } else if (input.article.text(sentence.plain).ends_with(':')) {
      add_list_after(input.article, sentence.block, candidates);
    }
    const bool kept = std::any_of(candidates.begin(), candidates.end(), [&](const Listed& listed) { return listed.count == number; });
    if (candidates.empty() || kept || candidates.front().count < fewest) continue;
    const std::string listed = std::to_string(candidates.front().count);
    findings.push_back({.severity = severity,
                        .source = source_of(input, match.words),
                        .message = fill(message, {{"found", words_as_written(input, match.words)}, {"listed", listed}}),
                        .related = {{candidates.front().where, "what is listed"}}});
  }
}

tl::expected<Check, Problems> compile_counts(const Rule& rule, CompileContext& context) {
  Counts check;
  check.find = context.automaton.add(rule.phrases("find"));
  check.conditions = compile_conditions(rule, context, static_cast<std::uint16_t>(all_prose | place_bits({Place::heading})), check.find);
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind counts_kind() {
  return {
      .name = "counts",
      .description =
          "A number that is promised in a heading, or in a sentence that introduces a list, against the numbered headings or the list that "
          "follow. {found} and {listed} may stand in the message.",
      .fields = {{.name = "find",
                  .type = FieldType::phrase_list,
                  .description = "The promise; one `<number>` in it is the number promised.",
                  .required = true}},
      .quotes = {"found", "listed"},
      .compile = compile_counts};
}

}  // namespace stet
