// SPDX-License-Identifier: MIT
// What a document leaves unsaid to those who listen.
#pragma once

#include "diag/diagnostic.h"
#include "words/words.h"

namespace handbill::heard {

/// Whether links of the document can be followed, or are only seen.
enum class Links { Seen, Followed };

/// Warns, where the words are written, of texts for pictures and words of links that tell nothing,
/// of levels of headings that are left out, of tables whose columns have no names, and of words in
/// a script that their language is not written in. Of links that can be followed also where they
/// say no more than an address that nobody can speak: who prints it wants to see it.
void check_words(const words::Words& words, Links links, diag::Diagnostics& diags);

}  // namespace handbill::heard
