#include "comparing/opposites.h"

#include <algorithm>
#include <array>
#include <set>

#include "units/irregular.h"

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

/// Prefixed words that are no denial of the rest.
constexpr auto no_denials = std::to_array<std::string_view>(
    {"inflammable", "invaluable",  "impress",   "import",    "important",  "impose",   "impart",      "improve",   "indeed",   "inform",
     "informed",    "intend",      "intended",  "intense",   "intent",     "invest",   "invested",    "discover",  "display",  "dispose",
     "distill",     "indifferent", "unless",    "until",     "under",      "union",    "unit",        "unite",     "united",   "universal",
     "inhabit",     "inhabited",   "install",   "installed", "include",    "incident", "increase",    "indebted",  "infamous", "insure",
     "insured",     "disease",     "district",  "distinct",  "disguise",   "inside",   "input",       "income",    "inbound",  "inborn",
     "inland",      "insight",     "impending", "imprison",  "illustrate", "inflame",  "nonetheless", "irradiate", "discuss"});

bool is_denial(std::string_view word, std::string_view of) {
  if (word.size() < of.size() + 2 || word.size() > of.size() + 3 || of.size() < 4 || word.back() != of.back() ||
      std::find(no_denials.begin(), no_denials.end(), word) != no_denials.end())
    return false;
  constexpr auto prefixes = std::to_array<std::string_view>({"un", "in", "im", "il", "ir", "non", "dis", "mis"});
  return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
    return word.size() == of.size() + prefix.size() && word.starts_with(prefix) && word.ends_with(of);
  });
}

}  // namespace

bool negative_of(std::string_view a, std::string_view b) {
  if (is_denial(a, b) || is_denial(b, a)) return true;
  const auto base = [](std::string_view word, std::string_view ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending) ? word.substr(0, word.size() - ending.size()) : std::string_view();
  };
  const std::string_view less_a = base(a, "less");
  const std::string_view less_b = base(b, "less");
  return (!less_a.empty() && less_a == base(b, "ful")) || (!less_b.empty() && less_b == base(a, "ful"));
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
  if (opposites_.prefixes_ && negative_of(vocabulary_.form(a).text, vocabulary_.form(b).text)) return true;
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
