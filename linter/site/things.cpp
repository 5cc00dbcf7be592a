#include "site/things.h"

#include <xxhash.h>

#include <algorithm>

#include "claims/fields.h"
#include "claims/owners.h"
#include "claims/told_circumstances.h"
#include "matching/list_hits.h"
#include "matching/quoting.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on sites of our own and on documentation, 2026-11-29.
constexpr std::size_t most_words = 8;          // of a name
constexpr std::uint32_t start_of_article = 6;  // sentences that say that it is superseded
constexpr std::uint32_t longest_start = 60;    // words of such a sentence
constexpr float least_of_one_word = 7;         // weight of a name of one word: no word of everyday English
constexpr std::size_t longest_field = 200;     // bytes of a line of front matter
constexpr std::size_t longest_name = 60;       // bytes as written

std::uint64_t entity_key(const std::vector<WordKey>& words, std::uint64_t seed) {
  return XXH3_64bits_withSeed(words.data(), words.size() * sizeof(WordKey), seed);
}

bool is_number(const CheckInput& text, std::uint32_t word) { return (form_of(text, word).flags & form_number) != 0; }

bool says_something(const CheckInput& text, std::uint32_t word) {
  return is_content(form_of(text, word)) && (text.units.words[word].flags & word_symbol) == 0;
}

bool is_of_calendar(const CheckInput& text, std::uint32_t word) {
  return is(form_of(text, word), WordClass::weekday) || is(form_of(text, word), WordClass::month);
}

/// "v2", "1.4", "3.x", "version-2", "en", "pt-br": a folder or a part of a file's name that says which edition it is.
bool names_edition(std::string_view part) {
  if (part.empty() || part.size() > 24) return false;
  if (part.starts_with("version")) return true;
  const bool versioned = part.front() == 'v' && part.size() > 1;
  std::string_view digits = part.substr(versioned ? 1 : 0);
  if (digits.find_first_not_of("0123456789.x") == std::string_view::npos && digits.front() >= '0' && digits.front() <= '9')
    return versioned || digits.find('.') != std::string_view::npos;
  const bool locale = part.size() == 2 || (part.size() == 5 && (part[2] == '-' || part[2] == '_'));
  return locale && std::all_of(part.begin(), part.end(),
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; });
}

/// Without space, quotation marks and brackets around it.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view around = " \t\"',[]{}";
  const std::size_t begin = text.find_first_not_of(around);
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(around) + 1 - begin);
}

std::string small(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

/// Does a sentence hold one of these phrases, as they are written?
bool says_any(const CheckInput& text, std::uint32_t sentence, const std::set<std::string>& phrases) {
  std::string said = " ";
  const IndexRange words = text.units.sentences[sentence].words;
  for (std::uint32_t w = words.begin; w < std::min(words.end, words.begin + longest_start); ++w) said += form_of(text, w).text + " ";
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return said.find(" " + phrase + " ") != std::string::npos; });
}

}  // namespace

ArticleThings::ArticleThings(const CheckInput& input, std::string_view path, const ThingWords& words) : input_(input), words_(words) {
  read_names();
  read_path(path);
  read_fields();
  read_title();
  retired_ = retired_ || says_retired();
}

void ArticleThings::read_names() {
  auto typed = input_.units.typed.begin();
  for (const Sentence& sentence : input_.units.sentences) {
    while (typed != input_.units.typed.end() && typed->words.begin < sentence.words.begin) ++typed;
    if (sentence.place != Place::paragraph && sentence.place != Place::list) continue;
    for (; typed != input_.units.typed.end() && typed->words.begin < sentence.words.end; ++typed) {
      if (typed->kind != TypedKind::proper) continue;
      for (std::uint32_t w = std::max(typed->words.begin, sentence.words.begin + 1); w < typed->words.end; ++w) {
        if (says_something(input_, w)) names_.insert(key_of(input_, form_of(input_, w).stem));
      }
    }
  }
}

void ArticleThings::read_path(std::string_view rest) {
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string part = small(rest.substr(0, end));
    const bool last = end == rest.size();
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!last && words_.retired.contains(part)) retired_ = true;
    if (!last && names_edition(part)) edition_ = XXH3_64bits_withSeed(part.data(), part.size(), edition_ + 1);
    if (!last) continue;
    std::string_view name = std::string_view(part).substr(0, part.rfind('.'));
    while (!name.empty()) {
      const std::size_t sign = std::min(name.find_first_of("-_"), name.size());
      const std::string_view token = name.substr(0, sign);
      if (token.size() > 2 && names_edition(token)) edition_ = XXH3_64bits_withSeed(token.data(), token.size(), edition_ + 2);
      name.remove_prefix(std::min(sign + 1, name.size()));
    }
  }
}

