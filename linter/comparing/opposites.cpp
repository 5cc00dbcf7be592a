#include "comparing/opposites.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "units/irregular.h"
#include "units/word_classes.h"

namespace stet {
namespace {

std::uint64_t hash_of_word(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

/// Calls `use` with each part of a text between separators, without spaces around it.
template <typename Use>
void each_part(std::string_view text, char separator, const Use& use) {
  while (true) {
    const std::size_t at = text.find(separator);
    std::string_view part = text.substr(0, at);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    use(part);
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
  }
}

/// Two sides or more of single words, none of them twice.
bool is_group(std::string_view group) {
  std::vector<std::string_view> words;
  std::size_t sides = 0;
  each_part(group, '|', [&](std::string_view side) {
    ++sides;
    each_part(side, ',', [&](std::string_view word) { words.push_back(word); });
  });
  const auto is_word = [](std::string_view word) { return !word.empty() && word.find(' ') == std::string_view::npos; };
  if (sides < 2 || !std::all_of(words.begin(), words.end(), is_word)) return false;
  std::sort(words.begin(), words.end());
  return std::adjacent_find(words.begin(), words.end()) == words.end();
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

bool Opposites::add(std::string_view group, std::uint32_t rule) {
  if (!is_group(group)) return false;
  words_.add(group, rule);
  return true;
}

const Opposites::Words& Opposites::words() const {
  read_.call([&] {
    Words all = words_;  // memory may end meanwhile
    for (const auto& [group, rule] : unread_) all.add(group, rule);
    all.sort();
    words_ = std::move(all);
  });
  return words_;
}

void Opposites::Words::add(std::string_view group, std::uint32_t rule) {
  std::uint32_t side = 0;
  each_part(group, '|', [&](std::string_view words) {
    each_part(words, ',', [&](std::string_view word) {
      const Place place{groups, side, rule};
      as_written.push_back({hash_of_word(word), place});
      // An irregular form ("left", "found") does not stand for its lemma.
      by_lemma.push_back({irregular_lemma(word).empty() ? hash_of_word(lemma_key(word)) : hash_of_word(word), place});
    });
    ++side;
  });
  ++groups;
}

void Opposites::Words::sort() {
  for (std::vector<Entry>* entries : {&as_written, &by_lemma})
    std::stable_sort(entries->begin(), entries->end(), [](const Entry& a, const Entry& b) { return a.word < b.word; });
}

Opposites::Places OppositeWords::places_in(const std::vector<Opposites::Entry>& entries, std::string_view word) const {
  const std::uint64_t wanted = hash_of_word(word);
  auto entry = std::lower_bound(entries.begin(), entries.end(), wanted,
                                [](const Opposites::Entry& other, std::uint64_t hash) { return other.word < hash; });
  Opposites::Places counted;
  for (; entry != entries.end() && entry->word == wanted; ++entry) {
    if (of_.counts(entry->place.rule)) counted.push_back(entry->place);
  }
  return counted;
}

const Opposites::Places& OppositeWords::places_of(FormId form) const {
  const auto [known, is_new] = places_.try_emplace(form);
  if (!is_new) return known->second;
  const Form& word = vocabulary_.form(form);
  known->second = places_in(opposites_.words().as_written, word.text);
  if (known->second.empty()) known->second = places_in(opposites_.words().by_lemma, vocabulary_.stem_text(word.lemma));
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
