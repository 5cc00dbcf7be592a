// The other articles of a site, as far as a check may ask about them. The site stage answers.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "checks/check.h"

namespace stet {

/// A paragraph of another article.
struct ParagraphElsewhere {
  std::string path;  ///< relative to the site's root
  PlaceElsewhere place;
  bool earlier = false;  ///< its article comes before this one, by date and then by path
};

/// One or several neighbouring paragraphs of this article that stand in others.
struct Recurrence {
  std::uint32_t first_sentence = 0;
  std::uint32_t end_sentence = 0;
  std::uint32_t paragraphs = 1;
  std::uint32_t shared = 0;                ///< content words that both have in the same order
  std::uint32_t words = 0;                 ///< content words of the shorter one
  std::uint32_t articles = 0;              ///< in how many articles it stands, this one included
  bool or_more = false;                    ///< not all of them were counted
  bool common = false;                     ///< in more than RecurrenceQuery::most_articles
  std::vector<ParagraphElsewhere> others;  ///< the original, or what stands for it, first; a few of them when there are many
};

struct RecurrenceQuery {
  std::uint32_t at_least = 12;      ///< content words
  float alike = 0.7F;               ///< share of the words, by weight
  std::uint32_t most_articles = 3;  ///< what stands in more is common: a template, a call to action
  std::function<bool(std::uint32_t sentence)> holds;
};

class Elsewhere {
 public:
  Elsewhere() = default;
  Elsewhere(const Elsewhere&) = delete;
  Elsewhere& operator=(const Elsewhere&) = delete;
  virtual ~Elsewhere() = default;
  /// In document order. Of two checked articles that share a passage only the later one is told; a common passage is told once, at the
  /// earliest of the checked articles. Safe to call from many threads.
  virtual std::vector<Recurrence> find(const CheckInput& input, const RecurrenceQuery& query) const = 0;
};

}  // namespace stet
