// How an article is read: through, from its first line to its last, or looked up in, a section at a time.
//
// Whoever reads through meets the same sentence twice when two sections say it; whoever looks something up meets it once, and would miss it
// if it stood in the other section only. An article shows which it is by what its text is made of: names in code, definitions and
// links to other pages beside it make a reference; sentences make an article, and so does a day on which it came out.
#pragma once

#include "matching/check_input.h"

namespace stet {

enum class Reading : std::uint8_t { through, looked_up };

/// How the article is read; worked out once.
Reading reading_of(const CheckInput& input);

/// Is it sentences and little else, such as an essay or a blog post?
bool is_plain_prose(const CheckInput& input);

}  // namespace stet
