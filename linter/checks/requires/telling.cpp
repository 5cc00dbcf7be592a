#include "checks/requires/telling.h"

#include <algorithm>

#include "checks/requires/companions.h"

namespace stet {
namespace {

/// Further claims that a finding names: more help no writer, and each costs a report its place in the line.
constexpr std::size_t most_told = 50;
/// Subjects that are compared with those of other sections.
constexpr std::size_t most_subjects = 50;

void tell_also(ToldClaim& told, const Match& claim) {
  if (told.others.size() < most_told) told.others.push_back(&claim);
}

/// The claim becomes the finding, and what was it a further place.
void put_first(ToldClaim& told, const Match& claim, Severity severity) {
  if (told.others.size() < most_told) told.others.insert(told.others.begin(), told.claim);
  told.claim = &claim;
  told.severity = severity;
}

std::uint32_t group_of(OncePer once, const Sentence& sentence, std::uint32_t index) {
  if (once == OncePer::sentence) return index;
  return once == OncePer::section ? sentence.section : 0;
}

}  // namespace

/// "The study also found", behind a claim of the section that is a finding already: one fault, told once.
bool Telling::continues_last(const Match& claim) const {
  return input_.units.sentences[claim.sentence].section == last_section_ && overlaps_any(input_.matches.of(points_back_), claim.words);
}

void Telling::add(const Match& claim, std::uint32_t subject, Severity severity) {
  const Sentence& sentence = input_.units.sentences[claim.sentence];
  if (continues_last(claim)) return tell_also(told_[last_], claim);
  last_section_ = sentence.section;
  std::vector<std::size_t>& group = groups_[group_of(once_, sentence, claim.sentence)];
  const auto known = std::find_if(group.begin(), group.end(), [&](std::size_t told) { return same(told_[told].subject, subject); });
  if (known == group.end()) {
    last_ = told_.size();
    group.push_back(last_);
    told_.push_back({.claim = &claim, .subject = subject, .severity = severity, .others = {}});
    return;
  }
  last_ = *known;
  if (once_ == OncePer::sentence) return;
  if (severity > told_[last_].severity) return put_first(told_[last_], claim, severity);
  tell_also(told_[last_], claim);
}

void Telling::tell_once() {
  std::vector<std::size_t> first;  // by subject, what is told of it in full
  for (std::size_t i = 0; i < told_.size(); ++i) {
    if (told_[i].subject == no_index) continue;
    const auto known =
        std::find_if(first.begin(), first.end(), [&](std::size_t other) { return same(told_[other].subject, told_[i].subject); });
    if (known == first.end()) {
      if (first.size() < most_subjects) first.push_back(i);
      continue;
    }
    const std::size_t before = *known;
    if (told_[i].severity > told_[before].severity) *known = i;
    told_[*known == i ? before : i].severity = Severity::note;
  }
}

std::vector<ToldClaim> Telling::told() && {
  if (once_ == OncePer::section) tell_once();
  return std::move(told_);
}

}  // namespace stet
