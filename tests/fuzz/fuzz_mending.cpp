// Any bytes as an article, mended as `--fix` does it. It must come to an end, and what is left must be blocks of before, byte for byte, but
// for paragraphs that stand there still and weekdays that were put right.
#include <set>

#include "doors.h"
#include "findings/fixes.h"

namespace {

const stet::Engine& engine() {
  static const auto built = stet::fuzz::engine_of({"repetition/", "consistency/weekday"});
  return *built;
}

std::multiset<std::string> paragraphs_of(const stet::Source& source) {
  const stet::Article article = stet::parse_article(source);
  std::multiset<std::string> paragraphs;
  for (const stet::Block& block : article.blocks) {
    if (block.kind == stet::BlockKind::paragraph) paragraphs.emplace(source.view(block.source));
  }
  return paragraphs;
}

/// Only removals: a mended weekday changes a paragraph, as it should.
bool only_removes(const stet::FileFindings& file) {
  return std::all_of(file.findings.begin(), file.findings.end(), [](const stet::Finding& finding) {
    return !stet::is_fixable(finding, false) || std::all_of(finding.fixes.front().edits.begin(), finding.fixes.front().edits.end(),
                                                            [](const stet::TextEdit& edit) { return edit.replacement.empty(); });
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using stet::fuzz::expect;
  auto source = stet::fuzz::source_of(data, size);
  if (!source) return 0;
  const std::string path = source->path;
  stet::FileFindings file = stet::check_source(engine(), std::move(*source));
  for (unsigned round = 0; round < stet::most_fix_rounds; ++round) {
    const stet::FixedText fixed = stet::apply_fixes(file, false);
    if (fixed.fixed == 0) return 0;
    auto mended = stet::make_source(path, fixed.bytes);
    expect(mended.has_value());
    if (only_removes(file)) {
      const std::multiset<std::string> had = paragraphs_of(file.source);
      for (const std::string& paragraph : paragraphs_of(*mended)) expect(had.contains(paragraph));
      for (const std::string& paragraph : had) expect(paragraphs_of(*mended).contains(paragraph));
    }
    file = stet::check_source(engine(), std::move(*mended));
  }
  expect(false);  // mending goes on and on
  return 0;
}
