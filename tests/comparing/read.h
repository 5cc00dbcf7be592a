// Helpers: articles read as far as passages need it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "comparing/passages.h"

namespace stet {

/// An article read as far as passages need it.
struct ReadArticle {
  Source source;
  Article article;
  Vocabulary vocabulary;
  Units units;
  Matches matches;
  FrameCues cues;
  std::vector<std::string> capture_names;
  CitationPolicy citations;
};

inline std::unique_ptr<ReadArticle> read(const std::string& markdown) {
  auto reading = std::make_unique<ReadArticle>();
  reading->source = *make_source("test.md", markdown);
  reading->article = parse_article(reading->source);
  reading->units = read_units(reading->article, reading->vocabulary);
  return reading;
}

inline CheckInput input_of(const ReadArticle& reading) {
  return {reading.source,  reading.article, reading.units,         reading.vocabulary,
          reading.matches, reading.cues,    reading.capture_names, reading.citations};
}

/// The first sentence that says something, as written.
inline std::uint32_t sentence_with(const CheckInput& input, std::string_view said) {
  for (std::uint32_t s = 0; s < input.units.sentences.size(); ++s) {
    if (input.article.text(input.units.sentences[s].plain).find(said) != std::string_view::npos) return s;
  }
  ADD_FAILURE() << "no sentence says “" << said << "”";
  return 0;
}

/// The first word of a spelling at or behind another one.
inline std::uint32_t word_at(const CheckInput& input, std::string_view folded, std::uint32_t from = 0) {
  for (std::uint32_t word = from; word < input.units.words.size(); ++word) {
    if (form_of(input, word).text == folded) return word;
  }
  ADD_FAILURE() << "no word “" << folded << "”";
  return 0;
}

inline Passages passages_of(const ReadArticle& reading, PassageUnit unit = PassageUnit::sentence) {
  return read_passages(input_of(reading), unit, 2, [](std::uint32_t) { return true; });
}

}  // namespace stet
