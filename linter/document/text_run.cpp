#include "document/text_run.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "document/masking.h"
#include "text/byte_set.h"
#include "text/expression_text.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr ByteSet markup_bytes("*_`[]<~$\\&!");
constexpr ByteSet delimiter_bytes("*_`[]<~$");
constexpr ByteSet emphasis_bytes("*_~");
constexpr ParseBudget leaf_budget = {.milliseconds = 2000};

struct Entity {
  std::string_view name;
  std::string_view text;
};
/// The references that writers use; others stay as written. From the HTML standard's table of named character references.
constexpr std::array<Entity, 32> entities = {
    {{"amp", "&"},         {"apos", "'"},        {"bull", "\u2022"},   {"cent", "\u00A2"},   {"copy", "\u00A9"},   {"deg", "\u00B0"},
     {"divide", "\u00F7"}, {"eacute", "\u00E9"}, {"egrave", "\u00E8"}, {"euro", "\u20AC"},   {"frac12", "\u00BD"}, {"frac14", "\u00BC"},
     {"frac34", "\u00BE"}, {"gt", ">"},          {"hellip", "\u2026"}, {"laquo", "\u00AB"},  {"ldquo", "\u201C"},  {"lsquo", "\u2018"},
     {"lt", "<"},          {"mdash", "\u2014"},  {"micro", "\u00B5"},  {"middot", "\u00B7"}, {"nbsp", "\u00A0"},   {"ndash", "\u2013"},
     {"plusmn", "\u00B1"}, {"pound", "\u00A3"},  {"quot", "\""},       {"raquo", "\u00BB"},  {"rdquo", "\u201D"},  {"reg", "\u00AE"},
     {"rsquo", "\u2019"},  {"trade", "\u2122"}}};

std::string encode(std::uint32_t code_point) {
  std::string text;
  append_code_point(text, code_point == 0 ? 0xFFFD : code_point);
  return text;
}

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }
constexpr bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// Appends one leaf's readable text; offsets named `at`, `begin`, `end` are into the leaf's text.
class RunBuilder {
 public:
  RunBuilder(Article& article, Definitions& definitions, const LeafText& leaf, const SyntaxTree& tree)
      : article_(article), definitions_(definitions), leaf_(leaf), tree_(tree) {}

