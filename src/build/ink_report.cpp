// SPDX-License-Identifier: MIT
#include "build/ink_report.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/utf8.h"
#include "plates/dump.h"

namespace handbill::build {
namespace {

// GWG 2022, R0026.
constexpr Length kSide = Length::mm(15);
constexpr double kPixelsPerInch = 36;
constexpr std::size_t kMostSquares = 3;
constexpr std::size_t kMostSources = 2;
constexpr std::size_t kLongestWords = 40;

std::string percent(double value) { return format_number(std::round(value), 0) + " %"; }

/// "the text “Office hours” in Cyan 92 + Magenta 60".
std::string what(const plates::Object& object, const std::vector<plates::Ink>& inks) {
  const std::string ink = plates::in_words(object.paint, inks);
  switch (object.kind) {
    case plates::Kind::Text: {
      std::string words = object.type ? object.type->text : "";
      if (count_code_points(words) > kLongestWords) {
        words.resize(offset_of_code_point(words, kLongestWords));
        words += "…";
      }
      return "the text “" + words + "” in " + ink;
    }
    case plates::Kind::Fill:
      return "a fill of " + ink;
    case plates::Kind::Stroke:
      return "a line of " + ink;
    case plates::Kind::Picture:
      return "a picture, on the whole " + ink;
    case plates::Kind::Shading:
      return "a gradient up to " + ink;
  }
  return ink;
}

std::string where(diag::Span span, const diag::SourceMap& sources) {
  if (!span.known()) return {};
  const diag::LineColumn at = sources.position(span.file, span.begin);
  return sources.name(span.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

}  // namespace

std::string InkReport::verdict() const {
  const std::string limit_words = "The limit is " + percent(limit) + ".";
  if (squares.empty()) return "There is no ink on it. " + limit_words;
  const double most = squares.front().square.percent;
  const bool above = most > limit;
  return "The heaviest square of 15 mm has " + percent(most) + (above ? ", too much. " : ". ") +
         limit_words;
}

InkReport report_ink(const plates::Print& print, std::size_t page, double limit,
                     const diag::SourceMap& sources) {
  InkReport report;
  const plates::Page& from = print.pages.at(page);
  report.page = from.name;
  report.limit = limit;
  for (const plates::Ink& ink : print.inks) report.inks.push_back(ink.name);
  const plates::InkMap map =
      plates::cropped(plates::map_ink(print, page, kPixelsPerInch), from.trim);
  report.coverage = plates::mean_coverage(map);
  for (const plates::InkSquare& square : plates::heaviest_squares(map, kSide, kMostSquares)) {
    HeavySquare& heavy = report.squares.emplace_back();
    heavy.square = square;
    for (const plates::InkShare& share : plates::shares_of_ink(print, page, square.box)) {
      if (heavy.sources.size() == kMostSources || share.percent < 1) break;
      const plates::Object& object = from.objects[share.object];
      heavy.sources.push_back(
          {what(object, print.inks), where(object.span, sources), share.percent});
    }
  }
  return report;
}

void append_words(const InkReport& report, std::vector<std::string>& lines) {
  std::string coverage = "  " + report.page + ": ";
  for (std::size_t i = 0; i < report.coverage.size(); ++i) {
    if (i > 0) coverage += ", ";
    coverage += report.inks[i] + " " + format_number(report.coverage[i] * 100, 1) + " %";
  }
  lines.push_back(coverage + " of the page");
  lines.push_back("    " + report.verdict());
  for (const HeavySquare& heavy : report.squares) {
    const Rect& box = heavy.square.box;
    lines.push_back("    " + percent(heavy.square.percent) + " at " +
                    format_number(box.left.pt(), 0) + " " + format_number(box.top.pt(), 0) + " pt");
    for (const HeavySquare::Source& source : heavy.sources) {
      lines.push_back("      " + percent(source.percent) + " by " + source.what +
                      (source.where.empty() ? "" : ", " + source.where));
    }
  }
}

}  // namespace handbill::build
