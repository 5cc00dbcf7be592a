#include "matching/search.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/expression_text.h"

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

  auto operator<=>(const Thread&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};

struct RawMatch {
  Accept accept;
  IndexRange words;
  std::uint32_t captures = no_index;
};

}  // namespace

class Search::Simulation {
 public:
  Simulation(const Automaton::Tables& tables, const SlotNumbers& slots, const Article& article, const Units& units,
             const std::vector<LemmaId>& lemmas)
      : tables_(tables), slots_(slots), article_(article), units_(units), lemmas_(lemmas) {}

  void add_list_hits(std::uint32_t sentence, std::vector<ListHit>& hits) {
    const IndexRange words = units_.sentences[sentence].words;
    for (std::uint32_t word = words.begin; word < words.end; ++word) add_entries(word, words, hits);
  }

  void add_matches(std::uint32_t sentence, std::span<const ListHit> hits, std::vector<Match>& matches) {
    hits_ = hits;
    next_list_hit_ = 0;
    if (tables_.uses_citations) read_citations(sentence);
    find_phrases(units_.sentences[sentence].words);
    if (!tables_.expressions.empty()) find_expressions(sentence);
    collect(sentence, matches);
  }

  void add_across_cells(IndexRange label, std::uint32_t sentence, std::span<const ListHit> hits, std::vector<Match>& matches) {
    const IndexRange cell = units_.sentences[sentence].words;
    hits_ = hits;
    next_list_hit_ = 0;
    cited_.clear();
    find_phrases({label.begin, cell.end});
    for (const RawMatch& raw : raw_) {
      const std::uint32_t slot = slots_[raw.accept.pattern];
      if (slot == no_index || raw.words.begin >= cell.begin || raw.words.end <= cell.begin) continue;
      matches.push_back({slot, raw.accept.alternative, sentence, raw.words, captures_of(raw.captures)});
    }
    raw_.clear();
    captures_.clear();
  }

 private:
  const Automaton::Tables& tables_;
  const SlotNumbers& slots_;
  const Article& article_;
  const Units& units_;
  const std::vector<LemmaId>& lemmas_;  // by word
  std::span<const ListHit> hits_;       // of the sentence
  std::size_t next_list_hit_ = 0;
  std::size_t next_typed_ = 0;
  IndexRange sentence_;
  std::vector<Offer> offers_;                // by word of the sentence, and one behind the last
  std::vector<Offer> later_;                 // likewise: what the word and all behind it offer
  std::vector<std::vector<Thread>> active_;  // by word of the sentence, and one behind the last
  std::vector<std::uint32_t> selected_;      // indices of steps
  std::vector<CaptureNode> captures_;
  std::vector<RawMatch> raw_;
  std::vector<std::pair<StateId, std::uint32_t>> open_lists_;  // state of the list trie, next word
  std::vector<IndexRange> cited_;                              // words of the sentence's citations; empty ones stand before their word

  void add_entries(std::uint32_t word, IndexRange sentence, std::vector<ListHit>& hits) {
    follow_list(0, word, word + 1);
    while (!open_lists_.empty()) {
      const auto [state, at] = open_lists_.back();
      open_lists_.pop_back();
      const std::uint32_t end = tables_.lists.nodes[state + 1].accepts;
      for (std::uint32_t i = tables_.lists.nodes[state].accepts; i < end; ++i) {
        hits.push_back({tables_.list_accepts[i].list, tables_.list_accepts[i].entry, {word, at}});
      }
      if (at < sentence.end) follow_list(state, at, at + 1);
    }
  }

  void follow_list(StateId state, std::uint32_t word, std::uint32_t next_word) {
    const Filter& filter = tables_.lists.filters[state];
    if ((filter.waits.lemmas & lemma_bit(lemmas_[word])) == 0) return;
    const auto next = [&](Symbol symbol, std::uint32_t value) {
      return (filter.symbols & symbol_bit(symbol)) == 0 ? no_index : tables_.lists.next(state, symbol, value);
    };
    const StateId by_lemma = next(Symbol::lemma, lemmas_[word]);
    const StateId by_form = next(Symbol::form, units_.words[word].form);
    if (by_lemma != no_index) open_lists_.emplace_back(by_lemma, next_word);
    if (by_form != no_index) open_lists_.emplace_back(by_form, next_word);
  }

