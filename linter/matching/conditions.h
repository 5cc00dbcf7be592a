// The conditions that every kind understands: unless, unless-within, in, not-in, in-section, not-in-section, only-when, not-when.
#pragma once

#include <optional>
#include <vector>

#include "matching/check_input.h"
#include "matching/compile_context.h"
#include "matching/window.h"

namespace stet {

/// The common conditions of a rule, compiled.
struct Conditions {
  std::optional<PatternId> unless;
  Window unless_within = {Reach::clause};
  std::optional<PatternId> in_section;
  std::optional<PatternId> not_in_section;
  std::uint16_t places = 0;       ///< bit per Place in which it may stand
  std::uint16_t only_frames = 0;  ///< one of these must hold, when any is given
  std::uint16_t not_frames = 0;   ///< none of these may hold
};

/// `default_places` holds the bits of the places that the kind looks at when the rule names none with `in`.
/// `unless` may refer to the captures of the pattern `find`.
Conditions compile_conditions(const Rule& rule, CompileContext& context, std::uint16_t default_places,
                              std::optional<PatternId> find = std::nullopt);

/// Bits for compile_conditions.
std::uint16_t place_bits(std::initializer_list<Place> places);

/// Places in which an article speaks: paragraphs, lists, tables, footnotes (see place_bits). Not headings, not quotations.
extern const std::uint16_t all_prose;

/// The conditions of one rule over one article; sections are looked at once.
class ConditionTest {
 public:
  ConditionTest(const Conditions& conditions, const CheckInput& input);
  /// Do all conditions hold for this match?
  bool holds(const Match& found) const;
  /// Do all conditions hold for these words of this sentence?
  bool holds(std::uint32_t sentence, IndexRange words) const;
  /// The same, where a phrase of `unless` excuses them only when it touches the words `within`.
  bool holds(std::uint32_t sentence, IndexRange words, IndexRange within) const;
  /// Do all conditions hold for this sentence as a whole? A phrase of `unless` anywhere in it excuses it, and it is said in every sense in
  /// which one of its words is said.
  bool holds(std::uint32_t sentence) const;

 private:
  const Conditions& conditions_;
  const CheckInput& input_;
  bool stands_right(std::uint32_t sentence) const;
  bool is_said_right(std::uint16_t frames) const;
  bool excused(const Match& found) const;
  bool excused(const Match& found, IndexRange clause) const;
  template <typename Serves>
  bool any_in_window(std::uint32_t sentence, const Serves& serves) const;

  std::vector<bool> in_;  // by section; empty when not asked for
  std::vector<bool> out_;
};

/// By section: does its heading, or one above it, hold a match of the pattern?
std::vector<bool> sections_headed_by(const CheckInput& input, PatternId pattern);

}  // namespace stet
