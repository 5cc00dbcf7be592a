#include "document/html_run.h"

#include <algorithm>

#include "document/entities.h"
#include "document/html_inlines.h"
#include "document/masking.h"
#include "text/byte_set.h"

namespace stet {
namespace {

constexpr ByteSet blanks(" \t\r\n\f");
constexpr ByteSet special(" \t\r\n\f&:w\x1A");

class HtmlRunBuilder : private RunWriter {
 public:
  HtmlRunBuilder(Article& article, const LeafText& leaf, const std::vector<Span>& markup) : RunWriter(article, leaf), markup_(markup) {}

  void build(std::uint32_t block, const std::vector<Span>& parts) {
    begin(block);
    for (const Span part : parts) read(part);
    html_.end();
    end();
  }

 private:
  const std::vector<Span>& markup_;
  HtmlInlines html_{*this, HtmlInlines::Within::html};
  std::uint32_t hidden_until_ = 0;

  void read(Span part) {
    auto markup = std::upper_bound(markup_.begin(), markup_.end(), part.begin, [](std::uint32_t at, Span other) { return at < other.end; });
    std::uint32_t at = std::max(part.begin, hidden_until_);
    for (; markup != markup_.end() && markup->begin < part.end; ++markup) {
      if (markup->begin < hidden_until_) continue;
      characters(at, markup->begin);
      hidden_until_ = html_.read(*markup);
      at = std::max(markup->end, hidden_until_);
    }
    characters(at, part.end);
  }

  /// Text without markup.
  void characters(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t start = begin;
    for (std::uint32_t at = begin; at < end;) {
      const std::uint32_t next =
          blanks.contains(text()[at]) || text()[at] == masked_byte ? run_at(start, at, end) : sign_at(start, at, end);
      if (next != at) {
        start = at = next;
      } else {
        at = static_cast<std::uint32_t>(std::min<std::size_t>(special.find(text().substr(0, end), at + 1), end));
      }
    }
    if (start < end) exact(start, end);
  }

  /// Writes what stands before `at`, and one space for all blanks there, or nothing for masked bytes.
  std::uint32_t run_at(std::uint32_t start, std::uint32_t at, std::uint32_t end) {
    const bool masked = text()[at] == masked_byte;
    std::uint32_t stop = at;
    while (stop < end && (masked ? text()[stop] == masked_byte : blanks.contains(text()[stop]))) ++stop;
    exact(start, at);
    if (masked) {
      add_inline(InlineKind::shortcode, {at, stop});
    } else {
      space({at, stop});
    }
    return stop;
  }

  /// Writes what stands before `at`, and the reference or address there. Returns `at` when none is.
  std::uint32_t sign_at(std::uint32_t start, std::uint32_t at, std::uint32_t end) {
    if (text()[at] == ':' || text()[at] == 'w') return bare_url(start, at, end);
    if (text()[at] != '&') return at;
    const CharacterReference reference = read_reference(text({at, end}), ReferenceEnd::anything);
    if (reference.size == 0) return at;
    exact(start, at);
    const auto behind = static_cast<std::uint32_t>(at + reference.size);
    stands_for(reference.text, {at, behind});
    return behind;
  }
};

}  // namespace

void append_html_run(Article& article, std::uint32_t block, const LeafText& leaf, const std::vector<Span>& markup,
                     const std::vector<Span>& parts) {
  HtmlRunBuilder(article, leaf, markup).build(block, parts);
}

}  // namespace stet
