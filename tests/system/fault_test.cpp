// SPDX-License-Identifier: MIT
// Whatever fails on the way, and whenever a run is killed: a message, and the old file or the new
// one whole. `./dev test` tries some of the calls; HANDBILL_ALL (`./dev faults`) tries each.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/run_program.h"
#include "system/project.h"
#include "system/sign_project.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

/// A document that was built before its word changed.
struct ChangedSign : SignProject {
  std::string old, fresh;

  ChangedSign() {
    REQUIRE(run({"build"}).exit_code == 0);
    old = pdf();
    say("Shut");
    REQUIRE(run({"build"}).exit_code == 0);
    fresh = pdf();
    REQUIRE(old != fresh);
  }

  ProgramResult run(const Words& words, const Words& environment = {}) const {
    Words command = {"env", "-C", folder.path().string()};
    command.insert(command.end(), environment.begin(), environment.end());
    command.push_back(program());
    command.insert(command.end(), words.begin(), words.end());
    return run_program(command);
  }

  std::string pdf() const { return read_file(folder / "out/a.pdf"); }

  void bring_back_old() const {
    fs::remove_all(folder / "out");
    fs::create_directory(folder / "out");
    folder.write("out/a.pdf", old);
  }

  Words files() const {
    Words names;
    for (const auto& entry : fs::directory_iterator(folder / "out")) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }

  /// What is there, and what the next run makes of it.
  void check_whole() const {
    const std::string left = pdf();
    CHECK((left == old || left == fresh));
    CHECK(run({"build"}).exit_code == 0);
    CHECK((pdf() == fresh));
    CHECK(files() == Words{"a.pdf"});
  }
};

const std::vector<Words> kCommands = {
    {"build"}, {"build", "--final"}, {"check"}, {"preflight", "out/a.pdf", "--standard", "none"}};

/// How often a run makes a call.
int count(const ChangedSign& sign, const std::string& module, const std::string& call,
          const Words& words) {
  sign.bring_back_old();
  sign.run(words, {"LD_PRELOAD=" + module, "HANDBILL_FAULT=count " + call,
                   "HANDBILL_FAULT_COUNT=" + (sign.folder / "count").string()});
  return std::stoi(read_file(sign.folder / "count"));
}

/// Each call fails once, or about `some` of them.
void fail_calls(const ChangedSign& sign, const std::string& module, const std::string& call,
                const Words& words, int some) {
  const int calls = count(sign, module, call, words);
  // A proof does not wait for the disk.
  if (words == Words{"build"}) CHECK((calls > 0) == (call != "fsync"));
  const int step = tries_all() ? 1 : std::max(1, calls / some);
  for (int number = 1; number <= calls; number += step) {
    CAPTURE(words, call, number);
    sign.bring_back_old();
    const auto result = sign.run(words, {"LD_PRELOAD=" + module, "HANDBILL_FAULT=fail " + call +
                                                                     " " + std::to_string(number)});
    INFO(result.errors);
    const bool is_told = !result.errors.empty() && !contains(result.errors, ".handbill-");
    CHECK((result.exit_code == 0 || ((result.exit_code == 1 || result.exit_code == 2) && is_told)));
    CHECK_FALSE(contains(result.errors, "program-fault"));
    if (result.exit_code == 0 && words.front() == "build") {
      // That nobody keeps what was approved is no matter of the disk.
      CHECK((result.errors.empty() || result.errors.starts_with("consider: ")));
      CHECK((sign.pdf() != sign.old));
    }
    if (words.size() == 1) sign.check_whole();
  }
}

}  // namespace

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define HANDBILL_OTHER_MALLOC
#endif
#endif
#if !defined(__SANITIZE_ADDRESS__) && !defined(HANDBILL_OTHER_MALLOC)
TEST_CASE("at any request for memory that fails a run ends with a message and the old file whole") {
  const ChangedSign sign;
  for (const Words& words : kCommands) {
    const int requests = count(sign, memory_fault_module(), "malloc", words);
    CHECK(requests > 1000);
    fail_calls(sign, memory_fault_module(), "malloc", words, 25);
  }
  sign.bring_back_old();
  const auto told = sign.run(
      {"build"}, {"LD_PRELOAD=" + memory_fault_module(), "HANDBILL_FAULT=fail malloc 500"});
  CHECK(told.exit_code == 2);
  CHECK(told.errors ==
        "handbill: there is no memory left; what was not finished is mended by the next run\n");
}
#endif

