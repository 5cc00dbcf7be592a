#include "rules/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <sstream>

#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t deepest = 32;
constexpr std::size_t most_keys = 2'000;    // of one mapping: each is compared with those before it
constexpr std::size_t longest_shown = 400;  // bytes of a line that a Problem keeps: one file may have a thousand of them

Position position_of(const YAML::Mark& mark) {
  return {static_cast<std::uint32_t>(std::max(mark.line, 0)) + 1, static_cast<std::uint32_t>(std::max(mark.column, 0)) + 1};
}

/// What stops the building of a tree; thrown through yaml-cpp's parser and caught in parse_yaml.
struct Refusal {
  Position position;
  std::string what;
  std::string mend;
};

/// Builds the tree from yaml-cpp's events, so that aliases are seen (and refused) before they could be expanded.
class TreeBuilder final : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const Source& source) : source_(source) {}
  YamlValue root;

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check(mark, anchor);
    add({.kind = YamlKind::null, .position = nothing_before(mark)});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    throw Refusal{position_of(mark), "an alias (`*name`) is not allowed here", "write the value out, or put the text in quotes"};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    if (tag != "!" && tag != "?" && !tag.empty())
      throw Refusal{position_of(mark), "a tag (`!name`) is not allowed here", "leave it out, or put the text in quotes"};
    YamlValue scalar{.kind = YamlKind::scalar, .quoted = tag == "!", .position = check(mark, anchor), .scalar = value};
    if (!scalar.quoted && (value == "~" || value == "null")) scalar.kind = YamlKind::null;
    add(std::move(scalar));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*s*/) override {
    open({.kind = YamlKind::sequence, .position = check(mark, anchor)});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor, YAML::EmitterStyle::value /*s*/) override {
    open({.kind = YamlKind::map, .position = check(mark, anchor)});
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    YamlValue value;
    std::optional<YamlValue> key;
  };
  const Source& source_;
  std::vector<Level> open_;

  /// Where nothing is written, yaml-cpp tells the place of what comes next: what is meant is the sign before it, `-` or the colon.
  Position nothing_before(const YAML::Mark& mark) const {
    const std::string_view before = std::string_view(source_.bytes).substr(0, static_cast<std::size_t>(std::max(mark.pos, 0)));
    const std::size_t sign = before.find_last_not_of(" \r\n");
    return sign == std::string_view::npos ? position_of(mark) : source_.position(static_cast<std::uint32_t>(sign));
  }

  static Position check(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      throw Refusal{position_of(mark), "an anchor (`&name`) is not allowed here", "write the value out, or put the text in quotes"};
    return position_of(mark);
  }

  void open(YamlValue value) {
    if (open_.size() >= deepest) throw Refusal{value.position, fmt::format("nested deeper than {} levels", deepest), "flatten it"};
    open_.push_back({std::move(value), std::nullopt});
  }

  void close() {
    YamlValue value = std::move(open_.back().value);
    open_.pop_back();
    add(std::move(value));
  }

  void add(YamlValue value) {
    if (open_.empty()) {
      root = std::move(value);
      return;
    }
    Level& level = open_.back();
    if (level.value.kind == YamlKind::sequence) {
      level.value.items.push_back(std::move(value));
    } else if (level.key) {
      level.value.entries.push_back({std::move(*level.key), std::move(value)});
      level.key.reset();
    } else {
      add_key(level, std::move(value));
    }
  }

  static void add_key(Level& level, YamlValue key) {
    if (key.kind != YamlKind::scalar) throw Refusal{key.position, "a key must be a word", "quote it, or look for a stray `-`, `{` or `[`"};
    if (level.value.entries.size() == most_keys) {
      throw Refusal{key.position, fmt::format("a mapping of more than {} keys", most_keys), "make a list of it, or split it"};
    }
    if (level.value.find(key.scalar) != nullptr) {
      throw Refusal{key.position, fmt::format("`{}` stands here a second time", key.scalar), "keep one of the two"};
    }
    level.key = std::move(key);
  }
};

}  // namespace

namespace {

/// Walks a scalar's text and the bytes it was written as side by side.
class ScalarWalk {
 public:
  ScalarWalk(std::string_view bytes, std::size_t start) : bytes_(bytes), at_(start) {
    if (at('"') || at('\'')) {
      quote_ = bytes_[at_++];
    } else if (at_ > 0 && (bytes_[at_ - 1] == '"' || bytes_[at_ - 1] == '\'')) {
      quote_ = bytes_[at_ - 1];
    } else if (at('|') || at('>')) {
      at_ = std::min(bytes_.find('\n', at_), bytes_.size());
      skip_space();
    }
  }

