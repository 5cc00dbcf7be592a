// YAML as a tree that remembers where each value stands. Aliases, anchors, tags, great depth and great size are refused, so that
// a stranger's file costs no more than its bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"
#include "text/shared_text.h"
#include "text/source.h"

namespace stet {

enum class YamlKind : std::uint8_t { null, scalar, sequence, map };

struct YamlEntry;

struct YamlValue {
  YamlKind kind = YamlKind::null;
  bool quoted = false;  ///< a scalar written with quotes: never a boolean or a number
  Position position;    ///< where it starts; columns count code points
  SharedText scalar;
  std::vector<YamlValue> items;    ///< of a sequence
  std::vector<YamlEntry> entries;  ///< of a map, as written; keys are scalars

  const YamlValue* find(std::string_view key) const;
};

struct YamlEntry {
  YamlValue key;
  YamlValue value;
};

/// A YAML file, kept with its text so that errors can show the line.
struct YamlDocument {
  Source source;       ///< of a prepared one its path only
  SharedText written;  ///< the bytes of a prepared one
  YamlValue root;
  bool prepared = false;  ///< a built-in file as the build has packed it (see prepared.h): tests have checked it, a start need not

  /// Where the character `column` (0-based, in code points) of a scalar's text stands, exact also where the scalar is folded, spans lines
  /// or holds escapes. `start` is where the scalar begins, or its first character.
  Position position_in(Position start, std::string_view text, std::uint32_t column) const;

  /// A Problem at `position` of this file, with its line for the caret.
  Problem problem(Position position, std::string what, std::string mend = {}, ProblemKind kind = ProblemKind::rule) const;
};

/// Errors (kind `rule` unless told otherwise): not YAML, more than one document, a key twice, an alias, deeper than 32, larger than
/// Limits::rule_bytes.
Result<YamlDocument> parse_yaml(std::string path, std::string bytes, ProblemKind kind = ProblemKind::rule, const Limits& limits = {});

/// A value in one line of YAML's flow style, for people.
std::string in_one_line(const YamlValue& value);

}  // namespace stet
