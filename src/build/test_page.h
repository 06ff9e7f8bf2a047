// SPDX-License-Identifier: MIT
// A page that shows how a printer prints: at which size, how near to the edge, which edge sheets
// are turned over.
#pragma once

#include <optional>
#include <string>

#include "build/printer.h"
#include "build/run.h"

namespace handbill::build {

enum class TestPaper { Letter, A4 };

/// Set from layouts/tickets/test-page.toml of the program, for both sides. Nothing on an error,
/// which is added.
std::optional<Printable> test_page(TestPaper paper, Run& run, diag::Diagnostics& diags);

}  // namespace handbill::build
