// SPDX-License-Identifier: MIT
// Sets the lines of one paragraph. What stands on a line is collected in collect_line.cpp, and
// fills its measure in justify_line.cpp; set_lines.cpp puts it in its place. Private to these.
#pragma once

#include <cstdint>
#include <vector>

#include "text/break_lines.h"
#include "text/elastic.h"
#include "text/line_pieces.h"
#include "text/optical_margins.h"
#include "text/scripts.h"
#include "text/shape_run.h"

namespace handbill::text {

/// One after the other.
class LineSetter {
 public:
  LineSetter(const ShapedParagraph& shaped, const Paragraph& paragraph, Measure measure,
             const font::FontBook& fonts, const PartPlaces& places)
      : shaped_(shaped),
        paragraph_(paragraph),
        measure_(measure),
        fonts_(fonts),
        places_(places),
        margins_(shaped, paragraph, fonts),
        elasticity_(Elasticity::of(shaped, paragraph)),
        told_until_(paragraph.begins_in_word ? end_of_word(0) : 0) {}

  Line set(const LineBreak& line);

 private:
  /// Where a part of the text stands in its line.
  struct Place {
    LineInset inset;
    Align align = Align::Start;
    Length taken{};        ///< of the room, by what stands at the other end
    bool may_fill = true;  ///< blanks that ask for it take the room that is left
  };
  Line set_part(const LineBreak& line, const Place& place);
  void lead(Length start, Length end, const LineInset& inset, Line& line);
  void collect(const LineBreak& line, std::uint32_t visible_end);
  std::uint32_t end_of_word(std::uint32_t offset) const;
  void join_parted_words(const LineBreak& line);
  void cut_last_tracking();
  void trim_ends();
  void arrange();
  /// Spreads or narrows the line to fill `room`; a last line only narrows.
  void justify(Length room, const LineBreak& line, std::uint32_t visible_end);
  bool fill_blanks(Length room);
  /// Stretches or narrows a line that need not fill `room`.
  void set_by_ratio(Length room, double ratio, std::uint32_t visible_end);
  void find_parts(std::uint32_t visible_end);
  bool is_joint(std::size_t piece) const;
  void set_wished(std::uint32_t visible_end);
  Elastic letter_give() const;
  void stretch_letters(double amount);
  bool has_ideographs() const;
  /// What a glyph is to justification: space may come behind a letter that another follows.
  enum class Part : std::uint8_t { White, Letter, LetterAndGap };
  struct LetterStretch {
    double letters = 0;     // em
    double ideographs = 0;  // em
    double clusters = 0;    // em
    double width = 1;

    double gap(std::uint32_t script) const {
      if (is_ideographic(script)) return ideographs;
      if (is_spaced_by_clusters(script)) return clusters;
      return takes_letter_space(script) ? letters : 0;
    }
  };
  void stretch_piece(LinePiece& piece, LetterStretch by, const Part* part);
  void stretch_spaces(Length by, double least, double most);
  void protrude(std::uint32_t visible_end);
  Length width() const;
  bool ends_freely(const LineBreak& line) const;
  Length left_edge(const Place& place, Length room, Length first, Length width) const;
  void place_pieces();

  const ShapedParagraph& shaped_;
  const Paragraph& paragraph_;
  Measure measure_;
  const font::FontBook& fonts_;
  const PartPlaces& places_;
  RunShaper shaper_;
  std::size_t count_ = 0;          // of the lines set
  std::size_t run_ = 0;            // the first that can have something on the line
  std::vector<LinePiece> pieces_;  // logical order
  std::vector<std::size_t> visual_;
  std::vector<Part> parts_;  // of all glyphs, piece by piece
  OpticalMargins margins_;
  Elasticity elasticity_;
  struct Space {
    ShapedGlyph* glyph = nullptr;
    Length own;
  };
  std::vector<Space> spaces_;
  Length start_protrusion_;
  Length end_protrusion_;
  /// Up to here the text is told with the first half of a word that hyphens part.
  std::uint32_t told_until_;
};

}  // namespace handbill::text
