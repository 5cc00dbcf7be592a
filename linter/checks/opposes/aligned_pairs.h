// The general form of `opposes`: two sentences of one article that say nearly the same, but for a negation or for opposites.
#pragma once

#include <memory>

#include "checks/check.h"
#include "checks/opposes/pair_rule.h"
#include "comparing/opposites.h"

namespace stet {

/// Fields of the general form, besides those of the curated one.
std::vector<Field> opposing_fields();

/// The opposites that the rules of a run list, each group once, and which of them a rule asks for.
struct ListedOpposites {
  std::shared_ptr<const Opposites> all;
  OppositesOf own;
  OppositesOf others;
};

/// Adds what is no group of a rule's `pairs` to the problems.
ListedOpposites listed_opposites(const Rule& rule, CompileContext& context, Problems& problems);

/// A form that holds sentences against each other by listed opposites, unless their circumstances differ.
struct OppositesRule {
  ListedOpposites opposites;
  ListId circumstances = no_index;
  PairRule pair;
};

/// The conditions hold in paragraphs and lists unless the rule names other places. Errors (rule): as of `listed_opposites`.
tl::expected<OppositesRule, Problems> compile_opposites_rule(const Rule& rule, CompileContext& context);

/// Compiles a rule that has `by`. Errors (rule): a group of opposites that is none.
tl::expected<Check, Problems> compile_opposing(const Rule& rule, CompileContext& context);

}  // namespace stet
