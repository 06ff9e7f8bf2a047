// SPDX-License-Identifier: MIT
// `handbill new-language fr`: files for a language to translate into.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/language_texts.h"
#include "build/output_set.h"
#include "confined/reader.h"
#include "spec/value.h"

namespace handbill::build {

/// A file of the original with its texts to be written: each empty, below its original as a
/// comment. Facts are left out, what names files is kept. `text` is that of the original.
std::string file_to_translate(const LanguageFile& file, std::string_view text,
                              const LanguageTexts& texts, const spec::Date& today);

struct NewLanguage {
  std::vector<std::string> told{};       ///< what was made, and what the language needs
  std::optional<std::string> failure{};  ///< what could not be written
};

/// Makes content/LANG/. Reports a language that is there, or none (wrong-use).
NewLanguage make_language(const world::Project& project, const std::string& language,
                          const spec::Date& today, std::shared_ptr<confined::Reader> reader,
                          diag::SourceMap& sources, diag::Diagnostics& diags);

}  // namespace handbill::build
