// Which references a house takes as sources.
#pragma once

#include <string>
#include <vector>

#include "checks/check.h"

namespace stet {

/// A rule's `sources`, as data. Domains are matched with all below them ("example.org" takes in "www.example.org"); "shop.*" is any
/// top-level domain.
struct SourcePolicy {
  std::vector<std::string> allow;       ///< when not empty, only links into these
  std::vector<std::string> refuse;      ///< links into these are none
  std::vector<std::string> shortcodes;  ///< names of shortcodes and elements that cite
  bool bibliography = false;            ///< a list of sources at the end serves every sentence
};

SourcePolicy read_source_policy(const Rule& rule);
Field source_policy_field();

/// Sentences with a reference that the house takes, ascending, each once. A mark directly behind a full stop belongs to the sentence
/// before.
std::vector<std::uint32_t> cited_sentences(const SourcePolicy& policy, const CheckInput& input);

}  // namespace stet
