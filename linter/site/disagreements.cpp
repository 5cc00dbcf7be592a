// The half of SiteNeighbours that holds values of an article against those of others.
//
// Doubt is silence. Beside what values_clash() and same_circumstances() know of two claims, two articles may both be right when they are
// two editions, when they lie years apart, and when a third value shows that more is told apart than is seen here.
#include <xxhash.h>

#include <algorithm>
#include <tuple>

#include "site/neighbours.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t most_rivals = 64;  // claims about one thing that are read
constexpr std::size_t most_told = 3;

std::uint32_t months_of(std::uint32_t date) { return date / 10000 * 12 + date / 100 % 100; }

/// Do both have a date, and do these lie far apart?
bool are_of_two_times(std::uint32_t a, std::uint32_t b, std::uint32_t most_months) {
  if (a == no_date || b == no_date) return false;
  const std::uint32_t one = months_of(a);
  const std::uint32_t two = months_of(b);
  return std::max(one, two) - std::min(one, two) > most_months;
}

}  // namespace

/// A claim of another article about the same attribute of the same thing.
struct SiteNeighbours::Rival {
  std::uint8_t shelf = 0;
  std::uint32_t claim = 0;
  ArticleElsewhere article;
  bool checked = false;
};

/// What the index has of this article when it knows its very bytes; else they are read.
ArticleClaims SiteNeighbours::own_claims(const CheckInput& input, const std::string& path) const {
  const std::uint64_t hash = XXH3_64bits(input.source.bytes.data(), input.source.bytes.size());
  for (const Shelf& shelf : shelves_) {
    const auto article = shelf.index.find_article(path);
    if (article && shelf.index.article(*article).bytes_hash == hash) return article_of(shelf.index, *article).claims;
  }
  ArticleClaims claims;
  Problems told_by_the_run;
  options_.reader->read(input.source, options_.parse_limits, told_by_the_run,
                        [&](const CheckInput& read) { claims = read_site_claims(read, path, options_.reader->reading()); });
  return claims;
}

std::vector<SiteNeighbours::Rival> SiteNeighbours::rivals_of(const IndexedClaim& claim, const ArticleElsewhere& self) const {
  std::vector<Rival> rivals;
  const std::string& rule = options_.reader->schema().attributes[claim.attribute].rule;
  const auto add = [&](std::uint8_t number, std::span<const std::uint32_t> claims) {
    const auto& [index, hidden, checked] = shelves_[number];
    for (const std::uint32_t other : claims) {
      const ClaimRecord& record = index.claim_record(other);
      if (rivals.size() == most_rivals) return;
      if (hidden[record.article] || record.counted != claim.counted || index.rule(record.attribute) != rule) continue;
      if (index.path(record.article) == self.path) continue;
      rivals.push_back(
          {number, other, {index.article(record.article).date, valid_text(index.path(record.article))}, checked[record.article]});
    }
  };
  for (std::uint8_t number = 0; number < static_cast<std::uint8_t>(shelves_.size()); ++number) {
    if (claim.entity != 0) add(number, shelves_[number].index.claims_about(claim.entity));
    if (claim.link != 0) add(number, shelves_[number].index.claims_linked(claim.link));
  }
  const auto place = [](const Rival& rival) { return std::tie(rival.article, rival.shelf, rival.claim); };
  std::sort(rivals.begin(), rivals.end(), [&](const Rival& a, const Rival& b) { return place(a) < place(b); });
  const auto same = [&](const Rival& a, const Rival& b) { return place(a) == place(b); };
  rivals.erase(std::unique(rivals.begin(), rivals.end(), same), rivals.end());
  return rivals;
}

ValueElsewhere SiteNeighbours::value_of(const Rival& rival) const {
  const SiteIndex& index = shelves_[rival.shelf].index;
  const ClaimRecord& record = index.claim_record(rival.claim);
  if (rival.shelf == 0 && !is_as_indexed(record.article)) stale_ = true;
  const std::string shown = root_.empty() ? rival.article.path : joined(root_, rival.article.path);
  return {dated(rival.article),
          {shown, record.line, record.line, valid_text(index.excerpt(record))},
          record.column,
          valid_text(index.value(record))};
}

/// With the date of its last change when it has none of its own. What held when it was written is not told by that, so only which of two
/// articles is the older one follows from it.
ArticleElsewhere SiteNeighbours::dated(ArticleElsewhere article) const {
  if (article.date != no_date || !options_.last_changes) return article;
  changes_asked_.call([&] { changes_ = options_.last_changes(); });
  if (const auto change = changes_.find(article.path); change != changes_.end()) article.date = change->second;
  return article;
}

std::optional<DeniedValue> SiteNeighbours::denial_of(const IndexedClaim& claim, std::uint64_t edition, const ArticleElsewhere& self,
                                                     const DenialQuery& query) const {
  const std::vector<Rival> rivals = rivals_of(claim, self);
  if (rivals.empty() || rivals.size() > query.most_articles) return std::nullopt;
  const ClaimView own = view_of(claim);
  const auto view = [&](const Rival& rival) { return shelves_[rival.shelf].index.view(rival.claim); };
  std::vector<ClaimView> values{own};  // that differ, in the same circumstances
  std::vector<const Rival*> denying;
  for (const Rival& rival : rivals) {
    const ClaimView other = view(rival);
    if (!same_circumstances(own, other)) continue;
    const auto differs = [&](const ClaimView& known) { return values_clash(known, other); };
    if (std::all_of(values.begin(), values.end(), differs)) values.push_back(other);
    const SiteIndex& index = shelves_[rival.shelf].index;
    const bool same_edition = index.article(index.claim_record(rival.claim).article).edition == edition;
    if (!are_of_one_thing(own, other) || !same_edition || !values_clash(own, other)) continue;
    if (!are_of_two_times(self.date, rival.article.date, query.most_months_apart)) denying.push_back(&rival);
  }
  if (denying.empty() || values.size() > query.most_values) return std::nullopt;
  DeniedValue denial{claim.source, claim.value, {}, claim.thing, dated(self), {}};
  denial.what = options_.reader->schema().attributes[claim.attribute].what;
  for (const Rival* rival : denying) {
    const bool is_told_here = !rival->checked || dated(rival->article) < denial.here;
    if (is_told_here && denial.others.size() < most_told) denial.others.push_back(value_of(*rival));
  }
  std::stable_sort(denial.others.begin(), denial.others.end(),
                   [](const ValueElsewhere& a, const ValueElsewhere& b) { return a.article < b.article; });
  return denial.others.empty() ? std::nullopt : std::optional(std::move(denial));
}

std::vector<DeniedValue> SiteNeighbours::denials(const CheckInput& input, const DenialQuery& query) const {
  std::vector<DeniedValue> result;
  if (options_.reader == nullptr || shelves_[0].index.claim_rules() != rules_of(options_)) return result;
  const ArticleElsewhere here = self(input);
  const ArticleClaims own = own_claims(input, here.path);
  for (const IndexedClaim& claim : own.claims) {
    const std::vector<ClaimSchema::Name>& attributes = options_.reader->schema().attributes;
    // The index may not be what it says.
    if (claim.attribute >= attributes.size() || claim.source.end > input.source.bytes.size()) continue;
    if ((claim.unit == stance_unit) != query.stances) continue;
    if (query.without.contains(attributes[claim.attribute].rule)) continue;
    if (auto denial = denial_of(claim, own.edition, here, query)) result.push_back(std::move(*denial));
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const DeniedValue& a, const DeniedValue& b) { return a.source.begin < b.source.begin; });
  return result;
}

}  // namespace stet
