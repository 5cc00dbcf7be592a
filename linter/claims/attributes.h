// Attributes: what a value is of. A house says in YAML by which words, labels and units an attribute is known (kind `one-value`).
//
// Order of calls:  Attribute attribute = compile_attribute(rule, context);  per article  told_by(input, attribute)  gives the claims that
// give this attribute, of what, and in which circumstances.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"
#include "claims/value_context.h"
#include "matching/conditions.h"
#include "text/once.h"
#include "text/shared_text.h"

namespace stet {

/// Word lists that all attributes are read with.
struct AttributeLists {
  ListId circumstances = no_index;
  ListId nearby = no_index;  ///< those of them that count only beside the value, where they stand behind it
  ListId usual = no_index;   ///< whom something is told for that is told for all: "adults"
  ListId exceptions = no_index;
  ListId things = no_index;  ///< "the company": stands for the article's thing
  ListId texts = no_index;   ///< "this guide": the article itself
  ListId praise = no_index;  ///< "7 proven tips": words of a title that do not tell what it counts from its like
};

/// The labels of an attribute, as lemma keys of their words. They are worked out when somebody first asks: many an article has no line with
/// a label and such a value.
class AttributeLabels {
 public:
  /// As a rule writes it, "battery life", before the first look. What has no words is none.
  void add(SharedText label) { labels_->written.push_back(std::move(label)); }
  const std::vector<std::vector<std::string>>& keys() const;

 private:
  struct Labels {
    std::vector<SharedText> written;
    Once read;
    std::vector<std::vector<std::string>> keys;
  };
  std::shared_ptr<Labels> labels_ = std::make_shared<Labels>();
};

/// An attribute as its rule describes it.
struct Attribute {
  std::string what;                    ///< "weight"
  TypedKind kind = TypedKind::number;  ///< of its values
  std::string unit;                    ///< of quantities and money: any when empty
  PatternId says = 0;                  ///< words that tell it in running text, labels and headings
  std::optional<PatternId> counted;    ///< of a number: what is counted
  std::optional<PatternId> counts;     ///< of a count: phrases over the number that tell it by themselves
  bool in_brackets = false;            ///< a value alone in brackets behind its thing tells it: "the museum ($3)"
  bool of_labels = false;              ///< whatever a label says that its value is of: "Ripening", and "ripens" in the text
  bool of_wording = false;             ///< whatever is told in the same words
  bool counts_anything = false;        ///< of a number: whatever is counted, one noun each
  AttributeLabels labels;              ///< words that tell it in a label alone
  std::optional<PatternId> apart;      ///< circumstances of its own, beside the list `circumstance`
  AttributeLists lists;
  bool of_article = false;   ///< it is the article's, whoever is named in between
  bool begins_span = false;  ///< of a span it is the beginning: "10 a.m. to 5 p.m."
  bool limit = false;        ///< its values are bounds: "until 3 May" and "by 9 May", "at least 16" and "18" are two
  bool of_named = false;     ///< only what is named, or "it", has it: running text without a subject tells none
  Conditions conditions;
};

/// A claim that gives an attribute.
struct Told {
  const Claim* claim = nullptr;
  IndexRange by = {};                        ///< the words that tell it; empty of a field
  Owner owner = {};                          ///< without the attribute's own words: "the weight of the pack" is of the pack
  std::vector<WordKey> apart = {};           ///< for whom, when, which variant …; ascending
  std::vector<WordKey> counted = {};         ///< of a count: the noun and what stands before it, ascending
  std::vector<IndexRange> apart_words = {};  ///< where these stand
  std::vector<ContextWord> context = {};     ///< of what is told in the same words
  bool always = false;                       ///< it is said to hold in all circumstances
  bool loose = false;                        ///< of a count: told beside something else, so that only a determined one is held against it
  bool determined = false;                   ///< of a count: of a title or label, or "the eight venues", which says that these are all
  bool of_whoever = false;                   ///< of a count: "all eight venues", which does not say whose they are
  bool limit = false;                        ///< of an attribute whose values are bounds
  double low = 0;
  double high = 0;
};

/// Of a claim as it stands, before an attribute has looked at it.
inline Told told_of(const Claim& claim) {
  return {.claim = &claim, .owner = claim.owner, .low = claim.value.low, .high = claim.value.high};
}

/// What the values of an attribute may be of: "money", "mass", "count" …
std::vector<std::string_view> dimension_names();

Attribute compile_attribute(const Rule& rule, CompileContext& context);

/// The claims that give an attribute, in order.
std::vector<Told> told_by(const CheckInput& input, const Attribute& attribute);

}  // namespace stet
