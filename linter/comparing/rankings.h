// Rankings: entries of one list or table, each with its number, and what a superlative says of one of them.
//
// Order of calls:  for (const Ranking& ranking : rankings_of(input))  then  named_in(input, ranking, sentence).
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claims/claim.h"

namespace stet {

/// "| Salt House | 12 m |", "- Salt House: 12 m", "- Salt House, white, 12 m".
struct RankedEntry {
  std::vector<StemId> name;  ///< of all words of its head or label, in order
  const Claim* claim = nullptr;
};

/// A word of names: of which entry, and whether of no other.
struct NameWord {
  std::uint32_t entry = 0;
  bool only = true;
  bool first = false;  ///< it is what the entry's name begins with
};

/// One column of a table, or a list of labels: values of one kind and unit, one for each entry.
struct Ranking {
  std::uint32_t block = 0;  ///< the table or list
  std::uint32_t section = 0;
  IndexRange header;  ///< words over the column; none of a list
  TypedKind kind = TypedKind::number;
  std::string_view unit;
  std::vector<RankedEntry> entries;  ///< three at least
  /// By the first stem of its name the number of each entry; ascending.
  std::vector<std::pair<StemId, std::uint32_t>> by_first_stem;
  std::unordered_map<StemId, NameWord> words;  ///< by stem, those of all names
  const Claim* most = nullptr;                 ///< the first of those with the largest number
  const Claim* least = nullptr;
};

/// The rankings of an article; the claims that they point at live as long as it.
std::vector<Ranking> rankings_of(const CheckInput& input);

/// The only entry of a ranking that a sentence names, by its whole name or by a word that no other has.
std::optional<std::uint32_t> named_in(const CheckInput& input, const Ranking& ranking, std::uint32_t sentence);

}  // namespace stet
