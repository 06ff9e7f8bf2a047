// SPDX-License-Identifier: MIT
#include "support/golden.h"
#include "support/paths.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace handbill::test {
namespace fs = std::filesystem;

std::vector<fs::path> golden_cases(const std::string& stage) {
  std::vector<fs::path> cases;
  const fs::path folder = fs::path(test::source_folder()) / "tests/golden" / stage;
  if (!fs::exists(folder)) return cases;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) cases.push_back(entry.path());
  }
  std::ranges::sort(cases);
  return cases;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<std::string> golden_difference(const fs::path& expected_file,
                                             const std::string& actual) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    fs::create_directories(expected_file.parent_path());
    std::ofstream(expected_file, std::ios::binary) << actual;
    return std::nullopt;
  }
  const std::string expected = read_file(expected_file);
  if (expected == actual) return std::nullopt;
  std::istringstream want(expected), have(actual);
  std::string want_line, have_line;
  for (int line = 1;; ++line) {
    const bool more_want = static_cast<bool>(std::getline(want, want_line));
    const bool more_have = static_cast<bool>(std::getline(have, have_line));
    if (more_want && more_have && want_line == have_line) continue;
    if (!more_want && !more_have) return expected_file.string() + ": only line ends differ";
    return expected_file.string() + ":" + std::to_string(line) +
           "\n  expected: " + (more_want ? want_line : "(end)") +
           "\n  actual:   " + (more_have ? have_line : "(end)") + "\n\nwhole actual text:\n" +
           actual;
  }
}

}  // namespace handbill::test
