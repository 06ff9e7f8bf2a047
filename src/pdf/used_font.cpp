// SPDX-License-Identifier: MIT
#include "pdf/used_font.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/content_hash.h"
#include "base/number.h"
#include "font/cids.h"
#include "pdf/clusters.h"
#include "pdf/font_facts.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

constexpr std::uint32_t kNoSlot = UINT32_MAX;

/// Thousandths of an em, two decimals: fonts of 2048 units keep their proportions.
double width_of(const font::Face& face, font::GlyphId glyph) {
  return std::round(face.advance(glyph) * 100'000) / 100;
}

/// Six letters that follow from the subset (PDF 1.7, 9.6.4).
std::string subset_tag(std::string_view bytes) {
  std::uint64_t hash = content_hash(bytes)[0];
  std::string tag;
  for (int i = 0; i < 6; ++i) {
    tag += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return tag;
}

void append_per_mille(std::string& out, std::string_view key, double em) {
  out += key;
  append_number(out, em * 1000, 0);
}

constexpr std::string_view kCMapStart =
    "/CIDInit/ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n"
    "1 begincodespacerange\n"
    "<0000><FFFF>\n"
    "endcodespacerange\n";
constexpr std::string_view kCMapEnd =
    "endcmap\n"
    "CMapName currentdict/CMap defineresource pop\n"
    "end\n"
    "end\n";

}  // namespace

UsedFont::UsedFont(const font::Face& face)
    : face_(&face), slot_of_glyph_(face.glyph_count(), kNoSlot) {
  count_of(0);
}

UsedFont::Count& UsedFont::count_of(font::GlyphId glyph) {
  HANDBILL_CHECK(glyph < slot_of_glyph_.size(), "a glyph is one of its face");
  std::uint32_t& slot = slot_of_glyph_[glyph];
  if (slot == kNoSlot) {
    slot = static_cast<std::uint32_t>(counts_.size());
    counts_.push_back(Count{glyph, {}, {}});
  }
  return counts_[slot];
}

void UsedFont::add_meaning(font::GlyphId glyph, std::string_view text) {
  Count& count = count_of(glyph);
  for (Meaning& meaning : count.meanings) {
    if (meaning.text == text) {
      ++meaning.count;
      return;
    }
  }
  count.meanings.push_back(Meaning{text, 1});
}

void UsedFont::add(const display::GlyphRun& run) {
  for (std::size_t done = 0; done < run.glyphs.size();) {
    const Cluster cluster = next_cluster(run, done);
    done += cluster.glyphs.size();
    if (cluster.glyphs.size() == 1) {
      add_meaning(cluster.glyphs[0].id, cluster.text);
      continue;
    }
    const bool one_for_one = is_one_for_one(cluster, run, *face_);
    for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
      Count& count = count_of(cluster.glyphs[i].id);
      if (count.share.empty()) count.share = share_of_glyph(cluster, run, i);
      if (one_for_one) add_meaning(cluster.glyphs[i].id, text_of_glyph(cluster, run, i));
    }
  }
}

std::optional<std::string> UsedFont::close(PartBook& book) {
  std::vector<font::GlyphId> wanted;
  for (const Count& count : counts_) wanted.push_back(count.glyph);
  subset_ = book.subset(*face_, wanted);
  if (!subset_) return "can't be cut down to the glyphs it uses";
  std::map<font::GlyphId, font::GlyphId> codes = subset_->new_glyph;
  // Readers then look for the glyphs' CIDs rather than their numbers (PDF 1.7, 9.7.4.2).
  if (subset_->outlines == font::Outlines::Cff) {
    const auto cids = font::cids_of_glyphs(subset_->bytes, codes.size());
    if (!cids) return "does not say what its glyphs are called";
    for (auto& [glyph, code] : codes) {
      if (cids->empty()) break;
      if (code >= cids->size()) return "does not say what its glyphs are called";
      code = (*cids)[code];
    }
  }
  // The map is in the order of the old numbers, which the new ones keep.
  for (const auto& [glyph, code] : codes) {
    if (glyph >= slot_of_glyph_.size() || slot_of_glyph_[glyph] == kNoSlot) continue;
    UsedGlyph used{{}, width_of(*face_, glyph), code, {}};
    append_literal_byte(used.shown, static_cast<char>(code >> 8));
    append_literal_byte(used.shown, static_cast<char>(code & 0xFF));
    // The commonest meaning, the first seen among equals; the rest is said where it stands.
    const auto& meanings = counts_[slot_of_glyph_[glyph]].meanings;
    const auto best = std::ranges::max_element(meanings, {}, &Meaning::count);
    // Each glyph has to mean something (ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2). What several
    // mean together is said where they stand, so any share of it does.
    used.text = best != meanings.end() ? best->text : counts_[slot_of_glyph_[glyph]].share;
    slot_of_glyph_[glyph] = static_cast<std::uint32_t>(glyphs_.size());
    glyphs_.push_back(std::move(used));
  }
  if (glyphs_.size() != counts_.size()) return "lost a glyph when it was cut down";
  append_name(name_, subset_tag(subset_->bytes) + "+" + face_->postscript_name());
  return std::nullopt;
}

