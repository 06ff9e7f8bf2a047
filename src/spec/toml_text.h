// SPDX-License-Identifier: MIT
// What toml++ does not tell about a TOML text: where each byte of a string stands, and whether the
// text is one that it reads in bounded time and stack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::spec {

struct DecodedString {
  std::string text;
  std::vector<std::uint32_t> offsets;  ///< one for each byte of `text`, and one past the end
};

/// `literal` is one well-formed TOML string with its quotes, which stands at offset `start`. CRLF
/// becomes LF, as toml++ has it. Nothing: it is not well formed.
std::optional<DecodedString> decode_toml_string(std::string_view literal, std::uint32_t start);

enum class TomlLines { One, Several };

/// `text`, which is valid UTF-8, as it stands between the quotes of a basic string, of one line or
/// (as the string then begins, behind three quotes and a line end) of several. Signs that nobody
/// sees are written as escapes.
std::string escaped_toml(std::string_view text, TomlLines lines);
/// A basic string of one line, quotes included.
std::string toml_string(std::string_view text);
/// The same, of several lines.
std::string long_toml_string(std::string_view text);

/// Tables, lists and dotted keys nest no deeper.
inline constexpr std::size_t kDeepestToml = 64;

struct Excess {
  std::size_t offset = 0;
  std::string message;
};

/// The first place where brackets nest, or a key is dotted, deeper than 64, or where headers and
/// dotted keys become more than 20,000 (toml++ looks through all of them for each).
std::optional<Excess> find_excess(std::string_view text);

}  // namespace handbill::spec
