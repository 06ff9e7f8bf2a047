// SPDX-License-Identifier: MIT
#include "picture/svg_source.h"

#include <algorithm>
#include <pugixml.hpp>

#include "picture/svg_scan.h"

namespace handbill::picture {

diag::Span SvgAttribute::part(std::size_t offset, std::size_t length) const {
  if (value_span.end - value_span.begin != value.size()) return value_span;
  const std::size_t begin = std::min(offset, value.size());
  const std::size_t cut = std::min(length, value.size() - begin);
  return value_span.part(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cut));
}

diag::Span SvgSource::span(std::size_t offset, std::size_t length) const {
  const std::size_t begin = std::min(offset, text_.size());
  const std::size_t end = begin + std::min(length, text_.size() - begin);
  return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

diag::Span SvgSource::span(const pugi::xml_node& node) const {
  const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug()));
  if (node.type() == pugi::node_element) {
    return span(offset, std::string_view(node.name()).size());
  }
  std::size_t begin = offset;
  while (begin < text_.size() && is_svg_space(text_[begin])) ++begin;
  return span(begin, 1);
}

std::vector<SvgAttribute> SvgSource::attributes(const pugi::xml_node& element) const {
  std::vector<SvgAttribute> result;
  std::size_t at =
      static_cast<std::size_t>(element.offset_debug()) + std::string_view(element.name()).size();
  // pugixml has found the tag well formed, so names and quotes follow each other as expected.
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    SvgAttribute found{attribute.name(), attribute.value()};
    while (at < text_.size() && is_svg_space(text_[at])) ++at;
    found.name_span = span(at, found.name.size());
    const std::size_t open = text_.find_first_of("\"'", at + found.name.size());
    if (open == std::string_view::npos) return result;
    const std::size_t close = std::min(text_.find(text_[open], open + 1), text_.size());
    found.value_span = span(open + 1, close - open - 1);
    at = close + 1;
    result.push_back(found);
  }
  return result;
}

}  // namespace handbill::picture
