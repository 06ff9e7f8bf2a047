// SPDX-License-Identifier: MIT
// The document round the pages: boxes, fonts, pictures, links, information.
#include <catch2/catch.hpp>
#include <regex>

#include "base/content_hash.h"
#include "pages.h"
#include "pdf/syntax.h"
#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

using display::Picture;

const Point kStart{Length::pt(20), Length::pt(50)};

/// The objects of a PDF without streams of bytes, as text that an editor keeps as it is and that
/// is the same in every version of the program.
std::string objects_as_text(std::string pdf) {
  std::erase(pdf, '\r');
  pdf = pdf.substr(pdf.find("1 0 obj"), pdf.find("xref\n") - pdf.find("1 0 obj"));
  return std::regex_replace(pdf, std::regex("Handbill [0-9.]+"), "Handbill");
}

std::string gradient(int width, int height, int channels) {
  std::string bytes;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width * channels; ++x) {
      bytes += static_cast<char>(x * 255 / (width * channels) * (y + 1) / height);
    }
  }
  return bytes;
}

Picture raw(Picture::Space space, int width, int height, std::string bytes) {
  Picture picture;
  picture.space = space;
  picture.width = width;
  picture.height = height;
  picture.bytes = std::move(bytes);
  return picture;
}

Picture with_alpha(Picture picture, std::string alpha) {
  picture.alpha = std::move(alpha);
  return picture;
}

Picture with_bits(Picture picture, int bits) {
  picture.bits = bits;
  return picture;
}

display::PageList page_with(Picture picture) {
  auto pages = one_page({});
  const Rect box{Length::pt(50), Length::pt(20), Length::pt(100), Length::pt(50)};
  pages.pictures.push_back(std::make_shared<const Picture>(std::move(picture)));
  pages.pages[0].items.push_back(
      {.content = display::PlacedPicture{display::PictureId{0}, box, Path::rect(box)}});
  return pages;
}

}  // namespace

TEST_CASE("pages have exact boxes") {
  const TestFonts fonts;
  auto pages = one_page({});
  display::Page& page = pages.pages[0];
  page.trim = {Length::mm(210), Length::mm(297)};
  page.bleed = Rect{{}, {}, page.trim.width, page.trim.height}.outset(Length::mm(3));
  page.media = page.bleed.outset(Length::mm(10));
  page.media.height += Length::pt(1.5);
  pages.pages.push_back(empty_page(Length::inch(11), Length::inch(8.5)));
  const std::string pdf = written_as_text(pages, fonts);
  CHECK(contains(pdf,
                 "/MediaBox[0 0 668.9764 917.0906]\n/CropBox[0 0 668.9764 917.0906]\n"
                 "/BleedBox[28.3465 29.8465 640.6299 888.7441]\n"
                 "/TrimBox[36.8504 38.3504 632.126 880.2402]\n"));
  CHECK(contains(pdf,
                 "/MediaBox[0 0 792 612]\n/CropBox[0 0 792 612]\n/BleedBox[0 0 792 612]\n"
                 "/TrimBox[0 0 792 612]\n"));
  CHECK(contains(pdf, "/Count 2"));
  CHECK(pdf.starts_with("%PDF-1.7\n"));
}

TEST_CASE("a page larger than readers open is an error") {
  const TestFonts fonts;
  auto pages = one_page({});
  pages.pages[0].media.width = Length::inch(201);
  diag::Diagnostics diags;
  CHECK(!pdf::write_pdf(pages, fonts.book, {}, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].message ==
        "page `page` is 201 x 1.39 in; a PDF page is at most 200 in a side");
}

