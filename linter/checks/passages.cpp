#include "checks/passages.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace stet {
namespace {

constexpr std::uint32_t longest_compared = 200;
constexpr std::size_t rarest_kept = 6;
constexpr std::size_t longest_posting = 64;
constexpr std::size_t most_candidates = 24;

/// Names in code spans are what a text speaks of, not what it says.
constexpr float code_share = 0.25F;

/// A link between brackets, "([Singh et al., 2019](https://…))", tells whose the statement is and not what it is.
bool names_a_source(const Word& word) { return (word.flags & word_link) != 0 && (word.flags & word_bracketed) != 0; }

/// "+", "%", or the C of "C++": no list of words knows how common it is.
bool is_sign(const Word& word, const Form& form) {
  return (word.flags & word_symbol) != 0 || (form.text.size() == 1 && (form.flags & form_number) == 0);
}

/// A count for each stem; stems are numbered without gaps.
class StemCounts {
 public:
  std::uint32_t& operator[](StemId stem) {
    if (stem >= counts_.size()) counts_.resize(std::max<std::size_t>(stem + 1, 2 * counts_.size()), 0);
    return counts_[stem];
  }
  std::uint32_t at(StemId stem) const { return stem < counts_.size() ? counts_[stem] : 0; }

 private:
  std::vector<std::uint32_t> counts_;
};

/// In how many sentences each stem occurs: the same for all passages of an article.
struct SentenceFrequency {
  StemCounts counts;
};

SentenceFrequency sentence_frequency(const CheckInput& input) {
  SentenceFrequency frequency;
  StemCounts last;  // the sentence that counted it last, plus one
  for (std::uint32_t s = 0; s < input.units.sentences.size(); ++s) {
    const IndexRange words = input.units.sentences[s].words;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      const StemId stem = input.vocabulary.form(input.units.words[w].form).stem;
      std::uint32_t& seen = last[stem];
      if (seen == s + 1) continue;
      seen = s + 1;
      ++frequency.counts[stem];
    }
  }
  return frequency;
}

class PassageReader {
 public:
  explicit PassageReader(const CheckInput& input)
      : input_(input), frequency_(input.derived->get<SentenceFrequency>([&] { return sentence_frequency(input); }).counts) {}

  /// Adds the sentences [first, end) as one passage when it has enough content.
  void add(std::uint32_t first, std::uint32_t end, std::uint32_t at_least) {
    Passage passage{first, end, {static_cast<std::uint32_t>(result_.stems.size()), 0}, 0};
    for (std::uint32_t s = first; s < end; ++s) add_words(input_.units.sentences[s].words, passage);
    passage.stems.end = static_cast<std::uint32_t>(result_.stems.size());
    if (passage.stems.size() >= at_least) {
      result_.passages.push_back(passage);
    } else {
      result_.stems.resize(passage.stems.begin);
      result_.weights.resize(passage.stems.begin);
      result_.raw.resize(passage.stems.begin);
      result_.words.resize(passage.stems.begin);
    }
  }

  Passages take() { return std::move(result_); }

 private:
  const CheckInput& input_;
  const StemCounts& frequency_;
  std::vector<float> damping_;  // by frequency, worked out once each
  Passages result_;

  /// What an article says all the time weighs less.
  float damping(std::uint32_t frequency) {
    while (damping_.size() <= frequency) damping_.push_back(1 + std::log2(static_cast<float>(damping_.size())) / 2);
    return damping_[frequency];
  }

  void add_words(IndexRange words, Passage& passage) {
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      const Form& form = input_.vocabulary.form(input_.units.words[w].form);
      if (!is_content(form) || is_sign(input_.units.words[w], form) || names_a_source(input_.units.words[w])) continue;
      const bool code = (input_.units.words[w].flags & word_code) != 0;
      const float weight = (code ? code_share : 1) * form.weight / damping(frequency_.at(form.stem));
      result_.stems.push_back(form.stem);
      result_.weights.push_back(weight);
      result_.raw.push_back(form.weight);
      result_.words.push_back(w);
      passage.weight += weight;
    }
  }
};

/// The passage's distinct stems, ascending.
void distinct_stems(const Passages& passages, const Passage& passage, std::vector<StemId>& stems) {
  stems.assign(passages.stems.begin() + passage.stems.begin, passages.stems.begin() + passage.stems.end);
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
}

/// In how many passages each stem occurs.
StemCounts passage_frequency(const Passages& passages) {
  StemCounts counts;
  std::vector<StemId> stems;
  for (const Passage& passage : passages.passages) {
    distinct_stems(passages, passage, stems);
    for (const StemId stem : stems) ++counts[stem];
  }
  return counts;
}

