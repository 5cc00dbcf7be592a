#include "document/parser_memory.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

namespace stet {
namespace {

// The sanitizers must see each piece by itself.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool keeps_pieces = false;
#elif defined(__has_feature)
constexpr bool keeps_pieces = !__has_feature(address_sanitizer);
#else
constexpr bool keeps_pieces = true;
#endif

constexpr std::size_t step = alignof(std::max_align_t);
constexpr std::size_t largest_kept = 512;
constexpr std::size_t chunk_size = std::size_t{64} << 10U;
constexpr std::size_t most_chunks = 64;  // of a thread; they stay until it ends

/// What stands before each piece.
struct alignas(std::max_align_t) Head {
  std::size_t size = 0;
  std::size_t kept_as = 0;  ///< its size in steps; 0 for a piece of malloc's
};

/// A piece that is free, as a list.
struct Free {
  Free* next = nullptr;
};

struct GiveBack {
  void operator()(std::byte* chunk) const { std::free(chunk); }  // NOLINT(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)
};

struct Pieces {
  ParserMemory memory;
  std::array<Free*, largest_kept / step + 1> free{};  // by size in steps
  std::array<std::unique_ptr<std::byte, GiveBack>, most_chunks> chunks;
  std::size_t used_chunks = 0;
  std::size_t left = 0;  // in the last chunk that is used, at its begin
};

Pieces& pieces() {
  thread_local Pieces of_thread;
  return of_thread;
}

/// A parser cannot be told that there is no memory, and aborts by itself, as if it were at fault. Exit code 3 is "something was not
/// read".
[[noreturn]] void end_without_memory() {
  constexpr std::string_view message = "stet: not read: there is not enough memory to parse\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, message.data(), message.size());
  ::_exit(3);
}

/// A new piece of so many steps; nullptr when the thread has as many chunks as it may.
void* carve(Pieces& own, std::size_t steps) {
  const std::size_t size = sizeof(Head) + steps * step;
  if (own.left < size) {
    if (own.used_chunks == most_chunks) return nullptr;
    // NOLINTNEXTLINE(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory): GiveBack frees it
    own.chunks[own.used_chunks].reset(static_cast<std::byte*>(std::malloc(chunk_size)));
    if (own.chunks[own.used_chunks++] == nullptr) end_without_memory();
    own.left = chunk_size;
  }
  own.left -= size;
  return own.chunks[own.used_chunks - 1].get() + own.left;
}

// NOLINTBEGIN(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory,cppcoreguidelines-pro-type-reinterpret-cast): an allocator
Head* head_of(void* piece) { return static_cast<Head*>(piece) - 1; }

void* handed_out(Pieces& own, void* begin, std::size_t size, std::size_t kept_as) {
  if (begin == nullptr) end_without_memory();
  own.memory.asked_for += size;
  own.memory.held += size;
  return new (begin) Head{size, kept_as} + 1;
}

}  // namespace

void* allocate_for_parser(std::size_t size) {
  Pieces& own = pieces();
  const std::size_t steps = std::max<std::size_t>(1, (size + step - 1) / step);
  if (keeps_pieces && steps < own.free.size()) {
    if (Free* const known = own.free[steps]; known != nullptr) {
      own.free[steps] = known->next;
      return handed_out(own, head_of(known), size, steps);
    }
    if (void* const begin = carve(own, steps); begin != nullptr) return handed_out(own, begin, size, steps);
  }
  return handed_out(own, std::malloc(sizeof(Head) + size), size, 0);
}

void* allocate_zeroed_for_parser(std::size_t count, std::size_t size) {
  void* const memory = allocate_for_parser(count * size);
  std::memset(memory, 0, count * size);
  return memory;
}

void release_of_parser(void* piece) {
  if (piece == nullptr) return;
  Pieces& own = pieces();
  Head* const head = head_of(piece);
  own.memory.held -= head->size;
  if (head->kept_as == 0) return std::free(head);
  const std::size_t steps = head->kept_as;
  own.free[steps] = new (piece) Free{own.free[steps]};
}

void* reallocate_for_parser(void* old, std::size_t size) {
  if (old == nullptr) return allocate_for_parser(size);
  Head* const head = head_of(old);
  const std::size_t before = head->size;
  if (head->kept_as == 0) {
    Pieces& own = pieces();
    own.memory.held -= before;
    return handed_out(own, std::realloc(head, sizeof(Head) + size), size, 0);
  }
  void* const moved = allocate_for_parser(size);
  std::memcpy(moved, old, std::min(before, size));
  release_of_parser(old);
  return moved;
}
// NOLINTEND(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory,cppcoreguidelines-pro-type-reinterpret-cast)

ParserMemory& parser_memory() { return pieces().memory; }

}  // namespace stet
