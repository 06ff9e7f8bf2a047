// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "base/words.h"
#include "heard/heard.h"

namespace handbill::heard {
namespace {

using words::Flow;
using words::Kind;
using words::Paragraph;

bool is_item(const Paragraph& paragraph) { return paragraph.kind == Kind::ListItem; }

bool is_same_cell(const Paragraph& one, const Paragraph& other) {
  if (one.cell.has_value() != other.cell.has_value()) return false;
  return !one.cell || (one.cell->row == other.cell->row && one.cell->column == other.cell->column);
}

std::string range(const char* name, std::size_t begin, std::size_t count) {
  if (count < 2) return std::string(name) + " " + std::to_string(begin + 1);
  return std::string(name) + "s " + std::to_string(begin + 1) + " to " +
         std::to_string(begin + count);
}

std::string name_of_item(const Paragraph& item) {
  if (!item.label) return "item continued";
  using Sign = words::Label::Sign;
  switch (item.label->sign) {
    case Sign::Bullet:
      return "bullet";
    case Sign::Number:
      return "item";
    case Sign::Box:
      return "check box, not checked";
    case Sign::TickedBox:
      return "check box, checked";
  }
  return "";
}

std::string name_of(const Paragraph& paragraph) {
  switch (paragraph.kind) {
    case Kind::Paragraph:
      return "paragraph";
    case Kind::Heading:
      return "heading level " + std::to_string(paragraph.level);
    case Kind::ListItem:
      return name_of_item(paragraph);
    case Kind::Quote:
      return "quote";
    case Kind::Note:
      return paragraph.label ? "note" : "note continued";
    case Kind::Figure:
      return "graphic";
    case Kind::Code:
      return "QR code";
  }
  return "";
}

/// Of an item or a note that has a number.
std::string number_of(const Paragraph& paragraph) {
  const auto& label = paragraph.label;
  return label && label->sign == words::Label::Sign::Number ? label->text : "";
}

/// Blanks part the words of a run.
std::vector<Phrase> phrases_of(const Paragraph& paragraph) {
  std::vector<Phrase> phrases;
  const auto add = [&](Phrase phrase) {
    if (phrase.text.empty() && phrase.kind != Phrase::Kind::Blank) return;
    phrases.push_back(std::move(phrase));
  };
  for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
    const words::Run& run = paragraph.runs[i];
    const bool is_last = i + 1 == paragraph.runs.size();
    const std::size_t end = is_last ? paragraph.text.size() : paragraph.runs[i + 1].begin;
    std::size_t begin = run.begin;
    const Phrase::Kind kind = run.is_note_number  ? Phrase::Kind::NoteNumber
                              : !run.link.empty() ? Phrase::Kind::Link
                                                  : Phrase::Kind::Words;
    for (const words::Blank& blank : paragraph.blanks) {
      if (blank.offset < begin || blank.offset >= end) continue;
      add({kind, paragraph.text.substr(begin, blank.offset - begin), run.language, run.link,
           run.expansion});
      add({Phrase::Kind::Blank, blank.label, run.language});
      begin = blank.offset + words::kBlankSign.size();
    }
    add({kind, paragraph.text.substr(begin, end - begin), run.language, run.link, run.expansion});
  }
  return phrases;
}

/// Runs that differ in stress alone are one.
std::vector<Phrase> joined(std::vector<Phrase> phrases) {
  std::vector<Phrase> result;
  for (Phrase& each : phrases) {
    const bool is_more =
        !result.empty() && each.kind != Phrase::Kind::Blank && result.back().kind == each.kind &&
        result.back().language == each.language && result.back().target == each.target &&
        result.back().expansion == each.expansion;
    if (is_more) {
      result.back().text += each.text;
    } else {
      result.push_back(std::move(each));
    }
  }
  return result;
}

std::string begins(const words::Part& part) {
  if (part.is_spread) return "section " + part.side;
  return part.panel.empty() ? "page " + part.side
                            : "section " + part.panel + " of the " + part.side;
}

class Writer {
 public:
  explicit Writer(const words::Words& words) : words_(words) {}

  std::vector<Said> write() {
    for (const words::Part& part : words_.parts) {
      say(0, begins(part));
      for (std::size_t i = part.flows.begin; i < part.flows.end; ++i) flow(words_.flows[i]);
    }
    return std::move(said_);
  }

 private:
  Said& say(int depth, std::string what) {
    said_.push_back({.depth = depth, .what = std::move(what)});
    return said_.back();
  }

  const Paragraph& at(std::size_t index) const { return words_.paragraphs[index]; }

