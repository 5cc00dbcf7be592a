#include "document/masking.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "document/backtick_runs.h"
#include "document/construct_markers.h"
#include "document/dialects.h"
#include "document/inline_constructs.h"
#include "text/find_part.h"

namespace stet {
namespace {

constexpr std::size_t longest = 4000;
constexpr auto none = std::string_view::npos;

struct Delimiters {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Delimiters, 4> delimiters = {{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}}};

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == none) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Walks line by line, so that fenced code is known, and masks in place.
class Masker {
 public:
  Masker(std::string_view bytes, bool mdx)
      : original_(bytes),
        mdx_(mdx),
        notes_(holds_part(bytes, "[[") || holds_part(bytes, "%%") || holds_part(bytes, " ^") || holds_part(bytes, "\n^")) {
    result_.bytes = bytes;
  }

  Masked run() {
    for (std::size_t begin = 0; begin < original_.size();) {
      std::size_t end = original_.find('\n', begin);
      if (end == none) end = original_.size();
      line(begin, end);
      begin = end + 1;
    }
    blank_masked_lines();
    return std::move(result_);
  }

 private:
  std::string_view original_;
  bool mdx_;
  bool notes_;                 // constructs of Obsidian may be there
  bool behind_prose_ = false;  // the line before is neither blank nor masked as a whole
  bool behind_table_ = false;  // the last line that is not blank is a table's row
  Masked result_;
  std::string_view fence_;                               // of the open code block, as written
  std::size_t masked_until_ = 0;                         // a construct may end on a later line
  std::array<std::size_t, delimiters.size()> closes_{};  // the next closing delimiter of each pair, looked for once
  std::optional<BacktickRuns> runs_;                     // of the line, from its first code span on
  std::size_t runs_begin_ = 0;
  bool any_ = false;

  void mask(std::size_t begin, std::size_t end) {
    any_ = true;
    for (std::size_t i = begin; i < end; ++i) {
      if (result_.bytes[i] != '\n' && result_.bytes[i] != '\r') result_.bytes[i] = masked_byte;
    }
    masked_until_ = std::max(masked_until_, end);
  }

  /// True when the line belongs to fenced code.
  bool in_fence(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t>");
    std::string_view body = start == none ? std::string_view() : text.substr(start);
    if (fence_.empty()) body = behind_list_markers(body);
    const std::size_t run = body.empty() ? 0 : std::min(body.find_first_not_of(body[0]), body.size());
    const bool marker = run >= 3 && (body[0] == '`' || body[0] == '~');
    if (fence_.empty()) {
      if (!marker || (body[0] == '`' && body.find('`', run) != none)) return false;
      fence_ = body.substr(0, run);
      return true;
    }
    if (marker && body[0] == fence_[0] && run >= fence_.size() && trim(body.substr(run)).empty()) fence_ = {};
    return true;
  }

  void line(std::size_t begin, std::size_t end) {
    if (begin < masked_until_ && end <= masked_until_) return;
    const std::string_view text = original_.substr(begin, end - begin);
    if (in_fence(text)) return;
    const std::size_t first = std::min(text.find_first_not_of(" \t>"), text.size());
    const std::string_view trimmed = trim(text.substr(first));
    const bool behind_prose = std::exchange(behind_prose_, false);
    if (is_no_prose(trimmed, behind_prose)) return mask(begin + first, end);
    if (behind_table_ && trimmed.starts_with(": ")) mask(begin + first, begin + first + 2);  // a caption, as Pandoc and Quarto write it
    if (!trimmed.empty()) behind_table_ = trimmed.starts_with('|');
    if (mdx_ && (text.starts_with("import ") || text.starts_with("export "))) return mask(begin, end_of_statement(begin));
    behind_prose_ = !trimmed.empty();
    if (!notes_ && text.find_first_of(mdx_ ? "{<" : "{") == none) return;
    runs_.reset();
    spans(std::max(begin, masked_until_), end, begin + first);
    attributes(begin, end);
  }

  /// A line that is a directive, an attribute list, or MyST's `% comment`.
  bool is_no_prose(std::string_view line, bool behind_prose) {
    if (line.empty()) return false;
    if (line.starts_with("{:") && line.ends_with("}")) return true;
    if (line[0] == '%' && !behind_prose && begins_comment(line)) return true;
    if (!is_directive_line(line)) return false;
    if (line[0] == '(') label(line.substr(1, line.size() - 3));
    return true;
  }