  /// Index of the sentence's first word that ends behind a plain offset.
  std::uint32_t word_at(IndexRange sentence, std::uint32_t plain) const {
    const auto first = units_.words.begin() + sentence.begin;
    const auto found = std::upper_bound(first, units_.words.begin() + sentence.end, plain,
                                        [](std::uint32_t at, const Word& word) { return at < word.plain.end; });
    return static_cast<std::uint32_t>(found - units_.words.begin());
  }

  /// The words that begin before a plain span's end and end behind its start; for one without words, the place before the next word.
  IndexRange words_in(IndexRange sentence, Span plain) const {
    IndexRange words{word_at(sentence, plain.begin), 0};
    words.end = words.begin;
    while (words.end < sentence.end && units_.words[words.end].plain.begin < plain.end) ++words.end;
    return words;
  }

  void read_citations(std::uint32_t sentence) {
    cited_.clear();
    auto citation = std::lower_bound(units_.citations.begin(), units_.citations.end(), sentence,
                                     [](const Citation& other, std::uint32_t wanted) { return other.sentence < wanted; });
    for (; citation != units_.citations.end() && citation->sentence == sentence; ++citation) {
      cited_.push_back(words_in(units_.sentences[sentence].words, citation->plain));
    }
  }

  /// Expressions see the sentence's text; a match that covers no word counts for the word before it.
  void find_expressions(std::uint32_t sentence) {
    const std::string_view text = article_.text(units_.sentences[sentence].plain);
    if (tables_.expression_set == nullptr) return find_few_expressions(sentence, text);
    std::vector<int> which;
    const RE2::Set* set = tables_.expression_set->get();
    if (set != nullptr) {
      RE2::Set::ErrorInfo error{};
      const bool found = set->Match(expression_text(text), &which, &error);
      if (!found && error.kind == RE2::Set::kNoError) return;
      std::sort(which.begin(), which.end());
    }
    // Without a set, or when it ran out of memory, each is tried by itself.
    if (which.empty()) {
      for (std::size_t i = 0; i < tables_.expressions.size(); ++i) which.push_back(static_cast<int>(i));
    }
    for (const int index : which) find_expression(*tables_.expressions[static_cast<std::size_t>(index)], sentence, text);
  }

  void find_few_expressions(std::uint32_t sentence, std::string_view text) {
    const FoldedSentence folded(text);
    for (const auto& expression : tables_.expressions) {
      if (expression->needed().are_in(folded)) find_expression(*expression, sentence, text);
    }
  }

