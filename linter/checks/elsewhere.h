// The other articles of a site, as far as a check may ask about them. The site stage answers.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
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

/// Stands for the date of an article that has none, so that undated articles count as the later ones.
inline constexpr std::uint32_t no_date = 99999999;

/// An article of the site: where it stands in the order of dates and paths.
struct ArticleElsewhere {
  std::uint32_t date = 0;
  std::string path;                                           ///< relative to the site's root
  auto operator<=>(const ArticleElsewhere&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};

/// A paragraph of an article, which the run need not check, with its bytes.
struct MentionElsewhere {
  ArticleElsewhere article;
  bool checked = false;  ///< findings about its article are told there
  PlaceElsewhere place;
  std::string markdown;
};

/// A value that another article gives.
struct ValueElsewhere {
  ArticleElsewhere article;
  PlaceElsewhere place;
  std::uint32_t column = 1;
  std::string value;  ///< as written
};

/// A value of this article that others deny.
struct DeniedValue {
  Span source;  ///< of the value
  std::string value;
  std::string what;                    ///< the attribute: "price"
  std::string thing;                   ///< as this article calls it
  ArticleElsewhere here;               ///< this article; of one without a date, that of its last change where it is known
  std::vector<ValueElsewhere> others;  ///< at least one, the earliest first
};

struct DenialQuery {
  bool stances = false;                  ///< what is affirmed or denied ("is waterproof"), and no values
  std::set<std::string> without;         ///< rules whose attributes are not compared across articles
  std::uint32_t most_values = 2;         ///< different values of one attribute on the whole site: beyond, its things are several
  std::uint32_t most_articles = 12;      ///< articles that give it: beyond, it is no thing of one value
  std::uint32_t most_months_apart = 24;  ///< between the dates of two articles: beyond, each held in its time
};

/// Stems that a paragraph must all hold.
using StemTexts = std::vector<std::string>;

/// Paragraphs that are handed out at most.
inline constexpr std::size_t most_mentions = 4096;

class Elsewhere {
 public:
  Elsewhere() = default;
  Elsewhere(const Elsewhere&) = delete;
  Elsewhere& operator=(const Elsewhere&) = delete;
  virtual ~Elsewhere() = default;
  /// In document order. Of two checked articles that share a passage only the later one is told; a common passage is told once, at the
  /// earliest of the checked articles. Safe to call from many threads.
  virtual std::vector<Recurrence> find(const CheckInput& input, const RecurrenceQuery& query) const = 0;
  /// Paragraphs of all articles that hold all stems of one of the sets, in the order of articles; most_mentions of them. Paragraphs with
  /// fewer than eight content words are not known. Safe to call from many threads.
  virtual std::vector<MentionElsewhere> mentions(const std::vector<StemTexts>& sets) const = 0;
  /// Values of this article that other articles deny, in document order. Of two checked articles only the later one tells it. Safe to call
  /// from many threads.
  virtual std::vector<DeniedValue> denials(const CheckInput& input, const DenialQuery& query) const = 0;
  /// The article that is being checked.
  virtual ArticleElsewhere self(const CheckInput& input) const = 0;

  /// What a check makes of the other articles once a run, for all threads; `owner` tells the checks apart.
  template <typename Value, typename Make>
  const Value& once(const void* owner, const Make& make) const {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const void>& value = values_[owner];
    if (!value) value = std::make_shared<const Value>(make());
    return *static_cast<const Value*>(value.get());
  }

 private:
  mutable std::mutex mutex_;
  mutable std::map<const void*, std::shared_ptr<const void>> values_;
};

}  // namespace stet
