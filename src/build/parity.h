// SPDX-License-Identifier: MIT
// The proof that pages of clear and large print say all that the layout's pages say.
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"
#include "words/words.h"

namespace handbill::build {

struct Editions {
  const document::Document& source;  ///< the layout's pages
  const document::Document& edition;
  const words::Words& words;       ///< what the edition says
  const display::PageList& pages;  ///< of the edition
};

/// Reports edition-incomplete for words that the edition lacks, where they are written.
void check_parity(const Editions& editions, diag::Diagnostics& diags);

/// For people: how many words of each part stand in the edition, and each fact with the pages of
/// the edition that tell it.
std::string parity_report(const Editions& editions);

}  // namespace handbill::build
