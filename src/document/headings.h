// SPDX-License-Identifier: MIT
// Headings, by their words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace handbill::document {

/// The words of a paragraph, on one line.
std::string plain_words(const text::Paragraph& paragraph);

/// What a heading is called where it is asked for: "care-at-home" of "Care: at home".
std::string heading_name(std::string_view words);

/// The words of all headings, of stories and of frames.
std::vector<std::string> heading_words(const Document& document);

}  // namespace handbill::document
