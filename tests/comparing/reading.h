// Helpers: articles read as far as passages need it.
#pragma once

#include <memory>
#include <string>

#include "comparing/passages.h"

namespace stet {

/// An article read as far as passages need it.
struct Reading {
  Source source;
  Article article;
  Vocabulary vocabulary;
  Units units;
  Matches matches;
  FrameCues cues;
  std::vector<std::string> capture_names;
  CitationPolicy citations;
};

inline std::unique_ptr<Reading> read(const std::string& markdown) {
  auto reading = std::make_unique<Reading>();
  reading->source = *make_source("test.md", markdown);
  reading->article = parse_article(reading->source);
  reading->units = read_units(reading->article, reading->vocabulary);
  return reading;
}

inline CheckInput input_of(const Reading& reading) {
  return {reading.source,  reading.article, reading.units,         reading.vocabulary,
          reading.matches, reading.cues,    reading.capture_names, reading.citations};
}

inline Passages passages_of(const Reading& reading, PassageUnit unit = PassageUnit::sentence) {
  return read_passages(input_of(reading), unit, 2, [](std::uint32_t) { return true; });
}

}  // namespace stet
