// A drafted automaton as the arrays that a pass reads.
#include <algorithm>
#include <optional>
#include <tuple>

#include "matching/draft.h"
#include "text/expression_text.h"
#include "units/vocabulary.h"

namespace stet {

void EdgeMap::insert(const Edge& edge) {
  if (edge.from == 0) {
    std::vector<StateId>& root = roots_[static_cast<std::size_t>(edge.symbol)];
    if (root.size() <= edge.value) root.resize(edge.value + 1, no_index);
    root[edge.value] = edge.to;
    return;
  }
  if (2 * ++used_ > slots_.size()) grow();
  place({EdgeTable::key(edge.from, edge.symbol, edge.value), edge.to});
}

void EdgeMap::place(EdgeSlot slot) {
  std::size_t at = EdgeTable::mix(slot.key) & (slots_.size() - 1);
  while (slots_[at].key != EdgeSlot::free) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = slot;
}

void EdgeMap::grow() {
  const std::vector<EdgeSlot> old = std::exchange(slots_, std::vector<EdgeSlot>(std::max<std::size_t>(16, 2 * slots_.size())));
  for (const EdgeSlot& slot : old) {
    if (slot.key != EdgeSlot::free) place(slot);
  }
}

void EdgeMap::write(FrozenWriter& writer) const {
  for (const std::vector<StateId>& root : roots_) writer.array(root);
  writer.array(slots_);
}

namespace {

/// A Graph before it is written.
struct GraphArrays {
  std::vector<Filter> filters;
  std::vector<Node> nodes;
  std::vector<Lookahead> ahead;
  std::vector<Step> steps;
  EdgeMap edges;
  EdgeMap selections;
  std::vector<IndexRange> selection_steps;
  std::vector<std::uint32_t> selection;
};

/// A node with more steps than this has those that wait for certain words found by the word.
constexpr std::size_t few_steps = 3;

/// Selections are at most so many times as many as edges and states: where parts that may be left out are nested deep, the edges behind
/// are behind each of them.
constexpr std::size_t most_selections = 4;

bool is_wordless(const Step& step) {
  return step.kind == StepKind::epsilon || step.kind == StepKind::open_capture || step.kind == StepKind::close_capture;
}

/// What a state waits for when it has this edge.
Offer offer_of(const Edge& edge, const Vocabulary& vocabulary) {
  switch (edge.symbol) {
    case Symbol::lemma:
      return {.lemmas = lemma_bit(edge.value)};
    case Symbol::form:
      return {.lemmas = lemma_bit(vocabulary.form(edge.value).lemma)};
    case Symbol::list:
      return {.lists = list_bit(edge.value)};
    case Symbol::typed:
      return {.typed = typed_bit(static_cast<TypedKind>(edge.value))};
  }
  return {};
}

/// Each node says of its edges what it can; those that share a node with others go into the map.
void freeze_edges(const std::vector<Edge>& edges, const Vocabulary& vocabulary, GraphArrays& graph) {
  std::vector<std::uint32_t> counts(graph.nodes.size());
  for (const Edge& edge : edges) ++counts[edge.from];
  for (const Edge& edge : edges) {
    Node& node = graph.nodes[edge.from];
    Filter& filter = graph.filters[edge.from];
    filter.symbols |= symbol_bit(edge.symbol);
    filter.waits.add(offer_of(edge, vocabulary));
    if (counts[edge.from] == 1 && edge.from != 0) {
      node.value = edge.value;
      node.target = edge.to;
    } else {
      graph.edges.insert(edge);
    }
  }
}

/// Words that a step may pass over, as far as a Lookahead tells them apart.
std::size_t most_skipped(const Step& step) {
  if (step.kind == StepKind::gap) return Lookahead::most;
  if (step.kind == StepKind::up_to) return std::min<std::size_t>(step.name, Lookahead::most);
  return step.kind == StepKind::any ? 1 : 0;
}

/// Adds to what a state waits for what it waits for behind one of its steps.
void settle_step(const Step& step, const std::vector<Filter>& filters, const std::vector<Lookahead>& ahead, Filter& filter,
                 Lookahead& own) {
  const Filter& behind = filters[step.target];
  const Lookahead& farther = ahead[step.target];
  if (behind.goes_on_always() || step.kind == StepKind::same_words) filter.waits.typed |= anything;
  const bool skips_none = step.kind != StepKind::any;
  const std::size_t skipped = most_skipped(step);
  if (skips_none) filter.waits.add(behind.waits);
  for (std::size_t skip = skips_none ? 0 : 1; skip <= skipped; ++skip) {
    if (skip > 0) own.wait_for(skip, behind.waits);
    for (std::size_t words = 1; words <= Lookahead::most; ++words) own.wait_for(skip + words, farther.behind[words - 1]);
  }
}

/// A node waits for what the nodes behind its steps wait for. They were made after it, so the last are settled first.
void settle(GraphArrays& graph) {
  std::vector<Lookahead> ahead(graph.filters.size());
  for (std::size_t state = graph.filters.size(); state-- > 0;) {
    const Node& node = graph.nodes[state];
    const Node& next = graph.nodes[state + 1];
    Filter& filter = graph.filters[state];
    if (next.accepts > node.accepts) filter.waits.typed |= anything;
    for (std::uint32_t i = node.steps; i < next.steps; ++i) settle_step(graph.steps[i], graph.filters, ahead, filter, ahead[state]);
    if (filter.goes_on_always() || ahead[state].empty()) continue;
    graph.ahead.push_back(ahead[state]);
    filter.ahead = static_cast<std::uint32_t>(graph.ahead.size());
  }
}

/// Makes the steps of nodes that have many of them selectable by the word.
class Selector {
 public:
  Selector(GraphArrays& graph, const std::vector<Edge>& edges)
      : graph_(graph), edges_(edges), first_edge_(graph.nodes.size() + 1), budget_(most_selections * (edges.size() + graph.nodes.size())) {
    std::stable_sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
    for (const Edge& edge : edges_) ++first_edge_[edge.from + 1];
    for (std::size_t i = 1; i < first_edge_.size(); ++i) first_edge_[i] += first_edge_[i - 1];
  }

