// SPDX-License-Identifier: MIT
// handbill_compile_words OUT AFF DIC: makes the word list of a Hunspell dictionary. Run by the
// build.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "base/read_at.h"
#include "spelling/affixes.h"
#include "spelling/word_graph.h"

namespace {

using namespace handbill;

std::optional<std::string> contents_of(const char* path) {
  const int file = ::open(path, O_RDONLY | O_CLOEXEC);
  const off_t size = file < 0 ? -1 : ::lseek(file, 0, SEEK_END);
  std::string bytes(size < 0 ? 0 : static_cast<std::size_t>(size), '\0');
  const bool is_read = file >= 0 && size >= 0 && read_at(file, 0, bytes);
  if (file >= 0) ::close(file);
  return is_read ? std::optional(std::move(bytes)) : std::nullopt;
}

bool save(const char* path, std::string_view bytes) {
  const std::string beside = std::string(path) + ".new";
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return false;
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::close(file) == 0 && bytes.empty() && ::rename(beside.c_str(), path) == 0;
}

std::vector<std::string> all_forms(const spelling::Affixes& affixes, std::string_view words) {
  std::vector<std::string> forms;
  const auto take = [&](std::string form) { forms.push_back(std::move(form)); };
  // The first line has their number.
  for (std::size_t at = words.find('\n'); at < words.size();) {
    const std::size_t end = std::min(words.find('\n', ++at), words.size());
    affixes.forms(words.substr(at, end - at), take);
    at = end;
  }
  std::ranges::sort(forms);
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

int failed(const std::string& why) {
  const std::string told = "handbill_compile_words: " + why + "\n";
  return ::write(STDERR_FILENO, told.data(), told.size()) < 0 ? 2 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return failed("needs OUT AFF DIC");
  const auto aff = contents_of(arguments[2]);
  const auto dic = contents_of(arguments[3]);
  if (!aff || !dic) return failed(std::string("can't read ") + arguments[aff ? 3 : 2]);
  try {
    spelling::WordGraph graph;
    for (const std::string& form : all_forms(spelling::Affixes(*aff), *dic)) {
      if (!form.empty()) graph.add(form);
    }
    const auto file = graph.finish();
    if (!file) return failed(std::string("there are too many words in ") + arguments[3]);
    if (!save(arguments[1], *file)) return failed(std::string("can't write ") + arguments[1]);
  } catch (const std::exception& fault) {
    return failed(std::string(arguments[2]) + ": " + fault.what());
  }
  return EXIT_SUCCESS;
}
