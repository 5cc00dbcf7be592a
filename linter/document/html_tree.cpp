#include "document/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string>

#include "document/html_guard.h"
#include "document/html_roles.h"
#include "document/masking.h"
#include "text/letters.h"

namespace stet {
namespace {

struct DestroyOutput {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Output = std::unique_ptr<GumboOutput, DestroyOutput>;

Output parse(std::string_view bytes) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  // As if all stood in a <div>: no head, no frameset.
  options.fragment_context = GUMBO_TAG_DIV;
  return Output(gumbo_parse_with_options(&options, bytes.data(), bytes.size()));
}

bool hide_their_element(const GumboVector& attributes) {
  if (gumbo_get_attribute(&attributes, "hidden") != nullptr) return true;
  const GumboAttribute* const style = gumbo_get_attribute(&attributes, "style");
  if (style == nullptr) return false;
  std::string value = style->value;
  std::erase_if(value, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  std::transform(value.begin(), value.end(), value.begin(), to_lower);
  return value.find("display:none") != std::string::npos || value.find("visibility:hidden") != std::string::npos;
}

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

class TreeReader {
 public:
  explicit TreeReader(const HtmlText& text) : text_(text) {}

  std::vector<HtmlBlock> read() {
    const Output output = parse(text_.bytes);
    children(*output->root);
    end_text();
    adopt(no_index);
    return std::move(blocks_);
  }

 private:
  /// A container that is open.
  struct Open {
    std::uint32_t block = no_index;
    HtmlRole role = HtmlRole::block;
    bool described = false;  // an item of a list of terms: has it a description?
    bool mixed = false;      // a row: do its cells hold more than a line of text each?
    std::uint32_t cells = 0;
    std::uint32_t heads = 0;
  };

  HtmlText text_;
  std::vector<HtmlBlock> blocks_;
  std::vector<Open> open_;
  std::uint32_t leaf_ = no_index;           // the paragraph or heading that text is added to
  const GumboElement* holder_ = nullptr;    // the element that its tags are from, until it has them
  std::uint8_t level_ = 0;                  // of the heading around
  bool interrupted_ = false;                // something unseen stands behind the last text
  std::vector<const GumboNode*> fostered_;  // text between the rows of the next table, which the parser has put before it
  std::size_t next_fostered_ = 0;

  std::uint32_t offset(const GumboStringPiece& piece) const { return static_cast<std::uint32_t>(piece.data - text_.bytes.data()); }

  static std::string name_of(const GumboElement& element) {
    const std::string written = html_tag_name({element.original_tag.data, element.original_tag.length});
    return written.empty() ? gumbo_normalized_tagname(element.tag) : written;
  }

  static const GumboElement* element_of(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE ? &node.v.element : nullptr;
  }

  /// From the opening tag to the closing one, where they are written.
  Span span_of(const GumboElement& element, Span inner) const {
    Span span = inner;
    if (element.original_tag.length > 0) span.begin = std::min(span.begin, offset(element.original_tag));
    if (element.original_end_tag.length > 0) {
      const auto end = static_cast<std::uint32_t>(offset(element.original_end_tag) + element.original_end_tag.length);
      span.end = std::max(span.end, end);
    }
    return span;
  }

  void children(const GumboNode& parent) {
    const GumboVector& nodes = parent.v.element.children;
    // Where the nodes behind each begin.
    std::vector<std::uint32_t> later(nodes.length + 1, no_index);
    for (unsigned i = nodes.length; i-- > 0;) later[i] = std::min(later[i + 1], begin_of(child(nodes, i)));
    for (unsigned i = 0; i < nodes.length; ++i) {
      const GumboNode& node = child(nodes, i);
      if (begin_of(node) != no_index && begin_of(node) > later[i + 1]) {
        fostered_.push_back(&node);
      } else {
        visit(node);
      }
    }
  }

  static const GumboNode& child(const GumboVector& nodes, unsigned index) { return *static_cast<const GumboNode*>(nodes.data[index]); }

  /// Reads what the parser has put before a table and is written before `offset`.
  void adopt(std::uint32_t offset) {
    while (next_fostered_ < fostered_.size() && begin_of(*fostered_[next_fostered_]) < offset) {
      end_text();
      visit(*fostered_[next_fostered_++]);
      end_text();
    }
  }

  /// no_index when it is written nowhere.
  std::uint32_t begin_of(const GumboNode& node) const {
    const GumboElement* const element = element_of(node);
    const GumboStringPiece& written = element == nullptr ? node.v.text.original_text : element->original_tag;
    return written.length == 0 ? no_index : offset(written);
  }

  void visit(const GumboNode& node) {
    if (const GumboElement* const element = element_of(node); element != nullptr) {
      this->element(node, *element);
    } else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
      const GumboStringPiece& written = node.v.text.original_text;
      const auto begin = offset(written);
      const auto size = static_cast<std::uint32_t>(text_.bytes.size());
      if (begin < size) add_text({begin, std::min(begin + static_cast<std::uint32_t>(written.length), size)});
    }
  }

  void element(const GumboNode& node, const GumboElement& element) {
    const std::string name = name_of(element);
    const HtmlRole role = element.tag_namespace == GUMBO_NAMESPACE_HTML ? html_role(name) : HtmlRole::unseen;
    if (role == HtmlRole::unseen || hide_their_element(element.attributes) ||
        (name == "dialog" && gumbo_get_attribute(&element.attributes, "open") == nullptr)) {
      interrupted_ = true;
      return;
    }
    if (role == HtmlRole::phrasing) return phrasing(node, element);
    end_text();
    container(node, element, role);
    end_text();
  }

  /// An element of no known kind is a paragraph of its own when its tags begin and end a line.
  void phrasing(const GumboNode& node, const GumboElement& element) {
    const bool lines = element.original_tag.length > 0 && begins_line(offset(element.original_tag)) &&
                       (element.original_end_tag.length == 0 ||
                        ends_line(static_cast<std::uint32_t>(offset(element.original_end_tag) + element.original_end_tag.length)));
    if (lines) end_text();
    children(node);
    if (lines) end_text();
  }

  bool begins_line(std::uint32_t at) const {
    while (at > 0 && (text_.bytes[at - 1] == ' ' || text_.bytes[at - 1] == '\t')) --at;
    return at == 0 || text_.bytes[at - 1] == '\n';
  }
  bool ends_line(std::uint32_t at) const {
    while (at < text_.bytes.size() && (text_.bytes[at] == ' ' || text_.bytes[at] == '\t' || text_.bytes[at] == '\r')) ++at;
    return at >= text_.bytes.size() || text_.bytes[at] == '\n';
  }

  void container(const GumboNode& node, const GumboElement& element, HtmlRole role) {
    switch (role) {
      case HtmlRole::list:
      case HtmlRole::terms:
        return held(node, element, role, BlockKind::list, element.tag == GUMBO_TAG_OL);
      case HtmlRole::item:
        // Outside a list it is a paragraph.
        if (within() != HtmlRole::list) return children(node);
        return held(node, element, role, BlockKind::list_item, false);
      case HtmlRole::term:
      case HtmlRole::description:
        return described(node, element, role);
      case HtmlRole::table:
        return held(node, element, role, BlockKind::table, false);
      case HtmlRole::row:
        adopt(begin_of(node));
        if (within() != HtmlRole::table) return children(node);
        return row(node, element);
      case HtmlRole::cell:
        return cell(node, element);
      case HtmlRole::quote:
        return held(node, element, role, BlockKind::quote, false);
      case HtmlRole::heading:
        return heading(node, element);
      case HtmlRole::rule:
        return rule(element);
      case HtmlRole::code:
        add(BlockKind::code, span_of(element, whole(element)));
        return;
      case HtmlRole::text:
        return tagged(node, element);
      default:
        return children(node);
    }
  }

  Span whole(const GumboElement& element) const {
    const auto begin = static_cast<std::uint32_t>(offset(element.original_tag) + element.original_tag.length);
    return {begin, std::max(begin, std::min(element.end_pos.offset, static_cast<unsigned>(text_.bytes.size())))};
  }

  HtmlRole within() const { return open_.empty() ? HtmlRole::block : open_.back().role; }

  std::uint32_t add(BlockKind kind, Span span) {
    HtmlBlock block;
    block.kind = kind;
    block.parent = open_.empty() ? no_index : open_.back().block;
    block.span = span;
    block.end = static_cast<std::uint32_t>(blocks_.size()) + 1;
    blocks_.push_back(std::move(block));
    return static_cast<std::uint32_t>(blocks_.size() - 1);
  }

  std::uint32_t enter(const GumboElement& element, HtmlRole role, BlockKind kind) {
    const std::uint32_t begin = element.original_tag.length > 0 ? offset(element.original_tag) : last_end();
    const std::uint32_t block = add(kind, {begin, begin});
    open_.push_back({.block = block, .role = role});
    return block;
  }

  std::uint32_t last_end() const { return blocks_.empty() ? 0 : blocks_.back().span.end; }

  void leave(const GumboElement* element) {
    end_text();
    const std::uint32_t index = open_.back().block;
    HtmlBlock& block = blocks_[index];
    block.end = static_cast<std::uint32_t>(blocks_.size());
    for (std::uint32_t child = index + 1; child < block.end; child = blocks_[child].end)
      block.span.end = std::max(block.span.end, blocks_[child].span.end);
    if (element != nullptr) block.span = span_of(*element, block.span);
    open_.pop_back();
  }

  void held(const GumboNode& node, const GumboElement& element, HtmlRole role, BlockKind kind, bool ordered) {
    const std::size_t depth = open_.size();
    blocks_[enter(element, role, kind)].ordered = ordered;
    children(node);
    end_text();
    if (role == HtmlRole::table) adopt(span_of(element, {0, 0}).end);
    while (open_.size() > depth + 1) leave(nullptr);  // the last item of a list of terms
    leave(&element);
    if (is_empty(static_cast<std::uint32_t>(blocks_.size() - 1))) blocks_.pop_back();
  }

  /// The last block, if it is a container without anything.
  bool is_empty(std::uint32_t index) const {
    const HtmlBlock& block = blocks_[index];
    return (block.kind == BlockKind::list || block.kind == BlockKind::list_item || block.kind == BlockKind::table ||
            block.kind == BlockKind::quote) &&
           block.end == index + 1;
  }

  void described(const GumboNode& node, const GumboElement& element, HtmlRole role) {
    const bool in_item = within() == HtmlRole::term;
    if (in_item && role == HtmlRole::term && open_.back().described) leave(nullptr);
    if (within() == HtmlRole::terms) enter(element, HtmlRole::term, BlockKind::list_item);
    if (within() == HtmlRole::term) open_.back().described = open_.back().described || role == HtmlRole::description;
    const std::size_t depth = open_.size();
    if (role == HtmlRole::term) {
      tagged(node, element);
    } else {
      children(node);
    }
    end_text();
    while (open_.size() > depth) leave(nullptr);
  }

  void row(const GumboNode& node, const GumboElement& element) {
    const std::uint32_t index = enter(element, HtmlRole::row, BlockKind::table_row);
    children(node);
    end_text();
    const Open row = open_.back();
    leave(&element);
    HtmlBlock& block = blocks_[index];
    block.level = row.cells > 0 && row.heads == row.cells ? 1 : 0;
    if (row.mixed) {
      block.runs.clear();
    } else {
      // Each cell is one line of text: they are the row's own.
      blocks_.resize(index + 1);
      blocks_[index].end = index + 1;
    }
  }

  void cell(const GumboNode& node, const GumboElement& element) {
    if (within() != HtmlRole::row) return children(node);
    const std::size_t row = open_.size() - 1;
    ++open_[row].cells;
    if (element.tag == GUMBO_TAG_TH) ++open_[row].heads;
    const auto first = static_cast<std::uint32_t>(blocks_.size());
    children(node);
    end_text();
    std::vector<std::vector<Span>>& runs = blocks_[open_[row].block].runs;
    runs.emplace_back();
    const auto count = blocks_.size() - first;
    if (count == 1 && blocks_[first].kind == BlockKind::paragraph) runs.back() = blocks_[first].runs.front();
    open_[row].mixed = open_[row].mixed || count > 1 || (count == 1 && blocks_[first].kind != BlockKind::paragraph);
    for (std::uint32_t more = spanned_columns(element); more > 1; --more) runs.emplace_back();
  }

  static std::uint32_t spanned_columns(const GumboElement& element) {
    constexpr int most = 20;
    const GumboAttribute* const columns = gumbo_get_attribute(&element.attributes, "colspan");
    return columns == nullptr ? 1U : static_cast<std::uint32_t>(std::clamp(std::atoi(columns->value), 1, most));
  }

  void heading(const GumboNode& node, const GumboElement& element) {
    level_ = static_cast<std::uint8_t>(name_of(element).back() - '0');
    tagged(node, element);
    end_text();
    level_ = 0;
  }

  /// The element's tags belong to the text in it.
  void tagged(const GumboNode& node, const GumboElement& element) {
    holder_ = &element;
    children(node);
    holder_ = nullptr;
    if (leaf_ == no_index) return;
    Span& span = blocks_[leaf_].span;
    span.end = span_of(element, span).end;
  }

  void rule(const GumboElement& element) {
    const std::uint32_t begin = offset(element.original_tag);
    if (std::binary_search(text_.other->begin(), text_.other->end(), begin)) {
      for (Open& open : open_) open.mixed = true;
      return;
    }
    add(BlockKind::thematic_break, {begin, static_cast<std::uint32_t>(begin + element.original_tag.length)});
  }

  /// Is there anything but markup and blanks?
  bool says_something(Span span) const {
    auto markup = std::upper_bound(text_.markup->begin(), text_.markup->end(), span.begin,
                                   [](std::uint32_t at, const Span& other) { return at < other.end; });
    for (std::uint32_t at = span.begin; at < span.end;) {
      if (markup != text_.markup->end() && at >= markup->begin) {
        at = std::max(at, markup->end);
        ++markup;
      } else if (is_space(text_.bytes[at]) || text_.bytes[at] == masked_byte) {
        ++at;
      } else {
        return true;
      }
    }
    return false;
  }

  void add_text(Span span) {
    if (leaf_ == no_index) {
      if (!says_something(span)) return;
      leaf_ = add(level_ > 0 ? BlockKind::heading : BlockKind::paragraph, span);
      blocks_[leaf_].level = level_;
      blocks_[leaf_].runs = {{span}};
      if (holder_ != nullptr) blocks_[leaf_].span.begin = span_of(*holder_, span).begin;
      holder_ = nullptr;
      interrupted_ = false;
      return;
    }
    std::vector<Span>& parts = blocks_[leaf_].runs.front();
    if (interrupted_) {
      parts.push_back(span);
    } else {
      parts.back().end = std::max(parts.back().end, span.end);
    }
    interrupted_ = false;
    blocks_[leaf_].span.end = std::max(blocks_[leaf_].span.end, span.end);
  }

  void end_text() {
    leaf_ = no_index;
    interrupted_ = false;
  }
};

/// A tag of phrasing content, parsed alone.
class OneTag {
 public:
  explicit OneTag(std::string_view tag) : output_(parse(tag)) {
    const GumboVector& nodes = output_->root->v.element.children;
    if (nodes.length == 0) return;
    const auto& node = *static_cast<const GumboNode*>(nodes.data[0]);
    if (node.type == GUMBO_NODE_ELEMENT) attributes_ = &node.v.element.attributes;
  }

