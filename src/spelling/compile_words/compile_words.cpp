// SPDX-License-Identifier: MIT
// handbill_compile_words OUT AFF DIC [AFF DIC]: makes the word list of a Hunspell dictionary. Run
// by the build. With a second dictionary, which is Spanish, the first has English words of
// medicine, and the list has what they are in Spanish.
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
#include "spelling/letters.h"
#include "spelling/spanish_of_english.h"
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

void sort_out(std::vector<std::string>& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
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
  sort_out(forms);
  return forms;
}

/// Letters a to z alone, the first a capital or not.
bool is_plain_word(std::string_view word) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool has_capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
  return std::ranges::all_of(word.substr(has_capital ? 1 : 0), is_small);
}

/// "fístula" beside "fistula" of the verb.
bool has_accent_alone(const std::string& word, const std::vector<std::string>& known) {
  const std::string plain = spelling::without_stress(word);
  return plain != word && std::ranges::binary_search(known, plain) &&
         !std::ranges::binary_search(known, word);
}

/// Words that sound like one of a list of Spanish are left out: the list has it, or it is a slip.
std::vector<std::string> in_spanish(const std::vector<std::string>& english,
                                    const std::vector<std::string>& known) {
  std::vector<std::string> sounds;
  for (const std::string& each : known) sounds.push_back(spelling::spanish_sound_of(each));
  sort_out(sounds);
  std::vector<std::string> words;
  for (const std::string& each : english) {
    if (!is_plain_word(each)) continue;
    for (std::string& made : spelling::spanish_of_english(spelling::in_small_letters(each))) {
      const bool is_there = std::ranges::binary_search(sounds, spelling::spanish_sound_of(made));
      if (!is_there || has_accent_alone(made, known)) {
        words.push_back(std::move(made));
      }
    }
  }
  sort_out(words);
  return words;
}

int failed(const std::string& why) {
  const std::string told = "handbill_compile_words: " + why + "\n";
  return ::write(STDERR_FILENO, told.data(), told.size()) < 0 ? 2 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4 && count != 6) return failed("needs OUT AFF DIC [AFF DIC]");
  std::vector<std::string> files;
  for (int i = 2; i < count; ++i) {
    auto file = contents_of(arguments[i]);
    if (!file) return failed(std::string("can't read ") + arguments[i]);
    files.push_back(std::move(*file));
  }
  try {
    auto words = all_forms(spelling::Affixes(files[0]), files[1]);
    if (count == 6) words = in_spanish(words, all_forms(spelling::Affixes(files[2]), files[3]));
    spelling::WordGraph graph;
    for (const std::string& form : words) {
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
