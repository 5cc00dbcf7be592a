#include "site/pairs.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "text/threads.h"

namespace stet {
namespace {

constexpr std::uint32_t joined_at_once = 32768;       // contents
constexpr std::uint32_t compared_within = 1U << 19U;  // contents of which some memory is held
constexpr std::size_t compared_at_once = 256;         // links

/// What one band has for the contents of a block.
struct BandHits {
  struct Bucket {
    std::uint32_t begin = 0;  ///< into `contents`
    std::uint32_t read = 0;
    std::uint32_t size = 0;  ///< of the whole bucket
  };
  std::vector<Bucket> of;  ///< by content of the block
  std::vector<std::uint32_t> contents;
};

/// Two contents that share bands.
struct Link {
  std::uint32_t other = 0;
  std::uint32_t own = 0;
  std::uint32_t bands = 0;
};

/// The first posting from `from` on whose hash is not less: looked for near by first.
std::size_t gallop(std::span<const Posting> postings, std::size_t from, std::uint32_t hash) {
  std::size_t step = 1;
  while (from + step < postings.size() && postings[from + step].hash < hash) {
    from += step;
    step *= 2;
  }
  const auto end = postings.begin() + static_cast<std::ptrdiff_t>(std::min(from + step, postings.size()));
  const auto at = std::partition_point(postings.begin() + static_cast<std::ptrdiff_t>(from), end,
                                       [&](const Posting& posting) { return posting.hash < hash; });
  return static_cast<std::size_t>(at - postings.begin());
}

/// Some contents that follow one another, and what they are like.
class JoinedBlock {
 public:
  JoinedBlock(const SiteIndex& index, std::uint32_t begin, unsigned jobs)
      : index_(index), begin_(begin), end_(std::min(index.content_count(), begin + joined_at_once)), jobs_(jobs) {}

  std::vector<ParagraphPair> pairs() {
    read_bands();
    std::vector<Link> links = links_of_all();
    for (BandHits& band : bands_) band = {};
    std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return std::tie(a.other, a.own) < std::tie(b.other, b.own); });
    std::vector<ParagraphPair> pairs = compared(links);
    add_same(pairs);
    std::sort(pairs.begin(), pairs.end(), [&](const ParagraphPair& a, const ParagraphPair& b) {
      return std::tuple(index_.paragraph(a.second).content, a.first, a.second) <
             std::tuple(index_.paragraph(b.second).content, b.first, b.second);
    });
    return pairs;
  }

 private:
  const SiteIndex& index_;
  std::uint32_t begin_;
  std::uint32_t end_;
  unsigned jobs_;
  std::array<BandHits, band_count> bands_;

  std::uint32_t article_of_first(std::uint32_t content) const { return index_.paragraph(index_.members(content).front()).article; }

  void read_bands() {
    std::vector<BandHashes> hashes(end_ - begin_);
    in_parallel(hashes.size(), jobs_,
                [&](std::size_t i) { hashes[i] = band_hashes(index_.words_of(begin_ + static_cast<std::uint32_t>(i)).stems); });
    in_parallel(band_count, jobs_, [&](std::size_t band) {
      std::vector<Posting> wanted(hashes.size());
      for (std::uint32_t i = 0; i < wanted.size(); ++i) wanted[i] = {hashes[i][band], i};
      std::sort(wanted.begin(), wanted.end());
      read_band(static_cast<std::uint32_t>(band), wanted);
      give_back(index_.image());
    });
  }

  void read_band(std::uint32_t number, const std::vector<Posting>& wanted) {
    const std::span<const Posting> postings = index_.postings(number);
    BandHits& band = bands_[number];
    band.of.resize(wanted.size());
    std::size_t at = 0;
    for (std::size_t w = 0; w < wanted.size(); ++w) {
      BandHits::Bucket& bucket = band.of[wanted[w].content];
      if (w > 0 && wanted[w].hash == wanted[w - 1].hash) {
        bucket = band.of[wanted[w - 1].content];
        continue;
      }
      at = gallop(postings, at, wanted[w].hash);
      const std::size_t begin = at;
      while (at < postings.size() && postings[at].hash == wanted[w].hash) ++at;
      bucket = {static_cast<std::uint32_t>(band.contents.size()), static_cast<std::uint32_t>(std::min(at - begin, postings_read)),
                static_cast<std::uint32_t>(at - begin)};
      for (std::uint32_t i = 0; i < bucket.read; ++i) band.contents.push_back(postings[begin + i].content);
    }
  }