/// "0[500 250.5 ...]": codes are compact, so one list mostly does. A composite glyph's parts have
/// codes too, but are never shown.
std::string UsedFont::widths() const {
  std::string text = "[";
  std::uint32_t next = UINT32_MAX;
  for (const UsedGlyph& glyph : glyphs_) {
    if (glyph.code != next) {
      if (next != UINT32_MAX) text += ']';
      text += std::to_string(glyph.code) + "[";
    } else {
      text += ' ';
    }
    append_number(text, glyph.width, 2);
    next = glyph.code + 1;
  }
  return text + "]]";
}

std::string UsedFont::to_unicode() const {
  std::vector<const UsedGlyph*> known;
  for (const UsedGlyph& glyph : glyphs_) {
    if (!glyph.text.empty()) known.push_back(&glyph);
  }
  std::string text(kCMapStart);
  constexpr std::size_t kLargestBlock = 100;  // entries (Adobe Technical Note 5014)
  for (std::size_t at = 0; at < known.size(); at += kLargestBlock) {
    const std::size_t end = std::min(known.size(), at + kLargestBlock);
    text += std::to_string(end - at) + " beginbfchar\n";
    for (std::size_t i = at; i < end; ++i) {
      text += '<';
      append_hex16(text, known[i]->code);
      text += "><";
      append_utf16_hex(text, known[i]->text);
      text += ">\n";
    }
    text += "endbfchar\n";
  }
  text += kCMapEnd;
  return text;
}

ObjectRef UsedFont::write_descriptor(HaruDocument& document) const {
  const bool cff = subset_->outlines == font::Outlines::Cff;
  const ObjectRef file =
      cff ? document.add_stream("/Subtype/CIDFontType0C", subset_->bytes)
          : document.add_stream("/Length1 " + std::to_string(subset_->bytes.size()),
                                subset_->bytes);
  const FontFacts facts = font_facts(*face_);
  const font::Metrics& metrics = face_->metrics();
  std::string text = "/Type/FontDescriptor/FontName" + name_;
  text += "/Flags " + std::to_string(facts.flags) + "/FontBBox";
  for (const double edge : facts.box) append_per_mille(text, text.back() == 'x' ? "[" : " ", edge);
  text += ']';
  text += "/ItalicAngle ";
  append_number(text, metrics.italic_angle, 2);
  append_per_mille(text, "/Ascent ", metrics.ascender);
  append_per_mille(text, "/Descent ", metrics.descender);
  append_per_mille(text, "/CapHeight ", metrics.cap_height);
  append_per_mille(text, "/XHeight ", metrics.x_height);
  append_per_mille(text, "/StemV ", facts.stem_width);
  text += cff ? "/FontFile3 " : "/FontFile2 ";
  append_reference(text, file.number);
  return document.add_dictionary(std::move(text));
}

ObjectRef UsedFont::write(HaruDocument& document) const {
  const bool cff = subset_->outlines == font::Outlines::Cff;
  const ObjectRef descriptor = write_descriptor(document);
  std::string text = "/Type/Font/Subtype";
  text += cff ? "/CIDFontType0" : "/CIDFontType2/CIDToGIDMap/Identity";
  text += "/BaseFont" + name_;
  text += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ";
  append_reference(text, descriptor.number);
  text += "/W" + widths();
  const ObjectRef descendant = document.add_dictionary(std::move(text));
  const ObjectRef unicode = document.add_stream({}, to_unicode());

  text = "/Type/Font/Subtype/Type0/BaseFont" + name_ + (cff ? "-Identity-H" : "");
  text += "/Encoding/Identity-H/DescendantFonts[";
  append_reference(text, descendant.number);
  text += "]/ToUnicode ";
  append_reference(text, unicode.number);
  return document.add_dictionary(std::move(text));
}

}  // namespace handbill::pdf
