// How alike two paragraphs of different articles are, from their stems alone.
#pragma once

#include <span>

#include "comparing/passages.h"
#include "site/fingerprints.h"

namespace stet {

/// A paragraph as it is compared.
struct ParagraphContent {
  std::span<const SiteStem> stems;
  bool negated = false;
};

/// As within an article (checks/passages.h), except that a stem weighs what it weighs in English, whatever the article is about.
Likeness likeness_of(const ParagraphContent& a, const ParagraphContent& b);

/// Is it the same passage? `alike` is the least share of the words, by weight, that both must have in the same order; a paragraph that
/// stands nearly whole within a larger one counts too.
bool is_same_passage(const Likeness& likeness, float alike);

/// Is the difference the point? Pages made by one template differ in a number, a name or a negation.
bool differs_on_purpose(const ParagraphContent& a, const ParagraphContent& b, const Likeness& likeness);

}  // namespace stet
