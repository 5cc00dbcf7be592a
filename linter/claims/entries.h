// Entries: the things that rows, labels and headings of an article are about ("| Corn mill | daily |", "**Corn mill:** …"), where the
// running text names them too ("the corn mill").
//
// Order of calls:  const Entries& entries = entries_of(input);  then  entries.of(sentence).
// A head that no sentence names is no thing but a word for an attribute ("Price"), and is none.
#pragma once

#include <map>
#include <vector>

#include "matching/check_input.h"

namespace stet {

class Entries {
 public:
  explicit Entries(const CheckInput& input);

  /// What a sentence is about: what the head of its row or its label names, else the only entry that it names itself, else its heading's.
  /// no_index where that is none.
  std::uint32_t of(std::uint32_t sentence) const { return of_[sentence]; }
  /// Do some words hold an entry's name: "parking is free" of the entry "Parking"? What they say they say of something else.
  bool is_named_in(std::uint32_t entry, IndexRange words) const;

 private:
  using Name = std::vector<StemId>;  ///< of all words, in order

  const CheckInput& input_;
  std::map<Name, std::uint32_t> names_;
  std::vector<const Name*> name_of_;     ///< by entry
  std::vector<std::uint32_t> heads_;     ///< by sentence: the entry of its row or label
  std::vector<std::uint32_t> headings_;  ///< by section
  std::vector<std::uint32_t> named_;     ///< by sentence: the only entry that it names
  std::vector<bool> is_thing_;           ///< by entry: running text names it
  std::vector<bool> is_name_;            ///< by entry: with a capital
  std::vector<std::uint32_t> of_;

  std::uint32_t entry_of(IndexRange words);
  IndexRange label_of(std::uint32_t sentence) const;
  void collect();
  void find_names();
  void decide();
};

/// The entries of an article, worked out once.
const Entries& entries_of(const CheckInput& input);

}  // namespace stet
