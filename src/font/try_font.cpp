// SPDX-License-Identifier: MIT
#include "font/try_font.h"

#include <hb-ot.h>
// FreeType
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H

#include <cmath>
#include <map>
#include <new>
#include <set>

#include "confined/packing.h"
#include "font/face_impl.h"
#include "font/subset.h"

namespace handbill::confined {

template <>
inline constexpr auto kLast<font::Slant> = font::Slant::Italic;
template <>
struct Fields<font::AxisValue> {
  static void list(auto& pack, auto& axis) { pack(axis.tag, axis.value); }
};
/// What opening it takes.
template <>
struct Fields<font::CatalogFace> {
  static void list(auto& pack, auto& face) {
    pack(face.family, face.weight, face.slant, face.file, face.index, face.set_at, face.axes);
  }
};

}  // namespace handbill::confined

namespace handbill::font {
namespace {

struct BufferDelete {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using BufferPtr = std::unique_ptr<hb_buffer_t, BufferDelete>;

/// Western letters, and of the others so many that all parts of the font are met.
std::vector<char32_t> some_characters(hb_face_t* face) {
  constexpr unsigned kMost = 1000;
  constexpr hb_codepoint_t kFirstOther = 0x180;
  const SetPtr all(hb_set_create());
  hb_face_collect_unicodes(face, all.get());
  const unsigned step = hb_set_get_population(all.get()) / kMost + 1;
  std::vector<char32_t> some;
  unsigned count = 0;
  for (hb_codepoint_t each = HB_SET_VALUE_INVALID; hb_set_next(all.get(), &each);) {
    if (each < kFirstOther || count++ % step == 0) some.push_back(each);
  }
  return some;
}

/// The glyphs that a text of one script has.
void shape(const Face& face, hb_script_t script, const std::vector<char32_t>& text,
           std::set<GlyphId>& glyphs) {
  const BufferPtr buffer(hb_buffer_create());
  for (std::size_t i = 0; i < text.size(); ++i) {
    hb_buffer_add(buffer.get(), text[i], static_cast<unsigned>(i));
  }
  hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_script(buffer.get(), script);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_shape(face.hb_font(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  for (unsigned i = 0; i < count; ++i) {
    if (infos[i].codepoint < face.glyph_count()) glyphs.insert(infos[i].codepoint);
  }
}

std::set<GlyphId> set_text(const Face& face) {
  std::map<hb_script_t, std::vector<char32_t>> by_script;
  std::set<GlyphId> glyphs = {0};
  for (const char32_t each : some_characters(face.hb_face())) {
    by_script[hb_unicode_script(hb_unicode_funcs_get_default(), each)].push_back(each);
    glyphs.insert(face.glyph_for(each));
  }
  for (const auto& [script, text] : by_script) shape(face, script, text, glyphs);
  return glyphs;
}

/// As pictures of pages are drawn.
void draw_with_freetype(const Face& face, const std::set<GlyphId>& glyphs) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return;
  FT_Face opened = nullptr;
  const std::string_view bytes = face.bytes();
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), face.index(), &opened) == 0) {
    std::vector<FT_Fixed> places;
    for (const AxisValue& axis : face.axes()) {
      places.push_back(static_cast<FT_Fixed>(std::lround(axis.value * 65536)));
    }
    if (!places.empty()) {
      FT_Set_Var_Design_Coordinates(opened, static_cast<FT_UInt>(places.size()), places.data());
    }
    constexpr FT_F26Dot6 kEm = 32 * 64;
    FT_Set_Char_Size(opened, kEm, kEm, 72, 72);
    for (const GlyphId each : glyphs) {
      FT_Load_Glyph(opened, each, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
    }
    FT_Done_Face(opened);
  }
  FT_Done_FreeType(library);
}

void use(const Face& face) {
  const std::set<GlyphId> glyphs = set_text(face);
  for (const GlyphId each : glyphs) {
    face.outline(each);
    face.ink_box(each);
    face.advance(each);
  }
  draw_with_freetype(face, glyphs);
  subset(face, std::vector<GlyphId>(glyphs.begin(), glyphs.end()));
}

confined::Reply use_font(const confined::Task& task) {
  CatalogFace wanted;
  confined::Unpacker(task.words)(wanted);
  FontBook fonts({});
  diag::Diagnostics unheard;
  try {
    const auto id = fonts.open_bytes(std::string(task.file), wanted, unheard);
    if (id) use(fonts.face(*id));
  } catch (const std::logic_error&) {
    // Something of the font is not as it must be; where a text needs that, it is told.
  }
  return {};
}

constexpr confined::Work kUseFont{.run = use_font};

}  // namespace

std::optional<confined::Outcome> try_font(confined::Reader& reader, std::string_view bytes,
                                          const CatalogFace& wanted) {
  confined::Outcome outcome = reader.ask(kUseFont, {confined::packed(wanted), bytes});
  if (outcome.reply) return std::nullopt;
  return outcome;
}

}  // namespace handbill::font
