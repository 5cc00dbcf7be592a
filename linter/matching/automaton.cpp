#include "matching/automaton.h"

#include <algorithm>
#include <tuple>

#include "matching/tables.h"

namespace stet {
namespace {

/// A capture as a list that grows at its front, so that threads can share what they have in common.
struct CaptureNode {
  std::uint32_t before = no_index;
  std::uint32_t name = 0;
  IndexRange words;
  bool open = false;
};

/// One way through the automaton that is still alive.
struct Thread {
  StateId state = 0;
  std::uint32_t start = 0;
  std::uint32_t captures = no_index;

  auto operator<=>(const Thread&) const = default;
};

struct RawMatch {
  Accept accept;
  IndexRange words;
  std::uint32_t captures = no_index;
};

/// Simulates the automaton over one sentence after the other; buffers are kept between sentences.
class Run {
 public:
  Run(const Automaton::Tables& tables, const Units& units, const Vocabulary& vocabulary)
      : tables_(tables), units_(units), vocabulary_(vocabulary) {
    matches_.by_pattern.resize(tables.patterns);
  }

  Matches find() {
    for (std::uint32_t sentence = 0; sentence < units_.sentences.size(); ++sentence) {
      const IndexRange words = units_.sentences[sentence].words;
      find_lists(words);
      find_phrases(words);
      collect(sentence);
    }
    return std::move(matches_);
  }

 private:
  const Automaton::Tables& tables_;
  const Units& units_;
  const Vocabulary& vocabulary_;
  Matches matches_;
  std::size_t next_list_hit_ = 0;
  std::size_t next_typed_ = 0;
  IndexRange sentence_;
  std::vector<std::vector<Thread>> active_;  // by word of the sentence, and one behind the last
  std::vector<CaptureNode> captures_;
  std::vector<RawMatch> raw_;
  std::vector<std::pair<StateId, std::uint32_t>> open_lists_;  // state of the list trie, next word

  const Form& form_at(std::uint32_t word) const { return vocabulary_.form(units_.words[word].form); }

  void find_lists(IndexRange sentence) {
    for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) {
      open_lists_.assign(1, {0, word});
      while (!open_lists_.empty()) {
        const auto [state, at] = open_lists_.back();
        open_lists_.pop_back();
        for (const ListAccept& accept : tables_.list_states[state]) matches_.list_hits.push_back({accept.list, accept.entry, {word, at}});
        if (at == sentence.end) continue;
        const StateId by_lemma = tables_.list_edges.find(state, Symbol::lemma, form_at(at).lemma);
        const StateId by_form = tables_.list_edges.find(state, Symbol::form, units_.words[at].form);
        if (by_lemma != no_index) open_lists_.emplace_back(by_lemma, at + 1);
        if (by_form != no_index) open_lists_.emplace_back(by_form, at + 1);
      }
    }
  }

  void find_phrases(IndexRange sentence) {
    sentence_ = sentence;
    if (active_.size() < sentence.size() + 1) active_.resize(sentence.size() + 1);
    for (std::uint32_t word = sentence.begin; word <= sentence.end; ++word) {
      skip_before(word);
      std::vector<Thread>& threads = active_[word - sentence.begin];
      if (word < sentence.end) add(word, {0, word, no_index});
      // Steps without a word append to the list that is being walked.
      for (std::size_t i = 0; i < threads.size(); ++i) advance(threads[i], word);  // NOLINT(modernize-loop-convert)
      threads.clear();
    }
  }

  void skip_before(std::uint32_t word) {
    while (next_typed_ < units_.typed.size() && units_.typed[next_typed_].words.begin < word) ++next_typed_;
    while (next_list_hit_ < matches_.list_hits.size() && matches_.list_hits[next_list_hit_].words.begin < word) ++next_list_hit_;
  }

  void add(std::uint32_t word, Thread thread) {
    if (word > sentence_.end) return;
    std::vector<Thread>& threads = active_[word - sentence_.begin];
    if (std::find(threads.begin(), threads.end(), thread) == threads.end()) threads.push_back(thread);
  }

  void advance(Thread thread, std::uint32_t word) {
    const State& state = tables_.states[thread.state];
    for (const Accept& accept : state.accepts) raw_.push_back({accept, {thread.start, word}, thread.captures});
    for (const Step& step : state.steps) take(step, thread, word);
    if (word == sentence_.end || state.symbols == 0) return;
    if ((state.symbols & 1U) != 0) follow(thread, Symbol::lemma, form_at(word).lemma, word + 1);
    if ((state.symbols & 2U) != 0) follow(thread, Symbol::form, units_.words[word].form, word + 1);
    if ((state.symbols & 4U) != 0) follow_lists(thread, word);
    if ((state.symbols & 8U) != 0) follow_typed(thread, word);
  }

