// What a test must know of the sanitizer or the counters that it is built with.
#pragma once

namespace stet {

// gcc defines a name, and clang before 22 only knows it as a feature.
#ifdef __has_feature
#define STET_HAS_FEATURE(name) __has_feature(name)
#else
#define STET_HAS_FEATURE(name) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || STET_HAS_FEATURE(address_sanitizer) || \
    STET_HAS_FEATURE(thread_sanitizer)
constexpr bool has_sanitizer = true;  // which needs address space without end, and cannot look for leaks while it is traced
constexpr int sanitizer_slowness = 20;
#else
constexpr bool has_sanitizer = false;
constexpr int sanitizer_slowness = 1;
#endif

#undef STET_HAS_FEATURE

#ifdef STET_COVERAGE
constexpr bool counts_lines = true;  // the program is larger, and may be short of memory before it begins
#else
constexpr bool counts_lines = false;
#endif

}  // namespace stet
