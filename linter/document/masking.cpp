#include "document/masking.h"

#include <algorithm>
#include <array>

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
  Masker(std::string_view bytes, bool mdx) : original_(bytes), mdx_(mdx) { result_.bytes = bytes; }

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
  Masked result_;
  std::string_view fence_;        // of the open code block, as written
  std::size_t masked_until_ = 0;  // a construct may end on a later line
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
    const std::string_view body = start == none ? std::string_view() : text.substr(start);
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
    const std::string_view trimmed = trim(text);
    if (trimmed.starts_with(":::") || (trimmed.starts_with("{:") && trimmed.ends_with("}"))) return mask(begin, end);
    if (mdx_ && (text.starts_with("import ") || text.starts_with("export "))) return mask(begin, end_of_statement(begin));
    if (text.find_first_of(mdx_ ? "{<" : "{") == none) return;
    spans(std::max(begin, masked_until_), end);
    attributes(begin, end);
  }

  /// Statements of MDX end at a blank line.
  std::size_t end_of_statement(std::size_t begin) const {
    const std::size_t blank = std::min(original_.find("\n\n", begin), original_.find("\n\r\n", begin));
    return std::min({blank, original_.size(), begin + longest});
  }

  void spans(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      const char c = original_[at];
      if (c == '`') {
        at = behind_code_span(at, end);
      } else if (c == '\\') {
        at += 2;
      } else if (const std::size_t close = c == '{' || (mdx_ && c == '<') ? construct_at(at) : none; close != none) {
        mask(at, close);
        at = close;
      } else {
        ++at;
      }
    }
  }

  std::size_t behind_code_span(std::size_t at, std::size_t end) const {
    const std::size_t run = std::min(original_.find_first_not_of('`', at), end) - at;
    const std::size_t close = original_.substr(0, end).find(original_.substr(at, run), at + run);
    return close == none ? at + run : close + run;
  }

  /// End of the construct that starts at `at`, or none.
  std::size_t construct_at(std::size_t at) {
    const std::string_view window = original_.substr(at, longest);
    for (const Delimiters& pair : delimiters) {
      if (!window.starts_with(pair.open)) continue;
      const std::size_t close = window.find(pair.close, pair.open.size());
      return close == none ? none : at + close + pair.close.size();
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

  /// {#id .class} or {.class} at the end of a line.
  void attributes(std::size_t begin, std::size_t end) {
    const std::string_view text = trim(original_.substr(begin, end - begin));
    if (!text.ends_with('}')) return;
    const std::size_t open = text.rfind('{');
    if (open == none || open + 2 >= text.size() || (text[open + 1] != '#' && text[open + 1] != '.')) return;
    const auto offset = static_cast<std::size_t>(text.data() - original_.data());
    mask(offset + open, offset + text.size());
  }

  /// A line without anything but masked bytes becomes blank, so that it ends a paragraph as it does for the generator.
  void blank_masked_lines() {
    if (!any_) return;
    std::string& bytes = result_.bytes;
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      const std::string_view text = std::string_view(bytes).substr(begin, end - begin);
      if (text.find(masked_byte) != none && text.find_first_not_of(" \t\r\x1A") == none) {
        const std::size_t first = begin + text.find(masked_byte);
        const std::size_t last = begin + text.rfind(masked_byte);
        std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(first), bytes.begin() + static_cast<std::ptrdiff_t>(last) + 1, ' ');
        result_.directives.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last) + 1});
      }
      begin = end + 1;
    }
  }
};

}  // namespace

Masked mask_generator_syntax(std::string_view bytes, bool mdx) { return Masker(bytes, mdx).run(); }

}  // namespace stet
