#include "document/run_writer.h"

#include <algorithm>
#include <utility>

#include "document/masking.h"
#include "text/blank.h"
#include "text/unicode.h"

namespace stet {
void RunWriter::begin(std::uint32_t block) {
  run_ = {};
  run_.block = block;
  run_.plain.begin = plain_size();
  run_.inlines.begin = static_cast<std::uint32_t>(article_.inlines.size());
}

void RunWriter::end() {
  while (plain_size() > run_.plain.begin && article_.plain.back() == ' ') drop_last();
  run_.plain.end = plain_size();
  run_.inlines.end = static_cast<std::uint32_t>(article_.inlines.size());
  for (std::uint32_t i = run_.inlines.begin; i < run_.inlines.end; ++i) {
    Span& plain = article_.inlines[i].plain;
    plain = {std::min(plain.begin, run_.plain.end), std::min(plain.end, run_.plain.end)};
  }
  article_.plain += '\n';
  article_.texts.push_back(run_);
}

void RunWriter::drop_last() {
  article_.plain.pop_back();
  PlainPiece& last = article_.pieces.back();
  if (last.exact && last.source_size > 1) {
    --last.source_size;
  } else {
    article_.pieces.pop_back();
  }
}

void RunWriter::exact(std::uint32_t begin, std::uint32_t end) {
  while (begin < end) {
    const std::uint32_t from = (*leaf_.to_source)(begin);
    std::uint32_t stop = begin + 1;
    // The source is contiguous unless the leaf left bytes out in between.
    if ((*leaf_.to_source)(end - 1) == from + (end - 1 - begin)) {
      stop = end;
    } else {
      while (stop < end && (*leaf_.to_source)(stop) == from + (stop - begin)) ++stop;
    }
    add_piece({plain_size(), from, stop - begin, true});
    article_.plain.append(leaf_.text.substr(begin, stop - begin));
    begin = stop;
  }
}

void RunWriter::add_piece(const PlainPiece& piece) {
  if (!article_.pieces.empty()) {
    PlainPiece& last = article_.pieces.back();
    const bool follows =
        last.exact && piece.exact && last.plain + last.source_size == piece.plain && last.source + last.source_size == piece.source;
    if (follows) {
      last.source_size += piece.source_size;
      return;
    }
  }
  article_.pieces.push_back(piece);
}

void RunWriter::stands_for(std::string_view shown, Span span) {
  const Span from = source(span);
  article_.pieces.push_back({plain_size(), from.begin, from.size(), false});
  article_.plain += shown;
}

void RunWriter::space(Span span) {
  if (plain_size() > run_.plain.begin && article_.plain.back() != ' ' && article_.plain.back() != '\n') stands_for(" ", span);
}

std::uint32_t RunWriter::add_inline(InlineKind kind, Span span, std::uint32_t link) {
  article_.inlines.push_back({kind, source(span), {plain_size(), plain_size()}, link});
  return static_cast<std::uint32_t>(article_.inlines.size() - 1);
}

void RunWriter::close_element(std::uint32_t index, std::uint32_t end) {
  close_inline(index);
  Inline& element = article_.inlines[index];
  element.source.end = std::max(element.source.end, source({end - 1, end}).end);
  if (element.kind == InlineKind::link) article_.links[element.link].source = element.source;
}

std::uint32_t RunWriter::add_link(std::string target, Span span, std::uint32_t definition) {
  article_.links.push_back({std::move(target), source(span), definition});
  return static_cast<std::uint32_t>(article_.links.size() - 1);
}

std::uint32_t RunWriter::bare_url(std::uint32_t start, std::uint32_t at, std::uint32_t end) {
  const std::string_view all = leaf_.text;
  const std::string_view before = all.substr(start, at - start);
  std::uint32_t begin = at;
  if (all[at] == ':') {
    const bool scheme = before.ends_with("https") || before.ends_with("http");
    if (!scheme || !all.substr(at).starts_with("://")) return at;
    begin = at - (before.ends_with("https") ? 5 : 4);
  } else if (!all.substr(at).starts_with("www.") || (at > 0 && (is_letter(static_cast<unsigned char>(all[at - 1]))))) {
    return at;
  }
  std::uint32_t stop = at + 1;
  while (stop < end && !is_blank(all[stop]) && !is_break(all[stop]) && all[stop] != '<' && all[stop] != masked_byte) ++stop;
  while (stop > at + 1 && std::string_view("?!.,:*_~'\"").find(all[stop - 1]) != std::string_view::npos) --stop;
  const auto opened = std::count(all.begin() + begin, all.begin() + stop, '(');
  auto closed = std::count(all.begin() + begin, all.begin() + stop, ')');
  for (; stop > at + 1 && all[stop - 1] == ')' && closed > opened; --closed) --stop;
  if (stop < at + 4) return at;
  exact(start, begin);  // NOLINT(readability-suspicious-call-argument): what stands before the URL
  const std::uint32_t link = add_link(std::string(text({begin, stop})), {begin, stop}, no_index);
  const std::uint32_t index = add_inline(InlineKind::autolink, {begin, stop}, link);
  exact(begin, stop);
  close_inline(index);
  return stop;
}

}  // namespace stet
