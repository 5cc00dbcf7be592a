// What a site is like: how much is claimed, cited, cautioned and repeated. `stet stats` prints it.
//
// Order of calls:  RunFindings run = check_batches(…, {.prose = true});  SiteStats stats = stats_of(run);  render_stats_text(stats).
// Shares are of counts that are given beside them; per 1,000 words counts the words of all articles that were read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "findings/finding.h"

namespace stet {

/// Something asked for a companion, such as a claim for its source, in so many places; in some of them it was there.
struct ClaimStats {
  std::uint64_t claims = 0;
  std::uint64_t met = 0;
};

struct CountedName {
  std::string name;  ///< a family's letter, a rule's id, a heading
  std::uint64_t findings = 0;
  std::uint64_t articles = 0;  ///< in which they are
};

struct SiteStats {
  std::uint64_t articles = 0;
  std::uint64_t words = 0;
  std::uint64_t articles_with_findings = 0;
  ClaimStats sources;   ///< claims that ask for a source (pack citation); one claim that several rules find counts once
  ClaimStats cautions;  ///< promises of a health effect that ask for a word of caution (pack medical)
  std::uint64_t repeated_words = 0;
  std::uint64_t articles_with_repeats = 0;
  std::uint64_t contradictions = 0;
  std::uint64_t articles_with_contradictions = 0;
  std::vector<CountedName> families;  ///< R, C, M, S, then other rules; those without findings too
  std::vector<CountedName> rules;     ///< most findings first
  std::vector<CountedName> sections;  ///< by heading, letter case aside; most findings first, the first twenty
  std::uint64_t unread = 0;
};

SiteStats stats_of(const RunFindings& run);
std::string render_stats_text(const SiteStats& stats);
std::string render_stats_json(const SiteStats& stats);

}  // namespace stet
