#include <fmt/format.h>

#include <algorithm>

#include "lsp/checked.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// Punctuation of Markdown that would change how a plain text is shown.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : visible(text)) {
    if (std::string_view("\\`*_{}[]<>#|~!").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string fenced(std::string_view text) {
  std::string fence = "```";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  return fmt::format("{}markdown\n{}{}{}\n", fence, text, text.ends_with('\n') ? "" : "\n", fence);
}

/// The beginning of the other end, in one line.
std::string beginning(std::string_view text) {
  constexpr std::size_t most = 160;
  const bool cut = text.size() > most;
  if (cut) {
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
  }
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::replace(line.begin(), line.end(), '\r', ' ');
  return line + (cut ? "…" : "");
}

std::string other_end(const CheckedArticle& article, const RelatedLocation& related) {
  if (related.elsewhere) {
    return fmt::format("- {}, [{}:{}](<{}#L{}>): {}…\n", escaped(related.message), escaped(related.elsewhere->path),
                       related.elsewhere->first_line, uri_of_path(related.elsewhere->path), related.elsewhere->first_line,
                       escaped(related.elsewhere->text));
  }
  const Source& source = article.file.source;
  const std::uint32_t line = source.lines.line_at(related.source.begin);
  return fmt::format("- {}, [line {}](<{}#L{}>): {}\n", escaped(related.message), line, article.uri, line,
                     escaped(beginning(source.view(related.source))));
}

std::string describe(const CheckedArticle& article, const Finding& finding) {
  const RuleInfo& rule = article.engine->infos[finding.rule];
  std::string text = fmt::format("**{}** `{}`\n\n{}\n", escaped(rule.title), rule.id, escaped(finding.message));
  if (!finding.related.empty()) text += "\n";
  for (const RelatedLocation& related : finding.related) text += other_end(article, related);
  if (!rule.why.empty()) text += "\n" + escaped(rule.why) + "\n";
  if (!rule.instead.empty()) text += "\n**Instead:** " + escaped(rule.instead) + "\n";
  return text;
}

}  // namespace

std::string explain_rule(const RuleInfo& rule, bool markdown) {
  if (!markdown) return fmt::format("{}: {}\n{}\nInstead: {}", rule.id, rule.title, rule.why, rule.instead);
  std::string text = fmt::format("# {}\n\n`{}`, severity {}, precision {}\n\n{}\n\n**Instead:** {}\n", escaped(rule.title), rule.id,
                                 name(rule.severity), name(rule.precision), escaped(rule.why), escaped(rule.instead));
  if (!rule.bad_examples.empty()) text += "\n## Found in\n";
  for (const SharedText& example : rule.bad_examples) text += "\n" + fenced(example);
  if (!rule.good_examples.empty()) text += "\n## Not found in\n";
  for (const SharedText& example : rule.good_examples) text += "\n" + fenced(example);
  return text;
}

Json hover_at(const CheckedArticle& article, EditorPosition position, const ClientAbilities& abilities) {
  const Source& source = article.file.source;
  const std::uint32_t offset = offset_at(source.bytes, position, abilities.encoding);
  std::string text;
  Span covered;
  for (const Finding& finding : article.file.findings) {
    if (!finding.source.contains(offset)) continue;
    covered =
        text.empty() ? finding.source : Span{std::max(covered.begin, finding.source.begin), std::min(covered.end, finding.source.end)};
    text += (text.empty() ? "" : "\n---\n\n") + describe(article, finding);
  }
  if (text.empty()) return nullptr;
  return {{"contents", {{"kind", "markdown"}, {"value", text}}}, {"range", range_of(source, covered, abilities.encoding)}};
}

}  // namespace stet
