// SPDX-License-Identifier: MIT
// What a document says, in the order it is read: for those who need its words and not its pages
// (rules of language, screen readers, editions as text). Nothing is laid out for it: there are no
// line ends, hyphens or places on a page, and none of what is decoration.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diag/source_map.h"
#include "document/document.h"
#include "document/table_use.h"
#include "text/origins.h"
#include "text/style.h"

namespace handbill::words {

/// Words of one language, link and stress.
struct Run {
  std::size_t begin = 0;  ///< byte of the text; it reaches to the next, or to the end
  std::string language;   ///< BCP 47
  text::Stress stress{};
  std::string link{};           ///< the address it leads to; empty: none
  bool is_note_number = false;  ///< it leads to a note
  std::string expansion{};      ///< of an abbreviation: "alpha hydroxy acid"; empty: it is none
  bool operator==(const Run&) const = default;
};

/// From where on words look so.
struct Look {
  std::size_t begin = 0;  ///< byte of the text; it reaches to the next, or to the end
  text::SharedStyle style;
};

/// A place to write on.
struct Blank {
  std::size_t offset = 0;  ///< of the sign that stands for it in the text
  std::string label;       ///< the words that say what is to be written; empty: none do
  std::string fact{};      ///< that it waits for: "clinic.phone"; empty: it is filled in by hand
};

/// Stands for a blank in the text: U+FFFC.
inline constexpr std::string_view kBlankSign = "\uFFFC";

/// The bullet, number or box of an item, or the number of a note.
struct Label {
  enum class Sign { Bullet, Number, Box, TickedBox } sign = Sign::Bullet;
  std::string text;      ///< "•", "2."
  char counts_in = '1';  ///< of a number: '1', 'a', 'A', 'i' or 'I'
};

/// A picture as its file has it, or a drawing.
using Shown = std::variant<display::PictureId, std::shared_ptr<const display::Art>>;

/// Which cell of the table, counted from 0. A cell may have several paragraphs, or none.
struct Cell {
  std::size_t row = 0, column = 0;    ///< its first
  std::size_t rows = 1, columns = 1;  ///< taken
  bool is_head = false;               ///< it names a column
  bool names_group = false;           ///< it names the rows below it
  bool names_row = false;
};

enum class Kind {
  Paragraph,
  Heading,
  ListItem,
  Quote,
  Note,
  Figure,  ///< the text stands for a picture or drawing
  Code     ///< the text stands for a QR code
};

struct Paragraph {
  /// As it is printed, with quotation marks, dashes and facts put in; UTF-8 in form C. Lines end
  /// where they always do, at "\n". What no reader sees is left out: soft hyphens, joiners of
  /// words, marks and isolates of direction.
  std::string text;
  text::Origins origins;      ///< of the text
  std::vector<Run> runs;      ///< all of the text
  std::vector<Look> looks{};  ///< all of it too, but for figures and codes
  SharedValue<text::ParagraphStyle> style{};
  std::vector<Blank> blanks;
  Kind kind = Kind::Paragraph;
  int level = 0;                           ///< of a heading, from 1; of lists in lists, 0 outside
  int list = 0;                            ///< of its text that it stands in, the innermost
  std::optional<Label> label{};            ///< of what begins an item, and of a note
  std::optional<Cell> cell{};              ///< none: it stands in no table
  std::optional<std::size_t> heading{};    ///< the paragraph that it stands below; none: none
  std::optional<std::size_t> reference{};  ///< of a note: the paragraph that leads to it
  std::size_t flow = 0;                    ///< index in Words::flows
  std::string says{};                      ///< of a code: what it tells those who scan it
  std::optional<Shown> shown{};            ///< of a figure or code
  /// Where what is flush at the end of the last line begins: at the "\n" before it, unless it is
  /// all of the text.
  std::optional<std::size_t> flush_end{};
  diag::Span span{};  ///< of the block, cell or frame
  /// The facts and texts of the content that its words come from, and where each is asked for.
  std::vector<text::Source> sources{};
};

/// Index of the first, and of the one after the last.
struct Range {
  std::size_t begin = 0, end = 0;
};

/// What stands in a cell and says nothing.
struct Icon {
  Cell cell;
  Shown shown;
};

/// What a story, or a frame of its own, tells.
struct Flow {
  enum class Kind { Text, Table, Figure } kind = Kind::Text;
  std::string name;      ///< of the story or table, else of the frame; may be empty
  diag::Span span{};     ///< of the frame it begins in
  std::size_t part = 0;  ///< index in Words::parts: where it begins
  Range paragraphs{};
  std::size_t rows = 0, columns = 0;  ///< of a table, those without a word included
  document::TableUse use{};           ///< of a table
  std::vector<Icon> icons{};          ///< of a table, row by row
  std::size_t side = 0;               ///< where the frame it begins in stands
  document::FrameIndex frame = 0;
};

/// A panel of a folded piece, a spread of its panels, or a side.
struct Part {
  std::string side;
  std::string panel;  ///< empty: the whole side
  bool is_spread = false;
  Range flows{};
};

struct Words {
  std::string title;
  std::string language;  ///< BCP 47
  std::vector<Part> parts;
  std::vector<Flow> flows;                 ///< none is empty
  std::vector<Paragraph> paragraphs;       ///< none is empty
  std::vector<document::Unsaid> unsaid{};  ///< pictures, each place that names some once
};

/// All of the document in the order of document::reading_order. A story is told as a whole where
/// its first frame stands, a note behind the paragraph that leads to it, a table row by row.
Words from_document(const document::Document& document);

/// What is to be written on each blank of the document: Blank::label.
std::map<const text::Field*, std::string> blank_labels(const document::Document& document);

/// Where bytes [begin, end) of the text are written, from the first to the last of them: to point
/// at. They must not be none.
diag::Span written_at(const Paragraph& paragraph, std::size_t begin, std::size_t end);

/// The same for an edit, which other words may be put in for. Nothing: they are not written there
/// one after the other (facts, marks of emphasis between them), or share a sign with other words.
std::optional<diag::Span> editable_at(const Paragraph& paragraph, std::size_t begin,
                                      std::size_t end);

/// The text dump: a paragraph a line, and what it was made from where that is not all typed in a
/// row.
std::string dump(const Words& words, const diag::SourceMap& sources);

}  // namespace handbill::words
