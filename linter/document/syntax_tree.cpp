#include "document/syntax_tree.h"

#include <fmt/format.h>
#include <tree_sitter/api.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <memory>
#include <string>
#include <utility>

#include "document/coarse.h"
#include "document/flat_blocks.h"
#include "document/flat_inlines.h"
#include "document/parser_memory.h"

extern "C" const TSLanguage* tree_sitter_markdown(void);
extern "C" const TSLanguage* tree_sitter_markdown_inline(void);

namespace stet {
namespace {

constexpr auto node_names = std::to_array<std::pair<std::string_view, SyntaxKind>>({
    {"atx_heading", SyntaxKind::atx_heading},
    {"setext_heading", SyntaxKind::setext_heading},
    {"atx_h1_marker", SyntaxKind::heading_level_1},
    {"atx_h2_marker", SyntaxKind::heading_level_2},
    {"atx_h3_marker", SyntaxKind::heading_level_3},
    {"atx_h4_marker", SyntaxKind::heading_level_4},
    {"atx_h5_marker", SyntaxKind::heading_level_5},
    {"atx_h6_marker", SyntaxKind::heading_level_6},
    {"setext_h1_underline", SyntaxKind::heading_level_1},
    {"setext_h2_underline", SyntaxKind::heading_level_2},
    {"paragraph", SyntaxKind::paragraph},
    {"list", SyntaxKind::list},
    {"list_item", SyntaxKind::list_item},
    {"list_marker_dot", SyntaxKind::ordered_marker},
    {"list_marker_parenthesis", SyntaxKind::ordered_marker},
    {"block_quote", SyntaxKind::block_quote},
    {"fenced_code_block", SyntaxKind::fenced_code},
    {"indented_code_block", SyntaxKind::indented_code},
    {"html_block", SyntaxKind::html_block},
    {"thematic_break", SyntaxKind::thematic_break},
    {"pipe_table", SyntaxKind::pipe_table},
    {"pipe_table_header", SyntaxKind::pipe_table_header},
    {"pipe_table_row", SyntaxKind::pipe_table_row},
    {"pipe_table_cell", SyntaxKind::pipe_table_cell},
    {"link_reference_definition", SyntaxKind::link_definition},
    {"block_continuation", SyntaxKind::block_continuation},
    {"emphasis", SyntaxKind::emphasis},
    {"strong_emphasis", SyntaxKind::strong},
    {"strikethrough", SyntaxKind::strikethrough},
    {"code_span", SyntaxKind::code_span},
    {"code_span_delimiter", SyntaxKind::code_delimiter},
    {"emphasis_delimiter", SyntaxKind::emphasis_delimiter},
    {"latex_block", SyntaxKind::latex},
    {"inline_link", SyntaxKind::inline_link},
    {"full_reference_link", SyntaxKind::full_reference_link},
    {"collapsed_reference_link", SyntaxKind::collapsed_reference_link},
    {"shortcut_link", SyntaxKind::shortcut_link},
    {"image", SyntaxKind::image},
    {"link_text", SyntaxKind::link_text},
    {"image_description", SyntaxKind::image_description},
    {"link_destination", SyntaxKind::link_destination},
    {"link_label", SyntaxKind::link_label},
    {"link_title", SyntaxKind::link_title},
    {"uri_autolink", SyntaxKind::autolink},
    {"email_autolink", SyntaxKind::autolink},
    {"html_tag", SyntaxKind::html_tag},
    {"entity_reference", SyntaxKind::entity},
    {"numeric_character_reference", SyntaxKind::entity},
    {"backslash_escape", SyntaxKind::escape},
    {"hard_line_break", SyntaxKind::hard_break},
});

/// Kind by the language's symbol number.
std::vector<SyntaxKind> kinds_of(const TSLanguage* language, bool block) {
  std::vector<SyntaxKind> kinds(ts_language_symbol_count(language), SyntaxKind::other);
  for (std::uint32_t symbol = 0; symbol < kinds.size(); ++symbol) {
    if (ts_language_symbol_type(language, static_cast<TSSymbol>(symbol)) != TSSymbolTypeRegular) continue;
    const std::string_view name = ts_language_symbol_name(language, static_cast<TSSymbol>(symbol));
    for (const auto& [node_name, kind] : node_names) {
      if (node_name == name) kinds[symbol] = kind;
    }
    if (block && name == "inline") kinds[symbol] = SyntaxKind::inline_content;
  }
  return kinds;
}

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};
struct DeleteTree {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};

/// A parser and what its symbols mean; one a thread and grammar, since a parser keeps its stacks between parses.
struct Parser {
  explicit Parser(MarkdownGrammar grammar) : parser(ts_parser_new()) {
    const TSLanguage* language = grammar == MarkdownGrammar::block ? tree_sitter_markdown() : tree_sitter_markdown_inline();
    ts_parser_set_language(parser.get(), language);
    kinds = kinds_of(language, grammar == MarkdownGrammar::block);
  }
  std::unique_ptr<TSParser, DeleteParser> parser;
  std::vector<SyntaxKind> kinds;
};

/// Processor time of this thread: how busy the machine is must not decide what is parsed.
std::chrono::nanoseconds processor_time() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

constexpr std::uint32_t calls_a_look = 32;  // the parser calls every 100 steps; a look at the time costs about as much as one step

/// Bytes that a parser may ask for a byte of a long text: real articles take 60, blocks of one letter 400.
constexpr std::uint64_t most_bytes_a_byte = 128;
/// Bytes that a parser may hold at once: real articles of 16 MB, which are read in stretches, hold a tenth of it (2026-11-30).
constexpr std::uint64_t most_held = std::uint64_t{512} << 20U;
/// Nodes of a text's blocks: every block takes some 400 bytes in the stages behind. Real articles of 16 MB have 200,000 (2026-11-30).
constexpr std::size_t most_nodes = 2'000'000;
/// From here on a parser of its own reads a text, so that what it asks for does not depend on what was read before.
constexpr std::size_t large_text = std::size_t{1} << 20U;

struct Text {
  std::string_view bytes;
  std::chrono::nanoseconds deadline;  // in processor_time()
  ParserMemory most;                  // of parser_memory()
  std::uint32_t calls = 0;
};

const char* read_text(void* payload, std::uint32_t offset, TSPoint /*position*/, std::uint32_t* size) {
  const auto* text = static_cast<const Text*>(payload);
  *size = offset < text->bytes.size() ? static_cast<std::uint32_t>(text->bytes.size()) - offset : 0;
  return text->bytes.data() + offset;
}

bool is_too_much(TSParseState* state) {
  auto* const text = static_cast<Text*>(state->payload);
  const ParserMemory& memory = parser_memory();
  if (memory.asked_for > text->most.asked_for || memory.held > text->most.held) return true;
  return ++text->calls % calls_a_look == 0 && processor_time() > text->deadline;
}

std::unique_ptr<TSTree, DeleteTree> parse(TSParser* parser, Text& text) {
  const TSInput input{&text, read_text, TSInputEncodingUTF8, nullptr};
  const TSParseOptions options{&text, is_too_much};
  std::unique_ptr<TSTree, DeleteTree> tree(ts_parser_parse_with_options(parser, nullptr, input, options));
  if (!tree) ts_parser_reset(parser);
  return tree;
}

/// Walks with a cursor and a stack of our own, so that depth costs no call stack.
void flatten(TSTree* tree, const std::vector<SyntaxKind>& kinds, SyntaxTree& result) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  std::vector<std::uint32_t> open;  // index of each open node, no_node for those left out
  constexpr std::uint32_t no_node = 0xFFFFFFFF;
  const auto enter = [&] {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    const TSSymbol symbol = ts_node_symbol(node);
    const SyntaxKind kind = symbol < kinds.size() ? kinds[symbol] : ts_node_is_error(node) ? SyntaxKind::error : SyntaxKind::other;
    open.push_back(kind == SyntaxKind::other ? no_node : static_cast<std::uint32_t>(result.size()));
    if (kind != SyntaxKind::other) result.push_back({kind, {ts_node_start_byte(node), ts_node_end_byte(node)}, 0});
  };
  const auto leave = [&] {
    if (open.back() != no_node) result[open.back()].end = static_cast<std::uint32_t>(result.size());
    open.pop_back();
  };
  enter();
  while (!open.empty()) {
    if (ts_tree_cursor_goto_first_child(&cursor)) {
      enter();
      continue;
    }
    for (;;) {
      leave();
      if (open.empty()) break;
      if (ts_tree_cursor_goto_next_sibling(&cursor)) {
        enter();
        break;
      }
      ts_tree_cursor_goto_parent(&cursor);
    }
  }
  ts_tree_cursor_delete(&cursor);
}

