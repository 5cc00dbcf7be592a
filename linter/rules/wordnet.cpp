#include "rules/wordnet.h"

#include <charconv>

#include "text/embedded.h"

namespace stet {
namespace {

/// Takes the first line off.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

// "#symptom#1", and below it its words, one a line: "1203 ache".
WordNetWords::WordNetWords() {
  std::string_view text = embedded::wordnet_words.front().bytes;
  while (!text.empty()) {
    const std::string_view head = next_line(text);
    const std::size_t end = std::min(text.find("\n#"), text.size());
    lines_.emplace(head.substr(1), text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::optional<std::vector<WordNetWord>> WordNetWords::below(const std::string& synset) const {
  const auto found = lines_.find(synset);
  if (found == lines_.end()) return std::nullopt;
  std::vector<WordNetWord> words;
  for (std::string_view rest = found->second; !rest.empty();) {
    const std::string_view line = next_line(rest);
    WordNetWord word;
    const auto [count_end, error] = std::from_chars(line.data(), line.data() + line.size(), word.count);
    if (error != std::errc()) continue;
    word.text = line.substr(static_cast<std::size_t>(count_end - line.data()) + 1);
    words.push_back(word);
  }
  return words;
}

std::vector<std::string_view> WordNetWords::synsets() const {
  std::vector<std::string_view> names;
  names.reserve(lines_.size());
  for (const auto& [name, lines] : lines_) names.push_back(name);
  return names;
}

}  // namespace stet
