// How the first lines of constructs are read: names and titles. All views are parts of the line given.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "document/dialects.h"

namespace stet {

/// A cheap test that most articles fail, so that they are not walked line by line.
bool may_hold_constructs(std::string_view text);

/// What stands behind the signs of `:::` or of a fence.
struct DirectiveHead {
  std::string_view name;   ///< `note` of `note Title`, `{note}`, `{.note}`, `{#id .note}`
  std::string_view title;  ///< `Title` of `note Title`, `note[Title]`, `{note} Title`, `{.note title="Title"}`
  bool braced = false;     ///< `{name}`, as MyST writes it
};
DirectiveHead directive_head(std::string_view rest);
/// `name | Title`.
DirectiveHead block_head(std::string_view rest);

/// `!!! name "Title"`, `??? name`, `=== "Title"`.
struct IndentedHead {
  Syntax syntax = Syntax::admonition;
  std::string_view name;
  std::string_view title;
};
std::optional<IndentedHead> indented_head(std::string_view body);

/// `> > [!name]+ Title`.
struct AlertHead {
  std::uint32_t depth = 0;  ///< quote marks before it, or at the line's start when it is no alert
  std::string_view marker;  ///< `[!name]+`; empty when there is none
  std::string_view name;
  std::string_view title;
};
AlertHead alert_head(std::string_view body);

/// `<Name key="value">` or `</Name>`, and nothing else.
struct ElementHead {
  std::string_view name;  ///< empty when the line is no such tag, or one that closes itself
  std::string_view attributes;
  bool closes = false;
  bool holds_markdown = false;  ///< has the attribute `markdown`, of Python-Markdown, kramdown and PHP Markdown Extra
  bool hides = false;           ///< `hidden`, or a style that does not display it

  /// `TabItem`, but neither `div` nor `DIV`.
  bool is_component() const;
};
ElementHead element_head(std::string_view body);

/// The value of `title="…"` and the like; with `or_first` also of a first argument in quotation marks.
std::string_view title_in(std::string_view arguments, bool or_first);

bool is_option(std::string_view line);           ///< `:class: tip`
bool is_indented_option(std::string_view line);  ///< `    type: warning`
/// May the line be, or go on, a paragraph that names what a definition behind it defines?
bool may_be_term(std::string_view body);
/// Columns of a list marker with the blanks behind it, or 0.
std::uint32_t list_marker_width(std::string_view body);

/// Behind the list markers that the text begins with: `- 1. text`.
std::string_view behind_list_markers(std::string_view body);

std::string_view trim_blanks(std::string_view text);
/// How often the first byte stands at the start, when it is one of `signs`; else 0.
std::size_t run_of(std::string_view text, std::string_view signs);

}  // namespace stet