/// The passage's distinct stems, rarest first, as many as the index keeps.
void rarest_stems(const Passages& passages, const Passage& passage, const StemCounts& counts, std::vector<StemId>& stems) {
  distinct_stems(passages, passage, stems);
  // A stem that occurs once in the article leads to no pair.
  std::erase_if(stems, [&](StemId stem) { return counts.at(stem) < 2; });
  const auto rarer = [&](StemId a, StemId b) { return std::pair(counts.at(a), a) < std::pair(counts.at(b), b); };
  const auto kept = stems.begin() + static_cast<std::ptrdiff_t>(std::min(rarest_kept, stems.size()));
  std::partial_sort(stems.begin(), kept, stems.end(), rarer);
  stems.erase(kept, stems.end());
}

}  // namespace

namespace {

bool belong_together(const Sentence& first, const Sentence& next, PassageUnit unit) {
  if (unit == PassageUnit::sentence) return false;
  if (unit == PassageUnit::block) return next.block == first.block;
  return next.section == first.section && (first.place == Place::heading) == (next.place == Place::heading);
}

}  // namespace

Passages read_passages(const CheckInput& input, PassageUnit unit, std::uint32_t at_least, const std::function<bool(std::uint32_t)>& holds) {
  PassageReader reader(input);
  const auto count = static_cast<std::uint32_t>(input.units.sentences.size());
  for (std::uint32_t first = 0; first < count;) {
    std::uint32_t end = first + 1;
    while (end < count && belong_together(input.units.sentences[first], input.units.sentences[end], unit)) ++end;
    if (holds(first)) reader.add(first, end, at_least);
    first = end;
  }
  return reader.take();
}

IndexRange words_of(const CheckInput& input, const Passage& passage) {
  return {input.units.sentences[passage.first_sentence].words.begin, input.units.sentences[passage.end_sentence - 1].words.end};
}