  /// Goes past one character of the text.
  void pass(char32_t c) {
    while (quote_ == '"' && at('\\') && bytes_.find('\n', at_) == at_ + 1) {  // a line that is broken without a space
      ++at_;
      skip_space();
    }
    if (quote_ == '"' && at('\\')) return pass_escape();
    if (c == ' ' || c == '\n') {
      const bool breaks = at('\n') || at('\r');
      if (breaks || at(' ')) ++at_;
      const std::string_view rest = bytes_.substr(at_);
      if (breaks || rest.find_first_not_of(" \r") == rest.find('\n')) skip_space();  // the indentation of the next line
      return;
    }
    if (at('\n') || at('\r')) skip_space();
    if (quote_ == '\'' && at('\'')) ++at_;
    if (at_ < bytes_.size()) next_code_point(bytes_, at_);
  }

  std::size_t offset() const { return at_; }
  /// Behind the whole text: does the quotation mark that opened it close it?
  bool is_closed() const { return quote_ == 0 || at(quote_); }

 private:
  std::string_view bytes_;
  std::size_t at_;
  char quote_ = 0;

  bool at(char c) const { return at_ < bytes_.size() && bytes_[at_] == c; }
  /// `\"`, `\n`, `\u00e9`.
  void pass_escape() {
    const char sort = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : ' ';
    at_ = std::min(at_ + 2 + (sort == 'x' ? 2U : sort == 'u' ? 4U : sort == 'U' ? 8U : 0U), bytes_.size());
  }
  void skip_space() {
    while (at(' ') || at('\n') || at('\r')) ++at_;
  }
};

/// A walk from a place of the file.
ScalarWalk walk_from(const Source& source, Position start) {
  std::size_t offset = source.lines.line(std::clamp(start.line, 1U, source.lines.count())).begin;
  for (std::uint32_t i = 1; i < start.column && offset < source.bytes.size(); ++i) next_code_point(source.bytes, offset);
  return {source.bytes, offset};
}

const YamlValue& last_of(const YamlValue& value) {
  if (!value.items.empty()) return last_of(value.items.back());
  return value.entries.empty() ? value : last_of(value.entries.back().value);
}

/// The parser takes the file's end for a quotation mark; only the last text can be left open.
std::optional<Position> open_quotation(const YamlDocument& document) {
  const YamlValue& last = last_of(document.root);
  if (!last.quoted || document.source.lines.count() == 0) return std::nullopt;
  ScalarWalk walk = walk_from(document.source, last.position);
  for (std::size_t at = 0; at < last.scalar.size();) walk.pass(next_code_point(last.scalar, at));
  return walk.is_closed() ? std::nullopt : std::optional(last.position);
}

}  // namespace

namespace {

/// A prepared document's lines are counted when somebody asks for one: most starts never do.
YamlDocument with_lines(const YamlDocument& document) {
  YamlDocument counted;
  counted.source.path = document.source.path;
  counted.source.bytes = document.written.string();
  counted.source.lines = LineIndex(counted.source.bytes);
  return counted;
}

}  // namespace

Position YamlDocument::position_in(Position start, std::string_view text, std::uint32_t column) const {
  if (prepared && source.lines.count() == 0) return with_lines(*this).position_in(start, text, column);
  if (source.lines.count() == 0) return start;
  const std::string_view bytes = source.bytes;
  ScalarWalk walk = walk_from(source, start);
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < column && at < text.size(); ++i) walk.pass(next_code_point(text, at));
  return source.position(static_cast<std::uint32_t>(std::min(walk.offset(), bytes.size())));
}

const YamlValue* YamlValue::find(std::string_view key) const {
  const auto entry = std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& candidate) { return candidate.key.scalar == key; });
  return entry == entries.end() ? nullptr : &entry->value;
}

namespace {

/// Keeps the part of a line that the caret is in.
void show_line(Problem& problem, std::string_view line) {
  std::size_t caret = 0;
  for (std::uint32_t column = 1; column < problem.column && caret < line.size(); ++column) next_code_point(line, caret);
  const auto is_inside = [&](std::size_t at) { return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U; };
  std::size_t begin = line.size() <= longest_shown || caret < longest_shown / 2 ? 0 : caret - longest_shown / 2;
  while (is_inside(begin)) ++begin;
  std::size_t end = std::min(line.size(), begin + longest_shown);
  while (is_inside(end)) --end;
  problem.source_line = line.substr(begin, end - begin);
  problem.caret = begin == 0 ? problem.column : static_cast<std::uint32_t>(count_code_points(line.substr(begin, caret - begin))) + 1;
}

}  // namespace

