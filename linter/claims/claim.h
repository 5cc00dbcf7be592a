// Claims: what one clause, table cell, label line, heading or front-matter field says of a value, and of what.
//
// Order of calls:  const Claims& claims = claims_of(input);  then, per attribute,  told_by(...) of attributes.h says which of them give it.
// Claims of the front matter come first and have words of their own: `input_of(input, claim)` is the text whose words a claim means.
//
// A claim knows nothing of prices or weights: what its value is of is asked of its labels and words by an attribute, which is a rule.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "claims/keys.h"
#include "claims/statements.h"

namespace stet {

/// What kind of place says it.
enum class ClaimPlace : std::uint8_t {
  prose,
  item,     ///< an item of a list
  cell,     ///< of a table; its heads are its labels
  label,    ///< a line behind its label: "Price: $129"
  caption,  ///< a line of nothing but emphasis
  heading,
  title,  ///< the heading over the whole article, or the front matter's title
  field,  ///< of the front matter; its key is its label
};

/// How it is known what a claim is about.
enum class OwnerKind : std::uint8_t {
  elided,   ///< nothing is named: the article's thing, or the section's
  pronoun,  ///< "it"; what it stands for is in `keys`, or it is the article's thing
  generic,  ///< "the pack"
  nominal,  ///< "a day ticket"
  name,     ///< "the Northwind 40"
};

/// The thing that a claim is about.
struct Owner {
  OwnerKind kind = OwnerKind::elided;
  bool topic = false;         ///< it is what the article is about
  WordKey head = 0;           ///< of its last noun; 0 where nothing is named
  std::vector<WordKey> keys;  ///< of its content words, ascending
  IndexRange words;           ///< where it is named
};

/// One value, where it stands and of what.
struct Claim {
  ClaimPlace place = ClaimPlace::prose;
  bool of_front_matter = false;
  std::uint32_t sentence = 0;
  IndexRange words;    ///< the clause, or the line
  IndexRange opening;  ///< of the sentence, where a later clause inherits it
  Value value;
  Owner owner;
  std::vector<IndexRange> labels;  ///< heads of the row and column, or the words before a colon
  IndexRange asked;                ///< the question that its sentence answers
  std::string_view key;            ///< of a field
  bool alone = false;              ///< of a cell: the only one beside its row's head
  bool attributive = false;        ///< its owner is the noun that it stands before: "the four-hour workshop"
  bool asserted = true;            ///< the article's own word: not asked, supposed, quoted or said by others
};

struct Claims {
  std::vector<Claim> claims;   ///< those of the front matter first; each in document order
  std::vector<WordKey> topic;  ///< content words of the article's title and top heading, ascending
};

/// The claims of an article, its front matter's among them. Worked out once an article.
const Claims& claims_of(const CheckInput& input);

/// Values of sentences that state nothing of them (conditions, requests, bounds), and so are no claims; for who holds any value against any
/// other. They are not asserted and have no owner. Worked out once an article.
const std::vector<Claim>& unstated_of(const CheckInput& input);

/// The text that a claim's words and sentence belong to.
inline const CheckInput& input_of(const CheckInput& input, const Claim& claim) {
  return claim.of_front_matter ? *input.front_matter : input;
}

/// Is the article about two things side by side: "The Harlow 12 vs the Marbeck 7"? Then nothing in it is of the one that it is about.
bool is_about_two(const CheckInput& input);

/// Source span of a claim's value.
Span source_of_value(const CheckInput& input, const Claim& claim);

std::string_view name(ClaimPlace place);
std::string_view name(OwnerKind kind);

/// Readable picture of claims for people and goldens: one line a claim, with its place, owner, labels and value. `told` names, beside each
/// claim, the attributes that it gives.
std::string dump(const Claims& claims, const CheckInput& input, const std::vector<std::string>& told);

}  // namespace stet
