// An article as it reads, as plain data: what a report needs to show the text itself, findings in their places.
//
// Filled only when a report of the run asks for it (RunOptions::prose); other runs leave it empty. Blocks are in preorder: a block's
// descendants are [index + 1, ProseBlock::end). Leaves have runs, the others have none. Source spans are those of the article's bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace stet {

enum class ProseKind : std::uint8_t {
  heading,
  paragraph,
  list,
  item,
  table,
  row,
  cell,
  quote,
  footnote,
  code,
  markup,  ///< for machines: front matter, HTML, a generator's line, a link's definition
  divider,
};

/// How the words of a run look; several may hold at once.
enum ProseStyle : std::uint8_t {
  prose_emphasis = 1U << 0U,
  prose_strong = 1U << 1U,
  prose_struck = 1U << 2U,
  prose_code = 1U << 3U,
  prose_link = 1U << 4U,
  prose_image = 1U << 5U,      ///< the text is the image's description
  prose_reference = 1U << 6U,  ///< the text is a footnote's label
};

/// Text of one look. Byte for byte its source where both are equally long; otherwise as a whole (an entity, a line break, an image).
struct ProseRun {
  Span text;  ///< of Prose::text
  Span source;
  std::uint8_t styles = 0;
};

struct ProseBlock {
  ProseKind kind = ProseKind::paragraph;
  bool ordered = false;     ///< of a list: numbered
  std::uint8_t level = 0;   ///< of a heading: 1 to 6, 7 for one that only looks like one; of a row: 1 in a table's head
  std::uint32_t end = 0;    ///< one past the last descendant
  std::uint32_t words = 0;  ///< of its own runs
  Span source;
  IndexRange runs;  ///< of Prose::runs
};

struct Prose {
  std::string title;  ///< the front matter's, or empty
  std::string text;   ///< what is read, markup gone
  std::vector<ProseBlock> blocks;
  std::vector<ProseRun> runs;

  std::string_view view(const ProseRun& run) const { return std::string_view(text).substr(run.text.begin, run.text.size()); }
  std::uint32_t words() const {
    std::uint32_t count = 0;
    for (const ProseBlock& block : blocks) count += block.words;
    return count;
  }
};

}  // namespace stet
