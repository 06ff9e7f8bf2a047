// SPDX-License-Identifier: MIT
#include "spec/toml_line.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace handbill::spec {
namespace {

bool is_bare(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }

/// A key without dots.
std::size_t simple_key_size(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == '"' || text[0] == '\'') {
    const std::size_t line = line_end(text, 0);
    for (std::size_t at = 1; at < line; ++at) {
      if (text[0] == '"' && text[at] == '\\') {
        ++at;
      } else if (text[at] == text[0]) {
        return at + 1;
      }
    }
    return 0;
  }
  const auto end = std::ranges::find_if_not(text, is_bare);
  return static_cast<std::size_t>(end - text.begin());
}

bool is_end_or_comment(std::string_view text, std::size_t at) {
  at = past_blanks(text, at);
  return at >= line_end(text, at) || text[at] == '#';
}

}  // namespace

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return end > at && end < text.size() && text[end - 1] == '\r' ? end - 1 : end;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == text.npos ? text.size() : end + 1;
}

std::size_t line_start(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
  return before == text.npos ? 0 : before + 1;
}

std::size_t find_before(std::string_view text, std::string_view signs, std::size_t at,
                        std::size_t end) {
  if (at >= end) return end;
  return std::min(text.substr(0, end).find_first_of(signs, at), end);
}

std::size_t past_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

std::size_t without_blanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t");
  return last == text.npos ? 0 : last + 1;
}

std::size_t key_size(std::string_view text) {
  std::size_t size = simple_key_size(text);
  while (size > 0) {
    const std::size_t dot = past_blanks(text, size);
    if (dot >= text.size() || text[dot] != '.') break;
    const std::size_t next = past_blanks(text, dot + 1);
    const std::size_t part = simple_key_size(text.substr(next));
    if (part == 0) break;
    size = next + part;
  }
  return size;
}

std::optional<std::size_t> value_of_entry(std::string_view text, std::size_t line) {
  const std::size_t key = past_blanks(text, line);
  const std::size_t size = key_size(text.substr(key));
  const std::size_t equals = past_blanks(text, key + size);
  if (size == 0 || equals >= text.size() || text[equals] != '=') return std::nullopt;
  return past_blanks(text, equals + 1);
}

bool starts_entry(std::string_view text, std::size_t line) {
  const auto value = value_of_entry(text, line);
  return value && starts_value(text, *value);
}

bool starts_header(std::string_view text, std::size_t line) {
  std::size_t at = past_blanks(text, line);
  const std::size_t brackets = text.substr(at).starts_with("[[") ? 2 : 1;
  if (at >= text.size() || text[at] != '[') return false;
  at = past_blanks(text, at + brackets);
  const std::size_t size = key_size(text.substr(at));
  if (size == 0 || is_digit(text[at])) return false;
  at = past_blanks(text, at + size);
  if (!text.substr(at).starts_with(brackets == 2 ? "]]" : "]")) return false;
  return is_end_or_comment(text, at + brackets);
}

bool starts_value(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  if (is_digit(c) || c == '[' || c == '{' || c == '+' || c == '-') return true;
  if (quote_mark_size(text, at) > 0) return true;
  const std::string_view rest = text.substr(at);
  return rest.starts_with("true") || rest.starts_with("false");
}

std::size_t typographic_quote_size(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0xC0) return 0;
  std::size_t end = at;
  const char32_t c = next_code_point(text, end);
  const bool is_quote = (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 ||
                        c == 0x203A || c == 0x2033 || c == 0x2032 || c == 0xFF02 || c == 0xFF07 ||
                        (c >= 0x301D && c <= 0x301F);
  return is_quote ? end - at : 0;
}

std::size_t quote_mark_size(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) return 1;
  return typographic_quote_size(text, at);
}

std::size_t last_sign(std::string_view text) {
  std::size_t at = text.empty() ? 0 : text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

}  // namespace handbill::spec
