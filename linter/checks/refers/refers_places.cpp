// Titles and directions by which an article refers to its own parts: “see the section “Watering””, “the table below”.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "checks/refers/refers.h"
#include "checks/wording/captures.h"
#include "checks/wording/message.h"
#include "text/unicode.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_title = 14;  // words
constexpr std::size_t most_titles = 256;     // titles that all headings are searched for

/// The words between the quotation marks, or in the emphasis, that begin at a word.
IndexRange marked_up_at(const CheckInput& input, std::uint32_t word, std::uint32_t end) {
  for (const WordFlag flag : {word_quoted, word_emphasis}) {
    std::uint32_t last = word;
    while (last < std::min(end, word + longest_title + 1) && (input.units.words[last].flags & flag) != 0) ++last;
    if (last > word && last - word <= longest_title) return {word, last};
  }
  return {};
}

/// Letters and digits of all headings.
std::set<std::string> heading_slugs(const CheckInput& input) {
  std::set<std::string> slugs;
  for (std::size_t s = 1; s < input.article.sections.size(); ++s) {
    slugs.insert(loose_slug(input.article.heading_text(input.article.sections[s])));
  }
  return slugs;
}

/// A heading has the title, or goes on behind it, or has a number before it.
bool has_title(const std::set<std::string>& slugs, const std::string& title) {
  return std::any_of(slugs.begin(), slugs.end(), [&](const std::string& slug) { return slug.find(title) != std::string::npos; });
}

bool belongs_elsewhere(const CheckInput& input, std::uint32_t sentence, IndexRange title) {
  const IndexRange whole = input.units.sentences[sentence].words;
  if ((input.units.words[title.begin].flags & word_link) != 0) return true;
  if (title.end >= whole.end) return false;
  return is(form_of(input, title.end), WordClass::elsewhere_tie);
}

/// What a word such as "table" calls, as far as blocks and images show it.
bool is_called(const CheckInput& input, const Block& block, std::string_view thing) {
  if (thing == "table") return block.kind == BlockKind::table;
  if (thing == "list") return block.kind == BlockKind::list;
  if (thing == "code" || thing == "snippet" || thing == "listing") return block.kind == BlockKind::code;
  for (std::uint32_t t = block.texts.begin; t < block.texts.end; ++t) {
    const IndexRange inlines = input.article.texts[t].inlines;
    for (std::uint32_t i = inlines.begin; i < inlines.end; ++i) {
      if (input.article.inlines[i].kind == InlineKind::image) return true;
    }
  }
  return false;
}

/// Blocks that may hold anything: raw HTML, a generator's own.
bool hides_things(const Block& block) { return block.kind == BlockKind::html || block.kind == BlockKind::directive; }

/// Where things of one name stand, seen from all of the article.
struct Spread {
  std::uint32_t first = no_index;  ///< source offset of the first one
  std::uint32_t last = 0;
  bool unknown = false;  ///< some may stand in what is not read
};

Spread spread_of(const CheckInput& input, std::string_view thing) {
  Spread spread;
  for (const Block& block : input.article.blocks) {
    spread.unknown = spread.unknown || hides_things(block) || (thing == "table" && block.kind == BlockKind::code);
    if (!is_called(input, block, thing)) continue;
    spread.first = std::min(spread.first, block.source.begin);
    spread.last = std::max(spread.last, block.source.end);
  }
  return spread;
}

}  // namespace

void check_titles(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  if (!rule.find || input.matches.of(*rule.find).empty() || input.article.sections.size() < 4) return;
  const std::set<std::string> slugs = heading_slugs(input);
  const ConditionTest test(rule.conditions, input);
  std::size_t looked_up = 0;
  for (const Match& match : input.matches.of(*rule.find)) {
    const IndexRange whole = input.units.sentences[match.sentence].words;
    const IndexRange title = marked_up_at(input, match.words.end, whole.end);
    if (title.empty() || !test.holds(match) || belongs_elsewhere(input, match.sentence, title)) continue;
    const std::string slug = loose_slug(words_as_written(input, title));
    if (slug.empty() || slugs.contains(slug) || ++looked_up > most_titles || has_title(slugs, slug)) continue;
    findings.push_back({.severity = rule.severity,
                        .source = source_of(input, title),
                        .message = fill(rule.message, {{"found", words_as_written(input, title)}}),
                        .related = {}});
  }
}

void check_directions(const Refers& rule, const CheckInput& input, std::vector<Finding>& findings) {
  if (!rule.find) return;
  const ConditionTest test(rule.conditions, input);
  std::map<std::string_view, Spread> spreads;
  for (const Match& match : input.matches.of(*rule.find)) {
    const IndexRange thing = captured(input, match, "thing");
    const IndexRange where = captured(input, match, "where");
    if (thing.empty() || where.empty() || !test.holds(match)) continue;
    const std::string_view name = input.vocabulary.stem_text(form_of(input, thing.begin).lemma);
    auto spread = spreads.find(name);
    if (spread == spreads.end()) spread = spreads.emplace(name, spread_of(input, form_of(input, thing.begin).text)).first;
    const Span here = source_of(input, match.words);
    const std::string_view direction = form_of(input, where.begin).text;
    const bool below = direction == "below" || direction == "following" || direction == "underneath";
    const bool found_there = below ? spread->second.last > here.end : spread->second.first < here.begin;
    if (spread->second.unknown || spread->second.first == no_index || found_there) continue;
    findings.push_back({.severity = rule.severity,
                        .source = here,
                        .message = fill(rule.message, {{"found", words_as_written(input, match.words)}}),
                        .related = {}});
  }
}

}  // namespace stet