  const GumboAttribute* attribute(const char* name) const {
    return attributes_ == nullptr ? nullptr : gumbo_get_attribute(attributes_, name);
  }
  bool hides() const { return attributes_ != nullptr && hide_their_element(*attributes_); }

 private:
  Output output_;
  const GumboVector* attributes_ = nullptr;
};

}  // namespace

std::vector<HtmlBlock> read_html(const HtmlText& text) { return TreeReader(text).read(); }

std::string html_attribute(std::string_view tag, const char* name) {
  // The parser reads no references: those of Debian 12 overflow in it.
  std::string copy(tag);
  std::replace(copy.begin(), copy.end(), '&', 'x');
  const OneTag parsed(copy);
  const GumboAttribute* const attribute = parsed.attribute(name);
  if (attribute == nullptr || attribute->original_value.length == 0) return {};
  std::string_view value =
      tag.substr(static_cast<std::size_t>(attribute->original_value.data - copy.data()), attribute->original_value.length);
  if (value.size() > 1 && (value[0] == '"' || value[0] == '\'')) value = value.substr(1, value.size() - 2);
  return std::string(value);
}

bool hides_html(std::string_view tag) {
  // Few tags are worth the parser's time.
  const auto holds = [&](std::string_view word) { return tag.find(word) != std::string_view::npos; };
  return (holds("hidden") || holds("HIDDEN") || holds("none") || holds("NONE")) && OneTag(tag).hides();
}

}  // namespace stet