Problem YamlDocument::problem(Position position, std::string what, std::string mend, ProblemKind kind) const {
  if (prepared && source.lines.count() == 0) return with_lines(*this).problem(position, std::move(what), std::move(mend), kind);
  const std::uint32_t line = std::clamp(position.line, 1U, std::max(source.lines.count(), 1U));
  const std::string_view text = source.lines.count() == 0 ? std::string_view() : source.view(source.lines.line(line));
  Problem problem{kind, source.path, position.line, position.column, std::move(what), std::move(mend), {}};
  show_line(problem, text);
  return problem;
}

namespace {

/// What yaml-cpp says of a slip, and what an editor is told instead.
struct Slip {
  std::string_view said;
  std::string_view what;
  std::string_view mend;
};
constexpr std::array<Slip, 11> slips = {{
    {"illegal map value", "a colon cannot stand here", "put the whole text in quotes; a key begins in the same column as its neighbours"},
    {"end of map not found", "this line does not belong to what stands above it", "begin keys that belong together in the same column"},
    {"end of sequence not found", "this line does not belong to the list above it", "begin each entry with `- ` in the same column"},
    {"end of map flow not found", "a `{` before this is never closed", "add `}`, or put the text in quotes"},
    {"end of sequence flow not found", "a `[` before this is never closed", "add `]`, or put the text in quotes"},
    {"the referenced anchor is not defined", "a text cannot begin with `*`", "put it in quotes"},
    {"alias not found after *", "a text cannot begin with `*`", "put it in quotes"},
    {"illegal character found while scanning alias", "a text cannot begin with `*`", "put it in quotes"},
    {"unknown token", "a text cannot begin with this sign", "put it in quotes"},
    {"unknown escape character", "this backslash makes no sense between double quotes", "use single quotes"},
    {"illegal block entry", "an entry of a list cannot stand here", "begin the list on a line of its own"},
}};

/// Where a line's value begins: behind `key: ` and `- `, indentation left out.
std::size_t value_begin(std::string_view line) {
  std::size_t at = std::min(line.find_first_not_of(' '), line.size());
  while (line.substr(at).starts_with("- ")) at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  const std::size_t colon = line.find(": ", at);
  const bool is_key = colon != std::string_view::npos && line.substr(at, colon - at).find_first_of("\"'{[ ") == std::string_view::npos;
  return is_key ? std::min(line.find_first_not_of(' ', colon + 1), line.size()) : at;
}

/// A place in a line of the file, and what is said of it.
struct Diagnosis {
  std::uint32_t line = 0;
  std::size_t byte = 0;
  std::string what;
  std::string mend;
};

/// `kind:forbids`.
std::optional<std::size_t> colon_without_blank(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" -"), line.size());
  const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", begin);
  const bool is_one = end != std::string_view::npos && end > begin && line[end] == ':' && end + 1 < line.size() &&
                      (static_cast<unsigned char>(line[end + 1]) >= 0x80U || std::isalnum(static_cast<unsigned char>(line[end + 1])) != 0 ||
                       line[end + 1] == '"');
  return is_one ? std::optional(end) : std::nullopt;
}

/// What is odd about a line, when an editor would see it there.
std::optional<Diagnosis> odd_line(std::string_view line, std::uint32_t number) {
  const std::size_t tab = line.find('\t');
  if (tab != std::string_view::npos && tab < line.find_first_not_of(" \t"))
    return Diagnosis{number, tab, "a tab stands before this", "indent with spaces: YAML takes no tabs"};
  if (const std::size_t blank = line.find("\xC2\xA0"); blank != std::string_view::npos)
    return Diagnosis{number, blank, "a no-break space stands here", "write an ordinary space"};
  if (const auto colon = colon_without_blank(line))
    return Diagnosis{number, *colon, "there is no space behind this colon", "write one: `key: value`"};
  return std::nullopt;
}

/// A text that begins with a sign of YAML's and goes on behind what that sign encloses: `{list} word`, `'it's'`.
std::optional<Diagnosis> half_enclosed(std::string_view line, std::uint32_t number, std::size_t behind) {
  const std::size_t begin = value_begin(line);
  if (begin >= line.size() || behind <= begin) return std::nullopt;
  const char sign = line[begin];
  if (sign == '{' || sign == '[')
    return Diagnosis{number, begin, fmt::format("a text cannot begin with `{}`", sign), "put the whole text in quotes"};
  if (sign == '\'') return Diagnosis{number, behind, "the text ends before this, with the second `'`", "put it between double quotes"};
  if (sign == '"')
    return Diagnosis{number, behind, "the text ends before this, with the second `\"`", "write \\\" for a quotation mark in the text"};
  return std::nullopt;
}

