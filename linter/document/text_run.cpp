#include "document/text_run.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "document/entities.h"
#include "document/grammar_faults.h"
#include "document/html_inlines.h"
#include "document/masking.h"
#include "text/blank.h"
#include "text/byte_set.h"
#include "text/expression_text.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr ByteSet markup_bytes("*_`[]<~$\\&!");
constexpr ByteSet delimiter_bytes("*_`[]<~$");
constexpr ByteSet emphasis_bytes("*_~");
constexpr ParseBudget leaf_budget = {.milliseconds = 2000};

constexpr bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// Appends one leaf's readable text; offsets named `at`, `begin`, `end` are into the leaf's text.
class RunBuilder : private RunWriter {
 public:
  RunBuilder(Article& article, Definitions& definitions, const LeafText& leaf, const SyntaxTree& tree)
      : RunWriter(article, leaf), article_(article), definitions_(definitions), leaf_(leaf), tree_(tree) {}

  void build(std::uint32_t block) {
    begin(block);
    content({0, size()}, 0, static_cast<std::uint32_t>(tree_.size()));
    html_.end();
    end();
  }

 private:
  Article& article_;
  Definitions& definitions_;
  const LeafText& leaf_;
  const SyntaxTree& tree_;
  HtmlInlines html_{*this, HtmlInlines::Within::markdown};
  std::uint32_t hidden_until_ = 0;  // the end of what an element hides
  Span within_strike_;              // where the second half of a doubled strikethrough would lie

  enum class Tags : bool { no, yes };

  /// Text without markup: soft breaks, masked bytes, bare URLs and, outside code, tags that the grammar misses are looked for.
  void raw(std::uint32_t begin, std::uint32_t end, Tags tags = Tags::yes) {
    std::uint32_t start = std::max(begin, hidden_until_);
    for (std::uint32_t at = start; at < end;) {
      const char c = leaf_.text[at];
      if (is_break(c)) {
        exact(start, trimmed_end(start, at));
        const std::uint32_t next = behind_break(at, end);
        // The grammar misses hard breaks before a carriage return.
        if (at - trimmed_end(start, at) >= 2) add_inline(InlineKind::hard_break, {trimmed_end(start, at), next});
        space({trimmed_end(start, at), next});
        start = at = next;
      } else if (c == masked_byte) {
        exact(start, at);
        std::uint32_t stop = at;
        while (stop < end && leaf_.text[stop] == masked_byte) ++stop;
        add_inline(InlineKind::shortcode, {at, stop});
        start = at = stop;
      } else if (const std::uint32_t stop = c == '<' && tags == Tags::yes ? behind_tag(at, end) : at; stop != at) {
        exact(start, at);
        html({at, stop});
        start = at = std::max(stop, hidden_until_);
      } else if (const std::uint32_t url = c == ':' || c == 'w' ? bare_url(start, at, end) : at; url != at) {
        start = at = url;
      } else {
        ++at;
      }
    }
    if (start < end) exact(start, end);
  }

  std::uint32_t trimmed_end(std::uint32_t begin, std::uint32_t end) const {
    while (end > begin && is_blank(leaf_.text[end - 1])) --end;
    return end;
  }

  std::uint32_t behind_break(std::uint32_t at, std::uint32_t end) const {
    while (at < end && (is_break(leaf_.text[at]) || is_blank(leaf_.text[at]))) ++at;
    return at;
  }

  /// The grammar misses opening tags whose last attribute has no value (`<video controls>`). Returns the end of one, or `at`.
  std::uint32_t behind_tag(std::uint32_t at, std::uint32_t end) const {
    // CommonMark 6.6, open tag.
    static const RE2 tag(
        R"(^(<[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*/?>))");
    if (at + 1 >= end || !is_letter(static_cast<unsigned char>(leaf_.text[at + 1]))) return at;
    re2::StringPiece tag_found;
    const std::string_view rest = text({at, end});
    if (!RE2::PartialMatch(expression_text(rest), tag, &tag_found)) return at;
    return at + static_cast<std::uint32_t>(tag_found.size());
  }

