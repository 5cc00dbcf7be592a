#include "text/today.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string_view>

namespace stet {

std::int64_t today(DayOf day_of) {
  std::int64_t now = std::time(nullptr);
  const char* fixed = day_of == DayOf::run ? std::getenv("SOURCE_DATE_EPOCH") : nullptr;  // NOLINT(concurrency-mt-unsafe): nobody sets it
  if (fixed != nullptr) {
    const std::string_view text = fixed;
    std::from_chars(text.data(), text.data() + text.size(), now);
  }
  using Days = std::chrono::duration<std::int64_t, std::ratio<86400>>;
  return std::chrono::floor<Days>(std::chrono::duration<std::int64_t>(now)).count();
}

}  // namespace stet
