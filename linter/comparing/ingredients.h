// Ingredients: what a recipe's list has of each, and what its steps use: "250 g red lentils", "add 300 g of lentils".
//
// Order of calls:  Recipe recipe = read_recipe(input, sections);  then  uses_other(recipe)  and  uses_unlisted(recipe, allowed),  or
// unused(recipe).
//
// Steps use up what is listed bit by bit, so less than the list has is at odds with it only where it is said to
// be the whole (“the 300 g of lentils”); only what is measured is missed from
// the list, since a recipe names much that is no ingredient; and only where the steps name nearly all that is listed, by its own name or by
// a kind that it is of ("the spices"), is one missed in them.
#pragma once

#include <string>
#include <vector>

#include "claims/claim.h"

namespace stet {

/// So much of something.
struct Amount {
  const Claim* claim = nullptr;
  IndexRange words;           ///< the value and the noun phrase behind it
  WordKey head = 0;           ///< of what it is of
  WordKey part = 0;           ///< "cloves" of "two cloves of garlic"; 0 where there is none
  std::vector<WordKey> keys;  ///< content words of the noun phrase, ascending
  bool whole = false;         ///< "the 300 g of lentils": all there is
};

struct Recipe {
  std::vector<Amount> listed;
  std::vector<Amount> used;
  std::vector<WordKey> named;      ///< all content words of the list, ascending
  std::vector<WordKey> done;       ///< all content words behind the list, ascending
  std::vector<std::string> kinds;  ///< lemma keys of these
  std::uint32_t list = 0;          ///< a sentence of the list
};

/// `listing` tells by section whether its items are ingredients. Without one such section, or with several recipes: an empty one.
Recipe read_recipe(const CheckInput& input, const std::vector<bool>& listing);

/// An amount that is used, and the listed one that it is more than, or other than where it is the whole; none where nothing is listed of
/// it.
struct OddAmount {
  const Amount* used = nullptr;
  const Amount* listed = nullptr;
};

std::vector<OddAmount> uses_other(const Recipe& recipe);

/// What is listed and never named behind the list, by itself or by a kind that it is of; `used` of each is the listed amount. Nothing when
/// that is so of many: then the steps say less than they do.
std::vector<OddAmount> unused(const CheckInput& input, const Recipe& recipe);

/// What is used by weight or volume and not among the ingredients. `allowed` are lemma keys of what every kitchen has: water.
std::vector<OddAmount> uses_unlisted(const CheckInput& input, const Recipe& recipe, const std::vector<std::string>& allowed);

}  // namespace stet
