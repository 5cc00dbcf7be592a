// What a mutated source asks: is the change with this number made in this run? Written for programs that tests/mutants builds, and for no
// other.
#pragma once

// What a change makes of an expression is no fault of the source.
#ifdef __clang__
#pragma GCC diagnostic ignored "-Wunknown-warning-option"
#endif
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wparentheses"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wunused-variable"
#pragma GCC diagnostic ignored "-Wint-in-bool-context"
#pragma GCC diagnostic ignored "-Wbool-compare"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wdiv-by-zero"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

namespace stet::mutation {

extern unsigned chosen;       // STET_MUTANT, or 0
extern unsigned char* asked;  // by number: asked since it was last cleared; null where STET_MUTANTS_ASKED is not set

inline bool mutant(unsigned number) {
  if (asked != nullptr) asked[number] = 1;
  return number == chosen;
}

}  // namespace stet::mutation
