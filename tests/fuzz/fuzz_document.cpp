// Any bytes as an article, as far as its blocks and texts: HTML, dialects and tables among them. Every span must lie where it belongs.
#include "doors.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using stet::fuzz::expect;
  using stet::fuzz::is_within;
  const auto source = stet::fuzz::source_of(data, size);
  if (!source) return 0;
  const stet::Article article = stet::parse_article(*source);
  std::uint32_t index = 0;
  for (const stet::Block& block : article.blocks) {
    expect(is_within(block.source, source->bytes.size()));
    expect(block.parent == stet::no_index || block.parent < index);
    expect(block.section < article.sections.size());
    ++index;
  }
  for (const stet::TextRun& run : article.texts) {
    expect(is_within(run.plain, article.plain.size()));
    expect(is_within(article.to_source(run.plain), source->bytes.size()));
    for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) {
      expect(is_within(article.inlines[i].source, source->bytes.size()));
    }
  }
  return 0;
}
