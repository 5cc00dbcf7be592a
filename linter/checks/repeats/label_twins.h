// Passages under one label that stands twice in the article: "**Calcium:** …" in a list of what to eat, and again in a list of tips.
//
// What has the same label is about the same thing, so less must be alike for it to be said again. A label that stands there three times or
// more is a form that is filled in ("Ingredients: …").
//
// Order of calls:  for (auto [later, earlier] : label_twins(input, passages)) …
#pragma once

#include <utility>
#include <vector>

#include "comparing/passages.h"

namespace stet {

/// Pairs (later, earlier), ascending, of passages of different sections.
std::vector<std::pair<std::uint32_t, std::uint32_t>> label_twins(const CheckInput& input, const Passages& passages);

}  // namespace stet
