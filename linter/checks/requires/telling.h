// Which claims without their companion are findings of their own, and which are further places of one.
//
// Add the claims in order of place, then ask for what is told. Of the claims that are told together the one that weighs most is the
// finding, the first of them where several weigh the same.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "claims/subjects.h"
#include "findings/finding.h"
#include "matching/check_input.h"

namespace stet {

/// What claims about one subject share that are one finding.
enum class OncePer : std::uint8_t { sentence, section, article };

/// A finding to be.
struct ToldClaim {
  const Match* claim = nullptr;
  std::uint32_t subject = no_index;
  Severity severity = Severity::warning;
  std::vector<const Match*> others;  ///< further places
};

class Telling {
 public:
  /// `subjects`: none where claims have none. All of these must outlive it.
  Telling(const CheckInput& input, OncePer once, PatternId points_back, const Subjects* subjects)
      : input_(input), once_(once), points_back_(points_back), subjects_(subjects) {}

  void add(const Match& claim, std::uint32_t subject, Severity severity);
  /// By section, what is told of a subject once more is a note, wherever it weighs less than the other or comes behind it.
  std::vector<ToldClaim> told() &&;

 private:
  const CheckInput& input_;
  OncePer once_;
  PatternId points_back_;
  const Subjects* subjects_;
  std::vector<ToldClaim> told_;
  std::map<std::uint32_t, std::vector<std::size_t>> groups_;  // what may be one finding, by what of `once` it shares
  std::size_t last_ = 0;                                      // what was told or added to last
  std::uint32_t last_section_ = no_index;

  bool same(std::uint32_t a, std::uint32_t b) const { return a == b || (a != no_index && b != no_index && subjects_->same(a, b)); }
  bool continues_last(const Match& claim) const;
  void tell_once();
};

}  // namespace stet
