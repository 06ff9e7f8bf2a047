// SPDX-License-Identifier: MIT
// The font programs of a file, opened: which glyphs they have, whether those can be drawn, and how
// wide they are.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/path.h"
#include "preflight/pdf_object.h"

namespace handbill::preflight {

/// What is wrong with a glyph that is shown.
enum class GlyphFault {
  None,
  NoGlyph,  ///< .notdef is drawn, or nothing
  Damaged,  ///< its outline can't be read
  Width     ///< not as wide as the file says
};

/// What a glyph draws, in ems from where it stands, y up.
struct GlyphBox {
  double left = 0, bottom = 0, right = 0, top = 0;
  bool empty() const { return right <= left || top <= bottom; }
};

struct ProgramGlyph {
  bool sound = false;
  double width = 0;  ///< in ems
  GlyphBox box{};
};

class FontProgram {
 public:
  /// That of a font descriptor; null when there is none.
  static std::shared_ptr<const FontProgram> read(const Handle& descriptor, Budget& budget);
  ~FontProgram();
  FontProgram(const FontProgram&) = delete;
  FontProgram& operator=(const FontProgram&) = delete;

  /// "is cut off", "can't be read", "has damaged outlines"; empty: it can be used.
  const std::string& fault() const { return fault_; }
  std::size_t size() const { return bytes_.size(); }
  /// The glyph of a CID where the file maps none itself; 0: it has none.
  std::uint32_t glyph_of_cid(std::uint32_t cid) const;
  /// By its name; 0: it has none.
  std::uint32_t glyph_of_name(const std::string& name) const;
  /// By a code of the program's own encoding or character map; 0: it has none.
  std::uint32_t glyph_of_code(std::uint32_t code) const;
  std::uint32_t glyph_of_character(std::uint32_t code_point) const;
  bool has_names() const;
  /// Nothing beyond its last glyph.
  std::optional<ProgramGlyph> glyph(std::uint32_t index) const;
  /// What a glyph draws, in ems from where it stands, y up; empty: nothing.
  Path outline(std::uint32_t index) const;

 private:
  FontProgram() = default;
  void open(const Handle& stream);
  void read_cids();
  void find_outlines();
  bool keeps_to_its_box(std::uint32_t index) const;
  bool draws(std::uint32_t index) const;
  bool has_damaged_glyph() const;

  struct Handles;
  std::string bytes_;
  std::string fault_;
  std::unique_ptr<Handles> handles_;
  std::vector<std::size_t> outlines_;  ///< of TrueType: where each begins, and the last ends
  bool by_cid_ = false;
  std::map<std::uint32_t, std::uint32_t> glyph_of_cid_;
  std::vector<std::uint32_t> names_;  ///< by what FreeType knows each glyph, if not by its index
  mutable std::map<std::uint32_t, ProgramGlyph> known_;  ///< those that were asked for
};

}  // namespace handbill::preflight
