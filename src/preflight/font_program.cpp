// SPDX-License-Identifier: MIT
#include "preflight/font_program.h"

#include <algorithm>

#include <ft2build.h>

#include FT_FREETYPE_H
#include FT_BBOX_H
#include FT_CID_H
#include FT_OUTLINE_H

#include "base/big_endian.h"

namespace handbill::preflight {
namespace {

bool is_sfnt(const std::string& bytes) {
  if (bytes.size() < 12) return false;
  const std::string tag = bytes.substr(0, 4);
  return tag == "true" || tag == "OTTO" || tag == std::string("\0\1\0\0", 4);
}

struct Table {
  std::size_t offset = 0, length = 0;
};

/// By its tag, where the bytes are those of an sfnt that is not cut.
std::optional<Table> find_table(const std::string& bytes, std::string_view tag) {
  const std::size_t tables = is_sfnt(bytes) ? big_endian_at(bytes, 4, 2) : 0;
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t row = 12 + i * 16;
    if (std::string_view(bytes).substr(row, 4) != tag) continue;
    return Table{big_endian_at(bytes, row + 8), big_endian_at(bytes, row + 12)};
  }
  return std::nullopt;
}

/// A table that ends after the last byte (OpenType, The Font File).
bool has_cut_table(const std::string& bytes) {
  const std::size_t tables = big_endian_at(bytes, 4, 2);
  constexpr std::size_t kHead = 12, kRow = 16;
  if (bytes.size() < kHead + tables * kRow) return true;
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t row = kHead + i * kRow;
    const std::uint64_t offset = big_endian_at(bytes, row + 8);
    if (offset + big_endian_at(bytes, row + 12) > bytes.size()) return true;
  }
  return false;
}

/// PDF 1.7, 9.9: what a TrueType program can't do without; empty: nothing is missing.
std::string missing_table(const std::string& bytes) {
  if (!is_sfnt(bytes) || bytes.starts_with("OTTO")) return {};
  for (const char* tag : {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}) {
    if (!find_table(bytes, tag)) return tag;
  }
  return {};
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
  // They stay in memory as long as the file is read, and each glyph is drawn once.
  constexpr std::size_t kTimes = 16;
  if (!budget.take(budget.bytes, (kTimes - 1) * bytes->size(), "its fonts are too large")) {
    return nullptr;
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
  } else if (const std::string table = missing_table(bytes_); !table.empty()) {
    fault_ = "lacks the table `" + table + "`";
  }
  if (fault_.empty()) find_outlines();
  if (fault_.empty() && has_damaged_glyph()) fault_ = "has damaged outlines";
  if (fault_.empty()) read_cids();
}

void FontProgram::find_outlines() {
  const auto head = find_table(bytes_, "head"), loca = find_table(bytes_, "loca");
  const auto glyf = find_table(bytes_, "glyf");
  constexpr std::size_t kFormat = 50, kHead = 54;
  if (!head || !loca || !glyf || head->length < kHead) return;
  const std::size_t size = big_endian_at(bytes_, head->offset + kFormat, 2) == 0 ? 2 : 4;
  for (std::size_t i = 0; i + size <= loca->length; i += size) {
    const std::size_t at = big_endian_at(bytes_, loca->offset + i, size) * (size == 2 ? 2U : 1U);
    outlines_.push_back(glyf->offset + at);
    if (at > glyf->length) fault_ = "has a damaged index of outlines";
  }
}

/// A TrueType outline states the box it fills (OpenType, glyf).
bool FontProgram::keeps_to_its_box(std::uint32_t index) const {
  constexpr std::size_t kHeader = 10;
  if (index + 1 >= outlines_.size() || outlines_[index] + kHeader > outlines_[index + 1]) {
    return true;
  }
  const FT_Face face = handles_->face;
  FT_Outline* outline = &face->glyph->outline;
  if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE || outline->n_points == 0) return true;
  FT_BBox widest, drawn;
  FT_Outline_Get_CBox(outline, &widest);
  FT_Outline_Get_BBox(outline, &drawn);
  const auto stated = [&](std::size_t side) {
    const std::uint32_t bits = big_endian_at(bytes_, outlines_[index] + 2 + side * 2, 2);
    return static_cast<FT_Pos>(static_cast<std::int16_t>(bits));
  };
  // Parts that are scaled are rounded, and instances of variable fonts keep the box they came from.
  const FT_Pos slack = std::max<FT_Pos>(2, face->units_per_EM / 5);
  const auto between = [&](FT_Pos low, FT_Pos value, FT_Pos high) {
    return value >= low - slack && value <= high + slack;
  };
  return between(widest.xMin, stated(0), drawn.xMin) &&
         between(widest.yMin, stated(1), drawn.yMin) &&
         between(drawn.xMax, stated(2), widest.xMax) && between(drawn.yMax, stated(3), widest.yMax);
}