  /// What lies between the children [first, last) of a node, and the children themselves.
  void content(Span span, std::uint32_t first, std::uint32_t last) {
    std::uint32_t at = span.begin;
    for (std::uint32_t node = first; node < last; node = tree_[node].end) {
      const Span inner = tree_[node].span;
      if (inner.begin < std::max(at, hidden_until_) || inner.end > span.end) continue;
      raw(at, inner.begin);
      if (inner.begin < hidden_until_) continue;
      inline_node(node);
      at = std::max(inner.end, hidden_until_);
    }
    raw(at, span.end);
  }

  void inline_node(std::uint32_t node) {
    const Span span = tree_[node].span;
    switch (tree_[node].kind) {
      case SyntaxKind::emphasis:
        return wrapped(InlineKind::emphasis, node);
      case SyntaxKind::strong:
        return wrapped(InlineKind::strong, node);
      case SyntaxKind::strikethrough:
        return wrapped(InlineKind::strikethrough, node);
      case SyntaxKind::code_span:
        return code(node);
      case SyntaxKind::latex:
        return math(node);
      case SyntaxKind::inline_link:
      case SyntaxKind::full_reference_link:
      case SyntaxKind::collapsed_reference_link:
      case SyntaxKind::shortcut_link:
        return link(node);
      case SyntaxKind::image:
        return image(node);
      case SyntaxKind::autolink:
        return autolink(span);
      case SyntaxKind::html_tag:
        return html(span);
      case SyntaxKind::entity:
        return stands_for(resolve_entity(text(span)), span);
      case SyntaxKind::escape:
        return exact(span.begin + 1, span.end);
      case SyntaxKind::hard_break:
        add_inline(InlineKind::hard_break, span);
        return space(span);
      case SyntaxKind::emphasis_delimiter:
      case SyntaxKind::code_delimiter:
        return;
      default:
        return content(span, node + 1, tree_[node].end);
    }
  }

  void wrapped(InlineKind kind, std::uint32_t node) {
    // The grammar reads ~~two tildes~~ as one strikethrough inside another.
    const bool doubled = kind == InlineKind::strikethrough && within_strike_ == tree_[node].span;
    if (doubled) return content(tree_[node].span, node + 1, tree_[node].end);
    if (kind == InlineKind::strikethrough) within_strike_ = {tree_[node].span.begin + 1, tree_[node].span.end - 1};
    const std::uint32_t index = add_inline(kind, tree_[node].span);
    content(tree_[node].span, node + 1, tree_[node].end);
    close_inline(index);
  }

  /// Bytes between the first and the last delimiter; one space is stripped at each end.
  void code(std::uint32_t node) {
    const Span span = tree_[node].span;
    Span inner = span;
    while (inner.begin < inner.end && leaf_.text[inner.begin] == '`') ++inner.begin;
    while (inner.end > inner.begin && leaf_.text[inner.end - 1] == '`') --inner.end;
    while (inner.begin < inner.end && is_blank(leaf_.text[inner.begin])) ++inner.begin;
    const std::uint32_t index = add_inline(InlineKind::code, span);
    raw(inner.begin, trimmed_end(inner.begin, inner.end), Tags::no);
    close_inline(index);
  }

  /// `$…$` is mathematics only when no space touches the inside and no digit follows (pandoc's rule); "$5 and $10" is prose.
  void math(std::uint32_t node) {
    const Span span = tree_[node].span;
    const std::string_view whole = text(span);
    const bool display = whole.starts_with("$$");
    const char after = span.end < size() ? leaf_.text[span.end] : ' ';
    const bool tight = whole.size() > 2 && !is_blank(whole[1]) && !is_blank(whole[whole.size() - 2]) && !(after >= '0' && after <= '9') &&
                       !(whole[1] >= '0' && whole[1] <= '9' && whole.find(' ') != std::string_view::npos);
    if (display || tight) {
      add_inline(InlineKind::math, span);
    } else {
      raw(span.begin, span.end, Tags::no);
    }
  }

