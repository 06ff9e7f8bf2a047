// SPDX-License-Identifier: MIT
// Texts with facts in braces: "{clinic.phone}", "{clinic.phone | international}", "{blank 2 in}",
// "{blank fill}", "{column break}", "{flush end}".
// A doubled brace "{{" stands for itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/length.h"

namespace handbill::content {

struct TemplatePart {
  struct Literal {
    std::string text;
  };
  /// Of the content, or "page of NAME", "next page of NAME", "previous page of NAME".
  struct Fact {
    std::string path;
    std::string format;  ///< empty: none
  };
  struct BlankLine {
    Length width;
    bool fills = false;  ///< its width is what the words of its line leave
  };
  /// What follows starts a new column or frame.
  struct Break {
    enum class To { Column, Frame } to = To::Column;
  };
  /// What follows stands flush at the end of the paragraph's last line.
  struct FlushEnd {};
  std::variant<Literal, Fact, BlankLine, Break, FlushEnd> part;
  std::size_t begin = 0;  ///< bytes of the template text
  std::size_t end = 0;
};

struct TemplateError {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string message;
};

std::variant<std::vector<TemplatePart>, TemplateError> parse_template(std::string_view text);

/// What stands in braces, if that is all of `text` but for white space.
std::optional<TemplatePart> lone_part(std::string_view text);

}  // namespace handbill::content
