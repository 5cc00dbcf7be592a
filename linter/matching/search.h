// One pass over the sentences of an article: where the entries of an automaton's lists occur, and where its phrases match.
//
// Order of calls, per sentence:  search.add_list_hits(sentence, hits); search.add_matches(sentence, hits, matches);   in any order of
// sentences, though rising ones cost least.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "matching/automaton.h"
#include "matching/tables.h"

namespace stet {

/// Where the matches of each of the tables' patterns are kept; no_index for one that nobody asks for.
using SlotNumbers = std::vector<std::uint32_t>;

/// By word of an article.
std::vector<LemmaId> lemmas_of(const Units& units, const Vocabulary& vocabulary);

/// Buffers are kept between sentences.
class Search {
 public:
  /// All of these must outlive it; `lemmas` are those of the article's words.
  Search(const Automaton::Tables& tables, const SlotNumbers& slots, const Article& article, const Units& units,
         const std::vector<LemmaId>& lemmas);
  Search(Search&&) noexcept;
  Search& operator=(Search&&) = delete;
  ~Search();

  /// Appends the hits in a sentence of the lists that these tables hold, ascending by first word.
  void add_list_hits(std::uint32_t sentence, std::vector<ListHit>& hits);
  /// Appends the matches in a sentence, ascending by slot, which is their `pattern`, and by first word. `hits` are those of the article's
  /// lists in the sentence.
  void add_matches(std::uint32_t sentence, std::span<const ListHit> hits, std::vector<Match>& matches);
  /// Appends what a row's label and the cell behind it, the sentence, match together and neither of the two by itself. `hits` are those in
  /// both.
  void add_across_cells(IndexRange label, std::uint32_t sentence, std::span<const ListHit> hits, std::vector<Match>& matches);

 private:
  class Simulation;
  std::unique_ptr<Simulation> simulation_;
};

}  // namespace stet
