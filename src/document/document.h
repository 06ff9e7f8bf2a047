// SPDX-License-Identifier: MIT
// What the user meant. All names are looked up, defaults and inheritance applied, lengths
// absolute, colours final, fonts and pictures known. An absent value means "none", never "not
// decided yet". Only the boxes of frames are still open: they may depend on the height of text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/edition.h"
#include "base/geometry.h"
#include "base/id.h"
#include "color/color.h"
#include "content/printed.h"
#include "diag/span.h"
#include "display/page_list.h"
#include "document/edition_settings.h"
#include "document/shop.h"
#include "text/hyphenate.h"
#include "text/style.h"

namespace handbill::document {

struct Galley;

using StoryId = Id<struct StoryTag>;
using TableId = Id<struct TableTag>;

/// Index of a frame in Side::frames.
using FrameIndex = std::size_t;

struct Panel {
  std::string name;
  Rect box;  ///< on the trimmed side
  diag::Span span{};
};

struct Fold {
  Length x;  ///< position on the side, from the left trim edge
  enum class Direction { Valley, Mountain } direction = Direction::Valley;  ///< seen from this side
  int order = 0;  ///< of folding: 0 is folded first
};

struct BaselineGrid {
  Length step;   ///< more than 0
  Length start;  ///< first grid line, from the top trim edge
};

/// Whether sides that follow each other are the front and the back of one leaf.
enum class Printed { OneSide, BothSides };

struct Sheet {
  Size trim;
  Length bleed;
  Length safe;       ///< text keeps this far from the trim
  Length fold_safe;  ///< and this far from folds
  /// Of a panel, or of the side when there are none: what `margin` means in an edge. Of a sheet
  /// with a spine that of its rectos.
  Insets margin;
  bool has_spine = false;  ///< on versos, the margins at left and right change places
  std::optional<BaselineGrid> baseline;
  Marks marks;  ///< the shop's, or those the layout asks for
  std::string stock;
  double grams = 0;     ///< of the stock, per square metre; 0: not known
  Length caliper{};     ///< thickness of the stock; 0: not known
  bool scored = false;  ///< the shop scores the folds
  Printed printed = Printed::BothSides;
  Length viewing_distance{};  ///< how far off it is seen; 0: at hand
  /// Of the folded piece: which panel of the first side lies on top when it is closed; where two
  /// do, the one read last.
  std::size_t cover = 0;
};

enum class EdgeKind { Left, Top, Right, Bottom };

/// Where an edge of a frame lies: `base` plus `offset`.
struct Edge {
  struct OwnSide {};  ///< the same edge of the container; offset and percent count inwards
  struct OfFrame {    ///< an edge of another frame; offset counts right or down
    FrameIndex frame = 0;
    EdgeKind edge{};
  };
  struct Choice {  ///< one of several edges; offset counts right or down
    /// Lowest or rightmost; highest or leftmost; half way between all.
    enum class Which { Max, Min, Mean } which{};
    std::vector<Edge> of;  ///< one at least
  };
  struct InRow {  ///< one of several frames with equal spaces between them
    std::vector<FrameIndex> frames;
    std::size_t index = 0;   ///< which of them it is
    std::vector<Edge> ends;  ///< two: where the first begins, and where the last ends
  };
  std::variant<OwnSide, OfFrame, Choice, InRow> base = OwnSide{};
  Length offset{};
  double percent = 0;  ///< 62 for 62 %: of the container's width (left, right) or height
  diag::Span span{};
};

struct Extent {
  Length length{};
  double percent = 0;  ///< of the container's width or height
  diag::Span span{};
  bool as_words = false;  ///< a width: that of the longest line, no wider than the container
};

/// At most two of left, right, width are set, and at most two of top, bottom, height; resolve has
/// filled defaults in, so that left/right/width always make two. Vertically one alone means: as
/// tall as the content.
struct Box {
  std::optional<Edge> left, top, right, bottom;
  std::optional<Extent> width, height;
  diag::Span span{};
  std::optional<Edge> limit{};  ///< which the edge that moves with the content does not pass
  /// Where it stands by its middle, when it is as wide as its words or as tall as its content.
  std::optional<Edge> center{}, middle{};

