// SPDX-License-Identifier: MIT
#include "pdf/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/check.h"
#include "base/number.h"
#include "base/utf8.h"

namespace handbill::pdf {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

void append_hex8(std::string& out, unsigned char byte) {
  out += kHexDigits[byte >> 4];
  out += kHexDigits[byte & 15];
}

bool is_regular(unsigned char byte) {
  return byte > ' ' && byte < 127 &&
         std::string_view("()<>[]{}/%#").find(static_cast<char>(byte)) == std::string_view::npos;
}

}  // namespace

void append_milli(std::string& out, Milli value) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  std::array<char, 24> whole{};
  const auto [end, error] = std::to_chars(whole.data(), whole.data() + whole.size(), value / 1000);
  HANDBILL_CHECK(error == std::errc(), "the buffer holds every whole number");
  out.append(whole.data(), end);
  const auto thousandths = static_cast<std::size_t>(value % 1000);
  if (thousandths == 0) return;
  const char digits[] = {'.', static_cast<char>('0' + thousandths / 100),
                         static_cast<char>('0' + thousandths / 10 % 10),
                         static_cast<char>('0' + thousandths % 10)};
  std::size_t length = 4;
  while (digits[length - 1] == '0') --length;
  out.append(digits, length);
}

void append_name(std::string& out, std::string_view utf8) {
  out += '/';
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_regular(byte)) {
      out += c;
    } else {
      out += '#';
      append_hex8(out, byte);
    }
  }
}

void append_literal(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char byte : bytes) append_literal_byte(out, byte);
  out += ')';
}

void append_literal_byte(std::string& out, char byte) {
  if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
  // A bare carriage return would be read as a line feed (7.3.4.2).
  if (byte == '\r') {
    out += "\\r";
  } else {
    out += byte;
  }
}

void append_text(std::string& out, std::string_view utf8) {
  const bool printable_ascii =
      std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= ' ' && c < 127; });
  if (printable_ascii) {
    append_literal(out, utf8);
  } else {
    append_utf16_string(out, utf8);
  }
}

void append_utf16_string(std::string& out, std::string_view utf8) {
  out += "<FEFF";
  append_utf16_hex(out, utf8);
  out += '>';
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t code_point = next_code_point(utf8, at);
    if (code_point < 0x10000) {
      append_hex16(out, code_point);
    } else {
      append_hex16(out, 0xD800 + ((code_point - 0x10000) >> 10));
      append_hex16(out, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
    }
  }
}

void append_hex16(std::string& out, std::uint32_t value) {
  append_hex8(out, static_cast<unsigned char>(value >> 8));
  append_hex8(out, static_cast<unsigned char>(value));
}

void append_reference(std::string& out, std::uint32_t object_number) {
  out += std::to_string(object_number);
  out += " 0 R";
}

void append_box(std::string& out, const Rect& box_y_up) {
  out += '[';
  append_number(out, box_y_up.left.pt(), 4);
  out += ' ';
  append_number(out, box_y_up.top.pt(), 4);
  out += ' ';
  append_number(out, box_y_up.right().pt(), 4);
  out += ' ';
  append_number(out, box_y_up.bottom().pt(), 4);
  out += ']';
}

}  // namespace handbill::pdf
