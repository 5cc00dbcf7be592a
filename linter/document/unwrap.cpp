#include "document/unwrap.h"

#include <algorithm>

#include "document/constructs.h"
#include "document/masking.h"

namespace stet {
namespace {

/// Writes the derived text line by line; offsets of the text are called `from`.
class Unwrapper {
 public:
  Unwrapper(std::string_view text, const Constructs& constructs) : text_(text), constructs_(constructs) {}

  Unwrapped run() {
    result_.bytes.reserve(text_.size() + text_.size() / 8);
    for (line_ = 0; line_ < constructs_.lines.size(); ++line_) write_line();
    return std::move(result_);
  }

 private:
  std::string_view text_;
  const Constructs& constructs_;
  Unwrapped result_;
  std::uint32_t line_ = 0;
  std::size_t next_ = 0;                // of constructs_.blocks
  std::vector<const Construct*> open_;  // around the line
  std::vector<bool> begun_;             // whether the box of each has its first quote mark
  std::size_t opaque_ = 0;              // first one that does not end before the line
  std::size_t definition_ = 0;          // first one that is not before the line
  bool blank_ = true;                   // the last line written is

  Span line() const { return constructs_.lines[line_]; }
  std::string_view view(Span span) const { return text_.substr(span.begin, span.size()); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(result_.bytes.size()); }
  std::uint32_t behind_line() const {
    return line_ + 1 < constructs_.lines.size() ? constructs_.lines[line_ + 1].begin : static_cast<std::uint32_t>(text_.size());
  }

  static bool is_box(Becomes becomes) { return becomes == Becomes::callout || becomes == Becomes::tab || becomes == Becomes::quote; }

  // --- pieces of the derived text

  void keep(std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    const auto& pieces = result_.to_source.pieces();
    const bool follows = !pieces.empty() && pieces.back().to + (size() - pieces.back().from) == begin;
    if (!follows) result_.to_source.add(size(), begin);
    result_.bytes.append(text_, begin, end - begin);
  }

  /// What stands for nothing maps to the byte behind it.
  void insert(std::string_view what, std::uint32_t from) {
    for (const char c : what) {
      result_.to_source.add(size(), from);
      result_.bytes += c;
    }
  }

  void end_line() { keep(line().end, behind_line()); }

  // --- what is open

  void close_before_line() {
    bool closed = false;
    while (!open_.empty() && open_.back()->last < line_) closed = pop() || closed;
    if (closed) part();
  }

  bool pop() {
    const bool box = is_box(open_.back()->becomes);
    open_.pop_back();
    begun_.pop_back();
    return box;
  }

  void part() {
    if (blank_) return;
    // A line directly behind a body must not go on with its last paragraph.
    write_prefix(begun_count(), false);
    insert("\n", line().begin);
    blank_ = true;
  }

  /// `{{< /tab >}}{{< tab "B" >}}` closes one and opens another.
  void close_at_line() {
    while (!open_.empty() && open_.back()->has_closer && open_.back()->last == line_) pop();
  }

  /// Blanks up to each box's column, and its quote mark; returns where the rest of the line begins.
  std::uint32_t write_prefix(std::size_t count, bool has_text) {
    std::uint32_t at = line().begin;
    std::uint32_t column = 0;  // of `at` in the text
    std::uint32_t base = 0;    // column at which the body of the last box begins
    bool any = false;
    for (std::size_t i = 0; i < count; ++i) {
      const Construct& construct = *open_[i];
      if (!is_box(construct.becomes)) continue;
      const std::uint32_t body = construct.column + construct.indent;
      for (; column < body && at < line().end && (text_[at] == ' ' || text_[at] == '\t'); ++at) {
        column = text_[at] == '\t' ? column / 4 * 4 + 4 : column + 1;
      }
      if (construct.column > base) insert(std::string(construct.column - base, ' '), at);
      if (!begun_[i]) begin_box(i, at);
      insert(has_text ? "> " : ">", at);
      base = body;
      any = true;
    }
    // A tab may reach beyond the column at which the body begins.
    if (any && has_text && column > base) insert(std::string(column - base, ' '), at);
    return at;
  }

  void begin_box(std::size_t index, std::uint32_t at) {
    begun_[index] = true;
    const Construct& construct = *open_[index];
    const std::uint32_t begin = construct.marker.begin;
    const Span last = constructs_.lines[construct.last];
    const std::uint32_t end = std::max(last.begin + static_cast<std::uint32_t>(view(last).find_last_not_of(" \t\r") + 1), begin);
    result_.boxes.push_back({at, construct.becomes, {begin, end}});
  }

