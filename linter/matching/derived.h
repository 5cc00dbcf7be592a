// What several checks derive from one article, or several rules from all rules of a run: made by the first that asks, and kept for the
// others.
#pragma once

#include <map>
#include <memory>
#include <typeindex>

namespace stet {

/// One value of each type. One thread works on it.
class Derived {
 public:
  template <typename Value, typename Make>
  const Value& get(const Make& make) {
    std::shared_ptr<const void>& value = values_[std::type_index(typeid(Value))];
    if (!value) value = std::make_shared<const Value>(make());
    return *static_cast<const Value*>(value.get());
  }

 private:
  std::map<std::type_index, std::shared_ptr<const void>> values_;
};

}  // namespace stet
