// The bare parse of each article of a folder, once: what `bench/run` counts the instructions of beside those of a whole run.
//   bare_parse FOLDER
#include <iostream>

#include "bare_parser.h"
#include "text/source.h"
#include "text/walk.h"

int main(int count, char** arguments) {
  stet::BareParser parser;
  std::size_t bytes = 0;
  for (const std::string& path : stet::walk({count > 1 ? arguments[1] : "."}).files) {
    const auto source = stet::read_source(path);
    if (!source) continue;
    parser.parse(source->bytes, true);
    bytes += source->bytes.size();
  }
  std::cout << bytes << " bytes\n";
}
