// Helpers of the matching tests.
#pragma once

#include <string>
#include <vector>

#include "matching/automaton.h"
#include "matching/frames.h"

namespace stet {

/// An article with everything that a match needs, and the one pattern that is looked for.
struct Found {
  Source source;
  Article article;
  Vocabulary base;
  Vocabulary words{nullptr};
  Units units;
  Automaton automaton;
  FrameCues cues;
  PatternId pattern = 0;
  Matches matches;

  std::string text(IndexRange range) const {
    return std::string(article.text({units.words[range.begin].plain.begin, units.words[range.end - 1].plain.end}));
  }
};

inline std::vector<WrittenPhrase> phrases(const std::vector<std::string>& texts) {
  std::vector<WrittenPhrase> result;
  for (const std::string& text : texts) result.push_back({text, {}});
  return result;
}

inline WordList word_list(const std::string& name, const std::vector<std::string>& words) {
  WordList list;
  list.name = name;
  for (const std::string& word : words) list.entries.push_back({word, 1, {}});
  return list;
}

/// Looks for one pattern, and for another beside it (the pattern's id plus one).
inline std::unique_ptr<Found> find_phrases(const std::vector<WrittenPhrase>& wanted, const std::string& markdown,
                                           const std::vector<WrittenPhrase>& beside = {},
                                           const std::map<std::string, WordList>& lists = {}) {
  auto found = std::make_unique<Found>();
  AutomatonBuilder builder(lists, found->base);
  found->cues = add_frame_cues(builder);
  found->pattern = builder.add(wanted);
  builder.add(beside, found->pattern);
  found->automaton = builder.build();
  found->source = *make_source("test.md", markdown);
  found->article = parse_article(found->source);
  found->words = Vocabulary(&found->base);
  found->units = read_units(found->article, found->words);
  found->matches = found->automaton.find(found->article, found->units, found->words);
  return found;
}

inline std::unique_ptr<Found> find(const std::vector<std::string>& wanted, const std::string& markdown,
                                   const std::map<std::string, WordList>& lists = {}) {
  return find_phrases(phrases(wanted), markdown, {}, lists);
}

/// Texts of all matches, joined by " | ".
inline std::string matched(const std::vector<std::string>& wanted, const std::string& markdown,
                           const std::map<std::string, WordList>& lists = {}) {
  const auto found = find(wanted, markdown, lists);
  std::string text;
  for (const Match& match : found->matches.of(found->pattern)) text += (text.empty() ? "" : " | ") + found->text(match.words);
  return text;
}

}  // namespace stet