TEST_CASE("the document says what it is, and nothing of when it was made") {
  const TestFonts fonts;
  auto pages = one_page({});
  CHECK(!contains(written_as_text(pages, fonts), "Date"));
  pages.metadata = {.title = "Microneedling (caf\u00e9)",
                    .subject = "a \\ b (c)",
                    .author = "",
                    .keywords = "skin",
                    .language = "en-US",
                    .date = "2026-11-22"};
  const std::string pdf = written_as_text(pages, fonts);
  CHECK(contains(pdf,
                 "/Title<FEFF004D006900630072006F006E006500650064006C0069006E0067"
                 "0020002800630061006600E90029>\n"));
  CHECK(contains(pdf, "/Subject(a \\\\ b \\(c\\))\n"));
  CHECK(!contains(pdf, "/Author"));
  CHECK(contains(pdf, "/Keywords(skin)\n/Creator(Handbill "));
  CHECK(contains(pdf, "/CreationDate(D:20261122000000Z)/ModDate(D:20261122000000Z)"));
  CHECK(contains(pdf, "/Lang(en-US)/ViewerPreferences<</DisplayDocTitle true>>"));
  CHECK(!contains(pdf, "Haru"));
}

TEST_CASE("the same pages give the same bytes, other pages another name") {
  const TestFonts fonts;
  const auto id = [](const std::string& pdf) { return pdf.substr(pdf.find("/ID[<"), 38); };
  const auto one = one_page({shaped(fonts, "Hello", {.font = fonts.garamond}, kStart)});
  const auto two = one_page({shaped(fonts, "Hullo", {.font = fonts.garamond}, kStart)});
  CHECK(written(one, fonts) == written(one, TestFonts()));
  CHECK(id(written(one, fonts)) != id(written(two, fonts)));
}

TEST_CASE("fonts are embedded as subsets, each once") {
  const TestFonts fonts;
  auto pages = one_page({shaped(fonts, "ffi A", {.font = fonts.lato}, kStart),
                         shaped(fonts, "ffi B", {.font = fonts.garamond}, kStart)});
  pages.pages.push_back(pages.pages[0]);
  const std::string pdf = written_as_text(pages, fonts);
  CHECK(contains(pdf, "/Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont/"));
  CHECK(contains(pdf, "/Type/Font/Subtype/CIDFontType0/BaseFont/"));
  CHECK(contains(pdf, "/Subtype/CIDFontType0C"));
  CHECK(contains(pdf, "+Lato-Regular/Encoding/Identity-H"));
  CHECK(contains(pdf, "+EBGaramond12-Regular-Identity-H/Encoding/Identity-H"));

  const TempFolder folder;
  const ProgramResult list =
      run_program({"pdffonts", folder.write("page.pdf", written(pages, fonts)).string()});
  INFO(list.output);
  CHECK(contains(list.output,
                 "+Lato-Regular                  CID TrueType      Identity-H       yes yes yes"));
  CHECK(
      contains(list.output,
               "+EBGaramond12-Regular-Identity-H CID Type 0C       Identity-H       yes yes yes"));
  CHECK(std::ranges::count(list.output, '\n') == 4);
}

TEST_CASE("font descriptors hold the font's own values") {
  const TestFonts fonts;
  const std::string lato =
      written_as_text(one_page({shaped(fonts, "A", {.font = fonts.lato}, kStart)}), fonts);
  const std::string squares =
      written_as_text(one_page({shaped(fonts, "AV", {.font = fonts.squares}, kStart)}), fonts);
  CHECK(contains(lato, "/Flags 4/FontBBox["));
  CHECK(contains(squares, "/FontBBox[-100 -200 1000 950]/ItalicAngle 0/Ascent 800/Descent -200"));
  CHECK(contains(squares, "/W[0[1000 1000 1000]]"));
}

