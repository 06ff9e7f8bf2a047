// SPDX-License-Identifier: MIT
#include <algorithm>

#include "spec/bind.h"
#include "spec/parse_layout.h"
#include "spec/place.h"
#include "spec/written_date.h"

namespace handbill::spec {
namespace {

std::string length_text(Length length) { return format_number(length.pt(), 3) + " pt"; }

std::string_view edge_text(EdgeName edge) {
  switch (edge) {
    case EdgeName::Left:
      return "left";
    case EdgeName::Top:
      return "top";
    case EdgeName::Right:
      return "right";
    case EdgeName::Bottom:
      return "bottom";
    case EdgeName::Center:
      return "center";
    case EdgeName::Middle:
      return "middle";
  }
  return "";
}

std::string edge_text(const EdgeSpec& edge);

std::string choices_text(const std::vector<EdgeSpec>& choices) {
  std::string text;
  for (const EdgeSpec& each : choices) text += (text.empty() ? "" : ", ") + edge_text(each);
  return "(" + text + ")";
}

std::string term_text(const EdgeSpec::Term& term) {
  switch (term.kind) {
    case EdgeSpec::Term::Kind::Length:
      return length_text(term.length);
    case EdgeSpec::Term::Kind::Percent:
      return format_number(term.percent, 3) + "%";
    case EdgeSpec::Term::Kind::Margin:
      return "margin";
    case EdgeSpec::Term::Kind::Words:
      return "words";
    case EdgeSpec::Term::Kind::Frame:
      return term.frame + "." + std::string(edge_text(term.edge));
    case EdgeSpec::Term::Kind::Column:
      return "column " + std::to_string(term.column) + "." + std::string(edge_text(term.edge));
    case EdgeSpec::Term::Kind::Max:
      return "max" + choices_text(term.choices);
    case EdgeSpec::Term::Kind::Min:
      return "min" + choices_text(term.choices);
  }
  return "";
}

std::string edge_text(const EdgeSpec& edge) {
  std::string text;
  for (const EdgeSpec::Term& term : edge.terms) {
    if (!text.empty()) text += term.sign < 0 ? " - " : " + ";
    if (text.empty() && term.sign < 0) text += "-";
    text += term_text(term);
  }
  return text;
}

}  // namespace

void Lines::line(std::string_view name, std::string_view text, diag::Span span) {
  out.append(depth * 2, ' ');
  out += name;
  if (!text.empty()) out += " " + std::string(text);
  if (span.known()) {
    out += "  ";
    if (span.file != home) out += sources.name(span.file) + ":";
    out += position_text(sources, span);
  }
  out += '\n';
}

void dump(const Text& value, std::string_view name, Lines& lines) {
  lines.line(name, in_quotes(value.value), value.span);
}

void dump(const Spanned<Length>& value, std::string_view name, Lines& lines) {
  lines.line(name, length_text(value.value), value.span);
}

void dump(const Spanned<bool>& value, std::string_view name, Lines& lines) {
  lines.line(name, value.value ? "true" : "false", value.span);
}

void dump(const Spanned<Date>& value, std::string_view name, Lines& lines) {
  lines.line(name, iso_date(value.value), value.span);
}

void dump(const Spanned<std::int64_t>& value, std::string_view name, Lines& lines) {
  lines.line(name, std::to_string(value.value), value.span);
}

void dump(const Spanned<double>& value, std::string_view name, Lines& lines) {
  lines.line(name, format_number(value.value, 3) + "%", value.span);
}

void dump(const GapSpec& value, std::string_view name, Lines& lines) {
  const std::string least = length_text(value.least.value), most = length_text(value.most.value);
  lines.line(name, least == most ? least : least + " to " + most, value.span);
}

void dump(const EdgeSpec& value, std::string_view name, Lines& lines) {
  lines.line(name, edge_text(value), value.span);
}

void dump(const ColorSpec& value, std::string_view name, Lines& lines) {
  lines.line(name, value.swatch + " " + format_number(value.tint, 3) + "%", value.span);
}

void dump(const ConstantSpec& value, std::string_view name, Lines& lines) {
  const bool is_length = value.kind == ConstantSpec::Kind::Length;
  lines.line(std::string(name) + " " + value.name,
             is_length ? length_text(Length::pt(value.value)) : format_number(value.value, 3),
             value.span);
}

void dump(const ProtrusionSpec& value, std::string_view name, Lines& lines) {
  lines.line(name,
             value.character + " " + format_number(value.sides[0].value, 3) + "% " +
                 format_number(value.sides[1].value, 3) + "%",
             value.span);
}

std::string dump(const LayoutSpec& layout, const diag::SourceMap& sources) {
  Lines lines{sources, layout.span.file};
  dump(layout, "layout", lines);
  return std::move(lines.out);
}

}  // namespace handbill::spec
