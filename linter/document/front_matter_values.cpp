// The readable values of front matter. A line scanner, not a parser: what it makes out needs exact bytes, and what is odd YAML or TOML is
// read as the words that stand there.
#include <algorithm>

#include "document/article.h"

namespace stet {
namespace {

std::size_t spaces_at(std::string_view text) { return std::min(text.find_first_not_of(" \t"), text.size()); }

bool is_key_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '"';
}

class ValueReader {
 public:
  ValueReader(const Source& source, const Article& article)
      : source_(source),
        article_format_(article.front_matter_format),
        separator_(article.front_matter_format == "toml" ? '=' : ':'),
        span_(article.front_matter.value_or(Span{})) {}

  Article read() {
    if (article_format_ == "json") {
      read_strings();
      return finished();
    }
    for (std::uint32_t begin = span_.begin; begin < span_.end;) {
      const std::string_view rest = source_.view({begin, span_.end});
      const auto size = static_cast<std::uint32_t>(std::min(rest.find_first_of("\r\n"), rest.size()));
      read_line({begin, begin + size});
      begin += size + 1;
    }
    return finished();
  }

 private:
  const Source& source_;
  std::string_view article_format_;
  char separator_;
  Span span_;
  Article values_;
  std::size_t indent_ = 0;  // of the key or dash whose value may go on in deeper lines
  bool goes_on_ = false;
  bool open_ = false;  // a run has been begun
  bool text_ = false;  // behind `|` or `>`: deeper lines are text, whatever they look like

  Article finished() {
    close_run();
    const auto end = static_cast<std::uint32_t>(values_.blocks.size());
    values_.sections.push_back({.heading = no_index, .level = 0, .parent = 0, .blocks = {0, end}});
    return std::move(values_);
  }

  /// The strings of JSON that are no names.
  void read_strings() {
    const std::string_view text = source_.view(span_);
    for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at)) {
      const std::size_t begin = ++at;
      while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
      const auto end = static_cast<std::uint32_t>(std::min(at, text.size()));
      at = end + std::size_t{1};
      const std::size_t next = at < text.size() ? text.find_first_not_of(" \t\r\n", at) : std::string_view::npos;
      if (next != std::string_view::npos && text[next] == ':') continue;
      append({span_.begin + static_cast<std::uint32_t>(begin), span_.begin + end});
      close_run();
      if (at >= text.size()) return;
    }
  }

  void read_line(Span line) {
    std::string_view text = source_.view(line);
    const std::size_t indent = spaces_at(text);
    text = text.substr(indent);
    if (text.empty()) return;
    const Span content{line.begin + static_cast<std::uint32_t>(indent), line.end};
    if (goes_on_ && indent > indent_ && (text_ || !begins_value(text))) return append(content);
    if (text.front() == '#') return;
    close_run();
    indent_ = indent;
    read_value(content);
  }

  bool begins_value(std::string_view text) const { return text.starts_with("- ") || key_size(text) > 0; }

  /// Size of `key:` with the space behind it, or 0.
  std::size_t key_size(std::string_view text) const {
    std::size_t size = 0;
    while (size < text.size() && is_key_letter(text[size])) ++size;
    if (size == 0) return 0;
    size += spaces_at(text.substr(size));
    if (size >= text.size() || text[size] != separator_) return 0;
    ++size;
    if (separator_ == ':' && size < text.size() && text[size] != ' ') return 0;
    return size + spaces_at(text.substr(size));
  }

  void read_value(Span value) {
    std::string_view text = source_.view(value);
    while (text.starts_with("- ")) text.remove_prefix(2 + spaces_at(text.substr(2)));
    text.remove_prefix(key_size(text));
    const auto begin = static_cast<std::uint32_t>(text.data() - source_.bytes.data());
    goes_on_ = true;
    text_ = text.starts_with('|') || text.starts_with('>');
    if (text_ || text.empty()) return;
    if (text.front() == '[' && text.back() == ']') return read_items({begin + 1, value.end - 1});
    append({begin, value.end});
  }

  /// `[one, "two"]`, each a value of its own.
  void read_items(Span items) {
    while (!items.empty()) {
      const std::string_view text = source_.view(items);
      const auto size = static_cast<std::uint32_t>(std::min(text.find(','), text.size()));
      append({items.begin, items.begin + size});
      close_run();
      items.begin = std::min(items.begin + size + 1, items.end);
    }
    goes_on_ = false;
  }

  /// What of a value is read: without quotation marks, and without a comment behind it.
  Span trimmed(Span value) const {
    std::string_view text = source_.view(value);
    const std::size_t comment = text_ ? std::string_view::npos : text.find(" #");
    if (comment != std::string_view::npos && text.find_first_of("\"'") != 0) text = text.substr(0, comment);
    const auto is_edge = [](char c) { return c == ' ' || c == '\t' || c == '"' || c == '\''; };
    while (!text.empty() && is_edge(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
    const auto begin = static_cast<std::uint32_t>(text.data() - source_.bytes.data());
    return {begin, begin + static_cast<std::uint32_t>(text.size())};
  }

  void append(Span value) {
    value = trimmed(value);
    if (value.empty()) return;
    if (open_) {
      const PlainPiece& last = values_.pieces.back();
      const std::uint32_t end = last.source + last.source_size;
      values_.pieces.push_back({plain_size(), end, value.begin - end, false});
      values_.plain += ' ';
    } else {
      const auto text = static_cast<std::uint32_t>(values_.texts.size());
      const auto block = static_cast<std::uint32_t>(values_.blocks.size());
      values_.blocks.push_back({.kind = BlockKind::front_matter, .end = block + 1, .source = value, .texts = {text, text + 1}});
      values_.texts.push_back({.block = block, .plain = {plain_size(), plain_size()}, .inlines = {}});
    }
    open_ = true;
    values_.pieces.push_back({plain_size(), value.begin, value.size(), true});
    values_.plain += source_.view(value);
    values_.blocks.back().source.end = value.end;
  }

  std::uint32_t plain_size() const { return static_cast<std::uint32_t>(values_.plain.size()); }

  void close_run() {
    goes_on_ = false;
    text_ = false;
    if (!open_) return;
    values_.texts.back().plain.end = plain_size();
    values_.plain += '\n';
    open_ = false;
  }
};

}  // namespace

Article read_front_matter(const Source& source, const Article& article) { return ValueReader(source, article).read(); }

}  // namespace stet
