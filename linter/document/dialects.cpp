#include "document/dialects.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/unicode.h"

namespace stet {
namespace {

struct Meaning {
  Syntax syntax;
  std::string_view names;  ///< parted by spaces; `*` at the end of one stands for anything
  Becomes becomes;
};

/// Of each syntax the first row that has the name holds.
constexpr auto meanings = std::to_array<Meaning>({
    {Syntax::alert, "quote cite", Becomes::quote},
    {Syntax::alert, "*", Becomes::callout},

    {Syntax::admonition, "quote cite", Becomes::quote},
    {Syntax::admonition, "*", Becomes::callout},

    {Syntax::tab, "*", Becomes::tab},

    {Syntax::slashes, "admonition note abstract info tip success question warning failure danger bug example details", Becomes::callout},
    {Syntax::slashes, "attention caution hint important error settings new", Becomes::callout},
    {Syntax::slashes, "tab", Becomes::tab},
    {Syntax::slashes, "quote", Becomes::quote},
    {Syntax::slashes, "html define caption figure-caption table-caption", Becomes::prose},

    {Syntax::colons, "note tip hint info information important warning caution attention danger error bug", Becomes::callout},
    {Syntax::colons, "success secondary question example abstract summary todo details dropdown", Becomes::callout},
    {Syntax::colons, "admonition callout callout-* seealso aside sidebar margin topic card exercise solution", Becomes::callout},
    {Syntax::colons, "proof prf:* proof:* theorem lemma definition corollary proposition remark conjecture", Becomes::callout},
    {Syntax::colons, "tab tab-item", Becomes::tab},
    {Syntax::colons, "quote blockquote epigraph", Becomes::quote},
    {Syntax::colons, "code code-block code-cell sourcecode literalinclude math mermaid dot myst toc toctree index", Becomes::code},
    {Syntax::colons, "include image embed iframe raw raw:* eval-rst csv-table bibliography doctest video youtube", Becomes::code},
    {Syntax::colons, "comment hidden", Becomes::hidden},
    {Syntax::colons, "*", Becomes::prose},

    {Syntax::fence, "note tip hint important warning caution attention danger error", Becomes::callout},
    {Syntax::fence, "admonition seealso dropdown aside sidebar margin topic todo card versionadded deprecated versionchanged",
     Becomes::callout},
    {Syntax::fence, "exercise solution proof prf:* proof:* theorem lemma definition corollary proposition remark", Becomes::callout},
    {Syntax::fence, "tab tab-item", Becomes::tab},
    {Syntax::fence, "epigraph", Becomes::quote},
    {Syntax::fence, "figure list-table table tab-set grid grid-item grid-item-card div glossary", Becomes::prose},
    {Syntax::fence, "pull-quote highlights compound container tabbed panels", Becomes::prose},
    {Syntax::fence, "*", Becomes::code},

    {Syntax::element, "note tip hint info important warning warn caution danger error success check", Becomes::callout},
    {Syntax::element, "admonition alert callout aside details accordion accordionitem collapsible expandable spoiler", Becomes::callout},
    {Syntax::element, "tab tabitem tabpanel tabpane tabcontent codetab", Becomes::tab},
    {Syntax::element, "quote blockquote pullquote", Becomes::quote},
    {Syntax::element, "*", Becomes::prose},

    {Syntax::shortcode, "note notes notice tip hint info important warning warn caution danger error success", Becomes::callout},
    {Syntax::shortcode, "admonition alert callout attention block box aside sidenote marginnote example question", Becomes::callout},
    {Syntax::shortcode, "details expand collapse accordion spoiler panel new-in deprecated-in", Becomes::callout},
    {Syntax::shortcode, "tab tab-content tabitem codetab", Becomes::tab},
    {Syntax::shortcode, "quote blockquote epigraph", Becomes::quote},
    {Syntax::shortcode, "highlight hl code code-toggle codeblock sourcecode prism gist chroma console", Becomes::code},
    {Syntax::shortcode, "mermaid math katex latex diagram graphviz plantuml chart goat svg", Becomes::code},
    {Syntax::shortcode, "raw verbatim", Becomes::literal},
    {Syntax::shortcode, "comment schema style stylesheet javascript", Becomes::hidden},
    {Syntax::shortcode, "*", Becomes::prose},
});

bool is_name(std::string_view pattern, std::string_view name) {
  if (!pattern.ends_with('*')) return pattern == name;
  pattern.remove_suffix(1);
  return name.starts_with(pattern);
}

bool has_name(std::string_view names, std::string_view name) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (is_name(names.substr(0, end), name)) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

/// `(label)=`, MyST's target for what follows.
bool is_target(std::string_view line) {
  return line.starts_with('(') && line.ends_with(")=") && line.size() > 3 && line.find_first_of(" \t") == std::string_view::npos;
}

/// `*[HTML]: Hyper Text Markup Language`, of PHP Markdown Extra.
bool is_abbreviation(std::string_view line) {
  if (!line.starts_with("*[")) return false;
  const std::size_t close = line.find(']');
  return close != std::string_view::npos && close > 2 && line.substr(close).starts_with("]:");
}

bool is_contents_marker(std::string_view line) {
  return line == "[TOC]" || line == "[toc]" || line == "[[TOC]]" || line == "[[toc]]" || line == "[[_TOC_]]";
}

/// `+++`, a break between blocks, perhaps with metadata.
bool is_block_break(std::string_view line) {
  if (!line.starts_with("+++")) return false;
  const std::size_t rest = line.find_first_not_of(" \t", 3);
  return rest == std::string_view::npos || (line[rest] == '{' && line.ends_with('}'));
}

/// `::name[label]{attributes}`, alone on its line.
bool is_leaf_directive(std::string_view line) {
  if (!line.starts_with("::") || line.starts_with(":::") || line.size() < 4) return false;
  const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_0123456789", 2);
  return end != std::string_view::npos && end > 2 && (line[end] == '[' || line[end] == '{') && (line.back() == ']' || line.back() == '}');
}

}  // namespace

Becomes meaning_of(Syntax syntax, std::string_view name) {
  const std::string folded = fold(name);
  const auto* row = std::find_if(meanings.begin(), meanings.end(),
                                 [&](const Meaning& candidate) { return candidate.syntax == syntax && has_name(candidate.names, folded); });
  return row == meanings.end() ? Becomes::prose : row->becomes;
}

bool is_directive_line(std::string_view line) {
  if (line.size() < 3) return false;
  switch (line.front()) {
    case '(':
      return is_target(line);
    case '*':
      return is_abbreviation(line);
    case '[':
      return is_contents_marker(line);
    case '+':
      return is_block_break(line);
    case ':':
      return line.starts_with(":::") || is_leaf_directive(line);
    default:
      return false;
  }
}

}  // namespace stet