/// The last bracket before a place that nothing closes: the one that is meant when an end of a file or a colon comes as a surprise.
std::optional<Diagnosis> open_bracket(const Source& source, std::size_t before) {
  int closed = 0;
  for (std::size_t at = std::min(before, source.bytes.size()); at-- > 0;) {
    const char c = source.bytes[at];
    if (c == ']' || c == '}') ++closed;
    if ((c == '[' || c == '{') && closed-- == 0) {
      const std::uint32_t line = source.lines.line_at(static_cast<std::uint32_t>(at));
      return Diagnosis{line, at - source.lines.line(line).begin, fmt::format("this `{}` is never closed", c),
                       fmt::format("add `{}`, or put the text in quotes", c == '[' ? ']' : '}')};
    }
  }
  return std::nullopt;
}

/// What an editor would see: in the line where the parser stopped, or in the one before.
std::optional<Diagnosis> diagnosis_of(const Source& source, const YAML::Exception& error) {
  const Position at = position_of(error.mark);
  if (source.lines.count() == 0) return std::nullopt;
  const std::uint32_t last = std::clamp(at.line, 1U, source.lines.count());
  const auto line_of = [&](std::uint32_t number) { return source.view(source.lines.line(number)); };
  for (std::uint32_t number = last; number > 0 && number + 2 > last; --number) {
    if (auto odd = odd_line(line_of(number), number)) return odd;
  }
  std::size_t behind = 0;
  for (std::uint32_t column = 1; column < at.column && behind < line_of(last).size(); ++column) next_code_point(line_of(last), behind);
  if (error.msg.find("flow not found") != std::string::npos) {
    if (auto bracket = open_bracket(source, source.lines.line(last).begin + behind)) return bracket;
    for (std::uint32_t number = last; number > 0; --number) {
      const std::string_view line = line_of(number);
      if (std::count(line.begin(), line.end(), '"') % 2 == 0) continue;
      return Diagnosis{number, line.find('"'), "a quotation mark in this line is never closed", "add one where its text ends"};
    }
  }
  if (error.msg.starts_with("end of ") || error.msg.starts_with("illegal map value")) return half_enclosed(line_of(last), last, behind);
  return std::nullopt;
}

/// A fault of YAML itself, in an editor's words where we have them.
Problem not_yaml(const YamlDocument& document, const YAML::Exception& error, ProblemKind kind) {
  if (auto found = diagnosis_of(document.source, error)) {
    const auto column = count_code_points(document.source.view(document.source.lines.line(found->line)).substr(0, found->byte));
    return document.problem({found->line, static_cast<std::uint32_t>(column) + 1}, "this is not YAML: " + found->what, found->mend, kind);
  }
  const auto* const slip = std::find_if(slips.begin(), slips.end(), [&](const Slip& known) { return error.msg.starts_with(known.said); });
  const std::string_view what = slip == slips.end() ? std::string_view(error.msg) : slip->what;
  return document.problem(position_of(error.mark), fmt::format("this is not YAML: {}", what),
                          slip == slips.end() ? "" : std::string(slip->mend), kind);
}

}  // namespace

Result<YamlDocument> parse_yaml(std::string path, std::string bytes, ProblemKind kind, const Limits& limits) {
  auto source = make_source(std::move(path), std::move(bytes), {.file_bytes = limits.rule_bytes});
  if (!source) {
    source.error().kind = kind;
    return tl::unexpected(std::move(source.error()));
  }
  YamlDocument document{std::move(*source), {}, {}, false};
  try {
    std::istringstream stream(document.source.bytes);
    YAML::Parser parser(stream);
    TreeBuilder builder(document.source);
    parser.HandleNextDocument(builder);
    document.root = std::move(builder.root);
    TreeBuilder rest(document.source);
    if (parser.HandleNextDocument(rest)) {
      return tl::unexpected(document.problem(rest.root.position, "a second YAML document begins here", "keep one a file", kind));
    }
    if (const auto open = open_quotation(document)) {
      return tl::unexpected(document.problem(*open, "this quotation mark is never closed", "add one where the text ends", kind));
    }
  } catch (const Refusal& refusal) {
    return tl::unexpected(document.problem(refusal.position, refusal.what, refusal.mend, kind));
  } catch (const YAML::Exception& error) {
    return tl::unexpected(not_yaml(document, error, kind));
  }
  return document;
}

std::string in_one_line(const YamlValue& value) {
  std::string text;
  switch (value.kind) {
    case YamlKind::null:
      return "~";
    case YamlKind::scalar:
      return value.quoted ? fmt::format("\"{}\"", value.scalar) : value.scalar.string();
    case YamlKind::sequence:
      for (const YamlValue& item : value.items) text += (text.empty() ? "" : ", ") + in_one_line(item);
      return "[" + text + "]";
    case YamlKind::map:
      for (const auto& [key, inner] : value.entries) text += (text.empty() ? "" : ", ") + key.scalar.string() + ": " + in_one_line(inner);
      return "{" + text + "}";
  }
  return text;
}

}  // namespace stet
