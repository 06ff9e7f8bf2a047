// SPDX-License-Identifier: MIT
#include "picture/read_svg.h"

#include <algorithm>
#include <pugixml.hpp>
#include <string>

#include "picture/svg_gradient.h"
#include "picture/svg_painter.h"
#include "picture/svg_scan.h"
#include "picture/svg_shape.h"
#include "picture/svg_source.h"
#include "picture/svg_style.h"
#include "picture/svg_subset.h"
#include "picture/svg_transform.h"

namespace handbill::picture {
namespace {

using diag::DiagnosticId;

constexpr int kMaxDepth = 50;
constexpr std::size_t kMaxAttributes = 200;
constexpr std::size_t kMaxErrors = 50;
constexpr double kMaxSide = 100'000;

/// What an element passes on to those inside it.
struct State {
  SvgStyle style;
  Matrix map;
  double opacity = 1;
};

/// An element with its attributes taken in.
struct Element {
  pugi::xml_node node;
  diag::Span span{};
  State state;
  SvgOpacity opacity;
  std::vector<SvgAttribute> geometry;  ///< those that are left for the element itself
};

class SvgReader {
 public:
  SvgReader(const diag::SourceMap& sources, diag::FileId file, const SwatchLookup& swatch,
            diag::Diagnostics& diags)
      : source_(sources, file),
        diags_(diags),
        errors_before_(diags.error_count()),
        painter_(swatch, gradients_, diags) {}

  std::shared_ptr<const display::Art> read();

 private:
  bool parse();
  pugi::xml_node find_root();
  void read_root(const pugi::xml_node& root);
  Matrix read_view_box(const Element& root);
  void take_size(const Element& root, std::optional<double> width, std::optional<double> height);
  void read_children(const pugi::xml_node& parent, const State& state, int depth);
  void read_child(const pugi::xml_node& node, const State& state, int depth);
  void read_group(const pugi::xml_node& node, const State& state, int depth);
  void read_shape(const pugi::xml_node& node, const SvgShapeInfo& info, const State& state);
  void read_inside_shape(const pugi::xml_node& shape);
  void read_definitions(const pugi::xml_node& definitions);

  Element take_attributes(const pugi::xml_node& node, const State& inherited);
  void take_attribute(const SvgAttribute& attribute, Element& element);
  void take_style(const SvgAttribute& attribute, Element& element);
  void take_declaration(const SvgAttribute& attribute, std::string_view declaration,
                        Element& element);
  void take_transform(const SvgAttribute& attribute, Element& element);
  void check_opacity(const Element& element, std::size_t painted_before);
  std::optional<Path> read_outline(const Element& element, const SvgShapeInfo& info);
  std::optional<double> read_length(const SvgAttribute& attribute);
  Path read_data(const SvgAttribute& attribute);

  void report_value(SvgValue result, std::string_view name, std::string_view value,
                    diag::Span value_span);
  void syntax(diag::Span span, std::string message) {
    diags_.error(DiagnosticId::SvgSyntax, span, std::move(message));
  }
  void unsupported(diag::Span span, std::string message, std::vector<std::string> hints = {}) {
    diags_.error(DiagnosticId::SvgUnsupported, span, std::move(message), std::move(hints));
  }
  void too_large(diag::Span span, std::string message) {
    diags_.error(DiagnosticId::TooLarge, span, std::move(message));
  }
  bool failed() const { return diags_.error_count() > errors_before_; }
  bool given_up() const { return diags_.error_count() >= errors_before_ + kMaxErrors; }

