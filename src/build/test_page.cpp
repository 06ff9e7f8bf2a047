// SPDX-License-Identifier: MIT
#include "build/test_page.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "build/set_page.h"

namespace handbill::build {
namespace {

constexpr const char* kTestLayout = "layouts/tickets/test-page.toml";
constexpr std::string_view kRulersHere = "# rulers\n";
constexpr std::string_view kLetterTrim = "trim   = \"letter portrait\"";

/// In points.
struct Ruler {
  const char* name;
  enum class Way { Across, Down } way;
  double left, top;  ///< of its first line
  double step;       ///< between lines
  int steps;
  int longer;    ///< each so many lines one is longer,
  int numbered;  ///< and each so many has a number
};

constexpr double kInch = 72, kMillimetre = 72 / 25.4;
/// Lines of a ruler, the longest.
constexpr double kLines = 14;
/// Of a sheet of A4 or Letter, both of which have room for them.
constexpr auto kRulers = std::to_array<Ruler>({
    {"inches-across", Ruler::Way::Across, 76, 24, kInch / 8, 52, 4, 8},
    {"millimetres-across", Ruler::Way::Across, 76, 62, kMillimetre, 170, 5, 10},
    {"inches-down", Ruler::Way::Down, 24, 108, kInch / 8, 72, 4, 8},
    {"millimetres-down", Ruler::Way::Down, 66, 108, kMillimetre, 225, 5, 10},
});

std::string points(double value) { return format_number(value, 4); }

std::string line_at(const Ruler& ruler, int number) {
  const double length = number % ruler.numbered == 0 ? kLines
                        : number % ruler.longer == 0 ? kLines * 0.7
                                                     : kLines * 0.45;
  const std::string at = points(number * ruler.step), end = points(length);
  return ruler.way == Ruler::Way::Across ? "M" + at + " 0V" + end : "M0 " + at + "H" + end;
}

/// Half a line is kept free at both ends, so that none is cut.
std::string svg_of(const Ruler& ruler) {
  std::string path;
  for (int i = 0; i <= ruler.steps; ++i) path += line_at(ruler, i);
  const std::string length = points(ruler.steps * ruler.step + 1);
  const std::string box = ruler.way == Ruler::Way::Across
                              ? "-0.5 0 " + length + " " + points(kLines)
                              : "0 -0.5 " + points(kLines) + " " + length;
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + box +
         "\"><path fill=\"none\" stroke=\"#000000\" stroke-width=\"0.5\" d=\"" + path +
         "\"/></svg>\n";
}

struct TestBox {
  double left, top, width, height;
};

std::string box_of(const TestBox& box) {
  return "  box = { left = \"" + points(box.left) + " pt\", top = \"" + points(box.top) +
         " pt\", width = \"" + points(box.width) + " pt\", height = \"" + points(box.height) +
         " pt\" }\n";
}

std::string frames_of(const Ruler& ruler) {
  const bool is_across = ruler.way == Ruler::Way::Across;
  const double length = ruler.steps * ruler.step + 1;
  std::string text = "\n  [[side.frame]]\n  art = \"" + std::string(ruler.name) +
                     ".svg\"\n  alt = \"\"\n" +
                     box_of(is_across ? TestBox{ruler.left - 0.5, ruler.top, length, kLines}
                                      : TestBox{ruler.left, ruler.top - 0.5, kLines, length});
  constexpr double kWide = 22, kHigh = 10;
  for (int i = 0; i <= ruler.steps; i += ruler.numbered) {
    const double at = i * ruler.step;
    const TestBox box =
        is_across ? TestBox{ruler.left + at - kWide / 2, ruler.top + kLines + 1, kWide, kHigh}
                  : TestBox{ruler.left + kLines, ruler.top + at - kHigh / 2, kWide, kHigh};
    // Millimetres are numbered as such.
    const int number = ruler.step < 5 ? i : i / ruler.numbered;
    text += "\n  [[side.frame]]\n  text = \"" + std::to_string(number) +
            "\"\n  style = \"number\"\n" + box_of(box);
  }
  return text;
}

void replace(std::string& text, std::string_view what, const std::string& by) {
  const std::size_t at = text.find(what);
  if (at != text.npos) text.replace(at, what.size(), by);
}

/// The program's own files, and those of the rulers.
diag::HeldFiles files_of_test_page(const world::Project& project, TestPaper paper) {
  diag::HeldFiles files = program_files(project);
  std::string layout = files.read(kTestLayout).bytes.value_or("");
  std::string frames;
  for (const Ruler& each : kRulers) {
    files.hold("layouts/" + std::string(each.name) + ".svg", svg_of(each));
    frames += frames_of(each);
  }
  replace(layout, kRulersHere, frames);
  if (paper == TestPaper::A4) replace(layout, kLetterTrim, "trim = \"a4 portrait\"");
  files.hold(kTestLayout, std::move(layout));
  files.hold("content/en/test.toml", "[test]\n");
  return files;
}

}  // namespace

std::optional<Printable> test_page(TestPaper paper, Run& run, diag::Diagnostics& diags) {
  const diag::HeldFiles files = files_of_test_page(run.workspace.project, paper);
  picture::PictureBook pictures(run.workspace.reader);
  auto pdf = set_layout({files, kTestLayout, pictures, "the test page"}, run, diags);
  if (!pdf) return std::nullopt;
  const Size size = paper == TestPaper::Letter ? Size{Length::inch(8.5), Length::inch(11)}
                                               : Size{Length::mm(210), Length::mm(297)};
  return Printable{.name = "test-page",
                   .pdf = std::move(*pdf),
                   .pages = 2,
                   .paper = size,
                   .printing = {pdf::Printing::Sides::LongEdge},
                   .is_grey = false};
}

}  // namespace handbill::build
