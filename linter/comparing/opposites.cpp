#include "comparing/opposites.h"

#include <algorithm>
#include <set>

#include "units/irregular.h"
#include "units/word_classes.h"

namespace stet {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    std::string_view part = text.substr(0, at);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.push_back(part);
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// "Unpublished" of "published".
bool is_denial(const Grammar& grammar, const Form& form, std::string_view of) {
  const std::string_view word = form.text;
  if (word.size() < of.size() + 2 || word.size() > of.size() + 3 || of.size() < 4 || word.back() != of.back() || !word.ends_with(of))
    return false;
  return !is(form, WordClass::denial_lookalike) && grammar.has(WordClass::negative_prefix, word.substr(0, word.size() - of.size()));
}

}  // namespace

bool negative_of(const Grammar& grammar, const Form& a, const Form& b) {
  if (is_denial(grammar, a, b.text) || is_denial(grammar, b, a.text)) return true;
  const auto base = [](std::string_view word, std::string_view ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending) ? word.substr(0, word.size() - ending.size()) : std::string_view();
  };
  const std::string_view less_a = base(a.text, "less");
  const std::string_view less_b = base(b.text, "less");
  return (!less_a.empty() && less_a == base(b.text, "ful")) || (!less_b.empty() && less_b == base(a.text, "ful"));
}

bool Opposites::add(std::string_view group) {
  const std::vector<std::string_view> sides = split(group, '|');
  std::set<std::string_view> seen;
  for (const std::string_view side : sides) {
    for (const std::string_view word : split(side, ',')) {
      if (word.empty() || word.find(' ') != std::string_view::npos || !seen.insert(word).second) return false;
    }
  }
  if (sides.size() < 2) return false;
  for (std::uint32_t side = 0; side < sides.size(); ++side) {
    for (const std::string_view word : split(sides[side], ',')) {
      // The form itself under a mark of its own; an irregular one ("left", "found") does not stand for its lemma.
      places_["=" + std::string(word)].push_back({groups_, side});
      places_[irregular_lemma(word).empty() ? lemma_key(word) : std::string(word)].push_back({groups_, side});
    }
  }
  ++groups_;
  return true;
}

const Opposites::Places& Opposites::places_of(const Vocabulary& vocabulary, const Form& form) const {
  static const Places nowhere;
  if (const auto exact = places_.find("=" + form.text); exact != places_.end()) return exact->second;
  const auto lemma = places_.find(std::string(vocabulary.stem_text(form.lemma)));
  return lemma == places_.end() ? nowhere : lemma->second;
}

const Opposites::Places& OppositeWords::places_of(FormId form) const {
  if (form >= places_.size()) places_.resize(vocabulary_.size(), nullptr);
  const Opposites::Places*& places = places_[form];
  if (places == nullptr) places = &opposites_.places_of(vocabulary_, vocabulary_.form(form));
  return *places;
}

bool OppositeWords::opposed(FormId a, FormId b) const {
  if (opposites_.prefixes_ && negative_of(vocabulary_.grammar(), vocabulary_.form(a), vocabulary_.form(b))) return true;
  const Opposites::Places& left = places_of(a);
  if (left.empty()) return false;
  const Opposites::Places& right = places_of(b);
  return std::any_of(left.begin(), left.end(), [&](const auto& x) {
    return std::any_of(right.begin(), right.end(), [&](const auto& y) { return x.group == y.group && x.side != y.side; });
  });
}

bool OppositeWords::alike(FormId a, FormId b) const {
  const Opposites::Places& left = places_of(a);
  if (left.empty()) return false;
  const Opposites::Places& right = places_of(b);
  return std::any_of(left.begin(), left.end(), [&](const auto& x) {
    return std::any_of(right.begin(), right.end(), [&](const auto& y) { return x.group == y.group && x.side == y.side; });
  });
}

}  // namespace stet
