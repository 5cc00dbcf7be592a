#include "checks/wording/message.h"

#include <fmt/format.h>

#include <algorithm>

namespace stet {

std::string fill(std::string_view message, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string result;
  std::size_t at = 0;
  while (at < message.size()) {
    const std::size_t open = message.find('{', at);
    result += message.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = message.find('}', open);
    const std::string_view name = message.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1);
    const auto* value = std::find_if(values.begin(), values.end(), [&](const auto& pair) { return pair.first == name; });
    if (value == values.end()) {
      result += '{';
      at = open + 1;
    } else {
      result += value->second;
      at = close + 1;
    }
  }
  return result;
}

std::string fill_match(std::string_view message, const CheckInput& input, const Match& match,
                       const std::vector<std::string>& capture_names) {
  std::string result = fill(message, {{"found", words_as_written(input, match.words)}});
  for (const Capture& capture : match.captures) {
    result = fill(result, {{"$" + capture_names[capture.name], words_as_written(input, capture.words)}});
  }
  return result;
}

}  // namespace stet
