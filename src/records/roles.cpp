// SPDX-License-Identifier: MIT
#include "records/roles.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "spec/words.h"

namespace handbill::records {

using spec::RoleSpec;

namespace {

using Roles = std::vector<spec::Named<RoleSpec>>;

struct TaskWords {
  std::vector<spec::Text> RoleSpec::*key;
  std::string_view name;  ///< of the key
  std::string_view does;  ///< "translates into"
};

TaskWords words_of(Task task) {
  switch (task) {
    case Task::Approve:
      return {&RoleSpec::approves, "approves", "approve"};
    case Task::Translate:
      return {&RoleSpec::translates, "translates", "translate into"};
    case Task::Review:
      return {&RoleSpec::reviews, "reviews", "review translations into"};
  }
  return {};
}

bool has(const RoleSpec& role, Task task, std::string_view of) {
  return std::ranges::any_of(role.*words_of(task).key, [&](const spec::Text& each) {
    return each.value == of || each.value == spec::kAll;
  });
}

/// "`nurse`, `translator`"; empty: there are none.
std::string listed(const Roles& roles, Task task, std::string_view of) {
  std::string text;
  for (const auto& each : roles) {
    if (!has(each.value, task, of)) continue;
    text += (text.empty() ? "" : ", ") + spec::quoted(each.name);
  }
  return text;
}

std::string line_for(std::string_view role, Task task, std::string_view of) {
  const bool is_bare = std::ranges::all_of(role, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
  const std::string name = is_bare ? std::string(role) : "\"" + std::string(role) + "\"";
  return "`[role." + name + "]` with `" + std::string(words_of(task).name) + " = [\"" +
         std::string(of) + "\"]`";
}

diag::Diagnostic told(std::string message, std::vector<std::string> hints) {
  diag::Diagnostic problem;
  problem.id = diag::DiagnosticId::UnknownRole;
  problem.message = std::move(message);
  problem.hints = std::move(hints);
  return problem;
}

diag::Diagnostic unlisted(const Roles& roles, std::string_view role, Task task,
                          std::string_view of) {
  std::vector<std::string> names;
  for (const auto& each : roles) names.push_back(each.name);
  std::vector<std::string> hints;
  if (const auto near = nearest(role, names)) {
    hints.push_back("did you mean " + spec::quoted(*near) + "?");
  } else if (const std::string able = listed(roles, task, of); !able.empty()) {
    hints.push_back("roles that may: " + able);
  } else {
    hints.push_back("write " + line_for(role, task, of) + " in `content/roles.toml`");
  }
  return told(spec::quoted(role) + " is no role of `content/roles.toml`", std::move(hints));
}

}  // namespace

std::optional<diag::Diagnostic> refusal(const std::optional<spec::RolesSpec>& roles,
                                        std::string_view role, Task task, std::string_view of) {
  if (!roles || roles->roles.empty()) {
    return told("this project lists no roles",
                {"write " + line_for(role, task, of) + " in `content/roles.toml`"});
  }
  const auto found =
      std::ranges::find(roles->roles, role, [](const auto& each) { return each.name; });
  if (found == roles->roles.end()) return unlisted(roles->roles, role, task, of);
  if (has(found->value, task, of)) return std::nullopt;
  const std::string able = listed(roles->roles, task, of);
  const TaskWords words = words_of(task);
  return told(
      spec::quoted(found->name) + " may not " + std::string(words.does) + " " + spec::quoted(of),
      {able.empty() ? "add " + spec::quoted(of) + " to its `" + std::string(words.name) +
                          "` in `content/roles.toml`"
                    : "roles that may: " + able});
}

}  // namespace handbill::records
