#include "comparing/ingredients.h"

#include <algorithm>
#include <cmath>

#include "claims/keys.h"
#include "claims/value_context.h"
#include "units/lexicon.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_ingredient = 4;  // words of a noun phrase
constexpr std::size_t fewest_listed = 3;         // fewer are no recipe
constexpr std::size_t most_amounts = 256;        // of a list, and of the steps
constexpr double kitchen_rounding = 1.05;        // "a pound" and 450 g
constexpr std::size_t most_words = 4'000;        // behind the list
constexpr std::size_t fewest_of_full = 5;        // listed amounts
constexpr std::size_t most_unused = 2;
constexpr double share_of_used = 0.75;  // of what is listed

bool is_amount(const Value& value) {
  const bool measured = value.kind == TypedKind::quantity && (value.unit == "g" || value.unit == "l");
  return (measured || value.kind == TypedKind::number) && std::isfinite(value.low) && std::isfinite(value.high);
}

class RecipeReader {
 public:
  RecipeReader(const CheckInput& input, const std::vector<bool>& listing) : input_(input), listing_(listing) {}

  Recipe read() {
    Recipe recipe;
    if (!has_one_list()) return recipe;
    for (std::uint32_t s = 0; s < input_.units.sentences.size(); ++s) {
      const Sentence& sentence = input_.units.sentences[s];
      if (!is_ingredient(sentence)) continue;
      recipe.list = s;
      for (const WordKey key : content_keys(input_, sentence.words)) recipe.named.push_back(key);
    }
    std::sort(recipe.named.begin(), recipe.named.end());
    for (const Claim& claim : claims_of(input_).claims) {
      if (claim.of_front_matter || !claim.asserted || !is_amount(claim.value)) continue;
      const Sentence& sentence = input_.units.sentences[claim.sentence];
      const bool listed = is_ingredient(sentence);
      const bool opens = claim.value.words.begin == sentence.words.begin;
      if (listed && !opens) continue;           // "1 onion (about 80 g)"
      if (says_which(input_, claim)) continue;  // "a two-litre pot"
      if (!listed && sentence.place != Place::list && sentence.place != Place::paragraph) continue;
      std::vector<Amount>& amounts = listed ? recipe.listed : recipe.used;
      if (amounts.size() >= most_amounts) continue;
      if (Amount amount = amount_of(claim); amount.head != 0) amounts.push_back(std::move(amount));
    }
    if (recipe.listed.size() < fewest_listed) return {};
    read_steps(recipe);
    return recipe;
  }

 private:
  const CheckInput& input_;
  const std::vector<bool>& listing_;

  const Form& form(std::uint32_t word) const { return form_of(input_, word); }
  bool is_ingredient(const Sentence& sentence) const { return sentence.place == Place::list && listing_[sentence.section]; }

  void read_steps(Recipe& recipe) const {
    std::size_t left = most_words;
    for (std::uint32_t s = recipe.list + 1; s < input_.units.sentences.size() && left > 0; ++s) {
      const IndexRange words = input_.units.sentences[s].words;
      for (std::uint32_t w = words.begin; w < words.end && left > 0; ++w, --left) {
        if (is_content(form(w)) && add_key(recipe.done, key_of(input_, form(w).stem))) recipe.kinds.push_back(lemma_key(form(w).text));
      }
    }
  }

  /// One section of the article lists ingredients, those below it included.
  bool has_one_list() const {
    std::size_t lists = 0;
    for (std::size_t section = 1; section < listing_.size(); ++section) {
      if (listing_[section] && !listing_[input_.article.sections[section].parent]) ++lists;
    }
    return lists == 1;
  }

  bool in_noun_phrase(std::uint32_t word) const { return is_content_word(input_, word) && !form(word).text.ends_with("ly"); }

  IndexRange noun_phrase(std::uint32_t word, std::uint32_t end) const {
    IndexRange words{word, word};
    while (words.end < std::min(end, word + longest_ingredient) && in_noun_phrase(words.end) &&
           (words.empty() || !looks_like_verb(form(words.end))) && !starts_clause(input_, words.end))
      ++words.end;
    return words;
  }

