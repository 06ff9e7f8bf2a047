// SPDX-License-Identifier: MIT
// The words of one paragraph. Private to this folder.
#pragma once

#include "words/words.h"

namespace handbill::words {

/// Its text, runs, blanks (without their labels), kind, level and label.
Paragraph read_paragraph(const text::Paragraph& paragraph);

/// A text that stands for a picture or code, in that language.
Paragraph read_alt(const text::TracedText& alt, const std::string& language);

/// Finds the words that say what is to be written on each blank: those before it, else those behind
/// it, a line of them; else `beside`, those beside the paragraph in its table.
void set_blank_labels(Paragraph& paragraph, const std::string& beside);

}  // namespace handbill::words
