// SPDX-License-Identifier: MIT
#include "spec/clean_text.h"

#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "base/check.h"
#include "base/utf8.h"
#include "diag/decode_text.h"
#include "spec/misread_text.h"

namespace handbill::spec {
namespace {

constexpr char32_t kFirstIsolate = 0x2066;
constexpr char32_t kPopIsolate = 0x2069;
constexpr std::size_t kNameSize = 96;

/// Combining characters begin with U+0300, in UTF-8 with this byte.
bool may_combine(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xCC; });
}

const icu::Normalizer2& form_c() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* found = icu::Normalizer2::getNFCInstance(error);
  HANDBILL_CHECK(found != nullptr && U_SUCCESS(error), "ICU has form C built in");
  return *found;
}

bool is_in_form_c(std::string_view text) {
  if (!may_combine(text)) return true;
  UErrorCode error = U_ZERO_ERROR;
  const auto size = static_cast<int32_t>(text.size());
  return form_c().isNormalizedUTF8(icu::StringPiece(text.data(), size), error) != 0;
}

struct Normalized {
  std::string text;
  icu::Edits edits;
};

void normalize(std::string_view text, Normalized& into) {
  UErrorCode error = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&into.text);
  const auto size = static_cast<int32_t>(text.size());
  form_c().normalizeUTF8(0, icu::StringPiece(text.data(), size), sink, &into.edits, error);
  HANDBILL_CHECK(U_SUCCESS(error), "ICU takes valid UTF-8");
}

std::vector<std::uint32_t> moved(const std::vector<std::uint32_t>& places, icu::Edits& edits) {
  std::vector<std::uint32_t> result;
  UErrorCode error = U_ZERO_ERROR;
  icu::Edits::Iterator each = edits.getFineIterator();
  while (each.next(error) != 0) {
    for (int32_t i = 0; i < each.newLength(); ++i) {
      const int32_t from = each.sourceIndex() + (each.hasChange() != 0 ? 0 : i);
      result.push_back(places[static_cast<std::size_t>(from)]);
    }
  }
  result.push_back(places.back());
  return result;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

bool is_isolate(char32_t c) { return c >= kFirstIsolate && c <= kPopIsolate; }

bool ends_line(std::string_view text, std::size_t at) {
  return text[at] == '\n' || text.substr(at).starts_with("\r\n");
}

/// "U+0007 (BELL)"
std::string name_of(char32_t c) {
  std::array<char, 16> code{};
  std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(c));
  std::array<char, kNameSize> name{};
  UErrorCode error = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(c), is_control(c) ? U_CHAR_NAME_ALIAS : U_UNICODE_CHAR_NAME,
             name.data(), static_cast<int32_t>(name.size()), &error);
  const std::string_view found = U_SUCCESS(error) ? name.data() : "";
  return code.data() + (found.empty() ? "" : " (" + std::string(found) + ")");
}

struct Fault {
  std::size_t begin = 0, end = 0;
  char32_t sign = 0;
};

/// Finds what clean_text() takes out, paragraph by paragraph.
std::vector<Fault> find_faults(std::string_view text) {
  std::vector<Fault> faults, open;
  const auto close_paragraph = [&] {
    faults.insert(faults.end(), open.begin(), open.end());
    open.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with("\n\n")) close_paragraph();
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const Fault here{begin, at, c};
    if (c == kPopIsolate && !open.empty()) {
      open.pop_back();
    } else if (is_isolate(c) && c != kPopIsolate) {
      open.push_back(here);
    } else if (is_refused(c) && !ends_line(text, begin)) {
      faults.push_back(here);
    }
  }
  close_paragraph();
  std::ranges::sort(faults, {}, &Fault::begin);
  return faults;
}

/// Without the faults; the places move along.
void take_out(const std::vector<Fault>& faults, Value& string) {
  auto& text = std::get<std::string>(string.data);
  for (auto each = faults.rbegin(); each != faults.rend(); ++each) {
    text.erase(each->begin, each->end - each->begin);
    const auto first = string.source_offsets.begin() + static_cast<std::ptrdiff_t>(each->begin);
    string.source_offsets.erase(first,
                                first + static_cast<std::ptrdiff_t>(each->end - each->begin));
  }
}

diag::Diagnostic refusal(char32_t c, diag::Span at) {
  diag::Diagnostic fault{diag::DiagnosticId::BadCharacter, diag::Severity::Error,
                         "`" + name_of(c) + "` stands here, ", at};
  if (is_isolate(c)) {
    fault.message += c == kPopIsolate ? "which ends an isolate that is not open"
                                      : "an isolate that is not ended in its paragraph";
    fault.hints = {"take it out: numbers and names keep their order without it"};
  } else if (is_control(c) || (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
    fault.message += "which is no character that can be printed";
    fault.hints = {"take it out; most editors do not show it"};
  } else {
    fault.message += "which turns the letters behind it round";
    fault.hints = {"take it out: the direction of words and numbers is known without it"};
  }
  fault.fix = diag::Fix{at, ""};
  const std::string meant = diag::meant_in_windows(c);
  if (!meant.empty()) {
    fault.hints = {"did you mean `" + meant + "`?"};
    fault.fix->replacement = meant;
  }
  return fault;
}

}  // namespace

void to_form_c(std::string& text, std::vector<std::uint32_t>& places) {
  if (is_in_form_c(text)) return;
  Normalized result;
  normalize(text, result);
  places = moved(places, result.edits);
  text = std::move(result.text);
}

std::string in_form_c(std::string text) {
  std::vector<std::uint32_t> places(text.size() + 1);
  to_form_c(text, places);
  return text;
}

bool is_refused(char32_t c) {
  const bool is_noncharacter = (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  const bool is_embedding = c >= 0x202A && c <= 0x202E;
  return (is_control(c) && c != '\t' && c != '\n') || is_noncharacter || is_embedding ||
         is_isolate(c);
}

void report_refused(char32_t c, diag::Span at, diag::Diagnostics& diags) {
  diags.add(refusal(c, at));
}

void clean_text(Value& string, diag::Diagnostics& diags) {
  auto& text = std::get<std::string>(string.data);
  to_form_c(text, string.source_offsets);
  report_misread(string, diags);
  const std::vector<Fault> faults = find_faults(text);
  if (faults.empty()) return;
  const Fault& first = faults.front();
  diag::Diagnostic told = refusal(first.sign, string.part(first.begin, first.end));
  if (faults.size() > 1) {
    told.message += "; " + std::to_string(faults.size() - 1) + " more such in this text";
  }
  diags.add(std::move(told));
  take_out(faults, string);
}

}  // namespace handbill::spec
