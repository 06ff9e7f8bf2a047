// SPDX-License-Identifier: MIT
#include "spec/toml_faults.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/number.h"
#include "base/utf8.h"
#include "spec/toml_line.h"
#include "spec/words.h"
#include "spec/written_date.h"

namespace handbill::spec {
namespace {

std::string in_ticks(std::string_view text) { return "`" + std::string(text) + "`"; }

/// A text that may stand between straight quotes as it is.
bool is_plain(std::string_view text) { return text.find_first_of("\"\\\n\r") == text.npos; }

}  // namespace

diag::Diagnostic& TomlFaults::add(std::size_t begin, std::size_t end, std::string message) {
  const diag::Span span{file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  found_.push_back(
      {diag::DiagnosticId::TomlSyntax, diag::Severity::Error, std::move(message), span});
  return found_.back();
}

void TomlFaults::fix(diag::Diagnostic& fault, std::size_t begin, std::size_t end,
                     std::string replacement) {
  const diag::Span span{file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  fault.fix = diag::Fix{span, std::move(replacement)};
}

void TomlFaults::closing_quote_missing(std::size_t open, std::size_t end) {
  auto& fault = add(open, end, "the closing quote of this text is missing");
  fault.hints = {"a text over several lines goes between \"\"\" and \"\"\""};
  const bool has_comment = part(open, end).find(" #") != std::string_view::npos;
  if (!has_comment) fix(fault, end, end, std::string(1, text_[open]));
}

void TomlFaults::opening_quote_missing(std::size_t begin, std::size_t end) {
  auto& fault = add(begin, end, "the opening quote of this text is missing");
  fix(fault, begin, begin, "\"");
}

void TomlFaults::odd_quotes(std::size_t open, std::size_t end) {
  auto& fault = add(open, end, "a quote is missing here, or one is too many");
  fault.hints = {"a text goes between two quotes; write quotes inside it as “ and ”"};
}

void TomlFaults::quotes_inside(std::size_t begin, std::size_t end) {
  auto& fault = add(begin, end, in_ticks(part(begin, end)) + " has quotes inside a text");
  if (part(begin, end).size() > 60) fault.message = "there are quotes inside this text";
  fault.hints = {"inside a text, write quotes as “ and ”"};
  std::string replacement;
  bool is_open = false;
  for (const char c : part(begin, end)) {
    if (c != '"') {
      replacement += c;
      continue;
    }
    is_open = !is_open;
    replacement += is_open ? "“" : "”";
  }
  if (!is_open) fix(fault, begin, end, std::move(replacement));
}

void TomlFaults::typographic_quotes(std::size_t begin, std::size_t end, std::string value) {
  std::size_t mark = begin;
  while (mark < end && typographic_quote_size(text_, mark) == 0) ++mark;
  const std::size_t size = typographic_quote_size(text_, mark);
  auto& fault = add(mark, mark + size,
                    in_ticks(text_.substr(mark, size)) +
                        " is a typographic quote; a text goes between straight quotes");
  fault.hints = {"type the quotes round a text again as \"; inside a text they may be typographic"};
  if (!value.empty()) fix(fault, begin, end, std::move(value));
}

void TomlFaults::long_text_unclosed(std::size_t open, std::size_t end) {
  const std::string quotes(text_.substr(open, 3));
  // Fewer quotes on a line of their own were meant to close it.
  const std::size_t last = std::max(line_start(text_, end), open + 3);
  const bool is_short = last < end && part(last, end).find_first_not_of(text_[open]) == quotes.npos;
  auto& fault = add(open, open + 3, "the text that begins here has no closing " + quotes);
  fault.hints = {"write " + quotes + " where it ends"};
  fix(fault, is_short ? last : end, end, is_short ? quotes : "\n" + quotes);
}

void TomlFaults::bad_escape(std::size_t backslash, std::size_t begin, std::size_t end,
                            std::string meant) {
  std::size_t sign_end = backslash + 1;
  if (sign_end < text_.size()) next_code_point(text_, sign_end);
  auto& fault = add(backslash, sign_end, in_ticks(part(backslash, sign_end)) + " has no meaning");
  fault.hints = {"write a backslash as `\\\\`, or the text between single quotes: '…'"};
  fix(fault, begin, end, std::move(meant));
}

void TomlFaults::invisible_sign(std::size_t at, std::size_t size) {
  std::size_t end = at;
  const char32_t c = next_code_point(text_, end);
  auto& fault = add(at, at + size, "an invisible sign stands here (U+" + hex_digits(c, 4) + ")");
  fault.hints = {"take it out, or type a space in its place"};
  fix(fault, at, at + size, " ");
}

void TomlFaults::bad_date(const std::vector<Date>& meant, std::size_t begin, std::size_t end) {
  const std::string_view words = part(begin, end);
  if (meant.empty()) {
    add(begin, end, quoted(words) + " is not in the calendar");
    return;
  }
  auto& fault = add(begin, end, quoted(words) + " is not a date");
  fault.hints = hints_of_date(words);
  const bool is_certain = meant.size() == 1 && meant.front().year != kEveryYear;
  if (is_certain) fix(fault, begin, end, iso_date(meant.front()));
}

void TomlFaults::no_quotes(std::string_view key, std::size_t begin, std::size_t end) {
  const std::string_view words = part(begin, end);
  const bool begins_with_year =
      words.size() >= 4 && std::ranges::all_of(words.substr(0, 4), is_digit);
  if (key.ends_with("date") || begins_with_year) {
    const std::vector<Date> meant = meant_dates(words);
    if (!meant.empty() || looks_like_date(words)) return bad_date(meant, begin, end);
  }
  auto& fault = add(begin, end, quoted(words) + " has no quotes round it");
  // "Ste #4" has no note.
  const std::string_view rest = text_.substr(end, line_end(text_, end) - end);
  const std::size_t note = rest.find('#');
  const bool is_part = note != rest.npos && !rest.substr(note).starts_with("# ");
  if (!is_plain(words) || is_part) {
    fault.hints = {"a text goes between quotes: \"…\""};
    return;
  }
  const std::string value = "\"" + std::string(words) + "\"";
  fault.hints = {"write " + in_ticks((key.empty() ? "" : std::string(key) + " = ") + value)};
  fix(fault, begin, end, value);
}

void TomlFaults::no_value(std::string_view key, std::size_t equals) {
  auto& fault = add(equals, equals + 1, in_ticks(key) + " has nothing after its `=`");
  fault.hints = {"write `" + std::string(key) +
                 " = \"…\"`; a text over several lines begins with \"\"\" on this line"};
}

void TomlFaults::equals_twice(std::size_t at) {
  auto& fault = add(at, at + 1, "a second `=` stands here");
  fault.hints = {"take it out"};
  fix(fault, at, at + 1, "");
}

void TomlFaults::no_equals(std::string_view key, std::size_t begin, std::size_t end) {
  auto& fault =
      add(begin, std::max(end, begin + 1),
          end > begin ? "after " + in_ticks(key) + " comes `=`, not " + in_ticks(part(begin, end))
                      : "there is no `=` after " + in_ticks(key));
  fix(fault, begin, end, end > begin ? " =" : "= ");
}

void TomlFaults::bad_key(std::size_t begin, std::size_t end) {
  auto& fault = add(begin, end, quoted(part(begin, end)) + " can't be a name");
  std::string plain(part(begin, end));
  for (const std::string_view dash : {"–", "—", "−", "‑"}) {
    for (std::size_t at = 0; (at = plain.find(dash)) != plain.npos;) {
      plain.replace(at, dash.size(), "-");
    }
  }
  const auto is_of_name = [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-';
  };
  if (std::ranges::all_of(plain, is_of_name)) {
    fault.hints = {"did you mean " + in_ticks(plain) + "?"};
    return fix(fault, begin, end, std::move(plain));
  }
  fault.hints = {"a name has letters from a to z, digits, `_` and `-`, and no spaces"};
}

void TomlFaults::words_behind(std::size_t begin, std::size_t end) {
  auto& fault = add(begin, end, quoted(part(begin, end)) + " comes after the value");
  fault.hints = {"put it inside the quotes, or write `#` before it to make it a note"};
}

void TomlFaults::comma_behind(std::size_t begin, std::size_t end) {
  auto& fault = add(begin, end, in_ticks(part(begin, end)) + " comes after the value");
  fault.hints = {"take it out"};
  fix(fault, begin, end, "");
}

void TomlFaults::comma_missing(std::size_t at) {
  auto& fault = add(at - 1, at, "a comma is missing after this");
  fix(fault, at, at, ",");
}

void TomlFaults::comma_before_brace(std::size_t comma) {
  auto& fault = add(comma, comma + 1, "there is a comma before the `}`");
  fault.hints = {"take it out"};
  fix(fault, comma, comma + 1, "");
}

void TomlFaults::bracket_unclosed(std::size_t open) {
  const std::string close = text_[open] == '[' ? "]" : "}";
  add(open, open + 1, in_ticks(text_.substr(open, 1)) + " is not closed").hints = {
      "write `" + close + "` where it ends"};
}

void TomlFaults::braces_over_lines(std::size_t open) {
  add(open, open + 1, "what is between braces goes on one line").hints = {
      "join these lines to one"};
}

void TomlFaults::no_pair(std::size_t begin, std::size_t end) {
  add(begin, end, quoted(part(begin, end)) + " is not `name = value`").hints = {
      "between braces go names with their values, and commas between them"};
}

void TomlFaults::loose_words(std::size_t begin, std::size_t end) {
  add(begin, end, quoted(part(begin, end)) + " is outside of any quotes").hints = {
      "a text goes after `name =` and between quotes, several lines between \"\"\" and \"\"\"",
      "a note begins with `#`"};
}

void TomlFaults::bad_header(std::size_t begin, std::size_t end, std::string_view key,
                            std::string header) {
  if (key.empty()) {
    auto& fault = add(begin, end, quoted(part(begin, end)) + " is not a name in brackets");
    fault.hints = {"a name has letters from a to z, digits, `_`, `-` and `.`, and no spaces"};
    return;
  }
  auto& fault = add(begin, end, "the brackets round " + in_ticks(key) + " do not match");
  fault.hints = {"write " + (header.empty()
                                 ? "`[" + std::string(key) + "]` or `[[" + std::string(key) + "]]`"
                                 : in_ticks(header))};
  if (!header.empty()) fix(fault, begin, end, std::move(header));
}

}  // namespace handbill::spec
