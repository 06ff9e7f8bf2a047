// SPDX-License-Identifier: MIT
#include "picture/svg_gradient.h"

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>
#include <utility>

#include "display/gradient.h"
#include "picture/svg_scan.h"
#include "picture/svg_subset.h"
#include "picture/svg_transform.h"

namespace handbill::picture {
namespace {

using diag::DiagnosticId;
using Kind = display::Gradient::Kind;

constexpr std::size_t kMaxColorStops = 64;
constexpr int kMaxParents = 8;
constexpr std::size_t kMaxGradientErrors = 50;

constexpr std::array<std::string_view, 6> kLinear = {"x1", "y1", "x2", "y2", "", ""};
constexpr std::array<std::string_view, 6> kRadial = {"cx", "cy", "r", "fx", "fy", "fr"};

const std::array<std::string_view, 6>& names_of(Kind kind) {
  return kind == Kind::Linear ? kLinear : kRadial;
}

/// "0.5" or "50%".
std::optional<SvgGradient::Coordinate> parse_coordinate(std::string_view text) {
  text = trimmed(text);
  const bool is_percent = text.ends_with('%');
  if (is_percent) text.remove_suffix(1);
  const auto number = is_percent ? parse_svg_number(text) : parse_user_units(text);
  if (!number) return std::nullopt;
  return SvgGradient::Coordinate{*number, is_percent};
}

class GradientReader {
 public:
  GradientReader(const SvgSource& source, diag::Diagnostics& diags)
      : source_(source), diags_(diags) {}

  SvgGradient read(const pugi::xml_node& node, std::string& id) {
    SvgGradient gradient;
    gradient.span = source_.span(node);
    if (node.name() == std::string_view("radialGradient")) gradient.kind = Kind::Radial;
    for (const SvgAttribute& attribute : source_.attributes(node)) {
      if (attribute.name == "id") {
        id = attribute.value;
      } else {
        take(attribute, gradient);
      }
    }
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view name = child.name();
      if (child.type() == pugi::node_element && (is_described(name) || is_foreign(name))) continue;
      if (name != "stop") {
        unsupported(source_.span(child), "only `stop` may stand inside a gradient");
      } else if (gradient.stops.size() == kMaxColorStops) {
        diags_.error(DiagnosticId::TooLarge, source_.span(child),
                     "a gradient has more than " + std::to_string(kMaxColorStops) + " stops");
        break;
      } else {
        add_stop(child, gradient);
      }
    }
    return gradient;
  }

 private:
  void take(const SvgAttribute& attribute, SvgGradient& gradient) {
    const std::string_view value = trimmed(attribute.value);
    const auto& names = names_of(gradient.kind);
    const auto known = std::ranges::find(names, attribute.name);
    if (known != names.end()) {
      auto& coordinate = gradient.coordinates[static_cast<std::size_t>(known - names.begin())];
      coordinate = parse_coordinate(value);
      if (!coordinate) malformed(attribute);
    } else if (attribute.name == "gradientUnits") {
      gradient.units = value == "userSpaceOnUse" ? SvgGradient::Units::UserSpace
                                                 : SvgGradient::Units::BoundingBox;
      if (value != "userSpaceOnUse" && value != "objectBoundingBox") malformed(attribute);
    } else if (attribute.name == "gradientTransform") {
      gradient.transform = parse_transform(attribute.value);
      if (!gradient.transform) malformed(attribute);
    } else if (attribute.name == "spreadMethod") {
      if (value != "pad") {
        unsupported(attribute.value_span,
                    quoted(value) + " for `spreadMethod` is outside the subset of SVG",
                    {"write the repeated colours as stops"});
      }
    } else if (attribute.name == "href" || attribute.name == "xlink:href") {
      gradient.parent = value.starts_with('#') ? value.substr(1) : value;
      if (!value.starts_with('#')) malformed(attribute);
    } else if (!is_silent(attribute.name)) {
      unsupported(attribute.name_span, "attribute " + quoted(attribute.name) + " of a gradient");
    }
  }

  void add_stop(const pugi::xml_node& node, SvgGradient& gradient) {
    SvgGradient::Stop stop;
    stop.color.span = source_.span(node);
    const SvgAttribute* style = nullptr;
    const std::vector<SvgAttribute> attributes = source_.attributes(node);
    for (const SvgAttribute& attribute : attributes) {
      if (attribute.name == "style") {
        style = &attribute;
      } else if (!is_silent(attribute.name)) {
        set(attribute.name, attribute.value, attribute.value_span, stop);
      }
    }
    if (style != nullptr) take_style(*style, stop);
    if (!gradient.stops.empty()) {
      stop.offset = std::max(stop.offset, gradient.stops.back().offset);
    }
    gradient.stops.push_back(std::move(stop));
  }

  void take_style(const SvgAttribute& style, SvgGradient::Stop& stop) {
    std::string_view rest = style.value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      const std::string_view declaration = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (declaration.empty() || declaration.starts_with('-')) continue;
      const std::size_t colon = std::min(declaration.find(':'), declaration.size());
      const std::string_view value = declaration.substr(std::min(colon + 1, declaration.size()));
      const auto offset = static_cast<std::size_t>(declaration.data() - style.value.data());
      set(trimmed(declaration.substr(0, colon)), value, style.part(offset, declaration.size()),
          stop);
    }
  }

