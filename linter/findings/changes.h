// What a change brought: the findings of a new version of an article that are the change's doing.
//
// Both versions are read in full and compared by what they say, not by line numbers: a sentence has changed when the earlier version does
// not say it, so rewrapping, moving and a change beside it in the same line are no change of it. A finding counts
//   when a sentence at one of its ends has changed; it is then shown at that end;
//   when no end has changed, but the earlier version did not have the finding: something that it needs was taken out or changed elsewhere,
//   such as a citation, a caveat or an item of a list. The edit that caused it is looked for by taking edits back one at a time.
// Two unchanged ends do not count: that such a pair is told now and was not before is chance.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "findings/finding.h"

namespace stet {

/// Checks a text in place of the article.
using Recheck = std::function<FileFindings(std::string bytes)>;

/// How many edits are taken back to find a cause, the nearest to the finding first; each is a whole check of the article.
inline constexpr std::size_t most_rechecks = 12;

/// Keeps those of `now.findings` that the change from `before` brought; both as check_source gives them. A finding whose other end changed
/// is turned round, its message saying so; one without changed end gets the causing edit as a related location.
void keep_brought(FileFindings& now, const FileFindings& before, const Recheck& recheck);

}  // namespace stet
