#include "units/vocabulary.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>
#include <utility>

#include "units/irregular.h"
#include "units/verbs.h"
#include "units/weights.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr float unknown_weight = 9.5F;

constexpr auto flagged = std::to_array<std::pair<WordClass, FormFlag>>({{WordClass::stop_word, form_stop_word},
                                                                        {WordClass::negator, form_negator},
                                                                        {WordClass::modal, form_modal},
                                                                        {WordClass::pronoun, form_pronoun},
                                                                        {WordClass::number, form_number},
                                                                        {WordClass::be, form_be},
                                                                        {WordClass::interrogative, form_question}});

float weight_of(std::string_view stem) {
  const std::uint64_t hash = XXH3_64bits(stem.data(), stem.size());
  const auto known = std::lower_bound(weights::stems.begin(), weights::stems.end(), hash);
  if (known == weights::stems.end() || *known != hash) return unknown_weight;
  return static_cast<float>(weights::values[static_cast<std::size_t>(known - weights::stems.begin())]) / 25.0F;
}

std::uint32_t hash_of(std::string_view text) { return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size())); }

/// What a form is by itself, in any grammar, before it has numbers.
struct Facts {
  std::string lemma;
  std::string stem;
  float weight = 0;  // unless it is a stop word
  std::uint16_t verb_flags = 0;
};

Facts facts_of(std::string_view folded) {
  // "sold" has the stem of "sell", which no suffix explains.
  const std::string_view regular = irregular_lemma(folded);
  Facts facts{lemma_key(folded), stem(regular.empty() ? folded : regular)};
  facts.weight = weight_of(facts.stem);
  facts.verb_flags = static_cast<std::uint16_t>(verb_flags(folded) | (regular.empty() || regular == folded ? 0 : form_irregular));
  return facts;
}

void classify(Form& form, const Grammar& grammar) {
  if (!form.text.empty() && form.text[0] >= '0' && form.text[0] <= '9') {
    form.flags = form.text.find(' ') == std::string::npos ? form_number : 0;
    return;
  }
  form.classes = grammar.classes_of(form.text);
  for (const auto& [word_class, flag] : flagged) {
    if (is(form, word_class)) form.flags = static_cast<std::uint16_t>(form.flags | flag);
  }
}

/// Words of many articles are remembered, but not without end.
constexpr std::size_t most_remembered = 100'000;

/// The facts of a form. Articles share most of their words: each thread works a word out once.
const Facts& remembered_facts(std::string_view folded) {
  thread_local std::unordered_map<std::string, Facts, TextHash, std::equal_to<>> known;
  if (const auto entry = known.find(folded); entry != known.end()) return entry->second;
  if (known.size() >= most_remembered) known.clear();
  return known.emplace(folded, facts_of(folded)).first->second;
}

}  // namespace

bool is_content(const Form& form) { return (form.flags & (form_stop_word | form_modal | form_be | form_pronoun)) == 0 && form.weight > 0; }

void IdTable::insert(std::uint32_t hash, std::uint32_t id) {
  if (2 * ++used_ > own_.size()) {
    const std::vector<Slot> old = std::move(own_);
    const std::span<const Slot> known = old.empty() ? slots_ : std::span<const Slot>(old);
    own_.assign(std::max<std::size_t>(64, 2 * known.size()), Slot{});
    for (const Slot& slot : known) {
      if (slot.id != none) place(slot);
    }
    slots_ = own_;
  }
  place({hash, id});
}

void IdTable::place(Slot slot) {
  std::size_t at = slot.hash & (own_.size() - 1);
  while (own_[at].id != none) at = (at + 1) & (own_.size() - 1);
  own_[at] = slot;
}

void IdTable::write(FrozenWriter& writer) const {
  writer.number(used_);
  writer.array(slots_);
}

void IdTable::read(FrozenReader& reader) {
  used_ = reader.number();
  slots_ = reader.array<Slot>();
}

