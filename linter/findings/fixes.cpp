#include "findings/fixes.h"

#include <algorithm>
#include <set>

namespace stet {
namespace {

/// Edits that were taken, in the order of their places.
using Taken = std::set<TextEdit>;

/// May the edit be made beside those that were taken? Two insertions at one place would depend on their order.
bool has_room(const Taken& taken, const TextEdit& edit) {
  const auto after = taken.lower_bound(edit);
  const bool before_next = after == taken.end() || (after->source.begin >= edit.source.end && after->source.begin > edit.source.begin);
  if (!before_next) return false;
  if (after == taken.begin()) return true;
  const Span before = std::prev(after)->source;
  return before.end <= edit.source.begin && before.begin < edit.source.begin;
}

bool take(Taken& taken, const Fix& fix) {
  const auto is_known = [&](const TextEdit& edit) { return taken.contains(edit); };
  if (std::all_of(fix.edits.begin(), fix.edits.end(), is_known)) return true;
  if (!std::all_of(fix.edits.begin(), fix.edits.end(), [&](const TextEdit& edit) { return has_room(taken, edit); })) return false;
  taken.insert(fix.edits.begin(), fix.edits.end());
  return true;
}

}  // namespace

bool is_fixable(const Finding& finding, bool unsafe_too) {
  return !finding.fixes.empty() && !finding.fixes.front().edits.empty() && (unsafe_too || finding.fixes.front().safe);
}

FixedText apply_fixes(const FileFindings& file, bool unsafe_too) {
  FixedText result;
  Taken taken;
  for (const Finding& finding : file.findings) {
    if (is_fixable(finding, unsafe_too) && take(taken, finding.fixes.front())) ++result.fixed;
  }
  std::uint32_t at = 0;
  for (const TextEdit& edit : taken) {
    result.bytes += file.source.view({at, edit.source.begin});
    result.bytes += edit.replacement;
    at = edit.source.end;
  }
  result.bytes += file.source.view({at, file.source.size()});
  return result;
}

}  // namespace stet
