// SPDX-License-Identifier: MIT
// What there is to say of the texts of a document in another language than its own.
#pragma once

#include <string>
#include <string_view>

#include "build/compile.h"
#include "diag/diagnostic.h"
#include "prose/translated_text.h"
#include "records/translated.h"
#include "spec/text_pairs.h"
#include "spelling/own_words.h"

namespace handbill::build {

/// Reports texts that tell other numbers, amounts, facts or links than their originals
/// (translation-differs).
void compare_texts(const spec::ContentSpec& content, const diag::SourceMap& sources,
                   diag::Diagnostics& diags);

/// Reports, of what the document prints, what was left in the language of the original
/// (untranslated), and whose original has changed since it was translated (translation-stale, and
/// then nothing that compare_texts() has told of the same text), and what is wrong with the ledger.
/// `files`: of the project. No page depends on any of it.
void judge_translation(const Compiled& compiled, const diag::FileReader& files,
                       diag::SourceMap& sources, diag::Diagnostics& diags);

/// The words of a project that are the same in every language.
prose::KnownWords known_words(const spelling::OwnWords& own, std::string_view language);

/// "for 24 hours" -> what is told of a text that is not Current nor Unrecorded.
diag::Diagnostic tell_state(const records::TextState& state, const spec::TextPair& pair,
                            const std::string& language);

}  // namespace handbill::build