/// One text by one parser, as one or in stretches.
class Reader {
 public:
  Reader(Parser& parser, MarkdownGrammar grammar, std::string_view text, const ParseBudget& budget)
      : parser_(parser),
        grammar_(grammar),
        text_(text),
        deadline_(processor_time() + std::chrono::milliseconds(budget.milliseconds)),
        most_{std::max(budget.bytes, most_bytes_a_byte * text.size()), parser_memory().held + most_held} {}

  /// False when the budget does not do.
  bool read(TreeReading reading, SyntaxTree& tree) {
    if (reading == TreeReading::exact) return read_exactly(text_, tree);
    if (grammar_ == MarkdownGrammar::block) return read_blocks(tree);
    return read_flat_inlines(text_, tree) || read_coarsely(text_, coarse_inlines(text_), tree);
  }

 private:
  Parser& parser_;
  MarkdownGrammar grammar_;
  std::string_view text_;
  std::chrono::nanoseconds deadline_;
  ParserMemory most_;

  std::unique_ptr<TSTree, DeleteTree> parsed(std::string_view text) {
    Text input{text, deadline_, most_};
    return parse(parser_.parser.get(), input);
  }

  bool read_exactly(std::string_view text, SyntaxTree& tree) {
    const auto exact = parsed(text);
    if (exact) flatten(exact.get(), parser_.kinds, tree);
    return exact != nullptr;
  }