/// Whether its outline can be read, and is no larger than letters are.
bool FontProgram::draws(std::uint32_t index) const {
  const FT_Face face = handles_->face;
  const FT_UInt name = index < names_.size() ? names_[index] : index;
  if (FT_Load_Glyph(face, name, FT_LOAD_NO_SCALE) != 0) return false;
  FT_BBox box;
  FT_Outline_Get_CBox(&face->glyph->outline, &box);
  const FT_Pos most = 20 * std::max<FT_Pos>(face->units_per_EM, 1000);
  const FT_Pos reach = std::max({-box.xMin, -box.yMin, box.xMax, box.yMax});
  return reach <= most && keeps_to_its_box(index);
}

/// Of TrueType, whose programs hold what is shown and little else: one glyph tells of all. Others
/// may have holes where glyphs were left out.
bool FontProgram::has_damaged_glyph() const {
  constexpr FT_Long kMost = 3000;
  if (outlines_.empty()) return false;
  const FT_Long glyphs = handles_->face->num_glyphs;
  for (FT_Long index = 0; index < std::min(glyphs, kMost); ++index) {
    if (!draws(static_cast<std::uint32_t>(index))) return true;
  }
  return false;
}

void FontProgram::read_cids() {
  const FT_Face face = handles_->face;
  by_cid_ = FT_IS_CID_KEYED(face) != 0;
  if (!by_cid_) return;
  for (FT_UInt glyph = 0; glyph < static_cast<FT_UInt>(face->num_glyphs); ++glyph) {
    FT_UInt cid = 0;
    if (FT_Get_CID_From_Glyph_Index(face, glyph, &cid) == 0) glyph_of_cid_.emplace(cid, glyph);
    // Of CFF without a wrapper FreeType counts glyphs by their CID.
    if (!FT_IS_SFNT(face)) names_.push_back(cid);
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

namespace {

/// An outline as FreeType tells it.
struct Drawn {
  Path path{};
  double em = 1;
  bool is_open = false;

  Point at(const FT_Vector* point) const {
    return {Length::pt(static_cast<double>(point->x) / em),
            Length::pt(static_cast<double>(point->y) / em)};
  }
  void close() {
    if (is_open) path.close();
    is_open = false;
  }
};

int move_drawn(const FT_Vector* to, void* into) {
  auto& drawn = *static_cast<Drawn*>(into);
  drawn.close();
  drawn.path.move(drawn.at(to));
  drawn.is_open = true;
  return 0;
}

int line_drawn(const FT_Vector* to, void* into) {
  auto& drawn = *static_cast<Drawn*>(into);
  drawn.path.line(drawn.at(to));
  return 0;
}

int conic_drawn(const FT_Vector* control, const FT_Vector* to, void* into) {
  auto& drawn = *static_cast<Drawn*>(into);
  drawn.path.quadratic(drawn.at(control), drawn.at(to));
  return 0;
}

int cubic_drawn(const FT_Vector* c1, const FT_Vector* c2, const FT_Vector* to, void* into) {
  auto& drawn = *static_cast<Drawn*>(into);
  drawn.path.cubic(drawn.at(c1), drawn.at(c2), drawn.at(to));
  return 0;
}

}  // namespace

Path FontProgram::outline(std::uint32_t index) const {
  const FT_Face face = handles_->face;
  const auto known = glyph(index);
  if (!known || !known->sound || face->units_per_EM == 0) return {};
  const FT_UInt name = index < names_.size() ? names_[index] : index;
  const bool is_loaded = FT_Load_Glyph(face, name, FT_LOAD_NO_SCALE) == 0;
  if (!is_loaded || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return {};
  Drawn drawn;
  drawn.em = static_cast<double>(face->units_per_EM);
  const FT_Outline_Funcs calls = {move_drawn, line_drawn, conic_drawn, cubic_drawn, 0, 0};
  if (FT_Outline_Decompose(&face->glyph->outline, &calls, &drawn) != 0) return {};
  drawn.close();
  return std::move(drawn.path);
}

std::optional<ProgramGlyph> FontProgram::glyph(std::uint32_t index) const {
  const FT_Face face = handles_->face;
  if (index >= static_cast<std::uint64_t>(face->num_glyphs)) return std::nullopt;
  if (const auto known = known_.find(index); known != known_.end()) return known->second;
  ProgramGlyph glyph;
  glyph.sound = draws(index);
  if (glyph.sound && face->units_per_EM > 0) {
    const auto ems = [face](FT_Pos units) {
      return static_cast<double>(units) / static_cast<double>(face->units_per_EM);
    };
    FT_BBox box{};
    FT_Outline_Get_BBox(&face->glyph->outline, &box);
    glyph.width = ems(face->glyph->metrics.horiAdvance);
    glyph.box = {ems(box.xMin), ems(box.yMin), ems(box.xMax), ems(box.yMax)};
  }
  return known_.emplace(index, glyph).first->second;
}

}  // namespace handbill::preflight