  /// False: as tall as the content.
  bool has_height() const { return height || (top && bottom); }
};

enum class VerticalAlign { Top, Middle, Bottom, Justify };
/// What of the last line is the lower end of text and tables.
enum class Foot { Descent, Baseline };
enum class Fit { Contain, Cover, Stretch };
/// What text of other frames flows around.
enum class Wrap { None, Box, Outline };
/// What of a frame a right-to-left layout turns round.
enum class Mirror { Place, All, None };

template <class T>
struct LeastToMost {
  T least{};
  T most{};
};

/// How far text may give way so that it fits its frames. Of a frame, a story or a table it speaks
/// of the style most of its words are set in; other styles follow in proportion. What is absent
/// follows the size.
struct Copyfit {
  std::optional<LeastToMost<Length>> size{};     ///< the largest that fits is taken
  std::vector<Length> sizes{};                   ///< of these, largest first; empty: of all between
  std::optional<LeastToMost<Length>> leading{};  ///< these as close to the style's own as fits
  std::optional<LeastToMost<double>> tracking{};
  std::optional<LeastToMost<double>> glyph_width{};
  std::optional<LeastToMost<Length>> after{};
  std::size_t lines = 0;             ///< most that the text may have; 0: any number
  std::vector<Copyfit> otherwise{};  ///< tried one after the other when it does not fit so
  diag::Span span{};
};

/// A paragraph style that moves by itself, wherever its text is to fit.
struct StyleFit {
  std::string style;
  Copyfit fit;
};

struct StoryContent {
  StoryId story{};
};

/// Paragraphs that are not threaded.
struct TextContent {
  std::vector<text::Paragraph> paragraphs;
};

/// A picture as its file has it.
struct UsedPicture {
  std::shared_ptr<const display::Picture> picture;
  diag::Span asked_at{};  ///< where the layout first names it
};

/// Of a picture that nothing is said of to those who can't see it, though nobody said that it only
/// adorns.
struct Unsaid {
  diag::Span span{};     ///< of its `alt`, else of what names the picture
  bool has_alt = false;  ///< one without a word
  bool operator==(const Unsaid&) const = default;
};

struct PictureContent {
  display::PictureId picture{};
  Fit fit = Fit::Contain;
  text::TracedText alt;
  std::optional<Unsaid> unsaid{};
};

struct ArtContent {
  std::shared_ptr<const display::Art> art;
  Fit fit = Fit::Contain;
  text::TracedText alt;
  enum class Use { Drawing, Code } use = Use::Drawing;  ///< a code is read as a whole or not at all
  std::string says{};                                   ///< what a code tells those who scan it
  std::optional<Unsaid> unsaid{};
};

/// A line down a column, from each cell to the next one below.
struct ColumnLink {
  color::Color color{};
  Length width = Length::pt(0.5);
  Length gap{};  ///< to the cells
};

/// A column of a table.
struct Column {
  struct Auto {};  ///< as wide as its widest content
  struct Share {
    double weight = 1;
  };  ///< of what is left
  std::variant<Auto, Share, Length> width = Auto{};
  /// Non-empty: cells line up on the first place this text occurs (":" for times, "." for prices).
  std::string align_on;
  VerticalAlign vertical_align = VerticalAlign::Top;
  std::optional<ColumnLink> link{};
  std::optional<Length> gap{};  ///< after it; none: the table's
  bool names_rows = false;      ///< each of its cells names its row, as a header does its column
};

/// What a cell shows with its text.
struct CellFigure {
  std::variant<ArtContent, PictureContent> content;
  enum class Place { Above, Before } place = Place::Above;
  Length gap{};                    ///< to the text
  std::optional<Length> height{};  ///< none: by its width
  Size natural{};                  ///< before it is scaled
};

struct Cell {
  std::variant<TextContent, ArtContent, PictureContent> content;
  int span = 1;  ///< columns taken
  int rows = 1;  ///< rows taken
  /// Between its edges and what it shows: above the capitals, below the last baseline.
  Insets padding{};
  std::optional<Length> height{};                 ///< of art or a picture; none: by its width
  Size natural{};                                 ///< of a picture before it is scaled
  std::optional<VerticalAlign> vertical_align{};  ///< none: the column's
  /// Reaches from the row above to the row below; with a stroke or a radius it is a box with the
  /// padding, and leaves free what is between rows.
  std::optional<color::Color> fill{};
  std::optional<display::Stroke> stroke{};
  Length radius{};
  std::optional<CellFigure> figure{};  ///< of a cell with a text

