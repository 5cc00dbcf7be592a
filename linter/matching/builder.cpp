#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

#include "matching/draft.h"
#include "matching/phrase_words.h"
#include "matching/prepared.h"
#include "rules/word_lists.h"

namespace stet {
namespace {

/// Indexed as units' TypedKind.
TypedKind typed_kind(std::string_view name) {
  constexpr auto kinds = std::to_array<std::pair<std::string_view, TypedKind>>({{"number", TypedKind::number},
                                                                                {"percent", TypedKind::percent},
                                                                                {"money", TypedKind::money},
                                                                                {"quantity", TypedKind::quantity},
                                                                                {"duration", TypedKind::duration},
                                                                                {"date", TypedKind::date},
                                                                                {"year", TypedKind::year},
                                                                                {"time", TypedKind::time},
                                                                                {"name", TypedKind::name},
                                                                                {"citation", TypedKind::citation},
                                                                                {"ordinal", TypedKind::ordinal},
                                                                                {"proper", TypedKind::proper}});
  const auto* found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& pair) { return pair.first == name; });
  return found == kinds.end() ? TypedKind::number : found->second;
}

/// The number of a list: its place among all lists, so that it is known before anything is built. One that does not exist is never found.
ListId number_of(std::string_view name, const std::map<std::string, WordList>& lists) {
  return static_cast<ListId>(std::distance(lists.begin(), lists.find(std::string(name))));
}

/// Adds lists and phrases to the drafts of a part, lists to that of what is sought everywhere; each function of phrases returns the state
/// behind what it added.
class Inserter {
 public:
  /// `numbered` are all lists, of which `lists` are those that are asked for; `capture_names` are those that other parts know.
  Inserter(const std::map<std::string, WordList>& numbered, const std::map<std::string, WordList>& lists, Vocabulary& vocabulary,
           std::vector<std::string> capture_names = {})
      : numbered_(numbered), lists_(lists), vocabulary_(vocabulary), capture_names_(std::move(capture_names)) {}

  ListId add_list(std::string_view name) {
    const auto list = lists_.find(std::string(name));
    const ListId id = number_of(name, numbered_);
    AutomatonDraft& draft = drafts_.front();
    if (list == lists_.end() || !draft.list_ids.emplace(name, id).second) return id;
    for (std::uint32_t entry = 0; entry < list->second.entries.size(); ++entry) {
      // An entry with `be` in it is one for each of its forms.
      std::vector<StateId> ends{0};
      for (const Phrase& word : list->second.entries[entry].phrase().children) ends = list_edges(ends, word);
      for (const StateId end : ends) {
        if (end != 0) draft.lists.states[end].accepts.push_back({id, entry});
      }
    }
    return id;
  }

  /// The number of the pattern in its draft; of those that are alike, there is one.
  std::uint32_t add(const PatternPhrases& pattern) {
    draft_ = &drafts_[static_cast<std::size_t>(pattern.sought)];
    const auto number = static_cast<std::uint32_t>(draft_->keeps_all.size());
    const auto [known, is_new] = numbers_.emplace(pattern.key(), number);
    if (!is_new) return known->second;
    draft_->keeps_all.push_back(pattern.keeps_all ? 1 : 0);
    for (std::uint32_t alternative = 0; alternative < pattern.phrases.size(); ++alternative) {
      const Accept accept{number, alternative};
      const Phrase phrase = pattern.phrases[alternative].phrase();
      if (phrase.kind == PhraseKind::regex) {
        for (const std::string& name : captures_of(phrase)) capture_name(name);
        draft_->expressions.push_back({phrase.text, accept});
      } else {
        bound_.clear();
        draft_->phrases.states[insert(0, phrase)].accepts.push_back(accept);
      }
    }
    return number;
  }

  Automaton::Part part() {
    for (AutomatonDraft& draft : drafts_) draft.capture_names = capture_names_;
    return {tables_of(drafts_[0]), tables_of(drafts_[1])};
  }

 private:
  const std::map<std::string, WordList>& numbered_;
  const std::map<std::string, WordList>& lists_;
  Vocabulary& vocabulary_;
  std::array<AutomatonDraft, 2> drafts_;    // by Sought
  AutomatonDraft* draft_ = drafts_.data();  // of the pattern that is being added
  std::vector<std::string> capture_names_;
  std::map<std::uint64_t, std::uint32_t> numbers_;  // of patterns, by their keys
  std::vector<std::string> bound_;                  // captures of the phrase so far

  std::shared_ptr<const Automaton::Tables> tables_of(const AutomatonDraft& draft) const {
    const auto memory = std::make_shared<const FrozenBytes>(freeze(draft, vocabulary_));
    return std::make_shared<const Automaton::Tables>(read_tables(as_text(*memory), memory));
  }