  SvgSource source_;
  diag::Diagnostics& diags_;
  std::size_t errors_before_;
  SvgGradients gradients_;
  SvgPainter painter_;
  pugi::xml_document document_;
  Size size_{};
};

std::shared_ptr<const display::Art> SvgReader::read() {
  if (!parse()) return nullptr;
  const pugi::xml_node root = find_root();
  if (root) gradients_.read(document_, source_, diags_);
  if (root) read_root(root);
  if (failed()) return nullptr;
  auto art = std::make_shared<display::Art>();
  art->size = size_;
  art->shapes = painter_.take();
  return art;
}

bool SvgReader::parse() {
  const std::string_view text = source_.text();
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    syntax(source_.span(zero, 1), "a zero byte is not text");
    return false;
  }
  constexpr unsigned kFlags = pugi::parse_default | pugi::parse_doctype | pugi::parse_pi;
  const pugi::xml_parse_result result =
      document_.load_buffer(text.data(), text.size(), kFlags, pugi::encoding_utf8);
  if (result) return true;
  std::string why = result.description();
  if (!why.empty() && why[0] >= 'A' && why[0] <= 'Z') {
    why[0] = static_cast<char>(why[0] - 'A' + 'a');
  }
  syntax(source_.span(static_cast<std::size_t>(result.offset), 1), "not well-formed XML: " + why);
  return false;
}

pugi::xml_node SvgReader::find_root() {
  pugi::xml_node root;
  for (const pugi::xml_node& node : document_.children()) {
    if (node.type() == pugi::node_doctype) {
      unsupported(source_.span(node), "a document type is not read",
                  {"delete the DOCTYPE line; SVG needs none"});
    } else if (node.type() == pugi::node_pi) {
      unsupported(source_.span(node), "processing instruction " + quoted(node.name()));
    } else if (node.type() == pugi::node_element && root) {
      syntax(source_.span(node), "a second root element " + quoted(node.name()));
    } else if (node.type() == pugi::node_element) {
      root = node;
    }
  }
  if (failed()) return {};
  if (root.name() == std::string_view("svg")) return root;
  syntax(source_.span(root), "the root element is " + quoted(root.name()) + ", not `svg`");
  return {};
}

void SvgReader::read_root(const pugi::xml_node& root) {
  Element element = take_attributes(root, State{});
  element.state.map = read_view_box(element);
  if (failed()) return;
  read_children(root, element.state, 1);
  check_opacity(element, 0);
}

/// Sets the size; gives the map that moves the view box's corner to 0, 0.
Matrix SvgReader::read_view_box(const Element& root) {
  const auto named = [](std::string_view name) {
    return [name](const SvgAttribute& attribute) { return attribute.name == name; };
  };
  const bool has_view_box =
      std::any_of(root.geometry.begin(), root.geometry.end(), named("viewBox"));
  Matrix map;
  std::optional<double> width, height;
  for (const SvgAttribute& attribute : root.geometry) {
    const bool side = attribute.name == "width" || attribute.name == "height";
    if (attribute.name == "viewBox") {
      const auto box = parse_svg_numbers(attribute.value);
      if (!box || box->size() != 4) {
        syntax(attribute.value_span, "`viewBox` takes four numbers");
        return map;
      }
      map = {1, 0, 0, 1, -(*box)[0], -(*box)[1]};
      width = (*box)[2];
      height = (*box)[3];
    } else if (side && has_view_box && is_absolute_length(attribute.value)) {
      // A wish for a size on screen; the frame decides the size in print.
    } else if (side) {
      (attribute.name == "width" ? width : height) = read_length(attribute);
    } else {
      unsupported(attribute.name_span, "attribute " + quoted(attribute.name) + " of `svg`");
    }
  }
  if (!failed()) take_size(root, width, height);
  return map;
}

void SvgReader::take_size(const Element& root, std::optional<double> width,
                          std::optional<double> height) {
  if (!width || !height) {
    syntax(root.span, "`svg` needs a `viewBox`, or `width` and `height`");
  } else if (*width <= 0 || *height <= 0) {
    syntax(root.span, "the view box is empty");
  } else if (*width > kMaxSide || *height > kMaxSide) {
    too_large(root.span, "the view box is larger than 100,000 units");
  } else {
    size_ = {Length::pt(*width), Length::pt(*height)};
    painter_.set_view(size_);
  }
}

void SvgReader::read_children(const pugi::xml_node& parent, const State& state, int depth) {
  for (const pugi::xml_node& node : parent.children()) {
    if (given_up()) return;
    read_child(node, state, depth);
  }
}

void SvgReader::read_child(const pugi::xml_node& node, const State& state, int depth) {
  if (node.type() == pugi::node_pi) {
    unsupported(source_.span(node), "processing instruction " + quoted(node.name()));
    return;
  }
  if (node.type() != pugi::node_element) {
    unsupported(source_.span(node), "text outside `title` and `desc`", hints_for("text"));
    return;
  }
  const std::string_view name = node.name();
  if (is_described(name) || is_foreign(name) || is_gradient(name)) return;
  if (depth > kMaxDepth) {
    too_large(source_.span(node),
              "elements are nested more than " + std::to_string(kMaxDepth) + " deep");
    return;
  }
  if (name == "g") {
    read_group(node, state, depth);
  } else if (name == "defs") {
    read_definitions(node);
  } else if (const SvgShapeInfo* info = find_shape(name)) {
    read_shape(node, *info, state);
  } else {
    unsupported(source_.span(node), "element " + quoted(name) + " is outside the subset of SVG",
                hints_for(name));
  }
}

void SvgReader::read_group(const pugi::xml_node& node, const State& state, int depth) {
  const Element group = take_attributes(node, state);
  for (const SvgAttribute& attribute : group.geometry) {
    unsupported(attribute.name_span, "attribute " + quoted(attribute.name) + " of `g`",
                hints_for(attribute.name));
  }
  const std::size_t painted_before = painter_.count();
  read_children(node, group.state, depth + 1);
  check_opacity(group, painted_before);
}

/// Gradients are read by then; anything else would be used by something that is outside the subset.
void SvgReader::read_definitions(const pugi::xml_node& definitions) {
  for (const pugi::xml_node& node : definitions.children()) {
    if (given_up()) return;
    const std::string_view name = node.name();
    const bool is_read = is_described(name) || is_foreign(name) || is_gradient(name);
    if (node.type() == pugi::node_element && is_read) continue;
    unsupported(source_.span(node), "definitions are outside the subset of SVG", hints_for(name));
  }
}

void SvgReader::read_inside_shape(const pugi::xml_node& shape) {
  for (const pugi::xml_node& node : shape.children()) {
    if (given_up()) return;
    const std::string_view name = node.name();
    if (node.type() == pugi::node_element && (is_described(name) || is_foreign(name))) continue;
    unsupported(source_.span(node), "only `title` and `desc` may stand inside a shape");
  }
}

void SvgReader::read_shape(const pugi::xml_node& node, const SvgShapeInfo& info,
                           const State& state) {
  const Element element = take_attributes(node, state);
  read_inside_shape(node);
  auto path = read_outline(element, info);
  if (!path) return;
  const std::size_t painted_before = painter_.count();
  painter_.paint({.outline = std::move(*path),
                  .map = element.state.map,
                  .opacity = element.state.opacity,
                  .fillable = info.shape != SvgShape::Line,
                  .span = element.span},
                 element.state.style);
  check_opacity(element, painted_before);
}

/// Nothing when something in it was reported.
std::optional<Path> SvgReader::read_outline(const Element& element, const SvgShapeInfo& info) {
  const std::size_t errors = diags_.error_count();
  SvgLengths lengths{};
  Path path;
  const SvgAttribute* data = nullptr;
  for (const SvgAttribute& attribute : element.geometry) {
    const auto known = std::find(info.lengths.begin(), info.lengths.end(), attribute.name);
    if (known != info.lengths.end()) {
      lengths[static_cast<std::size_t>(known - info.lengths.begin())] = read_length(attribute);
    } else if (attribute.name == info.data) {
      data = &attribute;
    } else {
      unsupported(attribute.name_span,
                  "attribute " + quoted(attribute.name) + " of `" + std::string(info.element) + "`",
                  hints_for(attribute.name));
    }
  }
  if (data && info.shape == SvgShape::Path) path = read_data(*data);
  if (diags_.error_count() > errors) return std::nullopt;
  if (info.shape == SvgShape::Path) return path;
  auto outlined = outline(info.shape, lengths, data ? data->value : std::string_view());
  if (!outlined) syntax(data->value_span, "`points` takes pairs of numbers");
  return outlined;
}

Path SvgReader::read_data(const SvgAttribute& attribute) {
  std::size_t error_at = 0;
  auto path = parse_path_data(attribute.value, error_at);
  if (path) return std::move(*path);
  const bool cut_off = error_at >= attribute.value.size();
  syntax(attribute.part(cut_off ? attribute.value.size() : error_at, cut_off ? 0 : 1),
         cut_off ? "path data end too early" : "path data can't be read from here on");
  return {};
}

std::optional<double> SvgReader::read_length(const SvgAttribute& attribute) {
  const auto length = parse_user_units(attribute.value);
  SvgScan scan(trimmed(attribute.value));
  if (!length && scan.number()) {
    unsupported(attribute.value_span,
                quoted(attribute.name) + " is " + quoted(attribute.value) +
                    ": lengths in art are plain numbers",
                {"one unit of the view box is one point"});
  } else if (!length) {
    syntax(attribute.value_span, quoted(attribute.name) + " takes a number");
  } else if (*length < 0 && is_extent(attribute.name)) {
    syntax(attribute.value_span, quoted(attribute.name) + " is negative");
    return std::nullopt;
  }
  return length;
}

Element SvgReader::take_attributes(const pugi::xml_node& node, const State& inherited) {
  Element element;
  element.node = node;
  element.span = source_.span(node);
  element.state = inherited;
  const std::vector<SvgAttribute> attributes = source_.attributes(node);
  if (attributes.size() > kMaxAttributes) {
    too_large(element.span, "more than " + std::to_string(kMaxAttributes) + " attributes");
    return element;
  }
  const SvgAttribute* style = nullptr;
  for (auto each = attributes.begin(); each != attributes.end(); ++each) {
    const auto same = [&](const SvgAttribute& other) { return other.name == each->name; };
    if (std::any_of(attributes.begin(), each, same)) {
      syntax(each->name_span, "attribute " + quoted(each->name) + " is written twice");
    } else if (each->name == "style") {
      style = &*each;
    } else {
      take_attribute(*each, element);
    }
  }
  // Declarations win over attributes, in whatever order they are written.
  if (style) take_style(*style, element);
  element.state.opacity *= element.opacity.value;
  return element;
}

void SvgReader::take_attribute(const SvgAttribute& attribute, Element& element) {
  if (attribute.name.starts_with("xmlns:") && attribute.value == kSvgNamespace) {
    if (attribute.name == "xmlns:svg") return;  // its elements are seen by their prefix
    unsupported(attribute.name_span, "a prefix for the elements of SVG",
                {"write element names without a prefix"});
    return;
  }
  if (attribute.name == "xmlns" && attribute.value != kSvgNamespace) {
    unsupported(attribute.value_span, "namespace " + quoted(attribute.value));
    return;
  }
  if (is_silent(attribute.name)) return;
  const bool root = element.node.name() == std::string_view("svg");
  if (attribute.name == "transform" && !root) {
    take_transform(attribute, element);
    return;
  }
  const SvgValue result = set_property(attribute.name, attribute.value, attribute.value_span,
                                       element.state.style, element.opacity);
  if (result == SvgValue::UnknownProperty) {
    element.geometry.push_back(attribute);
  } else {
    report_value(result, attribute.name, attribute.value, attribute.value_span);
  }
}

void SvgReader::take_transform(const SvgAttribute& attribute, Element& element) {
  if (const auto transform = parse_transform(attribute.value)) {
    element.state.map = transform->then(element.state.map);
  } else {
    syntax(attribute.value_span, "`transform` " + quoted(attribute.value) + " can't be read");
  }
}

void SvgReader::take_style(const SvgAttribute& attribute, Element& element) {
  std::string_view rest = attribute.value;
  while (!rest.empty() && !given_up()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view declaration = trimmed(rest.substr(0, end));
    if (!declaration.empty()) take_declaration(attribute, declaration, element);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void SvgReader::take_declaration(const SvgAttribute& attribute, std::string_view declaration,
                                 Element& element) {
  const auto place = [&](std::string_view part) {
    return attribute.part(static_cast<std::size_t>(part.data() - attribute.value.data()),
                          part.size());
  };
  const std::size_t colon = declaration.find(':');
  if (colon == std::string_view::npos) {
    syntax(place(declaration), "declaration " + quoted(declaration) + " lacks a colon");
    return;
  }
  const std::string_view name = trimmed(declaration.substr(0, colon));
  const std::string_view value = trimmed(declaration.substr(colon + 1));
  if (name.starts_with('-')) return;  // an editor's own note
  const SvgValue result =
      set_property(name, value, place(value), element.state.style, element.opacity);
  if (result == SvgValue::UnknownProperty) {
    unsupported(place(name), "property " + quoted(name) + " is outside the subset of SVG",
                hints_for(name));
  } else {
    report_value(result, name, value, place(value));
  }
}

void SvgReader::report_value(SvgValue result, std::string_view name, std::string_view value,
                             diag::Span value_span) {
  const std::string what = quoted(value) + " for " + quoted(name);
  if (result == SvgValue::Malformed) syntax(value_span, what + " can't be read");
  if (result != SvgValue::Unsupported) return;
  const bool paint = name == "fill" || name == "stroke";
  std::vector<std::string> hints;
  if (paint && value.starts_with("url(")) {
    hints = hints_for("url(");
  } else if (paint) {
    hints.emplace_back("write colours as `#rrggbb`");
  }
  unsupported(value_span, what + " is outside the subset of SVG", std::move(hints));
}

/// Opacity is applied to each shape by itself; that is the same as SVG's only for one shape.
void SvgReader::check_opacity(const Element& element, std::size_t painted_before) {
  if (element.opacity.value == 1 || painter_.count() - painted_before < 2) return;
  unsupported(element.opacity.span, "`opacity` on more than one shape at once",
              {"give each shape its own `opacity`, or use a lighter swatch"});
}

}  // namespace

std::shared_ptr<const display::Art> read_svg(const diag::SourceMap& sources, diag::FileId file,
                                             const SwatchLookup& swatch, diag::Diagnostics& diags) {
  return SvgReader(sources, file, swatch, diags).read();
}

}  // namespace handbill::picture