  void find_expression(const Expression& wanted, std::uint32_t sentence, std::string_view text) {
    const Sentence& said = units_.sentences[sentence];
    const auto& [expression, names] = wanted.compiled(tables_.capture_names);
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1);
    const auto words_of_group = [&](const re2::StringPiece& group) {
      const auto begin = said.plain.begin + static_cast<std::uint32_t>(group.data() - text.data());
      return words_in(said.words, {begin, begin + static_cast<std::uint32_t>(group.size())});
    };
    for (std::size_t at = 0; at < text.size();) {
      const auto count = static_cast<int>(groups.size());
      if (!expression.Match(expression_text(text), at, text.size(), RE2::UNANCHORED, groups.data(), count)) return;
      IndexRange words = words_of_group(groups[0]);
      if (words.empty() && words.begin > said.words.begin) --words.begin;
      if (words.empty()) ++words.end;
      std::uint32_t captures = no_index;
      for (const auto& [group, name] : names) {
        const re2::StringPiece& held = groups[static_cast<std::size_t>(group)];
        if (held.data() != nullptr && !words_of_group(held).empty()) captures = remember({captures, name, words_of_group(held), false});
      }
      raw_.push_back({wanted.accept(), words, captures});
      at = std::max(static_cast<std::size_t>(groups[0].data() - text.data()) + groups[0].size(), at + 1);
    }
  }

  void find_phrases(IndexRange sentence) {
    sentence_ = sentence;
    next_typed_ = first_typed(sentence.begin);
    if (active_.size() < sentence.size() + 1) active_.resize(sentence.size() + 1);
    read_offers();
    for (std::uint32_t word = sentence.begin; word <= sentence.end; ++word) {
      skip_before(word);
      std::vector<Thread>& threads = active_[word - sentence.begin];
      if (word < sentence.end) advance({0, word, no_index}, word);
      // Steps without a word append to the list that is being walked.
      for (std::size_t i = 0; i < threads.size(); ++i) advance(threads[i], word);  // NOLINT(modernize-loop-convert)
      threads.clear();
    }
  }

  /// The first of what is typed from a word on; mostly the one that was come to last.
  std::size_t first_typed(std::uint32_t word) const {
    const auto begins_before = [](const Typed& typed, std::uint32_t wanted) { return typed.words.begin < wanted; };
    const bool goes_on = next_typed_ == 0 || begins_before(units_.typed[next_typed_ - 1], word);
    auto first = units_.typed.begin();
    if (goes_on) first += static_cast<std::ptrdiff_t>(next_typed_);
    return static_cast<std::size_t>(std::lower_bound(first, units_.typed.end(), word, begins_before) - units_.typed.begin());
  }

  /// What begins at each word of the sentence, and behind the last: a citation without words.
  void read_offers() {
    offers_.assign(sentence_.size() + 1, {.typed = anything});
    for (std::uint32_t word = sentence_.begin; word < sentence_.end; ++word)
      offers_[word - sentence_.begin].lemmas = lemma_bit(lemmas_[word]);
    skip_before(sentence_.begin);
    for (std::size_t i = next_list_hit_; i < hits_.size(); ++i) {
      offers_[hits_[i].words.begin - sentence_.begin].lists |= list_bit(hits_[i].list);
    }
    for (std::size_t i = next_typed_; i < units_.typed.size() && units_.typed[i].words.begin < sentence_.end; ++i) {
      if (!units_.typed[i].words.empty()) add_offer(units_.typed[i].words.begin, units_.typed[i].kind);
    }
    if (tables_.uses_citations) {
      for (const IndexRange words : cited_) add_offer(words.begin, TypedKind::citation);
    }
    later_ = offers_;
    for (std::size_t i = later_.size() - 1; i-- > 0;) later_[i].add(later_[i + 1]);
  }

  void add_offer(std::uint32_t word, TypedKind kind) { offers_[word - sentence_.begin].add({.typed = typed_bit(kind)}); }

  void skip_before(std::uint32_t word) {
    while (next_typed_ < units_.typed.size() && units_.typed[next_typed_].words.begin < word) ++next_typed_;
    while (next_list_hit_ < hits_.size() && hits_[next_list_hit_].words.begin < word) ++next_list_hit_;
  }

  /// Most ways end at the next word: that is seen here, before they are kept.
  bool goes_on(StateId state, std::uint32_t word) const {
    if (word > sentence_.end) return false;
    const Filter& filter = tables_.phrases.filters[state];
    if (filter.waits.meets(offers_[word - sentence_.begin])) return true;
    return filter.ahead != 0 && goes_on_ahead(tables_.phrases.ahead[filter.ahead - 1], word);
  }

  bool goes_on_ahead(const Lookahead& ahead, std::uint32_t word) const {
    const std::size_t at = word - sentence_.begin;
    const std::size_t left = sentence_.end - word;
    for (std::size_t words = 1; words < Lookahead::most && words <= left; ++words) {
      if (ahead.behind[words - 1].meets(offers_[at + words])) return true;
    }
    return Lookahead::most <= left && ahead.behind.back().meets(later_[at + Lookahead::most]);
  }

  void add(std::uint32_t word, Thread thread) {
    if (goes_on(thread.state, word)) keep(word, thread);
  }

  void keep(std::uint32_t word, Thread thread) {
    std::vector<Thread>& threads = active_[word - sentence_.begin];
    if (threads.size() < most_threads && std::find(threads.begin(), threads.end(), thread) == threads.end()) threads.push_back(thread);
  }

  void advance(Thread thread, std::uint32_t word) {
    const Graph& graph = tables_.phrases;
    const Node& node = graph.nodes[thread.state];
    const Node& behind = graph.nodes[thread.state + 1];
    for (std::uint32_t i = node.accepts; i < behind.accepts; ++i) {
      raw_.push_back({tables_.accepts[i], {thread.start, word}, thread.captures});
    }
    for (std::uint32_t i = node.steps; i < node.selected; ++i) take(graph.steps[i], thread, word);
    if (node.selected < behind.steps) take_selected(thread, word);
    if (const Filter& filter = graph.filters[thread.state]; filter.symbols != 0) follow_edges(thread, filter, word);
  }

  void follow_edges(Thread thread, const Filter& filter, std::uint32_t word) {
    const std::uint32_t symbols = filter.symbols;
    if (tables_.uses_citations && (symbols & symbol_bit(Symbol::typed)) != 0) follow_citations(thread, word);
    if (word == sentence_.end) return;
    if ((filter.waits.lemmas & lemma_bit(lemmas_[word])) != 0) {  // else the look-up, a wait for memory, would fail
      if ((symbols & symbol_bit(Symbol::lemma)) != 0) follow(thread, Symbol::lemma, lemmas_[word], word + 1);
      if ((symbols & symbol_bit(Symbol::form)) != 0) follow(thread, Symbol::form, units_.words[word].form, word + 1);
    }
    if ((symbols & symbol_bit(Symbol::list)) != 0) follow_lists(thread, word);
    if ((symbols & symbol_bit(Symbol::typed)) != 0) follow_typed(thread, word);
  }

  /// Steps that what begins at the word makes worth taking, each once, in their order.
  void take_selected(Thread thread, std::uint32_t word) {
    selected_.clear();
    if (word < sentence_.end) {
      select(thread.state, Symbol::lemma, lemmas_[word]);
      select(thread.state, Symbol::form, units_.words[word].form);
    }
    const Offer& offer = offers_[word - sentence_.begin];
    for (std::size_t i = next_list_hit_; offer.lists != 0 && i < hits_.size() && hits_[i].words.begin == word; ++i) {
      select(thread.state, Symbol::list, hits_[i].list);
    }
    for (std::uint32_t kinds = offer.typed & ~anything, kind = 0; kinds != 0; kinds >>= 1U, ++kind) {
      if ((kinds & 1U) != 0) select(thread.state, Symbol::typed, kind);
    }
    std::sort(selected_.begin(), selected_.end());
    selected_.erase(std::unique(selected_.begin(), selected_.end()), selected_.end());
    for (const std::uint32_t step : selected_) take(tables_.phrases.steps[step], thread, word);
  }

  void select(StateId state, Symbol symbol, std::uint32_t value) {
    const std::uint32_t range = tables_.phrases.selections.find(state, symbol, value);
    if (range == no_index) return;
    const IndexRange steps = tables_.phrases.selection_steps[range];
    const auto first = tables_.phrases.selection.begin();
    selected_.insert(selected_.end(), first + steps.begin, first + steps.end);
  }

  void follow(Thread thread, Symbol symbol, std::uint32_t value, std::uint32_t next_word) {
    const StateId target = tables_.phrases.next(thread.state, symbol, value);
    if (target != no_index) add(next_word, {target, thread.start, thread.captures});
  }

  void follow_lists(Thread thread, std::uint32_t word) {
    for (std::size_t i = next_list_hit_; i < hits_.size() && hits_[i].words.begin == word; ++i) {
      follow(thread, Symbol::list, hits_[i].list, hits_[i].words.end);
    }
  }

  void follow_typed(Thread thread, std::uint32_t word) {
    for (std::size_t i = next_typed_; i < units_.typed.size() && units_.typed[i].words.begin == word; ++i) {
      if (units_.typed[i].words.empty()) continue;
      follow(thread, Symbol::typed, static_cast<std::uint32_t>(units_.typed[i].kind), units_.typed[i].words.end);
    }
  }

  void follow_citations(Thread thread, std::uint32_t word) {
    for (const IndexRange words : cited_) {
      if (words.begin == word) follow(thread, Symbol::typed, static_cast<std::uint32_t>(TypedKind::citation), words.end);
    }
  }

  void take(const Step& step, Thread thread, std::uint32_t word) {
    if (step.kind == StepKind::up_to) return skip(step.target, thread, word, step.name);
    if (step.kind == StepKind::gap) return skip(step.target, thread, word, longest_gap);
    if (step.kind == StepKind::same_words) return same_words(step, thread, word);
    const std::uint32_t next = step.kind == StepKind::any ? word + 1 : word;
    if (!goes_on(step.target, next)) return;
    if (step.kind == StepKind::open_capture) thread.captures = remember({thread.captures, step.name, {word, word}, true});
    if (step.kind == StepKind::close_capture)
      thread.captures = remember({thread.captures, step.name, {opened_at(thread, step.name), word}, false});
    keep(next, {step.target, thread.start, thread.captures});
  }

  void skip(StateId target, Thread thread, std::uint32_t word, std::uint32_t most) {
    thread.state = target;
    const std::uint32_t last = word + std::min(most, sentence_.end - word);
    for (; word <= last; ++word) add(word, thread);
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
        if (lemmas_[node.words.begin + i] != lemmas_[word + i]) return;
      }
      return add(word + node.words.size(), {step.target, thread.start, thread.captures});
    }
  }

  /// Keeps, for each pattern, the leftmost-longest matches of the sentence that do not overlap.
  void collect(std::uint32_t sentence, std::vector<Match>& matches) {
    std::erase_if(raw_, [&](const RawMatch& raw) { return raw.words.empty() || slots_[raw.accept.pattern] == no_index; });
    std::sort(raw_.begin(), raw_.end(), [](const RawMatch& a, const RawMatch& b) {
      return std::tuple(a.accept.pattern, a.words.begin, b.words.end, a.accept.alternative, a.captures) <
             std::tuple(b.accept.pattern, b.words.begin, a.words.end, b.accept.alternative, b.captures);
    });
    PatternId pattern = no_index;
    std::uint32_t end = 0;  // of the pattern's last match
    for (const RawMatch& raw : raw_) {
      if (std::exchange(pattern, raw.accept.pattern) != raw.accept.pattern) end = 0;
      if (end > raw.words.begin && tables_.keeps_all[pattern] == 0) continue;
      end = raw.words.end;
      matches.push_back({slots_[pattern], raw.accept.alternative, sentence, raw.words, captures_of(raw.captures)});
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

Search::Search(const Automaton::Tables& tables, const SlotNumbers& slots, const Article& article, const Units& units,
               const std::vector<LemmaId>& lemmas)
    : simulation_(std::make_unique<Simulation>(tables, slots, article, units, lemmas)) {}

Search::Search(Search&&) noexcept = default;
Search::~Search() = default;

void Search::add_list_hits(std::uint32_t sentence, std::vector<ListHit>& hits) { simulation_->add_list_hits(sentence, hits); }

void Search::add_matches(std::uint32_t sentence, std::span<const ListHit> hits, std::vector<Match>& matches) {
  simulation_->add_matches(sentence, hits, matches);
}

void Search::add_across_cells(IndexRange label, std::uint32_t sentence, std::span<const ListHit> hits, std::vector<Match>& matches) {
  simulation_->add_across_cells(label, sentence, hits, matches);
}

std::vector<LemmaId> lemmas_of(const Units& units, const Vocabulary& vocabulary) {
  std::vector<LemmaId> lemmas;
  lemmas.reserve(units.words.size());
  for (const Word& word : units.words) lemmas.push_back(vocabulary.form(word.form).lemma);
  return lemmas;
}

}  // namespace stet
