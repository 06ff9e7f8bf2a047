// SPDX-License-Identifier: MIT
// Booklets as a binder has them: sheets that are read back from the PDF by poppler are folded, put
// into one another and gathered here, without a line of the program's, and the pages must come in
// order.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <regex>
#include <sstream>

#include "support/find_text.h"
#include "support/paths.h"
#include "support/pixels.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using handbill::test::run_program;

namespace {

/// "P07", from the top left corner of the sheet, in points.
struct Word {
  int page = 0;
  double x = 0, y = 0;
};

struct PrintedSide {
  double width = 0, height = 0;
  double trim_left = 0, trim_right = 0, trim_bottom = 0, trim_top = 0;
  std::vector<Word> words{};
  double middle() const { return (trim_left + trim_right) / 2; }
};

std::vector<double> numbers_in(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<double>(in), {}};
}

std::vector<PrintedSide> sides_of(const std::filesystem::path& pdf) {
  std::vector<PrintedSide> sides;
  const std::string boxes = run_program({"pdftotext", "-bbox", pdf.string(), "-"}).output;
  const std::regex line(
      R"re(<page width="([\d.]+)" height="([\d.]+)">|xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>P(\d+)<)re");
  for (std::sregex_iterator at(boxes.begin(), boxes.end(), line), end; at != end; ++at) {
    const std::smatch& m = *at;
    if (m[1].matched) {
      sides.push_back({.width = std::stod(m[1]), .height = std::stod(m[2])});
    } else if (!sides.empty()) {
      sides.back().words.push_back({std::stoi(m[5]), std::stod(m[3]), std::stod(m[4])});
    }
  }
  std::istringstream told(run_program({"pdfinfo", "-box", "-l", "-1", pdf.string()}).output);
  std::size_t next = 0;
  for (std::string row; std::getline(told, row);) {
    const std::size_t at = row.find("TrimBox:");
    if (at == row.npos || next == sides.size()) continue;
    const std::vector<double> box = numbers_in(row.substr(at + 8));
    if (box.size() != 4) continue;
    sides[next].trim_left = box[0];
    sides[next].trim_bottom = box[1];
    sides[next].trim_right = box[2];
    sides[next++].trim_top = box[3];
  }
  CHECK(next == sides.size());
  return sides;
}

enum class Turned { AboutUprightAxis, AboutLevelAxis };

/// The pages of a sheet by where they are on the paper, seen from its front.
struct Sheet {
  int front_left = 0, front_right = 0, behind_left = 0, behind_right = 0;
};

Sheet sheet_of(const PrintedSide& front, const PrintedSide& back, Turned turned) {
  Sheet sheet;
  for (const Word& word : front.words) {
    (word.x < front.middle() ? sheet.front_left : sheet.front_right) = word.page;
  }
  for (const Word& word : back.words) {
    const bool is_left = (word.x < back.middle()) == (turned == Turned::AboutLevelAxis);
    (is_left ? sheet.behind_left : sheet.behind_right) = word.page;
  }
  return sheet;
}

enum class Spine { Left, Right };

/// Pages in the order in which somebody turns the leaves of sheets that lie in one another.
std::vector<int> leafed_through(std::vector<Sheet> nest, Spine spine) {
  std::vector<int> pages;
  if (spine == Spine::Right) {
    for (Sheet& sheet : nest) {
      std::swap(sheet.front_left, sheet.front_right);
      std::swap(sheet.behind_left, sheet.behind_right);
    }
  }
  for (const Sheet& sheet : nest) {
    pages.push_back(sheet.front_right);
    pages.push_back(sheet.behind_right);
  }
  for (auto sheet = nest.rbegin(); sheet != nest.rend(); ++sheet) {
    pages.push_back(sheet->behind_left);
    pages.push_back(sheet->front_left);
  }
  return pages;
}

std::string booklet(int pages, const std::string& head) {
  std::string text = "extends = \"house\"\ntitle = \"Booklet\"\n" + head;
  for (int page = 1; page <= pages; ++page) {
    const std::string number = (page < 10 ? "0" : "") + std::to_string(page);
    text += "[[side]]\n  [[side.frame]]\n  text = \"P" + number + "\"\n";
  }
  return text;
}

