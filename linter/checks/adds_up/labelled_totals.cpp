#include "checks/adds_up/labelled_totals.h"

#include <algorithm>
#include <cmath>

#include "claims/told_counts.h"

namespace stet {
namespace {

/// Lemma keys of the words that a value stands behind; none where it stands in running text.
std::vector<std::string> label_of(const CheckInput& input, const Claim& claim) {
  if (claim.place == ClaimPlace::field) return words_of_key(claim.key);
  std::vector<std::string> words;
  const IndexRange label = label_of_line(claim);
  for (std::uint32_t w = label.begin; w < label.end; ++w) words.push_back(lemma_key(form_of(input_of(input, claim), w).text));
  return words;
}

bool is_exact(const Value& value) { return value.low == value.high && std::isfinite(value.low); }

bool is_one_of(const LabelWords& labels, const std::vector<std::string>& words) {
  return std::find(labels.begin(), labels.end(), words) != labels.end();
}

/// The labelled values of the front matter, or of the text.
class Labelled {
 public:
  Labelled(const LabelWords& whole, const LabelWords& parts) : whole_(whole), parts_(parts) {}

  void add(const Claim& claim, std::vector<std::string> label) {
    const bool total = is_one_of(whole_, label);
    if (!total && !is_one_of(parts_, label)) return;
    fits_ = fits_ && is_exact(claim.value) && std::find(seen_.begin(), seen_.end(), label) == seen_.end();
    seen_.push_back(std::move(label));
    if (!total) return found_.parts.push_back(&claim);
    fits_ = fits_ && found_.total == nullptr;
    found_.total = &claim;
  }

  void tell(std::vector<LabelledTotal>& wrong) {
    if (!fits_ || found_.total == nullptr || found_.parts.size() < 2) return;
    const Value& total = found_.total->value;
    for (const Claim* part : found_.parts) {
      if (part->value.kind != total.kind || part->value.unit != total.unit) return;
      found_.sum += part->value.low;
    }
    if (std::abs(found_.sum - total.low) > 1e-6) wrong.push_back(std::move(found_));
  }

 private:
  const LabelWords& whole_;
  const LabelWords& parts_;
  LabelledTotal found_;
  std::vector<std::vector<std::string>> seen_;
  bool fits_ = true;
};

}  // namespace

LabelWords label_words(const std::vector<SharedText>& labels) {
  LabelWords all;
  for (const SharedText& label : labels) all.push_back(words_of_key(label));
  return all;
}

std::vector<LabelledTotal> wrong_labelled_totals(const CheckInput& input, const LabelWords& whole, const LabelWords& parts) {
  std::vector<LabelledTotal> wrong;
  Labelled of_fields(whole, parts);
  Labelled of_text(whole, parts);
  for (const Claim& claim : claims_of(input).claims) {
    if (std::vector<std::string> label = label_of(input, claim); !label.empty()) {
      (claim.of_front_matter ? of_fields : of_text).add(claim, std::move(label));
    }
  }
  of_fields.tell(wrong);
  of_text.tell(wrong);
  return wrong;
}

}  // namespace stet