/// Fields of one line each, as they are written: what is read as text leaves out numbers and states.
void ArticleThings::read_fields() {
  if (!input_.article.front_matter) return;
  std::set<std::string> editions;
  std::string_view rest = input_.source.view(*input_.article.front_matter);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t sign = line.find_first_of(":=");
    if (sign == std::string_view::npos || line.size() > longest_field) continue;
    const std::string key = plain_key(trimmed(line.substr(0, sign)));
    const std::string value = small(trimmed(line.substr(sign + 1)));
    if (words_.editions.contains(key) && !value.empty()) editions.insert(key + "=" + value);
    const bool off = value == "false" || value == "no" || value.empty();
    if ((words_.retired.contains(key) && !off) || (key == "status" && words_.retired.contains(value))) retired_ = true;
  }
  for (const std::string& edition : editions) edition_ = XXH3_64bits_withSeed(edition.data(), edition.size(), edition_ + 3);
  if (input_.front_matter == nullptr) return;
  const CheckInput& fields = *input_.front_matter;
  for (std::uint32_t s = 0; s < fields.units.sentences.size() && thing_.key == 0; ++s) {
    if (!words_.fields.contains(plain_key(key_of_field(fields, s)))) continue;
    take_title(fields, fields.units.sentences[s].words);
    thing_.sure = thing_.key != 0;
  }
}

/// The front matter's title, or the heading over all.
void ArticleThings::read_title() {
  title_ = claims_of(input_).title;
  if (thing_.key != 0) return;
  if (input_.front_matter != nullptr) {
    const CheckInput& fields = *input_.front_matter;
    for (std::uint32_t s = 0; s < fields.units.sentences.size(); ++s) {
      if (key_of_field(fields, s) == "title") return take_title(fields, fields.units.sentences[s].words);
    }
  }
  take_title(input_, title_);
}

bool ArticleThings::is_kind(const CheckInput& text, std::uint32_t word) const {
  return words_.kinds.contains(lemma_key(form_of(text, word).text));
}

bool ArticleThings::is_name(const CheckInput& text, std::uint32_t word) const {
  const std::uint16_t flags = text.units.words[word].flags;
  return (flags & (word_capitalized | word_all_caps)) != 0 || is_number(text, word);
}

/// What a title names, without the words that say what kind of article it is.
void ArticleThings::take_title(const CheckInput& text, IndexRange words) {
  IndexRange named;
  float weight = 0;
  bool sure = false;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (!says_something(text, w) || is_kind(text, w)) continue;
    const WordKey key = key_of(text, form_of(text, w).stem);
    add_key(keys_, key);
    named = named.empty() ? IndexRange{w, w + 1} : cover(named, {w, w + 1});
    const bool name = is_name(text, w) && !is_number(text, w) && !is_of_calendar(text, w);
    if (name) weight = std::max(weight, form_of(text, w).weight);
    sure = sure || (name && names_.contains(key));
  }
  // A title of one everyday word is the name of a page.
  if (keys_.empty() || keys_.size() > most_words || weight == 0 || (keys_.size() == 1 && weight < least_of_one_word)) return keys_.clear();
  thing_ = {entity_key(keys_, 0), sure, true, words_as_written(text, named, longest_name)};
}

bool ArticleThings::says_retired() const {
  const auto count = static_cast<std::uint32_t>(input_.units.sentences.size());
  for (std::uint32_t s = 0; s < std::min(count, start_of_article); ++s) {
    if (says_any(input_, s, words_.superseded)) return true;
  }
  return false;
}

bool ArticleThings::is_hearsay(const Told& told) const {
  return !told.claim->of_front_matter && says_any(input_, told.claim->sentence, words_.hearsay);
}

bool ArticleThings::is_once_so(const Told& told) const { return says_any(input_, told.claim->sentence, words_.once_so); }