  void flow(const Flow& flow) {
    if (flow.kind != Flow::Kind::Table) {
      return blocks(flow.paragraphs.begin, flow.paragraphs.end, 1);
    }
    switch (flow.use) {
      case document::TableUse::Table:
        return table(flow);
      case document::TableUse::List:
        return signed_list(flow);
      case document::TableUse::Bullets:
        return blocks(flow.paragraphs.begin, flow.paragraphs.end, 1);
      case document::TableUse::Blocks:
        return cells(flow, [&](std::size_t begin, std::size_t end) { blocks(begin, end, 1); });
    }
  }

  /// All paragraphs of a cell, notes that they lead to among them.
  template <class Take>
  void cells(const Flow& flow, Take take) {
    for (std::size_t i = flow.paragraphs.begin; i < flow.paragraphs.end;) {
      std::size_t end = i + 1;
      while (end < flow.paragraphs.end && (at(end).reference || is_same_cell(at(i), at(end)))) {
        ++end;
      }
      take(i, end);
      i = end;
    }
  }

  bool is_plain(std::size_t begin, std::size_t end) const {
    return end == begin + 1 && at(begin).kind == Kind::Paragraph;
  }

  /// A table whose rows are items, each with a sign of its own.
  void signed_list(const Flow& flow) {
    std::size_t items = 0;
    cells(flow, [&](std::size_t, std::size_t) { ++items; });
    say(1, "list with " + counted(items, "item"));
    cells(flow, [&](std::size_t begin, std::size_t end) {
      Said& item = say(2, "item");
      if (is_plain(begin, end)) {
        item.phrases = joined(phrases_of(at(begin)));
      } else {
        blocks(begin, end, 3);
      }
    });
  }

  void blocks(std::size_t begin, std::size_t end, int depth) {
    for (std::size_t i = begin; i < end;) {
      i = is_item(at(i)) ? list(i, end, at(i).level, depth) : block(i, depth);
    }
  }

  std::size_t block(std::size_t index, int depth) {
    Said& said = say(depth, name_of(at(index)));
    said.label = number_of(at(index));
    said.code = at(index).says;
    said.phrases = joined(phrases_of(at(index)));
    return index + 1;
  }

  /// A note stands behind what leads to it, and parts no list.
  bool is_of_list(std::size_t index, const Paragraph& first) const {
    const Paragraph& paragraph = at(index);
    if (paragraph.reference) return true;
    if (!is_item(paragraph)) return false;
    return paragraph.level > first.level ||
           (paragraph.level == first.level && paragraph.list == first.list);
  }

  /// From its first item to the end of its last; what comes next.
  std::size_t list(std::size_t begin, std::size_t end, int level, int depth) {
    std::size_t last = begin, items = 0;
    for (; last < end && is_of_list(last, at(begin)); ++last) {
      if (is_item(at(last)) && at(last).level == level && at(last).label) ++items;
    }
    say(depth, "list with " + counted(items, "item"));
    for (std::size_t i = begin; i < last;) {
      const bool is_deeper = is_item(at(i)) && at(i).level > level;
      i = is_deeper ? list(i, last, at(i).level, depth + 2) : block(i, depth + 1);
    }
    return last;
  }

  void table(const Flow& flow) {
    heads_.clear();
    group_.clear();
    row_heads_.clear();
    say(1, "table with " + counted(flow.columns, "column") + " and " + counted(flow.rows, "row"));
    cells(flow, [&](std::size_t begin, std::size_t end) { cell(begin, end); });
  }

  void cell(std::size_t begin, std::size_t end) {
    const Paragraph& first = at(begin);
    const words::Cell& cell = *first.cell;
    const bool names_rows = cell.names_group || cell.names_row;
    Said& said = say(2, (cell.is_head ? "column heading, "
                         : names_rows ? "row heading, "
                                      : "") +
                            range("row", cell.row, cell.rows) + " " +
                            range("column", cell.column, cell.columns));
    if (is_plain(begin, end)) said.phrases = joined(phrases_of(first));
    if (cell.is_head) {
      for (std::size_t i = 0; i < cell.columns; ++i) heads_[cell.column + i] = first.text;
    } else if (cell.names_group) {
      group_ = first.text;
    } else {
      if (!group_.empty()) said.heads.push_back(group_);
      const auto row = row_heads_.find(cell.row);
      if (row != row_heads_.end()) said.heads.push_back(row->second);
      const auto head = heads_.find(cell.column);
      if (head != heads_.end()) said.heads.push_back(head->second);
      if (cell.names_row) {
        for (std::size_t i = 0; i < cell.rows; ++i) row_heads_[cell.row + i] = first.text;
      }
    }
    if (!is_plain(begin, end)) blocks(begin, end, 3);
  }

  const words::Words& words_;
  std::vector<Said> said_;
  std::map<std::size_t, std::string> heads_;  ///< of the table, by column
  std::map<std::size_t, std::string> row_heads_;
  std::string group_;
};

}  // namespace

std::vector<Said> script(const words::Words& words) { return Writer(words).write(); }

}  // namespace handbill::heard
