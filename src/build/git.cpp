// SPDX-License-Identifier: MIT
#include "build/git.h"

#include <algorithm>

#include "base/ascii.h"

namespace handbill::build {
namespace {

/// Those that git reads for commands of its own, which are about the repository of that command.
constexpr const char* kOwnSettings[] = {
    "GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_OBJECT_DIRECTORY=",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES=", "GIT_NAMESPACE=", "GIT_COMMON_DIR=", "GIT_PREFIX=",
    // Nobody is asked, and nothing fetched.
    "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=none",
    "GIT_NO_LAZY_FETCH=1"};

}  // namespace

Answer run_git(const world::Project& project, std::vector<std::string> words,
               std::string_view input) {
  words.insert(words.begin(),
               {"git", "--no-pager", "-c", "core.hooksPath=/dev/null", "-C", project.root});
  ProgramCall call{std::move(words), input};
  for (const char* each : kOwnSettings) call.environment.emplace_back(each);
  call.errors = ProgramCall::Errors::Apart;
  return run_program(call);
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, std::min(text.find('\n'), text.size())));
}

bool is_git_hash(std::string_view word) {
  return (word.size() == 40 || word.size() == 64) &&
         std::ranges::all_of(word, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

}  // namespace handbill::build
