// Holders: whom an article names as the holder of an office: "its conductor, Ada Quill", "**Race director:** Ada Quill", `tutor: Ada
// Quill`.
//
// Order of calls:  read_holders(input, rule, test)  once; then, per pair,  is_one_office(a, b),  are_two_people(a, b),  share_a_name(a, b).
//
// In doubt there is no holder, and two names are one person's: a name of one word, or one that holds a country or an acronym, is none, and
// at most 64 holders are read.
#pragma once

#include <string>
#include <vector>

#include "claims/statements.h"
#include "matching/conditions.h"

namespace stet {

/// What of a rule finds holders.
struct HolderRule {
  PatternId says = 0;                ///< phrases that capture `$office` and `$name`
  ListId offices = no_index;         ///< the list of offices, that of labels
  ListId titles = no_index;          ///< "Dr", "Mrs"
  ListId regions = no_index;         ///< countries and the like, which are in no person's name
  std::vector<std::string> of_keys;  ///< the same as lemma keys, ascending: those of front matter's fields
  Conditions conditions;
};

struct Holder {
  const CheckInput* text = nullptr;  ///< whose words these are: the article's, or its front matter's
  std::uint32_t sentence = 0;
  IndexRange words;                 ///< the name
  std::vector<std::string> name;    ///< folded, without titles and initials; two words or more
  std::vector<std::string> office;  ///< lemma keys of its words, the noun last
  std::vector<std::string> of;      ///< content words behind "of", folded, ascending: "chair | of the board"
  bool labelled = false;
  bool single = false;  ///< "the", "its" or a label says that it has one holder
};

/// In document order, the front matter's first. A name is two or three capitalised words, beside titles and initials.
std::vector<Holder> read_holders(const CheckInput& input, const HolderRule& rule, const ConditionTest& test);

/// Is it one office: "race director" and "director", "chair of the board" and "chair"?
bool is_one_office(const Holder& a, const Holder& b);

/// "Fiona Marsh" and "Fiona Walsh", "Ada Quill" and "Tom Reed"; not "Ada Quill" and "Ada M. Quill", "Tom" and "Thomas", "Liz" and
/// "Elizabeth", which may be one.
bool are_two_people(const Holder& a, const Holder& b);

/// Do the two names share a part: is the one likely a slip of the other?
bool share_a_name(const Holder& a, const Holder& b);

}  // namespace stet
