// What every form of `opposes` with `by` asks of two sentences, and how it tells them.
#pragma once

#include <cstdint>
#include <string>

#include "matching/compile_context.h"
#include "matching/conditions.h"
#include "matching/window.h"
#include "rules/rule.h"

namespace stet {

struct PairRule {
  Window within;          ///< how near the two must be
  Conditions conditions;  ///< of each
  Severity severity = Severity::warning;
  std::string message;
};

/// The conditions hold in `places` (see place_bits) unless the rule names others.
PairRule compile_pair_rule(const Rule& rule, CompileContext& context, std::uint16_t places);

}  // namespace stet