  struct LinkParts {
    std::uint32_t text = no_index;
    std::uint32_t destination = no_index;
    std::uint32_t label = no_index;
  };

  LinkParts parts_of(std::uint32_t node) const {
    LinkParts parts;
    for (std::uint32_t child = node + 1; child < tree_[node].end; child = tree_[child].end) {
      const SyntaxKind kind = tree_[child].kind;
      if (kind == SyntaxKind::link_text || kind == SyntaxKind::image_description) parts.text = child;
      if (kind == SyntaxKind::link_destination) parts.destination = child;
      if (kind == SyntaxKind::link_label) parts.label = child;
    }
    return parts;
  }

  /// Index of the link that the node resolves to, or no_index.
  std::uint32_t resolve(std::uint32_t node, const LinkParts& parts) {
    const Span span = tree_[node].span;
    if (parts.destination != no_index) return add_link(resolve_destination(text(tree_[parts.destination].span)), span, no_index);
    if (tree_[node].kind == SyntaxKind::inline_link ||
        (tree_[node].kind == SyntaxKind::image && parts.label == no_index && text(span).ends_with(")"))) {
      return add_link({}, span, no_index);
    }
    std::string_view label;
    if (parts.text != no_index) label = text(tree_[parts.text].span);
    if (parts.label != no_index && tree_[parts.label].span.size() > 2) {
      const Span inner = tree_[parts.label].span;
      label = text({inner.begin + 1, inner.end - 1});
    }
    const auto known = definitions_.links.find(normalize_label(label));
    if (known == definitions_.links.end()) return no_index;
    return add_link(known->second.target, span, known->second.block);
  }

  void link(std::uint32_t node) {
    const Span span = tree_[node].span;
    const LinkParts parts = parts_of(node);
    if (tree_[node].kind == SyntaxKind::full_reference_link && are_footnotes(span)) return footnotes(span);
    if (tree_[node].kind == SyntaxKind::shortcut_link && text(span).starts_with("[^")) return footnote(span);
    const std::uint32_t target = resolve(node, parts);
    if (target == no_index) {
      const std::uint32_t index = add_inline(InlineKind::bracketed, span);
      content(span, node + 1, tree_[node].end);
      return close_inline(index);
    }
    const std::uint32_t index = add_inline(InlineKind::link, span, target);
    if (parts.text != no_index) content(tree_[parts.text].span, parts.text + 1, tree_[parts.text].end);
    close_inline(index);
  }

  /// `[^a][^b]`: the grammar takes the second for the label of the first.
  bool are_footnotes(Span span) const { return text(span).starts_with("[^") && text(span).find("][^") != std::string_view::npos; }

  void footnotes(Span span) {
    const auto middle = static_cast<std::uint32_t>(span.begin + text(span).find("][^") + 1);
    footnote({span.begin, middle});
    footnote({middle, span.end});
  }

  void footnote(Span span) {
    const std::string_view label = text({span.begin + 2, span.end - 1});
    const auto next = static_cast<std::uint32_t>(article_.footnotes.size());
    const auto [known, is_new] = definitions_.footnotes.emplace(normalize_label(label), next);
    if (is_new) article_.footnotes.push_back({std::string(label), no_index, 0});
    const std::uint32_t index = known->second;
    ++article_.footnotes[index].references;
    add_inline(InlineKind::footnote_reference, span, index);
  }

  void image(std::uint32_t node) {
    const std::uint32_t target = resolve(node, parts_of(node));
    if (target == no_index) return content(tree_[node].span, node + 1, tree_[node].end);
    add_inline(InlineKind::image, tree_[node].span, target);
  }

  void autolink(Span span) {
    const Span inner{span.begin + 1, span.end - 1};
    const std::uint32_t index = add_inline(InlineKind::autolink, span, add_link(std::string(text(inner)), span, no_index));
    exact(inner.begin, inner.end);
    close_inline(index);
  }