const std::string kSheet =
    "[sheet]\ntrim = [\"4 in\", \"3 in\"]\nbleed = \"0.125 in\"\nmargin = \"0.5 in\"\ncaliper = "
    "\"0.2 mm\"\n";

struct Book {
  int pages;
  std::string keys;                 ///< of the imposition
  std::vector<std::size_t> sheets;  ///< of each section
  bool has_cover = false;
  std::string head = {};  ///< of the layout
};

std::vector<PrintedSide> printed(const ProjectCopy& project, const Book& book) {
  project.write("layouts/booklet.toml", booklet(book.pages, book.head + kSheet));
  project.write("layouts/impositions/mine.toml", "sheet = [\"12 in\", \"6 in\"]\n" + book.keys);
  const auto built = project.handbill({"build", "booklet", "--impose", "mine"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  return sides_of(project / "out/booklet-mine.pdf");
}

std::vector<int> bound_pages(const std::vector<Sheet>& sheets, const Book& book, Spine spine) {
  std::size_t next = book.has_cover ? 1 : 0;
  std::vector<int> pages;
  for (const std::size_t count : book.sheets) {
    const auto first = sheets.begin() + static_cast<std::ptrdiff_t>(next);
    const auto section = leafed_through({first, first + static_cast<std::ptrdiff_t>(count)}, spine);
    pages.insert(pages.end(), section.begin(), section.end());
    next += count;
  }
  CHECK(next == sheets.size());
  if (!book.has_cover) return pages;
  const std::vector<int> cover = leafed_through({sheets.front()}, spine);
  pages.insert(pages.begin(), cover.begin(), cover.begin() + 2);
  pages.insert(pages.end(), cover.begin() + 2, cover.end());
  return pages;
}

const std::string kStitched = "scheme = \"saddle-stitch\"\n";
const std::string kGlued = "scheme = \"perfect-binding\"\n";
const std::string kUpright = "flip = \"short-edge\"\n";
const std::string kCover = "cover = \"apart\"\n";

}  // namespace

TEST_CASE("folded, put into one another and gathered, pages come in order") {
  const ProjectCopy project;
  const std::string rtl = "direction = \"rtl\"\n";
  const std::vector<Book> books = {
      {4, kStitched, {1}},
      {8, kStitched + kUpright, {2}},
      {12, kStitched, {3}},
      {16, kStitched + kUpright, {4}},
      {32, kStitched, {8}},
      {8, kStitched, {2}, false, rtl},
      {8, kStitched + kUpright + kCover, {1}, true},
      {16, kStitched + kCover, {3}, true, rtl},
      {32, kStitched + "signature = 16\n", {4, 4}},
      {20, kStitched + kUpright + "signature = 8\n", {2, 1, 2}},
      {36, kStitched + kCover + "signature = 16\n", {4, 4}, true},
      {32, kGlued, {4, 4}},
      {32, kGlued + kUpright + "signature = 8\n", {2, 2, 2, 2}, false, rtl},
      {12, kGlued + "signature = 4\n", {1, 1, 1}},
      {36, kGlued + kUpright + kCover, {4, 4}, true},
      {28, kGlued + kCover + "signature = 16\n", {4, 2}, true, rtl},
  };
  for (const Book& book : books) {
    CAPTURE(book.pages, book.keys, book.head);
    const std::vector<PrintedSide> sides = printed(project, book);
    REQUIRE(sides.size() == static_cast<std::size_t>(book.pages / 2));
    const auto turned =
        contains(book.keys, kUpright) ? Turned::AboutUprightAxis : Turned::AboutLevelAxis;
    std::vector<Sheet> sheets;
    for (std::size_t i = 0; i < sides.size(); i += 2) {
      sheets.push_back(sheet_of(sides[i], sides[i + 1], turned));
    }
    std::vector<int> expected;
    for (int page = 1; page <= book.pages; ++page) expected.push_back(page);
    CHECK(bound_pages(sheets, book, book.head.empty() ? Spine::Left : Spine::Right) == expected);
  }
}

TEST_CASE(
    "creep moves words nearer to the fold by what their sheet is pushed out, the trim stays") {
  const ProjectCopy project;
  const std::vector<PrintedSide> sides = printed(project, {16, kStitched + kUpright, {4}});
  REQUIRE(sides.size() == 8);
  constexpr double kCaliper = 0.2 * 72 / 25.4, kPage = 4 * 72.0;
  // Of the words, from the left edge of their page: as the outermost sheet has it.
  double start = 0;
  for (const Word& word : sides[0].words) {
    if (word.x > sides[0].middle()) start = word.x - sides[0].middle();
  }
  CHECK(start == Approx(36).margin(1));
  for (std::size_t i = 0; i < sides.size(); ++i) {
    CAPTURE(i);
    const PrintedSide& side = sides[i];
    CHECK(side.trim_left == Approx(sides[0].trim_left));
    CHECK(side.trim_right - side.trim_left == Approx(2 * kPage));
    const double pushed = kCaliper * static_cast<double>(i / 2);
    REQUIRE(side.words.size() == 2);
    for (const Word& word : side.words) {
      const bool is_right = word.x > side.middle();
      const double from_fold = is_right ? word.x - side.middle() : side.middle() - word.x;
      // In the book, from the spine of the outermost sheet.
      CHECK(from_fold + pushed == Approx(is_right ? start : kPage - start).margin(0.05));
    }
  }
}

TEST_CASE("backs of glued sections leave room for what is milled off, and a cover for its spine") {
  const ProjectCopy project;
  const std::vector<PrintedSide> sides =
      printed(project, {20, kGlued + kCover + "mill = \"4 mm\"\ncreep = \"none\"\n", {4}, true});
  REQUIRE(sides.size() == 10);
  const double mm = 72 / 25.4;
  CHECK(sides[0].trim_right - sides[0].trim_left == Approx(8 * 72 + 8 * 0.2 * mm));
  CHECK(sides[2].trim_right - sides[2].trim_left == Approx(8 * 72 + 8 * mm));
  for (const PrintedSide& side : sides) {
    CHECK(side.trim_left + side.trim_right == Approx(side.width));
    CHECK(side.trim_bottom + side.trim_top == Approx(side.height));
  }
}

TEST_CASE("what bleeds at the spine ends at the fold") {
  const ProjectCopy project;
  const std::string blank = "[[side]]\n  [[side.frame]]\n  text = \"P\"\n";
  project.write("layouts/booklet.toml",
                "extends = \"house\"\ntitle = \"Booklet\"\n[swatch.dark]\ncmyk = [0, 0, 0, 100]\n" +
                    kSheet + blank +
                    "[[side]]\n  [[side.frame]]\n  box = { left = 0, top = 0, right = 0, bottom = "
                    "0 }\n  fill = \"dark\"\n" +
                    blank + blank);
  project.write("layouts/impositions/mine.toml",
                "sheet = [\"12 in\", \"6 in\"]\ncreep = \"none\"\n" + kStitched + kUpright);
  const auto built = project.handbill({"build", "booklet", "--impose", "mine"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  run_program({"pdftoppm", "-r", "72", "-f", "2", "-l", "2",
               (project / "out/booklet-mine.pdf").string(), (project / "out/page").string()});
  const auto pixels = handbill::test::read_ppm(project.read("out/page-2.ppm"));
  REQUIRE(pixels);
  // The fold is at 6 in, the trim from 2 in to 10 in and from 1.5 in to 4.5 in.
  const auto is_dark = [&](int x) { return pixels->at(x, 216)[0] < 120; };
  CHECK_FALSE(is_dark(134));
  CHECK(is_dark(137));
  CHECK(is_dark(430));
  CHECK_FALSE(is_dark(434));
}

TEST_CASE("a booklet for a print shop passes the preflight of that shop") {
  const ProjectCopy project;
  project.write("layouts/booklet.toml", booklet(8, kSheet));
  std::size_t tried = 0;
  for (const std::string& file : project.files("layouts/shops")) {
    if (!file.ends_with(".toml") || file == "conditions.toml") continue;
    const std::string shop = file.substr(0, file.find('.'));
    CAPTURE(shop);
    const std::string scheme = tried++ % 2 == 0 ? "saddle-stitch-13x19" : "perfect-binding-13x19";
    const auto built = project.handbill({"build", "booklet", "--impose", scheme, "--shop", shop});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const auto judged =
        project.handbill({"preflight", "out/booklet-" + scheme + ".pdf", "--shop", shop});
    INFO(judged.output << judged.errors);
    CHECK(judged.exit_code == 0);
  }
  CHECK(tried > 5);
}

TEST_CASE("the preview opens a booklet, from either side") {
  const ProjectCopy project;
  for (const char* direction : {"ltr", "rtl"}) {
    project.write("layouts/booklet.toml",
                  booklet(8, "direction = \"" + std::string(direction) + "\"\n" + kSheet));
    const auto built = project.handbill(
        {"preview", "booklet", "--impose", "saddle-stitch-13x19", "--format", "svg"});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const std::vector<std::string> expected = {
        "booklet-saddle-stitch-13x19-cover.svg",     "booklet-saddle-stitch-13x19-pages-2-3.svg",
        "booklet-saddle-stitch-13x19-pages-4-5.svg", "booklet-saddle-stitch-13x19-pages-6-7.svg",
        "booklet-saddle-stitch-13x19-reading.svg",   "booklet-saddle-stitch-13x19-spreads.svg",
        "booklet-saddle-stitch-13x19-turning.svg"};
    CHECK(project.files("out") == expected);
  }
}

TEST_CASE("the preview opens pages that face each other as a booklet, if they make one") {
  const ProjectCopy project;
  const std::string facing =
      "[sheet]\ntrim = [\"4 in\", \"3 in\"]\nmargin = { top = \"0.5 in\", bottom = \"0.5 in\", "
      "inside = \"0.6 in\", outside = \"0.4 in\" }\n";
  const auto pictures = [&](int pages, const std::string& sheet) {
    std::filesystem::remove_all(project / "out");
    project.write("layouts/booklet.toml", booklet(pages, sheet));
    const auto built = project.handbill({"preview", "booklet", "--format", "svg"});
    INFO(built.errors);
    CHECK(built.exit_code == 0);
    return project.files("out");
  };
  const std::vector<std::string> flat = {"booklet-flat.svg", "booklet-reading.svg"};
  CHECK(pictures(4, facing) ==
        std::vector<std::string>{"booklet-cover.svg", "booklet-pages-2-3.svg",
                                 "booklet-reading.svg", "booklet-spreads.svg"});
  CHECK(pictures(3, facing) == flat);
  CHECK(pictures(2, facing) == flat);
  CHECK(pictures(4, kSheet) == flat);
  CHECK(pictures(4, facing + "sides = 1\n") == flat);
}

TEST_CASE("a spine that a book of one section does not have is told") {
  const ProjectCopy project;
  const auto told = [&](int pages) {
    project.write("layouts/booklet.toml", booklet(pages, kSheet));
    project.write("layouts/impositions/mine.toml",
                  "sheet = [\"12 in\", \"6 in\"]\nsignature = 8\ncover = \"apart\"\nspine = \"3 "
                  "mm\"\n" +
                      kStitched);
    const auto built = project.handbill({"build", "booklet", "--impose", "mine"});
    CHECK(built.exit_code == 0);
    return (built.output + built.errors).find("is left out: what is stitched through one fold") !=
           std::string::npos;
  };
  CHECK(told(12));
  CHECK_FALSE(told(20));
}

TEST_CASE("the preview of pages on sheets of other schemes shows the piece") {
  const ProjectCopy project;
  project.write("layouts/booklet.toml", booklet(2, kSheet));
  const auto built = project.handbill(
      {"preview", "booklet", "--impose", "step-and-repeat-13x19", "--format", "svg"});
  INFO(built.errors);
  CHECK(built.exit_code == 0);
  CHECK(project.files("out") ==
        std::vector<std::string>{"booklet-step-and-repeat-13x19-flat.svg",
                                 "booklet-step-and-repeat-13x19-reading.svg"});
}