TEST_CASE("at any call of the disk that fails a run ends with a message and the old file whole") {
  const ChangedSign sign;
  for (const Words& words : kCommands) {
    for (const char* call : {"look", "read", "close", "open", "write", "rename", "fsync"}) {
      fail_calls(sign, fault_module(), call, words, 5);
    }
  }
}

TEST_CASE("at any call of the disk that fails the ledger of prints has one entry more, or none") {
  const ChangedSign sign;
  const std::string ledger = "records/printed.toml";
  const Words note = {"printed", "a", "--quantity", "5", "--today", "2026-11-02"};
  REQUIRE(sign.run(note).exit_code == 0);
  const std::string old = read_file(sign.folder / ledger);
  REQUIRE(sign.run(note).exit_code == 0);
  const std::string fresh = read_file(sign.folder / ledger);
  REQUIRE(fresh.starts_with(old));
  for (const char* call : {"look", "read", "close", "open", "write", "rename", "fsync"}) {
    sign.folder.write(ledger, old);
    const int calls = count(sign, fault_module(), call, note);
    CHECK(calls > 0);
    const int step = tries_all() ? 1 : std::max(1, calls / 8);
    for (int number = 1; number <= calls; number += step) {
      CAPTURE(call, number);
      sign.folder.write(ledger, old);
      const auto result = sign.run(
          note, {"LD_PRELOAD=" + fault_module(),
                 "HANDBILL_FAULT=fail " + std::string(call) + " " + std::to_string(number)});
      INFO(result.errors);
      const std::string left = read_file(sign.folder / ledger);
      CHECK((left == fresh || (left == old && result.exit_code != 0)));
      CHECK((result.exit_code == 0 || !result.errors.empty()));
      sign.folder.write(ledger, old);
      CHECK(sign.run(note).exit_code == 0);
      CHECK(read_file(sign.folder / ledger) == fresh);
    }
  }
  Words names;
  for (const auto& entry : fs::directory_iterator(sign.folder / "records")) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  CHECK(names == Words{".gitattributes", "printed.toml"});
}

TEST_CASE("a PDF that the disk does not give is not called no PDF") {
  const ChangedSign sign;
  int told = 0;
  for (int call = 1; call <= 6; ++call) {
    const auto result = sign.run(
        {"preflight", "out/a.pdf", "--standard", "none"},
        {"LD_PRELOAD=" + fault_module(), "HANDBILL_FAULT=fail read " + std::to_string(call)});
    CAPTURE(call, result.errors);
    CHECK_FALSE(contains(result.errors, "this is no PDF"));
    told += contains(result.errors, "the file can't be read: the disk does not give its bytes");
  }
  CHECK(told >= 1);
}

TEST_CASE("a folder of layouts that can't be read is not called empty") {
  const ChangedSign sign;
  Words command = {"env", "-C", sign.folder.path().string()};
  // To root no folder is closed.
  if (::geteuid() == 0) {
    fs::permissions(sign.folder.path(), fs::perms::all);
    command.insert(command.end(), {"setpriv", "--reuid=65534", "--clear-groups"});
  }
  command.insert(command.end(), {program(), "check"});
  if (run_program(command).exit_code != 0) {
    WARN("other users can't run what is built here");
    return;
  }
  fs::permissions(sign.folder / "layouts", fs::perms::owner_write | fs::perms::owner_exec);
  const auto result = run_program(command);
  fs::permissions(sign.folder / "layouts", fs::perms::owner_all);
  CHECK(result.exit_code == 1);
  CHECK(contains(result.errors, "`layouts` can't be read: Permission denied [file-unreadable]"));
}

TEST_CASE("a run that is killed at any moment leaves the old file or the new one whole") {
  const ChangedSign sign;
  std::minstd_rand random(13);
  // As long as a run takes here, and somewhat longer.
  const auto begin = std::chrono::steady_clock::now();
  sign.run({"build"});
  const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - begin;
  const int runs = tries_all() ? 1000 : 60;
  for (int run = 0; run < runs; ++run) {
    const double moment = whole.count() * 1.3 * static_cast<double>(random() % 1000) / 1000;
    CAPTURE(run, moment);
    sign.bring_back_old();
    run_program({"env", "-C", sign.folder.path().string(), "timeout", "-s", "KILL",
                 std::to_string(std::max(moment, 0.001)), program(), "build"});
    sign.check_whole();
  }
}

}  // namespace handbill::test
