// What every form of `opposes` with `by` asks of two sentences, and how it tells them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "checks/check.h"
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

/// One of two statements that are at odds, as a finding tells it.
struct PairSide {
  std::uint32_t sentence = 0;
  Span source;       ///< where the finding stands, if this is the later one
  std::string said;  ///< {here} or {there}
  std::vector<Mark> marks;
};

/// A whole sentence.
PairSide side_of_sentence(const CheckInput& input, std::uint32_t sentence, std::vector<Mark> marks);

/// The finding of two statements; the template's {shared} is what both are about, if the form has that.
Finding finding_of_pair(const CheckInput& input, const PairRule& rule, PairSide later, PairSide earlier, const std::string& shared = {});

/// Do their places set two statements apart: one sentence, entries side by side, a turn between them ("But …")?
bool are_set_apart(const CheckInput& input, std::uint32_t later, std::uint32_t earlier);

/// The conditions hold in `places` (see place_bits) unless the rule names others.
PairRule compile_pair_rule(const Rule& rule, CompileContext& context, std::uint16_t places);

}  // namespace stet
