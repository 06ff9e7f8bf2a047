// SPDX-License-Identifier: MIT
// All texts of a project in one of its languages, each beside its original, and what the ledger
// says of it.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "records/translated.h"
#include "spec/text_pairs.h"
#include "world/project.h"

namespace handbill::build {

struct LanguageFile {
  std::string subject;               ///< "aftercare"
  std::string path;                  ///< "content/es/aftercare.toml"
  spec::Value original;              ///< content/en/aftercare.toml
  std::optional<spec::Value> own{};  ///< nothing: there is no such file
};

struct LanguageText {
  const LanguageFile* file = nullptr;
  spec::TextPair pair;
  records::TextState state{};
  bool is_translated() const { return pair.translation != nullptr; }
};

/// Texts and states refer to the files and the ledger.
struct LanguageTexts {
  LanguageTexts() = default;
  LanguageTexts(LanguageTexts&&) = default;
  LanguageTexts& operator=(LanguageTexts&&) = default;
  LanguageTexts(const LanguageTexts&) = delete;
  LanguageTexts& operator=(const LanguageTexts&) = delete;

  std::string language, source_language;
  std::deque<LanguageFile> files{};
  spec::TranslatedSpec ledger{};
  std::optional<spec::RolesSpec> roles{};
  std::vector<spec::FactSpec> facts{};
  std::set<std::string, std::less<>> file_keys{};
  std::vector<LanguageText> texts{};  ///< as they stand in the files of the original
};

/// What its layouts say the project is written in; "en" when they do not agree.
std::string source_language_of(const world::Project& project, diag::SourceMap& sources);

/// Nothing: the project has no such language, or is written in it (wrong-use). What can't be read
/// of a file or the ledger is reported, and left out. Must be held to: a language that is only
/// about to be made has texts without translations.
enum class MustExist { Yes, No };
std::optional<LanguageTexts> read_language(const world::Project& project,
                                           const std::string& language, MustExist must,
                                           diag::SourceMap& sources, diag::Diagnostics& diags);

/// Those at a path ("aftercare.do.0.text") or below it ("aftercare.do"), or in a file; all when
/// there are no words. Reports words that name none (wrong-use).
std::vector<const LanguageText*> chosen_texts(const LanguageTexts& texts,
                                              const std::vector<std::string>& words,
                                              diag::Diagnostics& diags);

/// For a check of the project: a note of how many texts nobody has recorded, and one of each entry
/// of the ledger whose text is gone.
void tell_records(const LanguageTexts& texts, diag::Diagnostics& diags);

}  // namespace handbill::build
