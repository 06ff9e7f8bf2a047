// SPDX-License-Identifier: MIT
#include "picture/art_work.h"

#include <algorithm>
#include <utility>

#include "color/packing.h"
#include "diag/packing.h"
#include "picture/read_svg.h"
#include "picture/svg_limits.h"

namespace handbill::confined {

template <>
inline constexpr auto kLast<display::Cap> = display::Cap::Square;
template <>
inline constexpr auto kLast<display::Join> = display::Join::Bevel;
template <>
inline constexpr auto kLast<display::FillRule> = display::FillRule::EvenOdd;
template <>
inline constexpr auto kLast<display::Gradient::Kind> = display::Gradient::Kind::Radial;
template <>
struct Fields<display::Gradient::Stop> {
  static void list(auto& pack, auto& stop) { pack(stop.offset, stop.color); }
};
template <>
struct Fields<display::Gradient> {
  static void list(auto& pack, auto& g) {
    pack(g.kind, g.from, g.to, g.from_radius, g.to_radius, g.stops);
  }
};
template <>
struct Fields<display::Stroke> {
  static void list(auto& pack, auto& s) {
    pack(s.color, s.width, s.cap, s.join, s.miter_limit, s.dash, s.dash_phase, s.overprint);
  }
};
template <>
struct Fields<display::Shape> {
  static void list(auto& pack, auto& s) {
    pack(s.path, s.fill, s.gradient, s.fill_rule, s.stroke, s.opacity, s.overprint);
  }
};
template <>
struct Fields<display::Art> {
  static void list(auto& pack, auto& art) { pack(art.size, art.shapes); }
};

}  // namespace handbill::confined

namespace handbill::picture {
namespace {

using display::Art;

/// The only file that the reader knows.
constexpr diag::FileId kItsFile{0};

struct ArtAnswer {
  std::shared_ptr<const Art> art{};
  std::vector<diag::Diagnostic> found{};

  void list(auto& pack) { pack(art, found); }
};

confined::Reply answer_with_art(const confined::Task& task) {
  ScreenColors colors;
  confined::Unpacker(task.words)(colors);
  const auto lookup = [&](std::string_view name) -> std::optional<color::Color> {
    const auto known = colors.find(name);
    return known == colors.end() ? std::nullopt : std::optional(known->second);
  };
  diag::SourceMap sources;
  const diag::FileId file = sources.add("", std::string(task.file));
  diag::Diagnostics found;
  ArtAnswer answer{read_svg(sources, file, lookup, found), found.list()};
  confined::Packer pack;
  answer.list(pack);
  return {std::move(pack).take()};
}

constexpr confined::Work kReadArt{.run = answer_with_art};

/// What the reader may send.
class ArtCheck {
 public:
  ArtCheck(const ScreenColors& colors, std::size_t text_size)
      : colors_(colors), text_size_(text_size) {}

  bool is_possible(const ArtAnswer& answer) const {
    return (answer.art != nullptr) == answer.found.empty() &&
           std::ranges::all_of(answer.found, [&](const auto& each) { return is_fault(each); }) &&
           (!answer.art || is_art(*answer.art));
  }

 private:
  bool is_inside(const diag::Span& span) const {
    return span.file == kItsFile && span.begin <= span.end && span.end <= text_size_;
  }
  bool is_fault(const diag::Diagnostic& found) const {
    using enum diag::DiagnosticId;
    const bool is_of_art = found.id == SvgSyntax || found.id == SvgUnsupported ||
                           found.id == SvgColor || found.id == TooLarge;
    return is_of_art && found.severity == diag::Severity::Error && is_inside(found.span) &&
           found.labels.empty() && !found.rule && !found.area && found.also.empty();
  }
  bool is_known(const color::Color& wanted) const {
    return std::ranges::any_of(colors_, [&](const auto& each) { return each.second == wanted; });
  }
  bool is_gradient(const display::Gradient& gradient) const {
    double before = 0;
    const auto is_stop = [&](const display::Gradient::Stop& stop) {
      return is_known(stop.color) && stop.offset >= std::exchange(before, stop.offset);
    };
    return gradient.stops.size() >= 2 && is_near(gradient.from) && is_near(gradient.to) &&
           is_near({gradient.from_radius, gradient.to_radius}) &&
           std::ranges::all_of(gradient.stops, is_stop) && before <= 1;
  }
  bool is_stroke(const display::Stroke& stroke) const {
    return is_known(stroke.color) && is_near({stroke.width, stroke.dash_phase}) &&
           stroke.dash.size() <= kMaxDashes;
  }
  bool is_shape(const display::Shape& shape) const {
    const auto is_step = [](const PathStep& step) {
      return is_near(step.control1) && is_near(step.control2) && is_near(step.end);
    };
    return shape.opacity >= 0 && shape.opacity <= 1 &&
           std::ranges::all_of(shape.path.steps(), is_step) &&
           (!shape.fill || is_known(*shape.fill)) &&
           (!shape.gradient || is_gradient(*shape.gradient)) &&
           (!shape.stroke || is_stroke(*shape.stroke));
  }
  bool is_art(const Art& art) const {
    std::size_t steps = 0;
    for (const display::Shape& each : art.shapes) steps += each.path.steps().size();
    // What is filled and drawn apart counts once.
    return steps <= 2 * kMaxArtSteps && art.size.width > Length() && art.size.height > Length() &&
           is_near({art.size.width, art.size.height}) &&
           std::ranges::all_of(art.shapes, [&](const auto& each) { return is_shape(each); });
  }

  const ScreenColors& colors_;
  std::size_t text_size_;
};

}  // namespace

ArtResult ask_for_art(confined::Reader& reader, const diag::SourceMap& sources, diag::FileId file,
                      const ScreenColors& colors, diag::Diagnostics& diags) {
  const std::string_view text = sources.text(file);
  confined::Outcome outcome = reader.ask(kReadArt, {confined::packed(colors), text});
  if (!outcome.reply) return outcome;
  ArtAnswer answer;
  confined::Unpacker unpack(outcome.reply->words);
  answer.list(unpack);
  if (!unpack.is_done() || !ArtCheck(colors, text.size()).is_possible(answer)) {
    return reader.distrust();
  }
  for (diag::Diagnostic& each : answer.found) {
    each.span.file = file;
    diags.add(std::move(each));
  }
  return std::move(answer.art);
}

}  // namespace handbill::picture
