// Chooses the mutant of a run, and notes which were asked for: of a program of tests by each test, of another as a whole. Lines of
// STET_MUTANTS_ASKED:  TEST NUMBER NUMBER …
#include "mutants.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#ifdef STET_MUTANTS_OF_TESTS
#include <gtest/gtest.h>
#endif

namespace stet::mutation {
namespace {

constexpr unsigned most = 1U << 17U;

unsigned number_of(const char* text) { return text == nullptr ? 0 : static_cast<unsigned>(std::strtoul(text, nullptr, 10)); }

unsigned char* place_for_asked() {
  static std::vector<unsigned char> place(most, 0);
  return std::getenv("STET_MUTANTS_ASKED") == nullptr ? nullptr : place.data();
}

void write_asked(const std::string& test) {
  if (asked == nullptr) return;
  std::ofstream out(std::getenv("STET_MUTANTS_ASKED"), std::ios::app);
  out << test;
  for (unsigned number = 0; number < most; ++number) {
    if (asked[number] != 0) out << ' ' << number;
    asked[number] = 0;
  }
  out << '\n';
}

}  // namespace

unsigned chosen = number_of(std::getenv("STET_MUTANT"));
unsigned char* asked = place_for_asked();

namespace {

#ifdef STET_MUTANTS_OF_TESTS
class Recorder : public testing::EmptyTestEventListener {
  void OnTestEnd(const testing::TestInfo& test) override { write_asked(std::string(test.test_suite_name()) + "." + test.name()); }
};
const bool listens = [] {
  if (asked != nullptr) testing::UnitTest::GetInstance()->listeners().Append(new Recorder);
  return true;
}();
#else
struct AtExit {
  ~AtExit() { write_asked("all"); }
};
const AtExit at_exit;
#endif

}  // namespace
}  // namespace stet::mutation
