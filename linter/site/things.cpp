#include "site/things.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

#include "claims/fields.h"
#include "claims/keys.h"
#include "claims/owners.h"
#include "claims/title.h"
#include "matching/list_hits.h"
#include "matching/quoting.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on sites of our own and on documentation, 2026-11-29.
constexpr std::size_t most_name_words = 8;     // of a name
constexpr std::uint32_t start_of_article = 6;  // sentences that say that it is superseded
constexpr std::uint32_t longest_start = 60;    // words of such a sentence
constexpr float least_of_one_word = 7;         // weight of a name of one word: no word of everyday English
constexpr std::size_t longest_field = 200;     // bytes of a line of front matter
constexpr std::size_t longest_name = 60;       // bytes as written
constexpr std::uint32_t farthest_name = 2;     // sentences that a pronoun may stand behind its name

std::uint64_t entity_key(const std::vector<WordKey>& words, std::uint64_t seed) {
  return XXH3_64bits_withSeed(words.data(), words.size() * sizeof(WordKey), seed);
}

bool is_number(const CheckInput& text, std::uint32_t word) { return (form_of(text, word).flags & form_number) != 0; }

bool is_telling(const CheckInput& text, std::uint32_t word) {
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

/// "A weekend in Halden" is about no weekends, "Halden at weekends" is.
bool is_head_of_title(const CheckInput& text, IndexRange title, IndexRange words) {
  const bool goes_on = words.end < title.end && is(form_of(text, words.end), WordClass::preposition);
  for (std::uint32_t w = title.begin; w < words.begin; ++w) {
    if (!is(form_of(text, w), WordClass::determiner) && !is(form_of(text, w), WordClass::article)) return false;
  }
  return goes_on;
}

/// Does a sentence hold one of these phrases, as they are written?
bool says_any(const CheckInput& text, std::uint32_t sentence, const std::set<std::string>& phrases) {
  std::string said = " ";
  const IndexRange words = text.units.sentences[sentence].words;
  for (std::uint32_t w = words.begin; w < std::min(words.end, words.begin + longest_start); ++w) said.append(form_of(text, w).text) += ' ';
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return said.find(" " + phrase + " ") != std::string::npos; });
}

}  // namespace

ArticleThings::ArticleThings(const CheckInput& input, std::string_view path, const ThingWords& words)
    : input_(input), words_(words), links_(input, path) {
  read_names();
  read_path(path);
  read_fields();
  read_title();
  thing_.link = article_key(path);
  thing_.of_title = true;
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
        if (is_telling(input_, w)) names_.insert(key_of(input_, form_of(input_, w).stem));
      }
    }
  }
  drop_common_words();
}

/// "Coffee Cups" of an article that writes of coffee cups is no name.
void ArticleThings::drop_common_words() {
  for (const Sentence& sentence : input_.units.sentences) {
    if (sentence.place != Place::paragraph && sentence.place != Place::list) continue;
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end && !names_.empty(); ++w) {
      if ((input_.units.words[w].flags & (word_capitalized | word_all_caps)) != 0 || !is_telling(input_, w)) continue;
      names_.erase(key_of(input_, form_of(input_, w).stem));
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
    if (words_.editions.contains(key) && !value.empty()) editions.insert(fmt::format("{}={}", key, value));
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
  title_ = title_of(input_).words;
  if (thing_.key != 0) return;
  if (input_.front_matter != nullptr) {
    const CheckInput& fields = *input_.front_matter;
    for (std::uint32_t s = 0; s < fields.units.sentences.size() && thing_.key == 0; ++s) {
      if (key_of_field(fields, s) == "title") take_title(fields, fields.units.sentences[s].words);
    }
  }
  // "Our history" over "The history of Tarvin Optics".
  if (thing_.key == 0) take_title(input_, title_);
  if (thing_.key == 0) thing_.name = words_as_written(input_, title_, longest_name);
}

bool ArticleThings::is_kind(const CheckInput& text, std::uint32_t word) const {
  return words_.kinds.contains(lemma_key(form_of(text, word).text));
}

bool ArticleThings::is_name(const CheckInput& text, std::uint32_t word) {
  const std::uint16_t flags = text.units.words[word].flags;
  return (flags & (word_capitalized | word_all_caps)) != 0 || is_number(text, word);
}

/// What a title names, without the words that say what kind of article it is: "Orrin Castle" of "Orrin Castle with children".
void ArticleThings::take_title(const CheckInput& text, IndexRange words) {
  const std::uint32_t end = end_of_name(text, words);
  Name name;
  for (std::uint32_t w = words.begin; w < end; ++w) {
    if (is_telling(text, w) && !is_kind(text, w)) add_to(name, text, w);
  }
  // A title of one everyday word is the name of a page.
  if (name.keys.empty() || name.keys.size() > most_name_words || name.weight == 0 ||
      (name.keys.size() == 1 && name.weight < least_of_one_word))
    return;
  keys_ = name.keys;
  for (std::uint32_t w = end; w < words.end; ++w) {
    if (is_telling(text, w) && !is_kind(text, w)) add_key(beside_, key_of(text, form_of(text, w).stem));
  }
  thing_ = {.key = key_of_name(name),
            .sure = name.sure,
            .full = is_full(name),
            .of_title = true,
            .name = words_as_written(text, name.words, longest_name)};
}

/// Where a title goes on with what its thing is told of: at a preposition behind a name, when no further name follows.
std::uint32_t ArticleThings::end_of_name(const CheckInput& text, IndexRange words) const {
  std::uint32_t end = words.end;
  bool named = false;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    const bool name = is_telling(text, w) && is_name(text, w) && !is_of_calendar(text, w);
    if (name && end < words.end && !is_number(text, w)) return words.end;
    if (named && end == words.end && is(form_of(text, w), WordClass::preposition) && form_of(text, w).text != "of") end = w;
    named = named || (name && !is_kind(text, w) && names_.contains(key_of(text, form_of(text, w).stem)));
  }
  return end;
}

