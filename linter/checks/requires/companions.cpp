#include "checks/requires/companions.h"

#include <algorithm>

#include "matching/frames.h"

namespace stet {

bool overlaps_any(const std::vector<Match>& matches, IndexRange words) {
  auto match = std::lower_bound(matches.begin(), matches.end(), words.begin,
                                [](const Match& candidate, std::uint32_t begin) { return candidate.words.end <= begin; });
  return match != matches.end() && match->words.overlaps(words);
}

std::vector<Companion> companions_of(const CompanionPatterns& patterns, const CheckInput& input) {
  std::vector<Companion> companions;
  if (patterns.needs_citation) {
    for (const std::uint32_t sentence : cited_sentences(patterns.sources, input)) companions.push_back({sentence, nullptr});
  }
  const std::vector<Match>& exceptions = input.matches.of(patterns.needs_unless);
  for (const Match& match : input.matches.of(patterns.needs)) {
    if (overlaps_any(exceptions, match.words)) continue;
    const std::uint16_t frames = frames_of(input, match.sentence, match.words);
    if ((frames & frame_negated) == 0) companions.push_back({match.sentence, match.captures.empty() ? nullptr : &match});
  }
  std::stable_sort(companions.begin(), companions.end(), [](const Companion& a, const Companion& b) {
    return std::pair(a.sentence, a.match != nullptr) < std::pair(b.sentence, b.match != nullptr);
  });
  const auto same = [](const Companion& a, const Companion& b) { return a.sentence == b.sentence && a.match == b.match; };
  companions.erase(std::unique(companions.begin(), companions.end(), same), companions.end());
  return companions;
}

Companions first_from(const std::vector<Companion>& companions, std::uint32_t sentence) {
  return std::lower_bound(companions.begin(), companions.end(), sentence,
                          [](const Companion& companion, std::uint32_t at) { return companion.sentence < at; });
}

void Answered::add(const std::vector<std::uint32_t>& more) {
  subjects.insert(subjects.end(), more.begin(), more.end());
  std::sort(subjects.begin(), subjects.end());
  subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
}

bool is_followed(const CheckInput& input, PatternId pattern, const Match& match) {
  const std::uint32_t next = match.sentence + 1;
  if (next >= input.units.sentences.size() || input.units.sentences[next].block != input.units.sentences[match.sentence].block)
    return false;
  const std::vector<Match>& matches = input.matches.of(pattern);
  const auto found = std::lower_bound(matches.begin(), matches.end(), next,
                                      [](const Match& candidate, std::uint32_t sentence) { return candidate.sentence < sentence; });
  return found != matches.end() && found->sentence == next;
}

}  // namespace stet
