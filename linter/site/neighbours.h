// What a check asks of the other articles of a site, answered from the index without reading them.
//
// Order of calls:  SiteNeighbours site(index, root, checked, options);  site.find(...) from many threads;  then site.is_stale().
//
// Checked files may have changed since the index was made. Those are fingerprinted anew into an index of their own in memory, and what
// the large index says of them is left out. So are files that a Drift names, which have changed, come or gone since, though nobody checks
// them. Of the other files, only those that a finding points at are looked at again, to see whether they are still as indexed.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "checks/elsewhere.h"
#include "site/drift.h"
#include "site/store.h"
#include "text/once.h"

namespace stet {

class SiteNeighbours : public Elsewhere {
 public:
  /// `checked` are the files of the run, as given to it; `drift` is what else has become of the site since it was indexed. `options.jobs`
  /// threads read what has changed.
  SiteNeighbours(SiteIndex index, std::string root, const std::vector<std::string>& checked, const IndexOptions& options,
                 const Drift& drift = {});
  /// A site that is in memory only: all its articles are checked. `texts` holds their bytes by path, for `mentions`.
  explicit SiteNeighbours(SiteIndex index, std::map<std::string, std::string> texts = {}, const IndexOptions& options = {});

  std::vector<Recurrence> find(const CheckInput& input, const RecurrenceQuery& query) const override;
  std::vector<MentionElsewhere> mentions(const std::vector<StemTexts>& sets) const override;
  std::vector<DeniedValue> denials(const CheckInput& input, const DenialQuery& query) const override;
  ArticleElsewhere self(const CheckInput& input) const override;

  /// Was a file that a finding points at no longer as indexed? Then the index should be updated and the run repeated.
  bool is_stale() const { return stale_; }

 private:
  /// An index and what is to be known of its articles.
  struct Shelf {
    SiteIndex index;
    std::vector<bool> hidden;   ///< by article: changed since, and so on the other shelf
    std::vector<bool> checked;  ///< by article: a finding about it will be told there
  };
  struct Self;
  struct Occurrence;
  struct Found;
  struct Rival;

  std::vector<Shelf> shelves_;  ///< the site's, then that of what has changed
  std::string root_;
  IndexOptions options_;
  std::map<std::string, std::string> texts_;                 ///< of a site in memory, by path
  std::map<std::string, std::string> path_of_;               ///< by checked file as given: its path on the site
  mutable std::vector<std::atomic<std::uint8_t>> verified_;  ///< by article of the first shelf: 0 not yet, 1 as indexed, 2 changed
  mutable std::atomic<bool> stale_ = false;
  mutable Once changes_asked_;
  mutable std::map<std::string, std::uint32_t> changes_;  ///< IndexOptions::last_changes

  void hide_changed(const std::vector<std::string>& checked, const IndexOptions& options, const Drift& drift);
  void add_shelf(std::vector<IndexedArticle> changed, const std::set<std::string>& checked, const IndexOptions& options);
  Self self_of(const CheckInput& input, const ArticlePrint& print) const;
  Found occurrences(const Self& self, const ParagraphContent& own, std::uint64_t hash, float alike) const;
  void add_members(const Self& self, std::uint8_t shelf, std::uint32_t content, const Likeness& likeness, Found& found) const;
  Recurrence recurrence_of(const ParagraphPrint& paragraph, const Found& found, const RecurrenceQuery& query) const;
  ParagraphElsewhere place_of(const Occurrence& occurrence) const;
  bool is_as_indexed(std::uint32_t article) const;
  void add_mentions(const Shelf& shelf, const std::vector<StemTexts>& sets, std::vector<MentionElsewhere>& mentions) const;
  ArticleClaims own_claims(const CheckInput& input, const std::string& path) const;
  std::vector<Rival> rivals_of(const IndexedClaim& claim, const ArticleElsewhere& self) const;
  ValueElsewhere value_of(const Rival& rival) const;
  ArticleElsewhere dated(ArticleElsewhere article) const;
  std::optional<DeniedValue> denial_of(const IndexedClaim& claim, std::uint64_t edition, const ArticleElsewhere& self,
                                       const DenialQuery& query) const;
  std::optional<Source> source_of(const Shelf& shelf, std::uint32_t article) const;
  std::string site_path_of(const CheckInput& input) const;
};

}  // namespace stet
