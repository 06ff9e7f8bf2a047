// SPDX-License-Identifier: MIT
// PDF/X-1a and PDF/X-4: what they have, what they don't, and what can't be written as such.
#include <catch2/catch.hpp>

#include "pages.h"
#include "pdf/icc_profile.h"
#include "support/find_text.h"
#include "support/golden.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

using color::Color;
using pdf::Compression;
using pdf::PdfOptions;

const Rect kBox{Length::pt(20), Length::pt(20), Length::pt(60), Length::pt(40)};

display::PageList sign(const TestFonts& fonts) {
  auto pages =
      one_page({display::Shape{.path = Path::rect(kBox), .fill = Color::black()},
                shaped(fonts, "Open", {.font = fonts.lato}, {Length::pt(20), Length::pt(90)})});
  pages.metadata.title = "Hours & <days>";
  pages.metadata.subject = "When we are open";
  pages.metadata.author = "A clinic";
  pages.metadata.keywords = "hours";
  pages.metadata.date = "2026-11-22";
  pages.pages[0].bleed = pages.pages[0].bleed.outset(Length::pt(9));
  pages.pages[0].media = pages.pages[0].bleed.outset(Length::pt(12));
  pages.pages[0].links.push_back({.box = kBox, .target = "https://example.org/"});
  return pages;
}

std::string silent_output_of(const std::vector<std::string>& command) {
  const ProgramResult result = run_program(command);
  INFO(result.errors);
  CHECK(result.exit_code == 0);
  CHECK(result.errors.empty());
  return result.output;
}

display::PageList with_picture(display::Picture picture) {
  auto pages = one_page({});
  pages.metadata.title = "A picture";
  pages.pictures.push_back(std::make_shared<const display::Picture>(std::move(picture)));
  pages.pages[0].items.push_back(
      {.content = display::PlacedPicture{display::PictureId{0}, kBox, Path::rect(kBox)}});
  return pages;
}

display::Picture rgb_pixel(std::string icc, std::string alpha = {}) {
  display::Picture picture;
  picture.space = display::Picture::Space::Rgb;
  picture.width = picture.height = 1;
  picture.bytes = "\xFF\x80\x40";
  picture.icc = std::move(icc);
  picture.alpha = std::move(alpha);
  picture.name = "photo.png";
  return picture;
}

std::string srgb() { return read_file("/usr/share/color/icc/ghostscript/srgb.icc"); }

}  // namespace

TEST_CASE("PDF/X says what it is and which press it is for, and has nothing it must not have") {
  const TestFonts fonts;
  struct Case {
    Claims standard;
    std::vector<const char*> has, has_not;
  };
  const char* intent =
      "/Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(CGATS TR 006)"
      "/RegistryName(http://www.color.org)/OutputCondition(GRACoL 2006, coated)"
      "/Info(GRACoL 2006, coated)";
  const char* dates = "/CreationDate(D:20261122000000Z)/ModDate(D:20261122000000Z)\n";
  const char* boxes =
      "/MediaBox[0 0 242 142]\n/BleedBox[12 12 230 130]\n/TrimBox[21 21 221 121]\n/Resources";
  const Case cases[] = {
      {Claim::X4,
       {"%PDF-1.6\n", intent, "/DestOutputProfile ", "/N 4", dates, boxes,
        "/GTS_PDFXVersion(PDF/X-4)\n/Trapped/False\n", "/Type/Metadata/Subtype/XML"},
       {"/CropBox", "/Annots", "/GTS_PDFXConformance", "/OCProperties"}},
      {Claim::X1a2003,
       {"%PDF-1.4\n", intent, dates, boxes, "/GTS_PDFXVersion(PDF/X-1a:2003)\n/Trapped/False\n",
        "/Type/Metadata/Subtype/XML"},
       {"/CropBox", "/Annots", "/GTS_PDFXConformance", "/DestOutputProfile", "/ICCBased",
        "pdfxid:GTS_PDFXVersion", "/Group", "/ObjStm", "/XRef"}},
      {Claims(),
       {"%PDF-1.7\n", dates, "/CropBox", "/Annots"},
       {"/OutputIntents", "/Metadata", "/GTS_PDFXVersion", "/Trapped"}},
  };
  for (const Case& c : cases) {
    const std::string pdf =
        written(sign(fonts), fonts, press_options(c.standard, Compression::None));
    for (const char* part : c.has) {
      INFO(part);
      CHECK(contains(pdf, part));
    }
    for (const char* part : c.has_not) {
      INFO(part);
      CHECK(!contains(pdf, part));
    }
    CHECK(contains(pdf, "/ID[<"));
  }
}