  void select_all() {
    for (StateId state = 0; state + 1 < graph_.nodes.size(); ++state) select(state);
  }

 private:
  GraphArrays& graph_;
  std::vector<Edge> edges_;                // by state
  std::vector<std::uint32_t> first_edge_;  // by state
  std::size_t budget_;                     // selections, and states looked at, that may still be spent

  /// The edges to which a step leads without a word; nothing when they are too many, or when it leads on whatever the word.
  std::optional<std::vector<Edge>> edges_behind(const Step& step) {
    const Filter& behind = graph_.filters[step.target];
    if (!is_wordless(step) || behind.goes_on_always() || behind.ahead != 0) return std::nullopt;
    std::vector<Edge> found;
    std::vector<StateId> open{step.target};
    for (std::size_t i = 0; i < open.size(); ++i) {
      const StateId state = open[i];
      const std::size_t more = 1 + first_edge_[state + 1] - first_edge_[state];
      if (more > budget_) return std::nullopt;
      budget_ -= more;
      found.insert(found.end(), edges_.begin() + first_edge_[state], edges_.begin() + first_edge_[state + 1]);
      for (std::uint32_t at = graph_.nodes[state].steps; at < graph_.nodes[state + 1].steps; ++at) open.push_back(graph_.steps[at].target);
    }
    return found;
  }

  void select(StateId state) {
    Node& node = graph_.nodes[state];
    const std::uint32_t end = graph_.nodes[state + 1].steps;
    node.selected = end;
    if (end - node.steps <= few_steps) return;
    std::vector<Step> plain;
    std::vector<std::pair<Step, std::vector<Edge>>> selected;
    for (std::uint32_t i = node.steps; i < end; ++i) {
      if (std::optional<std::vector<Edge>> edges = edges_behind(graph_.steps[i])) {
        selected.emplace_back(graph_.steps[i], std::move(*edges));
      } else {
        plain.push_back(graph_.steps[i]);
      }
    }
    std::copy(plain.begin(), plain.end(), graph_.steps.begin() + node.steps);
    node.selected = node.steps + static_cast<std::uint32_t>(plain.size());
    index(state, node.selected, selected);
  }

