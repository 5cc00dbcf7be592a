#include "comparing/passages.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cmath>
#include <span>
#include <utility>

namespace stet {
namespace {

// The first three, and longest_compared, bound the work. Set 2026-11-23, before there were labelled sets; measured on all open ones since,
// and kept (2026-11-29).
constexpr std::size_t rarest_kept = 8;
constexpr std::uint32_t longest_posting = 64;
constexpr std::size_t most_candidates = 24;
constexpr std::uint32_t run_stems = 4;
constexpr std::size_t run_posting = 2;

/// Names in code spans are what a text speaks of, not what it says.
constexpr float code_share = 0.25F;

/// A link between brackets, "([Singh et al., 2019](https://…))", tells whose the statement is and not what it is.
bool names_a_source(const Word& word) { return (word.flags & word_link) != 0 && (word.flags & word_bracketed) != 0; }

/// "+", "%", or the C of "C++": no list of words knows how common it is.
bool is_sign(const Word& word, const Form& form) {
  return (word.flags & word_symbol) != 0 || (form.text.size() == 1 && (form.flags & form_number) == 0);
}

/// In how many sentences the stem of each word occurs: the same for all passages of an article.
struct SentenceFrequency {
  std::vector<std::uint32_t> by_word;
};

/// Numbers stems in the order in which they first come, by open addressing: an array of all stems would be that of the rules' words, which
/// are many times those of most articles.
class StemNumbers {
 public:
  explicit StemNumbers(std::size_t most) : slots_(std::bit_ceil(2 * most + 2), {0, none}) { stems_.reserve(most); }

  std::uint32_t of(StemId stem) {
    std::size_t at = (stem * 0x9E3779B1U) & (slots_.size() - 1);
    for (; slots_[at].second != none; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].first == stem) return slots_[at].second;
    }
    slots_[at] = {stem, static_cast<std::uint32_t>(stems_.size())};
    stems_.push_back(stem);
    return slots_[at].second;
  }
  const std::vector<StemId>& stems() const { return stems_; }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::pair<StemId, std::uint32_t>> slots_;  // a stem, and its number
  std::vector<StemId> stems_;                            // by number
};

SentenceFrequency sentence_frequency(const CheckInput& input) {
  StemNumbers numbers(input.units.words.size());
  std::vector<std::uint32_t> of_word(input.units.words.size());
  std::vector<std::uint32_t> counts(input.units.words.size(), 0);
  std::vector<std::uint32_t> last(input.units.words.size(), no_index);  // the sentence that counted a stem last
  for (std::uint32_t s = 0; s < input.units.sentences.size(); ++s) {
    const IndexRange words = input.units.sentences[s].words;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      const std::uint32_t number = of_word[w] = numbers.of(form_of(input, w).stem);
      if (std::exchange(last[number], s) != s) ++counts[number];
    }
  }
  SentenceFrequency frequency{std::vector<std::uint32_t>(input.units.words.size())};
  for (std::uint32_t s = 0; s < input.units.sentences.size(); ++s) {
    const IndexRange words = input.units.sentences[s].words;
    for (std::uint32_t w = words.begin; w < words.end; ++w) frequency.by_word[w] = counts[of_word[w]];
  }
  return frequency;
}

class PassageReader {
 public:
  explicit PassageReader(const CheckInput& input)
      : input_(input), frequency_(input.derived->get<SentenceFrequency>([&] { return sentence_frequency(input); }).by_word) {}

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
  const std::vector<std::uint32_t>& frequency_;  // by word
  std::vector<float> damping_;                   // by frequency, worked out once each
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
      const float weight = (code ? code_share : 1) * form.weight / damping(frequency_[w]);
      result_.stems.push_back(form.stem);
      result_.weights.push_back(weight);
      result_.raw.push_back(form.weight);
      result_.words.push_back(w);
      passage.weight += weight;
    }
  }
};

/// The stems of some passages, numbered without gaps in order of their ids.
struct NumberedStems {
  std::vector<std::uint32_t> numbers;  ///< beside Passages::stems
  std::vector<std::uint32_t> counts;   ///< by number: in how many passages the stem occurs
};

NumberedStems number_stems(const Passages& passages) {
  StemNumbers first_come(passages.stems.size());
  NumberedStems stems;
  stems.numbers.reserve(passages.stems.size());
  for (const StemId stem : passages.stems) stems.numbers.push_back(first_come.of(stem));
  std::vector<StemId> ordered = first_come.stems();
  std::sort(ordered.begin(), ordered.end());
  stems.counts.resize(ordered.size());
  std::vector<std::uint32_t> rank(ordered.size());  // by number
  for (std::uint32_t i = 0; i < ordered.size(); ++i) rank[first_come.of(ordered[i])] = i;
  for (std::uint32_t& number : stems.numbers) number = rank[number];
  std::vector<std::uint32_t> last(stems.counts.size());  // the passage that counted a stem last, plus one
  for (std::uint32_t p = 0; p < passages.passages.size(); ++p) {
    const IndexRange range = passages.passages[p].stems;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t number = stems.numbers[i];
      if (last[number] != p + 1) ++stems.counts[number];
      last[number] = p + 1;
    }
  }
  return stems;
}

/// A stem's number by how many passages have it, so that the rarest come first.
using Rarity = std::pair<std::uint32_t, std::uint32_t>;