TEST_CASE("PDF/X-1a embeds the profile of a printing condition that no registry knows") {
  const TestFonts fonts;
  PdfOptions options = press_options(Claim::X1a2003, Compression::None);
  options.intent.registry.clear();
  options.intent.identifier = "Custom";
  options.intent.info.clear();
  const std::string pdf = written(sign(fonts), fonts, options);
  CHECK(contains(pdf,
                 "/OutputConditionIdentifier(Custom)/OutputCondition(Custom)/Info(Custom)"
                 "/DestOutputProfile "));
}

TEST_CASE("objects lie in streams where the standard knows that") {
  const TestFonts fonts;
  const std::string plain = written(sign(fonts), fonts);
  const std::string x4 = written(sign(fonts), fonts, press_options(Claim::X4));
  const std::string x1a = written(sign(fonts), fonts, press_options(Claim::X1a2003));
  for (const std::string* pdf : {&plain, &x4}) {
    CHECK(pdf->starts_with(pdf == &x4 ? "%PDF-1.6\n" : "%PDF-1.7\n"));
    CHECK(count(*pdf, "/Type/ObjStm") == 1);
    CHECK(count(*pdf, "/Type/Page") == 0);
    CHECK(count(*pdf, "/Type/Metadata") == (pdf == &x4 ? 1 : 0));  // read without the rest
  }
  CHECK(x1a.starts_with("%PDF-1.4\n"));
  CHECK(count(x1a, "/Type/ObjStm") == 0);
  CHECK(count(x1a, "/Type /Page\n") == 1);
}

