// The general form of `opposes`: two sentences of one article that say nearly the same, but for a negation or for opposites.
#pragma once

#include <memory>

#include "checks/check.h"
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

/// Compiles a rule that has `by`. Errors (rule): a group of opposites that is none.
tl::expected<Check, Problems> compile_opposing(const Rule& rule, CompileContext& context);

}  // namespace stet
