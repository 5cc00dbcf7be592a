// What an index reads of the articles of a site beside their words: the attributes, stances and existence of all rules, and the words by
// which articles say what they are about.
//
// Data alone, and of rules alone: nothing here is of an article. Rules add themselves while they are compiled, in their order, by which the
// site stage numbers its claims (site/claims.h). A word list that the rules do not have has no words here. What an article says with all
// this is read by site/claims and site/things.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "claims/attributes.h"
#include "claims/existence_phrases.h"
#include "claims/stances.h"
#include "matching/conditions.h"

namespace stet {

struct NamedAttribute {
  std::string rule;  ///< "consistency/one-price"
  Attribute attribute;
};

/// A pair of statements of which an article makes one at most: "is waterproof", "lets water in".
struct NamedStance {
  std::string rule;  ///< "contradiction/waterproof"
  StanceRule stances;
  ListId generic = no_index;  ///< what may stand for the article's thing, beside its own words: "the firm"
};

/// What is said to be there, or not to be: "comes with a rain cover".
struct NamedExistence {
  std::string rule;  ///< "contradiction/there-is"
  ExistencePhrases phrases;
  Conditions conditions;  ///< of a clause that says so
};

/// Words of titles, headings, front matter and paths that tell which thing, and which edition of it, an article is about.
/// `kinds` and `amounts` are lemma keys, the others as the lists have them.
struct ThingWords {
  std::set<std::string> kinds;     ///< `words/article-kind.yaml`: "review", "guide", "practical information"
  std::set<std::string> fields;    ///< `words/thing-field.yaml`: fields that name the article's thing
  std::set<std::string> editions;  ///< `words/edition-field.yaml`: fields that say which edition, region or audience it is for
  std::set<std::string> retired;   ///< `words/retired.yaml`: fields, states and folders of articles that do not hold any more
  /// `words/superseded.yaml`: what such an article says at its start. Looked for as it is written: a list in the automaton costs every
  /// article.
  std::set<std::string> superseded;
  std::set<std::string> hearsay;  ///< `words/hearsay.yaml`: what makes a sentence somebody else's word; likewise
  std::set<std::string> amounts;  ///< `words/amount-column.yaml`: heads of columns that say how much of a thing is in another
  std::set<std::string> once_so;  ///< `words/once-so.yaml`: what makes a stance one that may not hold any more; likewise
};

struct SiteReading {
  std::vector<NamedAttribute> attributes;
  std::vector<NamedStance> stances;
  std::vector<NamedExistence> existence;
  ThingWords things;
};

ThingWords compile_things(const RuleSet& rules);

}  // namespace stet