  /// As SiteIndex::candidates().
  std::vector<Candidate> candidates(std::uint32_t content) const {
    std::vector<PostingHit> hits;
    for (const BandHits& band : bands_) {
      const BandHits::Bucket& bucket = band.of[content - begin_];
      for (std::uint32_t i = bucket.begin; i < bucket.begin + bucket.read; ++i) {
        if (band.contents[i] < index_.content_count()) hits.push_back({band.contents[i], 1, rarity_of(bucket.size)});
      }
    }
    return ranked(std::move(hits));
  }

  std::vector<Link> links_of_all() const {
    std::vector<std::vector<Link>> of_contents(end_ - begin_);
    in_parallel(of_contents.size(), jobs_, [&](std::size_t i) {
      const std::uint32_t content = begin_ + static_cast<std::uint32_t>(i);
      for (const Candidate& candidate : candidates(content)) {
        if (candidate.content < content) of_contents[i].push_back({candidate.content, content, candidate.bands});
      }
    });
    std::vector<Link> links;
    for (const std::vector<Link>& some : of_contents) links.insert(links.end(), some.begin(), some.end());
    return links;
  }

  /// Stretches of links whose earlier contents lie near each other, one after the other.
  std::vector<ParagraphPair> compared(const std::vector<Link>& links) const {
    std::vector<ParagraphPair> pairs;
    for (std::size_t begin = 0; begin < links.size();) {
      const std::uint32_t last = links[begin].other / compared_within;
      std::size_t end = begin;
      while (end < links.size() && links[end].other / compared_within == last) ++end;
      std::vector<ParagraphPair> some(end - begin);
      in_parallel((some.size() + compared_at_once - 1) / compared_at_once, jobs_, [&](std::size_t stretch) {
        const std::size_t stop = std::min(some.size(), (stretch + 1) * compared_at_once);
        for (std::size_t i = stretch * compared_at_once; i < stop; ++i) some[i] = pair_of(links[begin + i]);
      });
      std::copy_if(some.begin(), some.end(), std::back_inserter(pairs), [](const ParagraphPair& pair) { return pair.first != no_index; });
      give_back(index_.image());
      begin = end;
    }
    return pairs;
  }

  /// No pair when both stand in one article.
  ParagraphPair pair_of(const Link& link) const {
    if (article_of_first(link.own) == article_of_first(link.other)) return {.first = no_index};
    const ParagraphContent own = index_.words_of(link.own);
    const ParagraphContent other = index_.words_of(link.other);
    return {index_.members(link.other).front(), index_.members(link.own).front(), link.bands, likeness_of(own, other),
            static_cast<std::uint32_t>(std::min(own.stems.size(), other.stems.size()))};
  }

  /// Paragraphs with the very words of an earlier article's.
  void add_same(std::vector<ParagraphPair>& pairs) const {
    for (std::uint32_t content = begin_; content < end_; ++content) {
      const auto members = index_.members(content);
      const auto words = static_cast<std::uint32_t>(index_.words_of(content).stems.size());
      for (const std::uint32_t member : members.subspan(1)) {
        if (index_.paragraph(member).article == article_of_first(content)) continue;
        pairs.push_back({members.front(), member, band_count, {.overlap = 1, .shared = words}, words});
      }
    }
  }
};

}  // namespace

bool for_each_pair(const SiteIndex& index, unsigned jobs, const std::function<bool(const ParagraphPair&)>& take) {
  for (std::uint32_t begin = 0; begin < index.content_count(); begin += joined_at_once) {
    for (const ParagraphPair& pair : JoinedBlock(index, begin, jobs).pairs()) {
      if (!take(pair)) return false;
    }
    give_back(index.image());
  }
  return true;
}

}  // namespace stet
