// Which thing an article is about, by a name that another article can be held against.
//
// Order of calls:  ArticleThings things(input, path, words);  things.thing(), things.edition(), things.is_retired();
// things.entity_of(told).
//
// Strict on purpose: two articles speak of one thing only when they call it by the same words, one of them a name. What only a common noun
// says ("the course") is a thing within its article, and none of the site. A name is what running text writes with a capital in the midst
// of a sentence; a title alone cannot tell, for many sites write all words of it so. Or they mean one article: what links to it speaks of
// the thing that it is about, whatever words are linked (site/links.h).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/site_reading.h"
#include "site/links.h"

namespace stet {

/// A thing as articles of a site share it.
struct Entity {
  std::uint64_t key = 0;   ///< of its words; 0: no other article could mean it by these
  std::uint64_t link = 0;  ///< key of the article that is about it, this one or one that is linked; 0: none
  bool sure = false;       ///< a field declares it, or running text writes it as a name
  bool full = false;       ///< its name has several words, or a number, that are no everyday ones: no other thing has it
  bool of_title = false;   ///< it is what the whole article is about, or a part of that
  std::string name;        ///< as written

  bool is_known() const { return key != 0 || link != 0; }
  /// Is it a part of what the article is about? What is said of "the hood" is seldom said of the whole of it elsewhere.
  bool is_part() const { return of_title && link == 0; }
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
  /// What the title says beside its thing: "Orrin Castle with children". All of the article is told so.
  const std::vector<WordKey>& beside_title() const { return beside_; }
  /// Does a table's column give how much of a thing is in what the article is about?
  bool is_amount_in_it(const Told& told) const;
  /// The words of what the article is about, where running text or a field shows that they are a name; else none.
  std::vector<WordKey> own_name() const { return thing_.sure ? keys_ : std::vector<WordKey>(); }
  /// Which edition, version, region or audience front matter and path name: articles with different ones are not compared.
  std::uint64_t edition() const { return edition_; }
  /// Superseded, archived, a draft: what it says is not held against others.
  bool is_retired() const { return retired_; }

 private:
  /// Words that name a thing: those of a name, and nouns beside these.
  struct Name {
    IndexRange words;
    std::vector<WordKey> keys;  // both
    std::vector<WordKey> names;
    std::vector<WordKey> nouns;
    float weight = 0;  // of the rarest word of the name
    bool sure = false;
  };

  const CheckInput& input_;
  const ThingWords& words_;
  ArticleLinks links_;
  std::set<WordKey> names_;  // words that running text writes with a capital in the midst of a sentence, and never without
  std::vector<WordKey> keys_;
  std::vector<WordKey> beside_;
  Entity thing_;
  IndexRange title_;  // of the heading
  std::uint64_t edition_ = 0;
  bool retired_ = false;

  void read_names();
  void drop_common_words();
  void read_fields();
  void read_title();
  void take_title(const CheckInput& text, IndexRange words);
  std::uint32_t end_of_name(const CheckInput& text, IndexRange words) const;
  static bool is_full(const Name& name);
  static std::uint64_t key_of_name(const Name& name);
  void add_to(Name& name, const CheckInput& text, std::uint32_t word) const;
  void read_path(std::string_view rest);
  bool says_retired() const;
  bool is_kind(const CheckInput& text, std::uint32_t word) const;
  static bool is_name(const CheckInput& text, std::uint32_t word);
  bool strays(const Told& told) const;
  bool names_another(const Told& told, std::uint32_t sentence) const;
  IndexRange words_of(const Told& told) const;
  std::vector<WordKey> keys_of(const Told& told, IndexRange& words) const;
  bool is_name_of_thing(const CheckInput& text, const Name& name) const;
  Entity named(const Told& told) const;
  Entity part(const Told& told) const;
  Entity by_name(const Told& told) const;
};

}  // namespace stet
