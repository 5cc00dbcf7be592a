// Which claims of a rule of the kind `requires` weigh less, and which are none: by what they are about, and by where they stand.
#pragma once

#include <optional>
#include <vector>

#include "findings/finding.h"
#include "matching/check_input.h"
#include "matching/compile_context.h"

namespace stet {

/// `lowered-for`, `not-lowered-for`, `note-for`, `lowered-in-section` and `not-led-in-by`, compiled.
struct LoweringPatterns {
  PatternId mild = 0;
  PatternId grave = 0;
  PatternId slight = 0;
  std::optional<PatternId> summing_up;
  std::optional<PatternId> lead_in;
};

LoweringPatterns compile_lowering(const Rule& rule, CompileContext& context);

/// One level less.
Severity lowered(Severity severity);

/// The same over one article.
class Lowering {
 public:
  Lowering(const LoweringPatterns& patterns, const CheckInput& input);

  /// How much a claim matters that would matter `full` by itself (`subject`: the words that name its subject, or none; `has_companions`:
  /// whether the article has any).
  Severity severity_of(Severity full, const Match& claim, IndexRange subject, bool has_companions) const;
  /// Is it an item of a list whose lead-in takes it back?
  bool is_led_in(const Match& claim) const;

 private:
  const LoweringPatterns& patterns_;
  const CheckInput& input_;
  std::vector<bool> summing_up_;  // by section; empty when not asked for

  bool is_one_of(PatternId pattern, IndexRange words) const;
  bool holds_only(PatternId pattern, const Match& claim) const;
  /// Is the claim about something mild, or does one of its captures hold nothing else?
  bool is_mild(const Match& claim, IndexRange subject) const;
  /// Does its section, or its paragraph, sum up what stands elsewhere?
  bool sums_up(const Match& claim) const;
  bool opens_summing_up(const Match& claim) const;
};

}  // namespace stet
