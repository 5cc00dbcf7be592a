// Lines that begin with a label: each says something by itself, whatever paragraph Markdown makes of them.
//
// Order of calls:  of a text run's words, behind append_words and flag_inlines,  label_end(…)  and  label_lines(…).
#pragma once

#include <cstdint>
#include <vector>

#include "units/units.h"

namespace stet {

/// Where a label on the first line of a run ends ("Getting there:" with its sentence on the next line), or 0. `words` are the article's so
/// far, `range` the run's.
std::uint32_t label_end(const Article& article, const TextRun& run, const std::vector<Word>& words, IndexRange range);

/// Where the lines of a run begin that have a label of their own ("**Price:** €40" over "**Weight:** 2 kg"), as offsets into plain text,
/// ascending, without the first line's. Empty unless the first line has one too; where labels are not emphasised, unless all lines have
/// one.
std::vector<std::uint32_t> label_lines(const Article& article, const std::vector<Word>& words, IndexRange range);

}  // namespace stet
