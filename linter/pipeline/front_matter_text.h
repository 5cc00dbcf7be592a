// Front matter as a text of its own, with units and matches, beside its article.
#pragma once

#include "matching/check_input.h"

namespace stet {

/// Made once an article; `input` refers to the other members, so it stays where it is.
struct FrontMatterText {
  Article article;
  Vocabulary vocabulary;
  Units units;
  Matches matches;
  CheckInput input;

  FrontMatterText(const Source& source, const Article& whole, const Vocabulary& base, const Automaton& automaton, const FrameCues& cues,
                  const CitationPolicy& citations)
      : article(read_front_matter(source, whole)),
        vocabulary(&base),
        units(read_units(article, vocabulary)),
        matches(automaton.find(article, units, vocabulary)),
        input{source, article, units, vocabulary, matches, cues, automaton.capture_names(), citations} {}
  FrontMatterText(const FrontMatterText&) = delete;
  FrontMatterText& operator=(const FrontMatterText&) = delete;
  ~FrontMatterText() = default;
};

}  // namespace stet
