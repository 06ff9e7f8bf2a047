// SPDX-License-Identifier: MIT
#include "preflight/pdf_font.h"

#include <algorithm>
#include <cmath>

#include "base/big_endian.h"
#include "base/spaces.h"

namespace handbill::preflight {
namespace {

/// "ABCDEF+Name" is a subset of Name (PDF 1.7, 9.6.4).
std::string without_tag(std::string name) {
  if (name.size() < 8 || name[6] != '+') return name;
  const bool tag =
      std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
  return tag ? name.substr(7) : name;
}

/// Letters and digits are the same in all encodings of Latin type; quotes are not.
bool is_plain(std::uint32_t code) {
  return code > ' ' && code < 127 && code != '\'' && code != '`';
}

bool is_blank(const PdfGlyph& glyph) {
  return glyph.is_space || glyph.text == " " || glyph.text == kNoBreakSpaceText;
}

}  // namespace

std::shared_ptr<const PdfFont> PdfFont::read(const Handle& font, Budget& budget) {
  auto result = std::make_shared<PdfFont>();
  const std::string subtype = name_of(entry(font, "/Subtype"));
  result->name_ = without_tag(name_of(entry(font, "/BaseFont")));
  result->type3_ = subtype == "Type3";
  if (subtype == "Type0") {
    result->read_composite(font, budget);
  } else {
    result->read_simple(font);
  }
  result->find_fault(font);
  const Handle owner =
      result->composite_ ? element(entry(font, "/DescendantFonts"), 0) : Handle(font);
  if (!result->type3_)
    result->program_ = FontProgram::read(entry(owner, "/FontDescriptor"), budget);
  result->embedded_ = result->type3_ || result->program_ != nullptr;
  result->read_by_itself_ = result->needs_no_unicode(font);
  const Handle unicode = entry(font, "/ToUnicode");
  if (is_stream(unicode)) {
    if (const auto text = decoded(unicode, Decode::Data, budget)) {
      result->unicode_ = CMap::parse(*text);
    }
  }
  return result;
}

/// Its encoding, its names or its character collection stand for Unicode.
bool PdfFont::needs_no_unicode(const Handle& font) const {
  if (composite_) {
    const Handle about = entry(element(entry(font, "/DescendantFonts"), 0), "/CIDSystemInfo");
    static constexpr std::string_view kCollections[] = {"GB1", "CNS1", "Japan1", "Korea1"};
    return text_of(entry(about, "/Registry")) == "Adobe" &&
           std::ranges::find(kCollections, text_of(entry(about, "/Ordering"))) !=
               std::end(kCollections);
  }
  const Handle encoding = entry(font, "/Encoding");
  const Handle base = is_name(encoding) ? encoding : entry(encoding, "/BaseEncoding");
  const bool is_true_type = name_of(entry(font, "/Subtype")) == "TrueType";
  const int flags = integer_or(entry(entry(font, "/FontDescriptor"), "/Flags"), 0);
  const bool is_symbolic = (flags & 4) != 0;
  return !name_of(base).empty() || !names_.empty() || (is_true_type && !is_symbolic);
}

void PdfFont::find_fault(const Handle& font) {
  const std::string kind = name_of(entry(font, "/Subtype"));
  static constexpr std::string_view kKinds[] = {"Type0", "Type1", "MMType1", "Type3", "TrueType"};
  if (std::ranges::find(kKinds, kind) == std::end(kKinds)) {
    fault_ = "is of no kind that PDF defines";
  } else if (composite_) {
    const Handle descendants = entry(font, "/DescendantFonts");
    if (!is_dictionary(element(descendants, 0))) fault_ = "has no descendant font";
    if (is_null(entry(font, "/Encoding"))) fault_ = "has no encoding";
  } else if (type3_ && !is_dictionary(entry(font, "/CharProcs"))) {
    fault_ = "has no glyphs";
  } else if (is_null(entry(font, "/Widths"))) {
    // The 14 standard fonts once went without.
    if (is_dictionary(entry(font, "/FontDescriptor")) || type3_) fault_ = "has no widths";
  } else {
    const double codes =
        number_or(entry(font, "/LastChar"), 0) - number_or(entry(font, "/FirstChar"), 0) + 1;
    const auto widths = static_cast<double>(count(entry(font, "/Widths")));
    if (widths < codes) fault_ = "has fewer widths than codes";
  }
}

void PdfFont::read_descriptor(const Handle& descriptor) {
  const double ascent = number_or(entry(descriptor, "/Ascent"), 0) / 1000;
  const double descent = number_or(entry(descriptor, "/Descent"), 0) / 1000;
  // Some writers give 0, some a descent above the line.
  if (ascent > 0.1 && ascent < 4) ascent_ = ascent;
  if (descent != 0 && std::abs(descent) < 4) descent_ = -std::abs(descent);
  other_width_ = number_or(entry(descriptor, "/MissingWidth"), 0) / 1000;
}

void PdfFont::read_simple(const Handle& font) {
  const Handle descriptor = entry(font, "/FontDescriptor");
  other_width_ = name_.find("Courier") == name_.npos ? 0.5 : 0.6;
  if (is_dictionary(descriptor)) read_descriptor(descriptor);
  if (type3_) {
    const Matrix map = matrix_of(entry(font, "/FontMatrix"));
    unit_ = std::abs(map.a) > 0 ? std::abs(map.a) : 0.001;
    other_width_ = 0;
    type3_map_ = map;
    resources_ = entry(font, "/Resources");
    procedures_ = entry(font, "/CharProcs");
    const double scale = map.d;
    if (const auto box = rect_of(entry(font, "/FontBBox")); box && box->height() > 0) {
      ascent_ = std::max(box->top * scale, box->bottom * scale);
      descent_ = std::min(box->top * scale, box->bottom * scale);
    }
  }
  first_ = static_cast<std::uint32_t>(std::clamp(integer_or(entry(font, "/FirstChar"), 0), 0, 255));
  widths_ = numbers(entry(font, "/Widths"), 256);
  for (double& width : widths_) width *= unit_;
  const Handle encoding = entry(font, "/Encoding");
  const bool symbolic = (integer_or(entry(descriptor, "/Flags"), 0) & 4) != 0;
  read_names(encoding);
  reads_latin_ = !type3_ && !symbolic && count(entry(encoding, "/Differences")) == 0;
}

void PdfFont::read_names(const Handle& encoding) {
  own_encoding_ = !is_name(encoding) && is_null(entry(encoding, "/BaseEncoding"));
  const Handle differences = entry(encoding, "/Differences");
  std::uint32_t code = 0;
  constexpr std::size_t kMost = 1000;
  for (std::size_t i = 0; i < std::min(count(differences), kMost); ++i) {
    const Handle item = element(differences, i);
    if (const auto first = number(item)) {
      code = static_cast<std::uint32_t>(std::clamp(*first, 0.0, 255.0));
    } else {
      names_[code++] = name_of(item);
    }
  }
}

void PdfFont::read_cid_map(const Handle& descendant, Budget& budget) {
  if (name_of(entry(descendant, "/Subtype")) != "CIDFontType2") return;
  const Handle map = entry(descendant, "/CIDToGIDMap");
  lacks_cid_map_ = !is_stream(map) && name_of(map) != "Identity";
  if (is_stream(map)) cid_map_ = decoded(map, Decode::Data, budget).value_or("");
}

void PdfFont::read_composite(const Handle& font, Budget& budget) {
  composite_ = true;
  const Handle descendant = element(entry(font, "/DescendantFonts"), 0);
  read_descriptor(entry(descendant, "/FontDescriptor"));
  if (name_.empty()) name_ = without_tag(name_of(entry(descendant, "/BaseFont")));
  other_width_ = number_or(entry(descendant, "/DW"), 1000) / 1000;
  read_widths(entry(descendant, "/W"));
  Handle encoding = entry(font, "/Encoding");
  // The maps of Adobe's character collections have two bytes a code, most of them; their glyphs'
  // numbers are not known here, so all their glyphs are as wide as the rest.
  codes_ = CMap::identity();
  vertical_ = name_of(encoding).ends_with("-V");
  known_codes_ = is_stream(encoding) || name_of(encoding).starts_with("Identity");
  read_cid_map(descendant, budget);
  if (is_stream(encoding)) {
    vertical_ = integer_or(entry(encoding, "/WMode"), 0) == 1;
    if (const auto text = decoded(encoding, Decode::Data, budget)) codes_ = CMap::parse(*text);
  }
}

void PdfFont::read_widths(const Handle& array) {
  constexpr std::size_t kMost = 70'000;
  const std::size_t n = std::min(count(array), kMost);
  for (std::size_t i = 0; i + 1 < n;) {
    const auto first =
        static_cast<std::uint32_t>(std::clamp(number_or(element(array, i), 0), 0.0, 65535.0));
    const Handle second = element(array, i + 1);
    if (is_array(second)) {
      const auto list = numbers(second, kMost);
      for (std::size_t j = 0; j < list.size() && first + j <= 65535; ++j) {
        glyph_widths_[first + static_cast<std::uint32_t>(j)] = list[j] / 1000;
      }
      i += 2;
      continue;
    }
    const auto last = static_cast<std::uint32_t>(std::clamp(number_or(second, 0), 0.0, 65535.0));
    const double width = number_or(element(array, i + 2), 0) / 1000;
    for (std::uint32_t glyph = first; glyph <= last && glyph_widths_.size() < kMost; ++glyph) {
      glyph_widths_[glyph] = width;
    }
    i += 3;
  }
}

std::string PdfFont::text_of_code(std::uint32_t code) const {
  if (unicode_.has_text()) return unicode_.text(code);
  std::string text;
  if (reads_latin_ && !composite_ && code >= 32 && code != 127 && (code < 128 || code >= 160)) {
    append_utf8(text, code);
  }
  return text;
}

std::optional<std::uint32_t> PdfFont::index_of_code(std::uint32_t code) const {
  const auto name = names_.find(code);
  if (name != names_.end()) {
    if (name->second == ".notdef") return 0;
    const std::uint32_t named = program_->has_names() ? program_->glyph_of_name(name->second) : 0;
    if (named != 0) return named;
    // TrueType fonts are looked up by the characters that names stand for; we know one letter ones.
    const bool is_letter = name->second.size() == 1;
    if (!is_letter) return std::nullopt;
    const auto letter = static_cast<unsigned char>(name->second[0]);
    const std::uint32_t index = program_->glyph_of_character(letter);
    return index != 0 ? index : program_->glyph_of_code(code);
  }
  if (!own_encoding_ && is_plain(code)) {
    if (const std::uint32_t index = program_->glyph_of_character(code); index != 0) return index;
  }
  const std::uint32_t index = program_->glyph_of_code(code);
  if (index != 0) return own_encoding_ || is_plain(code) ? std::optional(index) : std::nullopt;
  // Beyond what the file has widths for there is nothing either.
  const bool is_beyond = !widths_.empty() && (code < first_ || code - first_ >= widths_.size());
  const bool is_missing = is_plain(code) || own_encoding_ || is_beyond;
  return is_missing ? std::optional<std::uint32_t>(0) : std::nullopt;
}

std::optional<std::uint32_t> PdfFont::index_of_cid(std::uint32_t cid) const {
  if (!known_codes_) return std::nullopt;
  if (!cid_map_) return program_->glyph_of_cid(cid);
  const std::size_t at = std::size_t{cid} * 2;
  if (at + 2 > cid_map_->size()) return 0;
  return big_endian_at(*cid_map_, at, 2);
}

void PdfFont::look_at(std::optional<std::uint32_t> index, std::optional<double> width,
                      PdfGlyph& shown) const {
  if (!index) return;
  const auto glyph = program_->glyph(*index);
  // Writers round widths to whole thousandths, and a few cut them off.
  constexpr double kTolerance = 0.0021;
  if (*index == 0 || !glyph) {
    shown.fault = GlyphFault::NoGlyph;
  } else if (!glyph->sound) {
    shown.fault = GlyphFault::Damaged;
  } else if (width && !vertical_ && std::abs(*width - glyph->width) > kTolerance) {
    shown.fault = GlyphFault::Width;
  }
  if (glyph && glyph->sound && !vertical_) {
    shown.ink = glyph->box;
    shown.index = *index;
  }
}

Handle PdfFont::procedure(std::uint32_t code) const {
  const auto name = names_.find(code);
  if (name == names_.end()) return Handle::newNull();
  return entry(procedures_, ("/" + name->second).c_str());
}

PdfGlyph PdfFont::simple_glyph(std::uint32_t code) const {
  const bool known = code >= first_ && code - first_ < widths_.size();
  PdfGlyph glyph{known ? widths_[code - first_] : other_width_, code == 32, text_of_code(code)};
  glyph.code = code;
  if (type3_ && !is_stream(procedure(code))) glyph.fault = GlyphFault::NoGlyph;
  if (program_ && program_->fault().empty() && !is_blank(glyph)) {
    const auto width = widths_.empty() ? std::nullopt : std::optional(glyph.width);
    look_at(index_of_code(code), width, glyph);
  }
  return glyph;
}

PdfGlyph PdfFont::composite_glyph(std::uint32_t code, std::size_t length) const {
  const std::uint32_t cid = codes_.glyph(code);
  const auto width = glyph_widths_.find(cid);
  PdfGlyph glyph{width == glyph_widths_.end() ? other_width_ : width->second,
                 length == 1 && code == 32, text_of_code(code)};
  if (program_ && program_->fault().empty() && !is_blank(glyph)) {
    look_at(index_of_cid(cid), glyph.width, glyph);
  }
  return glyph;
}

std::vector<PdfGlyph> PdfFont::glyphs(std::string_view bytes) const {
  std::vector<PdfGlyph> result;
  if (!composite_) {
    result.reserve(bytes.size());
    for (const char c : bytes) {
      const std::uint32_t code = static_cast<unsigned char>(c);
      auto known = known_.find(code);
      if (known == known_.end()) known = known_.emplace(code, simple_glyph(code)).first;
      result.push_back(known->second);
    }
    return result;
  }
  while (!bytes.empty()) {
    std::size_t length = 0;
    const std::uint32_t code = codes_.next(bytes, length);
    if (length == 0) break;
    result.push_back(composite_glyph(code, length));
  }
  return result;
}

}  // namespace handbill::preflight
