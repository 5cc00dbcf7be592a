// An index as a stranger may have made it, and all the uses of one. Shared by the tests of damage and the fuzzing of indexes.
#pragma once

#include <xxhash.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "site/merge.h"
#include "site/neighbours.h"
#include "site/site.h"
#include "site/tables.h"

namespace stet {

/// Makes the checksums right again, as a stranger would.
inline std::string resealed(std::string bytes) {
  if (bytes.size() < sizeof(IndexHeader)) return bytes;
  const std::uint64_t body = XXH3_64bits(bytes.data() + sizeof(IndexHeader), bytes.size() - sizeof(IndexHeader));
  std::memcpy(bytes.data() + offsetof(IndexHeader, body_checksum), &body, sizeof body);
  const std::uint64_t header = XXH3_64bits(bytes.data(), offsetof(IndexHeader, header_checksum));
  std::memcpy(bytes.data() + offsetof(IndexHeader, header_checksum), &header, sizeof header);
  return bytes;
}

/// Uses everything that an index offers; its size shows that it came to an end.
inline std::size_t use(const SiteIndex& index) {
  std::size_t size = describe(index).size();
  const auto count = [&](std::string_view piece) {
    size += piece.size();
    return true;
  };
  write_prints(index, count);
  write_pairs(index, 1, count);
  write_claims(index, count);
  for (std::uint32_t c = 0; c < index.claim_count(); ++c) {
    size += index.claim(c).excerpt.size() + index.claims_about(index.claim_record(c).entity).size();
    size += index.claims_linked(index.claim_record(c).link).size();
    size += values_clash(index.view(c), index.view(0)) && same_circumstances(index.view(c), index.view(0)) ? 1 : 0;
  }
  for (std::uint32_t a = 0; a < index.article_count(); ++a) size += article_of(index, a).print.stems.size();
  const ArticlePrint print = print_of(ferry);
  for (const Candidate& candidate : index.candidates(stems_of(print, 0))) size += index.members(candidate.content).size();
  if (const auto content = index.find_content(print.paragraphs[0].content)) size += index.members(*content).size();
  return size + (index.find_article("b.md") ? 1 : 0);
}

/// What a merge makes of parts, each from a stranger: nothing when they are refused, else an index that is whole. Its size in bytes.
inline std::size_t merge(const std::vector<SharedBytes>& images) {
  std::vector<NamedPart> parts;
  for (const SharedBytes& image : images) {
    auto part = SiteIndex::open_part(image);
    if (!part) return 0;
    parts.push_back({"part", std::move(*part)});
  }
  if (!check_parts(parts)) return 0;
  auto image = merged(parts, 1);
  auto index = image ? SiteIndex::open(std::move(*image)) : Result<SiteIndex>(tl::unexpected(std::move(image.error())));
  if (!index) std::abort();  // what check_parts() let through makes an index
  use(*index);
  return index->byte_count();
}

/// What a check makes of it.
inline std::size_t ask(SiteIndex index) {
  const SiteNeighbours neighbours(std::move(index));
  if (!neighbours.mentions({{"tarsin"}}).empty()) std::abort();  // it is in memory, and has no texts
  return recurrences_of(neighbours, "z.md", ferry + "\n" + baker, 12).size();
}

}  // namespace stet
