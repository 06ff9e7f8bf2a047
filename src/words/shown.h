// SPDX-License-Identifier: MIT
// From a document to the facts and words it shows.
#pragma once

#include "content/content.h"
#include "manifest/shown.h"
#include "words/words.h"

namespace handbill::words {

/// What can be read on paper, heard, or scanned: no titles of files. `words` are those of
/// `document`, which was made with `content`; all of them know their places in `sources`. Numbers
/// of pages and of entries, which follow from the rest, are none of it.
manifest::Shown shown_by(const Words& words, const document::Document& document,
                         const content::Content& content, const diag::SourceMap& sources);

}  // namespace handbill::words