  /// `% comment` of MyST, and `%% comment` where it is none of Obsidian's, which are closed.
  bool begins_comment(std::string_view line) const {
    const std::size_t marks = std::min(line.find_first_not_of('%'), line.size());
    const bool is_parted = marks == line.size() || line[marks] == ' ';
    return is_parted &&
           (marks == 1 || comment_length(original_.substr(static_cast<std::size_t>(line.data() - original_.data())), true) == 0);
  }

  void label(std::string_view name) {
    if (name.empty()) return;
    const auto begin = static_cast<std::uint32_t>(name.data() - original_.data());
    result_.labels.push_back({std::string(name), {begin, begin + static_cast<std::uint32_t>(name.size())}});
  }

  /// Statements of MDX end at a blank line.
  std::size_t end_of_statement(std::size_t begin) const {
    std::string_view statement = original_.substr(begin, longest);
    for (const std::string_view blank : {"\n\n", "\n\r\n"}) statement = statement.substr(0, statement.find(blank));
    return begin + statement.size();
  }

  /// `first` is where the line's text begins.
  void spans(std::size_t begin, std::size_t end, std::size_t first) {
    for (std::size_t at = begin; at < end;) {
      const char c = original_[at];
      if (c == '`') {
        at = behind_code_span(at, end);
      } else if (c == '\\') {
        at += 2;
      } else if (const std::size_t close = c == '{' || (mdx_ && c == '<') ? construct_at(at) : none; close != none) {
        mask(at, close);
        at = close;
      } else if (const std::size_t next = c == '{' ? described_at(at, end) : notes_ ? note_at(at, end, first) : at; next != at) {
        at = next;
      } else {
        ++at;
      }
    }
  }

  /// Attributes behind what they describe, and a role before a code span: masked. Returns where to go on.
  std::size_t described_at(std::size_t at, std::size_t end) {
    if (original_.substr(at + 1).starts_with("cite")) return at;  // a reference to a source: {cite:p}`key`
    if (const std::size_t role = role_length(original_.substr(at, end - at)); role > 0) return role_at(at, role, end);
    const bool behind = at > 0 && std::string_view(")]`").find(original_[at - 1]) != none;
    const std::size_t length = behind ? attributes_length(original_.substr(at)) : 0;
    if (length == 0) return at;
    label(id_in(original_.substr(at, length)));
    mask(at, at + length);
    return at + length;
  }

  /// Of {ref}`text <target>` the text is read; other roles show what they hold.
  std::size_t role_at(std::size_t at, std::size_t role, std::size_t end) {
    const std::size_t code = at + role;
    const std::size_t behind = behind_code_span(code, end);
    mask(at, code);
    const std::string_view inner = original_.substr(code + 1, std::max(behind, code + 2) - code - 2);
    const std::size_t target = inner.rfind(" <");
    if (behind < code + 4 || target == none || !inner.ends_with('>')) return behind;
    mask(code, code + 1);
    mask(code + 1 + target, behind);
    return behind;
  }

  /// What Obsidian hides or marks: comments, links, block marks. Returns where to go on.
  std::size_t note_at(std::size_t at, std::size_t end, std::size_t first) {
    const char before = at > first ? original_[at - 1] : ' ';
    const bool parted = before == ' ' || before == '\t' || before == '>';
    if (original_[at] == '%' && parted) {
      const std::size_t length = comment_length(original_.substr(at), at == first);
      if (length > 0) mask(at, at + length);
      return at + length;
    }
    if (original_[at] == '^' && parted) {
      const std::string_view rest = trim(original_.substr(at, end - at));
      const std::size_t length = block_mark_length(rest);
      if (length == 0) return at;
      label(rest.substr(1));
      mask(at, at + length);
      return at + length;
    }
    return original_[at] == '[' || original_[at] == '!' ? wiki_link_at(at, end) : at;
  }

  std::size_t wiki_link_at(std::size_t at, std::size_t end) {
    const WikiLink link = wiki_link(original_.substr(at, end - at));
    if (link.length == 0) return at;
    const auto text = static_cast<std::size_t>(link.text.data() - original_.data());
    if (link.text.empty()) {
      mask(at, at + link.length);
    } else {
      mask(at, text);
      mask(text + link.text.size(), at + link.length);
    }
    return at + link.length;
  }

