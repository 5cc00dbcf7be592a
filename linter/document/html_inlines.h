// Phrasing elements of HTML inside a text, Markdown's or HTML's own: `<a href>` is a link, `<code>` code, `<br>` a break, `<sup>3</sup>` ³.
//
// Tags are read one by one, in the order of the text; what is not closed ends with the text.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/run_writer.h"

namespace stet {

class HtmlInlines {
 public:
  /// In Markdown `[1]` may be a link.
  enum class Within : bool { html, markdown };

  HtmlInlines(RunWriter& writer, Within within) : writer_(writer), within_(within) {}

  /// Reads a tag or comment. Returns where to go on: behind it, or behind what it hides.
  std::uint32_t read(Span tag);
  /// Closes what is still open, at the end of the text.
  void end();

 private:
  RunWriter& writer_;
  Within within_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> open_;  // by name: inline spans, ascending
  std::size_t no_more_ = std::string_view::npos;                         // from here on no `</` is left

  void add_other(const std::string& name, Span tag);
  void close(const std::string& name, Span tag);
  void open(const std::string& name, Span tag);
  std::uint32_t behind_hidden(const std::string& name, std::uint32_t from);
  std::uint32_t read_superscript(Span tag);
};

/// What a reader sees where a superscript is: digits become superscript digits, square brackets around them go. Empty when it is no number.
std::string superscript_number(std::string_view written);

}  // namespace stet
