// SPDX-License-Identifier: MIT
// What is wrong with a statement of a TOML text, in words for people who never heard of TOML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::spec {

/// The faults found so far; each member adds one. Offsets are bytes of the whole text.
class TomlFaults {
 public:
  TomlFaults(std::string_view text, diag::FileId file) : text_(text), file_(file) {}

  std::vector<diag::Diagnostic> take() { return std::move(found_); }
  bool empty() const { return found_.empty(); }

  // About texts in quotes.
  void closing_quote_missing(std::size_t open, std::size_t end);
  void opening_quote_missing(std::size_t begin, std::size_t end);
  void odd_quotes(std::size_t open, std::size_t end);
  /// Straight quotes at `begin` and before `end` are part of the words between them.
  void quotes_inside(std::size_t begin, std::size_t end);
  /// `value` is what was meant by all from `begin` to `end`; empty: that is not certain.
  void typographic_quotes(std::size_t begin, std::size_t end, std::string value);
  /// A text over several lines never ends; `end` is where it should have.
  void long_text_unclosed(std::size_t open, std::size_t end);
  /// `meant` stands in for what is between `begin` and `end`.
  void bad_escape(std::size_t backslash, std::size_t begin, std::size_t end, std::string meant);
  void invisible_sign(std::size_t at, std::size_t size);

  // About what stands round them.
  void no_quotes(std::string_view key, std::size_t begin, std::size_t end);
  /// `meant`: the days it may stand for; none: it is not in the calendar.
  void bad_date(const std::vector<Date>& meant, std::size_t begin, std::size_t end);
  void no_value(std::string_view key, std::size_t equals);
  void equals_twice(std::size_t at);
  /// `sign` stands for the `=`, or nothing (`begin` equals `end`).
  void no_equals(std::string_view key, std::size_t begin, std::size_t end);
  void bad_key(std::size_t begin, std::size_t end);
  void words_behind(std::size_t begin, std::size_t end);
  void comma_behind(std::size_t begin, std::size_t end);
  void comma_missing(std::size_t at);
  void comma_before_brace(std::size_t comma);
  void bracket_unclosed(std::size_t open);
  void braces_over_lines(std::size_t open);
  void no_pair(std::size_t begin, std::size_t end);
  void loose_words(std::size_t begin, std::size_t end);
  /// `header` is what was meant; empty: that is not certain.
  void bad_header(std::size_t begin, std::size_t end, std::string_view key, std::string header);

 private:
  diag::Diagnostic& add(std::size_t begin, std::size_t end, std::string message);
  /// The edit that is surely right.
  void fix(diag::Diagnostic& fault, std::size_t begin, std::size_t end, std::string replacement);
  std::string_view part(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  std::string_view text_;
  diag::FileId file_;
  std::vector<diag::Diagnostic> found_{};
};

}  // namespace handbill::spec
