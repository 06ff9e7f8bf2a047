// SPDX-License-Identifier: MIT
#include "press/marks.h"

#include <catch2/catch.hpp>

#include "base/number.h"
#include "support/document_values.h"

namespace handbill::test {
namespace {

display::PageList marked(const document::Document& document, const Squares& squares) {
  display::Page page;
  page.trim = document.sheet.trim;
  page.bleed = Rect{{}, {}, page.trim.width, page.trim.height}.outset(document.sheet.bleed);
  page.media = page.bleed;
  display::PageList pages;
  pages.pages.push_back(page);
  diag::Diagnostics diags;
  auto result = press::add_marks(document, std::move(pages), nullptr, squares.book, diags);
  CHECK(diags.list().empty());
  return result;
}

std::string in_points(const Rect& box) {
  std::string result;
  for (const Length each : {box.left, box.top, box.width, box.height}) {
    result += (result.empty() ? "" : " ") + format_number(each.pt(), 2);
  }
  return result;
}

std::string line_words(const std::vector<Length>& dash) {
  if (dash.empty()) return "";
  return dash.front() < Length::pt(1) ? " dotted" : " dashed";
}

std::vector<std::string> shapes(const display::Page& page) {
  std::vector<std::string> result;
  for (const auto& item : page.items) {
    const auto* shape = std::get_if<display::Shape>(&item.content);
    if (shape == nullptr) continue;
    CHECK(shape->stroke->color == color::Color::registration());
    CHECK(shape->stroke->width == Length::pt(0.25));
    result.push_back(in_points(shape->path.bounds().value()) + line_words(shape->stroke->dash));
  }
  return result;
}

}  // namespace

TEST_CASE("without marks the media is the bleed and nothing is drawn") {
  const Squares squares;
  const auto list = marked(one_side({}), squares);
  CHECK(in_points(list.pages[0].media) == "-9 -9 218 118");
  CHECK(list.pages[0].items.empty());
}

TEST_CASE("crop and fold marks stand outside the bleed in registration colour") {
  const Squares squares;
  auto document = one_side({});
  document.sheet.marks = {.crop = true, .fold = true, .slug = true};
  document.sides[0].folds = {{Length::pt(70)}};
  const auto list = marked(document, squares);
  const display::Page& page = list.pages[0];
  // 3.175 mm of bleed are 9 pt, 5 mm are 14.17 pt, 1 mm is 2.83 pt.
  CHECK(in_points(page.media) == "-28.84 -28.84 257.69 157.69");
  CHECK(shapes(page) == std::vector<std::string>{
                            "-26.01 0 14.17 0",
                            "211.83 0 14.17 0",
                            "-26.01 100 14.17 0",
                            "211.83 100 14.17 0",
                            "0 -26.01 0 14.17",
                            "0 111.83 0 14.17",
                            "200 -26.01 0 14.17",
                            "200 111.83 0 14.17",
                            "70 -26.01 0 14.17 dashed",
                            "70 111.83 0 14.17 dashed",
                        });
  for (const auto& item : page.items) CHECK_FALSE(item.structure);
}

TEST_CASE("where folds are scored their marks are dotted") {
  const Squares squares;
  auto document = one_side({});
  document.sheet.marks = {.fold = true};
  document.sheet.scored = true;
  document.sides[0].folds = {{Length::pt(70)}};
  CHECK(shapes(marked(document, squares).pages[0]) ==
        std::vector<std::string>{"70 -26.01 0 14.17 dotted", "70 111.83 0 14.17 dotted"});
}

/// The lines along the folds for finishing machines, from edge to edge of the trim.
std::vector<std::string> steps(const document::Document& document) {
  const Squares squares;
  std::vector<std::string> result;
  const auto list = marked(document, squares);
  for (const auto& item : list.pages[0].items) {
    using display::ProcessingStep;
    if (item.step == ProcessingStep::None) continue;
    const auto& shape = std::get<display::Shape>(item.content);
    result.push_back((item.step == ProcessingStep::Folding    ? "fold "
                      : item.step == ProcessingStep::Creasing ? "crease "
                                                              : "? ") +
                     in_points(shape.path.bounds().value()));
  }
  return result;
}

TEST_CASE("a shop that takes layers gets a line along each fold, or each crease") {
  auto document = one_side({});
  document.sides[0].folds = {{Length::pt(70)}, {Length::pt(140)}};
  document.sheet.marks = {.fold = true};
  CHECK(steps(document).empty());
  auto shop = std::make_shared<document::Shop>();
  document.shop = shop;
  CHECK(steps(document).empty());
  shop->processing_steps = true;
  CHECK(steps(document) == std::vector<std::string>{"fold 70 0 0 100", "fold 140 0 0 100"});
  document.sheet.scored = true;
  CHECK(steps(document) == std::vector<std::string>{"crease 70 0 0 100", "crease 140 0 0 100"});
  document.sheet.marks = {.crop = true};
  CHECK(steps(document).empty());
}

TEST_CASE("marks stand 1 mm clear of a wide bleed and keep their distance from a narrow one") {
  const Squares squares;
  auto document = one_side({});
  document.sheet.marks = {.crop = true, .fold = true, .slug = true};
  document.sheet.bleed = Length::pt(20);
  CHECK(shapes(marked(document, squares).pages[0]).front() == "-37.01 0 14.17 0");
  document.sheet.bleed = Length();
  CHECK(shapes(marked(document, squares).pages[0]).front() == "-23.17 0 14.17 0");
}

TEST_CASE("the slug stands below the bottom marks, inside the media") {
  const Squares squares;
  auto document = one_side({});
  document.sheet.marks = {.crop = true, .fold = true, .slug = true};
  document.slug = "brochure r3";
  document.slug_style = squares_style(squares).text;
  const auto list = marked(document, squares);
  const display::Page& page = list.pages[0];
  const auto& run = std::get<display::GlyphRun>(page.items.back().content);
  CHECK(run.text == "brochure r3");
  CHECK(run.origin.x == Length());
  CHECK(run.origin.y - Length::pt(8) > Length::pt(109 + 14.17));
  CHECK(run.origin.y + Length::pt(2) < page.media.bottom());
}

TEST_CASE("numbers of the slug keep their order in a language from right to left") {
  const Squares squares;
  auto document = one_side({});
  document.sheet.marks = {.crop = true, .fold = true, .slug = true};
  document.slug = "\u05d0\u05d1 +5";
  document.slug_style = squares_style(squares).text;
  document.slug_style.language = "he";
  const auto list = marked(document, squares);
  std::vector<std::pair<double, std::string>> words;
  for (const auto& item : list.pages[0].items) {
    const auto* run = std::get_if<display::GlyphRun>(&item.content);
    if (run != nullptr) words.emplace_back(run->origin.x.pt(), run->text);
  }
  std::ranges::sort(words);
  REQUIRE_FALSE(words.empty());
  CHECK(words.front().second == "+5");
}

TEST_CASE("a draft says so even without marks, larger than the slug") {
  const Squares squares;
  auto document = one_side({});
  document.draft = true;
  document.slug = "r3";
  document.slug_style = squares_style(squares).text;
  const auto list = marked(document, squares);
  const display::Page& page = list.pages[0];
  REQUIRE(page.items.size() == 2);
  const auto& draft = std::get<display::GlyphRun>(page.items[0].content);
  CHECK(draft.text == "DRAFT");
  CHECK(draft.size == Length::pt(20));
  CHECK(draft.origin.y - Length::pt(16) > Length::pt(109));
  CHECK(std::get<display::GlyphRun>(page.items[1].content).text == "r3");
  CHECK(page.media.top == Length::pt(-9));
  CHECK(page.media.bottom() > Length::pt(130));
}

TEST_CASE("a long slug is broken, not cut off") {
  const Squares squares;
  auto document = one_side({});
  document.draft = true;
  document.slug = "aaaaaaaaa bbbbbbbbb ccccccccc";
  document.slug_style = squares_style(squares).text;
  CHECK(marked(document, squares).pages[0].items.size() == 3);
}

}  // namespace handbill::test