/// "Kestrel 55", "Tarvin Optics"; not "Call for Proposals".
bool ArticleThings::is_full(const Name& name) { return name.names.size() > 1 && name.weight >= least_of_one_word; }

/// Nouns beside a name tell a part of what it names, or what that is: "the Orrel Bridge tea room".
std::uint64_t ArticleThings::key_of_name(const Name& name) {
  if (name.names.empty() || name.nouns.empty()) return entity_key(name.keys, 0);
  return entity_key(name.nouns, entity_key(name.names, 0));
}

/// Adds a word of a name, or beside one, to it.
void ArticleThings::add_to(Name& name, const CheckInput& text, std::uint32_t word) const {
  const WordKey key = key_of(text, form_of(text, word).stem);
  add_key(name.keys, key);
  name.words = name.words.empty() ? IndexRange{word, word + 1} : cover(name.words, {word, word + 1});
  if (!is_name(text, word)) {
    add_key(name.nouns, key);
    return;
  }
  add_key(name.names, key);
  if (is_number(text, word) || is_of_calendar(text, word)) return;
  name.weight = std::max(name.weight, form_of(text, word).weight);
  name.sure = name.sure || names_.contains(key);
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

bool ArticleThings::is_amount_in_it(const Told& told) const {
  if (told.claim->place != ClaimPlace::cell || told.claim->labels.empty()) return false;
  const IndexRange head = told.claim->labels.back();
  for (std::uint32_t w = head.begin; w < head.end; ++w) {
    if (words_.amounts.contains(lemma_key(form_of(input_, w).text))) return true;
  }
  return false;
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
        if (names_another(told, s)) return true;
      }
    }
  }
  return false;
}

/// Does a heading's sentence say a word that neither the title nor the claim says?
bool ArticleThings::names_another(const Told& told, std::uint32_t sentence) const {
  const IndexRange words = input_.units.sentences[sentence].words;
  if (words == title_) return false;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (!is_telling(input_, w) || is_kind(input_, w) || (told.by.contains(w) && told.claim->sentence == sentence)) continue;
    if (told.claim->value.words.contains(w)) continue;
    if (!std::binary_search(keys_.begin(), keys_.end(), key_of(input_, form_of(input_, w).stem))) return true;
  }
  return false;
}

/// Where the words of a claim's owner stand: of a pronoun those that it stands for, in a sentence before.
IndexRange ArticleThings::words_of(const Told& told) const {
  const Owner& owner = told.owner;
  if (owner.kind != OwnerKind::pronoun || told.claim->of_front_matter) return owner.words;
  const std::vector<Sentence>& sentences = input_.units.sentences;
  const std::uint32_t own = told.claim->sentence;
  for (std::uint32_t s = own; s > 0 && s + farthest_name > own && sentences[s - 1].text == sentences[own].text; --s) {
    IndexRange found;
    std::vector<WordKey> keys;
    for (std::uint32_t w = sentences[s - 1].words.begin; w < sentences[s - 1].words.end; ++w) {
      const WordKey key = key_of(input_, form_of(input_, w).stem);
      if (!std::binary_search(owner.keys.begin(), owner.keys.end(), key)) continue;
      add_key(keys, key);
      found = found.empty() ? IndexRange{w, w + 1} : cover(found, {w, w + 1});
    }
    if (!found.empty() && keys == owner.keys) return found;
  }
  return owner.words;
}

