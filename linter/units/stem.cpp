#include <libstemmer.h>

#include <memory>
#include <new>

#include "units/vocabulary.h"

namespace stet {

std::string stem(std::string_view folded) {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  // A stemmer keeps its working memory between calls, so each thread has its own.
  thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer(sb_stemmer_new("english", "UTF_8"));
  if (!stemmer) throw std::bad_alloc();  // the one way in which it fails
  // sb_symbol is unsigned char.
  const auto* symbols = reinterpret_cast<const sb_symbol*>(folded.data());  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
  const sb_symbol* result = sb_stemmer_stem(stemmer.get(), symbols, static_cast<int>(folded.size()));
  if (result == nullptr) return std::string(folded);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

}  // namespace stet
