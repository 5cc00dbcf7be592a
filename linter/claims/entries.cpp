#include "claims/entries.h"

#include <algorithm>

#include "claims/topics.h"
#include "units/rows.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_entry = 6;  ///< words

}  // namespace

Entries::Entries(const CheckInput& input) : input_(input), heads_(input.units.sentences.size(), no_index), named_(heads_), of_(heads_) {
  collect();
  find_names();
  decide();
}

/// The entry that a head names, a new one where it is the first; none for a number, a line or nothing.
std::uint32_t Entries::entry_of(IndexRange words) {
  if (!words.empty() && is(form_of(input_, words.begin), WordClass::determiner)) ++words.begin;
  if (words.empty() || words.size() > longest_entry) return no_index;
  const auto& topics = input_.derived->get<Topics>([&] { return Topics(input_); });
  Name name;
  bool another = false;  // than what the article is about
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const Form& form = form_of(input_, word);
    if ((form.flags & form_number) != 0 && word == words.begin) return no_index;
    another = another || (is_content(form) && !topics.is_title_word(key_of(input_, form.stem)));
    name.push_back(form.stem);
  }
  if (!another) return no_index;
  const auto [known, is_new] = names_.emplace(std::move(name), static_cast<std::uint32_t>(names_.size()));
  if (is_new) name_of_.push_back(&known->first);
  return known->second;
}

bool Entries::is_named_in(std::uint32_t entry, IndexRange words) const {
  const Name& name = *name_of_[entry];
  const auto first = input_.units.words.begin();
  return std::search(first + words.begin, first + words.end, name.begin(), name.end(),
                     [&](const Word& word, StemId stem) { return input_.vocabulary.form(word.form).stem == stem; }) != first + words.end;
}

/// "**Corn mill:** …", "**Corn mill** - …": words in emphasis that a colon or dash follows at the beginning of a block.
IndexRange Entries::label_of(std::uint32_t sentence) const {
  const Sentence& said = input_.units.sentences[sentence];
  const IndexRange block = input_.units.sentences_of_text[said.text];
  const IndexRange words = input_.units.sentences[block.begin].words;
  const std::uint32_t end = emphasised_opening(input_, words).end;
  if (end == words.begin) return {};
  const std::uint32_t from = input_.units.words[end - 1].plain.end;
  const std::uint32_t to = end < words.end ? input_.units.words[end].plain.begin : from + 1;
  const std::string_view gap =
      input_.article.text({from, std::min<std::uint32_t>(to, static_cast<std::uint32_t>(input_.article.plain.size()))});
  const bool parts = gap.find(':') != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
                     gap.find("\xE2\x80") != std::string_view::npos;
  return parts ? IndexRange{words.begin, end} : IndexRange{};
}

void Entries::collect() {
  for (std::uint32_t s = 0; s < input_.units.sentences.size(); ++s) {
    const Place place = input_.units.sentences[s].place;
    if (place == Place::table) heads_[s] = entry_of(head_of_row(input_.article, input_.units, s));
    if (place == Place::list || place == Place::paragraph) heads_[s] = entry_of(label_of(s));
  }
  headings_.assign(input_.article.sections.size(), no_index);
  for (std::uint32_t section = 1; section < headings_.size(); ++section) {
    if (input_.article.sections[section].level < 2) continue;
    const Block& heading = input_.article.blocks[input_.article.sections[section].heading];
    if (heading.texts.size() != 1) continue;
    const IndexRange sentences = input_.units.sentences_of_text[heading.texts.begin];
    if (sentences.size() == 1) headings_[section] = entry_of(input_.units.sentences[sentences.begin].words);
  }
  is_thing_.assign(names_.size(), false);
  is_name_.assign(names_.size(), false);
}

/// Where running text names an entry: behind "the", or with a capital that its place does not ask for.
void Entries::find_names() {
  constexpr std::uint32_t several = no_index - 1;
  for (std::uint32_t s = 0; s < input_.units.sentences.size(); ++s) {
    const Sentence& said = input_.units.sentences[s];
    if (said.place != Place::paragraph && said.place != Place::list) continue;
    const IndexRange label = label_of(s);
    for (std::uint32_t word = std::max(said.words.begin, label.end); word < said.words.end; ++word) {
      const bool set_off = word > said.words.begin && (is(form_of(input_, word - 1), WordClass::determiner) ||
                                                       (input_.units.words[word].flags & word_capitalized) != 0);
      if (!set_off) continue;
      Name name;
      for (std::uint32_t end = word; end < std::min(said.words.end, word + longest_entry); ++end) {
        name.push_back(form_of(input_, end).stem);
        const auto known = names_.find(name);
        if (known == names_.end()) continue;
        is_thing_[known->second] = true;
        is_name_[known->second] = is_name_[known->second] || (input_.units.words[word].flags & word_capitalized) != 0;
        named_[s] = named_[s] == no_index || named_[s] == known->second ? known->second : several;
      }
    }
  }
  std::replace(named_.begin(), named_.end(), several, no_index);
}

void Entries::decide() {
  for (std::uint32_t s = 0; s < of_.size(); ++s) {
    const auto thing = [&](std::uint32_t entry) { return entry != no_index && is_thing_[entry]; };
    const std::uint32_t heading = headings_[input_.units.sentences[s].section];
    if (thing(heads_[s])) {
      of_[s] = heads_[s];
    } else if (named_[s] != no_index) {
      of_[s] = named_[s];
    } else if (heading != no_index && is_name_[heading]) {
      of_[s] = heading;
    }
  }
}

const Entries& entries_of(const CheckInput& input) {
  return input.derived->get<Entries>([&] { return Entries(input); });
}

}  // namespace stet
