// SPDX-License-Identifier: MIT
// The sheet of a reviewer as a table for spreadsheet programs, and what came back in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/record_translations.h"

namespace handbill::build {

/// "stale", "not translated", "recorded", "reviewed": what stands in the column `state`.
std::string state_word(const LanguageText& text);

/// UTF-8 with a byte order mark: file, path, state, source, translation, remarks.
std::string translations_csv(const std::vector<const LanguageText*>& chosen);

/// A text with a remark stays unrecorded: somebody has yet to answer.
struct Remark {
  std::string path, words;
};

struct AppliedSheet {
  std::vector<std::string> told{};       ///< what was changed, a line each
  std::optional<std::string> failure{};  ///< what could not be written
};

/// Puts the translations of a sheet into content/LANG/*.toml, as little of them changed as can be,
/// and records them as reviewed. All or nothing. Reports, at lines of the sheet: texts that there
/// are not, originals that have changed since the sheet was written, facts that were lost, cells
/// that can't be read. `name`: of the sheet; `text`: its bytes.
AppliedSheet apply_sheet(const world::Project& project, const LanguageTexts& texts,
                         const std::string& name, std::string text, const Recording& recording,
                         diag::SourceMap& sources, diag::Diagnostics& diags);

}  // namespace handbill::build
