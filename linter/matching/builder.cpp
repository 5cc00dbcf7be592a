#include <algorithm>
#include <array>

#include "matching/freeze.h"
#include "matching/phrase_words.h"
#include "matching/tables.h"

namespace stet {

struct AutomatonBuilder::Drafts {
  Draft<Accept> phrases;
  Draft<ListAccept> lists;
  std::map<std::vector<StateId>, StateId> joins;  ///< by the states that they stand behind
  Automaton::Tables tables;                       ///< all that grows in its final shape
};

namespace {

using Drafts = AutomatonBuilder::Drafts;

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
  Inserter(Drafts& drafts, Vocabulary& vocabulary, AutomatonBuilder& builder)
      : graph_(drafts.phrases), joins_(drafts.joins), tables_(drafts.tables), vocabulary_(vocabulary), builder_(builder) {}

  /// One whole phrase, from the root.
  void add(const Phrase& phrase, Accept accept) {
    bound_.clear();
    graph_.states[insert(0, phrase)].accepts.push_back(accept);
  }

  void add_expression(const Phrase& phrase, Accept accept) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(false);
    options.set_max_mem(1 << 20);
    Expression expression{std::make_shared<const RE2>(phrase.text, options), accept, {}};
    for (const auto& [name, group] : expression.expression->NamedCapturingGroups()) {
      expression.captures.emplace_back(group, capture_name(name));
    }
    tables_.expressions.push_back(std::move(expression));
  }

 private:
  Draft<Accept>& graph_;
  std::map<std::vector<StateId>, StateId>& joins_;
  Automaton::Tables& tables_;
  Vocabulary& vocabulary_;
  AutomatonBuilder& builder_;
  std::vector<std::string> bound_;  // captures of the phrase so far

