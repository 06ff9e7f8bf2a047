// SPDX-License-Identifier: MIT
#include "text/shape_run.h"

#include <hb.h>

#include <algorithm>

#include "text/characters.h"
#include "text/scripts.h"

namespace handbill::text {
namespace {

/// True when a character of `text` is left out or looked up as another.
bool needs_substitutes(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F) continue;
    if (byte < 0x80) return true;
    const std::string_view rest = text.substr(i);
    // U+0080 to U+009F, U+00AD
    if (byte == 0xC2 && rest.size() > 1) {
      const auto next = static_cast<unsigned char>(rest[1]);
      if (next < 0xA0 || next == 0xAD) return true;
    }
    if (rest.starts_with("\xE2\x81\xA0")) return true;  // U+2060
    // U+200B, U+2010, U+2011, U+2028, U+2029
    if (byte != 0xE2 || !rest.starts_with("\xE2\x80") || rest.size() < 3) continue;
    const auto last = static_cast<unsigned char>(rest[2]);
    if (last == 0x8B || last == 0x90 || last == 0x91 || last == 0xA8 || last == 0xA9) return true;
  }
  return false;
}

/// What stands in for a character that fonts do not have as a glyph.
char32_t substitute(char32_t c, const font::Face& face) {
  if (c == '\t') return ' ';
  if (c == kHyphen && face.glyph_for(c) == 0) return '-';
  if (c == kNoBreakHyphen && face.glyph_for(c) == 0) return visible_hyphen(face);
  return c;
}

}  // namespace

bool takes_letter_space(std::uint32_t script) {
  const hb_script_t tag = hb_script_from_iso15924_tag(script);
  return tag == HB_SCRIPT_LATIN || tag == HB_SCRIPT_GREEK || tag == HB_SCRIPT_CYRILLIC ||
         tag == HB_SCRIPT_HEBREW || tag == HB_SCRIPT_COMMON;
}

struct RunShaper::Impl {
  hb_buffer_t* buffer = hb_buffer_create();
  std::vector<hb_feature_t> features;

  void add_text(const Job& job);
  void set_properties(const Job& job);
  void choose_features(const Job& job);
  FontTrouble trouble(const Job& job) const;
  void take_glyphs(std::vector<UnitGlyph>& glyphs) const;
};

RunShaper::RunShaper() : impl_(std::make_unique<Impl>()) {}
RunShaper::~RunShaper() { hb_buffer_destroy(impl_->buffer); }

char32_t visible_hyphen(const font::Face& face) {
  return face.glyph_for(kHyphen) != 0 ? kHyphen : U'-';
}

