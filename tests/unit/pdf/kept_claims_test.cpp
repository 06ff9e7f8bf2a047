// SPDX-License-Identifier: MIT
// PDF/A and PDF/UA: said where the file keeps them, told where they are asked for and it does not.
#include "pdf/kept_claims.h"

#include <catch2/catch.hpp>
#include <functional>

#include "pages.h"
#include "support/find_text.h"
#include "support/rect.h"

namespace handbill::test {
namespace {

using display::Role;
using display::StructId;
using pdf::PdfOptions;

/// A page with a tree that keeps all there is.
struct Kept {
  TestFonts fonts{};
  display::PageList pages = one_page({});
  PdfOptions options = press_options({});
  double y = 10;

  Kept() {
    pages.metadata.title = "A page";
    pages.structure.push_back({.role = Role::Document, .alt = {}});
    options.unasked = unasked_beside({});
    options.intent.registry.clear();
    say("Title", Role::Heading1);
    say("Part", Role::Heading2);
    say("Next", Role::Heading1);
  }

  StructId say(const std::string& words, Role role) {
    pages.structure.push_back({.role = role, .parent = {0}, .alt = {}});
    const StructId node{static_cast<std::uint32_t>(pages.structure.size() - 1)};
    pages.pages[0].items.push_back(
        {.content = shaped(fonts, words, {fonts.lato, Length::pt(4)}, {{}, Length::pt(y += 5)}),
         .structure = node});
    return node;
  }
  void paint(display::Content content) {
    pages.pages[0].items.push_back({.content = std::move(content)});
  }