  void build(std::uint32_t block) {
    TextRun run;
    run.block = block;
    run.plain.begin = plain_size();
    run.inlines.begin = static_cast<std::uint32_t>(article_.inlines.size());
    run_begin_ = run.plain.begin;
    content({0, size()}, 0, static_cast<std::uint32_t>(tree_.size()));
    while (plain_size() > run.plain.begin && article_.plain.back() == ' ') drop_last();
    run.plain.end = plain_size();
    run.inlines.end = static_cast<std::uint32_t>(article_.inlines.size());
    for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) clamp(article_.inlines[i].plain, run.plain.end);
    article_.plain += '\n';
    article_.texts.push_back(run);
  }

 private:
  Article& article_;
  Definitions& definitions_;
  const LeafText& leaf_;
  const SyntaxTree& tree_;
  std::uint32_t run_begin_ = 0;
  std::array<std::size_t, 2> closing_tags_{};  // of scripts and styles: the last that was looked for, or npos
  std::uint32_t hidden_until_ = 0;             // the end of a script or style
  Span within_strike_;                         // where the second half of a doubled strikethrough would lie

  std::uint32_t size() const { return static_cast<std::uint32_t>(leaf_.text.size()); }
  std::uint32_t plain_size() const { return static_cast<std::uint32_t>(article_.plain.size()); }
  std::string_view text(Span span) const { return leaf_.text.substr(span.begin, span.size()); }
  Span source(Span span) const { return (*leaf_.to_source)(span); }

  static void clamp(Span& span, std::uint32_t end) {
    span.begin = std::min(span.begin, end);
    span.end = std::min(span.end, end);
  }

  void drop_last() {
    article_.plain.pop_back();
    PlainPiece& last = article_.pieces.back();
    if (last.exact && last.source_size > 1) {
      --last.source_size;
    } else {
      article_.pieces.pop_back();
    }
  }

  /// Bytes that stand for themselves; a piece for each stretch that is contiguous in the source.
  void exact(std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
      const std::uint32_t from = (*leaf_.to_source)(begin);
      std::uint32_t stop = begin + 1;
      // The source is contiguous unless the leaf left bytes out in between.
      if ((*leaf_.to_source)(end - 1) == from + (end - 1 - begin)) {
        stop = end;
      } else {
        while (stop < end && (*leaf_.to_source)(stop) == from + (stop - begin)) ++stop;
      }
      add_piece({plain_size(), from, stop - begin, true});
      article_.plain.append(leaf_.text.substr(begin, stop - begin));
      begin = stop;
    }
  }

  void add_piece(const PlainPiece& piece) {
    if (!article_.pieces.empty()) {
      PlainPiece& last = article_.pieces.back();
      const bool follows =
          last.exact && piece.exact && last.plain + last.source_size == piece.plain && last.source + last.source_size == piece.source;
      if (follows) {
        last.source_size += piece.source_size;
        return;
      }
    }
    article_.pieces.push_back(piece);
  }

  /// Text that stands for other bytes as a whole.
  void stands_for(std::string_view shown, Span span) {
    const Span from = source(span);
    article_.pieces.push_back({plain_size(), from.begin, from.size(), false});
    article_.plain += shown;
  }

  /// One space, unless the run has not begun or a space is there already.
  void space(Span span) {
    if (plain_size() > run_begin_ && article_.plain.back() != ' ' && article_.plain.back() != '\n') stands_for(" ", span);
  }

  std::uint32_t add_inline(InlineKind kind, Span span, std::uint32_t link = no_index) {
    article_.inlines.push_back({kind, source(span), {plain_size(), plain_size()}, link});
    return static_cast<std::uint32_t>(article_.inlines.size() - 1);
  }
  void close_inline(std::uint32_t index) { article_.inlines[index].plain.end = plain_size(); }

  std::uint32_t add_link(std::string target, Span span, std::uint32_t definition) {
    article_.links.push_back({std::move(target), source(span), definition});
    return static_cast<std::uint32_t>(article_.links.size() - 1);
  }

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

  /// GFM's extended autolinks: http://, https:// or www. up to a space or `<`, without closing punctuation. Returns the end, or `at` when
  /// none is here.
  std::uint32_t bare_url(std::uint32_t start, std::uint32_t at, std::uint32_t end) {
    const std::string_view before = text({start, at});
    std::uint32_t begin = at;
    if (leaf_.text[at] == ':') {
      const bool scheme = before.ends_with("https") || before.ends_with("http");
      if (!scheme || !leaf_.text.substr(at).starts_with("://")) return at;
      begin = at - (before.ends_with("https") ? 5 : 4);
    } else if (!leaf_.text.substr(at).starts_with("www.") || (at > 0 && (is_letter(static_cast<unsigned char>(leaf_.text[at - 1]))))) {
      return at;
    }
    std::uint32_t stop = at + 1;
    while (stop < end && !is_blank(leaf_.text[stop]) && !is_break(leaf_.text[stop]) && leaf_.text[stop] != '<') ++stop;
    while (stop > at + 1 && std::string_view("?!.,:*_~'\"").find(leaf_.text[stop - 1]) != std::string_view::npos) --stop;
    const auto opened = std::count(leaf_.text.begin() + begin, leaf_.text.begin() + stop, '(');
    auto closed = std::count(leaf_.text.begin() + begin, leaf_.text.begin() + stop, ')');
    for (; stop > at + 1 && leaf_.text[stop - 1] == ')' && closed > opened; --closed) --stop;
    if (stop < at + 4) return at;
    exact(start, begin);  // NOLINT(readability-suspicious-call-argument): what stands before the URL
    const std::uint32_t link = add_link(std::string(text({begin, stop})), {begin, stop}, no_index);
    const std::uint32_t index = add_inline(InlineKind::autolink, {begin, stop}, link);
    exact(begin, stop);
    close_inline(index);
    return stop;
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

  /// Behind what a browser does not show: where the script or the style that the tag opens is closed; for any other tag its own end.
  std::uint32_t behind_hidden(Span tag) {
    static constexpr std::array<std::string_view, 2> names = {"script", "style"};
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!is_name(text(tag).substr(1), names[i])) continue;
      if (closing_tags_[i] < tag.end) closing_tags_[i] = closing_tag(names[i], tag.end);
      if (closing_tags_[i] != std::string_view::npos) return static_cast<std::uint32_t>(closing_tags_[i]);
    }
    return tag.end;
  }

  std::size_t closing_tag(std::string_view name, std::size_t from) const {
    std::size_t at = leaf_.text.find("</", from);
    while (at != std::string_view::npos && !is_name(leaf_.text.substr(at + 2), name)) at = leaf_.text.find("</", at + 2);
    return at;
  }

  /// Does the text begin with the name of a tag, in any case?
  static bool is_name(std::string_view text, std::string_view name) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const auto same = [&](char expected, char c) { return expected == lower(c); };
    return text.size() > name.size() && std::equal(name.begin(), name.end(), text.begin(), same) &&
           !is_letter(static_cast<unsigned char>(text[name.size()]));
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

  void html(Span span) {
    const std::string_view whole = text(span);
    if (whole.starts_with("<!--")) {
      add_inline(InlineKind::html_comment, span);
      return;
    }
    add_inline(InlineKind::html_tag, span);
    if (whole.starts_with("<br")) space(span);
    hidden_until_ = behind_hidden(span);
  }
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
  std::string_view name = reference;
  if (name.size() < 3 || name.front() != '&' || name.back() != ';') return std::string(reference);
  name = name.substr(1, name.size() - 2);
  if (name.front() == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string digits(name.substr(hex ? 2 : 1, 8));
    return encode(static_cast<std::uint32_t>(std::strtoul(digits.c_str(), nullptr, hex ? 16 : 10)));
  }
  const auto* entity = std::find_if(entities.begin(), entities.end(), [&](const Entity& candidate) { return candidate.name == name; });
  return std::string(entity == entities.end() ? reference : entity->text);
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
    const bool parsed = cost_of_marks(leaf.text) <= limits.inline_marks && parse_syntax(Grammar::inline_, leaf.text, leaf_budget, tree);
    if (!parsed) {
      tree.clear();
      const Position position = source.position((*leaf.to_source)(0));
      article.problems.push_back({.kind = ProblemKind::unread,
                                  .path = source.path,
                                  .line = position.line,
                                  .column = position.column,
                                  .what = "the markup of this block, which has more delimiters than can be read in bounded time",
                                  .mend = "split the paragraph",
                                  .source_line = {}});
    }
  }
  RunBuilder(article, definitions, leaf, tree).build(block);
}

}  // namespace stet
