#include "claims/told_owners.h"

#include <algorithm>

#include "claims/keys.h"
#include "claims/owners.h"
#include "claims/told_circumstances.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_look = 80;  // words of a sentence that another thing's name is looked for in

/// Finds the owner of one claim that gives an attribute.
class OwnerFinder {
 public:
  OwnerFinder(const CheckInput& text, const Attribute& attribute, const Claims& claims, Told& told)
      : text_(text), attribute_(attribute), claims_(claims), claim_(*told.claim), told_(told) {}

  /// Whose attribute it is: what is left of the owner's words, and of the labels', without those that tell the attribute.
  void leave() {
    if (attribute_.counted || attribute_.counts_anything) {
      if (claim_.value.words.overlaps(claim_.owner.words)) told_.owner = elided_owner();
      return;
    }
    const AttributeWords words = words_of_attribute();
    const bool told_inside =
        words.by.overlaps(claim_.owner.words) || claim_.value.words.overlaps(claim_.owner.words) || !words.names.empty();
    if (claim_.labels.empty() && !told_inside) return;
    Owner left = claim_.owner.kind == OwnerKind::name && claim_.owner.words.empty() ? claim_.owner : elided_owner();
    for (const IndexRange named : named_by(words.by)) {
      const std::uint32_t end = end_of_thing(named, words.by);
      for (std::uint32_t w = named.begin; w < end; ++w) {
        if (names_thing(w, words)) add_word(w, left);
      }
    }
    left.topic = includes(claims_.topic, left.keys) || (left.keys == claim_.owner.keys && claim_.owner.topic);
    told_.owner = left;
  }

  /// "Death of Ada Quill": the name behind the words that tell the attribute, where the line names no other owner.
  IndexRange named_behind() const {
    const IndexRange by = told_.by;
    const std::uint32_t end = text_.units.sentences[claim_.sentence].words.end;
    if (by.empty() || by.end + 1 >= end || form_of(text_, by.end).text != "of") return {};
    IndexRange name{by.end + 1, by.end + 1};
    while (name.end < end && name.size() < 4 && (text_.units.words[name.end].flags & word_capitalized) != 0) ++name.end;
    return name;
  }

  /// "How long is the guided tour? Ninety minutes.": an answer that names nothing is of what is asked for.
  void ask() {
    for (std::uint32_t w = claim_.asked.begin; w < claim_.asked.end; ++w) {
      if (!is(form_of(text_, w), WordClass::determiner)) continue;
      IndexRange named{w + 1, w + 1};
      while (named.end < claim_.asked.end && is_content_word(text_, named.end) && !looks_like_verb(form_of(text_, named.end))) ++named.end;
      if (named.empty() || told_.by.overlaps(named) || tells_attribute(named)) continue;  // "the weight of | the kettle"
      Owner owner = named_owner(named);
      owner.topic = owner.topic || (named.size() == 1 && is_thing(named));
      if (!owner.keys.empty()) told_.owner = owner;
      return;
    }
  }

  /// "Is the screen big enough?", of a size of the screen: what is asked of names no other thing.
  bool tells_attribute(IndexRange words) const {
    bool tells = false;
    each_match(text_, attribute_.says, words, [&](const Match& match) { tells = tells || match.words.begin == words.begin; });
    return tells;
  }

  /// The thing that a phrase names itself: "two kilometres to $of:*".
  Owner named_owner(IndexRange words) const {
    Owner owner{OwnerKind::nominal, false, 0, {}, words};
    for (const WordKey key : content_keys(text_, words)) add_key(owner.keys, owner.head = key);
    owner.topic = includes(claims_.topic, owner.keys);
    return owner;
  }

  /// "The company" of an article about one, and whatever gives an attribute that is always the article's.
  void stand_for_article() {
    Owner& owner = told_.owner;
    if (owner.topic) return;
    if (attribute_.of_article) {
      owner.topic = owner.kind != OwnerKind::name;
    } else if (is_specimen()) {
      owner.topic = true;
    } else if (owner.kind == OwnerKind::generic && owner.keys.size() == 1) {
      owner.topic =
          (is_thing(owner.words) && !other_named_before()) || (attribute_.counts_anything && is_article_itself(text_, attribute_, owner));
    } else if (owner.kind == OwnerKind::pronoun && owner.keys.size() == 1) {
      owner.topic = is_thing(stood_for(owner));
    }
  }

 private:
  const CheckInput& text_;
  const Attribute& attribute_;
  const Claims& claims_;
  const Claim& claim_;
  Told& told_;

  /// Words that tell the attribute, and so name no thing.
  struct AttributeWords {
    IndexRange by;
    std::vector<IndexRange> names;  // within the owner: "admission costs $9" is of what one is admitted to
  };

  AttributeWords words_of_attribute() const {
    AttributeWords words{told_.by, {}};
    each_match(text_, attribute_.says, claim_.owner.words, [&](const Match& match) {
      if (!claim_.attributive || !match.words.overlaps(claim_.value.words)) words.names.push_back(match.words);
    });
    // "The four-hour workshop" is of a workshop.
    if (claim_.attributive && told_.by.overlaps(claim_.value.words)) words.by = claim_.value.words;
    return words;
  }

  /// The owner's words and the labels'; of a row that one label tells the attribute of, that label's alone.
  std::vector<IndexRange> named_by(IndexRange by) const {
    std::vector<IndexRange> named;
    if (!claim_.owner.words.empty() && claim_.owner.kind != OwnerKind::pronoun) named.push_back(claim_.owner.words);
    const bool by_row = claim_.alone && !claim_.labels.empty() && by.overlaps(claim_.labels.front());
    for (std::size_t i = 0; i < (by_row ? 1 : claim_.labels.size()); ++i) named.push_back(claim_.labels[i]);
    return named;
  }