  /// "A UA", as the metadata have it.
  std::string claims() const {
    const std::string pdf = written(pages, fonts, options);
    std::string said;
    for (const char* level : {"A", "U", "B"}) {
      const bool is_said = contains(pdf, std::string("<pdfaid:conformance>") + level);
      if (is_said) said += level;
    }
    CHECK(contains(pdf, "/GTS_PDFA1") == false);  // it lies in an object stream
    if (contains(pdf, "<pdfuaid:part>1")) said += said.empty() ? "UA" : " UA";
    return said;
  }
};

display::Shape in_ink(const color::Cmyk& stand_in) {
  return {.path = Path::rect(rect(0, 0, 9, 9)), .fill = color::Color::spot_ink("Blue", stand_in)};
}

void add_link(Kept& made) {
  made.pages.pages[0].links.push_back({.box = rect(0, 0, 9, 9), .target = "https://a.org"});
}

struct Fault {
  const char* what;
  std::string kept;
  std::function<void(Kept&)> make;
  std::string told_of_ua{};  ///< when PDF/UA-1 is asked for by name; empty: it is kept
  std::string told_of_a{};   ///< the same of PDF/A-2a
};

const std::vector<Fault>& faults() {
  static const std::vector<Fault> all = {
      {"none", "A UA", [](Kept&) {}},
      {"a level of heading is left out", "A", [](Kept& made) { made.say("x", Role::Heading3); },
       "a heading of level 3 stands below one of level 1"},
      {"the first heading is of level 2", "A",
       [](Kept& made) { made.pages.structure[1].role = Role::Heading2; },
       "it begins with a heading of level 2"},
      {"no title", "A", [](Kept& made) { made.pages.metadata.title.clear(); },
       "the document has no title"},
      {"no language", "A", [](Kept& made) { made.pages.metadata.language.clear(); },
       "the document has no language"},
      {"a link without words", "A", add_link, "a link is no part of what is read"},
      {"nothing is read", "U",
       [](Kept& made) {
         for (display::Item& each : made.pages.pages[0].items) each.structure.reset();
       },
       "nothing in it is read, so it has no tags", "nothing in it is read, so it has no tags"},
      {"a letter of nobody's", "U UA",
       [](Kept& made) {
         auto run = std::get<display::GlyphRun>(made.pages.pages[0].items[0].content);
         run.text = "\uE000itle";
         run.glyphs[0].text_end = 3;
         for (std::size_t i = 1; i < run.glyphs.size(); ++i) {
           run.glyphs[i].text_begin += 2;
           run.glyphs[i].text_end += 2;
         }
         made.paint(run);
       },
       "", "a letter of a private use area says nothing to anybody"},
      {"no profile", "UA", [](Kept& made) { made.options.intent.icc = nullptr; }, "",
       "no ICC profile of a press says what its inks look like"},
      {"a picture in RGB of no profile", "UA",
       [](Kept& made) {
         display::Picture picture;
         picture.space = display::Picture::Space::Rgb;
         picture.width = picture.height = 1;
         picture.bytes = "abc";
         picture.name = "a.png";
         made.pages.pictures.push_back(std::make_shared<const display::Picture>(picture));
         made.paint(display::PlacedPicture{display::PictureId{0}, rect(0, 0, 9, 9),
                                           Path::rect(rect(0, 0, 9, 9))});
       },
       "", "picture `a.png` is RGB without an ICC profile"},
      {"two colours for one ink", "UA",
       [](Kept& made) {
         made.paint(in_ink({1, 0, 0, 0}));
         made.paint(in_ink({1, 0.5, 0, 0}));
       },
       "", "two different colours stand in for the ink `Blue`"},
      {"an alt of 16,001 bytes", "UA",
       [](Kept& made) { made.pages.structure[1].alt = std::string(16'001, 'a'); }, "",
       "an `alt` is longer than 16,000 bytes"},
      {"an alt of 16,000 bytes", "A UA",
       [](Kept& made) { made.pages.structure[1].alt = std::string(16'000, 'a'); }},
      {"a title of 16,001 bytes", "UA",
       [](Kept& made) { made.pages.metadata.title = std::string(16'001, 'a'); }, "",
       "what it says of itself is longer than 16,000 bytes"},
  };
  return all;
}

}  // namespace

TEST_CASE("unasked a file says what it keeps, of PDF/A the highest level") {
  for (const Fault& each : faults()) {
    Kept made;
    each.make(made);
    INFO(each.what);
    CHECK(made.claims() == each.kept);
  }
}

TEST_CASE("what is asked for and not kept is told at its place, and nothing is written") {
  for (const Fault& each : faults()) {
    for (const auto& [claim, told] :
         {std::pair(Claim::Ua1, each.told_of_ua), std::pair(Claim::A2a, each.told_of_a)}) {
      Kept made;
      each.make(made);
      made.options.unasked = {};
      made.options.standard = claim;
      made.options.asked_at = {{claim, diag::Span{diag::FileId{3}, 5, 9}}};
      INFO(each.what << ", " << facts_of(claim).name);
      diag::Diagnostics diags;
      const auto bytes = pdf::write_pdf(made.pages, made.fonts.book, made.options, diags);
      CHECK(bytes.has_value() == told.empty());
      REQUIRE(diags.list().size() == (told.empty() ? 0 : 1));
      if (told.empty()) continue;
      const diag::Diagnostic& found = diags.list().front();
      CHECK(found.id == diag::DiagnosticId::ClaimNotKept);
      CHECK(found.span == made.options.asked_at.at(claim));
      CHECK(found.message ==
            "the PDF can't say that it is " + std::string(facts_of(claim).name) + ": " + told);
    }
  }
}

TEST_CASE("PDF/X and PDF/A have an output intent each, with one profile") {
  Kept made;
  made.options.compression = pdf::Compression::None;
  made.options.standard = Claim::X4;
  const std::string pdf = written(made.pages, made.fonts, made.options);
  CHECK(count(pdf, "/Type/OutputIntent") == 2);
  const std::size_t x = pdf.find("/S/GTS_PDFX/"), a = pdf.find("/S/GTS_PDFA1/");
  REQUIRE(x != pdf.npos);
  REQUIRE(a != pdf.npos);
  const auto profile = [&](std::size_t from) {
    const std::size_t at = pdf.find("/DestOutputProfile", from);
    return pdf.substr(at, pdf.find('>', at) - at);
  };
  CHECK(profile(x) == profile(a));
  for (const char* described : {"pdfuaid", "pdfxid", "pdf"}) {
    CHECK(contains(pdf, " pdfaSchema:prefix=\"" + std::string(described) + '"'));
  }
  CHECK_FALSE(contains(pdf, " pdfaSchema:prefix=\"handbill\""));  // it says nothing of inputs
}

TEST_CASE("sheets of a press have no tags, and can't be asked for what wants them") {
  Kept made;
  made.pages.forms = made.pages.pages;
  made.pages.pages[0].items.clear();
  made.pages.pages[0].placed.push_back({.form = 0});
  CHECK(made.claims() == "U");
  made.options.standard = Claim::Ua1;
  CHECK(problems(made.pages, made.fonts, made.options) ==
        std::vector<std::string>{
            "the PDF can't say that it is PDF/UA-1: the sheets of a press have no tags"});
}

}  // namespace handbill::test
