#include "site/image.h"

#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include "site/hash_state.h"

namespace stet {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 20U;

}  // namespace

MemorySink::MemorySink(std::uint64_t size)
    // Not filled yet, so that memory is taken only as sections move in.
    : words_(std::make_shared_for_overwrite<std::uint64_t[]>(static_cast<std::size_t>((size + 7) / 8))),  // NOLINT(*-avoid-c-arrays)
      image_(std::as_writable_bytes(std::span(words_.get(), static_cast<std::size_t>((size + 7) / 8)))) {}

void MemorySink::write(std::uint64_t at, std::span<const std::byte> bytes) {
  if (!bytes.empty()) std::memcpy(image_.data() + at, bytes.data(), bytes.size());
}

void MemorySink::read(std::uint64_t at, std::span<std::byte> bytes) {
  if (!bytes.empty()) std::memcpy(bytes.data(), image_.data() + at, bytes.size());
}

void FileSink::fail(int error) {
  int none = 0;
  error_.compare_exchange_strong(none, error == 0 ? EIO : error);
}

void FileSink::write(std::uint64_t at, std::span<const std::byte> bytes) {
  while (!bytes.empty() && error_ == 0) {
    const ssize_t written = ::pwrite(file_.number(), bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return fail(errno);
    at += static_cast<std::uint64_t>(written);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void FileSink::read(std::uint64_t at, std::span<std::byte> bytes) {
  while (!bytes.empty() && error_ == 0) {
    const ssize_t got = ::pread(file_.number(), bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return fail(got == 0 ? EIO : errno);
    at += static_cast<std::uint64_t>(got);
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
}

Layout layout_of(const IndexHeader& header) {
  std::uint64_t at = sizeof header;
  const auto place = [&](std::uint64_t count, std::uint64_t size) {
    const std::uint64_t begin = at;
    at += (count * size + 7) / 8 * 8;
    return begin;
  };
  const std::uint64_t searched = header.parts == 0 ? header.contents : 0;
  Layout layout;
  layout.articles = place(header.articles, sizeof(ArticleRecord));
  layout.by_path = place(header.articles, sizeof(std::uint32_t));
  layout.paragraphs = place(header.paragraphs, sizeof(ParagraphRecord));
  layout.contents = place(header.contents, sizeof(ContentRecord));
  layout.members = place(header.paragraphs, sizeof(std::uint32_t));
  layout.by_hash = place(searched, sizeof(HashEntry));
  layout.stems = place(header.stems, sizeof(std::uint32_t));
  layout.postings = place(searched * band_count, sizeof(Posting));
  layout.attributes = place(header.attributes, sizeof(AttributeRecord));
  layout.claims = place(header.claims, sizeof(ClaimRecord));
  layout.by_entity = place(header.claims, sizeof(std::uint32_t));
  layout.by_link = place(header.linked, sizeof(std::uint32_t));
  layout.text = place(header.text, 1);
  layout.end = at;
  return layout;
}

void seal(ImageSink& sink, IndexHeader header, const Layout& layout) {
  const HashState state(XXH3_createState());
  XXH3_64bits_reset(state.get());
  std::vector<std::byte> buffer(static_cast<std::size_t>(std::min<std::uint64_t>(layout.end - sizeof header, buffer_bytes)));
  for (std::uint64_t at = sizeof header; at < layout.end && sink.error() == 0; at += buffer.size()) {
    const auto piece = std::span(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), layout.end - at)));
    sink.read(at, piece);
    XXH3_64bits_update(state.get(), piece.data(), piece.size());
  }
  header.body_checksum = XXH3_64bits_digest(state.get());
  header.header_checksum = XXH3_64bits(&header, offsetof(IndexHeader, header_checksum));
  sink.write(0, std::as_bytes(std::span(&header, 1)));
}

}  // namespace stet
