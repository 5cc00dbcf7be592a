#include "document/shortcode_tokens.h"

#include <algorithm>
#include <array>

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t longest = 4000;
constexpr std::string_view blanks = " \t\r\n";

struct Delimiters {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Delimiters, 3> delimiters = {{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}}};

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/' || c == '.';
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  return first == none ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// `inner` is what stands between the delimiters.
ShortcodeToken token_of(std::string_view inner, Span span) {
  ShortcodeToken token{.span = span};
  if (inner.starts_with('-')) inner.remove_prefix(1);
  if (inner.ends_with('-')) inner.remove_suffix(1);
  inner = trimmed(inner);
  if (inner.starts_with("/*")) return token;
  if (inner.starts_with('/')) {
    token.closes = true;
    inner = trimmed(inner.substr(1));
  } else if (inner.ends_with('/')) {
    token.alone = true;
    inner = trimmed(inner.substr(0, inner.size() - 1));
  }
  std::size_t end = 0;
  while (end < inner.size() && is_name_byte(inner[end])) ++end;
  token.name = inner.substr(0, end);
  token.arguments = trimmed(inner.substr(end));
  if (token.name.starts_with("end") && token.name.size() > 3 && span.size() > 0 && !token.closes) {
    token.name.remove_prefix(3);
    token.closes = true;
  }
  return token;
}

}  // namespace

ShortcodeTokens::ShortcodeTokens(std::string_view text) {
  std::array<std::size_t, delimiters.size()> closes{};  // the next closing delimiter of each pair, looked for once
  for (std::size_t at = text.find('{'); at != none; at = text.find('{', at)) {
    const auto* pair = std::find_if(delimiters.begin(), delimiters.end(),
                                    [&](const Delimiters& candidate) { return text.substr(at).starts_with(candidate.open); });
    std::size_t& close = closes[static_cast<std::size_t>(pair - delimiters.begin()) % delimiters.size()];
    const std::size_t begin = at++;
    if (pair == delimiters.end() || close == none) continue;
    const std::size_t inner = begin + pair->open.size();
    if (close < inner) close = text.find(pair->close, inner);
    if (close == none || close - begin > longest) continue;
    at = close + pair->close.size();
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    tokens_.push_back(token_of(text.substr(inner, close - inner), span));
    if (tokens_.back().closes) closers_[tokens_.back().name].push_back(static_cast<std::uint32_t>(tokens_.size() - 1));
  }
}

const ShortcodeToken* ShortcodeTokens::closer(std::string_view name, std::uint32_t offset) const {
  const auto found = closers_.find(name);
  if (found == closers_.end()) return nullptr;
  const auto first = std::lower_bound(found->second.begin(), found->second.end(), offset,
                                      [&](std::uint32_t token, std::uint32_t at) { return tokens_[token].span.begin < at; });
  return first == found->second.end() ? nullptr : &tokens_[*first];
}

}  // namespace stet
