// Which claims of a rule of the kind `requires` weigh less, and which are none: by what they are about, and by where they stand.
#pragma once

#include <optional>
#include <vector>

#include "matching/check_input.h"
#include "matching/compile_context.h"

namespace stet {

/// `lowered-for`, `lowered-in-section` and `not-led-in-by`, compiled.
struct LoweringPatterns {
  PatternId mild = 0;
  std::optional<PatternId> summing_up;
  std::optional<PatternId> lead_in;
};

LoweringPatterns compile_lowering(const Rule& rule, CompileContext& context);

/// The same over one article.
class Lowering {
 public:
  Lowering(const LoweringPatterns& patterns, const CheckInput& input);

  /// Is the claim about something mild (`subject`: the words that name its subject, or none), or does one of its captures hold nothing
  /// else?
  bool is_mild(const Match& claim, IndexRange subject) const;
  /// Does its section sum up what stands elsewhere?
  bool sums_up(const Match& claim) const;
  /// Is it an item of a list whose lead-in takes it back?
  bool is_led_in(const Match& claim) const;

 private:
  const LoweringPatterns& patterns_;
  const CheckInput& input_;
  std::vector<bool> summing_up_;  // by section; empty when not asked for

  bool is_one_of(IndexRange words) const;
};

}  // namespace stet
