// SPDX-License-Identifier: MIT
// Placed things: the contract between layout and the sinks (PDF, SVG, PNG, dump).
// Coordinates are absolute, in points, origin at the top left corner of the trimmed page, y down;
// what runs into the bleed has negative coordinates. Paint order is list order. Sinks measure
// nothing, break nothing and look nothing up by name.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "base/id.h"
#include "base/path.h"
#include "color/color.h"
#include "diag/span.h"
#include "display/role.h"
#include "font/font_book.h"

namespace handbill::display {

using PictureId = Id<struct PictureTag>;
using StructId = Id<struct StructTag>;
/// A frame of the side that a page shows: its place in document::Side::frames.
using FrameId = Id<struct FrameTag>;

struct Glyph {
  font::GlyphId id = 0;
  /// Offset of the glyph's origin from the run's origin, y down.
  Length x{};
  Length y{};
  Length advance{};
  /// The bytes of GlyphRun::text this glyph stands for. Glyphs of one cluster share the range;
  /// a ligature has the range of all its letters.
  std::uint32_t text_begin = 0;
  std::uint32_t text_end = 0;
  bool operator==(const Glyph&) const = default;
};

/// Glyphs of one font, size and colour on one baseline, in visual order.
struct GlyphRun {
  font::FontId font{};
  Length size{};
  color::Color color{};
  Point origin{};  ///< baseline, left end
  /// Outlines are this much wider than the font has them; offsets and advances have it in them.
  double glyph_width = 1;
  std::vector<Glyph> glyphs;
  /// What a reader gets when copying, in logical order. A hyphen added at a line end is not in it:
  /// its glyph has an empty range.
  std::string text;
  bool right_to_left = false;
  std::string language;
  color::Overprint overprint = color::Overprint::Off;
  Length hang_left{};  ///< how far its ends stand out over the edge its line is set to
  Length hang_right{};
  /// A word is parted at its end: what of that word stands in the next lines, "logist".
  std::string rest{};
  /// So many bytes of `text`, at its beginning, are such a rest.
  std::uint32_t parted_off = 0;
};

enum class Cap { Butt, Round, Square };
enum class Join { Miter, Round, Bevel };
enum class FillRule { NonZero, EvenOdd };

struct Stroke {
  color::Color color{};
  Length width = Length::pt(0.5);
  Cap cap = Cap::Butt;
  Join join = Join::Miter;
  double miter_limit = 10;
  std::vector<Length> dash{};
  Length dash_phase{};
  color::Overprint overprint = color::Overprint::Off;
};

/// Colours that run into each other along a line or between two circles (PDF 1.7, 8.7.4.5.3 and
/// 8.7.4.5.4). The first and the last go on for ever.
struct Gradient {
  struct Stop {
    double offset = 0;  ///< 0 at the start, 1 at the end; never falling
    color::Color color{};
    bool operator==(const Stop&) const = default;
  };
  enum class Kind { Linear, Radial } kind = Kind::Linear;
  Point from{}, to{};                 ///< ends of the line, or centres of the circles
  Length from_radius{}, to_radius{};  ///< radial only
  std::vector<Stop> stops;            ///< two or more
  bool operator==(const Gradient&) const = default;
};

struct Shape {
  Path path;
  std::optional<color::Color> fill{};
  std::shared_ptr<const Gradient> gradient{};  ///< fills instead of `fill`, in page coordinates
  FillRule fill_rule = FillRule::NonZero;
  std::optional<Stroke> stroke{};  ///< painted after the fill
  double opacity = 1;
  color::Overprint overprint = color::Overprint::Off;  ///< of the fill
  std::string text{};  ///< what it stands for when read aloud or copied: "☐"; mostly empty
};

/// A picture scaled to `box`, seen only inside `clip`.
struct PlacedPicture {
  PictureId picture{};
  Rect box;
  Path clip;
};

/// Vector art before it is placed: shapes in the art's own coordinates. Also QR codes.
struct Art {
  Size size{};  ///< of the view box, its corner at 0, 0; one user unit, one point
  std::vector<Shape> shapes;
};

using Content = std::variant<GlyphRun, Shape, PlacedPicture>;

/// What a line tells a finishing machine (ISO 19593-1): drawn on a layer of its own, never printed.
enum class ProcessingStep { None, Cutting, Folding, Creasing, Perforating };

/// A head or foot that comes again on each page, which nobody wants to hear.
enum class Running { No, Head, Foot };

/// What of its frame an item is: what it shows, or the fill and border that this stands on.
enum class FramePart { Content, Ground };

struct Item {
  Content content;
  diag::Span span{};
  std::optional<StructId> structure{};  ///< where in the reading order; nothing: it is not read
  std::optional<Path> clip{};           ///< nothing outside is painted (art that covers its frame)
  ProcessingStep step = ProcessingStep::None;
  FrameId frame{};
  FramePart part = FramePart::Content;
  Running running = Running::No;
};

/// A place in the document itself.
struct Destination {
  std::size_t page = 0;                 ///< index in PageList::pages, before they are imposed
  std::optional<StructId> structure{};  ///< what stands there; nothing: the page is meant
};

/// A clickable area.
struct Link {
  Rect box;
  std::string target;  ///< an address; what a place of the document says
  diag::Span span{};
  std::optional<StructId> structure{};  ///< as the words that lie in it
  std::optional<Destination> to{};      ///< nothing: `target` is where it leads
};

/// A heading, in reading order.
struct Heading {
  StructId structure{};
  int level = 1;      ///< 1 to 4
  std::string words;  ///< on one line
};

/// What --guides draws over the page.
enum class GuideKind { Trim, Bleed, Safe, Margin, Panel, Fold, Frame, Column, Baseline };
struct Guide {
  GuideKind kind{};
  Path path;
  std::string label;
};

/// A page on a larger sheet.
struct PlacedPage {
  std::size_t form = 0;        ///< index in PageList::forms
  Matrix map{};                ///< from its coordinates to those of the sheet: quarter turns, moves
  std::optional<Path> clip{};  ///< in the sheet's coordinates
};

/// What numbers of pages are printed in: 1, 2, 3; i, ii, iii; I, II, III.
enum class Numerals { Arabic, SmallRoman, CapitalRoman };

struct Page {
  std::string name;
  Size trim{};
  Rect bleed{};                    ///< in page coordinates: starts at minus the bleed
  Rect media{};                    ///< the whole sheet with marks; equals `bleed` without marks
  std::vector<PlacedPage> placed;  ///< painted before the items
  std::vector<Item> items;
  std::vector<Link> links;
  std::vector<Guide> guides;
  std::optional<std::int64_t> number{};  ///< that it bears, printed or not; nothing: none
  std::optional<Numerals> numerals{};    ///< that its number is printed in; nothing: it is not
};

/// The reading order: node 0 is the document; a parent comes before its children, siblings in
/// reading order.
struct StructNode {
  Role role = Role::Paragraph;
  StructId parent{};
  std::string alt;  ///< for figures, blanks and boxes: what is read instead
  diag::Span span{};
  int columns = 1;  ///< of table cells: columns taken
  int rows = 1;     ///< and rows
  /// Of an abbreviation what it stands for, of a blank what is written there, of a word all of it.
  std::string words{};
  std::string language{};  ///< of `alt`, where it is another than the document's
  /// Of a table header, and of the rows at the top of a table that consist of those.
  enum class Names { Nothing, Columns, Row } names = Names::Nothing;
  std::vector<StructId> headers{};  ///< of table cells: what names their row, columns and group
  /// Of a list: what its items begin with.
  enum class Numbering {
    None,  ///< nothing, boxes, or signs that PDF has no name for
    Disc,
    Circle,
    Square,
    Decimal,
    UpperRoman,
    LowerRoman,
    UpperAlpha,
    LowerAlpha
  } numbering = Numbering::None;
};

/// A decoded or untouched picture.
struct Picture {
  enum class Encoding { Raw, Jpeg } encoding = Encoding::Raw;
  enum class Space { Gray, Rgb, Cmyk } space = Space::Gray;
  int width = 0;
  int height = 0;
  int bits = 8;           ///< per component
  bool inverted = false;  ///< CMYK JPEG as Adobe writes it: 0 is full ink
  std::string bytes;      ///< Raw: rows padded to whole bytes. Jpeg: the file.
  std::string icc;        ///< RGB kept as it is: its profile; empty: device colour
  std::string alpha;      ///< empty, or 8 bits a pixel
  std::string name;       ///< file it came from
};

struct Metadata {
  std::string title;
  std::string subject;
  std::string author;
  std::string keywords;
  std::string language = "en";
  /// "2026-11-22": the content's revision date; empty when there is none. Never the clock.
  std::string date;
};

struct PageList {
  Metadata metadata;
  std::vector<Page> pages;
  std::vector<Page> forms;  ///< pages that stand on others only; never with `placed` of their own
  std::vector<std::shared_ptr<const Picture>> pictures;  ///< by PictureId
  std::vector<StructNode> structure;
  std::vector<Heading> headings;
};

}  // namespace handbill::display
