// The words of one sentence, asked by their index: what stands behind its end is of no class and has no text.
#pragma once

#include <string_view>

#include "language/verb_form.h"
#include "matching/check_input.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {

class SentenceWords {
 public:
  SentenceWords(const CheckInput& input, IndexRange whole) : input_(&input), whole_(whole) {}

  IndexRange whole() const { return whole_; }
  const Form& form(std::uint32_t word) const { return form_of(*input_, word); }
  FormId form_id(std::uint32_t word) const { return input_->units.words[word].form; }
  std::string_view text(std::uint32_t word) const { return word < whole_.end ? std::string_view(form(word).text) : std::string_view(); }
  bool is(std::uint32_t word, WordClass word_class) const { return word < whole_.end && stet::is(form(word), word_class); }
  bool has(std::uint32_t word, WordFlag flag) const { return word < whole_.end && (input_->units.words[word].flags & flag) != 0; }
  bool number(std::uint32_t word) const { return word < whole_.end && (form(word).flags & form_number) != 0; }
  bool verb(std::uint32_t word) const { return word < whole_.end && looks_like_verb(form(word)); }
  bool base_verb(std::uint32_t word) const { return word < whole_.end && is_base_verb(form(word)); }
  bool may_be_base_verb(std::uint32_t word) const { return word < whole_.end && stet::may_be_base_verb(form(word)); }
  bool may_be_third_person(std::uint32_t word) const { return word < whole_.end && stet::may_be_third_person(form(word)); }
  bool content(std::uint32_t word) const { return is_content_word(*input_, word); }

  /// The text between a word and the one before it.
  std::string_view gap_before(std::uint32_t word) const { return stet::gap_before(*input_, word); }
  bool comma_before(std::uint32_t word) const { return word > whole_.begin && gap_before(word).find(',') != std::string_view::npos; }

  /// What stands before a colon at its beginning.
  IndexRange label(std::uint32_t most) const { return label_before_colon(*input_, whole_, most); }
  bool is_nominative(std::uint32_t word) const;
  /// Does a pronoun, a determiner or a name stand here?
  bool starts_subject(std::uint32_t word) const;
  /// Does a number, a sum of money or a determiner stand here? Behind a noun it opens what a verb has as its object.
  bool opens_object(std::uint32_t word) const;
  /// Does a verb stand among some words, before any comma?
  bool verb_before_comma(std::uint32_t from, std::uint32_t to) const;
  /// Does what may be a verb in the third person?
  bool third_person_before_comma(std::uint32_t from, std::uint32_t to) const;

 private:
  const CheckInput* input_;
  IndexRange whole_;
};

}  // namespace stet