TEST_CASE("pictures are drawn in their box, whatever their kind") {
  const TestFonts fonts;
  struct Case {
    const char* name;
    Picture picture;
    std::string object;
  };
  const std::string cyan_pixel("\xFF\0\0\0", 4);
  const std::string black_ink =
      "[/Separation/Black/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 0 1]/N 1>>]";
  using Space = Picture::Space;
  const Case cases[] = {
      {"gray", raw(Space::Gray, 1, 1, "\x40"),
       "/Width 1/Height 1/ColorSpace" + black_ink + "/BitsPerComponent 8/Decode[1 0]"},
      {"rgb", raw(Space::Rgb, 1, 1, "\x40\x40\x40"), "/ColorSpace/DeviceRGB/BitsPerComponent 8"},
      {"cmyk", raw(Space::Cmyk, 1, 1, cyan_pixel), "/ColorSpace/DeviceCMYK/BitsPerComponent 8"},
      {"bits", with_bits(raw(Space::Gray, 9, 1, std::string("\0\0", 2)), 1),
       "/Width 9/Height 1/ColorSpace" + black_ink + "/BitsPerComponent 1/Decode[1 0]"},
      {"gradient", raw(Space::Rgb, 64, 64, gradient(64, 64, 3)), "/Width 64/Height 64"},
      {"alpha", with_alpha(raw(Space::Gray, 2, 1, std::string("\0\0", 2)), "\xFF\x80"), "/SMask"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const auto pages = page_with(c.picture);
    CHECK(contains(written_as_text(pages, fonts), c.object));
    CHECK(operators(pages, fonts).starts_with("q\n100 0 0 50 50 30 cm\n/Im"));
    const std::string pdf = written(pages, fonts);
    for (const Pixels& page : {poppler_page(pdf, 72), mupdf_page(pdf, 72)}) {
      CHECK(page.at(45, 50) == Pixel{255, 255, 255});
      CHECK(page.at(100, 15) == Pixel{255, 255, 255});
      CHECK(page.at(100, 75) == Pixel{255, 255, 255});
      CHECK(page.at(55, 68)[0] < 200);
    }
  }
}

TEST_CASE("differences between neighbours are used where they pay, and change no pixel") {
  const TestFonts fonts;
  const auto pages = page_with(raw(Picture::Space::Rgb, 100, 50, gradient(100, 50, 3)));
  const std::string pdf = written(pages, fonts);
  CHECK(contains(pdf, "/DecodeParms<</Predictor 15/Colors 3/BitsPerComponent 8/Columns 100>>"));
  const auto difference = pixel_difference(
      poppler_page(pdf, 72), poppler_page(written_as_text(pages, fonts), 72), {0, 0, 0});
  INFO(difference.value_or(""));
  CHECK(!difference);
}

TEST_CASE("a picture is cut off by its clip") {
  const TestFonts fonts;
  auto pages = page_with(raw(Picture::Space::Gray, 1, 1, std::string(1, '\0')));
  std::get<display::PlacedPicture>(pages.pages[0].items[0].content).clip =
      Path::rect({Length::pt(50), Length::pt(20), Length::pt(20), Length::pt(20)});
  CHECK(operators(pages, fonts).starts_with("q\n50 80 20 -20 re\nW n\n100 0 0 50 50 30 cm\n"));
  const Pixels page = poppler_page(written(pages, fonts), 72);
  CHECK(page.at(60, 30)[0] < 60);
  CHECK(page.at(80, 30) == Pixel{255, 255, 255});
}

TEST_CASE("a JPEG goes in untouched") {
  const TestFonts fonts;
  const std::string bytes = "\xFF\xD8 not looked at \xFF\xD9";
  Picture picture = raw(Picture::Space::Cmyk, 10, 10, bytes);
  picture.encoding = Picture::Encoding::Jpeg;
  picture.inverted = true;
  const auto pages = page_with(std::move(picture));
  diag::Diagnostics diags;
  const auto pdf = pdf::write_pdf(pages, fonts.book, {}, diags);
  REQUIRE(pdf);
  CHECK(contains(*pdf, "/Decode[1 0 1 0 1 0 1 0]/Filter/DCTDecode"));
  CHECK(contains(*pdf, "stream\r\n" + bytes + "\nendstream"));
}

TEST_CASE("a picture whose data do not fit its size is an error") {
  const TestFonts fonts;
  const Picture cases[] = {
      raw(Picture::Space::Gray, 2, 2, "abc"),
      with_alpha(raw(Picture::Space::Gray, 1, 1, "a"), "ab"),
      raw(Picture::Space::Gray, 0, 1, "a"),
  };
  for (const Picture& picture : cases) {
    diag::Diagnostics diags;
    CHECK(!pdf::write_pdf(page_with(picture), fonts.book, {}, diags));
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].message == "the data of a picture do not fit its size");
  }
}

