// SPDX-License-Identifier: MIT
#include "pdf/outline.h"

#include <catch2/catch.hpp>

#include "pages.h"
#include "support/find_text.h"
#include "support/rect.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

using display::Role;
using display::StructId;

/// Pages with headings in them, in the order they are added.
struct Book {
  TestFonts fonts{};
  display::PageList pages{};

  Book() {
    pages.metadata.title = "A book";
    pages.structure.push_back({.role = Role::Document, .alt = {}});
  }
  void add_page(std::optional<std::int64_t> number) {
    pages.pages.push_back(empty_page());
    pages.pages.back().number = number;
  }
  StructId head(int level, const std::string& words, double y) {
    const auto role = static_cast<Role>(static_cast<int>(Role::Heading1) + level - 1);
    pages.structure.push_back({.role = role, .parent = {0}, .alt = {}});
    const StructId node{static_cast<std::uint32_t>(pages.structure.size() - 1)};
    pages.headings.push_back({node, level, words});
    pages.pages.back().items.push_back(
        {.content = shaped(fonts, words, {fonts.lato, Length::pt(10)}, {{}, Length::pt(y)}),
         .structure = node});
    return node;
  }
  std::string output_of(const std::vector<std::string>& command, Claims standard = {}) const {
    const TempFolder folder;
    const auto options = standard.empty() ? pdf::PdfOptions{} : press_options(standard);
    std::vector<std::string> words = command;
    words.push_back(folder.write("a.pdf", written(pages, fonts, options)).string());
    if (words.front() == "mutool") words.emplace_back("outline");
    return run_program(words).output;
  }
};

std::string labels_of(const std::vector<std::optional<std::int64_t>>& numbers) {
  std::vector<display::Page> pages;
  for (const auto& number : numbers) {
    pages.push_back(empty_page());
    pages.back().number = number;
  }
  return pdf::page_labels(pages);
}

}  // namespace

TEST_CASE("headings are bookmarks, below those of higher levels, to where they stand") {
  Book book;
  book.add_page(1);
  book.head(1, "One", 30);
  book.head(2, "One a", 60);
  book.head(4, "One a deep", 70);
  book.add_page(2);
  book.head(2, "One b", 20);
  book.head(1, "Tw\u00F6", 50);
  const std::string outline = book.output_of({"mutool", "show"});
  INFO(outline);
  const char* expected[] = {"\t\"One\"", "\t\t\"One a\"", "\t\t\t\"One a deep\"", "\t\t\"One b\"",
                            "\t\"Tw\u00F6\""};
  std::size_t at = 0;
  for (const char* each : expected) {
    at = outline.find(each, at);
    INFO(each);
    REQUIRE(at != outline.npos);
  }
  const std::string pdf = written(book.pages, book.fonts, pdf::Compression::None);
  CHECK(contains(pdf, "/Type/Outlines"));
  CHECK(contains(pdf, "/Count 5"));  // all are open
  // The page is 100 pt high, the type 10.
  CHECK(contains(pdf, "/XYZ null 80 null]"));
  CHECK(contains(pdf, "/XYZ null 90 null]"));
}

TEST_CASE("a heading that has no place or says nothing is no bookmark") {
  Book book;
  book.add_page(1);
  book.head(1, "", 30);
  book.pages.headings.push_back({{0}, 1, "Nowhere"});
  CHECK_FALSE(contains(written(book.pages, book.fonts, pdf::Compression::None), "/Outlines"));
}

TEST_CASE("PDF/X-4 has bookmarks and numbers of pages, PDF/X-1a neither") {
  Book book;
  book.add_page(3);
  book.head(1, "One", 30);
  for (const Claim claim : {Claim::X4, Claim::X1a2003}) {
    const std::string pdf =
        written(book.pages, book.fonts, press_options(claim, pdf::Compression::None));
    CHECK(contains(pdf, "/Outlines ") == (claim == Claim::X4));
    CHECK(contains(pdf, "/PageLabels<</Nums[0<</S/D/St 3>>]>>") == (claim == Claim::X4));
  }
}

TEST_CASE("pages are labelled by the numbers they bear") {
  CHECK(labels_of({}).empty());
  CHECK(labels_of({std::nullopt, std::nullopt}).empty());
  CHECK(labels_of({1, 2, 3}) == "<</Nums[0<</S/D>>]>>");
  CHECK(labels_of({7, 8}) == "<</Nums[0<</S/D/St 7>>]>>");
  CHECK(labels_of({std::nullopt, std::nullopt, 1, 2, 9}) ==
        "<</Nums[0<<>> 2<</S/D>> 4<</S/D/St 9>>]>>");
  CHECK(labels_of({-1, 0, 1, 2}) == "<</Nums[0<</P(-1)>> 1<</P(0)>> 2<</S/D>>]>>");
}

TEST_CASE("labels are in the numerals that pages print their numbers in") {
  using display::Numerals;
  struct Given {
    std::optional<std::int64_t> number;
    std::optional<Numerals> numerals;
  };
  const auto labels = [](const std::vector<Given>& given) {
    std::vector<display::Page> pages;
    for (const Given& each : given) {
      pages.push_back(empty_page());
      pages.back().number = each.number;
      pages.back().numerals = each.numerals;
    }
    return pdf::page_labels(pages);
  };
  constexpr auto kSmall = Numerals::SmallRoman, kCapital = Numerals::CapitalRoman,
                 kArabic = Numerals::Arabic;
  CHECK(labels({{1, kSmall}, {2, kSmall}}) == "<</Nums[0<</S/r>>]>>");
  CHECK(labels({{4, kCapital}}) == "<</Nums[0<</S/R/St 4>>]>>");
  CHECK(labels({{1, kSmall}, {2, kSmall}, {3, kArabic}, {4, kArabic}}) ==
        "<</Nums[0<</S/r>> 2<</S/D/St 3>>]>>");
  // Title and blank pages print none.
  CHECK(labels({{1, {}}, {2, kSmall}, {3, {}}, {4, kSmall}}) == "<</Nums[0<</S/r>>]>>");
  CHECK(labels({{1, {}}, {2, kSmall}, {1, {}}, {2, {}}}) == "<</Nums[0<</S/r>> 2<</S/D>>]>>");
  CHECK(labels({{std::nullopt, {}}, {1, kSmall}}) == "<</Nums[0<<>> 1<</S/r>>]>>");
}

TEST_CASE("links lead to places of the document, where links may stand") {
  Book book;
  book.add_page(1);
  const StructId heading = [&] {
    book.add_page(2);
    return book.head(1, "Care", 40);
  }();
  auto& links = book.pages.pages[0].links;
  links.push_back({.box = rect(0, 0, 9, 9), .target = "Care", .to = {{1, heading}}});
  links.push_back({.box = rect(0, 20, 9, 9), .target = "2", .to = {{1, {}}}});
  links.push_back({.box = rect(0, 40, 9, 9), .target = "3", .to = {{2, {}}}});  // no such page
  const std::string pdf = written(book.pages, book.fonts, pdf::Compression::None);
  CHECK(count(pdf, "/Subtype/Link") == 2);
  CHECK(contains(pdf, "/Contents(Care)/Dest["));
  CHECK(contains(pdf, "/XYZ null 70 null]"));
  CHECK(contains(pdf, "/Contents(2)/Dest["));
  CHECK(contains(pdf, "/Fit]"));
  CHECK_FALSE(contains(pdf, "/URI"));
  CHECK_FALSE(
      contains(written(book.pages, book.fonts, press_options(Claim::X4, pdf::Compression::None)),
               "/Subtype/Link"));
}

}  // namespace handbill::test
