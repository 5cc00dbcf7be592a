#include "matching/frames.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/clauses.h"
#include "language/negation.h"
#include "matching/list_hits.h"

namespace stet {
namespace {

constexpr auto named_frames = std::to_array<std::pair<std::string_view, std::uint16_t>>({
    {"negated", frame_negated},
    {"hedged", frame_hedged},
    {"questioned", frame_questioned},
    {"quoted", frame_quoted},
    {"attributed", frame_attributed},
    {"conditional", frame_conditional},
    {"past", frame_past},
    {"myth", frame_myth},
});

/// How many words a negation reaches forward inside its clause.
constexpr std::uint32_t negation_reach = 7;

/// Sentences of a heading that are looked at, however long a text somebody makes one.
constexpr std::uint32_t longest_heading = 4;

/// Hits of the lists that lie in `words`.
template <typename Test>
bool any_hit(const Matches& matches, ListId list, IndexRange words, Test test) {
  if (list == no_index) return false;
  const auto hits = list_hits_in(matches, words);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const ListHit& hit) { return hit.list == list && hit.words.end <= words.end && test(hit.words); });
}

bool anywhere(IndexRange /*hit*/) { return true; }

bool negated(const Article& article, const Units& units, const Vocabulary& vocabulary, const Matches& matches, const FrameCues& cues,
             std::uint32_t sentence, IndexRange words) {
  const IndexRange whole = units.sentences[sentence].words;
  IndexRange before{clause_of(article, units, vocabulary, sentence, words.begin).begin, words.begin};
  if (before.size() > negation_reach) before.begin = before.end - negation_reach;
  for (std::uint32_t word = before.begin; word < before.end; ++word) {
    if (denies(units, vocabulary, whole, word)) return true;
  }
  return any_hit(matches, cues.negation, {before.begin, words.end}, [&](IndexRange hit) { return hit.begin < words.begin; });
}

/// The heading of the sentence's section, or of one above it, speaks of myths; or the sentence opens with the word.
bool under_myth(const Article& article, const Units& units, const Matches& matches, const FrameCues& cues, std::uint32_t sentence) {
  const Sentence& said = units.sentences[sentence];
  const IndexRange opening{said.words.begin, std::min(said.words.begin + 4, said.words.end)};
  if (any_hit(matches, cues.myth, opening, anywhere)) return true;
  for (std::uint32_t section = said.section; section != 0; section = article.sections[section].parent) {
    const Block& heading = article.blocks[article.sections[section].heading];
    for (std::uint32_t text = heading.texts.begin; text < heading.texts.end; ++text) {
      IndexRange sentences = units.sentences_of_text[text];
      sentences.end = std::min(sentences.end, sentences.begin + longest_heading);
      for (std::uint32_t i = sentences.begin; i < sentences.end; ++i) {
        if (any_hit(matches, cues.myth, units.sentences[i].words, anywhere)) return true;
      }
    }
  }
  return false;
}

}  // namespace

std::uint16_t frame_by_name(std::string_view name) {
  for (const auto& [frame_name, bit] : named_frames) {
    if (frame_name == name) return bit;
  }
  return 0;
}

const std::vector<std::string_view>& frame_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> result;
    result.reserve(named_frames.size());
    for (const auto& [frame_name, bit] : named_frames) result.push_back(frame_name);
    return result;
  }();
  return names;
}

FrameCues add_frame_cues(AutomatonBuilder& builder) {
  return {.hedge = builder.add_list("frame-hedge"),
          .attribution = builder.add_list("frame-attribution"),
          .condition = builder.add_list("frame-condition"),
          .past = builder.add_list("frame-past"),
          .myth = builder.add_list("frame-myth"),
          .negation = builder.add_list("frame-negation"),
          .bystander = builder.add_list("bystander"),
          .plain_word = builder.add_list("plain-word"),
          .throughout = builder.add_list("throughout")};
}

std::uint16_t frames_of(const Article& article, const Units& units, const Vocabulary& vocabulary, const Matches& matches,
                        const FrameCues& cues, std::uint32_t sentence, IndexRange words) {
  const Sentence& said = units.sentences[sentence];
  const IndexRange before{said.words.begin, words.begin};
  std::uint16_t frames = 0;
  const auto set = [&](std::uint16_t bit, bool holds) {
    if (holds) frames = static_cast<std::uint16_t>(frames | bit);
  };
  set(frame_negated, negated(article, units, vocabulary, matches, cues, sentence, words));
  const IndexRange clause = clause_of(article, units, vocabulary, sentence, words.begin);
  set(frame_hedged, any_hit(matches, cues.hedge, {clause.begin, std::max(clause.end, words.end)}, anywhere));
  set(frame_questioned, said.question);
  set(frame_quoted, said.place == Place::quote || (units.words[words.begin].flags & word_quoted) != 0);
  set(frame_attributed,
      any_hit(matches, cues.attribution, said.words, [&](IndexRange hit) { return hit.end <= words.begin || hit.begin >= words.end; }));
  set(frame_conditional, any_hit(matches, cues.condition, before, anywhere));
  set(frame_past, any_hit(matches, cues.past, said.words, anywhere));
  set(frame_myth, under_myth(article, units, matches, cues, sentence));
  return frames;
}

}  // namespace stet
