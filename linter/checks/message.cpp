#include "checks/message.h"

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

std::string words_as_written(const CheckInput& input, IndexRange words, std::size_t most) {
  if (words.empty()) return {};
  const std::uint32_t begin = input.units.words[words.begin].plain.begin;
  std::uint32_t last = words.begin;
  while (last + 1 < words.end && input.units.words[last + 1].plain.end - begin <= most) ++last;
  std::string text(input.article.text({begin, input.units.words[last].plain.end}));
  if (text.size() > most) {
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
    text.resize(cut);
  }
  if (last + 1 < words.end || text.size() == most) text += "…";
  return text;
}

Span source_of(const CheckInput& input, IndexRange words) {
  return input.article.to_source({input.units.words[words.begin].plain.begin, input.units.words[words.end - 1].plain.end});
}

Span source_of_sentence(const CheckInput& input, std::uint32_t sentence) {
  return input.article.to_source(input.units.sentences[sentence].plain);
}

std::uint32_t line_of(const CheckInput& input, Span source) { return input.source.lines.line_at(source.begin); }

std::string fill_match(std::string_view message, const CheckInput& input, const Match& match,
                       const std::vector<std::string>& capture_names) {
  std::string result = fill(message, {{"found", words_as_written(input, match.words)}});
  for (const Capture& capture : match.captures) {
    result = fill(result, {{"$" + capture_names[capture.name], words_as_written(input, capture.words)}});
  }
  return result;
}

}  // namespace stet
