// SPDX-License-Identifier: MIT
// Who may do what: the roles of content/roles.toml.
#pragma once

#include <optional>
#include <string_view>

#include "diag/diagnostic.h"
#include "spec/records_spec.h"

namespace handbill::records {

enum class Task { Approve, Translate, Review };

/// Why a role may not do a task for a document or language, and what to do (unknown-role, without a
/// place). Nothing: it may.
std::optional<diag::Diagnostic> refusal(const std::optional<spec::RolesSpec>& roles,
                                        std::string_view role, Task task, std::string_view of);

}  // namespace handbill::records
