// Words as numbers: every distinct folded form gets an id, its lemma key, its stem and what is known of it, once.
//
// Order of calls:  Vocabulary base(grammar); ... base.add(...) while rules are compiled;  then, per article,  Vocabulary local(&base).
// A base that is shared between threads must not be added to any more. Ids of the base stay valid in every local one.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/frozen.h"
#include "units/grammar.h"

namespace stet {

using FormId = std::uint32_t;   ///< one folded spelling, such as "suggests"
using LemmaId = std::uint32_t;  ///< one inflectional family: suggest, suggests, suggested, suggesting
using StemId = std::uint32_t;   ///< one derivational family, by Snowball's English (Porter2) stemmer: addict, addiction, addictive

/// The word classes that are asked for most, whether a form is a number, and by which forms of verbs one may know it (verbs.h asks), as
/// bits; Form::classes has all classes.
enum FormFlag : std::uint16_t {
  form_stop_word = 1U << 0U,
  form_negator = 1U << 1U,
  form_modal = 1U << 2U,
  form_pronoun = 1U << 3U,
  form_number = 1U << 4U,  ///< digits, or a number word
  form_be = 1U << 5U,
  form_question = 1U << 6U,
  form_third_person = 1U << 7U,
  form_base_verb = 1U << 8U,
  form_possible_base = 1U << 9U,
  form_possible_third_person = 1U << 10U,
  form_irregular = 1U << 11U,  ///< it has a lemma, not itself, that no suffix explains: "shown", "mice"
};

struct Form {
  std::string_view text;  ///< folded; lasts as long as the vocabulary
  LemmaId lemma = 0;
  StemId stem = 0;
  std::uint16_t flags = 0;
  float weight =
      0;  ///< inverse document frequency of the stem in English, in nats: about 0 for "the", 6 for a rare word, 9 for an unknown one
  WordClassSet classes;  ///< none of what begins with a digit
};

/// Numbers by the hash of a text, with open addressing, at most half full; the caller knows the texts.
class IdTable {
 public:
  /// The first number under this hash that `is_wanted` takes, or `none`.
  template <typename IsWanted>
  std::uint32_t find(std::uint32_t hash, const IsWanted& is_wanted) const {
    if (slots_.empty()) return none;
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].id != none; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].hash == hash && is_wanted(slots_[at].id)) return slots_[at].id;
    }
    return none;
  }
  void insert(std::uint32_t hash, std::uint32_t id);
  void write(FrozenWriter& writer) const;
  /// Reads where the table lies, until something is inserted.
  void read(FrozenReader& reader);

  static constexpr std::uint32_t none = 0xFFFFFFFF;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = none;
  };
  std::span<const Slot> slots_;  // of own_, or frozen
  std::vector<Slot> own_;
  std::size_t used_ = 0;

  void place(Slot slot);
};

/// Forms by number, in blocks: they stay where they are, and one is found by a shift. Every stage asks for the form of every word.
class Forms {
 public:
  const Form& operator[](std::size_t number) const { return (*blocks_[number / block_size])[number % block_size]; }
  Form& operator[](std::size_t number) { return (*blocks_[number / block_size])[number % block_size]; }
  std::size_t size() const { return size_; }
  void push_back(const Form& form) {
    if (size_ % block_size == 0) blocks_.push_back(std::make_unique<std::array<Form, block_size>>());
    (*blocks_.back())[size_++ % block_size] = form;
  }

 private:
  static constexpr std::size_t block_size = 64;
  std::vector<std::unique_ptr<std::array<Form, block_size>>> blocks_;
  std::size_t size_ = 0;
};

/// A word that says something: no stop word, modal, form of "be" or pronoun.
bool is_content(const Form& form);

class Vocabulary {
 public:
  /// Of the grammar of its base, or of the built-in one.
  explicit Vocabulary(const Vocabulary* base = nullptr);
  /// `grammar` must outlive it.
  explicit Vocabulary(const Grammar& grammar);
  /// What write() wrote of a vocabulary without a base, of the built-in grammar.
  explicit Vocabulary(FrozenReader& reader);
  void write(FrozenWriter& writer) const;
  // Its forms view its own texts.
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  Vocabulary(Vocabulary&&) = default;
  Vocabulary& operator=(Vocabulary&&) = default;
  ~Vocabulary() = default;

  /// Id of a folded form, added when new.
  FormId add(std::string_view folded);
  /// The form's data; `id` must come from this vocabulary or its base.
  const Form& form(FormId id) const { return id < base_size_ ? base_->forms_[id] : forms_[id - base_size_]; }
  std::string_view stem_text(StemId id) const;
  const Grammar& grammar() const { return *grammar_; }
  std::uint32_t size() const { return base_size_ + static_cast<std::uint32_t>(forms_.size()); }

 private:
  FormId find_form(std::string_view folded, std::uint32_t hash) const;
  std::uint32_t find_key(std::string_view key, std::uint32_t hash) const;
  /// Lemma keys and stems share one numbering.
  std::uint32_t key_id(std::string_view key);

  const Grammar* grammar_;
  const Vocabulary* base_ = nullptr;
  std::uint32_t base_size_ = 0;
  std::uint32_t base_keys_ = 0;
  std::deque<std::string> texts_;  // of forms and keys that no frozen memory holds
  Forms forms_;
  IdTable form_ids_;
  std::vector<std::string_view> keys_;  // lemma and stem texts, in order of id after the base's
  IdTable key_ids_;

  std::string_view keep(std::string_view text) { return texts_.emplace_back(text); }
};

/// The key under which all inflections of a folded English word meet: "studies", "studied" -> "studi"; "shown" -> "show"; "mice" -> "mous".
/// Irregular forms by table, then suffixes -s -es -ies -ed -ied -ing -er(no) and a final -e, as in steps 1a to 1c of Porter2.
std::string lemma_key(std::string_view folded);

/// Snowball English stem of a folded word.
std::string stem(std::string_view folded);

}  // namespace stet
