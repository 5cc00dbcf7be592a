// Passages that went from one article to another: what was found in them there is not the change's doing here.
#pragma once

#include <map>
#include <string>

#include "cli/engines.h"
#include "findings/finding.h"

namespace stet {

/// Takes out of a change's findings those that another article had before the change and has no more, by their content: rule and words of
/// all ends. A passage that was copied is new; so is a finding that the passage has only here, such as a claim that left its source behind.
///
/// Articles before the change are those of `options.earlier`, and `gone`, by path, those that are there no more. Only those that said one
/// of the sentences are checked, before and now.
void drop_moved(RunFindings& run, const RunOptions& options, const std::map<std::string, std::string>& gone, Engines& engines);

}  // namespace stet
