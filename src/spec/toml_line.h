// SPDX-License-Identifier: MIT
// What a line of a TOML text looks like, however broken the text around it is. Offsets are bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace handbill::spec {

/// Where the line that holds `at` ends, before its line end.
std::size_t line_end(std::string_view text, std::size_t at);
/// The start of the next line, or the size of the text.
std::size_t next_line(std::string_view text, std::size_t at);
/// The start of the line that holds `at`.
std::size_t line_start(std::string_view text, std::size_t at);
/// The first of `signs` from `at` on, or `end`. Looks no further: a search that goes on to the end
/// of a long text takes long when each line begins one.
std::size_t find_before(std::string_view text, std::string_view signs, std::size_t at,
                        std::size_t end);
/// Past spaces and tabs.
std::size_t past_blanks(std::string_view text, std::size_t at);
/// Before the spaces and tabs that end `text`.
std::size_t without_blanks(std::string_view text);

/// The size of the key at the start of `text`: bare, in quotes, or several joined by dots. 0: none.
std::size_t key_size(std::string_view text);

/// True for a line that can hold nothing but a key and its value: "phone = \"…", "  zip = 20815".
bool starts_entry(std::string_view text, std::size_t line);
/// Where the value of such a line begins: after the `=`.
std::optional<std::size_t> value_of_entry(std::string_view text, std::size_t line);
/// True for "[clinic]", "[[hours.special]]", a comment behind it or not.
bool starts_header(std::string_view text, std::size_t line);
/// True when a value may begin with the sign at `at`: a quote of any kind, a digit, a bracket.
bool starts_value(std::string_view text, std::size_t at);

/// Bytes of the typographic quote at `at`: “ ” „ ‟ « » ‘ ’ ‚ ‛ ‹ › ″ ′ and full-width ones. 0:
/// none.
std::size_t typographic_quote_size(std::string_view text, std::size_t at);
/// The same for straight ones too.
std::size_t quote_mark_size(std::string_view text, std::size_t at);
/// Where the last sign of `text` begins; 0 for none.
std::size_t last_sign(std::string_view text);

}  // namespace handbill::spec
