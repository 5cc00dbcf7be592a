#include "lsp/transport.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/letters.h"

namespace stet {
namespace {

constexpr std::size_t piece = 65536;  // bytes asked for at once
constexpr std::string_view header_end = "\r\n\r\n";

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::uint64_t> length_in(std::string_view header) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find("\r\n"), header.size());
    const std::string_view line = header.substr(0, end);
    header.remove_prefix(std::min(end + 2, header.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !same_name(line.substr(0, colon), "content-length")) continue;
    const std::string_view digits = trimmed(line.substr(colon + 1));
    std::uint64_t length = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
    return length;
  }
  return std::nullopt;
}

}  // namespace

bool MessageReader::fill() {
  buffer_.erase(0, used_);
  used_ = 0;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + piece);
  const std::size_t got = read_(buffer_.data() + before, piece);
  buffer_.resize(before + got);
  return got > 0;
}

FrameStatus MessageReader::read_header(std::string& header) {
  for (;;) {
    const std::size_t end = std::string_view(buffer_).find(header_end, used_);
    if (end != std::string_view::npos && end - used_ <= limits_.header_bytes) {
      header = buffer_.substr(used_, end - used_);
      used_ = end + header_end.size();
      return FrameStatus::message;
    }
    if (buffer_.size() - used_ > limits_.header_bytes) return FrameStatus::broken;
    if (!fill()) return buffer_.empty() ? FrameStatus::ended : FrameStatus::broken;
  }
}

FrameStatus MessageReader::next(std::string& body) {
  body.clear();
  std::string header;
  if (const FrameStatus status = read_header(header); status != FrameStatus::message) return status;
  const auto length = length_in(header);
  if (!length) return FrameStatus::broken;
  const bool kept = *length <= limits_.body_bytes;
  for (std::uint64_t left = *length; left > 0;) {
    if (used_ == buffer_.size() && !fill()) return FrameStatus::ended;
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(left, buffer_.size() - used_));
    if (kept) body.append(buffer_, used_, taken);
    used_ += taken;
    left -= taken;
  }
  return kept ? FrameStatus::message : FrameStatus::too_large;
}

std::string frame(std::string_view body) { return fmt::format("Content-Length: {}\r\n\r\n{}", body.size(), body); }

}  // namespace stet
