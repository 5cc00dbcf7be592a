// Where a comment that lets a finding stand is to be written.
#pragma once

#include <cstdint>
#include <string>

#include "document/article.h"

namespace stet {

/// A text to put into the source.
struct Insertion {
  std::uint32_t offset = 0;  ///< in source bytes
  std::string text;
  std::uint32_t reason = 0;  ///< where in `text` the reason belongs, behind the colon
};

/// A comment that lets `rule` stand where `finding` is, without a reason. On a line of its own before a top-level block; at the end of the
/// text when the block is inside of a list, a quotation or a table, or when another comment stands before it.
Insertion let_stand(const Article& article, const Source& source, const std::string& rule, Span finding);

}  // namespace stet
