// What English words can stand for one another: senses and their kinds, made at build time from WordNet (Princeton University 2006;
// Miller 1995, "WordNet: a lexical database for English").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stet {

/// Have the words (as lemma keys, see vocabulary.h) a sense in common, or is a sense of one a kind of a sense of the other, up to two
/// steps ("data" and "information", "spasm" and "symptom")? False for words that the table does not know.
bool may_mean_the_same(std::string_view lemma_a, std::string_view lemma_b);

/// The senses of a lemma key, for who asks of one word many times.
using Senses = std::span<const std::uint32_t>;
Senses senses_of(std::string_view lemma);
bool may_mean_the_same(Senses a, Senses b);

/// Is a sense of the one word a sense of the other or, up to two steps, a kind of it: a bridge is a structure.
bool may_be_a(std::string_view special, std::string_view general);

namespace lexicon {

extern const std::span<const std::uint64_t> lemmas;        ///< XXH3 of each lemma key, ascending
extern const std::span<const std::uint32_t> first_senses;  ///< beside lemmas, and one more: where its senses begin
extern const std::span<const std::uint32_t> senses;        ///< numbers of synsets
extern const std::span<const std::uint32_t> kinds;         ///< by synset: the one that it is a kind of, or itself

}  // namespace lexicon

}  // namespace stet