  bool read_coarsely(std::string_view text, std::string_view coarse, SyntaxTree& tree) {
    const auto read = parsed(coarse);
    if (!read) return false;
    // How a parser goes on behind a fault depends on the tokens that it drops.
    if (has_fault(*read)) return read_exactly(text, tree);
    flatten(read.get(), parser_.kinds, tree);
    return true;
  }

  static bool has_fault(const TSTree& tree) { return ts_node_has_error(ts_tree_root_node(&tree)); }

  bool read_blocks(SyntaxTree& tree) {
    for (const Stretch& stretch : stretches_of(text_)) {
      if (tree.size() > most_nodes) break;
      if (stretch.flat) {
        append_flat(text_, stretch.span, tree);
        continue;
      }
      const StretchReading read = read_stretch(stretch.span, tree);
      if (read == StretchReading::closed) continue;
      if (read == StretchReading::beyond_budget) return false;
      tree.clear();
      return read_coarsely(text_, coarse_blocks(text_), tree);
    }
    return tree.size() <= most_nodes;
  }

  enum class StretchReading : std::uint8_t { closed, in_doubt, beyond_budget };

  /// A stretch between two paragraphs of one letter, in the place of what stands before and behind it: at the start of a text, front
  /// matter would be looked for. When the one behind it is not read as a paragraph, then a block of the stretch is still open there.
  StretchReading read_stretch(Span stretch, SyntaxTree& tree) {
    const std::string_view before = stretch.begin == 0 ? "" : "x\n\n";
    const std::string_view behind = stretch.end == text_.size() ? "" : "x\n";
    const std::string guarded = fmt::format("{}{}{}", before, text_.substr(stretch.begin, stretch.size()), behind);
    const auto parsed_stretch = parsed(coarse_blocks(guarded));
    if (!parsed_stretch) return StretchReading::beyond_budget;
    if (has_fault(*parsed_stretch)) return StretchReading::in_doubt;
    SyntaxTree read;
    flatten(parsed_stretch.get(), parser_.kinds, read);
    const std::uint32_t first = before.empty() ? 0 : 2;
    const auto last = static_cast<std::uint32_t>(read.size()) - (behind.empty() ? 0 : 2);
    const auto size = static_cast<std::uint32_t>(guarded.size());
    const bool closed =
        behind.empty() || (read.size() >= first + 2 && read[last].kind == SyntaxKind::paragraph && read[last].span == Span{size - 2, size});
    if (!closed) return StretchReading::in_doubt;
    append_shifted(read, {first, last}, stretch.begin - static_cast<std::uint32_t>(before.size()), tree);
    return StretchReading::closed;
  }

  /// Appends some whole nodes of another text's tree, their spans and ends moved (modulo 2^32).
  static void append_shifted(const SyntaxTree& from, IndexRange nodes, std::uint32_t offset, SyntaxTree& tree) {
    const std::uint32_t moved = static_cast<std::uint32_t>(tree.size()) - nodes.begin;
    for (std::uint32_t node = nodes.begin; node < nodes.end; ++node) {
      const Span span = from[node].span;
      tree.push_back({from[node].kind, {span.begin + offset, span.end + offset}, from[node].end + moved});
    }
  }
};

}  // namespace

bool parse_syntax(MarkdownGrammar grammar, std::string_view text, const ParseBudget& budget, SyntaxTree& tree, TreeReading reading) {
  static const bool counts =
      (ts_set_allocator(allocate_for_parser, allocate_zeroed_for_parser, reallocate_for_parser, release_of_parser), true);
  static_cast<void>(counts);
  tree.clear();
  parser_memory().asked_for = 0;
  const auto read = [&](Parser& parser) { return Reader(parser, grammar, text, budget).read(reading, tree); };
  if (text.size() >= large_text) {
    Parser parser(grammar);
    return read(parser);
  }
  thread_local Parser block_parser(MarkdownGrammar::block);
  thread_local Parser inline_parser(MarkdownGrammar::inline_);
  return read(grammar == MarkdownGrammar::block ? block_parser : inline_parser);
}

}  // namespace stet