  // --- lines

  void write_line() {
    close_before_line();
    if (write_opaque()) return;
    bool alert = false;
    while (next_ < constructs_.blocks.size() && constructs_.blocks[next_].first <= line_) {
      const Construct& construct = constructs_.blocks[next_++];
      if (construct.syntax == Syntax::alert) {
        alert = true;
        write_alert(construct);
        continue;
      }
      const std::size_t around = open_.size();
      close_at_line();
      if (open_.size() < around) part();
      return write_marker(construct);
    }
    if (alert) return;
    const bool closer = !open_.empty() && open_.back()->has_closer && open_.back()->last == line_;
    const bool option = !open_.empty() && line_ < open_.back()->body;
    if (closer) close_at_line();
    if (closer || option) return write_directive();
    write_text();
  }

  bool is_blank() const { return view(line()).find_first_not_of(" \t\r") == std::string_view::npos; }

  void write_text() {
    if (is_blank()) {
      write_prefix(begun_count(), false);
      blank_ = true;
      return end_line();
    }
    std::uint32_t at = write_prefix(open_.size(), true);
    at = write_definition(at);
    keep(at, line().end);
    blank_ = false;
    end_line();
  }

  /// How many of the open ones, outermost first, have no box that is still to begin.
  std::size_t begun_count() const {
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (is_box(open_[i]->becomes) && !begun_[i]) return i;
    }
    return open_.size();
  }

  void tell_directive(Span span) {
    const std::string_view words = view(span);
    const std::size_t first = words.find_first_not_of(" \t>");
    if (first == std::string_view::npos) return;
    for (const std::string_view option : {":name: ", ":label: "}) {
      if (words.substr(first).starts_with(option)) tell_label(span, first + option.size());
    }
    const std::size_t last = words.find_last_not_of(" \t\r");
    result_.directives.push_back({span.begin + static_cast<std::uint32_t>(first), span.begin + static_cast<std::uint32_t>(last) + 1});
  }

  void tell_label(Span span, std::size_t begin) {
    const std::string_view words = view(span);
    const std::size_t last = words.find_last_not_of(" \t\r");
    if (last < begin) return;
    const std::string_view name = words.substr(begin, last + 1 - begin);
    const auto offset = span.begin + static_cast<std::uint32_t>(begin);
    result_.labels.push_back({std::string(name), {offset, offset + static_cast<std::uint32_t>(name.size())}});
  }

  /// A line that is not read: blank, inside of what is around it.
  void write_directive() {
    tell_directive(line());
    write_prefix(begun_count(), false);
    blank_ = true;
    end_line();
  }

  void write_marker(const Construct& construct) {
    if (construct.title.empty() || !is_box(construct.becomes)) {
      tell_directive({line().begin, std::max(line().end, construct.marker.end)});
      write_prefix(begun_count(), false);
      blank_ = true;
      end_line();
      open(construct);
    } else {
      open(construct);
      write_title(construct);
    }
    // A tag may be written over several lines.
    while (line_ + 1 < constructs_.lines.size() && constructs_.lines[line_ + 1].begin < construct.marker.end) ++line_;
  }

  void open(const Construct& construct) {
    open_.push_back(&construct);
    begun_.push_back(false);
  }

  void write_title(const Construct& construct) {
    write_prefix(open_.size(), true);
    insert("###### ", construct.title.begin);
    result_.titles.push_back(construct.title.begin);
    keep(construct.title.begin, construct.title.end);
    if (construct.title.end > line().end) {
      insert("\n", construct.title.end);
    } else {
      end_line();
    }
    blank_ = false;
  }

  /// The quote is there already: its first line loses the marker, and a title becomes a heading.
  void write_alert(const Construct& construct) {
    const std::uint32_t at = write_prefix(open_.size(), true);
    const std::size_t mark = view({at, construct.marker.begin}).rfind('>');
    if (mark == std::string_view::npos) return keep(at, behind_line());
    const std::uint32_t begin = at + static_cast<std::uint32_t>(mark);
    keep(at, begin);
    result_.boxes.push_back({begin, construct.becomes, {}});
    keep(begin, construct.marker.begin);
    if (!construct.title.empty()) {
      insert("###### ", construct.title.begin);
      result_.titles.push_back(construct.title.begin);
      keep(construct.title.begin, construct.title.end);
    }
    blank_ = false;
    end_line();
  }