/// The passage's distinct stems, rarest first, as many as the index keeps. One that occurs nowhere else leads to no pair.
void rarest_stems(const NumberedStems& numbered, IndexRange passage, std::vector<Rarity>& stems) {
  stems.clear();
  for (std::uint32_t i = passage.begin; i < passage.end; ++i) {
    const Rarity stem{numbered.counts[numbered.numbers[i]], numbered.numbers[i]};
    if (stem.first < 2 || (stems.size() == rarest_kept && stem >= stems.back())) continue;
    const auto place = std::lower_bound(stems.begin(), stems.end(), stem);
    if (place != stems.end() && *place == stem) continue;
    stems.insert(place, stem);
    if (stems.size() > rarest_kept) stems.pop_back();
  }
}

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

namespace {

/// How many of the rarest stems of one passage each earlier one has.
class SharingCounts {
 public:
  explicit SharingCounts(std::size_t passages) : counts_(passages, 0) {}

  void add(std::uint32_t passage) {
    if (counts_[passage]++ == 0) touched_.push_back(passage);
  }

  /// Of the passages that share two stems or more, those that share most, ascending. Counting begins anew.
  const std::vector<std::uint32_t>& take() {
    ranked_.clear();
    for (const std::uint32_t passage : touched_) {
      const std::size_t count = std::exchange(counts_[passage], std::uint8_t{0});
      if (count >= 2) ranked_.emplace_back(rarest_kept - count, passage);
    }
    touched_.clear();
    if (ranked_.size() > most_candidates) {
      std::nth_element(ranked_.begin(), ranked_.begin() + most_candidates, ranked_.end());
      ranked_.resize(most_candidates);
    }
    result_.clear();
    for (const auto& [rank, passage] : ranked_) result_.push_back(passage);
    std::sort(result_.begin(), result_.end());
    return result_;
  }

 private:
  std::vector<std::uint8_t> counts_;  // by passage, at most `rarest_kept`
  std::vector<std::uint32_t> touched_;
  std::vector<std::pair<std::size_t, std::uint32_t>> ranked_;  // by how few they share, then by place
  std::vector<std::uint32_t> result_;
};

/// The first passages that have each stem, by its number, among their rarest.
class Postings {
 public:
  explicit Postings(const std::vector<std::uint32_t>& counts) {
    begin_.reserve(counts.size() + 1);
    std::uint32_t slots = 0;
    for (const std::uint32_t count : counts) {
      begin_.push_back(slots);
      slots += std::min(count, longest_posting);
    }
    begin_.push_back(slots);
    passages_.resize(slots);
    used_.assign(counts.size(), 0);
  }

  std::span<const std::uint32_t> of(std::uint32_t stem) const { return {passages_.data() + begin_[stem], used_[stem]}; }
  void add(std::uint32_t stem, std::uint32_t passage) {
    if (begin_[stem] + used_[stem] < begin_[stem + 1]) passages_[begin_[stem] + used_[stem]++] = passage;
  }

 private:
  std::vector<std::uint32_t> begin_;  // by stem, into passages_
  std::vector<std::uint32_t> used_;   // by stem
  std::vector<std::uint32_t> passages_;
};

}  // namespace

SortedStems::SortedStems(const Passages& passages) : passages_(passages) {
  stems_.reserve(passages.stems.size());
  for (std::size_t i = 0; i < passages.stems.size(); ++i) stems_.emplace_back(passages.stems[i], passages.raw[i]);
  for (const Passage& passage : passages.passages) {
    std::sort(stems_.begin() + passage.stems.begin, stems_.begin() + passage.stems.end);
    float total = 0;
    for (std::uint32_t i = passage.stems.begin; i < passage.stems.end; ++i) total += stems_[i].second;
    totals_.push_back(total);
  }
}

float SortedStems::shared_share(std::uint32_t a, std::uint32_t b) const {
  const IndexRange left = passages_.passages[a].stems;
  const IndexRange right = passages_.passages[b].stems;
  float shared = 0;
  for (std::uint32_t i = left.begin, k = right.begin; i < left.end && k < right.end;) {
    const StemId one = stems_[i].first;
    const StemId two = stems_[k].first;
    if (one == two) shared += stems_[i].second;
    i += one <= two ? 1U : 0U;
    k += two <= one ? 1U : 0U;
  }
  return shared / std::max(0.001F, std::min(totals_[a], totals_[b]));
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs(const Passages& passages) {
  const NumberedStems numbered = number_stems(passages);
  Postings postings(numbered.counts);
  SharingCounts sharing(passages.passages.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::vector<Rarity> stems;
  for (std::uint32_t later = 0; later < passages.passages.size(); ++later) {
    rarest_stems(numbered, passages.passages[later].stems, stems);
    for (const auto& [count, stem] : stems) {
      for (const std::uint32_t earlier : postings.of(stem)) sharing.add(earlier);
      postings.add(stem, later);
    }
    for (const std::uint32_t earlier : sharing.take()) pairs.emplace_back(later, earlier);
  }
  return pairs;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> run_pairs(const Passages& passages) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> runs;  // hash of the stems, passage
  for (std::uint32_t p = 0; p < passages.passages.size(); ++p) {
    const IndexRange stems = passages.passages[p].stems;
    for (std::uint32_t i = stems.begin; i + run_stems <= stems.end; ++i)
      runs.emplace_back(XXH3_64bits(passages.stems.data() + i, run_stems * sizeof(StemId)), p);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
    while (end < runs.size() && runs[end].first == runs[begin].first) ++end;
    for (std::size_t later = begin + 1; later < end; ++later) {
      for (std::size_t earlier = begin; earlier < std::min(later, begin + run_posting); ++earlier)
        pairs.emplace_back(runs[later].second, runs[earlier].second);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace stet
