// SPDX-License-Identifier: MIT
#include "svg/page_writer.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/check.h"
#include "base/number.h"
#include "svg/path_data.h"
#include "svg/screen_gradient.h"
#include "svg/screen_picture.h"
#include "svg/xml.h"

namespace handbill::svg {
namespace {

using display::GlyphRun;
using display::Item;
using display::Picture;
using display::PlacedPicture;
using display::Shape;
using display::Stroke;

/// Tenths of a font unit: quadratic curves raised to cubic have thirds.
constexpr int kGlyphDecimals = 1;

bool is_safe_target(std::string_view target) {
  constexpr std::array<std::string_view, 4> kSchemes = {"http://", "https://", "mailto:", "tel:"};
  return std::ranges::any_of(kSchemes, [&](std::string_view each) {
    return to_lower(target.substr(0, each.size())) == each;
  });
}

std::string_view name(display::Cap cap) {
  switch (cap) {
    case display::Cap::Butt:
      return "butt";
    case display::Cap::Round:
      return "round";
    case display::Cap::Square:
      return "square";
  }
  return {};
}

std::string_view name(display::Join join) {
  switch (join) {
    case display::Join::Miter:
      return "miter";
    case display::Join::Round:
      return "round";
    case display::Join::Bevel:
      return "bevel";
  }
  return {};
}

/// SVG 2, 13.5.6: a dash of nothing but zeros is solid, and negative lengths are errors.
bool has_dash(const std::vector<Length>& dash) {
  return std::ranges::any_of(dash, [](Length each) { return each > Length(); }) &&
         std::ranges::none_of(dash, [](Length each) { return each < Length(); });
}

}  // namespace

void PageWriter::attribute(std::string_view name, double value, int decimals) {
  body_ += ' ';
  body_ += name;
  body_ += "=\"";
  append_number(body_, value, decimals);
  body_ += '"';
}

void PageWriter::rect(const Rect& box) {
  body_ += "<rect";
  attribute("x", box.left.pt());
  attribute("y", box.top.pt());
  attribute("width", box.width.pt());
  attribute("height", box.height.pt());
}

void PageWriter::add_paper(const Rect& canvas) {
  rect(canvas);
  body_ += " fill=\"#fff\"/>\n";
}

std::string PageWriter::form_id(std::size_t form) {
  HANDBILL_CHECK(form < pages_.forms.size(), "a placed page is in the list");
  std::string id = "s" + std::to_string(form);
  if (!forms_.insert(form).second) return id;
  std::string around;
  std::swap(around, body_);
  add_items(pages_.forms[form].items);
  std::swap(around, body_);
  definitions_ += "<g id=\"" + id + "\">\n" + around + "</g>\n";
  return id;
}

void PageWriter::add_items(const std::vector<Item>& items) {
  // Items of one figure that follow each other are named by its alternative text.
  const auto figure = [&](const Item& item) -> const display::StructNode* {
    if (!item.structure) return nullptr;
    const display::StructNode& node = pages_.structure.at(item.structure->index());
    return node.role == display::Role::Figure && !node.alt.empty() ? &node : nullptr;
  };
  const display::StructNode* open = nullptr;
  for (const Item& item : items) {
    const display::StructNode* node = figure(item);
    if (node != open) {
      if (open != nullptr) body_ += "</g>\n";
      if (node != nullptr) {
        body_ += "<g role=\"img\" aria-label=\"";
        append_escaped(body_, node->alt);
        body_ += "\">\n";
      }
      open = node;
    }
    add_item(item);
  }
  if (open != nullptr) body_ += "</g>\n";
}

void PageWriter::add_placed(const std::vector<display::PlacedPage>& placed) {
  for (const display::PlacedPage& each : placed) {
    const std::string id = form_id(each.form);
    if (each.clip) open_group(*each.clip);
    body_ += "<use xlink:href=\"#" + id + '"';
    if (each.map != Matrix()) {
      const Matrix& m = each.map;
      body_ += " transform=\"matrix(";
      for (const double value : {m.a, m.b, m.c, m.d, m.e}) {
        append_number(body_, value, 6);
        body_ += ' ';
      }
      append_number(body_, m.f, 6);
      body_ += ")\"";
    }
    body_ += "/>\n";
    if (each.clip) body_ += "</g>\n";
  }
}

void PageWriter::add_item(const Item& item) {
  // For finishing machines only.
  if (item.step != display::ProcessingStep::None) return;
  if (item.clip) open_group(*item.clip);
  std::visit([this](const auto& content) { add(content); }, item.content);
  if (item.clip) body_ += "</g>\n";
}

void PageWriter::open_group(const Path& clip) {
  body_ += "<g clip-path=\"url(#";
  body_ += clip_id(clip);
  body_ += ")\">\n";
}

void PageWriter::add(const GlyphRun& run) { add_run(run, to_screen(preview_.to_rgb(run.color))); }

// Outlines defined once and used by number: a page of 3,549 glyphs of Lato is 144 KB so, and 2.1 MB
// with one path a run.
void PageWriter::add_run(const GlyphRun& run, ScreenColor color) {
  const double upem = fonts_.face(run.font).units_per_em();
  const double scale = run.size.pt() / upem;
  if (scale == 0 || run.glyphs.empty()) return;
  body_ += "<g fill=\"" + hex(color) + "\" transform=\"matrix(";
  const double across = scale * run.glyph_width;
  body_ += format_number(across, 9) + " 0 0 " + format_number(scale, 9) + ' ';
  append_number(body_, run.origin.x.pt(), 3);
  body_ += ' ';
  append_number(body_, run.origin.y.pt(), 3);
  body_ += ")\"";
  if (!run.text.empty()) {
    body_ += " role=\"img\" aria-label=\"";
    append_escaped(body_, run.text);
    body_ += '"';
  }
  body_ += '>';
  for (const display::Glyph& glyph : run.glyphs) {
    const std::string id = glyph_id(run.font, glyph.id);
    if (id.empty()) continue;
    body_ += "<use xlink:href=\"#" + id + '"';
    if (glyph.x != Length()) attribute("x", glyph.x.pt() / across, 1);
    if (glyph.y != Length()) attribute("y", glyph.y.pt() / scale, 1);
    body_ += "/>";
  }
  body_ += "</g>\n";
}

std::string PageWriter::glyph_id(font::FontId font, font::GlyphId glyph) {
  // Counted as the page asks for them: what else has been opened is nothing to it.
  const std::size_t number = fonts_used_.try_emplace(font, fonts_used_.size()).first->second;
  const std::string id = "f" + std::to_string(number) + "g" + std::to_string(glyph);
  const auto [entry, fresh] = glyphs_.try_emplace({font, glyph}, false);
  if (fresh) {
    const font::Face& face = fonts_.face(font);
    const std::string data =
        path_data(face.outline(glyph), {.scale = face.units_per_em(), .decimals = kGlyphDecimals});
    entry->second = !data.empty();
    if (entry->second) definitions_ += "<path id=\"" + id + "\" d=\"" + data + "\"/>\n";
  }
  return entry->second ? id : std::string();
}

void PageWriter::paint_stroke(const Stroke& stroke, ScreenColor color) {
  body_ += " stroke=\"" + hex(color) + '"';
  attribute("stroke-width", stroke.width.pt());
  if (stroke.cap != display::Cap::Butt) {
    body_ += " stroke-linecap=\"";
    body_ += name(stroke.cap);
    body_ += '"';
  }
  if (stroke.join != display::Join::Miter) {
    body_ += " stroke-linejoin=\"";
    body_ += name(stroke.join);
    body_ += '"';
  } else {
    attribute("stroke-miterlimit", std::max(1.0, stroke.miter_limit));
  }
  if (!has_dash(stroke.dash)) return;
  body_ += " stroke-dasharray=\"";
  for (std::size_t i = 0; i < stroke.dash.size(); ++i) {
    if (i > 0) body_ += ' ';
    append_number(body_, stroke.dash[i].pt(), 3);
  }
  body_ += '"';
  if (stroke.dash_phase != Length()) attribute("stroke-dashoffset", stroke.dash_phase.pt());
}

void PageWriter::add(const Shape& shape) {
  const std::string data = path_data(shape.path);
  const bool is_filled = shape.fill || shape.gradient;
  if (data.empty() || (!is_filled && !shape.stroke)) return;
  const std::string fill = shape.gradient ? "url(#" + gradient_id(*shape.gradient) + ")"
                           : shape.fill   ? hex(to_screen(preview_.to_rgb(*shape.fill)))
                                          : "none";
  body_ += "<path d=\"" + data + "\" fill=\"" + fill + '"';
  if (is_filled) {
    if (shape.fill_rule == display::FillRule::EvenOdd) body_ += " fill-rule=\"evenodd\"";
  }
  if (shape.stroke) paint_stroke(*shape.stroke, to_screen(preview_.to_rgb(shape.stroke->color)));
  if (shape.opacity < 1) attribute("opacity", std::max(0.0, shape.opacity));
  body_ += "/>\n";
}

void PageWriter::add(const PlacedPicture& placed) {
  const std::string id = picture_id(placed.picture);
  if (id.empty()) return;
  const Picture& picture = *pages_.pictures[placed.picture.index()];
  const bool clipped = !placed.clip.empty() && placed.clip != Path::rect(placed.box);
  if (clipped) open_group(placed.clip);
  body_ += "<use xlink:href=\"#" + id + "\" transform=\"matrix(";
  append_number(body_, placed.box.width.pt() / picture.width, 9);
  body_ += " 0 0 ";
  append_number(body_, placed.box.height.pt() / picture.height, 9);
  body_ += ' ';
  append_number(body_, placed.box.left.pt(), 3);
  body_ += ' ';
  append_number(body_, placed.box.top.pt(), 3);
  body_ += ")\"/>\n";
  if (clipped) body_ += "</g>\n";
}

std::string PageWriter::picture_id(display::PictureId picture) {
  HANDBILL_CHECK(picture.index() < pages_.pictures.size(), "a placed picture is in the list");
  const std::string id = "p" + std::to_string(picture.value);
  const auto [entry, fresh] = pictures_.try_emplace(picture, false);
  if (fresh) {
    const Picture& source = *pages_.pictures[picture.index()];
    const std::string uri = data_uri(source, preview_);
    entry->second = !uri.empty();
    if (entry->second) {
      definitions_ += "<image id=\"" + id + "\" width=\"" + std::to_string(source.width) +
                      "\" height=\"" + std::to_string(source.height) +
                      "\" preserveAspectRatio=\"none\" xlink:href=\"" + uri + "\"/>\n";
    }
  }
  return entry->second ? id : std::string();
}

std::string PageWriter::gradient_id(const display::Gradient& gradient) {
  const std::string id = "s" + std::to_string(gradients_++);
  const bool is_linear = gradient.kind == display::Gradient::Kind::Linear;
  const std::string element = is_linear ? "linearGradient" : "radialGradient";
  std::string& out = definitions_;
  out += "<" + element + " id=\"" + id + "\" gradientUnits=\"userSpaceOnUse\"";
  const auto length = [&](std::string_view name, Length value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_number(out, value.pt(), 3);
    out += '"';
  };
  length(is_linear ? "x1" : "fx", gradient.from.x);
  length(is_linear ? "y1" : "fy", gradient.from.y);
  length(is_linear ? "x2" : "cx", gradient.to.x);
  length(is_linear ? "y2" : "cy", gradient.to.y);
  if (!is_linear) length("r", gradient.to_radius);
  // SVG 2; older viewers start at a point.
  if (!is_linear && gradient.from_radius > Length()) length("fr", gradient.from_radius);
  out += ">";
  for (const ScreenStop& stop : screen_stops(gradient, preview_)) {
    out += "<stop offset=\"";
    append_number(out, stop.offset, 4);
    out += "\" stop-color=\"" + hex(stop.color) + "\"/>";
  }
  out += "</" + element + ">\n";
  return id;
}

std::string PageWriter::clip_id(const Path& clip) {
  const std::string data = path_data(clip);
  const auto [entry, fresh] = clips_.try_emplace(data, clips_.size());
  const std::string id = "c" + std::to_string(entry->second);
  if (fresh) {
    definitions_ += "<clipPath id=\"" + id + "\"><path d=\"" + data + "\"/></clipPath>\n";
  }
  return id;
}

void PageWriter::add_guides(const GuideOverlay& overlay) {
  body_ += "<g fill=\"none\" aria-hidden=\"true\">\n";
  for (const GuideLine& line : overlay.lines) {
    const std::string data = path_data(line.path);
    if (data.empty()) continue;
    const GuideStyle style = guide_style(line.kind);
    body_ += "<path d=\"" + data + '"';
    paint_stroke({.color = {}, .width = style.width, .dash = style.dash}, style.color);
    body_ += "/>\n";
  }
  for (const GuideLabel& label : overlay.labels) {
    rect(label.ground);
    body_ += " fill=\"#fff\"";
    attribute("opacity", kGuideGroundOpacity);
    body_ += "/>\n";
    add_run(label.run, label.color);
  }
  body_ += "</g>\n";
}

void PageWriter::add_links(const std::vector<display::Link>& links) {
  for (const display::Link& link : links) {
    // Each page is a file of its own, which may be called anything.
    if (link.to || !is_safe_target(link.target)) continue;
    body_ += "<a xlink:href=\"";
    append_escaped(body_, link.target);
    body_ += "\">";
    rect(link.box);
    body_ += " fill-opacity=\"0\"/></a>\n";
  }
}

void PageWriter::append_to(std::string& out) const {
  out.reserve(out.size() + definitions_.size() + body_.size() + 64);
  if (!definitions_.empty()) {
    out += "<defs>\n";
    out += definitions_;
    out += "</defs>\n";
  }
  out += body_;
}

}  // namespace handbill::svg