  StateId insert(StateId from, const Phrase& phrase) {
    switch (phrase.kind) {
      case PhraseKind::word:
        if (const std::vector<FormId> forms = forms_of_be(phrase.text, vocabulary_); !forms.empty()) return any_form(from, forms);
        for (const FormId form : words_of(phrase.text, vocabulary_)) from = graph_.edge(from, Symbol::lemma, vocabulary_.form(form).lemma);
        return from;
      case PhraseKind::exact:
        for (const FormId form : words_of(phrase.text, vocabulary_)) from = graph_.edge(from, Symbol::form, form);
        return from;
      case PhraseKind::list:
        return graph_.edge(from, Symbol::list, builder_.add_list(phrase.text));
      case PhraseKind::typed:
        if (phrase.text == "citation") tables_.uses_citations = true;
        return graph_.edge(from, Symbol::typed, static_cast<std::uint32_t>(typed_kind(phrase.text)));
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
    for (const FormId form : forms) ends.push_back(graph_.edge(from, Symbol::lemma, vocabulary_.form(form).lemma));
    return join(std::move(ends));
  }

  /// Follows an equal step when there is one, so that phrases that begin alike stay one path.
  StateId step(StateId from, Step wanted) {
    for (const Step& known : graph_.states[from].steps) {
      if (known.kind == wanted.kind && known.name == wanted.name && known.kind != StepKind::epsilon) return known.target;
    }
    wanted.target = graph_.add_state();
    graph_.states[from].steps.push_back(wanted);
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

  /// One state behind all of `ends`, the same for all phrases that come there alike: keeps the automaton as large as the phrases, however
  /// many optional parts follow each other.
  StateId join(std::vector<StateId> ends) {
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    if (ends.size() == 1) return ends.front();
    const auto [known, is_new] = joins_.emplace(std::move(ends), 0);
    if (!is_new) return known->second;
    known->second = graph_.add_state();
    for (const StateId end : known->first) graph_.states[end].steps.push_back({StepKind::epsilon, 0, known->second});
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
    auto& names = tables_.capture_names;
    const auto known = std::find(names.begin(), names.end(), name);
    if (known != names.end()) return static_cast<std::uint32_t>(known - names.begin());
    names.push_back(name);
    return static_cast<std::uint32_t>(names.size() - 1);
  }
};

}  // namespace

namespace {

/// The states behind one more word of a list's entry.
std::vector<StateId> list_edges(Draft<ListAccept>& lists, const std::vector<StateId>& from, const Phrase& word, Vocabulary& vocabulary) {
  const std::vector<FormId> forms =
      word.kind == PhraseKind::exact || from.size() > 1 ? std::vector<FormId>() : forms_of_be(word.text, vocabulary);
  std::vector<StateId> ends;
  for (StateId state : from) {
    for (const FormId form : forms) ends.push_back(lists.edge(state, Symbol::lemma, vocabulary.form(form).lemma));
    if (!forms.empty()) continue;
    for (const FormId form : words_of(word.text, vocabulary)) {
      state = word.kind == PhraseKind::exact ? lists.edge(state, Symbol::form, form)
                                             : lists.edge(state, Symbol::lemma, vocabulary.form(form).lemma);
    }
    ends.push_back(state);
  }
  return ends;
}

/// All expressions as one automaton that tells which of them occur; none when there are none.
std::shared_ptr<const RE2::Set> set_of(const std::vector<Expression>& expressions) {
  if (expressions.empty()) return nullptr;
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  auto set = std::make_shared<RE2::Set>(options, RE2::UNANCHORED);
  for (const Expression& expression : expressions) set->Add(expression.expression->pattern(), nullptr);
  return set->Compile() ? set : nullptr;
}

}  // namespace

AutomatonBuilder::AutomatonBuilder(const std::map<std::string, WordList>& lists, Vocabulary& vocabulary)
    : drafts_(std::make_unique<Drafts>()), lists_(lists), vocabulary_(vocabulary) {}

AutomatonBuilder::~AutomatonBuilder() = default;

PatternId AutomatonBuilder::add(const std::vector<WrittenPhrase>& phrases, std::optional<PatternId> beside) {
  const auto pattern = static_cast<PatternId>(patterns_.size());
  const std::vector<std::string> outer = beside ? patterns_[*beside].captures : std::vector<std::string>();
  PatternPhrases added{phrases, {}};
  Inserter inserter(*drafts_, vocabulary_, *this);
  for (std::uint32_t alternative = 0; alternative < phrases.size(); ++alternative) {
    const Phrase& phrase = phrases[alternative].phrase;
    if (const auto fault = trusts_ ? std::nullopt : never_matches(phrase, outer)) {
      faults_.push_back({phrases[alternative].position, phrases[alternative].text, *fault});
    }
    if (phrase.kind == PhraseKind::regex) {
      inserter.add_expression(phrase, {pattern, alternative});
    } else {
      inserter.add(phrase, {pattern, alternative});
    }
    for (std::string& name : captures_of(phrase)) added.captures.push_back(std::move(name));
  }
  drafts_->tables.keeps_all.push_back(!outer.empty());
  patterns_.push_back(std::move(added));
  return pattern;
}

ListId AutomatonBuilder::add_list(std::string_view name) {
  auto& ids = drafts_->tables.list_ids;
  const auto [known, is_new] = ids.emplace(std::string(name), static_cast<ListId>(ids.size()));
  const ListId id = known->second;
  const auto list = lists_.find(std::string(name));
  if (!is_new || list == lists_.end()) return id;
  for (std::uint32_t entry = 0; entry < list->second.entries.size(); ++entry) {
    // An entry with `be` in it is one for each of its forms.
    std::vector<StateId> ends{0};
    for (const Phrase& word : list->second.entries[entry].phrase.children) ends = list_edges(drafts_->lists, ends, word, vocabulary_);
    for (const StateId end : ends) {
      if (end != 0) drafts_->lists.states[end].accepts.push_back({id, entry});
    }
  }
  return id;
}

Automaton AutomatonBuilder::build() {
  Automaton::Tables& tables = drafts_->tables;
  tables.phrases = freeze(drafts_->phrases, vocabulary_, tables.accepts);
  tables.lists = freeze(drafts_->lists, vocabulary_, tables.list_accepts);
  tables.expression_set = set_of(tables.expressions);
  Automaton automaton;
  automaton.tables_ = std::make_shared<const Automaton::Tables>(std::move(tables));
  return automaton;
}

}  // namespace stet
