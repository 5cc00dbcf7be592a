// Two values of one attribute of one thing, told in the same circumstances.
//
// Doubt is silence. Two values may both be right when they are of two things (rows of a table, items of a list, sibling sections, another
// name), of one thing in two circumstances (for children, in winter, until April, a month), or when a third value stands beside them: then
// the article tells more apart than is seen here.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "claims/attributes.h"

namespace stet {

/// Indices into what was told: the later one and the earlier one.
struct ValueConflict {
  std::uint32_t later = 0;
  std::uint32_t earlier = 0;
};

/// The pairs that cannot both be right; a claim is the later one of one pair at most. O(told), each being compared with so many.
std::vector<ValueConflict> value_conflicts(const CheckInput& input, const std::vector<Told>& told);

/// Why two values that differ may both be right.
enum class WhyBoth : std::uint8_t {
  circumstances,   ///< for other people, at other times, of another variant
  counted,         ///< what is counted are two things
  things,          ///< of two things
  kinds,           ///< of two kinds of value
  beside_another,  ///< one of them stands beside a third in its sentence
  side_by_side,    ///< in places that tell one thing each of several
  alike_lines,     ///< in lines of one form
  told_before,     ///< an earlier sentence tells the same as the later one
  third_value,     ///< the article tells more than two
};
std::string_view name(WhyBoth why);

struct SilentPair {
  std::uint32_t later = 0;
  std::uint32_t earlier = 0;
  WhyBoth why = WhyBoth::things;
};

/// The pairs that differ and are no conflict, with the first reason there is; for those who ask why nothing is said. O(told), as above.
std::vector<SilentPair> silent_pairs(const CheckInput& input, const std::vector<Told>& told);

/// Can the two values not both be right? Conversions, rounding and ranges that hold the other agree.
bool values_differ(const Told& a, const Told& b);

}  // namespace stet
