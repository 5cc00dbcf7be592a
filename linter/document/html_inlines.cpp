#include "document/html_inlines.h"

#include <algorithm>
#include <array>

#include "document/html_guard.h"
#include "document/html_roles.h"
#include "document/html_tree.h"
#include "document/text_run.h"

namespace stet {
namespace {

struct Phrasing {
  std::string_view name;
  InlineKind kind;
};

/// Elements that are more to an article than their tag. One line more is one element more.
constexpr auto phrasing = std::to_array<Phrasing>({
    {"b", InlineKind::strong},
    {"code", InlineKind::code},
    {"del", InlineKind::strikethrough},
    {"em", InlineKind::emphasis},
    {"i", InlineKind::emphasis},
    {"kbd", InlineKind::code},
    {"s", InlineKind::strikethrough},
    {"samp", InlineKind::code},
    {"strike", InlineKind::strikethrough},
    {"strong", InlineKind::strong},
    {"tt", InlineKind::code},
});

/// Elements whose content is not shown, or not as text. (What HtmlGuard calls raw is hidden too.)
constexpr auto unseen =
    std::to_array<std::string_view>({"audio", "canvas", "datalist", "math", "noscript", "object", "select", "svg", "template", "video"});

constexpr std::array<std::string_view, 10> superscript_digits = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                                 "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

/// Without tags.
std::string text_of(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t size = html[at] == '<' ? html_tag_size(html.substr(at)) : 0;
    if (size == 0) text += html[at];
    at += std::max<std::size_t>(size, 1);
  }
  return text;
}

}  // namespace

std::string superscript_number(std::string_view written) {
  while (!written.empty() && (written.front() == ' ' || written.front() == '[' || written.front() == '\\')) written.remove_prefix(1);
  while (!written.empty() && (written.back() == ' ' || written.back() == ']' || written.back() == '\\')) written.remove_suffix(1);
  if (written.empty() || written.size() > 20) return {};
  std::string result;
  bool digits = false;
  for (const char c : written) {
    if (c >= '0' && c <= '9') {
      result += superscript_digits.at(static_cast<std::size_t>(c - '0'));
      digits = true;
    } else if (c == ',') {
      result += c;
    } else if (c == '-') {
      result += "\u207B";
    } else if (c != ' ') {
      return {};
    }
  }
  return digits ? result : std::string();
}

std::uint32_t HtmlInlines::read(Span tag) {
  const std::string_view whole = writer_.text(tag);
  if (whole.starts_with("<!--")) {
    writer_.add_inline(InlineKind::html_comment, tag);
    return tag.end;
  }
  const std::string name = html_tag_name(whole);
  if (whole.starts_with("</")) {
    close(name, tag);
    return tag.end;
  }
  if (html_tag_size(whole) < whole.size()) {
    // All of an element that is not shown.
    writer_.add_inline(InlineKind::html_tag, tag);
    return tag.end;
  }
  if (name == "sup") return read_superscript(tag);
  open(name, tag);
  const bool is_unseen = is_raw_html(name) || std::binary_search(unseen.begin(), unseen.end(), name) || hides_html(whole);
  return is_unseen && !whole.ends_with("/>") ? behind_hidden(name, tag.end) : tag.end;
}

void HtmlInlines::open(const std::string& name, Span tag) {
  if (name == "br") {
    writer_.add_inline(InlineKind::hard_break, tag);
    return writer_.space(tag);
  }
  if (name == "img") {
    const std::string target = html_attribute(writer_.text(tag), "src");
    writer_.add_inline(InlineKind::image, tag, writer_.add_link(resolve_destination(target), tag, no_index));
    return;
  }
  if (name == "a") {
    const std::string target = html_attribute(writer_.text(tag), "href");
    if (!target.empty()) {
      const std::uint32_t link = writer_.add_link(resolve_destination(target), tag, no_index);
      open_[name].push_back(writer_.add_inline(InlineKind::link, tag, link));
      return;
    }
  }
  const auto* const known =
      std::find_if(phrasing.begin(), phrasing.end(), [&](const Phrasing& candidate) { return candidate.name == name; });
  if (known == phrasing.end()) {
    add_other(name, tag);
  } else {
    open_[name].push_back(writer_.add_inline(known->kind, tag));
  }
}

/// A block within the line, "It ends.<h3>Winter</h3>Snow": what stands before it and behind it is set apart.
void HtmlInlines::add_other(const std::string& name, Span tag) {
  writer_.add_inline(InlineKind::html_tag, tag);
  const HtmlRole role = html_role(name);
  if (role != HtmlRole::phrasing && role != HtmlRole::unseen) writer_.space(tag);
}

void HtmlInlines::close(const std::string& name, Span tag) {
  const auto found = open_.find(name);
  if (found == open_.end() || found->second.empty()) return add_other(name, tag);
  writer_.close_element(found->second.back(), tag.end);
  found->second.pop_back();
}

void HtmlInlines::end() {
  std::vector<std::uint32_t> left;
  for (const auto& [name, spans] : open_) left.insert(left.end(), spans.begin(), spans.end());
  std::sort(left.begin(), left.end(), std::greater<>());
  for (const std::uint32_t span : left) writer_.close_inline(span);
  open_.clear();
}

/// Where the hidden element is closed, or `from` when it is not.
std::uint32_t HtmlInlines::behind_hidden(const std::string& name, std::uint32_t from) {
  const std::string_view text = writer_.text();
  if (from >= no_more_) return from;
  std::size_t at = text.find("</", from);
  while (at != std::string_view::npos && html_tag_name(text.substr(at, name.size() + 3)) != name) at = text.find("</", at + 2);
  if (at == std::string_view::npos) no_more_ = std::min<std::size_t>(no_more_, from);
  return at == std::string_view::npos ? from : static_cast<std::uint32_t>(at);
}

/// A number set high: a note's mark, an exponent. Any other superscript is text.
std::uint32_t HtmlInlines::read_superscript(Span tag) {
  constexpr std::size_t longest = 400;
  const std::string_view rest = writer_.text().substr(tag.end, longest);
  const std::size_t close = rest.find("</sup");
  const std::size_t size = close == std::string_view::npos ? 0 : html_tag_size(rest.substr(close));
  const bool is_markup = size == 0 || (within_ == Within::markdown && rest.substr(0, close).find('[') != std::string_view::npos);
  const std::string number = is_markup ? std::string() : superscript_number(text_of(rest.substr(0, close)));
  if (number.empty()) {
    open("sup", tag);
    return tag.end;
  }
  const Span inner{tag.end, static_cast<std::uint32_t>(tag.end + close)};
  writer_.add_inline(InlineKind::html_tag, tag);
  const std::size_t anchor = rest.substr(0, close).find("<a ");
  const std::string target =
      anchor == std::string_view::npos ? std::string() : html_attribute(rest.substr(anchor, html_tag_size(rest.substr(anchor))), "href");
  std::uint32_t link = no_index;
  if (!target.empty()) link = writer_.add_inline(InlineKind::link, inner, writer_.add_link(resolve_destination(target), inner, no_index));
  writer_.stands_for(number, inner);
  if (link != no_index) writer_.close_inline(link);
  return static_cast<std::uint32_t>(inner.end + size);
}

}  // namespace stet
