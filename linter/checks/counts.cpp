// counts: what is promised is what is listed.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>

#include "checks/counts/enumerations.h"
#include "checks/counts/number_names.h"
#include "checks/counts/numbering.h"
#include "checks/kinds.h"
#include "checks/needed.h"
#include "checks/refers/refers.h"
#include "checks/wording/fixes.h"
#include "checks/wording/message.h"
#include "claims/value_reader.h"
#include "matching/conditions.h"
#include "text/spans.h"
#include "units/within.h"
#include "units/word_classes.h"

namespace stet {
namespace {

struct Counts {
  std::optional<PatternId> find;  ///< nothing: the numbers of headings or items are looked at
  bool lists = false;             ///< those of items
  bool any = false;               ///< any noun in the plural may be promised
  ListId open_ended = no_index;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
  void check_promises(const CheckInput& input, std::vector<Finding>& findings) const;
  void check_any_promise(const CheckInput& input, std::vector<Finding>& findings) const;
  std::optional<Enumerated> listed_of(const CheckInput& input, std::uint32_t sentence, const Typed& typed, IndexRange noun) const;
  void check_numbering(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// What could be meant by the promised number.
struct Listed {
  std::uint32_t count = 0;
  Span where;
};

constexpr std::uint32_t fewest = 2;
constexpr std::uint32_t most = 100;
constexpr std::size_t most_corrected = 1'000;  // promises: the whole article is searched for each heading

std::uint32_t article_end(const Article& article) { return static_cast<std::uint32_t>(article.plain.size()); }

/// "4. Benefits", "Step 6: Tips", "Week 5+: Benefits": the number says which one, not how many.
bool numbers_the_heading(const CheckInput& input, const Typed& typed) {
  const std::string_view behind = input.article.text({typed.plain.end, std::min(typed.plain.end + 2, article_end(input.article))});
  return behind.starts_with('.') || behind.starts_with(')') || behind.starts_with(':') || behind.starts_with('+') || behind == " -" ||
         behind == " \xE2";
}

/// A whole number, as it is promised; 0 is none.
struct Promised {
  std::uint32_t number = 0;
  IndexRange words;
};

/// A whole number of things, no range and no estimate.
bool counts_things(const Typed& typed) {
  return typed.kind == TypedKind::number && typed.low == typed.high && typed.low == std::floor(typed.low) && !typed.approximate &&
         typed.low >= fewest && typed.low <= most;
}

/// Does a comma or the like stand between a number and what is counted ("It shows 76, parts show none")?
bool is_cut_off(const CheckInput& input, std::uint32_t number_end, std::uint32_t noun_end) {
  for (std::uint32_t word = number_end; word < noun_end; ++word) {
    const std::string_view gap = gap_before(input, word);
    if (gap.find_first_of(",;:.()") != std::string_view::npos) return true;
  }
  return false;
}

/// The number that the match holds.
Promised promised(const CheckInput& input, const Match& match) {
  for (const Typed& typed : typed_within(input.units, match.words)) {
    if (numbers_the_heading(input, typed) || says_which(input, typed)) return {};
    if (counts_things(typed) && !is_cut_off(input, typed.words.end, match.words.end))
      return {static_cast<std::uint32_t>(typed.low), typed.words};
  }
  return {};
}

/// By a number and the stem of a word right behind it: the first such word. Read once an article: promises are many.
struct CountedBefore {
  std::map<std::pair<double, StemId>, std::uint32_t> first;

  explicit CountedBefore(const CheckInput& input) {
    constexpr std::uint32_t reach = 3;
    const auto end = static_cast<std::uint32_t>(input.units.words.size());
    for (const Typed& typed : input.units.typed) {
      if (typed.kind != TypedKind::number) continue;
      for (std::uint32_t word = typed.words.end; word < std::min(typed.words.end + reach, end); ++word) {
        const auto [known, is_new] = first.emplace(std::pair(typed.low, form_of(input, word).stem), word);
        if (!is_new) known->second = std::min(known->second, word);
      }
    }
  }
};

/// "all 10 mistakes": the same number of the same was said before, and what is listed here need not be those.
bool speaks_of_all_of_them(const CheckInput& input, const Match& match, const Promised& promise) {
  const IndexRange whole = input.units.sentences[match.sentence].words;
  if (promise.words.begin == whole.begin || form_of(input, promise.words.begin - 1).text != "all") return false;
  const auto& first = input.derived->get<CountedBefore>([&] { return CountedBefore(input); }).first;
  const auto known = first.find(std::pair<double, StemId>(promise.number, form_of(input, match.words.end - 1).stem));
  return known != first.end() && known->second < whole.begin;
}

/// "three parts: name, path, and size": the sentence lists as many itself.
bool lists_itself(const CheckInput& input, std::uint32_t sentence, IndexRange promise, std::uint32_t number) {
  const IndexRange whole = input.units.sentences[sentence].words;
  std::uint32_t listed = 1;
  bool parted = false;
  for (std::uint32_t word = promise.end + 1; word < whole.end; ++word) {
    const std::string_view gap = gap_before(input, word);
    const bool parts = gap.find_first_of(",;") != std::string_view::npos || form_of(input, word).text == "and";
    listed += parts && !parted ? 1U : 0U;
    parted = parts;
    if (parts && listed == number && form_of(input, word).text == "and") return true;
  }
  return false;
}

/// Where an article's links lead to within it: slugs, ascending. Read once an article.
struct LinkedSlugs {
  std::vector<std::string> slugs;

  explicit LinkedSlugs(const Article& article) {
    for (const Link& link : article.links) {
      if (link.target.starts_with('#')) slugs.push_back(loose_slug(std::string_view(link.target).substr(1)));
    }
    std::sort(slugs.begin(), slugs.end());
  }

  /// Does one begin so?
  bool any_begins_with(const std::string& slug) const {
    const auto at = std::lower_bound(slugs.begin(), slugs.end(), slug);
    return at != slugs.end() && at->starts_with(slug);
  }
};

/// Is a heading named elsewhere: by a link to it, or by its words?
bool is_referred_to(const CheckInput& input, std::uint32_t section) {
  const std::string_view heading = input.article.heading_text(input.article.sections[section]);
  if (heading.empty()) return true;
  const auto& linked = input.derived->get<LinkedSlugs>([&] { return LinkedSlugs(input.article); });
  if (linked.any_begins_with(loose_slug(heading))) return true;
  const std::size_t first = input.article.plain.find(heading);
  return input.article.plain.find(heading, first + 1) != std::string::npos;
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

/// Behind the one that names the rows: "the two methods:" may head a column each.
Listed table_columns(const Article& article, std::uint32_t table) {
  const std::uint32_t head = table + 1;
  const bool has_rows = head < article.blocks[table].end && article.blocks[head].kind == BlockKind::table_row;
  const std::uint32_t cells = has_rows ? article.blocks[head].texts.size() : 0;
  return {cells == 0 ? 0 : cells - 1, article.blocks[table].source};
}

/// The list or table that directly follows a block at the same level, if one does; of a table its rows, and then its columns.
void add_list_after(const Article& article, std::uint32_t block, std::vector<Listed>& candidates) {
  const std::uint32_t next = article.blocks[block].end;
  if (next >= article.blocks.size() || article.blocks[next].parent != article.blocks[block].parent) return;
  if (article.blocks[next].kind == BlockKind::list) candidates.push_back(list_items(article, next));
  if (article.blocks[next].kind != BlockKind::table) return;
  candidates.push_back(table_rows(article, next));
  candidates.push_back(table_columns(article, next));
}

/// A sentence that ends in a colon, or the last of its block that says "these", "following" or "here are".
bool announces_list(const CheckInput& input, std::uint32_t sentence) {
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
    if (!is_numbered(article.heading_text(article.sections[child]))) continue;
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

/// Numbers that run 1, 2, 3 and then skip or repeat one.
void Counts::check_numbering(const CheckInput& input, std::vector<Finding>& findings) const {
  const ConditionTest test(conditions, input);
  for (const BrokenNumber& broken : lists ? broken_list_numbers(input) : broken_heading_numbers(input)) {
    if (!broken.plain.empty() && !holds_at(test, input, broken.plain)) continue;
    findings.push_back({.severity = severity,
                        .source = broken.here,
                        .message = fill(message, {{"found", std::to_string(broken.number)}, {"before", std::to_string(broken.before)}}),
                        .related = {{broken.earlier, "the number before"}}});
  }
}

void Counts::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (!find) return check_numbering(input, findings);
  std::vector<Finding> found;
  check_promises(input, found);
  if (any) check_any_promise(input, found);
  std::move(found.begin(), found.end(), std::back_inserter(findings));
}

/// "three walking groups or a control group:" goes on behind the noun with something else.
bool promises_more(const CheckInput& input, std::uint32_t sentence, std::uint32_t word) {
  if (word >= input.units.sentences[sentence].words.end) return false;
  return is(form_of(input, word), WordClass::coordinator);
}

/// What is promised is the last that the sentence speaks of: "three shades, all dyed by hand:", not "of two doors there is:".
bool ends_with(const CheckInput& input, std::uint32_t sentence, IndexRange noun) {
  constexpr std::uint32_t longest_tail = 8;
  const IndexRange whole = input.units.sentences[sentence].words;
  if (whole.end - noun.end > longest_tail) return false;
  if (promises_more(input, sentence, noun.end)) return false;
  for (std::uint32_t word = noun.end; word < whole.end; ++word) {
    const Form& form = form_of(input, word);
    if ((form.flags & (form_be | form_modal)) != 0 || form.text == "there" || form.text == "above" || form.text == "other") return false;
  }
  return true;
}

/// The list below a sentence that ends in a colon, or with what it promises as the last of its block.
std::optional<Enumerated> listed_below(const CheckInput& input, std::uint32_t sentence, IndexRange noun) {
  const Sentence& said = input.units.sentences[sentence];
  const bool last =
      said.place == Place::paragraph && noun.end == said.words.end && input.units.sentences_of_text[said.text].end == sentence + 1;
  if (!input.article.text(said.plain).ends_with(':') ? !last : !ends_with(input, sentence, noun)) return std::nullopt;
  std::vector<Listed> lists;
  add_list_after(input.article, said.block, lists);
  if (lists.empty() || lists.front().count < fewest) return std::nullopt;
  const auto [fewest_listed, most_listed] = std::minmax(lists.front().count, lists.back().count);
  return Enumerated{fewest_listed, most_listed, lists.front().where};
}

/// The word behind the colon, dash or opening bracket that stands right behind a promise; nothing when the sentence goes on otherwise.
std::optional<std::uint32_t> opened_behind(const CheckInput& input, std::uint32_t sentence, std::uint32_t word) {
  if (word >= input.units.sentences[sentence].words.end) return std::nullopt;
  const std::string_view gap = gap_before(input, word);
  const bool opens = gap.starts_with(": ") || gap == " (" || gap == " \xE2\x80\x94 " || gap == " \xE2\x80\x93 ";
  return opens ? std::optional(word) : std::nullopt;
}

/// Is no number named behind this one in its sentence? "Of the ten, four rooms:" promises four.
bool is_last_number(const CheckInput& input, std::uint32_t sentence, const Typed& typed) {
  const auto behind = typed_within(input.units, {typed.words.end, input.units.sentences[sentence].words.end});
  return std::none_of(behind.begin(), behind.end(), counts_things);
}

/// "There are three reasons." before sentences that tell more of them than that; fewer may be told otherwise.
std::optional<Enumerated> told_behind(const CheckInput& input, std::uint32_t sentence, IndexRange noun, double promised) {
  if (!ends_with(input, sentence, noun)) return std::nullopt;
  const auto row = told_in_order(input, sentence);
  return row && row->most > promised ? row : std::nullopt;
}

/// What is listed of a noun: behind it, below its sentence, or in the sentences that follow.
std::optional<Enumerated> Counts::listed_of(const CheckInput& input, std::uint32_t sentence, const Typed& typed, IndexRange noun) const {
  if (const auto first = opened_behind(input, sentence, noun.end)) return enumerated_from(input, sentence, *first, open_ended);
  if (!is_last_number(input, sentence, typed)) return std::nullopt;
  const auto listed = listed_below(input, sentence, noun);
  if (listed && lists_itself(input, sentence, noun, static_cast<std::uint32_t>(typed.low))) return std::nullopt;
  return listed ? listed : told_behind(input, sentence, noun, typed.low);
}

void Counts::check_any_promise(const CheckInput& input, std::vector<Finding>& findings) const {
  // Set on documentation (2026-11-29).
  constexpr double most_apart = 3;  // beyond, what follows is not what was promised
  const ConditionTest test(conditions, input);
  Spans told;  // by rules before this one
  for (const Finding& finding : findings) told.add(finding.source);
  told.sort();
  Span last;
  std::uint32_t s = 0;
  for (const Typed& typed : input.units.typed) {
    if (!counts_things(typed) || typed.words.empty()) continue;
    while (s + 1 < input.units.sentences.size() && input.units.sentences[s].words.end <= typed.words.begin) ++s;
    const Sentence& said = input.units.sentences[s];
    if (said.place == Place::heading || said.question || says_which(input, typed)) continue;
    const IndexRange noun = plural_behind(input, s, typed.words);
    if (noun.empty() || !test.holds(s, {typed.words.begin, noun.end})) continue;
    const auto listed = listed_of(input, s, typed, noun);
    const double number = typed.low;
    if (!listed || (number >= listed->fewest && number <= listed->most)) continue;
    if (std::min(std::abs(number - listed->fewest), std::abs(number - listed->most)) > most_apart) continue;
    const IndexRange words{typed.words.begin, noun.end};
    const Span source = source_of(input, words);
    if (told.overlap(source) || last.overlaps(source)) continue;
    last = source;
    findings.push_back({.severity = severity,
                        .source = source,
                        .message = fill(message, {{"found", words_as_written(input, words)}, {"listed", std::to_string(listed->most)}}),
                        .related = {{listed->where, "what is listed"}}});
  }
}

void Counts::check_promises(const CheckInput& input, std::vector<Finding>& findings) const {
  const ConditionTest test(conditions, input);
  std::size_t corrections = 0;
  for (const Match& match : input.matches.of(*find)) {
    const Promised promise = promised(input, match);
    if (promise.number == 0 || !test.holds(match) || speaks_of_all_of_them(input, match, promise)) continue;
    const Sentence& sentence = input.units.sentences[match.sentence];
    std::vector<Listed> candidates;
    if (sentence.place == Place::heading) {
      add_headings(input, sentence.section, candidates);
      if (candidates.empty()) add_only_list(input.article, sentence.section, candidates);
    } else if (announces_list(input, match.sentence) && !promises_more(input, match.sentence, match.words.end)) {
      add_list_after(input.article, sentence.block, candidates);
    }
    const bool kept =
        std::any_of(candidates.begin(), candidates.end(), [&](const Listed& listed) { return listed.count == promise.number; });
    if (candidates.empty() || kept || candidates.front().count < fewest) continue;
    if (sentence.place == Place::heading ? holds_so_many(input.article, sentence.section, promise.number)
                                         : lists_itself(input, match.sentence, match.words, promise.number))
      continue;
    const std::string listed = std::to_string(candidates.front().count);
    const bool corrects = candidates.size() == 1 && ++corrections <= most_corrected;
    findings.push_back({.severity = severity,
                        .source = source_of(input, match.words),
                        .message = fill(fill_match(message, input, match, input.capture_names), {{"listed", listed}}),
                        .related = {{candidates.front().where, "what is listed"}},
                        .fixes = corrects ? corrected(input, sentence, promise, candidates.front().count) : Fixes{}});
  }
}

tl::expected<Check, Problems> compile_counts(const Rule& rule, CompileContext& context) {
  Counts check;
  if (Problems problems = missing_typed(rule, "find", {"number"}); !problems.empty()) return tl::unexpected(std::move(problems));
  if (rule.field("find") != nullptr) check.find = context.automaton.add(rule.phrases("find"));
  check.conditions = compile_conditions(rule, context, static_cast<std::uint16_t>(all_prose | place_bits({Place::heading})), check.find);
  check.lists = rule.text("numbers", "headings") == "items";
  check.any = rule.boolean("any", false);
  if (check.any) check.open_ended = context.automaton.add_list("open-ended");
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind counts_kind() {
  return {
      .name = "counts",
      .description =
          "A number that is promised in a heading, or in a sentence that introduces a list or a table, against the numbered headings, "
          "the "
          "list or the table that follow. {found} and {listed} may stand in the message. Without `find`, the numbers of numbered headings "
          "or items are looked at: {found} does not follow {before}.",
      .fields =
          {{.name = "find", .type = FieldType::phrase_list, .description = "The promise; one `<number>` in it is the number promised."},
           {.name = "numbers",
            .type = FieldType::choice,
            .description = "Without `find`: whose numbers are looked at, those of headings unless given.",
            .values = {"headings", "items"},
            .instead_of = "find"},
           {.name = "any",
            .type = FieldType::boolean,
            .description = "true: any noun in the plural behind a number is a promise as well, before the colon of a list, before what "
                           "the sentence itself lists behind a colon, a dash or in brackets, and before “First, … Second, …”.",
            .beside = "find"}},
      .quotes = {"found", "listed", "before"},
      .quotes_captures = true,
      .compile = compile_counts};
}

}  // namespace stet
