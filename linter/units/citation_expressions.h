// The forms in which a text cites its sources, as expressions.
//
// Each is compiled once, by the first text that may hold a match: most articles need few of them. Those that ask for letters beyond ASCII
// are looked for in the text's classes (text/classed_text.h). RE2 runs in time linear in the text.
#pragma once

#include <re2/re2.h>

namespace stet::expressions {

const RE2& doi();
const RE2& pmid();
const RE2& author_year();
const RE2& author_narrative();
const RE2& journal();
const RE2& year_journal();
const RE2& year();
const RE2& numbered();
const RE2& parenthesized();
const RE2& superscript();
const RE2& glued();
/// Pandoc's and Quarto's "[see @lund2014, p. 3]", "[@{Lund_2014}]".
const RE2& key();
/// The same in prose: "as @lund2014 showed", "@lund [p. 33]". A name without year or page is somebody's account.
const RE2& key_in_prose();
const RE2& latex();

}  // namespace stet::expressions
