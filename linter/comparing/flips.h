// Flips: where two passages that say nearly the same thing come apart, and how.
//
// Order of calls:  PairView pair = view_of(input, passages, later, earlier, align(...), compile_cues(context));
// find_negation(...), find_opposites(...), find_replacement(...).
// A *gap* is a position between aligned content words: words of both passages with the same gap stand in corresponding places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comparing/opposites.h"
#include "comparing/passages.h"
#include "matching/compile_context.h"

namespace stet {

/// Words that turn a statement round: "not", "no longer", "failed to".
struct Cue {
  IndexRange words;
  std::uint32_t gap = 0;
  bool weak = false;  ///< "not only", "no doubt", "removed": no denial, but none may be seen on the other side for its lack
};

/// One passage of a pair, seen from the alignment.
struct Side {
  std::uint32_t passage = 0;
  IndexRange words;
  std::vector<bool> aligned;        ///< by content word of the passage
  std::vector<std::uint32_t> gaps;  ///< by content word: how many aligned words stand before it
  std::vector<IndexRange> between;  ///< by gap: the words between the aligned ones around it, function words included
  std::vector<Cue> cues;            ///< ascending
};

/// Two passages side by side.
struct PairView {
  Side later;
  Side earlier;
  std::uint32_t aligned = 0;
  bool rotated = false;  ///< aligned by align_rotated: gaps mean nothing, and one content word a side at most is not aligned
};

struct CueLists {
  ListId negation = no_index;  ///< negations of several words ("fail to", "no longer")
  ListId implicit = no_index;  ///< words that deny by their meaning ("remove", "exclude")
};

/// The word lists `flip-negation` and `flip-implicit`.
CueLists compile_cues(CompileContext& context);

PairView view_of(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier, const Alignment& alignment,
                 const CueLists& lists);

/// Has each side the negations of the other, in corresponding places?
bool are_denied_alike(const PairView& pair);

enum class FlipKind : std::uint8_t { negation, opposites, quantifiers, copies };

/// What turns one passage into the denial of the other.
struct Flip {
  FlipKind kind = FlipKind::negation;
  IndexRange later;    ///< words; empty when only the other side has one
  IndexRange earlier;  ///< likewise
  std::uint32_t gap = 0;
  std::uint32_t places = 0;  ///< of opposites and copies: in how many places the two differ so
  bool names = false;        ///< of a copy: names stand against names, or words of which only one can be
  std::uint32_t others = 0;  ///< of a negation: content words between it and the first that both share
};

/// The one negation that only one side has, in whose clause a content word follows that both share.
/// Nothing when both sides are negated, or when an opposite in the same place undoes it ("not safe", "unsafe").
std::optional<Flip> find_negation(const CheckInput& input, const Passages& passages, const PairView& pair, const OppositeWords& opposites);

/// A word on each side, in corresponding places, that `opposites` sets against each other, both sides being negated alike.
std::optional<Flip> find_opposites(const CheckInput& input, const Passages& passages, const PairView& pair, const OppositeWords& opposites);

/// The one place in which two near copies say different things: at most `most` content words on each side, nothing else apart. Other words
/// than names must be as many on both sides, among the same function words. Nothing when the words are alike (one side of a group of
/// `opposites`, or spelt alike), when one is a number, or when the negations differ.
std::optional<Flip> find_replacement(const CheckInput& input, const Passages& passages, const PairView& pair,
                                     const OppositeWords& exclusive, const OppositeWords& opposites, std::uint32_t most);

/// Could a word of one list stand for one of the other: spelt alike, of one meaning, or on one side of a group?
bool any_alike(const CheckInput& input, const OppositeWords& opposites, const std::vector<std::uint32_t>& a,
               const std::vector<std::uint32_t>& b);

}  // namespace stet
