// SPDX-License-Identifier: MIT
#include <hb-ot.h>

#include <algorithm>
#include <array>

#include "font/face_impl.h"
#include "font/font_book.h"

namespace handbill::font {
namespace {

/// Draws into a Path: em, y down.
struct Pen {
  Path path;
  double scale = 0;

  Point point(float x, float y) const { return {Length::pt(x * scale), Length::pt(-y * scale)}; }
};

Pen& pen(void* data) { return *static_cast<Pen*>(data); }

struct DrawFuncsDelete {
  void operator()(hb_draw_funcs_t* funcs) const { hb_draw_funcs_destroy(funcs); }
};

std::unique_ptr<hb_draw_funcs_t, DrawFuncsDelete> draw_functions() {
  std::unique_ptr<hb_draw_funcs_t, DrawFuncsDelete> funcs(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        pen(data).path.move(pen(data).point(x, y));
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        pen(data).path.line(pen(data).point(x, y));
      },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y,
         void*) { pen(data).path.quadratic(pen(data).point(cx, cy), pen(data).point(x, y)); },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by,
         float x, float y, void*) {
        const Pen& p = pen(data);
        pen(data).path.cubic(p.point(ax, ay), p.point(bx, by), p.point(x, y));
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { pen(data).path.close(); },
      nullptr, nullptr);
  return funcs;
}

double metric(hb_font_t* font, hb_ot_metrics_tag_t tag, double otherwise) {
  hb_position_t value = 0;
  return hb_ot_metrics_get_position(font, tag, &value) ? value : otherwise;
}

/// The top of a flat letter, for fonts whose OS/2 table is too old to say.
double top_of(hb_font_t* font, hb_codepoint_t letter, double otherwise) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents;
  if (!hb_font_get_nominal_glyph(font, letter, &glyph) ||
      !hb_font_get_glyph_extents(font, glyph, &extents)) {
    return otherwise;
  }
  return extents.y_bearing;
}

}  // namespace

std::string_view blob_bytes(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

Metrics measure(hb_font_t* font) {
  const double upem = hb_face_get_upem(hb_font_get_face(font));
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font, &extents);
  double cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, 0);
  if (cap_height <= 0) cap_height = top_of(font, 'H', 0.7 * upem);
  double x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, 0);
  if (x_height <= 0) x_height = top_of(font, 'x', 0.5 * upem);
  return {
      .ascender = extents.ascender / upem,
      .descender = extents.descender / upem,
      .cap_height = cap_height / upem,
      .x_height = x_height / upem,
      .italic_angle = hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE),
      .underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -0.1 * upem) / upem,
      .underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, 0.05 * upem) / upem,
  };
}