  StateId insert(StateId from, const Phrase& phrase) {
    switch (phrase.kind) {
      case PhraseKind::word:
        if (const std::vector<FormId> forms = forms_of_be(phrase.text, vocabulary_); !forms.empty()) return any_form(from, forms);
        for (const FormId form : words_of(phrase.text, vocabulary_))
          from = draft_->phrases.edge(from, Symbol::lemma, vocabulary_.form(form).lemma);
        return from;
      case PhraseKind::exact:
        for (const FormId form : words_of(phrase.text, vocabulary_)) from = draft_->phrases.edge(from, Symbol::form, form);
        return from;
      case PhraseKind::list:
        return draft_->phrases.edge(from, Symbol::list, add_list(phrase.text));
      case PhraseKind::typed:
        if (phrase.text == "citation") draft_->uses_citations = true;
        return draft_->phrases.edge(from, Symbol::typed, static_cast<std::uint32_t>(typed_kind(phrase.text)));
      case PhraseKind::any:
        return step(from, {StepKind::any, 0, 0});
      case PhraseKind::gap:
        return step(from, {StepKind::gap, 0, 0});
      case PhraseKind::sequence:
        return sequence(from, phrase);
      case PhraseKind::choice:
        return choice(from, phrase);
      case PhraseKind::optional:
        return join({from, insert(from, phrase.children.front())});
      case PhraseKind::capture:
        return capture(from, phrase);
      case PhraseKind::regex:
        break;
    }
    return from;
  }

  StateId any_form(StateId from, const std::vector<FormId>& forms) {
    std::vector<StateId> ends;
    ends.reserve(forms.size());
    for (const FormId form : forms) ends.push_back(draft_->phrases.edge(from, Symbol::lemma, vocabulary_.form(form).lemma));
    return join(std::move(ends));
  }

  /// Follows an equal step when there is one, so that phrases that begin alike stay one path.
  StateId step(StateId from, Step wanted) {
    for (const Step& known : draft_->phrases.states[from].steps) {
      if (known.kind == wanted.kind && known.name == wanted.name && known.kind != StepKind::epsilon) return known.target;
    }
    wanted.target = draft_->phrases.add_state();
    draft_->phrases.states[from].steps.push_back(wanted);
    return wanted.target;
  }

  StateId sequence(StateId from, const Phrase& phrase) {
    std::uint32_t left_out = 0;  // words of any kind that may be, right before the part
    for (const Phrase& part : phrase.children) {
      if (is_any_or_none(part)) {
        ++left_out;
        continue;
      }
      from = insert(up_to(from, std::exchange(left_out, 0)), part);
    }
    return up_to(from, left_out);
  }

  /// "[*]"
  static bool is_any_or_none(const Phrase& phrase) {
    if (phrase.kind != PhraseKind::optional) return false;
    const Phrase* part = &phrase.children.front();
    while ((part->kind == PhraseKind::sequence || part->kind == PhraseKind::choice) && part->children.size() == 1)
      part = &part->children.front();
    return part->kind == PhraseKind::any;
  }

  StateId up_to(StateId from, std::uint32_t words) { return words == 0 ? from : step(from, {StepKind::up_to, words, 0}); }

  StateId choice(StateId from, const Phrase& phrase) {
    std::vector<StateId> ends;
    for (const Phrase& part : phrase.children) ends.push_back(insert(from, part));
    return join(std::move(ends));
  }

  /// One state behind all of `ends`, the same for all phrases that come there alike: keeps the automaton as large as the phrases, however
  /// many optional parts follow each other.
  StateId join(std::vector<StateId> ends) {
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    if (ends.size() == 1) return ends.front();
    const auto [known, is_new] = draft_->joins.emplace(std::move(ends), 0);
    if (!is_new) return known->second;
    known->second = draft_->phrases.add_state();
    for (const StateId end : known->first) draft_->phrases.states[end].steps.push_back({StepKind::epsilon, 0, known->second});
    return known->second;
  }

  StateId capture(StateId from, const Phrase& phrase) {
    const std::uint32_t name = capture_name(phrase.text);
    const bool bound = std::find(bound_.begin(), bound_.end(), phrase.text) != bound_.end();
    if (phrase.children.empty() && bound) return step(from, {StepKind::same_words, name, 0});
    from = step(from, {StepKind::open_capture, name, 0});
    bound_.push_back(phrase.text);
    const StateId end = phrase.children.empty() ? some_words(from) : insert(from, phrase.children.front());
    return step(end, {StepKind::close_capture, name, 0});
  }

  /// One to longest_reference words: what a pattern beside this one captured is not known yet.
  StateId some_words(StateId from) {
    std::vector<StateId> ends;
    for (std::uint32_t i = 0; i < longest_reference; ++i) ends.push_back(from = step(from, {StepKind::any, 0, 0}));
    return join(std::move(ends));
  }

  std::uint32_t capture_name(const std::string& name) {
    auto& names = capture_names_;
    const auto known = std::find(names.begin(), names.end(), name);
    if (known != names.end()) return static_cast<std::uint32_t>(known - names.begin());
    names.push_back(name);
    return static_cast<std::uint32_t>(names.size() - 1);
  }

  /// The states behind one more part of a list's entry: a word, or any word of another list.
  std::vector<StateId> list_edges(const std::vector<StateId>& from, const Phrase& word) {
    return word.kind == PhraseKind::list ? any_entry(from, word.text) : word_edges(from, word);
  }

