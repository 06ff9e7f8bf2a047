// SPDX-License-Identifier: MIT
// The PDF of a document with what a shop needs to know about it.
#pragma once

#include <cstdint>
#include <optional>

#include "build/publish.h"

namespace handbill::build {

/// The document, and its ticket as JSON and as a page. `quantity`: of copies; nothing: to be
/// agreed.
Made make_ticket_files(const Job& job, std::optional<std::int64_t> quantity, Run& run);

}  // namespace handbill::build
