// Which thing an article is about, by a name that another article can be held against.
//
// Order of calls:  ArticleThings things(input, path, words);  things.thing(), things.edition(), things.is_retired();
// things.entity_of(told).
//
// Strict on purpose: two articles speak of one thing only when they call it by the same words, one of them a name. What only a common noun
// says ("the course") is a thing within its article, and none of the site. A name is what running text writes with a capital in the midst
// of a sentence; a title alone cannot tell, for many sites write all words of it so.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/site_reading.h"

namespace stet {

/// A thing as articles of a site share it.
struct Entity {
  std::uint64_t key = 0;  ///< of its words; 0: it is none that another article could mean
  bool sure = false;      ///< a field declares it, or running text writes it as a name
  bool of_title = false;  ///< it is what the whole article is about, or a part of that
  std::string name;       ///< as written
};

class ArticleThings {
 public:
  /// `path` is the article's on the site. What is given must outlive it.
  ArticleThings(const CheckInput& input, std::string_view path, const ThingWords& words);

  /// What a claim is about.
  Entity entity_of(const Told& told) const;
  /// Does the sentence of a claim give somebody else's word?
  bool is_hearsay(const Told& told) const;
  /// Does it tell of a state that may be over?
  bool is_once_so(const Told& told) const;
  /// Circumstances that the title names, as entries of a list: "Where to go with a group". Within the article they set nothing apart, for
  /// it is all about them. Of another thing than the title's they do.
  std::vector<WordKey> told_by_title(ListId circumstances) const;
  /// Which edition, version, region or audience front matter and path name: articles with different ones are not compared.
  std::uint64_t edition() const { return edition_; }
  /// Superseded, archived, a draft: what it says is not held against others.
  bool is_retired() const { return retired_; }

 private:
  const CheckInput& input_;
  const ThingWords& words_;
  std::set<WordKey> names_;  // words that running text writes with a capital in the midst of a sentence
  std::vector<WordKey> keys_;
  Entity thing_;
  IndexRange title_;  // of the heading
  std::uint64_t edition_ = 0;
  bool retired_ = false;

  void read_names();
  void read_fields();
  void read_title();
  void take_title(const CheckInput& text, IndexRange words);
  void read_path(std::string_view path);
  bool says_retired() const;
  bool is_kind(const CheckInput& text, std::uint32_t word) const;
  bool is_name(const CheckInput& text, std::uint32_t word) const;
  bool strays(const Told& told) const;
  Entity named(const Told& told) const;
  Entity part(const Told& told) const;
};

}  // namespace stet
