// SPDX-License-Identifier: MIT
// A document as a braille file (BRF) for an embosser or a braille display: what it says, each
// language by its own table, set as the Braille Authority of North America has it: paragraphs 3-1,
// lists 1-3, headings centred, at cell 5 and at cell 7.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "words/words.h"

namespace handbill::braille {

struct BrfOptions {
  std::size_t cells = 40;
  std::size_t lines = 25;
  std::optional<bool> contracted{};  ///< nothing: as each language is mostly read
  std::string table{};               ///< of the document's language; empty: the usual
  diag::Span table_span{};
};

/// Nothing: an error was added. Warns of what there is no braille for.
std::optional<std::string> write_brf(const words::Words& words, const BrfOptions& options,
                                     diag::Diagnostics& diags);

/// The same by the module in one of the folders and tables in others.
std::optional<std::string> write_brf_by(const std::vector<std::string>& modules,
                                        const std::vector<std::string>& tables,
                                        const words::Words& words, const BrfOptions& options,
                                        diag::Diagnostics& diags);

}  // namespace handbill::braille
