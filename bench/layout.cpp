// SPDX-License-Identifier: MIT
// Laying out, in ratios within one process: copyfit to plain setting of the same text at the size
// it found, and a table through many frames to its words as running text. `layout FONT TEXT
// [ROWS]`: a font file, a file of paragraphs, one a line, and the rows of the largest table.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "layout/place.h"

namespace {

using namespace handbill;
using Paragraphs = std::vector<text::Paragraph>;

constexpr int kRuns = 7;
constexpr Length kWidth = Length::pt(240);
constexpr Length kTall = Length::pt(6600);  // of the frame that is fitted
constexpr Length kPage = Length::pt(700);
constexpr std::size_t kFewestRows = 300;

[[noreturn]] void give_up(const std::string& what) {
  std::fprintf(stderr, "layout: %s\n", what.c_str());
  std::exit(1);
}

std::vector<std::string> read_lines(const char* path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  if (lines.empty()) give_up(std::string("no text in ") + path);
  return lines;
}

text::Paragraph paragraph(font::FontId font, Length size, std::string words) {
  text::Paragraph result;
  text::ParagraphStyle& style = result.style.edit();
  style.name = "body";
  style.text.edit().fonts = {font};
  style.text.edit().size = size;
  style.leading = size * 1.25;
  style.align = text::Align::Justify;
  result.inlines.push_back(text::Run{std::move(words), style.text});
  return result;
}

document::Frame frame(Length height, document::FrameContent content) {
  const auto inwards = [](Length length) {
    document::Edge edge;
    edge.offset = length;
    return edge;
  };
  document::Frame result;
  result.box.left = inwards({});
  result.box.top = inwards({});
  result.box.width = document::Extent{.length = kWidth};
  result.box.height = document::Extent{.length = height};
  result.content = std::move(content);
  return result;
}

document::Document document_of(std::vector<document::Frame> frames, Length height) {
  document::Document document;
  document.sheet.trim = {kWidth, height};
  for (document::Frame& each : frames) {
    document::Side& side = document.sides.emplace_back();
    side.name = "side " + std::to_string(document.sides.size());
    side.frames.push_back(std::move(each));
  }
  return document;
}

/// Of the processor, in milliseconds: the best of some runs.
double time_of(const document::Document& document, const font::FontBook& fonts) {
  double best = 1e9;
  for (int i = 0; i < kRuns; ++i) {
    diag::Diagnostics diags;
    const std::clock_t start = std::clock();
    const auto pages = layout::place(document, fonts, diags);
    const double took = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (!pages) give_up("it does not fit: " + diags.list().front().message);
    best = std::min(best, took);
  }
  return best;
}

document::Document fitted(const std::vector<std::string>& lines, font::FontId font, Length size,
                          std::optional<document::Copyfit> fit) {
  Paragraphs text;
  for (const std::string& each : lines) text.push_back(paragraph(font, size, each));
  document::Frame only = frame(kTall, document::TextContent{std::move(text)});
  only.fit = std::move(fit);
  std::vector<document::Frame> frames;
  frames.push_back(std::move(only));
  return document_of(std::move(frames), kTall);
}

/// The size copyfit takes.
Length size_of(const document::Document& document, const font::FontBook& fonts) {
  diag::Diagnostics diags;
  const auto pages = layout::place(document, fonts, diags);
  if (!pages) give_up("no size fits");
  for (const display::Item& each : pages->pages.front().items) {
    if (const auto* run = std::get_if<display::GlyphRun>(&each.content)) return run->size;
  }
  give_up("nothing is set");
}

void copyfit(const std::vector<std::string>& lines, font::FontId font,
             const font::FontBook& fonts) {
  const document::Copyfit fit{.size = {{Length::pt(8), Length::pt(14)}}};
  const auto tried = fitted(lines, font, Length::pt(10), fit);
  const Length size = size_of(tried, fonts);
  const double plain = time_of(fitted(lines, font, size, std::nullopt), fonts);
  const double fitting = time_of(tried, fonts);
  std::printf("copyfit, %.1f pt: %.1f ms, plain %.1f ms: %.2f times\n", size.pt(), fitting, plain,
              fitting / plain);
}

/// As many frames as take the words set in lines of their own.
std::size_t pages_for(std::size_t rows) { return rows / 15 + 2; }

void table(std::size_t count, const std::vector<std::string>& lines, font::FontId font,
           const font::FontBook& fonts) {
  Paragraphs text;
  document::NamedTable table{.name = "words", .table = {}};
  table.table.columns.resize(1);
  table.table.columns.front().width = document::Column::Share{};
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& line = lines[i % lines.size()];
    text.push_back(paragraph(font, Length::pt(9), line.substr(0, line.find(' ', 60))));
    document::Row& row = table.table.rows.emplace_back();
    row.cells.push_back({document::TextContent{{text.back()}}});
  }
  std::vector<document::Frame> of_table, of_text;
  for (std::size_t i = 0; i < pages_for(count); ++i) {
    of_table.push_back(frame(kPage, document::TableContent{}));
    of_text.push_back(frame(kPage, document::StoryContent{}));
  }
  auto in_rows = document_of(std::move(of_table), kPage);
  in_rows.tables.push_back(std::move(table));
  auto running = document_of(std::move(of_text), kPage);
  running.stories.push_back({.name = "words", .paragraphs = std::move(text)});
  const double as_table = time_of(in_rows, fonts), as_text = time_of(running, fonts);
  std::printf("table of %zu rows: %.1f ms, as running text %.1f ms: %.2f times\n", count, as_table,
              as_text, as_table / as_text);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) give_up("usage: layout FONT TEXT [ROWS]");
  std::ifstream in(argv[1], std::ios::binary);
  font::FontBook fonts({});
  diag::Diagnostics diags;
  const auto font = fonts.open_bytes(std::string(std::istreambuf_iterator<char>(in), {}),
                                     {.family = "Bench", .file = "bench", .package = {}}, diags);
  if (!font) give_up(std::string("no font ") + argv[1]);
  const std::vector<std::string> lines = read_lines(argv[2]);
  copyfit(lines, *font, fonts);
  const std::size_t most = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 2400;
  for (std::size_t rows = kFewestRows; rows <= most; rows *= 2) table(rows, lines, *font, fonts);
  return 0;
}
