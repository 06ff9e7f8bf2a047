// SPDX-License-Identifier: MIT
// A layout as written: typed, every value with its place, nothing looked up, nothing defaulted but
// what the key tables say. An absent optional means the user did not write the key.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "diag/span.h"
#include "spec/edition_spec.h"
#include "spec/fact_spec.h"
#include "spec/value.h"

namespace handbill::spec {

using diag::Spanned;

template <class T>
struct Named {
  std::string name;
  diag::Span name_span{};
  T value{};
};

/// Center is half way between left and right, Middle between top and bottom.
enum class EdgeName { Left, Top, Right, Bottom, Center, Middle };

/// "0.5 in", "62%", "margin", "margin + 6 pt", "art.bottom - 12 pt",
/// "max(do.bottom, dont.bottom) + 16 pt", "column 2.left": a sum of terms.
struct EdgeSpec {
  struct Term {
    enum class Kind { Length, Percent, Margin, Frame, Column, Max, Min, Words } kind = Kind::Length;
    double sign = 1;
    Length length{};
    double percent = 0;   ///< 62 for "62%"
    std::string frame{};  ///< "art"
    int column = 0;       ///< of the column grid, from 1: "column 2.left"
    EdgeName edge{};      ///< of that frame or column
    /// Of Max, the lowest or rightmost counts; of Min, the highest or leftmost.
    std::vector<EdgeSpec> choices{};
    diag::Span span{};
  };
  std::vector<Term> terms{};
  diag::Span span{};
};

struct BoxSpec {
  std::optional<EdgeSpec> left, top, right, bottom;
  std::optional<EdgeSpec> center, middle;  ///< instead of left and right, of top and bottom
  std::optional<EdgeSpec> width, height;   ///< lengths and percents only; a width also "words"
  std::optional<Text> columns;             ///< "2-5" of the column grid
  std::optional<EdgeSpec> limit;           ///< of the edge that moves with the content
  diag::Span span{};
};

/// "teal", "teal 40%", "light teal", "paper": a swatch name and a tint. Words for tints and shades
/// are part of the name here: a swatch may be called so.
struct ColorSpec {
  std::string swatch;
  double tint = 100;
  diag::Span span{};
};

/// A colour on the way of a gradient: "teal 40%", or a table.
struct StopSpec {
  std::optional<ColorSpec> color;
  std::optional<Spanned<double>> at;  ///< percent of the way
  diag::Span span{};
};

/// A swatch, or a gradient.
struct FillSpec {
  std::optional<ColorSpec> color;              ///< of a plain fill; then nothing else is set
  std::optional<Text> gradient;                ///< "linear", "radial"
  std::optional<Spanned<std::int64_t>> angle;  ///< degrees clockwise from upwards
  std::optional<Text> to;                      ///< "right", "bottom right"
  std::vector<Spanned<double>> center;         ///< percent of the width and of the height
  std::optional<Spanned<double>> radius;       ///< percent of the way to the farthest corner
  std::vector<StopSpec> stops;
  diag::Span span{};
};

struct StrokeSpec {
  std::optional<ColorSpec> color;
  std::optional<Spanned<Length>> width;
  std::vector<Spanned<Length>> dash;
  std::optional<Text> cap;  ///< "butt", "round", "square"
  diag::Span span{};
};

/// "6 pt", or a least and a most: ["4 pt", "15 pt"].
struct GapSpec {
  Spanned<Length> least{}, most{};
  diag::Span span{};
};

/// All four, or by side.
struct InsetsSpec {
  std::optional<Spanned<Length>> top, right, bottom, left;
  diag::Span span{};
};

/// Of a sheet: all four, or by side; `inside`, at the spine, and `outside` for left and right.
struct MarginSpec {
  std::optional<Spanned<Length>> top, right, bottom, left, inside, outside;
  diag::Span span{};
};

struct BaselineSpec {
  std::optional<Spanned<Length>> step, start;
  diag::Span span{};
};

/// Columns to stand on, between the margins.
struct GridSpec {
  std::optional<Spanned<std::int64_t>> count;
  std::optional<Spanned<Length>> gutter;
  diag::Span span{};
};

/// "c-fold", or a table for what the name leaves open.
struct FoldSpec {
  std::optional<Text> kind;  ///< "none", "c-fold", "roll-fold"…
  std::optional<Spanned<std::int64_t>> panels;
  std::optional<Spanned<Length>> gap;  ///< between the gates of a gate-fold
  diag::Span span{};
};

struct SheetSpec {
  std::optional<Text> trim;                            ///< "letter landscape", "a5"
  std::optional<Text> design;                          ///< the trim lengths are written for
  std::optional<std::array<Spanned<Length>, 2>> size;  ///< width, height of a custom sheet
  std::optional<Spanned<Length>> bleed, safe, fold_safe;
  std::optional<MarginSpec> margin;
  std::optional<FoldSpec> fold;
  std::vector<Spanned<Length>>
      panel_widths;  ///< of the outside, left to right; replaces the computed ones
  std::optional<BaselineSpec> baseline;
  std::optional<GridSpec> columns;
  std::optional<Spanned<bool>> marks;
  std::optional<Text> stock;                   ///< "silk text, 148 gsm"
  std::optional<Spanned<std::int64_t>> grams;  ///< per square metre
  std::optional<Spanned<Length>> caliper;      ///< thickness of the stock
  std::optional<Spanned<bool>> scored;
  std::optional<Spanned<std::int64_t>> sides;  ///< of a leaf that are printed: 1 or 2
  std::optional<Spanned<Length>> viewing_distance;
  diag::Span span{};
};

struct SwatchSpec {
  std::vector<Spanned<double>> cmyk;          ///< four percentages; empty: registration, or mixed
  std::optional<Text> hex;                    ///< "#0b4f5c": ink is mixed for it
  std::vector<Spanned<std::int64_t>> rgb;     ///< the same in three numbers up to 255
  std::optional<Text> screen;                 ///< "#0b4f5c": how it looks in SVG art
  std::optional<Text> spot;                   ///< ink name, when it is printed as a spot colour
  std::optional<Spanned<double>> tint;        ///< percent of its strength
  std::optional<Spanned<bool>> registration;  ///< prints on every plate
  diag::Span span{};
};

/// How far a character may stand out over the edge of its lines, in percent of its advance.
struct ProtrusionSpec {
  std::string character;                   ///< one
  std::array<Spanned<double>, 2> sides{};  ///< left, right
  diag::Span span{};
};

struct FontSpec {
  std::optional<Text> family;
  std::vector<Text> fallback;  ///< further families
  std::vector<Text> features;
  std::vector<ProtrusionSpec> protrusion;
  diag::Span span{};
};

/// What character and paragraph styles share.
struct CharacterSpec {
  std::optional<Text> parent;
  std::optional<Text> font;                     ///< a [font.NAME]
  std::optional<Spanned<std::int64_t>> weight;  ///< 100 to 900; names ("bold") are read as numbers
  std::optional<Spanned<bool>> italic;
  std::optional<Spanned<Length>> size;
  std::optional<ColorSpec> color;
  std::optional<Spanned<double>> tracking;  ///< percent of an em
  std::optional<Spanned<Length>> ligatures_up_to;
  std::vector<Text> features;  ///< "smcp", "ss01=2", "-liga"
  std::optional<Text>
      figures;               ///< "lining", "old-style", with or without "tabular" or "proportional"
  std::optional<Text> caps;  ///< "normal", "small", "all-small"
  std::optional<Spanned<Length>> baseline_shift;
  std::optional<Spanned<bool>> underline;
  std::optional<Text> language;
  std::optional<Spanned<bool>> hyphenate;
  std::optional<Text> quotes;     ///< "smart", "straight"
  std::optional<Text> signs;      ///< "smart", "as-typed"
  std::optional<Text> position;   ///< "normal", "super", "sub"
  std::optional<Text> overprint;  ///< "auto", "on", "off"
  diag::Span span{};
};

struct HyphenMinSpec {
  std::optional<Spanned<std::int64_t>> word, before, after;
  diag::Span span{};
};

/// "none", or a table.
struct RuleSpec {
  bool is_none = false;
  std::optional<ColorSpec> color;
  std::optional<Spanned<Length>> width;
  std::optional<Spanned<Length>> offset;
  diag::Span span{};
};

/// The first words, or the first line, in a style of their own.
struct LeadInSpec {
  std::optional<Text> style;  ///< a [character.NAME]
  std::optional<Spanned<std::int64_t>> words;
  diag::Span span{};
};

struct DropCapSpec {
  std::optional<Spanned<std::int64_t>> lines, letters;
  std::optional<Text> style;  ///< a [character.NAME]
  std::optional<Spanned<Length>> gap;
  diag::Span span{};
};

/// Where a side heading stands.
struct SideRoomSpec {
  std::optional<Spanned<Length>> width, gap;
  diag::Span span{};
};

/// Two values each: least, most. Of `size` also several, from the largest down.
struct FitSpec {
  std::optional<Text> how;  ///< of a picture: "contain", "cover", "stretch"
  std::vector<Spanned<Length>> size, leading, after;
  std::vector<Spanned<double>> tracking, glyph_width;
  std::optional<Spanned<std::int64_t>> lines;
  std::vector<FitSpec> otherwise{};  ///< tried one after the other when the text does not fit so
  diag::Span span{};
};

struct StyleSpec {
  CharacterSpec text;  ///< its keys stand in the same TOML table; `parent` is a paragraph style
  std::optional<Spanned<Length>> leading;
  std::optional<Text> align;  ///< "start", "end", "center", "justify", "left", "right"
  std::optional<Spanned<Length>> before, after;
  std::optional<Spanned<Length>> indent_start, indent_end, indent_first;
  std::optional<Spanned<Length>> flush_gap;
  std::optional<Text> leader;
  std::optional<Spanned<bool>> one_line, fill_blanks;
  std::optional<Spanned<bool>> keep_with_next, keep_together;
  std::optional<Spanned<std::int64_t>> orphans, widows;
  std::optional<Text> grid;          ///< "none", "first", "all"
  std::optional<Text> break_before;  ///< "none", "column", "frame"
  std::optional<Spanned<std::int64_t>> stretch_before, stretch_after;  ///< weights
  std::optional<DropCapSpec> drop_cap;
  std::optional<LeadInSpec> lead_in;
  std::optional<SideRoomSpec> side;
  std::optional<HyphenMinSpec> hyphen_min;
  std::optional<Spanned<bool>> hyphenate_capitals, keep_words;
  std::vector<Spanned<double>> word_space, letter_space, glyph_width;  ///< three percentages each
  std::optional<Spanned<std::int64_t>> tolerance, looseness, hyphens_in_a_row;
  std::optional<Spanned<Length>> emergency_stretch, rag_zone, hyphen_zone;
  std::optional<Spanned<double>> last_line;  ///< percent of the measure
  std::optional<Spanned<double>> rag_give;   ///< percent
  std::optional<Spanned<bool>> balance;
  std::optional<Spanned<double>> optical_margins;  ///< percent; `true` is read as 100
  std::optional<RuleSpec> rule_above, rule_below;
  std::optional<Text> marker;        ///< "•", "{n}."
  std::optional<Text> marker_style;  ///< a [character.NAME]
  std::optional<Spanned<Length>> marker_gap;
  std::optional<Text> marker_hang;  ///< "start", "end"
  std::optional<FitSpec> fit;       ///< not inherited
};

/// Which style each Markdown element gets.
struct MarkdownSpec {
  std::optional<Text> h1, h2, h3, h4, p, after_heading, bullet, bullet2, number, number2, quote,
      footnote;                                           ///< paragraph styles
  std::optional<Text> strong, emphasis, link, reference;  ///< character styles
  std::optional<Text> link_address;                       ///< "after", "hidden"
  diag::Span span{};
};

struct StorySpec {
  std::optional<Text> text;   ///< Markdown with {facts}
  std::optional<Text> style;  ///< short for styles.p
  std::optional<MarkdownSpec> styles;
  std::optional<FitSpec> fit;
  diag::Span span{};
};

/// A line down a column.
struct LinkSpec {
  std::optional<ColorSpec> color;
  std::optional<Spanned<Length>> width, gap;
  diag::Span span{};
};

struct ColumnSpec {
  std::vector<Text> text;     ///< template over the row: "**{title}** {text}"; the first that fits
  std::optional<Text> art;    ///< file name template: "art/{icon}.svg"
  std::optional<Text> width;  ///< "22 pt", "auto", "1 share"
  std::optional<Text> style;
  std::optional<MarkdownSpec> styles;
  std::optional<ColorSpec> color;  ///< of `currentColor` in art
  std::optional<Text> align_on;
  std::optional<Text> vertical;
  std::optional<Text> header;
  std::optional<LinkSpec> link;
  std::optional<Spanned<Length>> gap;       ///< after it, instead of the table's
  std::optional<Spanned<bool>> spill;       ///< into empty cells after it
  std::optional<Spanned<bool>> row_header;  ///< its cells name their rows
  std::optional<Text> picture;              ///< template of a JPEG or PNG file
  std::optional<Text> alt;                  ///< template: what picture or art shows
  std::optional<Spanned<Length>> height;    ///< of a picture or art
  std::optional<Text> fit;                  ///< of these: "contain", "cover", "stretch"
  std::optional<Text> figure;               ///< with a text: "above", "before"
  std::optional<Spanned<Length>> figure_gap;
  std::optional<InsetsSpec> padding;
  std::optional<Text> fill;  ///< a swatch, or a template of one: "{tone}"
  std::optional<StrokeSpec> stroke;
  std::optional<Spanned<Length>> radius;
  diag::Span span{};
};

/// "hours.special", "no hours.special", "blank clinic.phone", "hours.week > 4", "overset list",
/// "variant compact", "recto", "last page".
struct WhenSpec {
  enum class Kind {
    Fact,       ///< the fact is there
    Blank,      ///< it is still to be supplied
    Count,      ///< a list has so many rows
    Overset,    ///< text or table of a frame does not fit, of any when none is named
    Variant,    ///< a variant is in use
    Recto,      ///< the page is a right-hand one
    Verso,      ///< it is the back of one
    FirstPage,  ///< it is the first that its side makes
    LastPage,   ///< it is the last
  } kind = Kind::Fact;
  bool is_negated = false;
  std::string name{};  ///< path of the fact, name of the frame or variant
  enum class Compare { More, AtLeast, Exactly, AtMost, Fewer } compare = Compare::More;
  std::int64_t number = 0;
  diag::Span span{};
};

/// A cell of a row written in the layout.
struct CellSpec {
  std::optional<Text> text;
  std::optional<Text> art;
  std::optional<Text> style;
  std::optional<Spanned<std::int64_t>> span, rows;          ///< columns and rows taken
  std::optional<Text> picture, alt, fit, figure, vertical;  ///< as of a column
  std::optional<Spanned<Length>> height, figure_gap;
  std::optional<InsetsSpec> padding;
  std::optional<ColorSpec> fill;
  std::optional<StrokeSpec> stroke;
  std::optional<Spanned<Length>> radius;
  diag::Span place{};
};

struct RowSpec {
  std::vector<CellSpec> cells;
  std::optional<Spanned<bool>> header;
  std::optional<ColorSpec> fill;
  std::vector<WhenSpec> when;
  std::optional<Spanned<bool>> keep_with_next;
  std::optional<RuleSpec> rule_above, rule_below;
  diag::Span span{};
};

/// A row that tells of several: the heading of a group, or the foot of a group or table.
struct GroupRowSpec {
  std::optional<Text> text;  ///< template over all columns; or:
  std::vector<CellSpec> cells;
  std::optional<Text> continued;  ///< a heading's text where its group goes on elsewhere
  std::optional<Text> style;      ///< of cells that have none
  std::optional<ColorSpec> fill;
  std::optional<InsetsSpec> padding;
  std::optional<RuleSpec> rule_above, rule_below;
  diag::Span span{};
};

struct TableSpec {
  std::optional<Text> use;          ///< `table = "NAME"` in a frame: a [table.NAME]
  std::optional<Text> rows;         ///< path of a list of facts: "treatment.benefits", "hours.week"
  std::vector<RowSpec> literal;     ///< [[…table.row]]
  std::vector<ColumnSpec> columns;  ///< [[…table.column]]
  std::optional<Text> style;        ///< of cells whose column has none
  std::optional<Text> header_style;
  std::optional<Spanned<Length>> column_gap;
  std::optional<GapSpec> row_gap;
  std::optional<Text> group;  ///< template over the row: rows with the same text belong together
  std::optional<GapSpec> group_gap;
  std::optional<RuleSpec> rule_top, rule_header, rule_between, rule_group, rule_bottom;
  std::optional<ColorSpec> stripe;  ///< fill of every second row
  std::optional<Text> entries;      ///< the key of each entry of `rows` that has its rows
  std::vector<Text> sort;           ///< keys of the rows; "-price": largest first
  std::optional<Spanned<std::int64_t>> keep_rows;
  std::optional<InsetsSpec> padding;
  std::optional<Text> row_fill;  ///< a swatch, or a template of one
  std::optional<ColorSpec> header_fill;
  std::optional<RuleSpec> rule_columns, rule_sides;
  std::vector<RowSpec> headers;  ///< [[…table.header]], instead of `header` of the columns
  std::optional<GroupRowSpec> group_header, group_footer, footer;
  diag::Span span{};
};

/// What stands for {NAME} in a part.
struct SetSpec {
  std::string name;
  diag::Span name_span{};
  Value text;  ///< a string
};

struct FrameSpec {
  std::optional<Text> name;
  std::vector<WhenSpec> when;  ///< all must hold, or it falls away
  std::optional<Spanned<bool>> hide;
  std::optional<Text> with;  ///< the frame it falls away with
  std::optional<Text> panel;
  std::optional<BoxSpec> box;
  std::optional<InsetsSpec> inset;
  std::optional<Spanned<std::int64_t>> columns;
  std::optional<Spanned<Length>> gutter;
  std::optional<Spanned<bool>> balance;
  std::optional<Text> vertical;  ///< "top", "middle", "bottom", "justify"
  std::optional<Text> foot;      ///< "descent", "baseline"
  std::optional<FillSpec> fill;
  std::optional<StrokeSpec> stroke;
  std::optional<Spanned<double>> opacity;  ///< percent
  std::optional<Text> overprint;           ///< of fill and stroke: "auto", "on", "off"
  std::optional<Spanned<Length>> radius;
  std::optional<Text> wrap;  ///< "none", "box", "outline"
  std::optional<Spanned<Length>> wrap_offset;
  std::optional<Spanned<std::int64_t>> z;
  std::vector<Text> over;  ///< names of frames of the side
  // what it shows: one of
  std::optional<Text> text;     ///< Markdown with {facts}, for this frame alone
  std::optional<Text> story;    ///< a [story.NAME], or the path of prose in the content
  std::optional<Text> picture;  ///< JPEG or PNG file
  std::optional<Text> art;      ///< SVG file
  std::optional<Text> qr;       ///< what the code says, with {facts}
  std::optional<TableSpec> table;
  std::optional<Text> part;  ///< a [part.NAME]
  std::vector<SetSpec> set;  ///< for that part
  // once for each entry of a list
  std::optional<Text> repeat;                     ///< path of the list
  std::optional<Spanned<std::int64_t>> across;    ///< entries beside each other; 0: all
  std::optional<Spanned<Length>> gap, row_gap{};  ///< between entries; between their rows
  std::optional<Spanned<bool>> flow;              ///< they go on in the next frame with this list
  std::vector<Text> sort;                         ///< keys of the entries; "-price": largest first
  std::optional<Text> group;  ///< template over the entry: those with one text stand together
  std::optional<Text> group_header;  ///< a [part.NAME] above each group
  // how
  std::optional<Text> style;
  std::optional<MarkdownSpec> styles;
  std::optional<FitSpec> fit;
  std::optional<Text> alt;
  std::optional<ColorSpec> color;  ///< of QR modules and of `currentColor` in art
  std::optional<Text> level;       ///< of a QR code: "L", "M", "Q", "H"
  std::optional<Text> quiet_zone;  ///< of a QR code: "inside", "outside" its box
  std::optional<Text> mirror;      ///< in a right-to-left layout: "place", "all", "none"
  diag::Span span{};
};

/// Frames placed as one, as often as frames with `part` or `repeat` say.
struct PartSpec {
  std::optional<Spanned<Length>> width, height;
  std::vector<SetSpec> set;       ///< where the frame that places it sets nothing
  std::vector<FrameSpec> frames;  ///< [[part.NAME.frame]]
  diag::Span span{};
};

/// Frames with as much space between each and the next as between the others.
struct SpaceSpec {
  std::vector<Text> frames;
  std::optional<EdgeSpec> from, to;  ///< the margins, unless they say something else
  std::optional<Text> along;         ///< "across", "down"
  diag::Span span{};
};
/// What `pages` of a side says for "all".
inline constexpr std::int64_t kUntilItEnds = 0;
/// Of a document whose sides say how many they make.
inline constexpr std::int64_t kMostPages = 2000;

struct SideSpec {
  std::optional<Text> name;
  std::vector<WhenSpec> when;
  std::optional<Spanned<bool>> hide;
  std::optional<Text> repeat;  ///< path of a list: a side for each entry
  std::vector<Text> sort;      ///< keys of its entries
  std::optional<Text> parent;
  std::optional<Text> recto, verso;            ///< one more parent, by the page it makes
  std::optional<Spanned<std::int64_t>> pages;  ///< that it makes: a number, or kUntilItEnds
  std::optional<Text> start;                   ///< "recto", "verso": the first of them is one
  std::optional<Spanned<bool>> last;           ///< it stays behind the blank pages at the end
  std::vector<Text> panels;
  std::optional<Text> read_as;      ///< "panels", "spread"
  std::optional<GridSpec> columns;  ///< instead of those of the sheet
  std::vector<FrameSpec> frames;    ///< [[side.frame]]
  std::vector<SpaceSpec> spaces;    ///< [[side.space]]
  diag::Span span{};
};

/// Of the document as a whole.
struct PagesSpec {
  std::optional<Spanned<std::int64_t>> first;     ///< number of the first page
  std::optional<Spanned<std::int64_t>> multiple;  ///< of which their count is one
  std::optional<Text> blank;                      ///< the [[parent]] that blank pages show
  diag::Span span{};
};

struct HyphenationSpec {
  std::vector<Text> exceptions;  ///< "micro-nee-dling"
  std::vector<Text> keep;        ///< words that stay whole
  diag::Span span{};
};

/// A press rule that may be broken here.
struct WaiverSpec {
  std::optional<Text> rule, reason, until;
  std::vector<Text> words, content;  ///< what it holds for; none: all
  diag::Span span{};
};

/// Keys of a layout that hold under conditions only.
struct VariantSpec {
  std::optional<Text> name;
  std::vector<WhenSpec> when;
  diag::Span span{};
};

/// A length or a number that others are written with.
struct ConstantSpec {
  std::string name;
  double value = 0;  ///< of a length in points
  enum class Kind { Length, Number } kind = Kind::Length;
  diag::Span span{};
};

/// A layout and its variants before keys are read.
struct LayoutTree {
  Value root;
  std::vector<Value> variants;  ///< what each lays over the root
};

struct LayoutSpec {
  std::optional<Spanned<bool>> base;  ///< there for others to extend, and no document
  std::optional<Text> title, subject, author, keywords, language;
  std::optional<Text> second_language;  ///< whose texts stand below `second`
  std::optional<Text> direction;        ///< "auto", "ltr", "rtl"
  std::string own_language;             ///< as the files have it, when another was asked for
  std::optional<EditionsSpec> editions;
  std::optional<Text> shop;     ///< "us-sheetfed-coated" is layouts/shops/us-sheetfed-coated.toml
  std::vector<Text> content;    ///< subjects: "clinic" is content/<language>/clinic.toml
  std::vector<FactSpec> facts;  ///< but for those built in
  std::vector<ConstantSpec> constants;  ///< [value]
  std::optional<SheetSpec> sheet;
  std::vector<Named<SwatchSpec>> swatches;
  std::vector<Named<FontSpec>> fonts;
  std::vector<Named<StyleSpec>> styles;
  std::vector<Named<CharacterSpec>> characters;
  std::optional<MarkdownSpec> markdown;
  std::optional<HyphenationSpec> hyphenation;
  std::vector<Named<StorySpec>> stories;
  std::vector<Named<TableSpec>> tables;
  std::vector<Named<PartSpec>> parts;
  std::vector<SideSpec> parents;  ///< [[parent]]: frames that sides share
  std::vector<SideSpec> sides;
  std::optional<PagesSpec> pages;
  std::vector<Text> rules;      ///< packs: "claims" is layouts/rules/claims.toml
  std::optional<Text> readers;  ///< the pack of what those need who can't see it
  std::vector<WaiverSpec> waivers;
  std::vector<VariantSpec> variants;
  std::shared_ptr<const LayoutTree> tree{};  ///< null without variants
  diag::Span span{};
  double scale = 1;  ///< what scaled() has multiplied all lengths by
};

}  // namespace handbill::spec
