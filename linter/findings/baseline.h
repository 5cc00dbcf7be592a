// Findings that stood when stet was taken up, so that only new ones are shown.
//
// A baseline is a text file with one finding a line, sorted, so that it can be read, compared and merged:
//
//     docs/harbour.md <tab> repetition/sentence <tab> 10d8342c0440d18a <tab> The old harbour of Brenholm …
//
// What counts is the rule and the identity by content; path and words are for people, and tell equal findings apart. Equal findings are as
// many lines. " until 2027-01-31" behind the identity lets an entry end with that day.
//
// Order of calls:  parse_baseline(text) -> Baseline;  apply_baseline(run, baseline, ...);  render_baseline(entries).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace stet {

/// A larger baseline is refused.
inline constexpr std::size_t longest_baseline = 64U << 20U;

struct BaselineEntry {
  std::string path;  ///< relative to the baseline's folder
  std::string rule;
  std::uint64_t content = 0;  ///< Finding::content
  std::string until;          ///< last day, "2027-01-31"; empty: for ever
  std::string words;          ///< the start of the passage, for people
  std::uint32_t line = 0;     ///< of the file
};

/// Errors (usage), at a line: not of the form above, a merge conflict left in, too large.
Result<std::vector<BaselineEntry>> parse_baseline(const std::string& path, std::string_view text);

/// The file, sorted. The same entries give the same bytes.
std::string render_baseline(std::vector<BaselineEntry> entries);

struct BaselineContext {
  std::string today;                                        ///< "2026-11-23"
  std::function<std::string(const std::string&)> relative;  ///< path of an article as entries have it
  std::function<bool(const std::string&)> exists;           ///< is there still an article at an entry's path?
};

struct BaselineOutcome {
  std::vector<BaselineEntry> kept;     ///< entries that go on: with the path and words of their finding, or of articles that were not read
  std::vector<BaselineEntry> stale;    ///< whose finding is gone
  std::vector<BaselineEntry> expired;  ///< whose day has passed while the finding is still there
  std::vector<BaselineEntry> added;    ///< what is found and in no entry
};

/// Takes the findings of a whole run that are in the baseline out of it. An entry goes with a finding of its own path before one elsewhere,
/// and elsewhere only when its article was read without the finding or is gone. Entries of articles or rules that took no part are kept.
BaselineOutcome apply_baseline(RunFindings& run, const std::vector<BaselineEntry>& entries, const BaselineContext& context);

}  // namespace stet
