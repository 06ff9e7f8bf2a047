// SPDX-License-Identifier: MIT
#include "preflight/font_program.h"

#include <ft2build.h>

#include FT_FREETYPE_H
#include FT_CID_H

namespace handbill::preflight {
namespace {

std::uint32_t big_endian(const std::string& bytes, std::size_t at, std::size_t length) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < length; ++i) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

bool is_sfnt(const std::string& bytes) {
  if (bytes.size() < 12) return false;
  const std::string tag = bytes.substr(0, 4);
  return tag == "true" || tag == "OTTO" || tag == std::string("\0\1\0\0", 4);
}

/// A table that ends after the last byte (OpenType, The Font File).
bool has_cut_table(const std::string& bytes) {
  const std::size_t tables = big_endian(bytes, 4, 2);
  constexpr std::size_t kHead = 12, kRow = 16;
  if (bytes.size() < kHead + tables * kRow) return true;
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t row = kHead + i * kRow;
    const std::uint64_t offset = big_endian(bytes, row + 8, 4);
    if (offset + big_endian(bytes, row + 12, 4) > bytes.size()) return true;
  }
  return false;
}

/// What the file says the program's parts are long (PDF 1.7, Table 127).
std::uint64_t stated_length(const Handle& stream) {
  std::uint64_t sum = 0;
  for (const char* key : {"/Length1", "/Length2", "/Length3"}) {
    const double length = number_or(entry(stream, key), 0);
    if (length > 0) sum += static_cast<std::uint64_t>(length);
  }
  return sum;
}

Handle program_stream(const Handle& descriptor) {
  for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
    Handle stream = entry(descriptor, key);
    if (is_stream(stream)) return stream;
  }
  return Handle::newNull();
}

}  // namespace

struct FontProgram::Handles {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  ~Handles() {
    if (face != nullptr) FT_Done_Face(face);
    if (library != nullptr) FT_Done_FreeType(library);
  }
};

FontProgram::~FontProgram() = default;

std::shared_ptr<const FontProgram> FontProgram::read(const Handle& descriptor, Budget& budget) {
  const Handle stream = program_stream(descriptor);
  if (!is_stream(stream)) return nullptr;
  std::shared_ptr<FontProgram> program(new FontProgram);
  program->handles_ = std::make_unique<Handles>();
  auto bytes = decoded(stream, Decode::Data, budget);
  if (!bytes) {
    program->fault_ = "can't be decoded";
    return program;
  }
  program->bytes_ = std::move(*bytes);
  program->open(stream);
  return program;
}

void FontProgram::open(const Handle& stream) {
  Handles& h = *handles_;
  FT_Init_FreeType(&h.library);
  const auto* data = reinterpret_cast<const FT_Byte*>(bytes_.data());
  const bool opens =
      FT_New_Memory_Face(h.library, data, static_cast<FT_Long>(bytes_.size()), 0, &h.face) == 0;
  const bool is_cut =
      stated_length(stream) > bytes_.size() || (is_sfnt(bytes_) && has_cut_table(bytes_));
  if (is_cut) {
    fault_ = "is cut off";
  } else if (!opens || h.face->num_glyphs < 1 || !FT_IS_SCALABLE(h.face)) {
    fault_ = "can't be read";
  }
  if (fault_.empty()) read_cids();
}

void FontProgram::read_cids() {
  const FT_Face face = handles_->face;
  by_cid_ = FT_IS_CID_KEYED(face) != 0;
  if (!by_cid_) return;
  for (FT_UInt glyph = 0; glyph < static_cast<FT_UInt>(face->num_glyphs); ++glyph) {
    FT_UInt cid = 0;
    if (FT_Get_CID_From_Glyph_Index(face, glyph, &cid) == 0) glyph_of_cid_.emplace(cid, glyph);
  }
}

std::uint32_t FontProgram::glyph_of_cid(std::uint32_t cid) const {
  if (!by_cid_) return cid;
  const auto found = glyph_of_cid_.find(cid);
  return found == glyph_of_cid_.end() ? 0 : found->second;
}

bool FontProgram::has_names() const { return FT_HAS_GLYPH_NAMES(handles_->face) != 0; }

std::uint32_t FontProgram::glyph_of_name(const std::string& name) const {
  return FT_Get_Name_Index(handles_->face, name.c_str());
}

std::uint32_t FontProgram::glyph_of_code(std::uint32_t code) const {
  const FT_Face face = handles_->face;
  // Symbolic TrueType fonts have their codes from F000 on (PDF 1.7, 9.6.6.4).
  constexpr std::uint32_t kSymbols = 0xF000;
  for (int i = 0; i < face->num_charmaps; ++i) {
    if (FT_Set_Charmap(face, face->charmaps[i]) != 0) continue;
    for (const std::uint32_t each : {code, kSymbols + code}) {
      if (const FT_UInt glyph = FT_Get_Char_Index(face, each); glyph != 0) return glyph;
    }
  }
  return 0;
}

std::uint32_t FontProgram::glyph_of_character(std::uint32_t code_point) const {
  if (FT_Select_Charmap(handles_->face, FT_ENCODING_UNICODE) != 0) return 0;
  return FT_Get_Char_Index(handles_->face, code_point);
}

std::optional<ProgramGlyph> FontProgram::glyph(std::uint32_t index) const {
  const FT_Face face = handles_->face;
  if (index >= static_cast<std::uint64_t>(face->num_glyphs)) return std::nullopt;
  if (const auto known = known_.find(index); known != known_.end()) return known->second;
  ProgramGlyph glyph;
  glyph.sound = FT_Load_Glyph(face, index, FT_LOAD_NO_SCALE) == 0;
  if (glyph.sound && face->units_per_EM > 0) {
    glyph.width = static_cast<double>(face->glyph->metrics.horiAdvance) /
                  static_cast<double>(face->units_per_EM);
  }
  return known_.emplace(index, glyph).first->second;
}

}  // namespace handbill::preflight