/// The keys of an owner, and of the number behind its name in the head of a table's row, which tells no value: "Aldane 38".
std::vector<WordKey> ArticleThings::keys_of(const Told& told, IndexRange& words) const {
  std::vector<WordKey> keys = told.owner.keys;
  const CheckInput& text = input_of(input_, *told.claim);
  for (const IndexRange label : told.claim->labels) {
    if (words.empty() || !label.contains(words.end) || !label.contains(words.end - 1)) continue;
    if (!is_number(text, words.end) || !is_name(text, words.end - 1) || told.by.contains(words.end)) continue;
    add_key(keys, key_of(text, form_of(text, words.end).stem));
    ++words.end;
  }
  return keys;
}

/// "The Northwind 40" of an article about something else, or a part of it: "the hood of the Northwind 40".
Entity ArticleThings::named(const Told& told) const {
  const CheckInput& text = input_of(input_, *told.claim);
  IndexRange words = words_of(told);
  const std::vector<WordKey> keys = keys_of(told, words);
  if (keys.empty() || keys.size() > most_name_words || words.size() > 2 * most_name_words) return {};
  Name name;
  std::uint64_t link = 0;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (!std::binary_search(keys.begin(), keys.end(), key_of(text, form_of(text, w).stem))) continue;
    const std::uint64_t article = told.claim->of_front_matter ? 0 : links_.article_at({w, w + 1});
    link = name.keys.empty() || link == article ? article : 0;
    add_to(name, text, w);
  }
  Entity entity{.link = link, .sure = name.sure, .full = is_full(name), .name = words_as_written(text, words, longest_name)};
  if (name.keys.size() == keys.size() && is_name_of_thing(text, name)) {
    entity.key = key_of_name(name);
    entity.of_title = !name.nouns.empty() && name.names == keys_;
  }
  return entity;
}

/// "The Orrel Bridge tea room" and "the dose of Ibulor" name a thing; "the Orrel shop" may be any of several.
bool ArticleThings::is_name_of_thing(const CheckInput& text, const Name& name) const {
  const bool rare = name.sure && name.weight >= least_of_one_word;
  if (name.weight == 0) return false;
  if (name.nouns.empty()) return name.names.size() > 1 || rare;
  if (name.names.size() > 1) return true;
  const std::uint32_t last = name.words.end - 1;
  return rare && is_name(text, last) && last > name.words.begin && form_of(text, last - 1).text == "of";
}

/// "The guided tour" of what the article is about.
Entity ArticleThings::part(const Told& told) const {
  const Owner& owner = told.owner;
  if (thing_.key == 0 || owner.keys.empty() || owner.keys.size() > 3 || owner.kind == OwnerKind::pronoun || strays(told)) return {};
  std::vector<WordKey> others;
  std::set_difference(owner.keys.begin(), owner.keys.end(), keys_.begin(), keys_.end(), std::back_inserter(others));
  if (others.empty()) return {};
  const std::string name = words_as_written(input_of(input_, *told.claim), owner.words, longest_name);
  return {.key = entity_key(others, thing_.key),
          .sure = thing_.sure,
          .full = thing_.full,
          .of_title = true,
          .name = name + " (" + thing_.name + ")"};
}

std::vector<WordKey> ArticleThings::told_by_title(ListId circumstances) const {
  std::vector<WordKey> keys;
  const auto add = [&](const CheckInput& text, IndexRange words) {
    for (const ListHit& hit : list_hits_in(text.matches, words)) {
      if (hit.list != circumstances || is_kind(text, hit.words.begin) || is_head_of_title(text, words, hit.words)) continue;
      add_key(keys, key_of(text, form_of(text, hit.words.begin).stem));
    }
  };
  add(input_, title_);
  if (input_.front_matter == nullptr) return keys;
  for (std::uint32_t s = 0; s < input_.front_matter->units.sentences.size(); ++s) {
    if (key_of_field(*input_.front_matter, s) == "title") add(*input_.front_matter, input_.front_matter->units.sentences[s].words);
  }
  return keys;
}

/// Of an owner that is not what the article is about, as far as its reading tells.
Entity ArticleThings::by_name(const Told& told) const {
  Entity other = named(told);
  if (other.key != 0 && other.key == thing_.key) return thing_;
  return other.is_known() ? other : part(told);
}

Entity ArticleThings::entity_of(const Told& told) const {
  const Owner& owner = told.owner;
  if (!owner.topic) return by_name(told);
  // "The castle" of an article on its tea room is another thing.
  const bool is_named = owner.kind == OwnerKind::name || owner.kind == OwnerKind::nominal;
  if (is_named && !owner.keys.empty() && owner.keys != keys_) {
    Entity other = named(told);
    if (other.key != 0 && other.key == thing_.key) return thing_;
    // "The Northwind", of the Northwind 40.
    const bool shorter = thing_.key != 0 && owner.keys.size() == 1 && names_.contains(owner.keys.front());
    if (!shorter || !other.is_known()) return other;
  }
  return strays(told) ? Entity{} : thing_;
}

}  // namespace stet
