// Blocks that nothing closes: all text behind them is taken for theirs, as GitHub and browsers take it, and so is not read.
//
// CommonMark (sections 4.5 and 4.6) ends a code fence, a comment, `<script>`, `<pre>`, `<style>`, `<textarea>`, `<?` and `<!` that is not
// closed with the document. An author who forgot the closing line sees the rest of the page gone; stet would call it clean.
#pragma once

#include "document/article.h"

namespace stet {

/// Appends a problem of the kind unread for the block that stands last, when nothing closes it and it swallows what looks like prose.
/// O(bytes of that block).
void find_unclosed(Article& article, const Source& source);

}  // namespace stet
