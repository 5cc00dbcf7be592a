// Where the bytes of an index go while they are made: into memory, or into a file, section by section and each section in pieces, so that
// a site need not fit into memory.
//
// Order of calls:  Layout layout = layout_of(header);  SectionWriter<ArticleRecord> articles(sink, layout.articles);  articles.add(record)
// …;  articles.finish()  for each section;  seal(sink, header, layout).  A sink that has failed takes nothing more and says so at the end.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "site/files.h"
#include "site/fingerprints.h"
#include "site/format.h"

namespace stet {

class ImageSink {
 public:
  ImageSink() = default;
  ImageSink(const ImageSink&) = delete;
  ImageSink& operator=(const ImageSink&) = delete;
  virtual ~ImageSink() = default;
  /// Both are safe to call from many threads for bytes that do not overlap.
  virtual void write(std::uint64_t at, std::span<const std::byte> bytes) = 0;
  /// What has been written there.
  virtual void read(std::uint64_t at, std::span<std::byte> bytes) = 0;
  /// The system's number of what went wrong first; 0 when nothing did.
  virtual int error() const { return 0; }
};

/// An image of a size that is known.
class MemorySink : public ImageSink {
 public:
  explicit MemorySink(std::uint64_t size);
  void write(std::uint64_t at, std::span<const std::byte> bytes) override;
  void read(std::uint64_t at, std::span<std::byte> bytes) override;
  SharedBytes bytes() const { return {words_, image_, false}; }

 private:
  std::shared_ptr<std::uint64_t[]> words_;  // NOLINT(*-avoid-c-arrays): there is no other; in words, for their alignment
  std::span<std::byte> image_;
};

class FileSink : public ImageSink {
 public:
  /// The file must outlive it.
  explicit FileSink(const Descriptor& file) : file_(file) {}
  void write(std::uint64_t at, std::span<const std::byte> bytes) override;
  void read(std::uint64_t at, std::span<std::byte> bytes) override;
  int error() const override { return error_; }

 private:
  const Descriptor& file_;
  std::atomic<int> error_ = 0;

  void fail(int error);
};

/// Where each section begins; see format.h.
struct Layout {
  std::uint64_t articles = 0;
  std::uint64_t by_path = 0;
  std::uint64_t paragraphs = 0;
  std::uint64_t contents = 0;
  std::uint64_t members = 0;
  std::uint64_t by_hash = 0;
  std::uint64_t stems = 0;
  std::uint64_t postings = 0;
  std::uint64_t attributes = 0;
  std::uint64_t claims = 0;
  std::uint64_t by_entity = 0;
  std::uint64_t by_link = 0;
  std::uint64_t text = 0;
  std::uint64_t end = 0;
};

Layout layout_of(const IndexHeader& header);

/// Fills in the checksums and writes the header: the image is whole.
void seal(ImageSink& sink, IndexHeader header, const Layout& layout);

/// Fills a section from its beginning.
template <typename T>
class SectionWriter {
 public:
  SectionWriter(ImageSink& sink, std::uint64_t begin) : sink_(&sink), at_(begin) {}

  void add(const T& value) {
    buffer_.push_back(value);
    if (buffer_.size() >= piece) flush();
  }
  void add(std::span<const T> values) {
    buffer_.insert(buffer_.end(), values.begin(), values.end());
    if (buffer_.size() >= piece) flush();
  }
  void flush() {
    if (!buffer_.empty()) sink_->write(at_, std::as_bytes(std::span(buffer_)));
    at_ += buffer_.size() * sizeof(T);
    buffer_.clear();
  }
  /// Writes what is left, and zeros up to the next section.
  void finish() {
    flush();
    static constexpr std::array<std::byte, 8> zeros{};
    sink_->write(at_, std::span(zeros).first((8 - at_ % 8) % 8));
  }

 private:
  static constexpr std::size_t piece = (std::size_t{64} << 10U) / sizeof(T);

  ImageSink* sink_;
  std::uint64_t at_;
  std::vector<T> buffer_;
};

}  // namespace stet