TEST_CASE("other programs read PDF/X, and information and metadata agree") {
  const TestFonts fonts;
  struct Case {
    Claims standard;
    const char* subtype;
  };
  for (const Case& c : {Case{Claim::X4, "PDF/X-4"}, Case{Claim::X1a2003, "PDF/X-1a:2003"}}) {
    const TempFolder folder;
    const std::string pdf =
        folder.write("sign.pdf", written(sign(fonts), fonts, press_options(c.standard))).string();
    const std::string info = silent_output_of({"pdfinfo", "-isodates", pdf});
    INFO(info);
    CHECK(contains(info, std::string("PDF subtype:    ") + c.subtype));
    CHECK(contains(info, "Title:           Hours & <days>\n"));
    CHECK(contains(info, "CreationDate:    2026-11-22T00:00:00Z\n"));
    CHECK(contains(info, "ModDate:         2026-11-22T00:00:00Z\n"));
    const std::string xmp = silent_output_of({"pdfinfo", "-meta", pdf});
    INFO(xmp);
    for (const char* part : {"<dc:format>application/pdf</dc:format>",
                             ">Hours &amp; &lt;days&gt;</rdf:li>", ">When we are open</rdf:li>",
                             "<rdf:li>A clinic</rdf:li>", "<pdf:Keywords>hours</pdf:Keywords>",
                             "<xmp:CreateDate>2026-11-22T00:00:00Z</xmp:CreateDate>",
                             "<xmp:ModifyDate>2026-11-22T00:00:00Z</xmp:ModifyDate>",
                             "<xmp:MetadataDate>2026-11-22T00:00:00Z</xmp:MetadataDate>",
                             "<xmpMM:DocumentID>uuid:", "<xmpMM:VersionID>1</xmpMM:VersionID>",
                             "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
                             "<pdf:Trapped>False</pdf:Trapped>"}) {
      INFO(part);
      CHECK(contains(xmp, part));
    }
    CHECK(contains(xmp, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>") ==
          (c.standard == Claim::X4));
    CHECK(silent_output_of({"gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", pdf}).empty());
    CHECK(contains(silent_output_of({"pdftotext", pdf, "-"}), "Open"));
  }
}

TEST_CASE("what a standard does not take is an error") {
  const TestFonts fonts;
  struct Case {
    const char* name;
    display::PageList pages;
    PdfOptions options;
    std::vector<std::string> expected;
  };
  auto no_title = sign(fonts);
  no_title.metadata.title.clear();
  auto glass = sign(fonts);
  std::get<display::Shape>(glass.pages[0].items[0].content).opacity = 0.5;
  const auto changed = [](Claims standard, const auto& change) {
    PdfOptions options = press_options(standard);
    change(options.intent);
    return options;
  };
  const auto with_icc = [](std::string icc) {
    return [icc = std::move(icc)](pdf::OutputIntent& intent) {
      intent.icc = std::make_shared<const std::string>(icc);
    };
  };
  enum class Paint { Fill, Gradient };
  const auto two_inks = [&](const char* name, Paint paint) {
    auto pages = sign(fonts);
    const Color light = Color::spot_ink("Blue", {0.8, 0, 0, 0});
    const Color dark = Color::spot_ink(name, {1, 0.5, 0, 0});
    display::Shape first{.path = Path::rect(kBox), .fill = light}, second = first;
    second.fill = dark;
    if (paint == Paint::Gradient) {
      second.gradient = std::make_shared<const display::Gradient>(
          display::Gradient{.to = {Length::pt(9), {}}, .stops = {{0, Color::paper()}, {1, dark}}});
    }
    pages.pages[0].items.push_back({.content = first});
    pages.pages[0].items.push_back({.content = second});
    return pages;
  };
  const PdfOptions x1a = press_options(Claim::X1a2003), x4 = press_options(Claim::X4);
  const Case cases[] = {
      {"no title", no_title, x4, {"PDF/X-4 asks for a title"}},
      {"no condition",
       sign(fonts),
       changed(Claim::X1a2003, [](pdf::OutputIntent& intent) { intent.identifier.clear(); }),
       {"PDF/X-1a:2003 asks for a printing condition"}},
      {"no profile",
       sign(fonts),
       changed(Claim::X4, [](pdf::OutputIntent& intent) { intent.icc = nullptr; }),
       {"PDF/X-4 asks for the ICC profile of `CGATS TR 006`"}},
      {"no profile needed",
       sign(fonts),
       changed(Claim::X1a2003, [](pdf::OutputIntent& intent) { intent.icc = nullptr; }),
       {}},
      {"an RGB profile",
       sign(fonts),
       changed(Claim::X4, with_icc(srgb())),
       {"the ICC profile of `CGATS TR 006` is not one for printing in CMYK"}},
      {"no profile at all",
       sign(fonts),
       changed(Claim::X4, with_icc("prtr CMYK acsp")),
       {"the ICC profile of `CGATS TR 006` is not one for printing in CMYK"}},
      {"opacity, X-1a", glass, x1a, {"a shape is transparent; PDF/X-1a knows no transparency"}},
      {"opacity, X-4", glass, x4, {}},
      {"RGB, X-1a",
       with_picture(rgb_pixel(srgb())),
       x1a,
       {"picture `photo.png` is RGB; PDF/X-1a takes ink only"}},
      {"RGB, X-4", with_picture(rgb_pixel(srgb())), x4, {}},
      {"RGB of no profile, X-4",
       with_picture(rgb_pixel({})),
       x4,
       {"picture `photo.png` is RGB without an ICC profile; PDF/X-4 asks for one"}},
      {"RGB of a wrong profile, X-4",
       with_picture(rgb_pixel(*x4.intent.icc)),
       x4,
       {"picture `photo.png` has an ICC profile that is not for RGB"}},
      {"soft mask, X-1a",
       with_picture(rgb_pixel(srgb(), "\x80")),
       x1a,
       {"picture `photo.png` is transparent in places; PDF/X-1a knows no transparency"}},
      {"two colours for one ink, X-4",
       two_inks("Blue", Paint::Fill),
       x4,
       {"two different colours stand in for the ink `Blue`; PDF/X takes one"}},
      {"two colours for one ink, in a gradient",
       two_inks("Blue", Paint::Gradient),
       x4,
       {"two different colours stand in for the ink `Blue`; PDF/X takes one"}},
      {"two colours for one ink, no standard", two_inks("Blue", Paint::Gradient), {}, {}},
      {"two inks, X-4", two_inks("Dark Blue", Paint::Gradient), x4, {}},
      {"soft mask, X-4", with_picture(rgb_pixel(srgb(), "\x80")), x4, {}},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(problems(c.pages, fonts, c.options) == c.expected);
  }
}

TEST_CASE("RGB that stays is in the colour space of its profile, which is there once") {
  const TestFonts fonts;
  auto pages = with_picture(rgb_pixel(srgb()));
  pages.pictures.push_back(std::make_shared<const display::Picture>(rgb_pixel(srgb())));
  pages.pages[0].items.push_back(
      {.content = display::PlacedPicture{display::PictureId{1}, kBox, Path::rect(kBox)}});
  const std::string pdf = written(pages, fonts, press_options(Claim::X4, Compression::None));
  const std::size_t first = pdf.find("/ColorSpace[/ICCBased ");
  const std::size_t second = pdf.find("/ColorSpace[/ICCBased ", first + 1);
  REQUIRE(second != std::string::npos);
  CHECK(pdf.substr(first, 30) == pdf.substr(second, 30));
  CHECK(contains(pdf, "/N 3/Alternate/DeviceRGB"));
  CHECK(!contains(pdf, "/ColorSpace/DeviceRGB"));
}

TEST_CASE("without a revision date PDF/X states one that no clock made") {
  const TestFonts fonts;
  auto pages = sign(fonts);
  for (const char* date : {"", "soon", "2026-11-2x"}) {
    pages.metadata.date = date;
    const std::string pdf = written(pages, fonts, press_options(Claim::X4, Compression::None));
    CHECK(contains(pdf, "/CreationDate(D:20000101000000Z)/ModDate(D:20000101000000Z)"));
    CHECK(contains(pdf, "<xmp:CreateDate>2000-01-01T00:00:00Z</xmp:CreateDate>"));
  }
}

TEST_CASE("what a file was made of stands in its metadata, whatever it conforms to") {
  const TestFonts fonts;
  for (const Claims standard : {Claims(), Claims(Claim::X1a2003), Claims(Claim::X4)}) {
    PdfOptions options = press_options(standard);
    options.inputs = {"layouts/a & b.toml 1f", std::string("con\x01tent\r.toml 2e")};
    const TempFolder folder;
    const std::string pdf = folder.write("sign.pdf", written(sign(fonts), fonts, options)).string();
    const std::string xmp = silent_output_of({"pdfinfo", "-meta", pdf});
    CHECK(contains(xmp, "xmlns:handbill=\"https://handbill.invalid/ns/1.0/\""));
    CHECK(contains(xmp,
                   "<handbill:inputs><rdf:Seq><rdf:li>layouts/a &amp; b.toml 1f</rdf:li>"
                   "<rdf:li>content&#13;.toml 2e</rdf:li></rdf:Seq></handbill:inputs>"));
  }
}

TEST_CASE("parts are made once, and a file is the same with them and without") {
  const TestFonts fonts;
  PdfOptions options = press_options(Claim::X4);
  pdf::PartBook parts;
  const std::string& stream = parts.profiles().deflated(options.intent.icc);
  const auto copy = std::make_shared<const std::string>(*options.intent.icc);
  CHECK(&parts.profiles().deflated(copy) == &stream);
  CHECK(&parts.profiles().deflated(std::make_shared<const std::string>("other")) != &stream);
  const std::string without = written(sign(fonts), fonts, options);
  options.parts = &parts;
  // The second time its streams and fonts are those of the first.
  CHECK((written(sign(fonts), fonts, options) == without));
  CHECK((written(sign(fonts), fonts, options) == without));
  CHECK(stream.size() < options.intent.icc->size());
}

TEST_CASE("documents have identifiers of their own, the same on every day") {
  const TestFonts fonts;
  const auto id = [&](const display::PageList& pages) {
    const std::string pdf = written(pages, fonts, press_options(Claim::X4));
    return pdf.substr(pdf.find("<xmpMM:DocumentID>"), 60);
  };
  auto other = sign(fonts);
  std::get<display::Shape>(other.pages[0].items[0].content).fill = Color::paper();
  CHECK(id(sign(fonts)) == id(sign(fonts)));
  CHECK(id(sign(fonts)) != id(other));
}

}  // namespace handbill::test
