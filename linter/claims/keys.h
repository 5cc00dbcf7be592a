// Words as numbers that are held against each other: stems within one article, keys across articles and the texts that belong to one.
//
// A set of them is a vector, ascending, each once: it has few, and is compared more often than made.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "matching/check_input.h"

namespace stet {

/// A stem's text as a number: the same in every article, as ids of stems are not. It is the standard library's hash, and so another one
/// in a program that was built with another library: an index of a site says by which it was made (site/index.cpp).
using WordKey = std::uint64_t;

inline WordKey key_of_stem(std::string_view stem) { return std::hash<std::string_view>{}(stem); }
inline WordKey key_of(const CheckInput& input, StemId stem) { return key_of_stem(input.vocabulary.stem_text(stem)); }

/// Stems and keys of the content words among some words, numbers among them: in order, and as often as they stand there.
std::vector<StemId> content_stems(const CheckInput& input, IndexRange words);
std::vector<WordKey> content_keys(const CheckInput& input, IndexRange words);

/// Adds a key or stem to a set; false when it was in it.
template <typename Key>
bool add_key(std::vector<Key>& keys, std::type_identity_t<Key> key) {
  const auto at = std::lower_bound(keys.begin(), keys.end(), key);
  if (at != keys.end() && *at == key) return false;
  keys.insert(at, key);
  return true;
}

/// Are all of some keys or stems, ascending, among all of others?
template <typename All, typename Some>
bool includes(const All& all, const Some& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace stet
