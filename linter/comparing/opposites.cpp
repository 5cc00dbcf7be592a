#include "comparing/opposites.h"

#include <algorithm>
#include <iterator>
#include <utility>

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

bool Opposites::add(std::string_view group, std::uint32_t rule) { return words_.add(group, rule); }

const Opposites::Words& Opposites::words() const {
  read_.call([&] {
    Words all = words_;  // memory may end meanwhile
    for (const auto& [group, rule] : unread_) all.add(group, rule);
    words_ = std::move(all);
  });
  return words_;
}

bool Opposites::Words::add(std::string_view group, std::uint32_t rule) {
  std::vector<std::pair<std::string_view, std::uint32_t>> words;  // and their sides
  const std::vector<std::string_view> sides = split(group, '|');
  for (std::uint32_t side = 0; side < sides.size(); ++side) {
    for (const std::string_view word : split(sides[side], ',')) {
      if (word.empty() || word.find(' ') != std::string_view::npos) return false;
      words.emplace_back(word, side);
    }
  }
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted = words;
  std::sort(sorted.begin(), sorted.end());
  const auto is_same = [](const auto& a, const auto& b) { return a.first == b.first; };
  if (sides.size() < 2 || std::adjacent_find(sorted.begin(), sorted.end(), is_same) != sorted.end()) return false;
  for (const auto& [word, side] : words) {
    as_written[std::string(word)].push_back({groups, side, rule});
    // An irregular form ("left", "found") does not stand for its lemma.
    by_lemma[irregular_lemma(word).empty() ? lemma_key(word) : std::string(word)].push_back({groups, side, rule});
  }
  ++groups;
  return true;
}

Opposites::Places OppositeWords::places_in(const std::unordered_map<std::string, Opposites::Places>& places,
                                           const std::string& word) const {
  const auto all = places.find(word);
  if (all == places.end()) return {};
  Opposites::Places counted;
  std::copy_if(all->second.begin(), all->second.end(), std::back_inserter(counted),
               [&](const auto& place) { return of_.counts(place.rule); });
  return counted;
}

const Opposites::Places& OppositeWords::places_of(FormId form) const {
  const auto [known, is_new] = places_.try_emplace(form);
  if (!is_new) return known->second;
  const Form& word = vocabulary_.form(form);
  known->second = places_in(opposites_.words().as_written, word.text);
  if (known->second.empty()) known->second = places_in(opposites_.words().by_lemma, std::string(vocabulary_.stem_text(word.lemma)));
  return known->second;
}

bool OppositeWords::opposed(FormId a, FormId b) const {
  if (of_.prefixes && negative_of(vocabulary_.grammar(), vocabulary_.form(a), vocabulary_.form(b))) return true;
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
