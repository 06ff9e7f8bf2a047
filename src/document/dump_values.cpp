// SPDX-License-Identifier: MIT
#include "document/dump_values.h"

#include "base/number.h"

namespace handbill::document {

std::string number(double value) { return format_number(value, 3); }
std::string show(Length length) { return number(length.pt()); }

std::string show(const LeastToMost<Length>& gap) {
  return gap.least == gap.most ? show(gap.least) : show(gap.least) + " to " + show(gap.most);
}

std::string show(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  // A line separator is invisible in a terminal.
  for (std::size_t at = 0; (at = result.find("\u2028", at)) != std::string::npos;) {
    result.replace(at, 3, "\\n");
  }
  return result + '"';
}

std::string show(const color::Color& color) {
  const color::Cmyk& ink = color.cmyk;
  const std::string cmyk =
      "cmyk " + number(ink.c) + " " + number(ink.m) + " " + number(ink.y) + " " + number(ink.k);
  const std::string tint = color.tint == 1 ? "" : " tint " + number(color.tint);
  switch (color.kind) {
    case color::InkKind::Process:
      return cmyk;
    case color::InkKind::Spot:
      return "spot " + show(color.spot) + " (" + cmyk + ")" + tint;
    case color::InkKind::Registration:
      return "registration" + tint;
  }
  return "";
}

std::string show(const Insets& insets) {
  return show(insets.top) + " " + show(insets.right) + " " + show(insets.bottom) + " " +
         show(insets.left);
}

std::string show(color::Overprint overprint) {
  if (overprint == color::Overprint::Auto) return "";
  return overprint == color::Overprint::On ? " overprint" : " knock-out";
}

std::string show(const display::Gradient& gradient, const std::optional<double>& angle) {
  const bool is_linear = gradient.kind == display::Gradient::Kind::Linear;
  const auto point = [](Point p) { return show(p.x) + " " + show(p.y); };
  std::string text = is_linear ? "linear" : "radial";
  if (angle) {
    text += " angle " + number(*angle);
  } else {
    text += " from " + point(gradient.from) + " to " + point(gradient.to);
  }
  if (!is_linear) text += " radius " + show(gradient.to_radius);
  for (const display::Gradient::Stop& stop : gradient.stops) {
    text += ", " + show(stop.color) + " at " + number(stop.offset);
  }
  return text;
}

std::string show(const display::Stroke& stroke) {
  std::string text = show(stroke.width) + " " + show(stroke.color);
  for (const Length& dash : stroke.dash) {
    text += (&dash == &stroke.dash.front() ? " dash " : " ") + show(dash);
  }
  if (stroke.cap == display::Cap::Round) text += " cap round";
  if (stroke.cap == display::Cap::Square) text += " cap square";
  return text;
}

}  // namespace handbill::document
