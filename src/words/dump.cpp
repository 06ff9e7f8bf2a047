// SPDX-License-Identifier: MIT
// The text dump of a document's words: two-space indent, one thing a line.
#include "words/dump_text.h"
#include "words/words.h"

namespace handbill::words {
namespace {

using text::Origin;

std::string name_of(const Label& label) {
  switch (label.sign) {
    case Label::Sign::Bullet:
      return "bullet " + quoted(label.text);
    case Label::Sign::Number:
      return "number " + quoted(label.text) + " in " + std::string(1, label.counts_in);
    case Label::Sign::Box:
      return "box";
    case Label::Sign::TickedBox:
      return "ticked box";
  }
  return "";
}

std::string name_of(const Paragraph& paragraph) {
  const std::string level = paragraph.level > 0 ? " " + std::to_string(paragraph.level) : "";
  switch (paragraph.kind) {
    case Kind::Paragraph:
      return "paragraph";
    case Kind::Heading:
      return "heading" + level;
    case Kind::ListItem:
      return "item" + level;
    case Kind::Quote:
      return "quote" + level;
    case Kind::Note:
      return "note";
    case Kind::Figure:
      return "figure";
    case Kind::Code:
      return "code";
  }
  return "";
}

std::string_view name_of(Flow::Kind kind) {
  switch (kind) {
    case Flow::Kind::Text:
      return "text";
    case Flow::Kind::Table:
      return "table";
    case Flow::Kind::Figure:
      return "figure";
  }
  return "";
}

std::string_view name_of(Origin::Kind kind) {
  switch (kind) {
    case Origin::Kind::Typed:
      return "typed";
    case Origin::Kind::Meant:
      return "meant";
    case Origin::Kind::Fact:
      return "fact";
    case Origin::Kind::Added:
      return "added";
  }
  return "";
}

std::string range(const char* name, std::size_t begin, std::size_t count) {
  std::string text = std::string(" ") + name + " " + std::to_string(begin + 1);
  if (count > 1) text += " to " + std::to_string(begin + count);
  return text;
}

class Dumper {
 public:
  Dumper(const Words& words, const diag::SourceMap& sources) : words_(words), sources_(sources) {}

  std::string dump() {
    line(0, "words of " + quoted(words_.title) + " in " + words_.language);
    for (const Part& part : words_.parts) {
      line(0, "side " + quoted(part.side) +
                  (part.panel.empty() ? "" : " panel " + quoted(part.panel)) +
                  (part.is_spread ? " as a spread" : ""));
      for (std::size_t i = part.flows.begin; i < part.flows.end; ++i) flow(words_.flows[i]);
    }
    return std::move(out_);
  }

 private:
  void line(int depth, const std::string& text) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += text + "\n";
  }

  /// "content/en/clinic.toml:14:14"
  std::string place(diag::Span span) const {
    if (!span.known()) return "nowhere";
    const diag::LineColumn at = sources_.position(span.file, span.begin);
    return sources_.name(span.file) + ":" + std::to_string(at.line) + ":" +
           std::to_string(at.column);
  }

  void flow(const Flow& flow) {
    std::string head = std::string(name_of(flow.kind));
    if (!flow.name.empty()) head += " " + quoted(flow.name);
    if (flow.kind == Flow::Kind::Table) {
      head += " of " + std::to_string(flow.rows) + " x " + std::to_string(flow.columns);
    }
    line(1, head);
    for (std::size_t i = flow.paragraphs.begin; i < flow.paragraphs.end; ++i) {
      paragraph(words_.paragraphs[i]);
    }
  }

  void paragraph(const Paragraph& paragraph) {
    std::string head = name_of(paragraph);
    if (paragraph.cell) {
      const Cell& cell = *paragraph.cell;
      head = (cell.is_head     ? "head"
              : cell.names_row ? "row-head"
                               : "cell") +
             range("row", cell.row, cell.rows) + range("column", cell.column, cell.columns) +
             (paragraph.kind == Kind::Paragraph ? "" : " " + head);
    }
    if (paragraph.label) head += " " + name_of(*paragraph.label);
    head += " " + quoted(paragraph.text);
    if (!paragraph.says.empty()) head += " says " + quoted(paragraph.says);
    const auto& origins = paragraph.origins.list();
    const bool is_plain = origins.size() == 1 && origins.front().kind == Origin::Kind::Typed;
    if (is_plain) head += " at " + place(origins.front().span);
    line(2, head);
    runs(paragraph);
    for (const Blank& blank : paragraph.blanks) {
      line(3, "blank for " + quoted(blank.label) + (blank.fact.empty() ? "" : " " + blank.fact));
    }
    if (!is_plain) this->origins(paragraph);
  }

  /// Those that are not plain words in the language of the document.
  void runs(const Paragraph& paragraph) {
    for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
      const Run& run = paragraph.runs[i];
      const std::size_t end =
          i + 1 < paragraph.runs.size() ? paragraph.runs[i + 1].begin : paragraph.text.size();
      std::string what;
      if (run.language != words_.language) what += " in " + run.language;
      if (run.stress.emphasis) what += " emphasis";
      if (run.stress.strong) what += " strong";
      if (!run.link.empty()) what += " link " + run.link;
      if (run.is_note_number) what += " note number";
      if (!run.expansion.empty()) what += " for " + quoted(run.expansion);
      if (what.empty()) continue;
      line(3, "run " + quoted(paragraph.text.substr(run.begin, end - run.begin)) + what);
    }
  }

  void origins(const Paragraph& paragraph) {
    const auto& origins = paragraph.origins.list();
    for (std::size_t i = 0; i < origins.size(); ++i) {
      const Origin& origin = origins[i];
      const std::size_t end = i + 1 < origins.size() ? origins[i + 1].begin : paragraph.text.size();
      std::string text = std::string(name_of(origin.kind)) + " " +
                         quoted(paragraph.text.substr(origin.begin, end - origin.begin)) + " at " +
                         place(origin.span);
      if (origin.kind == Origin::Kind::Meant && origin.span.known()) {
        text += " " + quoted(sources_.text(origin.span));
      }
      if (origin.fact) {
        text += " " + origin.fact->path;
        if (origin.fact->span.known()) text += " of " + place(origin.fact->span);
      }
      line(3, text);
    }
  }

  const Words& words_;
  const diag::SourceMap& sources_;
  std::string out_;
};

}  // namespace

std::string dump(const Words& words, const diag::SourceMap& sources) {
  return Dumper(words, sources).dump();
}

}  // namespace handbill::words
