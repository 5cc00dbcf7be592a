#include "document/constructs.h"

#include <algorithm>
#include <array>
#include <optional>

#include "document/construct_markers.h"
#include "document/shortcode_tokens.h"

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t most_open = 32;
constexpr std::uint32_t most_offset = 3;    ///< columns that a marker may be indented by, beyond what it stands in
constexpr std::uint32_t longest_term = 2;   ///< lines
constexpr std::uint32_t width_of_body = 4;  ///< columns that an indented body is indented by

struct Fence {
  char sign = '`';
  std::size_t run = 0;
  std::size_t depth = 0;  ///< constructs that were open around it
};

struct Open {
  Construct construct;
  std::string_view name;
  std::size_t run = 0;  ///< signs of the marker
  bool indented = false;
};

class ConstructFinder {
 public:
  explicit ConstructFinder(std::string_view text) : text_(text), tokens_(text) {}

  Constructs run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const std::size_t next = end + 1;
      if (end > begin && text_[end - 1] == '\r') --end;
      result_.lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      read_line();
      begin = next;
    }
    line_ = static_cast<std::uint32_t>(result_.lines.size());
    end_indented(0);
    std::sort(result_.blocks.begin(), result_.blocks.end(),
              [](const Construct& a, const Construct& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
    drop_what_is_inside_opaque();
    return std::move(result_);
  }

 private:
  std::string_view text_;
  ShortcodeTokens tokens_;
  Constructs result_;
  std::uint32_t line_ = 0;  // the one that is read
  std::vector<Open> open_;
  std::size_t skipped_ = 0;  // openings beyond most_open, whose closings are passed over
  std::optional<Fence> fence_;
  std::size_t token_ = 0;              // first one that is not passed
  std::uint32_t opaque_until_ = 0;     // bytes
  std::vector<std::uint32_t> items_;   // columns of the contents of open list items
  std::uint32_t paragraph_ = no_line;  // first line of the paragraph that is open
  std::uint32_t term_ = no_line;       // first line of the term that a definition behind it has
  std::uint32_t body_column_ = 0;      // of the definition read last
  std::uint32_t content_ = no_line;    // the last line that is not blank
  std::uint32_t alert_depth_ = 0;      // quote marks of the line before

  static constexpr std::uint32_t no_line = 0xFFFFFFFF;

  std::string_view view(Span span) const { return text_.substr(span.begin, span.size()); }
  Span line() const { return result_.lines.back(); }

  void read_line() {
    line_ = static_cast<std::uint32_t>(result_.lines.size() - 1);
    const std::string_view whole = view(line());
    const std::size_t first = whole.find_first_not_of(" \t");
    if (first == none) {
      alert_depth_ = 0;
      if (paragraph_ != no_line && paragraph_ != line_ - 1)
        paragraph_ = no_line;  // only a term of one line may be parted from its definition
      return;
    }
    if (line().begin < opaque_until_) return void(content_ = line_);
    const std::uint32_t column = indentation(whole);
    end_indented(column);
    const std::string_view body = whole.substr(first);
    if (!reads_fence(body, column) && !reads_shortcodes(body, column)) read_text(body, column);
    content_ = line_;
  }

  void read_text(std::string_view body, std::uint32_t column) {
    const bool marker =
        is_within_reach(column) && (reads_colons(body, column, ':', Syntax::colons) || reads_colons(body, column, '/', Syntax::slashes) ||
                                    reads_indented(body, column) || reads_element(body, column));
    const bool definition = !marker && reads_definition(body);
    if (!marker) reads_alert(body, column);
    update_items(body, column);
    if (definition) items_.push_back(body_column_);
    if (marker || !may_be_term(body)) {
      paragraph_ = no_line;
      if (!definition && term_ != no_line && column <= indentation(view(result_.lines[term_]))) term_ = no_line;
    } else if (!definition && (paragraph_ == no_line || content_ != line_ - 1)) {
      const bool goes_on = term_ != no_line && column > indentation(view(result_.lines[term_]));  // a definition's further paragraphs
      paragraph_ = goes_on ? no_line : line_;
      if (!goes_on) term_ = no_line;
    }
  }

  // --- what a marker stands in

  void update_items(std::string_view body, std::uint32_t column) {
    while (!items_.empty() && items_.back() > column) items_.pop_back();
    const std::uint32_t width = list_marker_width(body);
    if (width > 0 && items_.size() < 64) items_.push_back(column + width);
  }

  bool is_within_reach(std::uint32_t column) const {
    std::uint32_t base = 0;
    for (const std::uint32_t item : items_) base = item <= column ? std::max(base, item) : base;
    if (!open_.empty()) base = std::max(base, open_.back().construct.column + open_.back().construct.indent);
    return column <= base + most_offset;
  }

  /// Bodies that a line at `column` is not indented enough for are at an end.
  void end_indented(std::uint32_t column) {
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const bool ends =
          open_[i].indented && (line_ == result_.lines.size() || column < open_[i].construct.column + open_[i].construct.indent);
      if (!ends) continue;
      Construct& construct = open_[i].construct;
      construct.last = content_;
      result_.blocks.push_back(construct);
      truncate(i);
    }
  }

  void truncate(std::size_t size) {
    // What was opened inside and closed by nothing is none, but indented bodies need no closing.
    for (std::size_t i = size + 1; i < open_.size(); ++i) {
      if (!open_[i].indented) continue;
      open_[i].construct.last = content_;
      result_.blocks.push_back(open_[i].construct);
    }
    open_.resize(size);
    if (fence_ && fence_->depth > size) fence_.reset();
  }

  void push(Open open) {
    open.construct.first = line_;
    open.construct.body = line_ + 1;
    if (open_.size() == most_open) {
      skipped_ += open.indented ? 0 : 1;
    } else {
      open_.push_back(open);
    }
  }

  /// The marker line of `open_[index]` is closed by the line that is read.
  void close(std::size_t index, bool is_line = true) {
    Construct construct = open_[index].construct;
    construct.last = line_;
    construct.has_closer = is_line;
    skip_options(construct);
    truncate(index);
    if (construct.becomes == Becomes::code || construct.becomes == Becomes::hidden) {
      result_.opaque.push_back(
          {{construct.marker.begin, line().begin + static_cast<std::uint32_t>(view(line()).find_last_not_of(" \t") + 1)},
           construct.becomes});
    } else {
      result_.blocks.push_back(construct);
    }
  }

  /// `:class: tip` and a YAML block behind a directive's marker; indented `key: value` lines behind `/// name`.
  void skip_options(Construct& construct) const {
    const auto at = [&](std::uint32_t index) { return trim_blanks(view(result_.lines[index])); };
    if (construct.syntax == Syntax::shortcode || construct.syntax == Syntax::element) return;
    std::uint32_t body = construct.body;
    if (construct.syntax == Syntax::slashes) {
      while (body < construct.last && is_indented_option(view(result_.lines[body]))) ++body;
    } else if (body < construct.last && at(body) == "---") {
      std::uint32_t end = body + 1;
      while (end < construct.last && end < body + 64 && at(end) != "---") ++end;
      if (end < construct.last && at(end) == "---") body = end + 1;
    } else {
      while (body < construct.last && is_option(at(body))) ++body;
    }
    construct.body = body;
  }

  // --- fences: code, or directives with {name}

  bool reads_fence(std::string_view body, std::uint32_t column) {
    const std::size_t run = run_of(body, "`~");
    const bool bare = run >= 3 && trim_blanks(body.substr(run)).empty();
    if (bare) {
      for (std::size_t i = 0; i < open_.size(); ++i) {
        const Open& open = open_[i];
        if (open.construct.syntax != Syntax::fence || text_[open.construct.marker.begin] != body[0] || open.run > run) continue;
        close(i);
        fence_.reset();
        return true;
      }
    }
    if (fence_) {
      if (bare && fence_->sign == body[0] && run >= fence_->run) fence_.reset();
      return true;
    }
    if (run == 0) return opens_fence_behind_markers(body);
    if (run < 3 || (body[0] == '`' && body.find('`', run) != none)) return false;
    const DirectiveHead head = directive_head(trim_blanks(body.substr(run)));
    const Becomes becomes = head.name.empty() || !head.braced ? Becomes::code : meaning_of(Syntax::fence, head.name);
    if (becomes == Becomes::code || !is_within_reach(column)) {
      fence_ = Fence{body[0], run, open_.size()};
    } else {
      push({.construct = construct_of(Syntax::fence, becomes, column, body, head), .name = head.name, .run = run});
    }
    paragraph_ = no_line;
    return true;
  }

  /// `- ```sh`: code that is the first thing of a list item.
  bool opens_fence_behind_markers(std::string_view body) {
    const std::string_view inner = behind_list_markers(body);
    const std::size_t run = run_of(inner, "`~");
    if (inner.size() == body.size() || run < 3 || inner.find(inner[0], run) != none) return false;
    fence_ = Fence{inner[0], run, open_.size()};
    paragraph_ = no_line;
    return true;
  }

  Construct construct_of(Syntax syntax, Becomes becomes, std::uint32_t column, std::string_view body, const DirectiveHead& head) const {
    Construct construct{.syntax = syntax, .becomes = becomes, .column = column, .marker = span_of(body)};
    const bool shows_title = becomes == Becomes::callout || becomes == Becomes::tab || becomes == Becomes::quote;
    if (shows_title && !head.title.empty()) construct.title = span_of(head.title);
    return construct;
  }

  Span span_of(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
  }

  // --- `:::name` … `:::` and `/// name` … `///`

  bool reads_colons(std::string_view body, std::uint32_t column, char sign, Syntax syntax) {
    if (body[0] != sign) return false;
    const std::size_t run = std::min(body.find_first_not_of(sign), body.size());
    if (run < 3) return false;
    const std::string_view rest = trim_blanks(body.substr(run));
    if (rest.empty()) return closes_colons(run, syntax);
    const DirectiveHead head = syntax == Syntax::slashes ? block_head(rest) : directive_head(rest);
    if (head.name.empty()) return false;
    push({.construct = construct_of(syntax, meaning_of(syntax, head.name), column, body, head), .name = head.name, .run = run});
    return true;
  }

  /// The innermost one with as few signs, or else the innermost.
  bool closes_colons(std::size_t run, Syntax syntax) {
    if (skipped_ > 0) return --skipped_, true;
    std::size_t innermost = open_.size();
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].construct.syntax != syntax) continue;
      if (innermost == open_.size()) innermost = i;
      if (open_[i].run > run) continue;
      innermost = i;
      break;
    }
    if (innermost < open_.size()) close(innermost);
    return true;
  }

  // --- `!!! note "Title"`, `=== "Title"`

  bool reads_indented(std::string_view body, std::uint32_t column) {
    const std::optional<IndentedHead> head = indented_head(body);
    if (!head) return false;
    const Becomes becomes = meaning_of(head->syntax, head->name);
    Construct construct{.syntax = head->syntax, .becomes = becomes, .column = column, .indent = width_of_body, .marker = span_of(body)};
    if (!head->title.empty()) construct.title = span_of(head->title);
    push({.construct = construct, .name = head->name, .indented = true});
    return true;
  }

  // --- `<Note title="Title">` … `</Note>`

  bool reads_element(std::string_view body, std::uint32_t column) {
    if (body[0] != '<') return false;
    const ElementHead head = element_head(body);
    if (head.closes) return closes_element(head.name);
    const Becomes becomes = head.hides ? Becomes::hidden : head.is_component() ? meaning_of(Syntax::element, head.name) : Becomes::prose;
    if (head.name.empty() || !(head.is_component() || head.holds_markdown || head.hides)) {
      for (Open& open : open_) open.run += open.construct.syntax == Syntax::element && open.name == head.name ? 1 : 0;
      return false;
    }
    Construct construct{.syntax = Syntax::element, .becomes = becomes, .column = column, .marker = span_of(body)};
    const std::string_view title = title_in(head.attributes, false);
    if (becomes != Becomes::prose && !title.empty()) construct.title = span_of(title);
    push({.construct = construct, .name = head.name});
    return true;
  }

  /// `run` counts the plain elements of that name that are open within.
  bool closes_element(std::string_view name) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      Open& open = open_[i];
      if (open.construct.syntax != Syntax::element || open.name != name) continue;
      if (open.run > 0) return --open.run, false;
      return close(i), true;
    }
    return false;
  }

  // --- `> [!NOTE] Title`

  void reads_alert(std::string_view body, std::uint32_t column) {
    const AlertHead head = alert_head(body);
    const std::uint32_t depth_before = alert_depth_;
    alert_depth_ = head.depth;
    if (head.marker.empty() || head.depth <= depth_before) return;
    Construct construct{.syntax = Syntax::alert,
                        .becomes = meaning_of(Syntax::alert, head.name),
                        .first = line_,
                        .body = line_ + 1,
                        .last = line_,
                        .column = column,
                        .marker = span_of(head.marker)};
    if (!head.title.empty()) construct.title = span_of(head.title);
    result_.blocks.push_back(construct);
  }

  // --- shortcodes

  bool reads_shortcodes(std::string_view body, std::uint32_t column) {
    const Span whole = line();
    const auto& all = tokens_.all();
    while (token_ < all.size() && all[token_].span.begin < whole.begin) ++token_;
    bool only = token_ < all.size() && all[token_].span.begin == span_of(body).begin;  // tags, and nothing else
    std::uint32_t behind = only ? all[token_].span.begin : 0;                          // the last tag
    for (; token_ < all.size() && all[token_].span.begin < whole.end; ++token_) {
      const ShortcodeToken& token = all[token_];
      only = only && trim_blanks(text_.substr(behind, token.span.begin - behind)).empty();
      behind = token.span.end;
      if (token.name.empty() || token.span.begin < opaque_until_ || is_in_code_span(token.span.begin)) continue;
      token.closes ? close_shortcode(token, only) : open_shortcode(token, column, only && ends_line(token.span.end));
    }
    if (!only || !ends_line(behind)) return false;
    paragraph_ = no_line;
    return true;
  }

  bool is_in_code_span(std::uint32_t offset) const {
    const std::string_view before = text_.substr(line().begin, offset - line().begin);
    return std::count(before.begin(), before.end(), '`') % 2 != 0;
  }

  bool ends_line(std::uint32_t offset) const {
    const std::string_view rest = text_.substr(offset);
    return trim_blanks(rest.substr(0, rest.find('\n'))).empty();
  }

  void open_shortcode(const ShortcodeToken& token, std::uint32_t column, bool is_line) {
    if (token.alone) return;
    Becomes becomes = meaning_of(Syntax::shortcode, token.name);
    if (becomes == Becomes::prose) return;
    const ShortcodeToken* closer = tokens_.closer(token.name, token.span.end);
    if (closer == nullptr) return;
    const Span inner{token.span.end, closer->span.begin};
    if (becomes == Becomes::literal && view(inner).find("\n\n") != none) return;
    if (becomes == Becomes::code || becomes == Becomes::hidden || becomes == Becomes::literal) {
      result_.opaque.push_back({{token.span.begin, closer->span.end}, becomes == Becomes::hidden ? Becomes::hidden : Becomes::code});
      opaque_until_ = closer->span.end;
      return;
    }
    if (!is_line || !is_within_reach(column)) return;
    Construct construct{.syntax = Syntax::shortcode, .becomes = becomes, .column = column, .marker = token.span};
    const std::string_view title = title_in(token.arguments, becomes == Becomes::tab || token.arguments.starts_with('"'));
    if (!title.empty()) construct.title = span_of(title);
    push({.construct = construct, .name = token.name});
    if (!open_.empty() && open_.back().construct.marker == token.span) open_.back().construct.body = line_of(token.span.end) + 1;
  }

  std::uint32_t line_of(std::uint32_t offset) const {
    return line_ + static_cast<std::uint32_t>(std::count(text_.begin() + line().begin, text_.begin() + offset, '\n'));
  }

  void close_shortcode(const ShortcodeToken& token, bool only) {
    if (skipped_ > 0) return void(--skipped_);
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].construct.syntax != Syntax::shortcode || open_[i].name != token.name) continue;
      return close(i, only);
    }
  }

  // --- definitions

  bool reads_definition(std::string_view body) {
    if (body.size() < 3 || body[0] != ':' || (body[1] != ' ' && body[1] != '\t') || trim_blanks(body.substr(1)).empty()) return false;
    const bool first = paragraph_ != no_line && line_ - paragraph_ <= longest_term && content_ != no_line;
    if (!first && term_ == no_line) return false;
    if (first) term_ = paragraph_;
    if (indentation(view(line())) != indentation(view(result_.lines[term_]))) return false;
    paragraph_ = no_line;
    result_.definitions.push_back({term_, line_});
    const std::uint32_t width = body[1] == '\t' || body[2] == ' ' ? 4 : 2;
    body_column_ = indentation(view(line())) + width;
    return true;
  }

  void drop_what_is_inside_opaque() {
    auto& opaque = result_.opaque;
    std::sort(opaque.begin(), opaque.end(), [](const Opaque& a, const Opaque& b) { return a.span < b.span; });
    std::vector<Opaque> apart;
    for (const Opaque& one : opaque) {
      if (apart.empty() || one.span.begin >= apart.back().span.end) apart.push_back(one);
    }
    opaque = std::move(apart);
    const auto is_inside = [&](std::uint32_t line_number) {
      const std::uint32_t at = result_.lines[line_number].begin;
      const auto after =
          std::upper_bound(opaque.begin(), opaque.end(), at, [](std::uint32_t o, const Opaque& one) { return o < one.span.begin; });
      return after != opaque.begin() && std::prev(after)->span.end > at;
    };
    std::erase_if(result_.blocks, [&](const Construct& construct) { return is_inside(construct.first); });
    std::erase_if(result_.definitions, [&](const DefinitionLine& line) { return is_inside(line.line) || is_inside(line.term); });
  }
};

}  // namespace

std::uint32_t indentation(std::string_view line) {
  std::uint32_t column = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    column = c == '\t' ? column / 4 * 4 + 4 : column + 1;
  }
  return column;
}

Constructs find_constructs(std::string_view text) {
  if (!may_hold_constructs(text)) return {};
  return ConstructFinder(text).run();
}

}  // namespace stet