Face::Face(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Face::~Face() = default;

const std::string& Face::family() const { return impl_->described.family; }
const std::string& Face::file() const { return impl_->described.file; }
const std::string& Face::postscript_name() const { return impl_->postscript_name; }
int Face::weight() const { return impl_->described.weight; }
Slant Face::slant() const { return impl_->described.slant; }
Outlines Face::outlines() const { return impl_->outlines; }
double Face::size_adjust() const { return impl_->described.size_adjust; }
const std::vector<AxisValue>& Face::axes() const { return impl_->axes; }
const Metrics& Face::metrics() const { return impl_->metrics; }
double Face::units_per_em() const { return hb_face_get_upem(impl_->face.get()); }
std::uint32_t Face::glyph_count() const { return hb_face_get_glyph_count(impl_->face.get()); }
std::string_view Face::bytes() const { return blob_bytes(impl_->blob.get()); }
int Face::index() const { return impl_->described.index; }
std::string_view Face::table(std::string_view tag) const {
  // A part of the file's bytes, which stay while the face does.
  const BlobPtr part(hb_face_reference_table(
      hb_face(), hb_tag_from_string(tag.data(), static_cast<int>(tag.size()))));
  return blob_bytes(part.get());
}
hb_font_t* Face::hb_font() const { return impl_->font.get(); }
hb_face_t* Face::hb_face() const { return impl_->face.get(); }

GlyphId Face::glyph_for(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  // The character map of a broken font may name glyphs that it does not have.
  const bool is_known = hb_font_get_nominal_glyph(hb_font(), code_point, &glyph) != 0;
  return is_known && glyph < glyph_count() ? glyph : 0;
}

bool Face::has_feature(std::string_view tag) const {
  const hb_tag_t wanted = hb_tag_from_string(tag.data(), static_cast<int>(tag.size()));
  for (const hb_tag_t table : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
    std::array<hb_tag_t, 64> tags{};
    for (unsigned start = 0, total = 1; start < total; start += tags.size()) {
      auto count = static_cast<unsigned>(tags.size());
      total = hb_ot_layout_table_get_feature_tags(hb_face(), table, start, &count, tags.data());
      if (std::find(tags.begin(), tags.begin() + count, wanted) != tags.begin() + count)
        return true;
    }
  }
  return false;
}

bool Face::has_alternate(std::string_view tag, GlyphId glyph) const {
  const std::array<hb_tag_t, 2> features = {
      hb_tag_from_string(tag.data(), static_cast<int>(tag.size())), HB_TAG_NONE};
  const SetPtr lookups(hb_set_create());
  hb_ot_layout_collect_lookups(hb_face(), HB_OT_TAG_GSUB, nullptr, nullptr, features.data(),
                               lookups.get());
  const hb_codepoint_t id = glyph;
  for (hb_codepoint_t each = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &each);) {
    if (hb_ot_layout_lookup_would_substitute(hb_face(), each, &id, 1, true)) return true;
  }
  return false;
}

double Face::advance(GlyphId glyph) const {
  return hb_font_get_glyph_h_advance(hb_font(), glyph) / units_per_em();
}

Path Face::outline(GlyphId glyph) const {
  Pen pen{.path = {}, .scale = 1 / units_per_em()};
  hb_font_draw_glyph(hb_font(), glyph, draw_functions().get(), &pen);
  return std::move(pen.path);
}

namespace {

hb_glyph_extents_t measured_extents(hb_font_t* font, GlyphId glyph) {
  hb_glyph_extents_t extents{};
  if (!hb_font_get_glyph_extents(font, glyph, &extents)) return {};
  return extents;
}

/// Four numbers of 16 bits, with their bits turned over so that none is all 0; 0: they need more,
/// or are those of no glyph.
std::uint64_t packed(const hb_glyph_extents_t& extents) {
  std::uint64_t bits = 0;
  for (const hb_position_t each :
       {extents.x_bearing, extents.y_bearing, extents.width, extents.height}) {
    const auto part = static_cast<std::int16_t>(each);
    if (part != each) return 0;
    bits = bits << 16U | static_cast<std::uint16_t>(part);
  }
  return ~bits;
}

hb_glyph_extents_t unpacked(std::uint64_t kept) {
  const auto part = [&](unsigned shift) {
    return static_cast<hb_position_t>(static_cast<std::int16_t>(~kept >> shift));
  };
  return {part(48), part(32), part(16), part(0)};
}

}  // namespace

std::optional<Rect> Face::ink_box(GlyphId glyph) const {
  const std::uint32_t count = glyph_count();
  if (glyph >= count) return std::nullopt;
  // Outlines of CFF are run through to find where they reach.
  hb_glyph_extents_t extents{};
  const std::uint64_t kept = impl_->extents->get(glyph, count, [&] {
    extents = measured_extents(hb_font(), glyph);
    return packed(extents);
  });
  if (kept != 0) extents = unpacked(kept);
  if (extents.width == 0 && extents.height == 0) return std::nullopt;
  const double em = 1 / units_per_em();
  return Rect{Length::pt(extents.x_bearing * em), Length::pt(-extents.y_bearing * em),
              Length::pt(extents.width * em), Length::pt(-extents.height * em)};
}

}  // namespace handbill::font