TEST_CASE("links lie where they are read") {
  const TestFonts fonts;
  auto pages = one_page({});
  pages.pages[0].links.push_back(
      {.box = {Length::pt(10), Length::pt(20), Length::pt(30), Length::pt(8)},
       .target = "https://example.org/caf\u00e9 (1)"});
  const std::string pdf = written_as_text(pages, fonts);
  CHECK(contains(pdf,
                 "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[10 72 40 80]"
                 "/QuadPoints[10 72 40 72 40 80 10 80]/Contents<FEFF"));
  CHECK(contains(pdf, "/A<</S/URI/URI(https://example.org/caf%C3%A9%20\\(1\\))>>"));
}

TEST_CASE("golden: a sign without text, object by object") {
  const TestFonts fonts;
  auto pages = one_page({
      display::Shape{
          .path = Path::rect({Length::pt(-9), Length::pt(-9), Length::pt(218), Length::pt(50)}),
          .fill = color::Color::spot_ink("PANTONE 3272 C", {0.94, 0, 0.48, 0})},
      display::Shape{
          .path = Path::segment({Length::pt(-20), Length::pt(0)}, {Length::pt(-12), Length::pt(0)}),
          .stroke =
              display::Stroke{.color = color::Color::registration(), .width = Length::pt(0.25)}},
      display::Shape{
          .path = Path::ellipse({Length::pt(100), Length::pt(60)}, Length::pt(20), Length::pt(20)),
          .fill = color::Color::process({0, 0.2, 0.4, 0}),
          .opacity = 0.75},
  });
  pages.metadata.title = "A sign";
  pages.metadata.date = "2026-11-22";
  display::Page& page = pages.pages[0];
  page.bleed = page.bleed.outset(Length::pt(9));
  page.media = page.bleed.outset(Length::pt(14));
  page.links.push_back({.box = {Length::pt(80), Length::pt(40), Length::pt(40), Length::pt(40)},
                        .target = "https://example.org/"});
  const auto difference = golden_difference(std::filesystem::path(test::source_folder()) /
                                                "tests/golden/pdf/sign-without-text/expected.txt",
                                            objects_as_text(written_as_text(pages, fonts)));
  if (difference) FAIL(*difference);
}

TEST_CASE("tokens are written as PDF reads them") {
  using namespace handbill::pdf;
  const auto milli = [](double points) {
    std::string text;
    append_milli(text, to_milli(points).value());
    return text;
  };
  CHECK(milli(0) == "0");
  CHECK(milli(-0.0004) == "0");
  CHECK(milli(-0.5) == "-0.5");
  CHECK(milli(12.3456) == "12.346");
  CHECK(milli(32767) == "32767");
  CHECK(milli(0.05) == "0.05");
  CHECK(!to_milli(32768));
  std::string text;
  append_name(text, "A b#/\n");
  append_literal(text, "a(b)\\\r");
  append_utf16_string(text, "\U0001F600");
  CHECK(text == "/A#20b#23#2F#0A(a\\(b\\)\\\\\\r)<FEFFD83DDE00>");
}

TEST_CASE("a hash sees every byte and the length") {
  using handbill::content_hash_hex;
  CHECK(content_hash_hex("").size() == 32);
  CHECK(content_hash_hex("a") != content_hash_hex(std::string("a\0", 2)));
  CHECK(content_hash_hex("12345678a") != content_hash_hex("12345678b"));
  CHECK(content_hash_hex("a2345678") != content_hash_hex("b2345678"));
}

}  // namespace handbill::test