Alignment align(const Passages& passages, std::uint32_t a, std::uint32_t b) {
  const Passage& first = passages.passages[a];
  const Passage& second = passages.passages[b];
  const std::uint32_t rows = std::min(first.stems.size(), longest_compared);
  const std::uint32_t columns = std::min(second.stems.size(), longest_compared);
  const auto stem_a = passages.stems.begin() + first.stems.begin;
  const auto stem_b = passages.stems.begin() + second.stems.begin;
  // length[i][j]: of the longest common subsequence of what follows i and j.
  std::vector<std::uint8_t> length((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::uint32_t i, std::uint32_t j) -> std::uint8_t& { return length[std::size_t{i} * (columns + 1) + j]; };
  for (std::uint32_t i = rows; i-- > 0;) {
    for (std::uint32_t j = columns; j-- > 0;) {
      at(i, j) = stem_a[i] == stem_b[j] ? static_cast<std::uint8_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  Alignment alignment;
  for (std::uint32_t i = 0, j = 0; i < rows && j < columns;) {
    if (stem_a[i] == stem_b[j]) {
      alignment.emplace_back(i++, j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
  return alignment;
}

std::optional<Alignment> align_rotated(const Passages& passages, std::uint32_t a, std::uint32_t b) {
  constexpr std::uint32_t longest_opening = 4;
  constexpr std::uint32_t shortest = 4;
  const IndexRange left = passages.passages[a].stems;
  const IndexRange right = passages.passages[b].stems;
  const std::uint32_t count = left.size();
  if (count != right.size() || count < shortest || count > longest_compared) return std::nullopt;
  const auto aligned = [&](std::uint32_t by) {
    Alignment alignment;
    for (std::uint32_t i = 0; i < count && alignment.size() + 1 >= i; ++i) {
      const std::uint32_t other = (i + by) % count;
      if (passages.stems[left.begin + i] == passages.stems[right.begin + other]) alignment.emplace_back(i, other);
    }
    return alignment;
  };
  for (std::uint32_t moved = 1; moved <= std::min(longest_opening, count / 2); ++moved) {
    for (const std::uint32_t by : {moved, count - moved}) {
      Alignment alignment = aligned(by);
      if (alignment.size() + 1 >= count) return alignment;
    }
  }
  return std::nullopt;
}

/// Weight of the stems that both passages have, each as often as both have it.
static float common_weight(const Passages& passages, const Passage& a, const Passage& b) {
  std::vector<std::pair<StemId, float>> left;
  for (std::uint32_t i = a.stems.begin; i < a.stems.end; ++i) left.emplace_back(passages.stems[i], passages.weights[i]);
  std::vector<StemId> right(passages.stems.begin() + b.stems.begin, passages.stems.begin() + b.stems.end);
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  float common = 0;
  auto other = right.begin();
  for (const auto& [stem, weight] : left) {
    while (other != right.end() && *other < stem) ++other;
    if (other == right.end()) break;
    if (*other == stem) {
      common += weight;
      ++other;
    }
  }
  return common;
}

Likeness likeness_of(const Passages& passages, std::uint32_t a, std::uint32_t b, const Alignment& alignment) {
  const Passage& first = passages.passages[a];
  const Passage& second = passages.passages[b];
  Likeness likeness;
  std::uint32_t adjacent = 0;
  for (std::size_t k = 0; k < alignment.size(); ++k) {
    likeness.weight += passages.weights[first.stems.begin + alignment[k].first];
    const bool follows = k > 0 && alignment[k].first == alignment[k - 1].first + 1 && alignment[k].second == alignment[k - 1].second + 1;
    adjacent += follows ? 1U : 0U;
  }
  likeness.shared = static_cast<std::uint32_t>(alignment.size());
  likeness.contained = likeness.weight / std::max(0.001F, std::min(first.weight, second.weight));
  likeness.overlap = likeness.weight / std::max(0.001F, first.weight + second.weight - likeness.weight);
  const float common = common_weight(passages, first, second);
  likeness.unordered_weight = common;
  likeness.unordered = common / std::max(0.001F, first.weight + second.weight - common);
  likeness.unordered_share = common / std::max(0.001F, std::min(first.weight, second.weight));
  likeness.cohesion = alignment.size() < 2 ? 0 : static_cast<float>(adjacent) / static_cast<float>(alignment.size() - 1);
  return likeness;
}

namespace {

/// Of the passages that share two stems or more, those that share most, ascending. `sharing` names each as often as it shares a stem.
std::vector<std::uint32_t> most_shared(std::vector<std::uint32_t>& sharing) {
  std::sort(sharing.begin(), sharing.end());
  std::vector<std::pair<std::size_t, std::uint32_t>> ranked;  // by how few they share, then by place
  for (auto first = sharing.begin(); first != sharing.end();) {
    const auto end = std::upper_bound(first, sharing.end(), *first);
    const auto count = static_cast<std::size_t>(end - first);
    if (count >= 2) ranked.emplace_back(rarest_kept - count, *first);
    first = end;
  }
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > most_candidates) ranked.resize(most_candidates);
  std::vector<std::uint32_t> result;
  for (const auto& [rank, earlier] : ranked) result.push_back(earlier);
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

float shared_share(const Passages& passages, std::uint32_t a, std::uint32_t b) {
  const Passage& first = passages.passages[a];
  const Passage& second = passages.passages[b];
  const auto sorted = [&](const Passage& passage) {
    std::vector<std::pair<StemId, float>> stems;
    for (std::uint32_t i = passage.stems.begin; i < passage.stems.end; ++i) stems.emplace_back(passages.stems[i], passages.raw[i]);
    std::sort(stems.begin(), stems.end());
    return stems;
  };
  const auto left = sorted(first);
  const auto right = sorted(second);
  float total_left = 0;
  float total_right = 0;
  float shared = 0;
  for (const auto& [stem, weight] : left) total_left += weight;
  for (const auto& [stem, weight] : right) total_right += weight;
  for (auto a_at = left.begin(), b_at = right.begin(); a_at != left.end() && b_at != right.end();) {
    if (a_at->first == b_at->first) {
      shared += a_at->second;
      ++a_at;
      ++b_at;
    } else {
      (a_at->first < b_at->first ? a_at : b_at) = a_at->first < b_at->first ? a_at + 1 : b_at + 1;
    }
  }
  return shared / std::max(0.001F, std::min(total_left, total_right));
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs(const Passages& passages) {
  const StemCounts counts = passage_frequency(passages);
  std::unordered_map<StemId, std::vector<std::uint32_t>> postings;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::vector<std::uint32_t> sharing;
  std::vector<StemId> stems;
  for (std::uint32_t later = 0; later < passages.passages.size(); ++later) {
    sharing.clear();
    rarest_stems(passages, passages.passages[later], counts, stems);
    for (const StemId stem : stems) {
      std::vector<std::uint32_t>& posting = postings[stem];
      sharing.insert(sharing.end(), posting.begin(), posting.end());
      if (posting.size() < longest_posting) posting.push_back(later);
    }
    for (const std::uint32_t earlier : most_shared(sharing)) pairs.emplace_back(later, earlier);
  }
  return pairs;
}

}  // namespace stet
