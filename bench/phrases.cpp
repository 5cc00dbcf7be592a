// What phrases cost: the one pass over an article's words with the built-in rules, and with so many phrases more.
//
//   phrases [PHRASES [ARTICLE...]]     10,000 phrases and the project's own documents, when nothing is said
//
// Prints processor time of building and of matching, best of many rounds that alternate between the two, and their ratio: for phrases of
// any words of the text, and for phrases of its commonest words, which match wherever one looks. For a count of
// instructions:  valgrind --tool=callgrind --toggle-collect='stet::Automaton::find*' build/release/bench/phrases
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>

#include "pipeline/many_phrases.h"

namespace {

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string read_all(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

double seconds_to_find(const stet::Prepared& prepared) {
  const double start = seconds();
  const stet::Matches matches = prepared.find();
  return seconds() - start;
}

struct Cost {
  double build = 0;   ///< seconds to read the rules and build the automaton
  double memory = 0;  ///< bytes that rules and automaton keep
  double pass = 1e9;  ///< seconds, the best of all rounds
};

/// An engine, and the article that its automaton is run over.
struct Subject {
  std::shared_ptr<const stet::Engine> engine;
  std::unique_ptr<stet::Prepared> prepared;
  Cost cost;

  Subject(std::size_t phrases, const std::string& text, stet::Draw draw) {
    const double start = seconds();
    const auto before = static_cast<double>(mallinfo2().uordblks);
    engine = stet::engine_with(phrases, text, draw);
    cost.build = seconds() - start;
    cost.memory = static_cast<double>(mallinfo2().uordblks) - before;
    prepared = std::make_unique<stet::Prepared>(*engine, text);
  }
  std::size_t matches() const {
    std::size_t found = 0;
    const stet::Matches matches = prepared->find();
    for (stet::PatternId pattern = 0; pattern < engine->automaton.pattern_count(); ++pattern) found += matches.of(pattern).size();
    return found;
  }
};

void print(const char* name, const Subject& subject, const Subject& few) {
  const auto words = static_cast<double>(subject.prepared->units.words.size());
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): C's output, as a table
  std::printf("%-24s build %6.3f s %6.1f MB   pass %6.1f ns a word   ratio %5.2f   %zu matches in %.0f words\n", name, subject.cost.build,
              subject.cost.memory / 1e6, 1e9 * subject.cost.pass / words, subject.cost.pass / few.cost.pass, subject.matches(), words);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::size_t phrases = arguments.empty() ? 10'000 : std::strtoul(arguments[0].c_str(), nullptr, 10);
  std::string text;
  for (std::size_t i = 1; i < arguments.size(); ++i) text += read_all(arguments[i]) + "\n\n";
  if (text.empty()) text = read_all(STET_SOURCE_DIR "/rules/README.md") + read_all(STET_SOURCE_DIR "/CONTRIBUTING.md");

  Subject few(0, text, stet::Draw::evenly);
  Subject many(phrases, text, stet::Draw::evenly);
  Subject crowded(phrases, text, stet::Draw::by_frequency);
  for (int round = 0; round < 15; ++round) {
    for (Subject* subject : {&few, &many, &crowded}) {
      subject->cost.pass = std::min(subject->cost.pass, seconds_to_find(*subject->prepared));
    }
  }
  print("built-in", few, few);
  print("with phrases", many, few);
  print("with crowded phrases", crowded, few);
}
