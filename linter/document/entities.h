// Character references, `&eacute;` and `&#233;`: all that the HTML standard names (section 13.5).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace stet {

struct NamedReference {
  std::string_view name;  ///< without `&`; with its `;` unless browsers read it without
  std::string_view text;  ///< what it stands for
};

/// Sorted by name. The table is made by the build from the list that comes with the Markdown grammar.
extern const std::span<const NamedReference> named_references;

/// A reference at the start of a text: what it stands for, and how many bytes it takes. Size 0: none is here.
struct CharacterReference {
  std::string text;
  std::size_t size = 0;
};

/// Markdown knows only references that end in `;`; HTML also `&copy 2024`, as browsers do.
enum class ReferenceEnd : bool { semicolon, anything };

/// Reads the reference that begins with the `&` at the start of `text`. O(1).
CharacterReference read_reference(std::string_view text, ReferenceEnd end);

}  // namespace stet
