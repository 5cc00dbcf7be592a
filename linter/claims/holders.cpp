#include "claims/holders.h"

#include <algorithm>

#include "claims/fields.h"
#include "claims/labelled.h"
#include "claims/owners.h"
#include "language/tense.h"
#include "units/vocabulary.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::size_t shortest_name = 2;     // words
constexpr std::size_t most_parts = 3;        // words without titles and initials: a longer name is an institution's
constexpr std::uint32_t longest_holder = 6;  // words, titles among them
constexpr std::uint32_t longest_of = 4;      // words
constexpr std::size_t most_holders = 64;

/// The capitalised words from a word on, without a comma or a stop between them.
IndexRange name_at(const CheckInput& text, std::uint32_t word, std::uint32_t end) {
  IndexRange name{word, word};
  while (name.end < end && name.size() < longest_holder && (text.units.words[name.end].flags & word_capitalized) != 0) {
    const std::string_view gap = gap_before(text, name.end);
    if (!name.empty() && gap != " " && gap != ". " && gap != "-") break;
    ++name.end;
  }
  return name;
}

std::vector<std::string> parts_of_name(const CheckInput& text, IndexRange words, ListId titles) {
  std::vector<std::string> parts;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (!ends_with_entry(text, titles, {w, w + 1}) && form_of(text, w).text.size() > 1) parts.emplace_back(form_of(text, w).text);
  }
  return parts;
}

/// "U.S. Office", "NASA Center", "Visa Japan": no person has such a name.
bool is_of_no_person(const CheckInput& text, IndexRange words, ListId regions) {
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (ends_with_entry(text, regions, {w, w + 1})) return true;
    const std::string_view word = form_of(text, w).text;
    const bool initials = word.size() > 1 && (text.units.words[w].flags & word_all_caps) != 0;
    if (initials || (word.size() > 2 && word.find('.') != std::string::npos)) return true;
  }
  return false;
}

/// "Reviewed by Ada Quill": the lemma key of who does what the verb says, where the list of offices has one; else the verb's own.
std::string doer_of(const std::string& verb, const std::vector<std::string>& offices) {
  for (const std::string_view ending : {"er", "or", "r"}) {
    std::string doer = lemma_key(verb + std::string(ending));
    if (std::binary_search(offices.begin(), offices.end(), doer)) return doer;
  }
  return verb;
}

std::vector<std::string> lemmas_of(const CheckInput& text, IndexRange words) {
  std::vector<std::string> lemmas;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (is_content(form_of(text, w))) lemmas.push_back(lemma_key(form_of(text, w).text));
  }
  return lemmas;
}

/// What stands behind "of", right behind the words that name the office.
std::vector<std::string> of_behind(const CheckInput& text, std::uint32_t word, std::uint32_t end) {
  std::vector<std::string> of;
  if (word >= end || form_of(text, word).text != "of") return of;
  for (std::uint32_t w = word + 1; w < std::min(end, word + longest_of); ++w) {
    if (is_content(form_of(text, w))) of.emplace_back(form_of(text, w).text);
  }
  std::sort(of.begin(), of.end());
  return of;
}

class HolderReader {
 public:
  HolderReader(const CheckInput& input, const HolderRule& rule, const ConditionTest& test) : input_(input), rule_(rule), test_(test) {}

  std::vector<Holder> read() {
    if (input_.front_matter != nullptr) read_fields(*input_.front_matter);
    for (const Match& match : input_.matches.of(rule_.says)) {
      if (test_.holds(match)) add_said(match);
    }
    for (std::uint32_t s = 0; s < input_.units.sentences.size(); ++s) add_line(s);
    for (std::uint32_t s = 0; s + 1 < input_.units.sentences.size(); ++s) add_headed(s);
    std::stable_sort(holders_.begin(), holders_.end(), [&](const Holder& a, const Holder& b) {
      const bool field = a.text != &input_;
      return field != (b.text != &input_) ? field : a.words.begin < b.words.begin;
    });
    return std::move(holders_);
  }

 private:
  const CheckInput& input_;
  const HolderRule& rule_;
  const ConditionTest& test_;
  std::vector<Holder> holders_;

  void add(Holder holder) {
    if (holder.name.size() >= shortest_name && holder.name.size() <= most_parts && !holder.office.empty() &&
        holders_.size() < most_holders) {
      holders_.push_back(std::move(holder));
    }
  }

  Holder named(const CheckInput& text, std::uint32_t sentence, std::uint32_t word) const {
    const IndexRange words = name_at(text, word, text.units.sentences[sentence].words.end);
    Holder holder{.text = &text, .sentence = sentence, .words = words, .name = {}, .office = {}, .of = {}};
    if (!is_of_no_person(text, words, rule_.regions)) holder.name = parts_of_name(text, words, rule_.titles);
    return holder;
  }

