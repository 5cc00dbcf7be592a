// counts: what is promised is what is listed.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>

#include "checks/kinds.h"
#include "checks/needed.h"
#include "checks/refers/refers.h"
#include "checks/wording/fixes.h"
#include "checks/wording/message.h"
#include "claims/value_reader.h"
#include "matching/conditions.h"

namespace stet {
namespace {

struct Counts {
  std::optional<PatternId> find;  ///< nothing: the numbers of headings are looked at
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
  void check_promises(const CheckInput& input, std::vector<Finding>& findings) const;
  void check_numbering(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// What could be meant by the promised number.
struct Listed {
  std::uint32_t count = 0;
  Span where;
};

constexpr std::uint32_t fewest = 2;
constexpr std::uint32_t most = 100;

std::uint32_t article_end(const Article& article) { return static_cast<std::uint32_t>(article.plain.size()); }

/// "4. Benefits", "Step 6: Tips", "Week 5+: Benefits": the number says which one, not how many.
bool numbers_the_heading(const CheckInput& input, const Typed& typed) {
  const std::string_view behind = input.article.text({typed.plain.end, std::min(typed.plain.end + 2, article_end(input.article))});
  return behind.starts_with('.') || behind.starts_with(')') || behind.starts_with(':') || behind.starts_with('+') || behind == " -" ||
         behind == " \xE2";
}

/// "Week 2 goals", "version 1.11 options", "the preceding two examples": the number says which, or of what was listed before.
bool says_which(const CheckInput& input, const Typed& typed) {
  static constexpr std::string_view back = " preceding previous last above other remaining next aforementioned ";
  if (is_part_of_version(input.article, typed.plain)) return true;
  if (typed.words.begin == 0) return false;
  const std::string_view before = form_of(input, typed.words.begin - 1).text;
  const std::string_view gap = input.article.text({input.units.words[typed.words.begin - 1].plain.end, typed.plain.begin});
  return gap == " " && (numbers_things(before) || back.find(" " + std::string(before) + " ") != std::string_view::npos);
}

/// A whole number, as it is promised; 0 is none.
struct Promised {
  std::uint32_t number = 0;
  IndexRange words;
};

/// The number that the match holds.
Promised promised(const CheckInput& input, const Match& match) {
  auto typed = std::lower_bound(input.units.typed.begin(), input.units.typed.end(), match.words.begin,
                                [](const Typed& candidate, std::uint32_t word) { return candidate.words.begin < word; });
  for (; typed != input.units.typed.end() && typed->words.begin < match.words.end; ++typed) {
    const bool exact =
        typed->kind == TypedKind::number && typed->low == typed->high && typed->low == std::floor(typed->low) && !typed->approximate;
    if (numbers_the_heading(input, *typed) || says_which(input, *typed)) return {};
    if (exact && typed->low >= fewest && typed->low <= most) return {static_cast<std::uint32_t>(typed->low), typed->words};
  }
  return {};
}

/// "all 10 mistakes": the same number of the same was said before, and what is listed here need not be those.
bool speaks_of_all_of_them(const CheckInput& input, const Match& match, const Promised& promise) {
  const IndexRange whole = input.units.sentences[match.sentence].words;
  if (promise.words.begin == whole.begin || form_of(input, promise.words.begin - 1).text != "all") return false;
  const StemId noun = form_of(input, match.words.end - 1).stem;
  return std::any_of(input.units.typed.begin(), input.units.typed.end(), [&](const Typed& typed) {
    if (typed.kind != TypedKind::number || typed.words.begin >= promise.words.begin || typed.low != promise.number) return false;
    for (std::uint32_t word = typed.words.end; word < std::min(typed.words.end + 3, whole.begin); ++word) {
      if (form_of(input, word).stem == noun) return true;
    }
    return false;
  });
}

/// "three parts: name, path, and size": the sentence lists as many itself.
bool lists_itself(const CheckInput& input, const Match& match, std::uint32_t number) {
  const IndexRange whole = input.units.sentences[match.sentence].words;
  std::uint32_t listed = 1;
  bool parted = false;
  for (std::uint32_t word = match.words.end + 1; word < whole.end; ++word) {
    const std::string_view gap = input.article.text({input.units.words[word - 1].plain.end, input.units.words[word].plain.begin});
    const bool parts = gap.find_first_of(",;") != std::string_view::npos || form_of(input, word).text == "and";
    listed += parts && !parted ? 1U : 0U;
    parted = parts;
    if (parts && listed == number && form_of(input, word).text == "and") return true;
    if (gap.find_first_of(",;") != std::string_view::npos && listed == number && form_of(input, word).text == "and") return true;
  }
  return false;
}

/// Is a heading named elsewhere: by a link to it, or by its words?
bool is_referred_to(const CheckInput& input, std::uint32_t section) {
  const std::string_view heading = input.article.heading_text(input.article.sections[section]);
  const std::string slug = loose_slug(heading);
  const bool linked = std::any_of(input.article.links.begin(), input.article.links.end(), [&](const Link& link) {
    return link.target.starts_with('#') && loose_slug(std::string_view(link.target).substr(1)).starts_with(slug);
  });
  const std::size_t first = input.article.plain.find(heading);
  return linked || heading.empty() || input.article.plain.find(heading, first + 1) != std::string::npos;
}

/// The number that is listed, in the place of the one that is promised: in digits or in words, as it stands there. Never certain: the list
/// may be what lacks an item.
Fixes corrected(const CheckInput& input, const Sentence& sentence, const Promised& number, std::uint32_t listed) {
  if (sentence.place == Place::heading && is_referred_to(input, sentence.section)) return {};
  const bool digits = (input.units.words[number.words.begin].flags & word_number) != 0;
  if (listed > most || (digits && number.words.size() > 1)) return {};
  Fixes fixes = replace_words(input, number.words, digits ? std::to_string(listed) : number_in_words(listed));
  if (!fixes.empty()) fixes.front().safe = false;
  return fixes;
}

Listed list_items(const Article& article, std::uint32_t list) {
  Listed listed{0, article.blocks[list].source};
  for (std::uint32_t b = list + 1; b < article.blocks[list].end; ++b) {
    if (article.blocks[b].parent == list && article.blocks[b].kind == BlockKind::list_item) ++listed.count;
  }
  return listed;
}

Listed table_rows(const Article& article, std::uint32_t table) {
  Listed listed{0, article.blocks[table].source};
  for (std::uint32_t b = table + 1; b < article.blocks[table].end; ++b) {
    if (article.blocks[b].kind == BlockKind::table_row && article.blocks[b].level == 0) ++listed.count;
  }
  return listed;
}

/// The list or table that directly follows a block at the same level, if one does.
void add_list_after(const Article& article, std::uint32_t block, std::vector<Listed>& candidates) {
  const std::uint32_t next = article.blocks[block].end;
  if (next >= article.blocks.size() || article.blocks[next].parent != article.blocks[block].parent) return;
  if (article.blocks[next].kind == BlockKind::list) candidates.push_back(list_items(article, next));
  if (article.blocks[next].kind == BlockKind::table) candidates.push_back(table_rows(article, next));
}

bool numbered(std::string_view heading) {
  const std::size_t digits = std::min(heading.find_first_not_of("0123456789"), heading.size());
  return digits > 0 && digits < heading.size() && (heading[digits] == '.' || heading[digits] == ')' || heading[digits] == ':');
}

/// A sentence that ends in a colon, or the last of its block that says "these", "following" or "here are".
bool introduces(const CheckInput& input, std::uint32_t sentence) {
  const Sentence& said = input.units.sentences[sentence];
  if (input.article.text(said.plain).ends_with(':')) return true;
  const bool last = input.units.sentences_of_text[said.text].end == sentence + 1;
  for (std::uint32_t w = said.words.begin; last && w < said.words.end; ++w) {
    const std::string_view word = input.vocabulary.form(input.units.words[w].form).text;
    if (word == "following" || word == "these" || (word == "here" && w == said.words.begin)) return true;
  }
  return false;
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

/// Is there a list, or a group of headings side by side, of just so many anywhere in the section? The promise may mean that.
bool holds_so_many(const Article& article, std::uint32_t section, std::uint32_t number) {
  const IndexRange blocks = article.sections[section].blocks;
  for (std::uint32_t b = blocks.begin; b < blocks.end; ++b) {
    if (article.blocks[b].kind == BlockKind::list && list_items(article, b).count == number) return true;
  }
  std::map<std::uint32_t, std::uint32_t> children;  // by parent
  for (std::uint32_t s = section + 1; s < article.sections.size() && article.sections[s].blocks.begin < blocks.end; ++s) {
    if (article.sections[s].parent != section) ++children[article.sections[s].parent];
  }
  return std::any_of(children.begin(), children.end(), [&](const auto& group) { return group.second == number; });
}

/// The number that a heading starts with ("3. Soil"), or 0. "1.2 Soil" and years have none.
std::uint32_t number_of(std::string_view heading) {
  if (!numbered(heading)) return 0;
  const std::size_t digits = heading.find_first_not_of("0123456789");
  const bool deeper = digits + 1 < heading.size() && heading[digits + 1] >= '0' && heading[digits + 1] <= '9';
  return digits > 3 || deeper ? 0 : static_cast<std::uint32_t>(std::strtoul(std::string(heading.substr(0, digits)).c_str(), nullptr, 10));
}

/// Headings of one level under one section, in order; those without a number have 0.
struct Siblings {
  std::vector<std::uint32_t> sections;
  std::vector<std::uint32_t> numbers;
};

std::vector<Siblings> siblings_of(const Article& article) {
  std::map<std::pair<std::uint32_t, std::uint8_t>, Siblings> groups;
  for (std::uint32_t s = 1; s < article.sections.size(); ++s) {
    Siblings& group = groups[{article.sections[s].parent, article.sections[s].level}];
    group.sections.push_back(s);
    group.numbers.push_back(number_of(article.heading_text(article.sections[s])));
  }
  std::vector<Siblings> result;
  result.reserve(groups.size());
  for (auto& [place, group] : groups) result.push_back(std::move(group));
  return result;
}

/// Numbers that run 1, 2, 3 and then skip or repeat one. Headings without a number in between may stand for what is skipped.
void Counts::check_numbering(const CheckInput& input, std::vector<Finding>& findings) const {
  const Article& article = input.article;
  const ConditionTest test(conditions, input);
  for (const Siblings& group : siblings_of(article)) {
    const auto count = std::count_if(group.numbers.begin(), group.numbers.end(), [](std::uint32_t number) { return number > 0; });
    if (count < 3) continue;
    std::uint32_t last = no_index;  // index of the numbered heading before
    std::uint32_t unnumbered = 0;
    for (std::uint32_t i = 0; i < group.numbers.size(); ++i) {
      const std::uint32_t number = group.numbers[i];
      if (number == 0) {
        ++unnumbered;
        continue;
      }
      const std::uint32_t before = last == no_index ? 0 : group.numbers[last];
      const bool runs = last == no_index || number == 1 || number == before + 1 || number + 1 == before ||
                        (number > before && number - before <= unnumbered + 1);
      const Block& heading = article.blocks[article.sections[group.sections[i]].heading];
      if (!runs && holds_at(test, input, article.texts[heading.texts.begin].plain)) {
        const Span here = heading.source;
        const Span earlier = article.blocks[article.sections[group.sections[last]].heading].source;
        findings.push_back({.severity = severity,
                            .source = here,
                            .message = fill(message, {{"found", std::to_string(number)}, {"before", std::to_string(before)}}),
                            .related = {{earlier, "the number before"}}});
      }
      last = i;
      unnumbered = 0;
    }
  }
}

void Counts::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  find ? check_promises(input, findings) : check_numbering(input, findings);
}

void Counts::check_promises(const CheckInput& input, std::vector<Finding>& findings) const {
  const ConditionTest test(conditions, input);
  for (const Match& match : input.matches.of(*find)) {
    const Promised promise = promised(input, match);
    if (promise.number == 0 || !test.holds(match) || speaks_of_all_of_them(input, match, promise)) continue;
    const Sentence& sentence = input.units.sentences[match.sentence];
    std::vector<Listed> candidates;
    if (sentence.place == Place::heading) {
      add_headings(input, sentence.section, candidates);
      if (candidates.empty()) add_only_list(input.article, sentence.section, candidates);
    } else if (introduces(input, match.sentence)) {
      add_list_after(input.article, sentence.block, candidates);
    }
    const bool kept =
        std::any_of(candidates.begin(), candidates.end(), [&](const Listed& listed) { return listed.count == promise.number; });
    if (candidates.empty() || kept || candidates.front().count < fewest) continue;
    if (sentence.place == Place::heading ? holds_so_many(input.article, sentence.section, promise.number)
                                         : lists_itself(input, match, promise.number))
      continue;
    const std::string listed = std::to_string(candidates.front().count);
    findings.push_back({.severity = severity,
                        .source = source_of(input, match.words),
                        .message = fill(fill_match(message, input, match, input.capture_names), {{"listed", listed}}),
                        .related = {{candidates.front().where, "what is listed"}},
                        .fixes = candidates.size() == 1 ? corrected(input, sentence, promise, candidates.front().count) : Fixes{}});
  }
}

tl::expected<Check, Problems> compile_counts(const Rule& rule, CompileContext& context) {
  Counts check;
  if (Problems problems = missing_typed(rule, "find", {"number"}); !problems.empty()) return tl::unexpected(std::move(problems));
  if (rule.field("find") != nullptr) check.find = context.automaton.add(rule.phrases("find"));
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
          "A number that is promised in a heading, or in a sentence that introduces a list or a table, against the numbered headings, the "
          "list or the table that follow. {found} and {listed} may stand in the message. Without `find`, the numbers of numbered headings "
          "are looked at: {found} does not follow {before}.",
      .fields = {{.name = "find",
                  .type = FieldType::phrase_list,
                  .description = "The promise; one `<number>` in it is the number promised."}},
      .quotes = {"found", "listed", "before"},
      .quotes_captures = true,
      .compile = compile_counts};
}

}  // namespace stet
