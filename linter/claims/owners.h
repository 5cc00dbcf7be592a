// Owners: which thing a clause, cell, label or heading speaks of.
//
// For values, over the subjects of claims/statements, which know words but no article: "the pack", "it" and nothing at all may be one
// thing.
//
// Order of calls:  Owners owners(input, statements);  then, in the order of the article,  owners.of_statement(…) for clauses and
// owners.of_words(…) for headings and labels. The article's own thing is what its title and top heading name, what these call it ("the
// pack" of a backpack), what it is said to be ("… is a tent"), and the noun that "the …" most often is the subject with.
#pragma once

#include <unordered_map>
#include <vector>

#include "claims/claim.h"

namespace stet {

class Owners {
 public:
  Owners(const CheckInput& input, const Statements& statements);

  /// What a statement's clause is about, seen from the value at `value`: its subject, what a pronoun stands for, or, where the subject is
  /// only somebody who meets the thing ("you can buy the tent for $119"), the thing that is met.
  Owner of_statement(const Statement& statement, IndexRange value);
  /// "The four-hour workshop": what a value of a definite noun phrase stands before; without one, an owner without words.
  Owner of_attributive(const Statement& statement, IndexRange value) const;
  /// A noun phrase as it stands.
  Owner of_words(IndexRange words, IndexRange value = {}) const;

  const std::vector<WordKey>& topic() const { return topic_; }

 private:
  const CheckInput& input_;
  const Statements& statements_;
  std::vector<WordKey> topic_;  // ascending
  std::vector<std::string> topic_words_;
  std::unordered_map<WordKey, bool> called_;
  Owner last_;  // of the sentence before
  std::uint32_t last_sentence_ = no_index;
  Owner now_;  // of the sentence that is read
  std::uint32_t now_sentence_ = no_index;

  void read_title();
  void add_title(const CheckInput& input, IndexRange words);
  void read_calls();
  bool is_joined_measure(std::uint32_t word, std::uint32_t end) const;
  Owner named(IndexRange words, OwnerKind kind, IndexRange value = {}) const;
  bool is_topic(const Owner& owner) const;
  IndexRange antecedent(const Statement& statement, IndexRange value) const;
  IndexRange longer_name(const Statement& statement, const Subject& subject) const;
  bool describes(const Statement& statement, IndexRange value) const;
  bool is_object(std::uint32_t relative, std::uint32_t value) const;
  IndexRange noun_before(const Statement& statement, std::uint32_t word) const;
  bool is_measure(const Statement& statement, IndexRange subject) const;
  bool is_deed(const Subject& subject, std::uint32_t end) const;
  bool only_meets(const Subject& subject) const;
  IndexRange with_number(const Subject& subject) const;
  IndexRange with_complement(IndexRange words, std::uint32_t end) const;
  Owner met_between(std::uint32_t from, std::uint32_t to) const;
  Owner met_behind(std::uint32_t from, std::uint32_t to) const;
  Owner carried(std::uint32_t sentence, std::uint32_t pronoun) const;
  bool names_kind_of_topic(std::string_view noun) const;
};

/// Does an entry of a word list end with the last of some words, and begin among them?
bool ends_with_entry(const CheckInput& input, ListId list, IndexRange words);

/// Are the two one thing? A word more names another: "Harlow School", "Harlow North School".
bool same_thing(const Owner& a, const Owner& b);

}  // namespace stet