namespace {

/// A form without its text.
struct FrozenForm {
  LemmaId lemma = 0;
  StemId stem = 0;
  std::uint32_t flags = 0;
  std::uint32_t weight = 0;  // its bits
  WordClassSet classes;
};

/// Texts as one, and where each ends.
template <typename TextOf>
void write_texts(std::size_t count, const TextOf& text_of, FrozenWriter& writer) {
  std::string all;
  std::vector<std::uint32_t> ends;
  for (std::size_t i = 0; i < count; ++i) {
    all += text_of(i);
    ends.push_back(static_cast<std::uint32_t>(all.size()));
  }
  writer.text(all);
  writer.array(ends);
}

template <typename Use>
void read_texts(FrozenReader& reader, const Use& use) {
  const std::string_view all = reader.text();
  std::uint32_t begin = 0;
  for (const std::uint32_t end : reader.array<std::uint32_t>()) {
    use(all.substr(begin, end - begin));
    begin = end;
  }
}

}  // namespace

Vocabulary::Vocabulary(FrozenReader& reader) : grammar_(&builtin_grammar()) {
  read_texts(reader, [&](std::string_view text) { forms_.push_back({.text = text}); });
  std::size_t next = 0;
  for (const FrozenForm& frozen : reader.array<FrozenForm>()) {
    Form& form = forms_[next++];
    form.lemma = frozen.lemma;
    form.stem = frozen.stem;
    form.flags = static_cast<std::uint16_t>(frozen.flags);
    form.classes = frozen.classes;
    form.weight = std::bit_cast<float>(frozen.weight);
  }
  form_ids_.read(reader);
  read_texts(reader, [&](std::string_view key) { keys_.push_back(key); });
  key_ids_.read(reader);
}

void Vocabulary::write(FrozenWriter& writer) const {
  write_texts(
      forms_.size(), [&](std::size_t i) { return forms_[i].text; }, writer);
  std::vector<FrozenForm> frozen;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    const Form& form = forms_[i];
    frozen.push_back({form.lemma, form.stem, form.flags, std::bit_cast<std::uint32_t>(form.weight), form.classes});
  }
  writer.array(frozen);
  form_ids_.write(writer);
  write_texts(
      keys_.size(), [&](std::size_t i) { return keys_[i]; }, writer);
  key_ids_.write(writer);
}

Vocabulary::Vocabulary(const Grammar& grammar) : grammar_(&grammar) {}

Vocabulary::Vocabulary(const Vocabulary* base)
    : grammar_(base == nullptr ? &builtin_grammar() : base->grammar_),
      base_(base),
      base_size_(base == nullptr ? 0 : base->size()),
      base_keys_(base == nullptr ? 0 : base->base_keys_ + static_cast<std::uint32_t>(base->keys_.size())) {}

FormId Vocabulary::find_form(std::string_view folded, std::uint32_t hash) const {
  return form_ids_.find(hash, [&](FormId id) { return forms_[id - base_size_].text == folded; });
}

std::uint32_t Vocabulary::find_key(std::string_view key, std::uint32_t hash) const {
  return key_ids_.find(hash, [&](std::uint32_t id) { return keys_[id - base_keys_] == key; });
}

FormId Vocabulary::add(std::string_view folded) {
  const std::uint32_t hash = hash_of(folded);
  FormId id = base_ == nullptr ? IdTable::none : base_->find_form(folded, hash);
  if (id == IdTable::none) id = find_form(folded, hash);
  if (id != IdTable::none) return id;
  Form form;
  form.text = keep(folded);
  const Facts& facts = remembered_facts(form.text);
  form.lemma = key_id(facts.lemma);
  form.stem = key_id(facts.stem);
  form.flags = facts.verb_flags;
  classify(form, *grammar_);
  if ((form.flags & form_stop_word) == 0) form.weight = facts.weight;
  id = size();
  forms_.push_back(form);
  form_ids_.insert(hash, id);
  return id;
}

std::uint32_t Vocabulary::key_id(std::string_view key) {
  const std::uint32_t hash = hash_of(key);
  std::uint32_t id = base_ == nullptr ? IdTable::none : base_->find_key(key, hash);
  if (id == IdTable::none) id = find_key(key, hash);
  if (id != IdTable::none) return id;
  id = base_keys_ + static_cast<std::uint32_t>(keys_.size());
  keys_.push_back(keep(key));
  key_ids_.insert(hash, id);
  return id;
}

std::string_view Vocabulary::stem_text(StemId id) const { return id < base_keys_ ? base_->stem_text(id) : keys_[id - base_keys_]; }

}  // namespace stet
