// SPDX-License-Identifier: MIT
#include "build/printer.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "base/number.h"

extern char** environ;

namespace handbill::build {
namespace {

/// A file without a name, in memory; -1: there is none to be had.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : descriptor_(::memfd_create(name, MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  int descriptor() const { return descriptor_; }

  bool fill(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::lseek(descriptor_, 0, SEEK_SET) == 0;
  }

  std::string contents() const {
    std::string all;
    std::array<char, 4096> part{};
    while (true) {
      const ssize_t got =
          ::pread(descriptor_, part.data(), part.size(), static_cast<off_t>(all.size()));
      if (got <= 0) return all;
      all.append(part.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int descriptor_;
};

/// In English, whatever the user reads: what `lpstat` says is read by this program.
std::vector<std::string> environment() {
  std::vector<std::string> words;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view word = *each;
    if (!word.starts_with("LC_ALL=") && !word.starts_with("LANGUAGE=")) words.emplace_back(word);
  }
  words.emplace_back("LC_ALL=C");
  return words;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& each : words) list.push_back(each.data());
  list.push_back(nullptr);
  return list;
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

/// As CUPS calls paper (PWG 5101.1); of a size without a name its measures in points.
std::string media_of(Size paper) {
  const double wide = std::min(paper.width, paper.height).pt();
  const double high = std::max(paper.width, paper.height).pt();
  struct Paper {
    const char* name;
    double wide, high;
  };
  constexpr std::array kPapers = {Paper{"Letter", 612, 792},   Paper{"Legal", 612, 1008},
                                  Paper{"Tabloid", 792, 1224}, Paper{"A3", 841.89, 1190.55},
                                  Paper{"A4", 595.28, 841.89}, Paper{"A5", 419.53, 595.28}};
  for (const Paper& each : kPapers) {
    if (std::abs(each.wide - wide) < 2 && std::abs(each.high - high) < 2) return each.name;
  }
  return "Custom." + format_number(wide, 0) + "x" + format_number(high, 0);
}

const char* sides_of(pdf::Printing::Sides sides) {
  switch (sides) {
    case pdf::Printing::Sides::One:
      return "sides=one-sided";
    case pdf::Printing::Sides::LongEdge:
      return "sides=two-sided-long-edge";
    case pdf::Printing::Sides::ShortEdge:
      return "sides=two-sided-short-edge";
  }
  return "";
}

}  // namespace

std::vector<std::string> lp_words(const Printable& document, const PrintOrder& order) {
  std::vector<std::string> words = {"lp"};
  if (!order.printer.empty()) words.insert(words.end(), {"-d", order.printer});
  words.insert(words.end(), {"-n", std::to_string(order.copies), "-t", document.name});
  for (const std::string& option :
       {std::string(sides_of(document.printing.sides)), std::string("print-scaling=none"),
        "media=" + media_of(document.paper)}) {
    words.insert(words.end(), {"-o", option});
  }
  if (document.is_grey) words.insert(words.end(), {"-o", "print-color-mode=monochrome"});
  return words;
}

Answer run_program(const std::vector<std::string>& asked, std::string_view input) {
  MemoryFile in("handbill-in"), out("handbill-out");
  if (in.descriptor() < 0 || out.descriptor() < 0 || !in.fill(input)) {
    return {.said = "there is not enough memory"};
  }
  std::vector<std::string> words = asked, settings = environment();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDERR_FILENO);
  pid_t process = 0;
  const int error = ::posix_spawnp(&process, words.front().c_str(), &actions, nullptr,
                                   pointers(words).data(), pointers(settings).data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return {.was_found = error != ENOENT, .said = "it can't be started"};
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  return {.is_good = WIFEXITED(status) && WEXITSTATUS(status) == 0, .said = out.contents()};
}

Printers printers_here() {
  Printers printers;
  const Answer all = run_program({"lpstat", "-e"});
  if (!all.was_found || !all.is_good) return printers;
  printers.are_known = true;
  printers.names = lines(all.said);
  constexpr std::string_view kDefault = "system default destination: ";
  for (const std::string& line : lines(run_program({"lpstat", "-d"}).said)) {
    if (line.starts_with(kDefault)) printers.by_default = line.substr(kDefault.size());
  }
  return printers;
}

}  // namespace handbill::build
