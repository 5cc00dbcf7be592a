#include "document/continuations.h"

#include <algorithm>

namespace stet {
namespace {

void append(const ParsedText& parsed, Span span, std::string& bytes, OffsetMap& map) {
  if (span.begin >= span.end) return;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  map.add(size, parsed.to_source(span.begin));
  const auto& pieces = parsed.to_source.pieces();
  auto piece =
      std::upper_bound(pieces.begin(), pieces.end(), span.begin, [](std::uint32_t at, const OffsetMap::Piece& p) { return at < p.from; });
  for (; piece != pieces.end() && piece->from < span.end; ++piece) map.add(size + piece->from - span.begin, piece->to);
  bytes += parsed.bytes.substr(span.begin, span.size());
}

}  // namespace

void append_without_continuations(const ParsedText& parsed, std::uint32_t node, Span span, std::string& bytes, OffsetMap& map) {
  std::uint32_t at = span.begin;
  if (node == no_index) return append(parsed, span, bytes, map);
  for (std::uint32_t child = node + 1; child < parsed.tree[node].end; child = parsed.tree[child].end) {
    const Span cut = parsed.tree[child].span;
    if (parsed.tree[child].kind != SyntaxKind::block_continuation || cut.begin < at || cut.begin >= span.end) continue;
    append(parsed, {at, cut.begin}, bytes, map);
    at = std::max(at, cut.end);
  }
  append(parsed, {at, span.end}, bytes, map);
}

}  // namespace stet
