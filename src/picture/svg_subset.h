// SPDX-License-Identifier: MIT
// Which names of SVG are drawn, passed over or refused, and what is said about them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbill::picture {

inline constexpr std::string_view kSvgNamespace = "http://www.w3.org/2000/svg";

/// What to do instead of an element, attribute or property outside the subset; often nothing.
std::vector<std::string> hints_for(std::string_view name);

/// In backticks, cut off when very long.
std::string quoted(std::string_view text);

/// True for names in a drawing program's own namespace.
bool is_foreign(std::string_view name);
/// Attributes that never change what is drawn.
bool is_silent(std::string_view attribute);
/// Elements that tell about the drawing and are not drawn.
bool is_described(std::string_view element);

/// True for a number, bare or with px, pt, pc, mm, cm or in.
bool is_absolute_length(std::string_view text);

}  // namespace handbill::picture
