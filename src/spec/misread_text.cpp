// SPDX-License-Identifier: MIT
#include "spec/misread_text.h"

#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "diag/decode_text.h"

namespace handbill::spec {
namespace {

constexpr char32_t kLost = 0xFFFD;

struct Misread {
  std::size_t begin = 0, end = 0;
  std::string meant{};  ///< empty: nobody knows
};

/// The byte that Windows-1252 takes for the character.
std::optional<unsigned char> byte_of(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<unsigned char>(c);
  std::string text;
  append_utf8(text, c);
  for (unsigned byte = 0x80; byte < 0xA0; ++byte) {
    if (diag::meant_in_windows(byte) == text) return static_cast<unsigned char>(byte);
  }
  return std::nullopt;
}

/// Capitals end before these marks in a text that is as it should be: "IRMÃ»", "Ã…".
bool follows_words(char32_t c) {
  constexpr std::u32string_view kMarks = U"\u00A0\u00AB\u00BB‘’“”…–—";
  return kMarks.find(c) != kMarks.npos;
}

/// The bytes that may be meant by the characters from `at` on, which begin with Â, Ã or â.
std::optional<Misread> misread_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const char32_t lead = next_code_point(text, end);
  const int more = lead == 0xC2 || lead == 0xC3 ? 1 : lead == 0xE2 ? 2 : 0;
  if (more == 0) return std::nullopt;
  std::string bytes(1, static_cast<char>(lead));
  for (int i = 0; i < more; ++i) {
    if (end == text.size()) return std::nullopt;
    const char32_t c = next_code_point(text, end);
    const auto byte = byte_of(c);
    if (!byte || *byte > 0xBF || (more == 1 && follows_words(c))) return std::nullopt;
    bytes += static_cast<char>(*byte);
  }
  return Misread{at, end, bytes};
}

std::vector<Misread> find_misread(std::string_view text) {
  std::vector<Misread> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == kLost) found.push_back({begin, at});
    if (const auto misread = misread_at(text, begin)) {
      found.push_back(*misread);
      at = misread->end;
    }
  }
  return found;
}

}  // namespace

void report_misread(const Value& string, diag::Diagnostics& diags) {
  const std::string& text = std::get<std::string>(string.data);
  const std::vector<Misread> found = find_misread(text);
  if (found.empty()) return;
  const Misread& first = found.front();
  const std::string sign = text.substr(first.begin, first.end - first.begin);
  diag::Diagnostic told{diag::DiagnosticId::BadCharacter, diag::Severity::Error,
                        "`" + sign + "` stands where a program has lost a sign",
                        string.part(first.begin, first.end)};
  told.hints = {"type it again; the file is to be opened and saved as UTF-8"};
  if (!first.meant.empty()) {
    told.message = "`" + sign + "` is what a program has made of `" + first.meant + "`";
    told.hints = {"did you mean `" + first.meant + "`?",
                  "open and save the file as UTF-8, then such signs stay as they are"};
    told.fix = diag::Fix{told.span, first.meant};
  }
  if (found.size() > 1) {
    told.message += "; " + std::to_string(found.size() - 1) + " more such in this text";
  }
  diags.add(std::move(told));
}

}  // namespace handbill::spec