  std::vector<StateId> any_entry(const std::vector<StateId>& from, const std::string& name) {
    std::vector<StateId> all;
    for (const WordListEntry& entry : lists_.at(name).entries) {
      std::vector<StateId> ends = from;
      for (const Phrase& word : entry.phrase().children) ends = word_edges(ends, word);
      all.insert(all.end(), ends.begin(), ends.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  std::vector<StateId> word_edges(const std::vector<StateId>& from, const Phrase& word) {
    Draft<ListAccept>& lists = drafts_.front().lists;
    const std::vector<FormId> forms =
        word.kind == PhraseKind::exact || from.size() > 1 ? std::vector<FormId>() : forms_of_be(word.text, vocabulary_);
    std::vector<StateId> ends;
    for (StateId state : from) {
      for (const FormId form : forms) ends.push_back(lists.edge(state, Symbol::lemma, vocabulary_.form(form).lemma));
      if (!forms.empty()) continue;
      for (const FormId form : words_of(word.text, vocabulary_)) {
        // NOLINTNEXTLINE(readability-suspicious-call-argument): a form is a value
        state = word.kind == PhraseKind::exact ? lists.edge(state, Symbol::form, form)
                                               : lists.edge(state, Symbol::lemma, vocabulary_.form(form).lemma);
      }
      ends.push_back(state);
    }
    return ends;
  }
};

}  // namespace

std::vector<std::string> PatternPhrases::captures() const {
  std::vector<std::string> names;
  for (const WrittenPhrase& phrase : phrases) {
    for (std::string& name : phrase.captures()) names.push_back(std::move(name));
  }
  return names;
}

bool PatternPhrases::captures_any() const {
  return std::any_of(phrases.begin(), phrases.end(), [](const WrittenPhrase& phrase) { return !phrase.captures().empty(); });
}

AutomatonBuilder::AutomatonBuilder(const std::map<std::string, WordList>& lists, Vocabulary& vocabulary, std::string_view prepared)
    : lists_(lists), vocabulary_(vocabulary), prepared_(prepared) {}

PatternId AutomatonBuilder::add(std::vector<WrittenPhrase> phrases, std::optional<PatternId> beside, Sought sought) {
  patterns_.push_back({std::move(phrases), beside && patterns_[*beside].captures_any(), sought});
  if (!trusts_) {
    const std::vector<std::string> outer = beside ? patterns_[*beside].captures() : std::vector<std::string>();
    for (const WrittenPhrase& phrase : patterns_.back().phrases) judge(phrase, outer);
  }
  return static_cast<PatternId>(patterns_.size() - 1);
}

void AutomatonBuilder::judge(const WrittenPhrase& phrase, const std::vector<std::string>& outer) {
  if (const auto fault = never_matches(phrase.phrase(), outer)) faults_.push_back({phrase.position, phrase.text, *fault});
}

ListId AutomatonBuilder::add_list(std::string_view name) {
  const auto asked = asked_lists_.find(name);
  return asked != asked_lists_.end() ? asked->second : asked_lists_.emplace(name, number_of(name, lists_)).first->second;
}

/// The lists that were asked for, and those that some patterns name.
std::set<std::string> AutomatonBuilder::list_names(const std::vector<PatternId>& patterns) const {
  std::set<std::string> names;
  for (const auto& [name, number] : asked_lists_) names.insert(name);
  for (const PatternId pattern : patterns) {
    for (const WrittenPhrase& phrase : patterns_[pattern].phrases) add_list_names(phrase.text, lists_, names);
  }
  return names;
}

Automaton AutomatonBuilder::build() {
  auto prepared = prepared_automaton(prepared_, patterns_, lists_, vocabulary_);
  std::erase_if(asked_lists_, [&](const auto& list) {
    return !lists_.contains(list.first) || (prepared && prepared->part.everywhere->list_id(list.first) != no_index);
  });
  std::vector<Automaton::Part> parts;
  std::vector<Automaton::Place> places(patterns_.size());
  std::vector<PatternId> others(patterns_.size());
  std::iota(others.begin(), others.end(), 0U);
  std::vector<std::string> capture_names;
  if (prepared) {
    capture_names = prepared->part.everywhere->capture_names;
    parts.push_back(std::move(prepared->part));
    places = std::move(prepared->places);
    others = std::move(prepared->others);
    if (others.empty() && asked_lists_.empty()) return {std::move(parts), std::move(places)};
  }
  const std::map<std::string, WordList> lists = read_packed(lists_, list_names(others));
  Inserter inserter(lists_, lists, vocabulary_, std::move(capture_names));
  for (const auto& [name, number] : asked_lists_) inserter.add_list(name);
  const auto part = static_cast<std::uint32_t>(parts.size());
  for (const PatternId pattern : others) places[pattern] = {part, patterns_[pattern].sought, inserter.add(patterns_[pattern])};
  parts.push_back(inserter.part());
  return {std::move(parts), std::move(places)};
}

}  // namespace stet
