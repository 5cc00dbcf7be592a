// Stands in for libFuzzer where a compiler has none: runs a program over files, and over changes of them, the same ones in each run. An
// input that brings the program down is left in `fuzz-find`.
//
//     fuzz_article [--changes N] [--prefix BYTES] PATH…     every file, and N changes of the files in turn (0); folders are walked
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);
#ifdef STET_FUZZ_MUTATOR
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed);
#else
static std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned /*seed*/) {
  return LLVMFuzzerMutate(data, size, max_size);
}
#endif

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t longest = 65'536;  // bytes of a file that are taken

stet::fuzz::Random& randomness() {
  static stet::fuzz::Random generator(20'261'124);
  return generator;
}

Bytes read(const fs::path& path, std::string_view prefix) {
  std::ifstream file(path, std::ios::binary);
  Bytes bytes(prefix.begin(), prefix.end());
  bytes.insert(bytes.end(), std::istreambuf_iterator<char>(file), {});
  bytes.resize(std::min(bytes.size(), longest));
  return bytes;
}

std::vector<fs::path> files_of(const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const std::string& path : paths) {
    if (fs::is_regular_file(path)) files.emplace_back(path);
    if (!fs::is_directory(path)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// One to four changes of a file.
Bytes changed(const Bytes& original) {
  Bytes bytes = original;
  bytes.resize(2 * longest);
  std::size_t size = original.size();
  for (std::size_t times = 1 + stet::fuzz::below(randomness(), 4); times > 0; --times) {
    size = LLVMFuzzerCustomMutator(bytes.data(), size, bytes.size(), static_cast<unsigned>(randomness()()));
  }
  bytes.resize(size);
  return bytes;
}

/// What is being tried, for the handler of a crash.
const Bytes*& current() {
  static const Bytes* input = nullptr;
  return input;
}

extern "C" void keep_input(int signal) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
  const int file = ::open("fuzz-find", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  const bool kept = file >= 0 && ::write(file, current()->data(), current()->size()) >= 0;
  std::signal(signal, SIG_DFL);
  ::raise(kept ? signal : SIGABRT);
}

void run(const Bytes& input) {
  current() = &input;
  LLVMFuzzerTestOneInput(input.data(), input.size());
}

}  // namespace

/// What libFuzzer offers to mutators: here one byte changed, put in or taken out.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size) {
  const std::size_t at = stet::fuzz::below(randomness(), size + 1);
  const auto byte = static_cast<std::uint8_t>(stet::fuzz::below(randomness(), 256));
  const std::size_t choice = stet::fuzz::below(randomness(), 3);
  if (choice == 0 && at < size) {
    data[at] = byte;
  } else if (choice == 1 && size < max_size) {
    std::memmove(data + at + 1, data + at, size - at);
    data[at] = byte;
    ++size;
  } else if (at < size) {
    std::memmove(data + at, data + at + 1, size - at - 1);
    --size;
  }
  return size;
}

int main(int count, char** words) {
  std::size_t changes = 0;
  std::string prefix;
  std::vector<std::string> paths;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--changes" && i + 1 < count) {
      const std::string_view number = words[++i];
      std::from_chars(number.data(), number.data() + number.size(), changes);
    } else if (word == "--prefix" && i + 1 < count) {
      prefix = words[++i];
    } else {
      paths.emplace_back(word);
    }
  }
  std::vector<Bytes> inputs;
  for (const fs::path& path : files_of(paths)) inputs.push_back(read(path, prefix));
  if (inputs.empty()) {
    std::cerr << "no files to begin with\n";
    return 2;
  }
  for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) std::signal(signal, keep_input);
  for (const Bytes& input : inputs) run(input);
  for (std::size_t i = 0; i < changes; ++i) run(changed(inputs[i % inputs.size()]));
  std::cout << inputs.size() << " files, " << changes << " changes\n";
  return 0;
}
