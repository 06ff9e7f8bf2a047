// SPDX-License-Identifier: MIT
#include "records/roles.h"

#include <catch2/catch.hpp>

namespace handbill::records {
namespace {

/// "message | hint"; empty: it may.
std::string refused(const std::string& roles, std::string_view role, Task task,
                    std::string_view of) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  std::map<std::string, std::string, std::less<>> files;
  if (!roles.empty()) files[std::string(spec::kRolesFile)] = roles;
  const auto read = spec::parse_roles(diag::MemoryFiles(files), sources, diags);
  CHECK_FALSE(diags.has_errors());
  const auto told = refusal(read, role, task, of);
  if (!told) return "";
  CHECK(told->id == diag::DiagnosticId::UnknownRole);
  return told->message + " | " + told->hints.at(0);
}

}  // namespace

TEST_CASE("a role may do what it is listed for") {
  const std::string roles =
      "[role.translator]\ntranslates = [\"es\"]\n[role.\"medical director\"]\n"
      "approves = [\"all\"]\nreviews = [\"es\"]\n";
  CHECK(refused(roles, "translator", Task::Translate, "es").empty());
  CHECK(refused(roles, "medical director", Task::Review, "es").empty());
  CHECK(refused(roles, "medical director", Task::Approve, "hours-placard").empty());
  CHECK(refused(roles, "translator", Task::Translate, "zh") ==
        "`translator` may not translate into `zh` | add `zh` to its `translates` in "
        "`content/roles.toml`");
  CHECK(refused(roles, "translator", Task::Review, "es") ==
        "`translator` may not review translations into `es` | roles that may: `medical director`");
  CHECK(refused(roles, "translater", Task::Translate, "es") ==
        "`translater` is no role of `content/roles.toml` | did you mean `translator`?");
  CHECK(refused(roles, "Maria", Task::Translate, "es") ==
        "`Maria` is no role of `content/roles.toml` | roles that may: `translator`");
  CHECK(refused(roles, "the nurse", Task::Translate, "fr") ==
        "`the nurse` is no role of `content/roles.toml` | write `[role.\"the nurse\"]` with "
        "`translates = [\"fr\"]` in `content/roles.toml`");
}

TEST_CASE("a project without roles has nobody who may") {
  const std::string said =
      "this project lists no roles | write `[role.translator]` with `translates = [\"es\"]` in "
      "`content/roles.toml`";
  CHECK(refused("", "translator", Task::Translate, "es") == said);
  CHECK(refused("# none yet\n", "translator", Task::Translate, "es") == said);
}

}  // namespace handbill::records