  void html(Span span) { hidden_until_ = html_.read(span); }
};

/// What the delimiters of a text may cost the parser, in units of one sign of emphasis.
///
/// Measured on repetitions of all pieces of inline markup: signs of emphasis that are mixed and stay open, and images in brackets, cost
/// time that grows faster than their number (2,400 bytes of `![] ` a second); every other sign costs about 2 microseconds however many
/// there are.
std::uint64_t cost_of_marks(std::string_view text) {
  constexpr std::uint64_t parts = 20;  // so many other signs are counted as one of emphasis
  constexpr std::uint64_t image = 4;
  std::uint64_t cost = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (emphasis_bytes.contains(text[i])) {
      cost += parts;
    } else if (text[i] == '[' && i > 0 && text[i - 1] == '!') {
      cost += image * parts;
    } else if (delimiter_bytes.contains(text[i])) {
      ++cost;
    }
  }
  return cost / parts;
}

/// The tree of a text in which no link is hidden by the brackets in it.
bool parse_inlines(std::string_view text, const Definitions& definitions, SyntaxTree& tree) {
  std::vector<Span> brackets;
  if (text.find("](") != std::string_view::npos) brackets = brackets_in_links(text);
  std::erase_if(brackets, [&](Span span) {
    return definitions.links.contains(normalize_label(text.substr(span.begin + 1, span.size() - 2))) || text[span.begin + 1] == '^';
  });
  if (brackets.empty()) return parse_syntax(MarkdownGrammar::inline_, text, leaf_budget, tree);
  std::string mended(text);
  for (const Span span : brackets) mended[span.begin] = mended[span.end - 1] = 'x';
  return parse_syntax(MarkdownGrammar::inline_, mended, leaf_budget, tree);
}

bool needs_inline_parse(std::string_view text) {
  return markup_bytes.find(text) != std::string_view::npos || text.find("  \n") != std::string_view::npos;
}

}  // namespace

std::string normalize_label(std::string_view label) {
  std::string folded = fold(label);
  std::string result;
  for (const char c : folded) {
    const bool blank = is_blank(c) || is_break(c);
    if (!blank) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string resolve_entity(std::string_view reference) {
  CharacterReference read = read_reference(reference, ReferenceEnd::semicolon);
  return read.size == reference.size() ? std::move(read.text) : std::string(reference);
}

std::string resolve_destination(std::string_view written) {
  if (written.starts_with('<') && written.ends_with('>')) written = written.substr(1, written.size() - 2);
  std::string result;
  for (std::size_t at = 0; at < written.size();) {
    if (written[at] == '\\' && at + 1 < written.size() && is_ascii_punctuation(written[at + 1])) {
      result += written[at + 1];
      at += 2;
    } else if (const std::size_t end = written[at] == '&' ? written.substr(0, at + 32).find(';', at) : std::string_view::npos;
               end != std::string_view::npos) {
      result += resolve_entity(written.substr(at, end - at + 1));
      at = end + 1;
    } else {
      result += written[at++];
    }
  }
  return result;
}

void append_text_run(Article& article, const Source& source, Definitions& definitions, std::uint32_t block, const LeafText& leaf,
                     const ParseLimits& limits, SyntaxTree& tree) {
  tree.clear();
  if (needs_inline_parse(leaf.text)) {
    const bool parsed = cost_of_marks(leaf.text) <= limits.inline_marks && parse_inlines(leaf.text, definitions, tree);
    if (!parsed) {
      tree.clear();
      const Position position = source.position((*leaf.to_source)(0));
      article.problems.push_back({.kind = ProblemKind::unread,
                                  .path = source.path,
                                  .line = position.line,
                                  .column = position.column,
                                  .what = "the markup of this block, which has more delimiters than can be read in bounded time",
                                  .mend = "split the paragraph"});
    }
  }
  RunBuilder(article, definitions, leaf, tree).build(block);
}

}  // namespace stet