  bool is_box() const { return stroke.has_value() || radius > Length(); }
};

struct TableRule {
  color::Color color{};
  Length width = Length::pt(0.5);
  bool is_none = false;  ///< of a row: there is no rule, whatever the table has
  bool operator==(const TableRule&) const = default;
};

struct Row {
  std::vector<Cell> cells;  ///< each in the next column that no cell from above reaches into
  bool header = false;
  bool starts_group = false;  ///< and another group precedes it
  std::optional<color::Color> fill;
  diag::Span span{};
  /// What it tells of: a foot stands below its group, or below all.
  enum class Kind { Entry, GroupHeader, GroupFooter, Footer } kind = Kind::Entry;
  std::size_t group = 0;                                ///< counted from 0
  bool keep_with_next = false;                          ///< in one frame
  std::optional<TableRule> rule_above{}, rule_below{};  ///< instead of those of the table
};

struct Table {
  /// Columns may offer texts to choose from, the first that fits: which is set, of how many.
  struct Words {
    std::size_t chosen = 0;
    std::size_t offered = 1;
    bool are_last() const { return chosen + 1 >= offered; }
  };
  std::string list{};  ///< whose entries are its rows: "aftercare.do"; empty: they are the layout's
  std::vector<Column> columns;
  std::vector<Row> rows;
  Length column_gap{};
  /// Between rows, as much as there is room for; a rule between rows lies in its middle.
  LeastToMost<Length> row_gap{};
  /// Where a group starts; none: as between other rows.
  std::optional<LeastToMost<Length>> group_gap{};
  std::optional<TableRule> rule_top, rule_header, rule_between, rule_group, rule_bottom;
  std::optional<TableRule> rule_columns{};  ///< in the middle between columns
  std::optional<TableRule> rule_sides{};    ///< at the left and right edges
  /// Where a group goes on in another frame, its heading there; by group, or empty.
  std::vector<Row> continued{};
  int keep_rows = 1;           ///< of a group that is parted, so many at least on each side
  bool right_to_left = false;  ///< the first column stands at the right
  Words words{};
  diag::Span span{};
};

/// A table of the document that may go on in other frames.
struct TableContent {
  TableId table{};
};

using FrameContent = std::variant<std::monostate, StoryContent, TextContent, PictureContent,
                                  ArtContent, Table, TableContent>;

/// An entry of a list that a repeated frame or side is laid for.
struct Entry {
  std::string list;        ///< "visit.steps"
  std::size_t number = 0;  ///< from 1, in the content
  std::string part;        ///< that lays it; empty: none
  diag::Span at{};
  std::shared_ptr<const Entry> outer{};  ///< that it is laid in; null: none
};

/// A frame that a list flows through: it holds frames of some of its entries.
struct EntryFlow {
  std::string list;         ///< "visit.steps"
  std::size_t entries = 0;  ///< in all
  int columns = 1;          ///< that they stand in, one after the other
  Length row_gap{};         ///< below each row but the last
  bool balance = false;     ///< the columns in which the list ends are equally high
  diag::Span asked_at{};
};

/// Where a frame that is laid for an entry stands among those of the others.
struct EntryStop {
  std::size_t entry = 0;    ///< index in the list
  int column = 0;           ///< which of the columns it stands in
  bool begins_row = false;  ///< the first of those beside each other
};

struct Frame {
  /// Empty: no other frame can refer to it. Of one in a part "steps[3].title".
  std::string name;
  /// The frame it is placed in, which stands before it: its box counts from the inside of that one.
  std::optional<FrameIndex> inside{};
  std::shared_ptr<const Entry> entry{};     ///< null: none
  std::shared_ptr<const EntryFlow> flow{};  ///< of the list it holds frames of; null: none
  std::optional<EntryStop> stop{};          ///< of one that `repeat` lays for an entry
  /// It would tell facts the clinic does not have: it shows nothing, and no frame follows it.
  bool fell_away = false;
  std::optional<std::size_t> panel;  ///< index in Side::panels; none: the whole side
  Box box;
  Insets inset;  ///< between the frame's edge and its content
  int columns = 1;
  Length gutter{};
  bool balance = false;        ///< the columns in which the text ends are equally high
  bool right_to_left = false;  ///< the first column stands at the right
  Mirror mirror = Mirror::Place;
  VerticalAlign vertical_align = VerticalAlign::Top;
  Foot foot = Foot::Descent;
  std::optional<color::Color> fill;
  /// Fills instead of `fill`: its points are fractions of the frame's box, 0 to 1 as 0 to 1 pt; its
  /// radii of the way from the centre to the farthest corner.
  std::shared_ptr<const display::Gradient> gradient{};
  /// Of a linear one, clockwise from upwards, in degrees: instead of its points, from corner to
  /// corner as CSS has it.
  std::optional<double> gradient_angle{};
  color::Overprint overprint = color::Overprint::Auto;  ///< of fill and stroke
  std::optional<display::Stroke> stroke;
  double opacity = 1;
  Length radius{};
  Wrap wrap = Wrap::None;
  Length wrap_offset{};  ///< how far that text keeps from it
  int z = 0;             ///< paint order; equal: as listed. The reading order is the order listed.
  std::vector<FrameIndex> over{};  ///< frames of the side it may overlap, in whatever order painted
  FrameContent content;
  std::optional<Copyfit> fit;  ///< of text and tables of its own
  diag::Span span{};
  /// It comes again from page to page, and is not read here: a page number, a running head, what
  /// an earlier page has told.
  bool is_running = false;
};

/// Which of the layout's sides a page is made from: one that repeats makes several.
struct PagePlace {
  std::size_t side = 0;  ///< index in LayoutSpec::sides
  std::size_t copy = 0;
  auto operator<=>(const PagePlace&) const = default;
};

struct Side {
  std::string name;
  std::vector<Panel> panels;  ///< left to right as printed; empty without a fold
  std::vector<Fold> folds;
  std::vector<Frame> frames;  ///< the parent side's first
  diag::Span span{};
  Insets margin{};          ///< of this page, or of its panels
  std::int64_t number = 1;  ///< that it bears
  /// That its number is printed in; nothing: it is not.
  std::optional<display::Numerals> numerals{};
  bool is_verso = false;             ///< the back of a leaf, which opens at the left
  std::optional<PagePlace> place{};  ///< nothing: it is left blank
  bool repeats = false;              ///< until what flows through it ends
  bool is_spread = false;            ///< its panels are read together, frames as they are listed
};

/// Content that flows through all frames that name it, in the order of sides and frames.
struct Story {
  std::string name;
  std::vector<text::Paragraph> paragraphs;
  diag::Span span{};
  std::optional<Copyfit> fit{};
};

/// A table that flows through all frames that name it, as a story does.
struct NamedTable {
  std::string name;
  Table table;
  diag::Span span{};
  std::optional<Copyfit> fit{};
};

/// A rule that is known to be broken here, and may be until a day.
struct Waiver {
  std::string rule;    ///< "R0017"
  std::string reason;  ///< for the shop and whoever comes after
  std::string until;   ///< "2027-06-30", the last day
  diag::Span span{};
  std::vector<std::string> words{};    ///< it holds for what is found at one of them; none: for all
  std::vector<std::string> content{};  ///< it holds at and below these facts; none: everywhere
};

/// A fact of the content in a text: so that a message about it can point at both.
struct ToldFact {
  std::string path;  ///< "clinic.booking"
  std::string text;  ///< as printed
  diag::Span asked_at{};
  diag::Span said_at{};
};

struct Document {
  display::Metadata metadata;
  content::Printed printed{};  ///< of the content
  std::vector<ToldFact> told_facts;
  bool draft = false;          ///< some of what is printed is not approved yet
  bool right_to_left = false;  ///< panels and columns follow each other so
  std::string slug;            ///< revision and name, printed outside the trim
  text::CharacterStyle slug_style;
  std::shared_ptr<const Shop> shop{};  ///< null: for no print shop in particular
  std::vector<Waiver> waivers;
  Edition edition{};
  std::optional<Office> office{};  ///< nothing: it is another edition
  std::optional<Screen> screen{};  ///< the same
  Sheet sheet;
  std::vector<StyleFit> style_fits;
  std::vector<Side> sides;
  std::vector<Story> stories;
  std::vector<NamedTable> tables;
  bool asks_for_pages = false;                           ///< it says on which page something stands
  std::vector<UsedPicture> pictures;                     ///< by PictureId
  std::shared_ptr<const text::Hyphenation> hyphenation;  ///< null: nothing is parted
  std::shared_ptr<const Galley> galley{};  ///< to cut pages from; null: they are the layout's
};

}  // namespace handbill::document
