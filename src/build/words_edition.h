// SPDX-License-Identifier: MIT
// Editions that are files of words: a page for the web, plain text, braille.
#pragma once

#include <optional>
#include <string>

#include "build/publish.h"

namespace handbill::build {

/// It has no pages, whatever formats are asked for.
bool is_edition_of_words(const Compiled& compiled);

/// What the layout says of such an edition and cannot be kept. Of other editions nothing.
void check_words_edition(const Compiled& compiled, diag::Diagnostics& diags);

/// The one file of such an edition; nothing: an error was added.
std::optional<OutputFile> write_words_edition(const Compiled& compiled, const Job& job, Run& run,
                                              diag::Diagnostics& diags);

}  // namespace handbill::build
