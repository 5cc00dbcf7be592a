#include "comparing/value_setting.h"

#include <array>
#include <cmath>

#include "claims/headings.h"
#include "claims/title.h"
#include "matching/list_hits.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t nearby = 4;               // words on either side of a value
constexpr std::uint32_t longest_paragraph = 200;  // words
constexpr std::uint32_t around = 80;              // words of its sentence on either side of a value that are read
constexpr std::uint32_t longest_line = 40;        // words of a label, a question or a heading

void settle(WordBag& bag) {
  std::sort(bag.begin(), bag.end());
  bag.erase(std::unique(bag.begin(), bag.end(), [](const auto& a, const auto& b) { return a.first == b.first; }), bag.end());
}

void settle_keys(std::vector<WordKey>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

template <typename Use>
void each_shared(const WordBag& a, const WordBag& b, const Use& use) {
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (left->first == right->first) {
      use(left->second);
      ++left, ++right;
    } else {
      ++(left->first < right->first ? left : right);
    }
  }
}

float squares_of(const WordBag& bag) {
  float sum = 0;
  for (const auto& [key, one] : bag) sum += one * one;
  return sum;
}

}  // namespace

bool holds(const WordBag& bag, WordKey key) {
  const auto at = std::lower_bound(bag.begin(), bag.end(), key, [](const auto& entry, WordKey wanted) { return entry.first < wanted; });
  return at != bag.end() && at->first == key;
}

float shared(const WordBag& a, const WordBag& b) {
  float weight = 0;
  each_shared(a, b, [&](float one) { weight += one; });
  return std::min(weight, 30.0F);
}

float weight_of(const WordBag& bag) {
  float weight = 0;
  for (const auto& [key, one] : bag) weight += one;
  return weight;
}

float likeness(const WordBag& a, const WordBag& b) {
  float both = 0;
  each_shared(a, b, [&](float one) { both += one * one; });
  return both > 0 ? both / std::sqrt(squares_of(a) * squares_of(b)) : 0;
}

float unshared(const WordBag& bag, const WordBag& other) {
  float weight = 0;
  for (const auto& [key, one] : bag) weight += holds(other, key) ? 0 : one;
  return weight;
}

namespace {

class SettingReader {
 public:
  SettingReader(const CheckInput& input, const Claims& claims, ListId circumstances)
      : input_(input), claims_(claims), circumstances_(circumstances) {}

  ValueSetting read(const Claim& claim) const {
    const CheckInput& text = input_of(input_, claim);
    ValueSetting setting{.text = &text, .told = told_of(claim)};
    const IndexRange value = claim.value.words;
    const Sentence& said = text.units.sentences[claim.sentence];
    const IndexRange spoken = sentence_around(text, claim, around);
    const IndexRange near = sentence_around(text, claim, nearby);
    const IndexRange clause = clause_of(text, claim.sentence, value.begin);
    add(text, claim, near, setting.near);
    add(text, claim, {std::max(clause.begin, spoken.begin), std::min(clause.end, spoken.end)}, setting.clause);
    add(text, claim, spoken, setting.sentence);
    for (const IndexRange label : claim.labels) add(text, claim, line_of(label), setting.labels);
    add_key_of_field(claim, setting.labels);
    add(text, claim, line_of(claim.asked), setting.asked);
    const IndexRange heading = heading_of(text, claim);
    add(text, claim, heading, setting.heading);
    add(text, claim, paragraph_of(text, said), setting.paragraph);
    for (WordBag* bag :
         {&setting.near, &setting.clause, &setting.sentence, &setting.labels, &setting.asked, &setting.heading, &setting.paragraph})
      settle(*bag);
    for (const WordBag* bag : {&setting.sentence, &setting.labels, &setting.asked, &setting.heading})
      setting.all.insert(setting.all.end(), bag->begin(), bag->end());
    settle(setting.all);
    read_around(text, claim, spoken, near, setting);
    read_circumstances(text, claim, heading, {}, setting);
    for (auto* keys : {&setting.circumstances, &setting.near_circumstances, &setting.names, &setting.years}) settle_keys(*keys);
    read_nouns(text, claim, setting);
    setting.frames = frames_of(text, claim.sentence, value);
    return setting;
  }

 private:
  const CheckInput& input_;
  const Claims& claims_;
  ListId circumstances_;

  bool is_of_topic(WordKey key) const { return std::binary_search(claims_.topic.begin(), claims_.topic.end(), key); }

  /// The words of a sentence around the value: a sentence may be as long as an article.
  static IndexRange sentence_around(const CheckInput& text, const Claim& claim, std::uint32_t most) {
    const IndexRange words = text.units.sentences[claim.sentence].words;
    const IndexRange value = claim.value.words;
    return {std::max(words.begin, value.begin - std::min(value.begin, most)), std::min(words.end, value.end + most)};
  }

  static IndexRange line_of(IndexRange words) { return {words.begin, std::min(words.end, words.begin + longest_line)}; }