  /// "Mass ready to ride": no other thing, which "of" or "on" would name.
  std::uint32_t end_of_thing(IndexRange named, IndexRange by) const {
    const bool head = claim_.place == ClaimPlace::cell && named.contains(by.begin) && by.end < named.end;
    return head && !is(form_of(text_, by.end), WordClass::preposition) ? by.end : named.end;
  }

  /// Does a word name the thing, and not its attribute or value?
  bool names_thing(std::uint32_t word, const AttributeWords& attribute) const {
    const Form& form = form_of(text_, word);
    if (attribute.by.contains(word) || claim_.value.words.contains(word) || !is_content(form) || (form.flags & form_number) != 0)
      return false;
    if (std::any_of(attribute.names.begin(), attribute.names.end(), [&](IndexRange name) { return name.contains(word); })) return false;
    if ((text_.units.words[word].flags & word_symbol) != 0 || ends_with_entry(text_, text_.cues.plain_word, {word, word + 1})) return false;
    // "Museum: opening planned for 2032" is of the article's thing; "Day ticket: £9" is of a kind of ticket.
    return claim_.place != ClaimPlace::label || claim_.owner.words.contains(word) || !is_thing({word, word + 1}) || is_kind_in_label(word);
  }

  /// Stands the word in a label behind one that says of which kind it is?
  bool is_kind_in_label(std::uint32_t word) const {
    if (claim_.labels.empty() || word <= claim_.labels.front().begin) return false;
    return claim_.labels.front().contains(word) && is_content(form_of(text_, word - 1)) && !told_.by.contains(word - 1);
  }

  void add_word(std::uint32_t word, Owner& owner) const {
    owner.head = key_of(text_, form_of(text_, word).stem);
    add_key(owner.keys, owner.head);
    owner.kind = claim_.owner.words.contains(word) ? claim_.owner.kind : OwnerKind::nominal;
    owner.words = owner.words.empty() ? IndexRange{word, word + 1} : cover(owner.words, {word, word + 1});
  }

  bool is_thing(IndexRange words) const { return ends_with_entry(text_, attribute_.lists.things, words); }

  /// The word of the sentence before that a pronoun stands for: "The company was founded in 1987. Today | it | employs 64 people."
  IndexRange stood_for(const Owner& pronoun) const {
    constexpr std::uint32_t farthest = 60;  // words
    const std::uint32_t last = pronoun.words.begin - std::min(pronoun.words.begin, farthest);
    for (std::uint32_t w = pronoun.words.begin; w > last + 1; --w) {
      if (key_of(text_, form_of(text_, w - 1).stem) != pronoun.head) continue;
      return is(form_of(text_, w - 2), WordClass::determiner) ? IndexRange{w - 1, w} : IndexRange{};
    }
    return {};
  }

  /// "Our size M sample", "our test bike": the one of the article's things that was tried. A name among the words says which thing it is.
  bool is_specimen() const {
    const IndexRange words = told_.owner.words;
    if (words.size() < 2 || form_of(text_, words.begin).text != "our" || !is_thing(words)) return false;
    for (std::uint32_t w = words.begin + 1; w < words.end; ++w) {
      if ((text_.units.words[w].flags & word_capitalized) != 0 && form_of(text_, w).text.size() > 1) return false;
    }
    return words.size() > 2;
  }

  /// Does the sentence before, in the same section, name another thing? Then "the company" may be that one.
  bool other_named_before() const {
    const std::vector<Sentence>& sentences = text_.units.sentences;
    if (claim_.sentence == 0 || sentences[claim_.sentence - 1].section != sentences[claim_.sentence].section) return false;
    const IndexRange words = sentences[claim_.sentence - 1].words;
    for (std::uint32_t w = words.begin + 1; w < std::min(words.end, words.begin + longest_look); ++w) {
      if ((text_.units.words[w].flags & word_capitalized) == 0 || !is_content(form_of(text_, w))) continue;
      const WordKey key = key_of(text_, form_of(text_, w).stem);
      if (!std::binary_search(claims_.topic.begin(), claims_.topic.end(), key)) return true;
    }
    return false;
  }
};

}  // namespace

Owner elided_owner() { return {OwnerKind::elided, true, 0, {}, {}}; }

bool is_article_itself(const CheckInput& text, const Attribute& attribute, const Owner& owner) {
  return owner.kind == OwnerKind::generic && ends_with_entry(text, attribute.lists.texts, owner.words);
}

void leave_owner(const CheckInput& input, const Attribute& attribute, const Claims& claims, Told& told) {
  OwnerFinder finder(input_of(input, *told.claim), attribute, claims, told);
  finder.leave();
  finder.stand_for_article();
}

void find_owner(const CheckInput& input, const Attribute& attribute, const Claims& claims, IndexRange of, Told& told) {
  OwnerFinder finder(input_of(input, *told.claim), attribute, claims, told);
  finder.leave();
  if (of.empty() && told.claim->owner.words.empty()) of = finder.named_behind();
  if (!of.empty()) told.owner = finder.named_owner(of);
  const bool pronoun = told.owner.kind == OwnerKind::pronoun;  // "How old is the mill? It has stood since 1710."
  if (!told.claim->asked.empty() && (told.owner.words.empty() || pronoun)) finder.ask();
  finder.stand_for_article();
}

}  // namespace stet