  void set(std::string_view name, std::string_view text, diag::Span span, SvgGradient::Stop& stop) {
    const std::string_view value = trimmed(text);
    bool good = true;
    if (name == "offset") {
      const auto offset = parse_coordinate(value);
      good = offset.has_value();
      if (good) stop.offset = offset->is_percent ? offset->value / 100 : offset->value;
      stop.offset = std::clamp(stop.offset, 0.0, 1.0);
    } else if (name == "stop-color") {
      auto color = parse_svg_color(value);
      good = color.has_value();
      if (good) stop.color = {std::move(*color), span};
    } else if (name == "stop-opacity") {
      const auto opacity = parse_coordinate(value);
      good = opacity.has_value();
      if (good && opacity->value < (opacity->is_percent ? 100 : 1)) {
        unsupported(span, "a see-through stop is outside the subset of SVG",
                    {"let the gradient end in `paper`"});
      }
    } else {
      unsupported(span, quoted(name) + " of a gradient's stop", hints_for(name));
    }
    if (!good) {
      diags_.error(DiagnosticId::SvgSyntax, span,
                   quoted(value) + " for " + quoted(name) + " can't be read");
    }
  }

  void malformed(const SvgAttribute& attribute) {
    diags_.error(DiagnosticId::SvgSyntax, attribute.value_span,
                 quoted(attribute.value) + " for " + quoted(attribute.name) + " can't be read");
  }
  void unsupported(diag::Span span, std::string what, std::vector<std::string> hints = {}) {
    diags_.error(DiagnosticId::SvgUnsupported, span, std::move(what), std::move(hints));
  }

  const SvgSource& source_;
  diag::Diagnostics& diags_;
};

/// The node after `node` in the order of the text; not by recursion, as nesting has no limit here.
pugi::xml_node next_node(pugi::xml_node node) {
  if (node.first_child()) return node.first_child();
  while (node && !node.next_sibling()) node = node.parent();
  return node.next_sibling();
}

}  // namespace

bool is_gradient(std::string_view element) {
  return element == "linearGradient" || element == "radialGradient";
}

void SvgGradients::read(const pugi::xml_node& document, const SvgSource& source,
                        diag::Diagnostics& diags) {
  const std::size_t errors_before = diags.error_count();
  GradientReader reader(source, diags);
  for (pugi::xml_node node = document.first_child(); node; node = next_node(node)) {
    if (!is_gradient(node.name())) continue;
    if (diags.error_count() >= errors_before + kMaxGradientErrors) return;
    std::string id;
    SvgGradient gradient = reader.read(node, id);
    if (!id.empty()) by_id_.try_emplace(std::move(id), std::move(gradient));
  }
}

std::optional<SvgGradient> SvgGradients::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  SvgGradient gradient = found->second;
  for (int i = 0; !gradient.parent.empty(); ++i) {
    const auto parent = by_id_.find(gradient.parent);
    if (parent == by_id_.end() || i == kMaxParents) return std::nullopt;
    const SvgGradient& base = parent->second;
    if (!gradient.units) gradient.units = base.units;
    if (!gradient.transform) gradient.transform = base.transform;
    if (gradient.stops.empty()) gradient.stops = base.stops;
    if (gradient.kind == base.kind) {
      for (std::size_t c = 0; c < gradient.coordinates.size(); ++c) {
        if (!gradient.coordinates[c]) gradient.coordinates[c] = base.coordinates[c];
      }
    }
    gradient.parent = base.parent;
  }
  return gradient;
}

std::optional<display::Gradient> placed(const SvgGradient& gradient, const SvgFilled& filled) {
  const bool in_box = gradient.units != SvgGradient::Units::UserSpace;
  const double width = in_box ? 1 : filled.view.width.pt();
  const double height = in_box ? 1 : filled.view.height.pt();
  const double diagonal = in_box ? 1 : std::hypot(width, height) / std::sqrt(2.0);
  const auto length = [&](std::size_t i, double usual_percent, double whole) {
    const auto value =
        gradient.coordinates[i].value_or(SvgGradient::Coordinate{usual_percent, true});
    return Length::pt(value.is_percent ? value.value / 100 * whole : value.value);
  };
  display::Gradient result;
  result.kind = gradient.kind;
  if (gradient.kind == Kind::Linear) {
    result.from = {length(0, 0, width), length(1, 0, height)};
    result.to = {length(2, 100, width), length(3, 0, height)};
  } else {
    result.to = {length(0, 50, width), length(1, 50, height)};
    result.to_radius = length(2, 50, diagonal);
    result.from = {gradient.coordinates[3] ? length(3, 50, width) : result.to.x,
                   gradient.coordinates[4] ? length(4, 50, height) : result.to.y};
    result.from_radius = length(5, 0, diagonal);
  }
  Matrix map = gradient.transform.value_or(Matrix{});
  if (in_box) {
    map = map.then(Matrix::scale(filled.box.width.pt(), filled.box.height.pt()))
              .then(Matrix::translate(filled.box.origin()));
  }
  map = map.then(filled.map);
  if (gradient.kind == Kind::Radial) {
    const Point off = result.from - result.to;
    const double inner = std::hypot(off.x.pt(), off.y.pt()) + result.from_radius.pt();
    if (!display::keeps_circles(map) || inner > result.to_radius.pt()) return std::nullopt;
  }
  return display::transformed(result, map);
}

}  // namespace handbill::picture