  void add(const CheckInput& text, const Claim& claim, IndexRange words, WordBag& bag) const {
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (claim.value.words.contains(w) || !is_content_word(text, w)) continue;
      const Form& form = form_of(text, w);
      const WordKey key = key_of(text, form.stem);
      if (!is_of_topic(key)) bag.emplace_back(key, form.weight);
    }
  }

  /// Words of a front-matter field's key are no words of the text.
  static void add_key_of_field(const Claim& claim, WordBag& bag) {
    if (!claim.of_front_matter) return;
    for (std::size_t begin = 0; begin < claim.key.size();) {
      const std::size_t end = std::min(claim.key.find_first_of("_- ", begin), claim.key.size());
      if (end > begin) bag.emplace_back(key_of_stem(claim.key.substr(begin, end - begin)), 6.0F);
      begin = end + 1;
    }
  }

  static IndexRange heading_of(const CheckInput& text, const Claim& claim) {
    const std::uint32_t section = text.units.sentences[claim.sentence].section;
    if (claim.of_front_matter || section == 0 || claim.place == ClaimPlace::heading || claim.place == ClaimPlace::title) return {};
    const IndexRange words = words_of_heading(text, section);
    return is_title(text, words) ? IndexRange{} : line_of(words);
  }

  static IndexRange paragraph_of(const CheckInput& text, const Sentence& said) {
    const IndexRange sentences = text.units.sentences_of_text[said.text];
    IndexRange words = {text.units.sentences[sentences.begin].words.begin, text.units.sentences[sentences.end - 1].words.end};
    words.end = std::min(words.end, words.begin + longest_paragraph);
    return words;
  }

  void read_around(const CheckInput& text, const Claim& claim, IndexRange said, IndexRange near, ValueSetting& setting) const {
    read_circumstances(text, claim, said, near, setting);
    for (const IndexRange label : claim.labels) {
      if (!said.contains(label.begin)) read_circumstances(text, claim, line_of(label), {}, setting);
    }
    for (std::uint32_t w = said.begin; w < said.end; ++w) {
      if (claim.value.words.contains(w)) continue;
      const Form& form = form_of(text, w);
      const WordKey key = key_of(text, form.stem);
      for (const WordClass one : {WordClass::own_condition, WordClass::contrast, WordClass::comparison, WordClass::without}) {
        if (is(form, one)) setting.conditions = std::min(setting.conditions + 1, 3U);
      }
      if (is_year(form)) setting.years.push_back(key);
      if (!is_content_word(text, w)) continue;
      if (is_of_topic(key)) {
        setting.title_weight += form.weight;
      } else if (w > said.begin && (text.units.words[w].flags & word_capitalized) != 0) {
        setting.names.push_back(key);
      }
    }
    read_modifiers(text, claim, said, setting);
  }

  static bool is_year(const Form& form) {
    return form.text.size() == 4 && form.text >= "1500" && form.text < "2100" &&
           std::all_of(form.text.begin(), form.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  void read_circumstances(const CheckInput& text, const Claim& claim, IndexRange words, IndexRange near, ValueSetting& setting) const {
    for (const ListHit& hit : list_hits_in(text.matches, words)) {
      if (hit.list != circumstances_ || hit.words.overlaps(claim.value.words)) continue;
      const WordKey key = key_of(text, form_of(text, hit.words.end - 1).stem);
      if (is_of_topic(key)) continue;
      setting.circumstances.push_back(key);
      if (near.contains(hit.words.begin)) setting.near_circumstances.push_back(key);
    }
  }

  static void read_modifiers(const CheckInput& text, const Claim& claim, IndexRange said, ValueSetting& setting) {
    constexpr auto classes = std::to_array<WordClass>(
        {WordClass::approximation, WordClass::limit_word, WordClass::lower_bound, WordClass::comparison, WordClass::value_qualifier,
         WordClass::other_time, WordClass::rate_determiner, WordClass::limiter, WordClass::time_preposition, WordClass::above_or_below});
    const std::uint32_t value = claim.value.words.begin;
    for (std::uint32_t w = std::max(said.begin, value - std::min(value, 3U)); w < value; ++w) {
      for (std::size_t i = 0; i < classes.size(); ++i) {
        if (is(form_of(text, w), classes[i])) setting.modifiers |= 1U << i;
      }
    }
  }

  static void read_nouns(const CheckInput& text, const Claim& claim, ValueSetting& setting) {
    const std::uint32_t end = text.units.sentences[claim.sentence].words.end;
    for (std::uint32_t w = claim.value.words.end; w < std::min(end, claim.value.words.end + 2); ++w) {
      if (!is_content_word(text, w)) continue;
      setting.nouns.push_back(key_of(text, form_of(text, w).stem));
      setting.noun_weight = std::max(setting.noun_weight, form_of(text, w).weight);
    }
  }
};

}  // namespace

ValueSetting setting_of(const CheckInput& input, const Claims& claims, ListId circumstances, const Claim& claim) {
  return SettingReader(input, claims, circumstances).read(claim);
}

}  // namespace stet
