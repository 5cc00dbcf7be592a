#include "comparing/one_owner.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "claims/owners.h"
#include "comparing/kinds_named.h"
#include "units/lexicon.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// By the head of an owner: the keys of all owners of the article that have it, ascending. Once an article: pairs are many.
using KeysByHead = std::map<WordKey, std::set<WordKey>>;

const KeysByHead& keys_by_head(const CheckInput& input) {
  return input.derived->get<KeysByHead>([&] {
    KeysByHead keys;
    for (const Claim& claim : claims_of(input).claims) keys[claim.owner.head].insert(claim.owner.keys.begin(), claim.owner.keys.end());
    return keys;
  });
}

/// "The guided tour" and, where the article knows of no other, "the tour"; "Hotel Miramar" and "the Miramar".
bool is_short_for(const CheckInput& input, const Owner& shorter, const Owner& longer) {
  const bool same_head = shorter.head != 0 && shorter.head == longer.head && !shorter.topic && !longer.topic;
  if (!same_head || shorter.keys.size() != 1 || shorter.keys == longer.keys) return false;
  if (shorter.kind == OwnerKind::name && longer.kind != OwnerKind::name) return false;
  const KeysByHead& known = keys_by_head(input);
  const auto all = known.find(shorter.head);
  return all == known.end() || includes(longer.keys, all->second);
}

/// "The beginners' course" of an article on a course, where nothing is told of another one, and what is said of the article's thing.
bool is_only_kind(const CheckInput& input, const std::vector<Told>& told, const Owner& topic, const Owner& named) {
  if (!topic.topic || topic.head != 0 || named.topic || named.head == 0 || named.kind == OwnerKind::name) return false;
  const std::vector<WordKey>& title = claims_of(input).topic;
  if (!std::binary_search(title.begin(), title.end(), named.head)) return false;
  constexpr std::size_t most = 64;
  return told.size() <= most && std::none_of(told.begin(), told.end(), [&](const Told& other) {
           return other.owner.head == named.head && other.owner.keys != named.keys && !other.owner.topic;
         });
}

/// "Basket capacity: 5 litres" of a fryer, and "its basket holds 4 litres": the words that tell the one name what the other is of.
bool is_named_by(const CheckInput& input, const Told& one, const Told& other) {
  const auto is_line = [](const Told& told) { return told.claim->place == ClaimPlace::cell || told.claim->place == ClaimPlace::label; };
  if ((!is_line(one) && !is_line(other)) || !one.owner.words.empty() || !one.owner.topic || other.owner.keys.size() != 1 ||
      one.by.size() < 2)
    return false;
  for (std::uint32_t w = one.by.begin; w < one.by.end; ++w) {
    if (key_of(input, form_of(input, w).stem) == other.owner.head) return true;
  }
  return false;
}

/// "The weekend ticket" and "a weekend pass": heads that may mean the same, and the same words before them.
bool has_other_head(const CheckInput& input, const Owner& a, const Owner& b) {
  constexpr std::size_t least = 4;  // letters
  const bool nouns = a.head != 0 && b.head != 0 && a.head != b.head && a.kind != OwnerKind::name && b.kind != OwnerKind::name;
  if (!nouns || a.keys.size() != b.keys.size() || a.keys.size() < 2 || a.words.empty() || b.words.empty()) return false;
  const auto others = [](const Owner& owner) {
    std::vector<WordKey> keys = owner.keys;
    std::erase(keys, owner.head);
    return keys;
  };
  if (others(a) != others(b)) return false;
  const std::string one = lemma_key(form_of(input, a.words.end - 1).text);
  const std::string two = lemma_key(form_of(input, b.words.end - 1).text);
  return one.size() >= least && two.size() >= least && may_mean_the_same(one, two);
}