/// Does a heading above it name what the title does not?
bool ArticleThings::strays(const Told& told) const {
  if (told.claim->of_front_matter) return false;
  const Article& article = input_.article;
  for (std::uint32_t section = input_.units.sentences[told.claim->sentence].section; section > 0;
       section = article.sections[section].parent) {
    const IndexRange texts = article.blocks[article.sections[section].heading].texts;
    for (std::uint32_t text = texts.begin; text < texts.end; ++text) {
      const IndexRange sentences = input_.units.sentences_of_text[text];
      for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) {
        const IndexRange words = input_.units.sentences[s].words;
        if (words == title_) continue;
        for (std::uint32_t w = words.begin; w < words.end; ++w) {
          if (!says_something(input_, w) || is_kind(input_, w) || (told.by.contains(w) && told.claim->sentence == s)) continue;
          if (told.claim->value.words.contains(w)) continue;
          if (!std::binary_search(keys_.begin(), keys_.end(), key_of(input_, form_of(input_, w).stem))) return true;
        }
      }
    }
  }
  return false;
}

/// "The Northwind 40" of an article about something else.
Entity ArticleThings::named(const Told& told) const {
  const CheckInput& text = input_of(input_, *told.claim);
  const Owner& owner = told.owner;
  if (owner.keys.empty() || owner.keys.size() > most_words || owner.words.size() > 2 * most_words) return {};
  bool sure = false;
  float weight = 0;
  std::size_t names = 0;
  std::size_t nouns = 0;  // "the Orrel Bridge tea room" is a name by its first two words; "the Orrel shop" is any of several
  for (std::uint32_t w = owner.words.begin; w < owner.words.end; ++w) {
    const WordKey key = key_of(text, form_of(text, w).stem);
    if (!std::binary_search(owner.keys.begin(), owner.keys.end(), key)) continue;
    ++(is_name(text, w) ? names : nouns);
    if (!is_name(text, w) || is_number(text, w) || is_of_calendar(text, w)) continue;
    weight = std::max(weight, form_of(text, w).weight);
    sure = sure || names_.contains(key);
  }
  if (names + nouns < owner.keys.size() || weight == 0 || (nouns > 0 && names < 2)) return {};
  if (owner.keys.size() == 1 && (!sure || weight < least_of_one_word)) return {};
  return {entity_key(owner.keys, 0), sure, false, words_as_written(text, owner.words, longest_name)};
}

/// "The guided tour" of what the article is about.
Entity ArticleThings::part(const Told& told) const {
  const Owner& owner = told.owner;
  if (thing_.key == 0 || owner.keys.empty() || owner.keys.size() > 3 || owner.kind == OwnerKind::pronoun || strays(told)) return {};
  std::vector<WordKey> others;
  std::set_difference(owner.keys.begin(), owner.keys.end(), keys_.begin(), keys_.end(), std::back_inserter(others));
  if (others.empty()) return {};
  const std::string name = words_as_written(input_of(input_, *told.claim), owner.words, longest_name);
  return {entity_key(others, thing_.key), thing_.sure, true, name + " (" + thing_.name + ")"};
}

std::vector<WordKey> ArticleThings::told_by_title(ListId circumstances) const {
  std::vector<WordKey> keys;
  const auto add = [&](const CheckInput& text, IndexRange words) {
    for (const ListHit& hit : list_hits_in(text.matches, words)) {
      if (hit.list == circumstances) add_key(keys, key_of(text, form_of(text, hit.words.begin).stem));
    }
  };
  add(input_, title_);
  if (input_.front_matter == nullptr) return keys;
  for (std::uint32_t s = 0; s < input_.front_matter->units.sentences.size(); ++s) {
    if (key_of_field(*input_.front_matter, s) == "title") add(*input_.front_matter, input_.front_matter->units.sentences[s].words);
  }
  return keys;
}

Entity ArticleThings::entity_of(const Told& told) const {
  const Owner& owner = told.owner;
  if (!owner.topic) {
    Entity named_thing = named(told);
    return named_thing.key != 0 ? named_thing : part(told);
  }
  if (thing_.key == 0 || strays(told)) return {};
  // "The castle" of an article on its tea room is another thing.
  const bool by_name = owner.kind == OwnerKind::name || owner.kind == OwnerKind::nominal;
  if (by_name && !owner.keys.empty() && owner.keys != keys_) {
    const Entity other = named(told);
    if (other.key == 0 || other.key == thing_.key) return other;
    // "The Northwind", of the Northwind 40.
    const bool shorter = owner.keys.size() == 1 && names_.contains(owner.keys.front());
    return shorter ? thing_ : other;
  }
  return thing_;
}

}  // namespace stet
