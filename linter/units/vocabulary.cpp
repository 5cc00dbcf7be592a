#include "units/vocabulary.h"

#include <xxhash.h>

#include <algorithm>

#include "units/irregular.h"
#include "units/weights.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr float unknown_weight = 9.5F;

float weight_of(std::string_view stem) {
  const std::uint64_t hash = XXH3_64bits(stem.data(), stem.size());
  const auto known = std::lower_bound(weights::stems.begin(), weights::stems.end(), hash);
  if (known == weights::stems.end() || *known != hash) return unknown_weight;
  return static_cast<float>(weights::values[static_cast<std::size_t>(known - weights::stems.begin())]) / 25.0F;
}

}  // namespace

bool is_content(const Form& form) { return (form.flags & (form_stop_word | form_modal | form_be | form_pronoun)) == 0 && form.weight > 0; }

Vocabulary::Vocabulary(const Vocabulary* base) : base_(base), base_size_(base == nullptr ? 0 : base->size()) {}

FormId Vocabulary::add(std::string_view folded) {
  if (base_ != nullptr) {
    if (const auto known = base_->form_ids_.find(folded); known != base_->form_ids_.end()) return known->second;
  }
  if (const auto known = form_ids_.find(folded); known != form_ids_.end()) return known->second;
  // "sold" has the stem of "sell", which no suffix explains.
  const std::string_view regular = irregular_lemma(folded);
  const std::string stem_of_form = stem(regular.empty() ? folded : regular);
  Form form;
  form.text = folded;
  form.lemma = key_id(lemma_key(folded));
  form.stem = key_id(stem_of_form);
  form.flags = class_flags(folded);
  form.weight = (form.flags & form_stop_word) != 0 ? 0 : weight_of(stem_of_form);
  const FormId id = size();
  forms_.push_back(std::move(form));
  form_ids_.emplace(forms_.back().text, id);
  return id;
}

std::uint32_t Vocabulary::key_id(std::string key) {
  if (base_ != nullptr) {
    if (const auto known = base_->key_ids_.find(key); known != base_->key_ids_.end()) return known->second;
  }
  if (const auto known = key_ids_.find(key); known != key_ids_.end()) return known->second;
  const auto id = static_cast<std::uint32_t>(keys_.size() + (base_ == nullptr ? 0 : base_->keys_.size()));
  keys_.push_back(std::move(key));
  key_ids_.emplace(keys_.back(), id);
  return id;
}

std::string_view Vocabulary::stem_text(StemId id) const {
  const std::size_t base_keys = base_ == nullptr ? 0 : base_->keys_.size();
  return id < base_keys ? std::string_view(base_->keys_[id]) : std::string_view(keys_[id - base_keys]);
}

}  // namespace stet
