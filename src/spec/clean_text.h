// SPDX-License-Identifier: MIT
// What every string of a file has to be before anybody reads it: in one form, and printable.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "spec/value.h"

namespace handbill::spec {

/// Unicode's form C: é is one character, however it was typed. `places` of the bytes, and of the
/// end, move along: what is put together stands where its first part does.
void to_form_c(std::string& text, std::vector<std::uint32_t>& places);
std::string in_form_c(std::string text);

/// Brings a string into form C; its bytes keep their places. Reports as bad-character and takes out
/// what no page can show, once a string: control characters but tabs and line ends, noncharacters,
/// embeddings and overrides of direction, isolates that are not closed in their paragraph.
void clean_text(Value& string, diag::Diagnostics& diags);

/// True for what clean_text() takes out wherever it stands, and for isolates.
bool is_refused(char32_t c);

/// The error for `c`; `at` is its place.
void report_refused(char32_t c, diag::Span at, diag::Diagnostics& diags);

}  // namespace handbill::spec
