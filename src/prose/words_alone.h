// SPDX-License-Identifier: MIT
// The words of a text as content files have it, without what is no word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbill::prose {

/// The text with blanks for facts ("{clinic.phone}"), targets of links and typed addresses: each
/// byte keeps its place.
std::string words_alone(std::string_view text);

/// In small letters, each byte in its place: letters whose small form takes other bytes stay.
std::string in_small_letters(std::string_view text);

/// What stands in braces, without formats: "clinic.phone"; sorted. Blanks are alike, however wide:
/// "blank".
std::vector<std::string> placeholders_in(std::string_view text);

/// Where links of Markdown and typed addresses lead, by their hosts ("https://a.org/es" as
/// "a.org"), sorted. A translation may lead to another page of a site.
std::vector<std::string> linked_hosts_in(std::string_view text);

}  // namespace handbill::prose
