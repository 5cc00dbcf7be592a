// titles: the title in the front matter and the first heading name one thing.
#include <algorithm>
#include <optional>
#include <unordered_set>

#include "checks/kinds.h"
#include "checks/wording/message.h"
#include "claims/keys.h"
#include "matching/conditions.h"
#include "matching/list_hits.h"

namespace stet {
namespace {

constexpr std::size_t longest_name = 3;  ///< words in which the two differ

struct Titles {
  Conditions conditions;
  ListId kinds = no_index;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// Content words of a title, in order, and where they stand.
struct TitleWords {
  std::vector<WordKey> keys;
  std::vector<std::uint32_t> words;
};

TitleWords content_of(const CheckInput& input, IndexRange words) {
  TitleWords content;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (!is_content(form_of(input, word))) continue;
    content.keys.push_back(key_of(input, form_of(input, word).stem));
    content.words.push_back(word);
  }
  return content;
}

/// The sentence of the front matter that is the article's title.
std::optional<std::uint32_t> title_field(const CheckInput& input) {
  if (input.front_matter == nullptr || input.article.title.empty()) return std::nullopt;
  const auto& sentences = input.front_matter->units.sentences;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    if (input.front_matter->article.text(sentences[s].plain) == input.article.title) return s;
  }
  return std::nullopt;
}

/// The sentence of the first heading, when it is of the highest level and one sentence.
std::optional<std::uint32_t> first_heading(const CheckInput& input) {
  if (input.article.sections.size() < 2 || input.article.sections[1].level != 1) return std::nullopt;
  const Block& heading = input.article.blocks[input.article.sections[1].heading];
  if (heading.texts.size() != 1) return std::nullopt;
  const IndexRange sentences = input.units.sentences_of_text[heading.texts.begin];
  return sentences.size() == 1 ? std::optional(sentences.begin) : std::nullopt;
}

/// What is left of two titles behind the words that both begin with, or before those that both end in; as indices into their words.
struct Rest {
  IndexRange title;
  IndexRange heading;
};

Rest rest_of(const TitleWords& title, const TitleWords& heading) {
  const auto t = static_cast<std::uint32_t>(title.keys.size());
  const auto h = static_cast<std::uint32_t>(heading.keys.size());
  std::uint32_t begin = 0;
  while (begin < std::min(t, h) && title.keys[begin] == heading.keys[begin]) ++begin;
  std::uint32_t end = 0;
  while (end < std::min(t, h) - begin && title.keys[t - 1 - end] == heading.keys[h - 1 - end]) ++end;
  if (begin + end == 0) return {};
  return {{begin, t - end}, {begin, h - end}};
}

/// Are the words in a row all capitalized, and not only such as say what kind of article it is ("Full", "Complete")?
bool is_name(const CheckInput& input, ListId kinds, const TitleWords& title, IndexRange rest) {
  const auto first = title.words.begin() + rest.begin;
  const auto last = title.words.begin() + rest.end;
  const auto says_kind = [&](std::uint32_t word) { return is_entry(input.matches, kinds, {word, word + 1}); };
  return !std::all_of(first, last, says_kind) &&
         std::all_of(first, last, [&](std::uint32_t word) { return (input.units.words[word].flags & word_capitalized) != 0; });
}

/// How many of the words the text has outside its first heading.
std::uint32_t said_in_text(const std::unordered_set<WordKey>& text, const TitleWords& title, IndexRange rest) {
  return static_cast<std::uint32_t>(
      std::count_if(title.keys.begin() + rest.begin, title.keys.begin() + rest.end, [&](WordKey key) { return text.contains(key); }));
}

void Titles::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  const auto field = title_field(input);
  const auto first = first_heading(input);
  if (!field || !first) return;
  const CheckInput& front = *input.front_matter;
  const Sentence& said = input.units.sentences[*first];
  const TitleWords title = content_of(front, front.units.sentences[*field].words);
  const TitleWords heading = content_of(input, said.words);
  const Rest rest = rest_of(title, heading);
  if (rest.title.empty() || rest.heading.empty() || rest.title.size() > longest_name || rest.heading.size() > longest_name) return;
  if (!is_name(front, kinds, title, rest.title) || !is_name(input, kinds, heading, rest.heading)) return;
  std::unordered_set<WordKey> text;
  for (std::uint32_t word = 0; word < input.units.words.size(); ++word) {
    if (!said.words.contains(word)) text.insert(key_of(input, form_of(input, word).stem));
  }
  // The text has all words of the one and none of the other: that one was left over.
  const std::uint32_t of_title = said_in_text(text, title, rest.title);
  const std::uint32_t of_heading = said_in_text(text, heading, rest.heading);
  const bool left_over = (of_title == rest.title.size() && of_heading == 0) || (of_heading == rest.heading.size() && of_title == 0);
  if (!left_over || !ConditionTest(conditions, input).holds(*first)) return;
  const IndexRange here{heading.words[rest.heading.begin], heading.words[rest.heading.end - 1] + 1};
  const IndexRange there{title.words[rest.title.begin], title.words[rest.title.end - 1] + 1};
  const Span source = source_of(front, there);
  findings.push_back({.severity = severity,
                      .source = source_of(input, here),
                      .message = fill(message, {{"found", words_as_written(input, here)},
                                                {"other", words_as_written(front, there)},
                                                {"line", std::to_string(line_of(input, source))}}),
                      .related = {{.source = source, .message = "the title", .marks = {}}}});
}

tl::expected<Check, Problems> compile_titles(const Rule& rule, CompileContext& context) {
  return Titles{compile_conditions(rule, context, place_bits({Place::heading})), context.automaton.add_list("article-kind"),
                rule.info.severity, rule.message};
}

}  // namespace

Kind titles_kind() {
  return {
      .name = "titles",
      .description =
          "The title in the front matter and the first heading name one thing. They differ in a name where both begin or end alike, and "
          "the text has the one name and never the other: it was left over from another article. {found}, {other} and {line} may stand "
          "in the message.",
      .fields = {},
      .quotes = {"found", "other", "line"},
      .compile = compile_titles};
}

}  // namespace stet
