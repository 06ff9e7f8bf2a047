// SPDX-License-Identifier: MIT
// Where the elements and attributes of an SVG file stand in its text.
#pragma once

#include <string_view>
#include <vector>

#include "diag/source_map.h"
#include "diag/span.h"

namespace pugi {
class xml_node;
}

namespace handbill::picture {

struct SvgAttribute {
  std::string_view name;
  std::string_view value;  ///< entities resolved
  diag::Span name_span{};
  diag::Span value_span{};

  /// The place of a part of `value`; the whole value when entities make counting pointless.
  diag::Span part(std::size_t offset, std::size_t length) const;
};

class SvgSource {
 public:
  SvgSource(const diag::SourceMap& sources, diag::FileId file)
      : text_(sources.text(file)), file_(file) {}

  std::string_view text() const { return text_; }
  /// `length` bytes from `offset`, cut off at the end of the text.
  diag::Span span(std::size_t offset, std::size_t length) const;
  /// An element: its name. Other nodes: their first visible character.
  diag::Span span(const pugi::xml_node& node) const;
  std::vector<SvgAttribute> attributes(const pugi::xml_node& element) const;

 private:
  std::string_view text_;
  diag::FileId file_;
};

}  // namespace handbill::picture
