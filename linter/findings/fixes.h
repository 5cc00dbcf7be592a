// Fixes applied: the text of an article after its findings have been mended.
//
// Order of calls:  FixedText fixed = apply_fixes(file, false);  then check fixed.bytes again: mending may bring new findings with fixes,
// and what overlapped is mended in the next round.
#pragma once

#include <string>

#include "findings/finding.h"

namespace stet {

/// After this many rounds of mending and checking, what is left is left.
inline constexpr unsigned most_fix_rounds = 100;

struct FixedText {
  std::string bytes;
  std::size_t fixed = 0;  ///< findings that were mended
};

/// Does the first fix of a finding exist, and may it be applied?
bool is_fixable(const Finding& finding, bool unsafe_too);

/// Applies the first fix of each finding, in order; one that overlaps with another that was taken before is left for the next round.
/// Equal fixes of several findings are made once. Bytes outside of the edits stay as they are.
FixedText apply_fixes(const FileFindings& file, bool unsafe_too);

}  // namespace stet
