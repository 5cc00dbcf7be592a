// References to sources, made out by structure.
#pragma once

#include "units/units.h"

namespace stet {

/// Fills units.citations, ascending by sentence.
void find_citations(const Article& article, Units& units);

/// Does a heading say that sources are listed below it ("References", "Sources and further reading")? "Sources of iron" does not.
bool is_source_heading(std::string_view heading);

/// Has the article a section that lists sources: References, Works cited …?
bool has_bibliography(const Article& article);

}  // namespace stet