  /// "300 g of the lentils", "two cloves of garlic".
  Amount amount_of(const Claim& claim) const {
    const std::uint32_t end = input_.units.sentences[claim.sentence].words.end;
    Amount amount{.claim = &claim, .words = claim.value.words};
    std::uint32_t next = behind_of(claim.value.words.end, end);
    IndexRange phrase = noun_phrase(next, end);
    if (phrase.empty()) return amount;
    if (next = behind_of(phrase.end, end); next > phrase.end) {
      const IndexRange whole = noun_phrase(next, end);
      if (!whole.empty()) amount.part = key_of(input_, form(phrase.end - 1).stem), phrase = whole;
    }
    for (std::uint32_t w = phrase.begin; w < phrase.end; ++w) add_key(amount.keys, amount.head = key_of(input_, form(w).stem));
    amount.words = cover(claim.value.words, phrase);
    const std::uint32_t first = input_.units.sentences[claim.sentence].words.begin;
    amount.whole = claim.value.words.begin > first && is(form(claim.value.words.begin - 1), WordClass::definite_article);
    return amount;
  }

  /// Over "of" and "of the".
  std::uint32_t behind_of(std::uint32_t word, std::uint32_t end) const {
    if (word + 1 >= end || form(word).text != "of") return word;
    return is(form(word + 1), WordClass::determiner) ? word + 2 : word + 1;
  }
};

bool is_of_one(const Amount& used, const Amount& listed) {
  if (used.head != listed.head || used.part != listed.part) return false;
  if (used.claim->value.kind != listed.claim->value.kind || used.claim->value.unit != listed.claim->value.unit) return false;
  return includes(listed.keys, used.keys);
}

}  // namespace

Recipe read_recipe(const CheckInput& input, const std::vector<bool>& listing) { return RecipeReader(input, listing).read(); }

std::vector<OddAmount> uses_other(const Recipe& recipe) {
  std::vector<OddAmount> odd;
  for (const Amount& used : recipe.used) {
    std::vector<const Amount*> listed;
    double high = 0;
    for (const Amount& one : recipe.listed) {
      if (!is_of_one(used, one)) continue;
      listed.push_back(&one);
      high += one.claim->value.high;
    }
    if (listed.empty()) continue;
    const bool more = used.claim->value.low > high * kitchen_rounding;
    const bool less = used.whole && listed.size() == 1 && used.claim->value.high * kitchen_rounding < listed.front()->claim->value.low;
    if (more || less) odd.push_back({&used, listed.front()});
  }
  return odd;
}

namespace {

/// Do the steps name one of the words of an amount, or a kind of it: "the cheese" of what was listed as parmesan?
bool is_named_in_steps(const CheckInput& input, const Recipe& recipe, const Amount& amount) {
  const auto is_done = [&](WordKey key) { return std::binary_search(recipe.done.begin(), recipe.done.end(), key); };
  if (std::any_of(amount.keys.begin(), amount.keys.end(), is_done)) return true;
  const std::string lemma = lemma_key(form_of(input, amount.words.end - 1).text);
  if (senses_of(lemma).empty()) return true;  // of what kind it is, is not known
  return std::any_of(recipe.kinds.begin(), recipe.kinds.end(), [&](const std::string& kind) { return may_mean_the_same(lemma, kind); });
}

}  // namespace

std::vector<OddAmount> unused(const CheckInput& input, const Recipe& recipe) {
  std::vector<OddAmount> odd;
  // "Put all the ingredients in a bowl".
  const auto says_all = [](const std::string& kind) { return kind == lemma_key("ingredients") || kind == lemma_key("everything"); };
  if (recipe.listed.size() < fewest_of_full || std::any_of(recipe.kinds.begin(), recipe.kinds.end(), says_all)) return odd;
  for (const Amount& listed : recipe.listed) {
    if (!is_named_in_steps(input, recipe, listed)) odd.push_back({&listed, &listed});
  }
  const auto used = static_cast<double>(recipe.listed.size() - odd.size());
  if (odd.size() > most_unused || used < share_of_used * static_cast<double>(recipe.listed.size())) odd.clear();
  return odd;
}

std::vector<OddAmount> uses_unlisted(const CheckInput& input, const Recipe& recipe, const std::vector<std::string>& allowed) {
  std::vector<OddAmount> odd;
  for (const Amount& used : recipe.used) {
    if (used.claim->value.kind != TypedKind::quantity) continue;
    const auto is_named = [&](WordKey key) { return std::binary_search(recipe.named.begin(), recipe.named.end(), key); };
    if (std::any_of(used.keys.begin(), used.keys.end(), is_named)) continue;
    const std::string lemma = lemma_key(form_of(input, used.words.end - 1).text);
    if (std::find(allowed.begin(), allowed.end(), lemma) == allowed.end()) odd.push_back({&used, nullptr});
  }
  return odd;
}

}  // namespace stet
