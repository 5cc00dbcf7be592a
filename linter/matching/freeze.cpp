#include "matching/freeze.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace stet {
namespace {

/// A node with more steps than this has those that wait for certain words found by the word.
constexpr std::size_t few_steps = 3;

/// A step that leads to more edges than this is taken whatever the word: its node would be entered many times over.
constexpr std::size_t most_edges = 64;

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
void freeze_edges(const std::vector<Edge>& edges, const Vocabulary& vocabulary, Graph& graph) {
  std::vector<std::uint32_t> counts(graph.nodes.size());
  for (const Edge& edge : edges) ++counts[edge.from];
  for (const Edge& edge : edges) {
    Node& node = graph.nodes[edge.from];
    node.symbols |= symbol_bit(edge.symbol);
    node.waits.add(offer_of(edge, vocabulary));
    if (counts[edge.from] == 1 && edge.from != 0) {
      node.value = edge.value;
      node.target = edge.to;
    } else {
      graph.edges.insert(edge);
    }
  }
}

/// A node waits for what the nodes behind its steps without a word wait for. They were made after it, so the last are settled first.
void settle(Graph& graph) {
  for (std::size_t state = graph.nodes.size() - 1; state-- > 0;) {
    Node& node = graph.nodes[state];
    const std::uint32_t end = graph.nodes[state + 1].steps;
    node.always = node.always || graph.nodes[state + 1].accepts > node.accepts;
    for (std::uint32_t i = node.steps; i < end; ++i) {
      const Step& step = graph.steps[i];
      const Node& behind = graph.nodes[step.target];
      const bool wordless = step.kind == StepKind::epsilon || step.kind == StepKind::open_capture || step.kind == StepKind::close_capture;
      node.always = node.always || !wordless || behind.always;
      if (wordless) node.waits.add(behind.waits);
    }
  }
}

/// Makes the steps of nodes that have many of them selectable by the word.
class Selector {
 public:
  Selector(Graph& graph, const std::vector<Edge>& edges) : graph_(graph), edges_(edges), first_edge_(graph.nodes.size() + 1) {
    std::stable_sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
    for (const Edge& edge : edges_) ++first_edge_[edge.from + 1];
    for (std::size_t i = 1; i < first_edge_.size(); ++i) first_edge_[i] += first_edge_[i - 1];
  }

  void select_all() {
    for (StateId state = 0; state + 1 < graph_.nodes.size(); ++state) select(state);
  }

 private:
  Graph& graph_;
  std::vector<Edge> edges_;                // by state
  std::vector<std::uint32_t> first_edge_;  // by state

  /// The edges to which a step leads without a word; nothing when they are too many, or when it leads on whatever the word.
  std::optional<std::vector<Edge>> edges_behind(const Step& step) const {
    if (!is_wordless(step) || graph_.nodes[step.target].always) return std::nullopt;
    std::vector<Edge> found;
    std::vector<StateId> open{step.target};
    for (std::size_t i = 0; i < open.size(); ++i) {
      const StateId state = open[i];
      found.insert(found.end(), edges_.begin() + first_edge_[state], edges_.begin() + first_edge_[state + 1]);
      for (std::uint32_t at = graph_.nodes[state].steps; at < graph_.nodes[state + 1].steps; ++at) open.push_back(graph_.steps[at].target);
      if (found.size() > most_edges || open.size() > most_edges) return std::nullopt;
    }
    return found;
  }

  void select(StateId state) {
    Node& node = graph_.nodes[state];
    const std::uint32_t end = graph_.nodes[state + 1].steps;
    node.selected = end;
    if (end - node.steps <= few_steps) return;
    const auto first = graph_.steps.begin() + node.steps;
    const auto selectable = [&](const Step& step) { return edges_behind(step).has_value(); };
    const auto middle = std::stable_partition(first, graph_.steps.begin() + end, [&](const Step& step) { return !selectable(step); });
    node.selected = static_cast<std::uint32_t>(middle - graph_.steps.begin());
    index(state, {node.selected, end});
  }

  void index(StateId state, IndexRange steps) {
    std::vector<std::pair<Edge, std::uint32_t>> entries;  // from `state`, with the step that leads there
    for (std::uint32_t step = steps.begin; step < steps.end; ++step) {
      const std::optional<std::vector<Edge>> edges = edges_behind(graph_.steps[step]);
      for (const Edge& edge : edges.value()) entries.push_back({{state, edge.symbol, edge.value, 0}, step});
    }
    const auto key = [](const auto& entry) { return std::tuple(entry.first.symbol, entry.first.value, entry.second); };
    std::sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (const auto& [edge, step] : entries) {
      std::uint32_t range = graph_.selections.find(edge.from, edge.symbol, edge.value);
      if (range == no_index) {
        range = static_cast<std::uint32_t>(graph_.selection_steps.size());
        const auto at = static_cast<std::uint32_t>(graph_.selection.size());
        graph_.selection_steps.push_back({at, at});
        graph_.selections.insert({edge.from, edge.symbol, edge.value, range});
      }
      graph_.selection.push_back(step);
      ++graph_.selection_steps[range].end;
    }
  }
};

template <typename Accepted>
Graph freeze_graph(const Draft<Accepted>& draft, const Vocabulary& vocabulary, std::vector<Accepted>& accepts) {
  Graph graph;
  graph.nodes.resize(draft.states.size() + 1);
  for (std::size_t state = 0; state < draft.states.size(); ++state) {
    accepts.insert(accepts.end(), draft.states[state].accepts.begin(), draft.states[state].accepts.end());
    graph.steps.insert(graph.steps.end(), draft.states[state].steps.begin(), draft.states[state].steps.end());
    graph.nodes[state + 1].accepts = static_cast<std::uint32_t>(accepts.size());
    graph.nodes[state + 1].steps = static_cast<std::uint32_t>(graph.steps.size());
  }
  freeze_edges(draft.edges, vocabulary, graph);
  settle(graph);
  Selector(graph, draft.edges).select_all();
  return graph;
}

}  // namespace

Graph freeze(const Draft<Accept>& draft, const Vocabulary& vocabulary, std::vector<Accept>& accepts) {
  return freeze_graph(draft, vocabulary, accepts);
}

Graph freeze(const Draft<ListAccept>& draft, const Vocabulary& vocabulary, std::vector<ListAccept>& accepts) {
  return freeze_graph(draft, vocabulary, accepts);
}

}  // namespace stet