  /// In the line that ends at `end`.
  std::size_t behind_code_span(std::size_t at, std::size_t end) {
    const std::size_t run = std::min(original_.find_first_not_of('`', at), end) - at;
    if (!runs_) runs_.emplace(original_.substr(at, end - at)), runs_begin_ = at;
    const std::size_t close = runs_->find(run, at + run - runs_begin_);
    return close == none ? at + run : runs_begin_ + close + run;
  }

  /// End of the construct that starts at `at`, or none.
  std::size_t construct_at(std::size_t at) {
    const std::string_view window = original_.substr(at, longest);
    for (std::size_t i = 0; i < delimiters.size(); ++i) {
      if (!window.starts_with(delimiters[i].open)) continue;
      const std::size_t inner = at + delimiters[i].open.size();
      if (closes_[i] < inner) closes_[i] = original_.find(delimiters[i].close, inner);
      return closes_[i] == none || closes_[i] - at > longest ? none : closes_[i] + delimiters[i].close.size();
    }
    if (!mdx_) return window.starts_with("{:") ? close_brace(window, at) : none;
    if (window.starts_with("{/*")) return mdx_comment(window, at);
    if (window[0] == '{') return balanced(window, at, '}');
    const bool component =
        window.size() > 1 && ((window[1] >= 'A' && window[1] <= 'Z') || window.starts_with("</") || window.starts_with("<>"));
    return component ? balanced(window, at, '>') : none;
  }

  static std::size_t close_brace(std::string_view window, std::size_t at) {
    const std::size_t close = window.find_first_of("}\n");
    return close == none || window[close] == '\n' ? none : at + close + 1;
  }

  std::size_t mdx_comment(std::string_view window, std::size_t at) {
    const std::size_t close = window.find("*/}");
    if (close == none) return none;
    const std::size_t end = at + close + 3;
    result_.comments.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    return end;
  }

  /// The closing sign outside strings and inner braces.
  static std::size_t balanced(std::string_view window, std::size_t at, char close) {
    std::size_t depth = 0;
    char quote = 0;
    for (std::size_t i = 1; i < window.size(); ++i) {
      const char c = window[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '`' || (c == '\'' && close == '>' && window[i - 1] == '=')) {
        quote = c;
      } else if (c == close && depth == 0) {
        return at + i + 1;
      } else if (c == '{') {
        ++depth;
      } else if (c == '}') {
        if (depth == 0) return none;
        --depth;
      } else if (c == '\n' && i + 1 < window.size() && window[i + 1] == '\n') {
        return none;
      }
    }
    return none;
  }

  /// {#id .class} or {/*id*/} at the end of a line.
  void attributes(std::size_t begin, std::size_t end) {
    const std::string_view text = trim(original_.substr(begin, end - begin));
    if (!text.ends_with('}')) return;
    const std::size_t open = text.rfind('{');
    if (open == none) return;
    const std::string_view written = text.substr(open);
    const bool old_style = written.size() > 3 && written[1] == ':';
    if (!old_style && attributes_length(written) != written.size()) return;
    label(id_in(written));
    const auto offset = static_cast<std::size_t>(text.data() - original_.data());
    if (offset + open >= masked_until_) mask(offset + open, offset + text.size());
  }

  /// A line without anything but masked bytes becomes blank, so that it ends a paragraph as it does for the generator.
  void blank_masked_lines() {
    if (!any_) return;
    std::string& bytes = result_.bytes;
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      const std::string_view text = std::string_view(bytes).substr(begin, end - begin);
      if (text.find(masked_byte) != none && text.find_first_not_of(" \t\r>\x1A") == none) {
        const std::size_t first = begin + text.find(masked_byte);
        const std::size_t last = begin + text.rfind(masked_byte);
        std::replace(bytes.begin() + static_cast<std::ptrdiff_t>(first), bytes.begin() + static_cast<std::ptrdiff_t>(last) + 1, masked_byte,
                     ' ');
        result_.directives.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last) + 1});
      }
      begin = end + 1;
    }
  }
};

}  // namespace

Masked mask_generator_syntax(std::string_view bytes, bool mdx) { return Masker(bytes, mdx).run(); }

}  // namespace stet
