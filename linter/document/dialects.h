// The constructs of site generators and note-taking programs, and what each becomes: one table, in dialects.cpp, and a new construct is a
// line in it.
//
// What a construct looks like is known by constructs.h (those that hold blocks) and masking.h (those within a line).
#pragma once

#include <cstdint>
#include <string_view>

namespace stet {

/// How a construct that holds blocks is written.
enum class Syntax : std::uint8_t {
  alert,       ///< `> [!name] Title`: GitHub, Obsidian
  admonition,  ///< `!!! name "Title"` and an indented body: Python-Markdown, MkDocs
  tab,         ///< `=== "Title"` and an indented body: MkDocs
  colons,      ///< `:::name` … `:::`: Docusaurus, VitePress, Pandoc, Quarto, MyST
  slashes,     ///< `/// name | Title` … `///`: PyMdown
  fence,       ///< a code fence with `{name}` behind it: MyST, R Markdown, Quarto
  element,     ///< `<Name>` … `</Name>`, each alone on its line: components of MDX; any element with the attribute `markdown`
  shortcode,   ///< `{{< name >}}`, `{{% name %}}` or `{% name %}` up to what closes it: Hugo, Jekyll, Liquid, GitBook, Markdoc
};

enum class Becomes : std::uint8_t {
  prose,    ///< what it holds stands in the article as if the markers were not there
  callout,  ///< a box of the author's own prose
  tab,      ///< one of several bodies that are shown in the same place
  quote,    ///< somebody's words
  code,     ///< shown as written
  literal,  ///< code unless it holds more than one paragraph
  hidden,   ///< not shown
};

/// What a construct of that name becomes; case does not matter.
Becomes meaning_of(Syntax syntax, std::string_view name);

/// A line that holds one thing which is no prose: `(label)=`, `% comment`, `+++`, `*[abbreviation]: …`, `[TOC]`, `::leaf[…]`.
bool is_directive_line(std::string_view line);

}  // namespace stet
