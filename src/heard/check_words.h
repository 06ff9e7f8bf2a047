// SPDX-License-Identifier: MIT
// What a document leaves unsaid to those who listen.
#pragma once

#include "diag/diagnostic.h"
#include "words/words.h"

namespace handbill::heard {

/// Warns, where the words are written, of texts for pictures and words of links that tell nothing,
/// of levels of headings that are left out, of tables whose columns have no names, and of words in
/// a script that their language is not written in.
void check_words(const words::Words& words, diag::Diagnostics& diags);

}  // namespace handbill::heard
