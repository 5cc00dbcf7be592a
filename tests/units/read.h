// Helpers of the units tests.
#pragma once

#include <memory>
#include <string>

#include "units/units.h"

namespace stet {

struct ReadUnits {
  Source source;
  Article article;
  std::unique_ptr<Vocabulary> vocabulary;
  Units units;

  std::string_view text(Span plain) const { return article.text(plain); }
};

inline ReadUnits read_all(std::string markdown) {
  Source source = *make_source("test.md", std::move(markdown));
  Article article = parse_article(source);
  auto vocabulary = std::make_unique<Vocabulary>();
  Units units = read_units(article, *vocabulary);
  return {std::move(source), std::move(article), std::move(vocabulary), std::move(units)};
}

}  // namespace stet
