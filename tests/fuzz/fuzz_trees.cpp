// Any bytes as Markdown, read by each grammar twice: from the text, and from its coarse copy (document/coarse.h). The two trees must be the
// same, else the copy makes the linter read an article wrongly. The first byte is the Markdown mutator's and not read.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "document/article.h"
#include "document/nesting.h"
#include "document/syntax_tree.h"

namespace {

constexpr stet::ParseBudget budget = {.milliseconds = 10'000};

/// Beyond these the parser is never called. Nor is it for an empty text; and what stands between two lines of `+++` the grammar takes for
/// metadata, if it reads all of it, and CommonMark does not.
bool may_be_parsed(std::string_view text) {
  const std::string_view first = text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
  if (first.empty() || first.starts_with("+++")) return false;
  const stet::ParseLimits limits;
  const auto marks =
      std::count_if(text.begin(), text.end(), [](char c) { return std::string_view("*_~!").find(c) != std::string_view::npos; });
  return stet::measure_nesting(text).depth <= limits.nesting && static_cast<std::uint64_t>(marks) <= limits.inline_marks;
}

bool same(const stet::SyntaxTree& a, const stet::SyntaxTree& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const stet::SyntaxNode& left, const stet::SyntaxNode& right) {
    return left.kind == right.kind && left.span == right.span && left.end == right.end;
  });
}

void expect_same_trees(stet::MarkdownGrammar grammar, std::string_view text) {
  stet::SyntaxTree coarse;
  stet::SyntaxTree exact;
  const bool both = stet::parse_syntax(grammar, text, budget, coarse, stet::TreeReading::coarse) &&
                    stet::parse_syntax(grammar, text, budget, exact, stet::TreeReading::exact);
  if (both && !same(coarse, exact)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto source = stet::make_source("fuzz.md", std::string(data + 1, data + size));
  if (!source || !may_be_parsed(source->bytes)) return 0;
  expect_same_trees(stet::MarkdownGrammar::block, source->bytes);
  expect_same_trees(stet::MarkdownGrammar::inline_, source->bytes);
  return 0;
}