/// "The boat" of an article that tells of a ferry and of no other boat.
bool is_kind_of(const CheckInput& input, const Owner& general, const Owner& special) {
  const bool one_noun = general.kind == OwnerKind::generic && general.keys.size() == 1 && !general.words.empty();
  if (!one_noun || form_of(input, general.words.begin).text != "the" || special.words.empty() || special.kind == OwnerKind::name ||
      special.head == 0 || general.head == special.head)
    return false;
  if (is(form_of(input, special.words.begin), WordClass::possessive)) return false;  // "the tower" and "its spire"
  const std::string kind = lemma_key(form_of(input, general.words.end - 1).text);
  const auto noun_of = [&](const Owner& owner) {
    for (std::uint32_t w = owner.words.begin; w < owner.words.end; ++w) {
      if (key_of(input, form_of(input, w).stem) == owner.head) return lemma_key(form_of(input, w).text);
    }
    return std::string();
  };
  const std::string noun = noun_of(special);
  if (kind.size() < shortest_kind || noun.size() < shortest_kind || !may_be_a(noun, kind)) return false;
  return !names_another_kind(input, kind, noun);
}

/// "All eleven sailors", where all who are said to have any such are one: the article's thing, or one that the section speaks of.
bool of_only_owner(const CheckInput& input, const std::vector<Told>& told, const Told& whoever, const Told& other) {
  constexpr std::size_t most = 64;
  if (whoever.claim->of_front_matter || other.claim->of_front_matter) return false;
  const auto section = [&](const Told& one) { return input.units.sentences[one.claim->sentence].section; };
  const bool named = other.owner.kind == OwnerKind::name || !other.owner.topic;
  return whoever.of_whoever && !is_about_two(input) && (!named || section(whoever) == section(other)) && told.size() <= most &&
         std::all_of(told.begin(), told.end(),
                     [&](const Told& one) { return one.of_whoever || one.counted != other.counted || same_thing(one.owner, other.owner); });
}

/// "Guarantee on motor and electronics", and an answer on the frame: two parts of the article's thing.
bool of_two_parts(const CheckInput& input, const Told& a, const Told& b) {
  const std::vector<WordKey>& topic = claims_of(input).topic;
  const auto names_part = [&](const Told& told) {
    const Owner& owner = told.owner;
    const ClaimPlace place = told.claim->place;
    if (place != ClaimPlace::cell && place != ClaimPlace::label && !told.claim->asked.contains(owner.words.begin)) return false;
    return owner.topic && owner.kind == OwnerKind::nominal && !owner.words.empty() && !owner.keys.empty() && !includes(topic, owner.keys);
  };
  if (!names_part(a) || !names_part(b)) return false;
  const auto word = [&](const Told& told, std::uint32_t w) { return lemma_key(form_of(input_of(input, *told.claim), w).text); };
  for (std::uint32_t one = a.owner.words.begin; one < a.owner.words.end; ++one) {
    for (std::uint32_t two = b.owner.words.begin; two < b.owner.words.end; ++two) {
      if (word(a, one) == word(b, two) || may_mean_the_same(word(a, one), word(b, two))) return false;
    }
  }
  return true;
}

/// Of an article about two things, both of its title: which of them is meant?
bool are_named_apart(const Owner& a, const Owner& b) { return a.head != 0 && b.head != 0 && a.head != b.head; }

}  // namespace

bool of_one_owner(const CheckInput& input, const std::vector<Told>& told, const Told& a, const Told& b) {
  if (of_two_parts(input, a, b) || (is_about_two(input) && are_named_apart(a.owner, b.owner))) return false;
  if (is_named_by(input, a, b) || is_named_by(input, b, a)) return true;
  if (of_only_owner(input, told, a, b) || of_only_owner(input, told, b, a)) return true;
  if (!a.claim->of_front_matter && !b.claim->of_front_matter &&
      (has_other_head(input, a.owner, b.owner) || is_kind_of(input, a.owner, b.owner) || is_kind_of(input, b.owner, a.owner)))
    return true;
  return same_thing(a.owner, b.owner) || is_short_for(input, a.owner, b.owner) || is_short_for(input, b.owner, a.owner) ||
         is_only_kind(input, told, a.owner, b.owner) || is_only_kind(input, told, b.owner, a.owner);
}

}  // namespace stet
