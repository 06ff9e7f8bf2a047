// SPDX-License-Identifier: MIT
#include "plain/write_text.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "plain/say.h"
#include "plain/table_text.h"
#include "plain/wrap.h"
#include "words/blocks.h"

namespace handbill::plain {
namespace {

using words::Block;
using Kind = Block::Kind;

std::string joined(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& each : pieces) text += each.text;
  return text;
}

class TextWriter {
 public:
  TextWriter(const words::Words& words, std::size_t measure) : words_(words), measure_(measure) {}

  std::string write() {
    const words::Blocks blocks = words::as_blocks(words_);
    write(blocks.body, measure_);
    for (const words::NoteBlocks& note : blocks.notes) {
      const std::string number = note.label ? "[" + note.label->text + "]" : std::string();
      open();
      write_hanging(number, note.blocks, measure_);
    }
    return std::move(out_);
  }

 private:
  const words::Paragraph& paragraph(const Block& leaf) const {
    return words_.paragraphs[leaf.paragraph];
  }

  std::string text_of(const Block& leaf, FlushEnd flush_end = FlushEnd::OwnLine) const {
    const bool is_figure = leaf.kind == Kind::Figure || leaf.kind == Kind::Code;
    return joined(is_figure ? said_of_figure(paragraph(leaf))
                            : said(paragraph(leaf), {.flush_end = flush_end}));
  }

  const std::string& language_of(const Block& leaf) const {
    const auto& runs = paragraph(leaf).runs;
    return runs.empty() ? words_.language : runs.front().language;
  }

  void line(std::string_view text) {
    if (!text.empty()) out_ += indent_;
    out_ += text;
    out_ += '\n';
  }

  /// A white line before what is not the first.
  void open() {
    if (!out_.empty()) out_ += '\n';
  }

  void write(const std::vector<Block>& blocks, std::size_t measure) {
    for (const Block& each : blocks) {
      open();
      write(each, measure);
    }
  }

  void write(const Block& block, std::size_t measure) {
    switch (block.kind) {
      case Kind::Heading:
        return write_heading(block, measure);
      case Kind::Paragraph:
      case Kind::Figure:
      case Kind::Code:
        return write_lines(text_of(block), language_of(block), measure);
      case Kind::List:
        return write_list(block, measure);
      case Kind::Quote:
        return write_quote(block, measure);
      case Kind::Table:
        return write_table(block, measure);
      case Kind::Line:
        return write_row(block, measure);
      case Kind::Item:
      case Kind::Row:
      case Kind::Cell:
        return;  // written by what they stand in
    }
  }

  void write_lines(const std::string& text, const std::string& language, std::size_t measure) {
    for (const std::string& each : wrapped(text, measure, language)) line(each);
  }

  void write_heading(const Block& block, std::size_t measure) {
    constexpr std::string_view kUnderlines = "=-~.";
    const auto lines = wrapped(text_of(block), measure, language_of(block));
    std::size_t width = 0;
    for (const std::string& each : lines) {
      line(each);
      width = std::max(width, display_width(each));
    }
    const auto level = static_cast<std::size_t>(std::clamp(block.level, 1, 4));
    line(std::string(width, kUnderlines[level - 1]));
  }

  void write_list(const Block& list, std::size_t measure) {
    const bool is_loose =
        std::ranges::any_of(list.blocks, [](const Block& item) { return item.blocks.size() > 1; });
    for (const Block& item : list.blocks) {
      if (is_loose && &item != &list.blocks.front()) open();
      write_hanging(item.label ? item.label->text : "•", item.blocks, measure);
    }
  }

  /// The label, and all the rest behind it.
  void write_hanging(const std::string& label, const std::vector<Block>& blocks,
                     std::size_t measure) {
    const std::size_t width = label.empty() ? 0 : display_width(label) + 1;
    const std::size_t begin = out_.size();
    const std::string outer = indent_;
    indent_ += std::string(width, ' ');
    for (const Block& each : blocks) {
      const bool has_room = each.kind == Kind::List || &each == &blocks.front();
      if (!has_room) open();
      write(each, measure - std::min(measure / 2, width));
    }
    // The first line begins with the label instead of the indent.
    if (width > 0 && out_.size() > begin + indent_.size()) {
      out_.replace(begin + outer.size(), width, label + " ");
    }
    indent_ = outer;
  }

  void write_quote(const Block& quote, std::size_t measure) {
    const std::string outer = indent_;
    indent_ += "    ";
    for (const Block& each : quote.blocks) {
      if (&each != &quote.blocks.front()) open();
      write(each, measure - std::min<std::size_t>(measure / 2, 4));
    }
    indent_ = outer;
  }

  void write_row(const Block& row, std::size_t measure) {
    std::string text;
    for (const Block& each : row.blocks) text += (text.empty() ? "" : "  ") + flat_text(each);
    write_lines(text, words_.language, measure);
  }

  /// All that a cell says, paragraphs and items a line each.
  std::string flat_text(const Block& block) const {
    if (block.blocks.empty()) return is_leaf(block) ? text_of(block, FlushEnd::Behind) : "";
    std::string text;
    for (const Block& each : block.blocks) {
      const bool has_label = each.kind == Kind::Item && each.label;
      text +=
          (text.empty() ? "" : "\n") + (has_label ? each.label->text + " " : "") + flat_text(each);
    }
    return text;
  }

  static bool is_leaf(const Block& block) {
    return block.kind == Kind::Heading || block.kind == Kind::Paragraph ||
           block.kind == Kind::Figure || block.kind == Kind::Code;
  }

  void write_table(const Block& table, std::size_t measure) {
    TextTable text{.columns = table.columns, .language = words_.language};
    std::vector<std::size_t> taken(table.columns, 0);  // rows that cells from above still take
    for (const Block& row : table.blocks) {
      TextTable::Row line{.is_head = row.head == Block::Head::Column};
      std::size_t column = 0;
      const auto skip_taken = [&] {
        for (; column < taken.size() && taken[column] > 0; ++column) {
          --taken[column];
          line.cells.push_back({});
        }
      };
      for (const Block& cell : row.blocks) {
        skip_taken();
        line.cells.push_back({flat_text(cell), cell.columns});
        for (std::size_t i = 0; i < cell.columns && column < taken.size(); ++i, ++column) {
          taken[column] = cell.rows - 1;
        }
      }
      skip_taken();
      text.rows.push_back(std::move(line));
    }
    for (const std::string& each : lines_of(text, measure)) line(each);
  }

  const words::Words& words_;
  std::size_t measure_;
  std::string indent_;
  std::string out_;
};

}  // namespace

std::string write_text(const words::Words& words, std::size_t measure) {
  return TextWriter(words, measure).write();
}

}  // namespace handbill::plain
