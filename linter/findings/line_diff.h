// Which lines of a text became which: the difference between two versions of an article.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace stet {

/// Lines of the earlier version and the lines that stand in their place; one of the two may be empty. Whole lines with their ends, as
/// bytes.
struct Edit {
  Span before;
  Span now;
};

/// The edits in order, none touching the next. Lines are equal when they are equal but for white space at their end.
///
/// A patience diff (Cohen 2006) of one round: lines that occur once in both versions are anchors, the longest ascending run of them is
/// kept, and equal neighbours are taken in from both sides. O(n log n) whatever the texts; not always the smallest difference.
std::vector<Edit> line_edits(std::string_view before, std::string_view now);

/// How much of two texts is the same: bytes of common lines in the larger one, 0 to 1. Order does not matter.
double similarity(std::string_view a, std::string_view b);

}  // namespace stet