void RunShaper::Impl::add_text(const Job& job) {
  const auto add = [&](std::uint32_t begin, std::uint32_t length) {
    hb_buffer_add_utf8(buffer, job.text.data(), static_cast<int>(job.text.size()), begin,
                       static_cast<int>(length));
  };
  if (!needs_substitutes(job.text.substr(job.begin, job.end - job.begin))) {
    add(job.begin, job.end - job.begin);
  } else {
    add(job.begin, 0);  // sets the context before
    for (std::size_t at = job.begin; at < job.end;) {
      const auto cluster = static_cast<unsigned>(at);
      const char32_t c = next_code_point(job.text, at);
      // HarfBuzz would take them out again, in quadratic time when there are many.
      if (is_left_out_of_text(c)) continue;
      hb_buffer_add(buffer, substitute(c, job.face), cluster);
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    add(job.end, 0);  // and the context after
  }
  if (job.ending == Ending::Hyphen) hb_buffer_add(buffer, visible_hyphen(job.face), job.end);
}

void RunShaper::Impl::set_properties(const Job& job) {
  hb_buffer_set_direction(buffer, job.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(job.script));
  hb_buffer_set_language(buffer,
                         hb_language_from_string(job.style.language.data(),
                                                 static_cast<int>(job.style.language.size())));
  unsigned flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES;
  if (job.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (job.end == job.text.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
}

void RunShaper::Impl::choose_features(const Job& job) {
  features.clear();
  const auto add = [&](hb_tag_t tag, unsigned value) {
    features.push_back({tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  };
  const Ligatures ligatures = ligatures_of(job.style);
  if (ligatures == Ligatures::NoneInSpaced) {
    // A ligature among spaced letters would stand out as a knot.
    add(HB_TAG('l', 'i', 'g', 'a'), 0);
    add(HB_TAG('c', 'l', 'i', 'g'), 0);
    add(HB_TAG('d', 'l', 'i', 'g'), 0);
    add(HB_TAG('h', 'l', 'i', 'g'), 0);
    if (takes_letter_space(job.script)) add(HB_TAG('c', 'a', 'l', 't'), 0);
  } else if (ligatures == Ligatures::NoneInLarge && takes_letter_space(job.script)) {
    add(HB_TAG('l', 'i', 'g', 'a'), 0);
    add(HB_TAG('c', 'l', 'i', 'g'), 0);
  }
  for (const Feature& feature : job.style.features) {
    add(hb_tag_from_string(feature.tag.data(), static_cast<int>(feature.tag.size())),
        feature.value);
  }
}

void RunShaper::Impl::take_glyphs(std::vector<UnitGlyph>& glyphs) const {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  glyphs.reserve(glyphs.size() + count);
  for (unsigned i = 0; i < count; ++i) {
    const hb_glyph_flags_t flags = hb_glyph_info_get_glyph_flags(&infos[i]);
    glyphs.push_back({.id = infos[i].codepoint,
                      .advance = positions[i].x_advance,
                      .x_offset = positions[i].x_offset,
                      .y_offset = positions[i].y_offset,
                      .cluster = infos[i].cluster,
                      .unsafe_to_break = (flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0});
  }
}

FontTrouble RunShaper::Impl::trouble(const Job& job) const {
  // HarfBuzz gives up later, at tens of thousands.
  constexpr std::size_t kMostOfByte = 32;
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const bool is_bounded = count <= kMostOfByte * (job.end - job.begin + 1);
  if (!is_bounded || !hb_buffer_allocation_successful(buffer)) return FontTrouble::TooMuchWork;
  const std::uint32_t glyphs = job.face.glyph_count();
  const bool are_known = std::all_of(
      infos, infos + count, [&](const hb_glyph_info_t& each) { return each.codepoint < glyphs; });
  return are_known ? FontTrouble::None : FontTrouble::UnknownGlyph;
}

namespace {

void set_plain(const RunShaper::Job& job, std::vector<UnitGlyph>& glyphs) {
  const auto first = static_cast<std::ptrdiff_t>(glyphs.size());
  const auto add = [&](char32_t c, std::size_t cluster) {
    const font::GlyphId id = job.face.glyph_for(c);
    glyphs.push_back({.id = id,
                      .advance = hb_font_get_glyph_h_advance(job.face.hb_font(), id),
                      .cluster = static_cast<std::uint32_t>(cluster)});
  };
  for (std::size_t at = job.begin; at < job.end;) {
    const std::size_t cluster = at;
    const char32_t c = next_code_point(job.text, at);
    if (!is_left_out_of_text(c)) add(substitute(c, job.face), cluster);
  }
  if (job.ending == RunShaper::Ending::Hyphen) add(visible_hyphen(job.face), job.end);
  if (job.right_to_left) std::reverse(glyphs.begin() + first, glyphs.end());
}

}  // namespace

FontTrouble RunShaper::shape(const Job& job, std::vector<UnitGlyph>& glyphs) {
  hb_buffer_clear_contents(impl_->buffer);
  impl_->add_text(job);
  impl_->set_properties(job);
  impl_->choose_features(job);
  hb_shape(job.face.hb_font(), impl_->buffer, impl_->features.data(),
           static_cast<unsigned>(impl_->features.size()));
  const FontTrouble trouble = impl_->trouble(job);
  if (trouble == FontTrouble::None) {
    impl_->take_glyphs(glyphs);
  } else {
    set_plain(job, glyphs);
  }
  return trouble;
}

Ligatures ligatures_of(const CharacterStyle& style) {
  if (style.tracking != 0) return Ligatures::NoneInSpaced;
  return style.size > style.ligatures_up_to ? Ligatures::NoneInLarge : Ligatures::AsFontHas;
}

void append_scaled(std::span<const UnitGlyph> glyphs, const GlyphScale& to,
                   std::vector<ShapedGlyph>& out) {
  const double scale = to.style.size.pt() * to.scale / to.face.units_per_em();
  const Length tracking = to.style.size * to.style.tracking;
  // Letters below others, or moved before them, stay in their syllable.
  const bool has_syllables =
      to.script == iso_tag('K', 'h', 'm', 'r') || to.script == iso_tag('M', 'y', 'm', 'r');
  out.reserve(out.size() + glyphs.size());
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const UnitGlyph& glyph = glyphs[i];
    const bool ends_cluster = i + 1 == glyphs.size() || glyphs[i + 1].cluster != glyph.cluster;
    out.push_back({
        .id = glyph.id,
        .advance = Length::pt(glyph.advance * scale) + (ends_cluster ? tracking : Length{}),
        .x_offset = Length::pt(glyph.x_offset * scale),
        .y_offset = Length::pt(-glyph.y_offset * scale),
        .cluster = glyph.cluster,
        .unsafe_to_break = glyph.unsafe_to_break,
        .is_tight = has_syllables && glyph.unsafe_to_break,
    });
  }
}

}  // namespace handbill::text
