// Text that nobody changes: of the program itself, or held in common by all copies. What the build has prepared is so read where it lies.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace stet {

/// A std::string_view, in all that it can do, that keeps alive what it views.
class SharedText : public std::string_view {
 public:
  SharedText() = default;
  // NOLINTBEGIN(google-explicit-constructor): a text is one, however it is held
  SharedText(std::string text) { hold(std::make_shared<const std::string>(std::move(text))); }
  SharedText(const char* text) : SharedText(std::string(text)) {}

  /// Of the program itself, or of what else outlives all copies.
  static SharedText lasting(std::string_view text) {
    SharedText shared;
    static_cast<std::string_view&>(shared) = text;
    return shared;
  }

  /// A part of it, kept alive like all of it. `offset` is at most its size.
  SharedText part(std::size_t offset, std::size_t count) const {
    SharedText shared = *this;
    static_cast<std::string_view&>(shared) = substr(offset, count);
    return shared;
  }

  std::string string() const { return {data(), size()}; }
  operator std::string() const { return string(); }
  // NOLINTEND(google-explicit-constructor)

 private:
  std::shared_ptr<const std::string> held_;

  void hold(std::shared_ptr<const std::string> text) {
    held_ = std::move(text);
    static_cast<std::string_view&>(*this) = *held_;
  }
};

}  // namespace stet

template <>
struct fmt::formatter<stet::SharedText> : fmt::formatter<std::string_view> {
  template <typename Context>
  auto format(const stet::SharedText& text, Context& context) const {
    return fmt::formatter<std::string_view>::format(text, context);
  }
};