  void add_said(const Match& match) {
    IndexRange office;
    IndexRange name;
    for (const Capture& capture : match.captures) {
      if (input_.capture_names[capture.name] == "office") office = capture.words;
      if (input_.capture_names[capture.name] == "name") name = capture.words;
    }
    if (office.empty() || name.empty()) return;
    Holder holder = named(input_, match.sentence, name.begin);
    holder.office = lemmas_of(input_, office);
    if (!holder.office.empty() && !std::binary_search(rule_.of_keys.begin(), rule_.of_keys.end(), holder.office.back())) {
      holder.office = {doer_of(holder.office.back(), rule_.of_keys)};
    }
    holder.of = of_behind(input_, office.end, input_.units.sentences[match.sentence].words.end);
    const Form& before = form_of(input_, holder.words.begin - std::min(holder.words.begin, 1U));
    const bool past = is_past_be(before);  // there may be another since
    holder.single = !past && office.begin > 0 && is(form_of(input_, office.begin - 1), WordClass::determiner);
    add(std::move(holder));
  }

  void add_line(std::uint32_t sentence) {
    const auto line = labelled_line(input_, sentence);
    if (!line || !ends_with_entry(input_, rule_.offices, line->label) || !test_.holds(sentence, line->value, line->label)) return;
    Holder holder = named(input_, sentence, line->value.begin);
    holder.office = lemmas_of(input_, line->label);
    holder.labelled = holder.single = true;
    add(std::move(holder));
  }

  /// "## Your tutor" over "Dr Ada Quill has …".
  void add_headed(std::uint32_t heading) {
    const Sentence& head = input_.units.sentences[heading];
    const Sentence& first = input_.units.sentences[heading + 1];
    const bool office = head.place == Place::heading && ends_with_entry(input_, rule_.offices, head.words);
    if (!office || first.place != Place::paragraph || first.words.empty() || first.section != head.section) return;
    if (!test_.holds(heading + 1, first.words)) return;
    Holder holder = named(input_, heading + 1, first.words.begin);
    for (std::uint32_t w = head.words.begin; w < head.words.end && holder.office.empty(); ++w) {
      if (ends_with_entry(input_, rule_.offices, {w, head.words.end})) holder.office = lemmas_of(input_, {w, head.words.end});
    }
    add(std::move(holder));
  }

  void read_fields(const CheckInput& fields) {
    for (std::uint32_t s = 0; s < fields.units.sentences.size(); ++s) {
      std::vector<std::string> office;
      std::string_view left = key_of_field(fields, s);
      const std::string key = plain_key(left);
      for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        if (end > begin) office.push_back(lemma_key(key.substr(begin, end - begin)));
        begin = end + 1;
      }
      const bool known = !office.empty() && std::binary_search(rule_.of_keys.begin(), rule_.of_keys.end(), office.back());
      if (!known || fields.units.sentences[s].words.empty()) continue;
      Holder holder = named(fields, s, fields.units.sentences[s].words.begin);
      holder.office = std::move(office);
      holder.labelled = holder.single = true;
      add(std::move(holder));
    }
  }
};

bool is_among(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); });
}

/// "Rosa" and "Rosalind", "Tom" and "Thomas", "Betty" and "Elizabeth": a short name and what it may be short for.
bool may_be_short_for(std::string_view a, std::string_view b) {
  constexpr std::size_t short_name = 3;
  constexpr std::size_t pet_name = 6;
  const std::string_view shorter = a.size() <= b.size() ? a : b;
  const std::string_view longer = a.size() <= b.size() ? b : a;
  if (shorter.size() <= short_name || longer.starts_with(shorter)) return true;
  return shorter.size() <= pet_name && shorter.size() < longer.size() && (shorter.ends_with('y') || shorter.ends_with("ie"));
}

}  // namespace

std::vector<Holder> read_holders(const CheckInput& input, const HolderRule& rule, const ConditionTest& test) {
  return HolderReader(input, rule, test).read();
}

bool is_one_office(const Holder& a, const Holder& b) {
  if (a.office.back() != b.office.back()) return false;
  return (is_among(a.office, b.office) || is_among(b.office, a.office)) && (is_among(a.of, b.of) || is_among(b.of, a.of));
}

bool share_a_name(const Holder& a, const Holder& b) { return a.name.front() == b.name.front() || a.name.back() == b.name.back(); }

bool are_two_people(const Holder& a, const Holder& b) {
  if (is_among(a.name, b.name) || is_among(b.name, a.name)) return false;
  const bool first = a.name.front() == b.name.front();
  const bool last = a.name.back() == b.name.back();
  if (first && last) return false;
  if (last) return !may_be_short_for(a.name.front(), b.name.front());
  return first || (!is_among({a.name.front()}, b.name) && !is_among({a.name.back()}, b.name));
}

}  // namespace stet
