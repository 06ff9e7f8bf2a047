// SPDX-License-Identifier: MIT
#include "prose/example_document.h"

#include <sstream>
#include <string_view>
#include <utility>

namespace handbill::prose {
namespace {

constexpr std::string_view kBetweenCells = " | ";

class MarkedDocument {
 public:
  MarkedDocument(const spec::Text& example, const std::string& language) : span_(example.span) {
    words_.language = language;
    std::istringstream lines(example.value);
    for (std::string line; std::getline(lines, line);) read(line);
    end_flow();
  }

  words::Words take() && { return std::move(words_); }

 private:
  void read(std::string_view line) {
    if (line.starts_with("---")) return make_head();
    if (line.find(kBetweenCells) != line.npos) return read_row(line);
    begin_flow(words::Flow::Kind::Text);
    if (line.starts_with("#")) {
      const std::size_t level = line.find_first_not_of('#');
      words::Paragraph& heading = add(line.substr(line.find_first_not_of("# ")));
      heading.kind = words::Kind::Heading;
      heading.level = static_cast<int>(level);
    } else if (line.starts_with("![")) {
      read_picture(line.substr(2, line.find("](") - 2));
    } else if (!line.empty()) {
      add(line);
    }
  }

  void read_picture(std::string_view alt) {
    if (alt.empty()) {
      words_.unsaid.push_back({span_});
    } else {
      add(alt).kind = words::Kind::Figure;
    }
  }

  void read_row(std::string_view line) {
    begin_flow(words::Flow::Kind::Table);
    for (std::size_t column = 0;; ++column) {
      const std::size_t end = line.find(kBetweenCells);
      add(line.substr(0, end)).cell = words::Cell{rows_, column};
      if (end == line.npos) break;
      line.remove_prefix(end + kBetweenCells.size());
    }
    ++rows_;
  }

  void make_head() {
    for (words::Paragraph& each : words_.paragraphs) {
      if (each.cell && each.cell->row + 1 == rows_) each.cell->is_head = true;
    }
  }

  words::Paragraph& add(std::string_view written) {
    words::Paragraph& paragraph = words_.paragraphs.emplace_back();
    paragraph.runs = {{0, words_.language}};
    read_links(written, paragraph);
    paragraph.origins.add({0, text::Origin::Kind::Added, span_, {}, {}});
    paragraph.span = span_;
    return paragraph;
  }

  void read_links(std::string_view written, words::Paragraph& paragraph) const {
    while (true) {
      const std::size_t open = written.find('['), middle = written.find("](");
      const std::size_t close = written.find(')', std::min(middle, written.size()));
      if (open > middle || close == written.npos) break;
      paragraph.text += written.substr(0, open);
      const std::string address(written.substr(middle + 2, close - middle - 2));
      if (paragraph.text.empty()) paragraph.runs.clear();
      paragraph.runs.push_back({paragraph.text.size(), words_.language, {}, address});
      paragraph.text += written.substr(open + 1, middle - open - 1);
      written.remove_prefix(close + 1);
      if (!written.empty()) paragraph.runs.push_back({paragraph.text.size(), words_.language});
    }
    paragraph.text += written;
  }

  void begin_flow(words::Flow::Kind kind) {
    if (!words_.flows.empty() && words_.flows.back().kind == kind) return;
    end_flow();
    words::Flow& flow = words_.flows.emplace_back();
    flow.kind = kind;
    flow.span = span_;
    flow.paragraphs.begin = words_.paragraphs.size();
  }
  void end_flow() {
    if (!words_.flows.empty()) words_.flows.back().paragraphs.end = words_.paragraphs.size();
  }

  words::Words words_;
  diag::Span span_;
  std::size_t rows_ = 0;
};

}  // namespace

words::Words one_paragraph(const spec::Text& example, const std::string& language) {
  words::Words words;
  words.language = language;
  words::Paragraph& paragraph = words.paragraphs.emplace_back();
  paragraph.text = example.value;
  paragraph.origins.add({0, text::Origin::Kind::Added, example.span, {}, {}});
  paragraph.runs = {{0, language}};
  paragraph.span = example.span;
  return words;
}

words::Words marked_document(const spec::Text& example, const std::string& language) {
  return MarkedDocument(example, language).take();
}

}  // namespace handbill::prose
