// check --fix: articles mended in memory, checked again until nothing is left to mend, then written or shown as a difference.
//
// Order of calls:  auto mended = mend(...);  then write_mended(*mended, ...) or show_mended(*mended, out).
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "cli/options.h"
#include "pipeline/batches.h"

namespace stet {

/// An article before and after.
struct MendedText {
  std::string before;
  std::string now;
};

struct Mended {
  std::map<std::string, MendedText> articles;  ///< by path, those that differ
  std::size_t fixed = 0;                       ///< findings that were mended
};

/// Checks some of the batches' files, with RunOptions::unsaved in the place of files.
using CheckAgain = std::function<Result<RunFindings>(const std::vector<Batch>&)>;

/// Mends the findings of `run` that the baseline does not hold, and puts what is found in the mended articles in their place.
/// Errors (usage): the baseline's; those of `check`.
Result<Mended> mend(const CliOptions& options, const std::vector<Batch>& batches, RunOptions& run_options, const CheckAgain& check,
                    RunFindings& run);

/// Writes each article, whole or not at all, with the mode that it has. Errors (unread): one that has changed since it was read, or cannot
/// be written; the others are written.
Problems write_mended(const Mended& mended);

/// One unified diff, with paths relative to where stet runs.
std::string show_mended(const Mended& mended);

/// "stet: 2 faults mended in 1 article"
std::string told(const Mended& mended, bool shown_only);

}  // namespace stet
