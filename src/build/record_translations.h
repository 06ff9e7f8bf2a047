// SPDX-License-Identifier: MIT
// `handbill translated`: says in the ledger which words translations were made from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/append_record.h"
#include "build/language_texts.h"
#include "spec/value.h"

namespace handbill::build {

struct Recording {
  std::string role;
  records::Work work = records::Work::Translated;
  spec::Date date{};
};

/// What was done, a line each, or what failed.
struct RecordedTexts {
  std::vector<std::string> told{};
  std::optional<std::string> failure{};
};

/// Texts that are recorded so already are passed over. Reports a role that may not do this
/// (unknown-role); nothing is written then.
RecordedTexts record_translations(const world::Project& project, const LanguageTexts& texts,
                                  const std::vector<const LanguageText*>& chosen,
                                  const Recording& recording, diag::Diagnostics& diags);

/// The entries to write, for texts as they are, or as a sheet says they are to be.
std::vector<records::Block> entries_of(const std::vector<records::TranslationRecord>& records);

/// Puts them at the end of the ledger, and changed content in place, or does neither.
std::optional<std::string> append_translations(const world::Project& project,
                                               const ChangedContent& content,
                                               const std::vector<records::Block>& entries,
                                               diag::Diagnostics& diags);

}  // namespace handbill::build
