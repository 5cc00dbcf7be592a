// What a house takes for a citation, besides what any reader would.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "units/units.h"

namespace stet {

struct CitationPolicy {
  std::vector<std::string> domains;     ///< only links to these and to domains below them cite; empty: all that lead out of the site
  std::vector<std::string> shortcodes;  ///< names of shortcodes, components and elements that cite

  bool empty() const { return domains.empty() && shortcodes.empty(); }
};

/// May a link to this target cite? Targets inside the site are the caller's affair.
bool may_cite(const CitationPolicy& policy, std::string_view target);

/// Takes links to other domains out of units.citations, and adds the shortcodes that cite.
void apply(const CitationPolicy& policy, const Article& article, const Source& source, Units& units);

/// Host of a link that leads out of the site, in small letters, without user, port and `www.`; empty for other targets.
std::string host_of(std::string_view target);

}  // namespace stet
