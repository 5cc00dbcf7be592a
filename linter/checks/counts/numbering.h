// Numbering: numbers that run through headings or the items of a list, and where they skip or repeat one.
#pragma once

#include <string_view>
#include <vector>

#include "matching/check_input.h"

namespace stet {

/// A number that does not follow the one before it.
struct BrokenNumber {
  Span here;     ///< source bytes of the heading or the item's number
  Span earlier;  ///< of the one before
  Span plain;    ///< of a heading: its readable text
  std::uint32_t number = 0;
  std::uint32_t before = 0;
};

/// Headings side by side: "3. Soil" that follows "1. Seed", "Step 2" that follows "Step 2". Headings without a number in between may stand
/// for what is skipped; behind a word only a number that is repeated is told.
std::vector<BrokenNumber> broken_heading_numbers(const CheckInput& input);

/// Items of one list as their numbers are written; lists that number all items alike are let be.
std::vector<BrokenNumber> broken_list_numbers(const CheckInput& input);

/// "3. Soil", "3) Soil", "3: Soil".
bool is_numbered(std::string_view heading);

}  // namespace stet
