// How far apart two places of one article may stand: what `within` and `unless-within` say.
#pragma once

#include <string_view>
#include <vector>

#include "matching/check_input.h"

namespace stet {

/// From near to far. A paragraph is any block with text of its own, such as a list item. A section is all under the nearest heading
/// above, its subsections included; the whole of an article under one title is none.
enum class Reach : std::uint8_t { clause, sentences, paragraph, section, article };

/// Around a place: its own sentence, and where that is not said otherwise so many others of the same paragraph.
struct Window {
  Reach reach = Reach::sentences;
  std::uint32_t after = 0;   ///< sentences after its own; of Reach::sentences
  std::uint32_t before = 0;  ///< and before it
};

/// The window that the rule's field says, or the other one when it says none.
Window read_window(const Rule& rule, std::string_view field, Window otherwise);

/// Does the sentence `other` stand within the window around `sentence`? A clause reaches as far as its sentence: who knows the words looks
/// closer.
bool reaches(const Window& window, const CheckInput& input, std::uint32_t sentence, std::uint32_t other);

/// May the two be compared: does the window around one of them reach the other?
bool are_near(const Window& window, const CheckInput& input, std::uint32_t a, std::uint32_t b);

/// Is one section the other, or below it? All sections are below a whole article's title, which counts for nothing.
bool is_within(const Article& article, std::uint32_t inner, std::uint32_t outer);

/// `within` of a kind that compares two places of an article, which may stand anywhere in it when nothing is said.
Field pair_within_field();

}  // namespace stet
