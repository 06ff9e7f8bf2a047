// SPDX-License-Identifier: MIT
#include "check/color_alone.h"

#include <catch2/catch.hpp>

#include "check/contrast.h"
#include "support/document_values.h"

namespace handbill::test {
namespace {

constexpr color::Cmyk kBlack{0, 0, 0, 1};

text::CharacterStyle in(color::Cmyk ink) {
  text::CharacterStyle style;
  style.color = color::Color::process(ink);
  return style;
}

/// "aaaa" in the paragraph's own style, then "bbbb" in another.
document::Document two_words(const text::CharacterStyle& own, const text::CharacterStyle& other,
                             const char* first = "aaaa ") {
  text::Paragraph paragraph;
  paragraph.style.edit().text = own;
  paragraph.inlines = {text::Run{first, paragraph.style->text},
                       text::Run{"bbbb", text::SharedStyle(other)}};
  document::Document document;
  document.stories.push_back({"story", {paragraph}});
  return document;
}

std::size_t told(const document::Document& document) {
  diag::Diagnostics diags;
  check::check_color_alone(document, color::Preview::without_profile(), diags);
  for (const auto& each : diags.list()) CHECK(each.id == diag::DiagnosticId::ColorAlone);
  return diags.list().size();
}

TEST_CASE("words in another colour alone are told, up to three times lighter or darker") {
  const auto own = in({1, 0, 1, 0.4});
  CHECK(told(two_words(own, in({0, 1, 1, 0.4}))) == 1);
  CHECK(told(two_words(own, own)) == 0);
  const auto screen = color::Preview::without_profile();
  const color::Rgb black = screen.to_rgb(color::Color::process(kBlack));
  std::size_t near = 0, far = 0;
  for (int percent = 20; percent < 100; ++percent) {
    const color::Cmyk gray{0, 0, 0, percent / 100.0};
    const double contrast =
        check::contrast_ratio(screen.to_rgb(color::Color::process(gray)), black);
    CHECK(told(two_words(in(kBlack), in(gray))) == (contrast < 3 ? 1U : 0U));
    ++(contrast < 3 ? near : far);
  }
  CHECK(near > 5);
  CHECK(far > 5);
}

TEST_CASE("words that look different in another way too are not told") {
  const auto own = in({1, 0, 1, 0.4});
  auto other = in({0, 1, 1, 0.4});
  other.underline = true;
  CHECK(told(two_words(own, other)) == 0);
  other.underline = false;
  other.size = Length::pt(10.5);
  CHECK(told(two_words(own, other)) == 0);
  other.size = own.size;
  other.typeface = {1};
  CHECK(told(two_words(own, other)) == 0);
  other.typeface = own.typeface;
  other.language = "es";
  CHECK(told(two_words(own, other)) == 1);
}

TEST_CASE("words alone in their paragraph differ from nothing") {
  CHECK(told(two_words(in({1, 0, 1, 0.4}), in({0, 1, 1, 0.4}), ": ")) == 0);
}

document::Document table_of(std::vector<document::Cell> cells) {
  document::Table table;
  table.columns.resize(1);
  for (document::Cell& each : cells) {
    document::Row row;
    row.cells.push_back(std::move(each));
    table.rows.push_back(std::move(row));
  }
  document::Document document;
  document.tables.push_back({"table", table, {}});
  return document;
}

document::Cell on(color::Cmyk ink, bool has_words = false) {
  document::TextContent text;
  if (has_words) {
    text::Paragraph paragraph;
    paragraph.inlines = {text::Run{"open", paragraph.style->text}};
    text.paragraphs = {paragraph};
  }
  document::Cell cell{text};
  cell.fill = color::Color::process(ink);
  return cell;
}

TEST_CASE("cells that speak by their ground alone are told, once for a column") {
  const color::Cmyk red{0, 1, 1, 0}, green{1, 0, 1, 0};
  CHECK(told(table_of({on(red), on(green), on(red)})) == 1);
  CHECK(told(table_of({on(red), on(red)})) == 0);
  CHECK(told(table_of({on(red, true), on(green, true)})) == 0);
  CHECK(told(table_of({on(red), on(green, true)})) == 0);
}

}  // namespace
}  // namespace handbill::test
