#include <algorithm>
#include <array>

#include "matching/tables.h"

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

/// Adds phrases to the tables; each function returns the state behind what it added.
class Inserter {
 public:
  Inserter(Automaton::Tables& tables, Vocabulary& vocabulary, AutomatonBuilder& builder)
      : tables_(tables), vocabulary_(vocabulary), builder_(builder) {}

  StateId insert(StateId from, const Phrase& phrase) {
    switch (phrase.kind) {
      case PhraseKind::word:
        return edge(from, Symbol::lemma, vocabulary_.form(vocabulary_.add(phrase.text)).lemma);
      case PhraseKind::exact:
        return edge(from, Symbol::form, vocabulary_.add(phrase.text));
      case PhraseKind::list:
        return edge(from, Symbol::list, builder_.add_list(phrase.text));
      case PhraseKind::typed:
        return edge(from, Symbol::typed, static_cast<std::uint32_t>(typed_kind(phrase.text)));
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
    }
    return from;
  }

 private:
  Automaton::Tables& tables_;
  Vocabulary& vocabulary_;
  AutomatonBuilder& builder_;

  StateId add_state() {
    tables_.states.emplace_back();
    return static_cast<StateId>(tables_.states.size() - 1);
  }

  StateId edge(StateId from, Symbol symbol, std::uint32_t value) {
    const StateId known = tables_.edges.find(from, symbol, value);
    if (known != no_index) return known;
    const StateId to = add_state();
    tables_.edges.insert(from, symbol, value, to);
    tables_.states[from].symbols |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(symbol));
    return to;
  }

  /// Follows an equal step when there is one, so that phrases that begin alike stay one path.
  StateId step(StateId from, Step wanted) {
    for (const Step& known : tables_.states[from].steps) {
      if (known.kind == wanted.kind && known.name == wanted.name && known.kind != StepKind::epsilon) return known.target;
    }
    wanted.target = add_state();
    tables_.states[from].steps.push_back(wanted);
    return wanted.target;
  }

  StateId sequence(StateId from, const Phrase& phrase) {
    for (const Phrase& part : phrase.children) from = insert(from, part);
    return from;
  }

  StateId choice(StateId from, const Phrase& phrase) {
    std::vector<StateId> ends;
    for (const Phrase& part : phrase.children) ends.push_back(insert(from, part));
    return join(std::move(ends));
  }

  /// One fresh state behind all of `ends`: keeps the automaton as large as the phrase, however many optional parts follow each other.
  StateId join(std::vector<StateId> ends) {
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    if (ends.size() == 1) return ends.front();
    const StateId to = add_state();
    for (const StateId end : ends) tables_.states[end].steps.push_back({StepKind::epsilon, 0, to});
    return to;
  }

  StateId capture(StateId from, const Phrase& phrase) {
    const std::uint32_t name = capture_name(phrase.text);
    if (phrase.children.empty()) return step(from, {StepKind::same_words, name, 0});
    from = step(from, {StepKind::open_capture, name, 0});
    return step(insert(from, phrase.children.front()), {StepKind::close_capture, name, 0});
  }

  std::uint32_t capture_name(const std::string& name) {
    auto& names = tables_.capture_names;
    const auto known = std::find(names.begin(), names.end(), name);
    if (known != names.end()) return static_cast<std::uint32_t>(known - names.begin());
    names.push_back(name);
    return static_cast<std::uint32_t>(names.size() - 1);
  }
};

}  // namespace

AutomatonBuilder::AutomatonBuilder(const std::map<std::string, WordList>& lists, Vocabulary& vocabulary)
    : tables_(std::make_unique<Automaton::Tables>()), lists_(lists), vocabulary_(vocabulary) {}

AutomatonBuilder::~AutomatonBuilder() = default;

PatternId AutomatonBuilder::add(const std::vector<WrittenPhrase>& phrases) {
  const PatternId pattern = tables_->patterns++;
  Inserter inserter(*tables_, vocabulary_, *this);
  for (std::uint32_t alternative = 0; alternative < phrases.size(); ++alternative) {
    const StateId end = inserter.insert(0, phrases[alternative].phrase);
    tables_->states[end].accepts.push_back({pattern, alternative});
  }
  return pattern;
}

ListId AutomatonBuilder::add_list(std::string_view name) {
  const auto [known, is_new] = tables_->list_ids.emplace(std::string(name), static_cast<ListId>(tables_->list_ids.size()));
  const ListId id = known->second;
  const auto list = lists_.find(std::string(name));
  if (!is_new || list == lists_.end()) return id;
  for (std::uint32_t entry = 0; entry < list->second.entries.size(); ++entry) {
    StateId state = 0;
    for (const Phrase& word : list->second.entries[entry].phrase.children) {
      const FormId form = vocabulary_.add(word.text);
      const Symbol symbol = word.kind == PhraseKind::exact ? Symbol::form : Symbol::lemma;
      const std::uint32_t value = word.kind == PhraseKind::exact ? form : vocabulary_.form(form).lemma;
      StateId next = tables_->list_edges.find(state, symbol, value);
      if (next == no_index) {
        next = static_cast<StateId>(tables_->list_states.size());
        tables_->list_states.emplace_back();
        tables_->list_edges.insert(state, symbol, value, next);
      }
      state = next;
    }
    tables_->list_states[state].push_back({id, entry});
  }
  return id;
}

Automaton AutomatonBuilder::build() {
  Automaton automaton;
  automaton.tables_ = std::shared_ptr<const Automaton::Tables>(std::move(tables_));
  return automaton;
}

}  // namespace stet
