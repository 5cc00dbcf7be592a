// By which phrases an article says that something is there, or is not: `by: existence` of `opposes`. comparing/existence.h reads them.
//
// Data alone, ids of phrases and lists of the run's automaton, filled in once, when the rule is compiled. It stands in this stage, and not
// beside its reader, because claims/site_reading.h hands it to the index of a site, which reads the same of each article.
#pragma once

#include "claims/answers.h"
#include "matching/compile_context.h"

namespace stet {

struct ExistencePhrases {
  PatternId has = 0;      ///< what stands before a thing that is there
  PatternId lacks = 0;    ///< the same of one that is not
  PatternId present = 0;  ///< what stands behind a thing that is there: "is fitted"
  PatternId absent = 0;   ///< what stands behind one that is not: "is missing"
  PatternId asks = 0;     ///< what stands before one that is asked for: "is there"
  AnswerLists answers;
  ListId things = no_index;  ///< by which an article calls what it is about: "the course"
  ListId parts = no_index;   ///< parts of what is spoken of: "the ground floor"
  ListId circumstances = no_index;
};

}  // namespace stet
