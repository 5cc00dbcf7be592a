// Lines of a text under mutation, and the changes that every line-wise format knows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace stet::fuzz {

using Random = std::minstd_rand;
using Lines = std::vector<std::string>;

/// A number in [0, end); `end` is not 0.
std::size_t below(Random& random, std::size_t end);

Lines lines_of(std::string_view text);
std::string joined(const Lines& lines);

void repeat_lines(Lines& lines, Random& random);
void swap_lines(Lines& lines, Random& random);
void drop_lines(Lines& lines, Random& random);
/// Puts a part of one line into another.
void graft_part(Lines& lines, Random& random);

/// The text into the fuzzer's buffer, cut to what fits. Returns the new size.
std::size_t store(std::string_view text, std::uint8_t* data, std::size_t max_size);

}  // namespace stet::fuzz
