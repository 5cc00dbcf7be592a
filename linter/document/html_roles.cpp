#include "document/html_roles.h"

#include <algorithm>
#include <array>

namespace stet {
namespace {

struct Element {
  std::string_view name;
  HtmlRole role = HtmlRole::phrasing;
};

/// Sorted by name; others are phrasing. One line more is one element more.
constexpr auto elements = std::to_array<Element>({
    {"address", HtmlRole::text},    {"area", HtmlRole::unseen},      {"article", HtmlRole::block},   {"aside", HtmlRole::block},
    {"audio", HtmlRole::unseen},    {"blockquote", HtmlRole::quote}, {"body", HtmlRole::block},      {"canvas", HtmlRole::unseen},
    {"caption", HtmlRole::text},    {"center", HtmlRole::block},     {"col", HtmlRole::unseen},      {"colgroup", HtmlRole::block},
    {"datalist", HtmlRole::unseen}, {"dd", HtmlRole::description},   {"details", HtmlRole::block},   {"dialog", HtmlRole::block},
    {"dir", HtmlRole::list},        {"div", HtmlRole::block},        {"dl", HtmlRole::terms},        {"dt", HtmlRole::term},
    {"embed", HtmlRole::unseen},    {"fieldset", HtmlRole::block},   {"figcaption", HtmlRole::text}, {"figure", HtmlRole::block},
    {"footer", HtmlRole::block},    {"form", HtmlRole::block},       {"h1", HtmlRole::heading},      {"h2", HtmlRole::heading},
    {"h3", HtmlRole::heading},      {"h4", HtmlRole::heading},       {"h5", HtmlRole::heading},      {"h6", HtmlRole::heading},
    {"head", HtmlRole::unseen},     {"header", HtmlRole::block},     {"hgroup", HtmlRole::block},    {"hr", HtmlRole::rule},
    {"html", HtmlRole::block},      {"input", HtmlRole::unseen},     {"legend", HtmlRole::text},     {"li", HtmlRole::item},
    {"link", HtmlRole::unseen},     {"listing", HtmlRole::code},     {"main", HtmlRole::block},      {"menu", HtmlRole::list},
    {"meta", HtmlRole::unseen},     {"nav", HtmlRole::block},        {"noscript", HtmlRole::unseen}, {"object", HtmlRole::unseen},
    {"ol", HtmlRole::list},         {"optgroup", HtmlRole::unseen},  {"option", HtmlRole::unseen},   {"p", HtmlRole::text},
    {"param", HtmlRole::unseen},    {"pre", HtmlRole::code},         {"search", HtmlRole::block},    {"section", HtmlRole::block},
    {"select", HtmlRole::unseen},   {"summary", HtmlRole::text},     {"table", HtmlRole::table},     {"tbody", HtmlRole::block},
    {"td", HtmlRole::cell},         {"template", HtmlRole::unseen},  {"tfoot", HtmlRole::block},     {"th", HtmlRole::cell},
    {"thead", HtmlRole::block},     {"tr", HtmlRole::row},           {"ul", HtmlRole::list},         {"video", HtmlRole::unseen},
});

}  // namespace

HtmlRole html_role(std::string_view name) {
  const auto* const found =
      std::lower_bound(elements.begin(), elements.end(), name, [](const Element& element, std::string_view n) { return element.name < n; });
  return found != elements.end() && found->name == name ? found->role : HtmlRole::phrasing;
}

}  // namespace stet