  // --- what is shown as written, and definitions

  /// Writes a line that begins inside of something opaque, or holds some; false when it does not.
  bool write_opaque() {
    const auto& opaque = constructs_.opaque;
    while (opaque_ < opaque.size() && opaque[opaque_].span.end <= line().begin) ++opaque_;
    if (opaque_ == opaque.size() || opaque[opaque_].span.begin >= line().end) return false;
    std::uint32_t at = write_prefix(open_.size(), true);
    blank_ = true;
    for (std::size_t i = opaque_; i < opaque.size() && opaque[i].span.begin < line().end; ++i) {
      const bool whole = is_whole_lines(opaque[i].span);
      const Span covered{std::max(opaque[i].span.begin, at), std::max(at, std::min(opaque[i].span.end, line().end))};
      keep(at, covered.begin);
      hide(covered, whole ? ' ' : masked_byte);
      at = covered.end;
      blank_ = blank_ && whole;
      if (!whole || opaque[i].span.begin < line().begin) continue;
      (opaque[i].becomes == Becomes::hidden ? result_.hidden : result_.code).push_back(opaque[i].span);
    }
    keep(at, line().end);
    end_line();
    return true;
  }

  /// Nothing else stands on its lines.
  bool is_whole_lines(Span span) const {
    const std::size_t line_start = text_.rfind('\n', span.begin) + 1;
    const std::size_t rest = text_.find_first_not_of(" \t\r", span.end);
    return text_.find_first_not_of(" \t>", line_start) == span.begin && (rest == std::string_view::npos || text_[rest] == '\n');
  }

  void hide(Span span, char sign) {
    if (span.empty()) return;
    result_.to_source.add(size(), span.begin);
    result_.bytes.append(span.size(), sign);
  }

  /// `Term` and `: definition` become an item of a list whose first paragraph is the term.
  std::uint32_t write_definition(std::uint32_t at) {
    const auto& definitions = constructs_.definitions;
    while (definition_ < definitions.size() && definitions[definition_].line < line_) ++definition_;
    if (definition_ == definitions.size()) return at;
    const DefinitionLine& definition = definitions[definition_];
    const std::size_t first = text_.find_first_not_of(" \t", at);
    const auto begin = static_cast<std::uint32_t>(first);
    if (definition.term == line_) {
      keep(at, begin);
      // A list of its own, since most others have a hyphen; as wide as its first definition.
      insert(is_wide(definition.line) ? "+   " : "+ ", begin);
      result_.terms.push_back(begin);
      return begin;
    }
    if (definition.line != line_) return at;
    if (!blank_) part_from_term(at);
    keep(at, begin);
    const auto words = static_cast<std::uint32_t>(text_.find_first_not_of(" \t", begin + 1));
    insert(is_wide(first_of(definition.term)) ? "    " : "  ", words);
    return words;
  }

  /// `:   definition`, whose further paragraphs are indented by four columns; those of `: definition` by two or more.
  bool is_wide(std::uint32_t line) const {
    const std::string_view words = view(constructs_.lines[line]);
    const std::size_t colon = words.find(':');
    return colon + 2 < words.size() && (words[colon + 1] == '\t' || words[colon + 2] == ' ');
  }

  /// The first definition's line of a term.
  std::uint32_t first_of(std::uint32_t term) const {
    const auto first = std::lower_bound(constructs_.definitions.begin(), constructs_.definitions.end(), term,
                                        [](const DefinitionLine& one, std::uint32_t line) { return one.term < line; });
    return first->line;
  }

  /// A blank line before the definition; the prefix that the line has already goes behind it.
  void part_from_term(std::uint32_t at) {
    const std::size_t line_start = result_.bytes.rfind('\n') + 1;
    const std::string prefix = result_.bytes.substr(line_start);
    insert("\n", at);
    insert(prefix, at);
  }
};

}  // namespace

Unwrapped unwrap_constructs(std::string text) {
  const Constructs constructs = find_constructs(text);
  if (constructs.empty()) {
    Unwrapped same;
    same.bytes = std::move(text);
    same.to_source.add(0, 0);
    return same;
  }
  return Unwrapper(text, constructs).run();
}

}  // namespace stet
