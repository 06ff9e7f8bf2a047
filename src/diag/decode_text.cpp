// SPDX-License-Identifier: MIT
#include "diag/decode_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/number.h"
#include "base/utf8.h"

namespace handbill::diag {
namespace {

enum class ByteOrder { LittleFirst, BigFirst };

/// The bytes 80 to 9F in Windows-1252; 0: not in use.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// What some programs write instead of plain text, by its first bytes.
constexpr auto kOtherFormats = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"{\\rtf", "rich text (RTF)"},
    {"PK\x03\x04", "a Word document or another packed file"},
    {"\xD0\xCF\x11\xE0", "a Word document"},
    {"%PDF", "a PDF"},
    {"<!DOCTYPE html", "a web page"},
    {"<html", "a web page"},
});

std::vector<std::string> how_to_save() {
  return {"Notepad: File > Save as, and at the bottom Encoding: UTF-8",
          "Word: File > Save As > Plain Text, then Other encoding: Unicode (UTF-8)",
          "TextEdit: Format > Make Plain Text, then File > Duplicate, and save with Plain Text "
          "Encoding: Unicode (UTF-8)"};
}

char16_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<char16_t>(order == ByteOrder::BigFirst ? first << 8U | second
                                                            : second << 8U | first);
}

/// RFC 2781.
DecodedText decode_utf16(std::string_view bytes, ByteOrder order) {
  DecodedText result;
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    char32_t c = unit_at(bytes, at, order);
    at += 2;
    const bool is_lead = c >= 0xD800 && c < 0xDC00;
    if (is_lead && at + 1 < bytes.size()) {
      const char32_t trail = unit_at(bytes, at, order);
      if (trail >= 0xDC00 && trail < 0xE000) {
        c = 0x10000 + (c - 0xD800) * 0x400 + (trail - 0xDC00);
        at += 2;
      }
    }
    if (c >= 0xD800 && c < 0xE000) break;
    append_utf8(result.text, c);
    if (at == bytes.size()) return result;
  }
  if (bytes.empty()) return result;
  result.fault = "the file is UTF-16, and broken from here on";
  result.hints = how_to_save();
  return result;
}

/// Half of the bytes of Western text in UTF-16 are zero: every second one.
bool looks_like_utf16(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 512);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < start.size(); ++i) zeros[i % 2] += start[i] == '\0';
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  return many * 4 > start.size() && few * 8 < many;
}

std::string not_utf8(unsigned char byte) {
  std::string sign = meant_in_windows(byte);
  if (byte >= 0xA0) append_utf8(sign, byte);
  if (sign.empty()) return "the file is not UTF-8 from here on (byte " + hex_digits(byte, 2) + ")";
  return "the file is not saved as UTF-8: a `" + sign + "` of Windows-1252 stands here";
}

/// CR alone ended lines on old Macs; some programs still write it.
void end_lines_in_lf(std::string& text) {
  for (std::size_t at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') text[at] = '\n';
  }
}

DecodedText decode(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes.substr(2), ByteOrder::LittleFirst);
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes.substr(2), ByteOrder::BigFirst);
  for (const auto& [start, what] : kOtherFormats) {
    if (!bytes.starts_with(start)) continue;
    return {"", "the file is " + std::string(what) + ", not plain text", how_to_save()};
  }
  if (looks_like_utf16(bytes)) {
    return {"", "the file is saved as UTF-16 without its mark, not as UTF-8", how_to_save()};
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto bad = find_invalid_utf8(bytes);
  if (!bad) return {std::string(bytes)};
  return {std::string(bytes.substr(0, *bad)), not_utf8(static_cast<unsigned char>(bytes[*bad])),
          how_to_save()};
}

}  // namespace

std::string meant_in_windows(char32_t control) {
  std::string sign;
  if (control < 0x80 || control >= 0xA0) return sign;
  const char32_t meant = kWindows1252.at(control - 0x80U);
  if (meant != 0) append_utf8(sign, meant);
  return sign;
}

DecodedText decode_text(std::string_view bytes) {
  DecodedText result = decode(bytes);
  end_lines_in_lf(result.text);
  return result;
}

}  // namespace handbill::diag
