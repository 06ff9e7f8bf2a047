// SPDX-License-Identifier: MIT
// Final styles, and styled paragraphs: what the text stages work on. Nothing here is inherited,
// relative or looked up by name any more.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/length.h"
#include "base/shared_value.h"
#include "color/color.h"
#include "diag/span.h"
#include "display/role.h"
#include "font/font_book.h"
#include "text/origins.h"

namespace handbill::display {
struct Art;
}

namespace handbill::text {

/// An OpenType feature setting: {"smcp", 1}.
struct Feature {
  std::string tag;  ///< four letters
  unsigned value = 1;
  bool operator==(const Feature&) const = default;
};

/// A fallback for the characters of one script.
struct ScriptFont {
  std::uint32_t script = 0;  ///< ISO 15924 tag as HarfBuzz packs it
  font::FontId font{};
  bool operator==(const ScriptFont&) const = default;
};

/// Which font, weight and slant of the layout a style asks for.
using TypefaceId = Id<struct TypefaceTag>;

/// What straight quotes and double hyphens in the content stand for.
enum class Quotes { Smart, Straight };

/// What figures, points and hyphens in the content stand for: ranges, minus, times, dots,
/// fractions.
enum class Signs { Smart, AsTyped };

/// How far a character stands out over the edge of its lines, in fractions of its advance.
struct Protrusion {
  char32_t character = 0;
  double left = 0;
  double right = 0;
  bool operator==(const Protrusion&) const = default;
};

struct CharacterStyle {
  std::vector<font::FontId> fonts;       ///< the style's own font first, then fallbacks in order
  std::vector<ScriptFont> script_fonts;  ///< one a script that the text has and needs
  TypefaceId typeface{};
  Length size = Length::pt(10);
  color::Color color = color::Color::black();
  std::vector<Feature> features;
  double tracking = 0;  ///< extra space after each cluster, in em; ligatures are off unless 0
  /// Larger letters are not joined in ligatures unless `features` ask for them: who reads a sign
  /// from far away reads letter by letter.
  Length ligatures_up_to = Length::pt(48);
  Length baseline_shift{};  ///< up is positive
  bool underline = false;
  std::string language = "en";            ///< BCP 47
  std::vector<Protrusion> protrusions{};  ///< instead of those measured from the font
  bool hyphenate = false;                 ///< its words may be parted at line ends
  Quotes quotes = Quotes::Smart;
  Signs signs = Signs::Smart;
  color::Overprint overprint = color::Overprint::Auto;
  bool operator==(const CharacterStyle&) const = default;
};

/// A style is made once; the words set in it share it.
using SharedStyle = SharedValue<CharacterStyle>;

enum class Align { Start, End, Center, Justify, Left, Right };

/// Left and right as the start or end of lines that run in a direction.
constexpr Align along_lines(Align align, bool right_to_left) {
  if (align == Align::Left) return right_to_left ? Align::End : Align::Start;
  if (align == Align::Right) return right_to_left ? Align::Start : Align::End;
  return align;
}

/// A line across the measure, above or below a paragraph.
struct Rule {
  color::Color color{};
  Length width = Length::pt(0.5);
  Length offset{};  ///< above: from the cap height of the first line up; below: from the baseline
                    ///< of the last line down
  bool operator==(const Rule&) const = default;
};

/// Fewest letters of a word that is parted, and of its halves.
struct HyphenLimits {
  int word = 5;
  int before = 2;
  int after = 3;
  bool capitalised = false;  ///< words in the middle of a sentence that start with a capital too
  bool operator==(const HyphenLimits&) const = default;
};

/// Which lines of a paragraph move down to the baseline grid.
enum class GridSnap { None, First, All };

/// What a paragraph starts.
enum class BreakBefore { None, Column, Frame };

/// A large initial that stands beside the first lines of its paragraph: from the capitals of the
/// first down to the baseline of the last.
struct DropCap {
  SharedStyle style;  ///< its size follows from the lines
  int lines = 3;
  int letters = 1;
  Length gap;    ///< between it and the text
  Length pitch;  ///< of the lines beside it
  bool operator==(const DropCap&) const = default;
};

/// Where a side heading stands: `gap` before the start of the text it heads.
struct SideRoom {
  Length width;
  Length gap;
  bool operator==(const SideRoom&) const = default;
};

/// ParagraphStyle::rag_zone and hyphen_zone in sizes of the text, unless a style has its own.
inline constexpr double kUsualRagZone = 2;
inline constexpr double kUsualHyphenZone = 1.5;

struct ParagraphStyle {
  std::string name;
  SharedStyle text;
  Length leading = Length::pt(12);
  Align align = Align::Start;
  Length space_before{};
  Length space_after{};
  Length indent_start{};  ///< whole paragraph
  Length indent_end{};
  Length indent_first{};  ///< added on the first line; may be negative
  /// Least space before what stands flush at the end of the last line.
  Length flush_gap = Length::pt(10);
  bool fill_blanks = false;  ///< blanks share what the words of their line leave
  bool keep_with_next = false;
  bool keep_together = false;
  int orphans = 2;  ///< fewest lines left before a frame ends
  int widows = 2;   ///< fewest lines carried over
  GridSnap grid = GridSnap::None;
  BreakBefore break_before = BreakBefore::None;
  /// How much of what is left in a column justified vertically goes above and below, in proportion;
  /// none: 0, unless no paragraph of the column has any.
  std::optional<int> stretch_before{};
  std::optional<int> stretch_after{};
  std::optional<DropCap> drop_cap;
  std::optional<SideRoom> side;
  /// Word space in fractions of the font's own: smallest, wished, largest (justified text).
  std::array<double, 3> word_space = {0.8, 1.0, 1.33};
  /// Space between letters, in em (justified text), and width of glyphs, in fractions of the font's
  /// own (justified text; other text has the wished one): smallest, wished, largest.
  std::array<double, 3> letter_space = {-0.005, 0, 0.01};
  std::array<double, 3> glyph_width = {0.98, 1.0, 1.02};
  /// Space between ideographs, in em: smallest, wished, largest (justified text). JLReq 3.8.4: up
  /// to a quarter, and never closer than set solid.
  std::array<double, 3> ideograph_space = {0, 0, 0.25};
  /// Space between the clusters of scripts that put none between words (Thai, Khmer), in em.
  std::array<double, 3> cluster_space = {0, 0, 0.1};
  bool keep_words = false;     ///< Korean: lines end between words, not between their syllables
  double tolerance = 200;      ///< badness of a line, as TeX has it, that is still good
  Length emergency_stretch{};  ///< thought to be in each line when one is worse than `tolerance`
  bool one_line = false;       ///< only forced breaks end its lines, however long they are
  int looseness = 0;           ///< lines more than the optimum, or fewer
  int hyphens_in_a_row = 3;    ///< most lines ending in a hyphen one below the other
  double last_line = 0.15;     ///< shorter last lines are shunned; fraction of the measure
  /// Where ragged lines end: best in the middle of this, before the end of the measure.
  Length rag_zone = text->size * kUsualRagZone;
  /// How much of what letters of justified lines give those of ragged ones do, to come nearer to
  /// that; word spaces half as much.
  double rag_give = 0.8;
  /// A ragged line so far from there is as bad as a hyphen.
  Length hyphen_zone = text->size * kUsualHyphenZone;
  /// Whether the lines of ragged text come out alike; none: as those of short headings do.
  std::optional<bool> balance{};
  /// How much of what glyphs may stand out over the edge they do; 0: optical margins are off.
  double optical_margins = 1;
  HyphenLimits hyphen_limits;
  std::optional<Rule> rule_above;
  std::optional<Rule> rule_below;
  bool operator==(const ParagraphStyle&) const = default;
};

/// Which part of its paragraph words belong to: its place in Paragraph::parts.
using PartId = Id<struct PartTag>;

/// A place in the document that words tell of.
struct InnerPlace {
  std::size_t page = 0;                  ///< index of the page
  std::optional<std::size_t> heading{};  ///< which of all headings, in the order of pages
};

/// Words of a paragraph that have a place of their own in the reading order. Place: they tell of
/// another place in the document, as the number of its page does.
struct Part {
  enum class Kind {
    Link,
    Reference,
    Icon,
    Place,
    Emphasis,
    Strong,
    Abbreviation,
    Blank
  } kind = Kind::Link;
  /// Address of a link; what an icon says; what a place is called; what an abbreviation stands for;
  /// the number of the note that is referred to.
  std::string target{};
  std::optional<PartId> within{};  ///< the part it stands in
  diag::Span span{};
  InnerPlace place{};  ///< of a Place
};

/// Text of one style. Line separators (U+2028) force a line break.
struct Run {
  std::string text;  ///< UTF-8
  SharedStyle style;
  diag::Span span{};
  std::optional<PartId> part{};
  Origins origins{};  ///< of what is made from no content: none
};

/// A blank to write on: a hairline on the baseline.
struct Field {
  Length width;
  SharedStyle style;  ///< of the text around it
  diag::Span span{};
  std::shared_ptr<const AskedFact> fact{};  ///< that it waits for; null: none
  bool fills = false;                       ///< as wide as what the words of its line leave
  std::optional<PartId> part{};
};

/// Vector art among the words, as tall as capitals, its foot on the baseline.
struct Icon {
  std::shared_ptr<const display::Art> art;
  TracedText says{};  ///< read instead; empty: it adorns
  SharedStyle style;  ///< of the text around it
  diag::Span span{};
  std::optional<PartId> part{};
};

using Inline = std::variant<Run, Field, Icon>;

/// The bullet or number of a list item. It hangs in the paragraph's start indent, its end `gap`
/// before the text (numbers) or its start at the indent's start (bullets).
struct Marker {
  Run run;
  Length gap;
  enum class Hang { FlushStart, FlushEnd } hang = Hang::FlushStart;
  Length start{};  ///< where the indent it hangs in starts (lists in lists)
  /// Boxes to tick are drawn, as tall as the capitals of the run's style; its text stands for them.
  enum class Sign { Text, Box, TickedBox } sign = Sign::Text;
  /// What it counts in: '1', 'a', 'A', 'i' or 'I'; nothing: it does not count.
  std::optional<char> counts_in{};
};

struct Paragraph;

/// What a reference in a paragraph leads to, set at the foot of its column.
struct Note {
  std::size_t reference = 0;  ///< index in Paragraph::inlines
  std::vector<Paragraph> paragraphs;
};

/// A fact or a text of the content that words of a paragraph come from.
struct Source {
  std::string path;         ///< "aftercare.normal"
  diag::Span span{};        ///< of the value
  diag::Span asked_at{};    ///< of the braces that ask for it
  std::size_t letters = 0;  ///< in the paragraph
};

/// A list, an item of one, or a quote, which paragraphs stand in.
struct Block {
  enum class Kind { List, Item, Quote } kind = Kind::List;
  int number = 0;  ///< of the text, so that neighbours are told apart
  bool operator==(const Block&) const = default;
};

struct Paragraph {
  SharedValue<ParagraphStyle> style;
  std::vector<Inline> inlines;
  std::optional<Marker> marker;
  display::Role role = display::Role::Paragraph;
  diag::Span span{};
  int list_level = 0;         ///< of the lists in lists that it stands in; 0: in none
  std::vector<Part> parts{};  ///< by PartId; some may have lost their words
  std::vector<Note> notes{};
  /// The first inline of what stands flush at the end of the last line, or of a line of its own
  /// where there is no room. Unless it is the very first, a line separator precedes it.
  std::optional<std::size_t> flush_end{};
  /// Repeated in the white before what stands flush at the end; empty: nothing is.
  std::string leader{};
  /// How each of the inlines looks on the first line; empty: as on all others.
  std::vector<SharedStyle> first_line{};
  std::vector<Source> sources{};  ///< in their order; none: its words are the layout's
  std::vector<Block> blocks{};    ///< that it stands in, the outermost first
  bool begins_in_word = false;    ///< the line before it ends in a hyphen
};

/// The part of a kind that words or icons stand in; null: none.
template <class Piece>
const Part* part_of(const Paragraph& paragraph, const Piece& piece, Part::Kind kind) {
  for (auto part = piece.part; part; part = paragraph.parts.at(part->index()).within) {
    const Part& found = paragraph.parts.at(part->index());
    if (found.kind == kind) return &found;
  }
  return nullptr;
}

/// The link to an address that words or icons stand in; null: none.
template <class Piece>
const Part* link_of(const Paragraph& paragraph, const Piece& piece) {
  return part_of(paragraph, piece, Part::Kind::Link);
}

/// The part by which words or icons lead somewhere: the link to an address around them, else the
/// innermost. Nothing: they lead nowhere.
template <class Piece>
std::optional<PartId> leading_part(const Paragraph& paragraph, const Piece& piece) {
  std::optional<PartId> innermost;
  for (auto part = piece.part; part; part = paragraph.parts.at(part->index()).within) {
    const Part::Kind kind = paragraph.parts.at(part->index()).kind;
    if (kind == Part::Kind::Link) return part;
    const bool leads = kind == Part::Kind::Reference || kind == Part::Kind::Place;
    if (!innermost && leads) innermost = part;
  }
  return innermost;
}

}  // namespace handbill::text