  void follow(Thread thread, Symbol symbol, std::uint32_t value, std::uint32_t next_word) {
    const StateId target = tables_.edges.find(thread.state, symbol, value);
    if (target != no_index) add(next_word, {target, thread.start, thread.captures});
  }

  void follow_lists(Thread thread, std::uint32_t word) {
    for (std::size_t i = next_list_hit_; i < matches_.list_hits.size() && matches_.list_hits[i].words.begin == word; ++i) {
      follow(thread, Symbol::list, matches_.list_hits[i].list, matches_.list_hits[i].words.end);
    }
  }

  void follow_typed(Thread thread, std::uint32_t word) {
    for (std::size_t i = next_typed_; i < units_.typed.size() && units_.typed[i].words.begin == word; ++i) {
      if (units_.typed[i].words.empty()) continue;
      follow(thread, Symbol::typed, static_cast<std::uint32_t>(units_.typed[i].kind), units_.typed[i].words.end);
    }
  }

  void take(const Step& step, Thread thread, std::uint32_t word) {
    switch (step.kind) {
      case StepKind::epsilon:
        return add(word, {step.target, thread.start, thread.captures});
      case StepKind::any:
        return add(word + 1, {step.target, thread.start, thread.captures});
      case StepKind::gap:
        for (std::uint32_t skipped = 0; skipped <= longest_gap; ++skipped)
          add(word + skipped, {step.target, thread.start, thread.captures});
        return;
      case StepKind::open_capture:
        return add(word, {step.target, thread.start, remember({thread.captures, step.name, {word, word}, true})});
      case StepKind::close_capture:
        return add(word, {step.target, thread.start, remember({thread.captures, step.name, {opened_at(thread, step.name), word}, false})});
      case StepKind::same_words:
        return same_words(step, thread, word);
    }
  }

  std::uint32_t remember(const CaptureNode& node) {
    captures_.push_back(node);
    return static_cast<std::uint32_t>(captures_.size() - 1);
  }

  std::uint32_t opened_at(Thread thread, std::uint32_t name) const {
    for (std::uint32_t at = thread.captures; at != no_index; at = captures_[at].before) {
      if (captures_[at].name == name && captures_[at].open) return captures_[at].words.begin;
    }
    return thread.start;
  }

  void same_words(const Step& step, Thread thread, std::uint32_t word) {
    for (std::uint32_t at = thread.captures; at != no_index; at = captures_[at].before) {
      const CaptureNode& node = captures_[at];
      if (node.name != step.name || node.open) continue;
      if (word + node.words.size() > sentence_.end) return;
      for (std::uint32_t i = 0; i < node.words.size(); ++i) {
        if (form_at(node.words.begin + i).lemma != form_at(word + i).lemma) return;
      }
      return add(word + node.words.size(), {step.target, thread.start, thread.captures});
    }
  }

  /// Keeps, for each pattern, the leftmost-longest matches of the sentence that do not overlap.
  void collect(std::uint32_t sentence) {
    std::sort(raw_.begin(), raw_.end(), [](const RawMatch& a, const RawMatch& b) {
      return std::tuple(a.accept.pattern, a.words.begin, b.words.end, a.accept.alternative) <
             std::tuple(b.accept.pattern, b.words.begin, a.words.end, b.accept.alternative);
    });
    for (const RawMatch& raw : raw_) {
      std::vector<Match>& matches = matches_.by_pattern[raw.accept.pattern];
      if (raw.words.empty() || (!matches.empty() && matches.back().words.end > raw.words.begin)) continue;
      matches.push_back({raw.accept.pattern, raw.accept.alternative, sentence, raw.words, captures_of(raw.captures)});
    }
    raw_.clear();
    captures_.clear();
  }

  std::vector<Capture> captures_of(std::uint32_t at) const {
    std::vector<Capture> result;
    for (; at != no_index; at = captures_[at].before) {
      if (!captures_[at].open) result.push_back({captures_[at].name, captures_[at].words});
    }
    std::reverse(result.begin(), result.end());
    return result;
  }
};

}  // namespace

Matches Automaton::find(const Units& units, const Vocabulary& vocabulary) const { return Run(*tables_, units, vocabulary).find(); }

std::uint32_t Automaton::pattern_count() const { return tables_->patterns; }

const std::vector<std::string>& Automaton::capture_names() const { return tables_->capture_names; }

ListId Automaton::list_id(std::string_view name) const {
  const auto known = tables_->list_ids.find(std::string(name));
  return known == tables_->list_ids.end() ? no_index : known->second;
}

}  // namespace stet
