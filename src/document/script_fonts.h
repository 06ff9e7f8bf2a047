// SPDX-License-Identifier: MIT
// Fonts for the scripts that the finished text of a document has.
#pragma once

#include "document/galley.h"
#include "document/typefaces.h"

namespace handbill::document {

/// Gives each run the fonts its scripts need, and opens no other: a font of a hundred thousand
/// glyphs costs nothing to a document without them.
void add_script_fonts(Document& document, Typefaces& typefaces);
void add_script_fonts(Galley& galley, Typefaces& typefaces);

}  // namespace handbill::document