  void index(StateId state, std::uint32_t first, const std::vector<std::pair<Step, std::vector<Edge>>>& selected) {
    std::vector<std::tuple<Symbol, std::uint32_t, std::uint32_t>> entries;  // symbol, value, the step that leads there
    for (std::size_t i = 0; i < selected.size(); ++i) {
      const std::uint32_t step = first + static_cast<std::uint32_t>(i);
      graph_.steps[step] = selected[i].first;
      for (const Edge& edge : selected[i].second) entries.emplace_back(edge.symbol, edge.value, step);
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    for (const auto& [symbol, value, step] : entries) {
      std::uint32_t range = graph_.selections.find(state, symbol, value);
      if (range == no_index) {
        range = static_cast<std::uint32_t>(graph_.selection_steps.size());
        const auto at = static_cast<std::uint32_t>(graph_.selection.size());
        graph_.selection_steps.push_back({at, at});
        graph_.selections.insert({state, symbol, value, range});
      }
      graph_.selection.push_back(step);
      ++graph_.selection_steps[range].end;
    }
  }
};

/// By state, the one that it comes to: a state that does nothing but step on without a word is passed over.
template <typename Accepted>
std::vector<StateId> passed_over(const Draft<Accepted>& draft) {
  std::vector<bool> has_edge(draft.states.size(), false);
  for (const Edge& edge : draft.edges) has_edge[edge.from] = true;
  std::vector<StateId> comes_to(draft.states.size());
  for (std::size_t state = draft.states.size(); state-- > 0;) {  // steps lead to states made later
    const auto& [steps, accepts] = draft.states[state];
    const bool only_steps = state != 0 && !has_edge[state] && accepts.empty() && steps.size() == 1;
    comes_to[state] = only_steps && steps.front().kind == StepKind::epsilon ? comes_to[steps.front().target] : static_cast<StateId>(state);
  }
  return comes_to;
}

template <typename Accepted>
void freeze(const Draft<Accepted>& draft, const Vocabulary& vocabulary, FrozenWriter& writer) {
  const std::vector<StateId> comes_to = passed_over(draft);
  std::vector<Edge> edges = draft.edges;
  for (Edge& edge : edges) edge.to = comes_to[edge.to];
  GraphArrays graph;
  std::vector<Accepted> accepts;
  graph.nodes.resize(draft.states.size() + 1);
  graph.filters.resize(draft.states.size());
  for (std::size_t state = 0; state < draft.states.size(); ++state) {
    accepts.insert(accepts.end(), draft.states[state].accepts.begin(), draft.states[state].accepts.end());
    graph.steps.insert(graph.steps.end(), draft.states[state].steps.begin(), draft.states[state].steps.end());
    std::for_each(graph.steps.begin() + graph.nodes[state].steps, graph.steps.end(),
                  [&](Step& step) { step.target = comes_to[step.target]; });
    graph.nodes[state + 1].accepts = static_cast<std::uint32_t>(accepts.size());
    graph.nodes[state + 1].steps = static_cast<std::uint32_t>(graph.steps.size());
  }
  freeze_edges(edges, vocabulary, graph);
  settle(graph);
  Selector(graph, edges).select_all();
  writer.array(graph.filters);
  writer.array(graph.nodes);
  writer.array(graph.ahead);
  writer.array(graph.steps);
  graph.edges.write(writer);
  graph.selections.write(writer);
  writer.array(graph.selection_steps);
  writer.array(graph.selection);
  writer.array(accepts);
}

EdgeTable read_edges(FrozenReader& reader) {
  EdgeTable table;
  for (std::span<const StateId>& root : table.roots) root = reader.array<StateId>();
  table.slots = reader.array<EdgeSlot>();
  return table;
}

template <typename Accepted>
void read(FrozenReader& reader, Graph& graph, std::span<const Accepted>& accepts) {
  graph.filters = reader.array<Filter>();
  graph.nodes = reader.array<Node>();
  graph.ahead = reader.array<Lookahead>();
  graph.steps = reader.array<Step>();
  graph.edges = read_edges(reader);
  graph.selections = read_edges(reader);
  graph.selection_steps = reader.array<IndexRange>();
  graph.selection = reader.array<std::uint32_t>();
  accepts = reader.array<Accepted>();
}

RE2::Options expression_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  return options;
}

/// So many are looked for one by one, where a sentence holds what they need; more are looked for all at once.
constexpr std::size_t few_expressions = 24;

std::shared_ptr<const Expression> read_expression(FrozenReader& reader) {
  const std::string_view text = reader.text();
  Accept accept;
  accept.pattern = static_cast<PatternId>(reader.number());
  accept.alternative = static_cast<std::uint32_t>(reader.number());
  return std::make_shared<const Expression>(text, accept);
}

}  // namespace

const Expression::Compiled& Expression::compiled(const std::vector<std::string>& capture_names) const {
  once_.call([&] {
    RE2::Options options = expression_options();
    options.set_max_mem(1 << 20);
    // In place: it can be neither copied nor moved.
    compiled_.emplace(expression_text(text_), options);
    for (const auto& [name, group] : compiled_->expression.NamedCapturingGroups()) {
      const auto known = std::find(capture_names.begin(), capture_names.end(), name);
      compiled_->captures.emplace_back(group, static_cast<std::uint32_t>(known - capture_names.begin()));
    }
  });
  return *compiled_;
}

const RE2::Set* ExpressionSet::get() const {
  once_.call([&] {
    auto set = std::make_unique<RE2::Set>(expression_options(), RE2::UNANCHORED);
    for (const auto& expression : expressions_) set->Add(expression_text(expression->text()), nullptr);
    if (set->Compile()) set_ = std::move(set);
  });
  return set_.get();
}

FrozenBytes freeze(const AutomatonDraft& draft, const Vocabulary& vocabulary) {
  FrozenWriter writer;
  freeze(draft.phrases, vocabulary, writer);
  freeze(draft.lists, vocabulary, writer);
  writer.array(draft.keeps_all);
  writer.number(draft.uses_citations ? 1 : 0);
  writer.number(draft.list_ids.size());
  for (const auto& [name, id] : draft.list_ids) {
    writer.text(name);
    writer.number(id);
  }
  writer.number(draft.capture_names.size());
  for (const std::string& name : draft.capture_names) writer.text(name);
  writer.number(draft.expressions.size());
  for (const DraftExpression& expression : draft.expressions) {
    writer.text(expression.text);
    writer.number(expression.accept.pattern);
    writer.number(expression.accept.alternative);
  }
  return writer.take();
}

Automaton::Tables read_tables(std::string_view frozen, std::shared_ptr<const FrozenBytes> memory) {
  FrozenReader reader(frozen);
  Automaton::Tables tables;
  tables.memory = std::move(memory);
  tables.frozen = frozen;
  read(reader, tables.phrases, tables.accepts);
  read(reader, tables.lists, tables.list_accepts);
  tables.keeps_all = reader.array<std::uint8_t>();
  tables.uses_citations = reader.number() != 0;
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    const std::string_view name = reader.text();
    tables.list_ids.emplace_back(name, static_cast<ListId>(reader.number()));
  }
  for (std::uint64_t left = reader.number(); left > 0; --left) tables.capture_names.emplace_back(reader.text());
  for (std::uint64_t left = reader.number(); left > 0; --left) tables.expressions.push_back(read_expression(reader));
  if (tables.expressions.size() > few_expressions) tables.expression_set = std::make_shared<const ExpressionSet>(tables.expressions);
  return tables;
}

}  // namespace stet
