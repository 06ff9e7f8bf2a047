// SPDX-License-Identifier: MIT
// The sheet of a reviewer: each text beside its translation, with room for remarks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/language_texts.h"
#include "build/run.h"

namespace handbill::build {

/// A PDF, set from layouts/sheets/translations.toml of the program, with the day on it. Nothing on
/// an error, which is added.
std::optional<std::string> translation_sheet(const LanguageTexts& texts,
                                             const std::vector<const LanguageText*>& chosen,
                                             const spec::Date& today, Run& run,
                                             diag::Diagnostics& diags);

}  // namespace handbill::build
