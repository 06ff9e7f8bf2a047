// SPDX-License-Identifier: MIT
// What a file puts on the plates, and files that can't be read.
#include "preflight/inspect.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "preflight/annotate.h"
#include "preflight/budget.h"
#include "support/golden.h"
#include "support/paths.h"
#include "unit/picture/png_bytes.h"
#include "unit/preflight/sample_pdf.h"

namespace {

using handbill::Claim;
using handbill::Claims;
using handbill::diag::DiagnosticId;
using handbill::diag::Diagnostics;
using handbill::plates::ColorSpace;
using handbill::plates::Kind;
using handbill::plates::Object;
using handbill::plates::Print;
using handbill::preflight::InspectOptions;
using handbill::test::SamplePdf;
using handbill::test::stream;

Print print_of(const SamplePdf& pdf) {
  Diagnostics diags;
  const auto inspected = handbill::preflight::inspect(pdf.write(), {.standard = Claims()}, diags);
  REQUIRE(inspected.has_value());
  CHECK(diags.list().empty());
  REQUIRE(inspected->print.pages.size() == 1);
  return inspected->print;
}

Print painted(const std::string& content, const std::string& resources = "") {
  SamplePdf pdf;
  pdf.content = content;
  pdf.resources = resources;
  return print_of(pdf);
}

Object only(const Print& print) {
  REQUIRE(print.pages[0].objects.size() == 1);
  return print.pages[0].objects[0];
}

std::string box_text(const handbill::Rect& box) {
  const auto number = [](handbill::Length length) {
    return std::to_string(static_cast<int>(std::lround(length.pt())));
  };
  return number(box.left) + " " + number(box.top) + " " + number(box.width) + " " +
         number(box.height);
}

constexpr const char* kSpot =
    "/ColorSpace << /S [/Separation /PMS#20485 /DeviceCMYK << /FunctionType 2 /Domain [0 1] "
    "/C0 [0 0 0 0] /C1 [0 0.9 0.8 0] /N 1 >>] /All [/Separation /All /DeviceCMYK << /FunctionType "
    "2 "
    "/Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>] /N [/DeviceN [/Black /PMS#20485] "
    "/DeviceCMYK "
    "<< /FunctionType 2 /Domain [0 1 0 1] /C0 [0] /C1 [1] /N 1 >>] >>";

}  // namespace

TEST_CASE("places are told from the corner of the trim, y down, in points") {
  SamplePdf pdf;
  pdf.content = "20 30 40 50 re f";
  const Print print = print_of(pdf);
  const auto& page = print.pages[0];
  CHECK(box_text(only(print).bounds) == "10 50 40 50");
  CHECK(box_text(page.trim) == "0 0 100 120");
  CHECK(box_text(page.bleed) == "-5 -5 110 130");
  CHECK(box_text(page.media) == "-10 -10 120 140");
  CHECK(page.has_trim);

  pdf.boxes = "/MediaBox [0 0 120 140] /UserUnit 2 /Rotate 90";
  const Print larger = print_of(pdf);
  CHECK(box_text(only(larger).bounds) == "40 120 80 100");
  CHECK(larger.pages[0].rotate == 90);
  CHECK(larger.pages[0].user_unit == 2);
  CHECK_FALSE(larger.pages[0].has_trim);
}

TEST_CASE("colours are told plate by plate") {
  struct Case {
    const char* content;
    ColorSpace space;
    std::vector<double> amounts;
  };
  const Case cases[] = {
      {"0.1 0.2 0.3 0.4 k", ColorSpace::DeviceCmyk, {0.1, 0.2, 0.3, 0.4}},
      {"0.25 g", ColorSpace::DeviceGray, {0, 0, 0, 0.75}},
      {"1 0 0 rg", ColorSpace::DeviceRgb, {0, 1, 1, 0}},
      {"/S cs 0.5 scn", ColorSpace::Separation, {0, 0, 0, 0, 0.5}},
      {"/N cs 0.3 0.6 scn", ColorSpace::DeviceN, {0, 0, 0, 0.3, 0.6}},
      {"/All cs 1 scn", ColorSpace::Separation, {1, 1, 1, 1}},
      {"/DeviceCMYK cs", ColorSpace::DeviceCmyk, {0, 0, 0, 1}},
  };
  for (const Case& each : cases) {
    INFO(each.content);
    const Print print = painted(std::string(each.content) + " 20 20 9 9 re f", kSpot);
    const Object object = only(print);
    CHECK(object.paint.space == each.space);
    REQUIRE(object.paint.amounts.size() == each.amounts.size());
    for (std::size_t i = 0; i < each.amounts.size(); ++i) {
      CHECK(object.paint.amounts[i] == Approx(each.amounts[i]).margin(0.001));
    }
    CHECK(object.paint.named.size() == object.paint.amounts.size());
  }
  const Print spot = painted("/S cs 0.5 scn 20 20 9 9 re f", kSpot);
  REQUIRE(spot.inks.size() == 5);
  CHECK(spot.inks[4].name == "PMS 485");
  CHECK(spot.inks[4].solid.m == Approx(0.9));
  const auto paint = only(spot).paint;
  CHECK(paint.named == std::vector<bool>{false, false, false, false, true});
  CHECK(paint.names == std::vector<std::string>{"PMS 485"});
  CHECK(only(painted("/All cs 1 scn 20 20 9 9 re f", kSpot)).paint.all);
}

TEST_CASE("strokes have their width on the page, and state comes back") {
  const Print print =
      painted("q 2 0 0 2 0 0 cm 1 J 0.5 w [3 1] 2 d 10 10 m 20 10 l S Q 10 10 m 20 20 l S");
  REQUIRE(print.pages[0].objects.size() == 2);
  const Object& first = print.pages[0].objects[0];
  CHECK(first.kind == Kind::Stroke);
  REQUIRE(first.stroke.has_value());
  CHECK(first.stroke->width.pt() == Approx(1));
  CHECK(first.stroke->dash.size() == 2);
  CHECK(first.stroke->dash[0].pt() == Approx(6));
  CHECK(first.stroke->cap == handbill::display::Cap::Round);
  CHECK(print.pages[0].objects[1].stroke->width.pt() == Approx(1));
  CHECK(print.pages[0].objects[1].stroke->dash.empty());
}

TEST_CASE("what a clip leaves nothing of is not painted") {
  CHECK(painted("20 20 10 10 re W n 50 50 9 9 re f").pages[0].objects.empty());
  const Object cut = only(painted("20 20 10 10 re W n 15 15 9 9 re f"));
  CHECK(box_text(cut.bounds) == "10 106 4 4");
  CHECK(cut.clips.size() == 1);
  CHECK(only(painted("20 20 40 40 re W n 25 25 9 9 re f")).clips.empty());
}

TEST_CASE("overprint, opacity and blend modes are those of the graphics state") {
  const std::string states =
      "/ExtGState << /A << /OP true /OPM 1 >> /B << /OP true /op false >> "
      "/C << /ca 0.5 /BM [/Multiply /Normal] >> >>";
  const Object a = only(painted("/A gs 20 20 9 9 re f", states));
  CHECK(a.overprint);
  CHECK(a.overprint_mode == 1);
  CHECK_FALSE(only(painted("/B gs 20 20 9 9 re f", states)).overprint);
  CHECK(only(painted("/B gs 20 20 9 9 re S", states)).overprint);
  const Object c = only(painted("/C gs 20 20 9 9 re f", states));
  CHECK(c.opacity == Approx(0.5));
  CHECK(c.blend_mode == "Multiply");
}

TEST_CASE("text has its size on the page, its words and a box for each glyph") {
  const std::string font =
      "/Font << /F << /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Squares /FirstChar 65 "
      "/Widths "
      "[500 1000] /FontDescriptor << /Type /FontDescriptor /Ascent 800 /Descent -200 >> >> >>";
  const Object text = only(painted("BT /F 10 Tf 2 0 0 2 20 30 Tm [(A) -100 (B)] TJ ET", font));
  CHECK(text.kind == Kind::Text);
  REQUIRE(text.type.has_value());
  CHECK(text.type->size.pt() == Approx(20));
  CHECK(text.type->font == "Squares");
  CHECK(text.type->text == "AB");
  CHECK_FALSE(text.type->embedded);
  // 500 + 100 + 1000 units of 20 points; 800 above the line, 200 below.
  CHECK(box_text(text.bounds) == "10 84 32 20");
  CHECK(only(painted("BT 3 Tr /F 10 Tf 20 30 Td (A) Tj ET", font)).type->invisible);
  CHECK(only(painted("BT 1 0 0 RG 1 Tr /F 10 Tf 20 30 Td (A) Tj ET", font)).paint.space ==
        ColorSpace::DeviceRgb);
}

TEST_CASE("the box of type is that of its ink, not of the highest letter of its font") {
  SamplePdf pdf;
  pdf.resources = "/Font << /F 20 0 R >>";
  pdf.objects[20] =
      "<< /Type /Font /Subtype /Type0 /BaseFont /Squares /Encoding /Identity-H /DescendantFonts "
      "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Squares /CIDToGIDMap /Identity /DW 1000 "
      "/FontDescriptor << /Type /FontDescriptor /Ascent 2000 /Descent -900 /FontFile2 21 0 R >> "
      ">>] >>";
  const std::string squares =
      handbill::test::read_file(handbill::test::source_folder() + "/tests/fonts/squares.ttf");
  pdf.objects[21] = stream("/Length1 " + std::to_string(squares.size()), squares);
  // A full square, from a fifth of an em below the line to four fifths above it.
  pdf.content = "BT /F 10 Tf 20 30 Td <0022> Tj ET";
  CHECK(box_text(only(print_of(pdf)).bounds) == "10 92 10 10");
  // Set twice as wide, and raised by 5 points.
  pdf.content = "BT /F 10 Tf 200 Tz 5 Ts 20 30 Td <0022> Tj ET";
  CHECK(box_text(only(print_of(pdf)).bounds) == "10 87 20 10");
}

TEST_CASE("letters are drawn by their outlines for whoever asks, and stay boxes for rules") {
  // Round, as no letter of the font of squares is.
  const std::string lato =
      handbill::test::read_file("/usr/share/fonts/truetype/lato/Lato-Regular.ttf");
  REQUIRE_FALSE(lato.empty());
  SamplePdf pdf;
  pdf.resources = "/Font << /F 20 0 R >>";
  pdf.objects[20] =
      "<< /Type /Font /Subtype /TrueType /BaseFont /Lato /Encoding /WinAnsiEncoding /FirstChar 79 "
      "/LastChar 79 /Widths [790] /FontDescriptor << /Type /FontDescriptor /Flags 32 "
      "/FontFile2 21 0 R >> >>";
  pdf.objects[21] = stream("/Length1 " + std::to_string(lato.size()), lato);
  pdf.content = "BT /F 10 Tf 20 30 Td (O) Tj ET";
  const auto steps_of = [&](handbill::preflight::Glyphs glyphs) {
    Diagnostics diags;
    const InspectOptions options{.standard = Claims(), .glyphs = glyphs};
    const auto inspected = handbill::preflight::inspect(pdf.write(), options, diags);
    REQUIRE(inspected.has_value());
    const Object text = only(inspected->print);
    return std::pair(text.path.steps().size(), box_text(text.bounds));
  };
  using handbill::preflight::Glyphs;
  const auto box = steps_of(Glyphs::Boxes), outline = steps_of(Glyphs::Outlines);
  CHECK(box.first == 5);
  CHECK(outline.first > 10);
  CHECK(box.second == outline.second);
}

TEST_CASE("pictures have their resolution, space and pixels") {
  SamplePdf pdf;
  pdf.resources = "/XObject << /P 10 0 R /M 11 0 R >>";
  pdf.objects[10] =
      stream("/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceCMYK",
             std::string("\xFF\0\0\0\0\0\0\x80", 8));
  pdf.objects[11] = stream("/Subtype /Image /Width 8 /Height 1 /ImageMask true", "\xAA");
  pdf.content = "q 36 0 0 18 20 20 cm /P Do Q";
  const Object picture = only(print_of(pdf));
  CHECK(picture.kind == Kind::Picture);
  REQUIRE(picture.picture.has_value());
  CHECK(picture.picture->pixels_per_inch() == Approx(4));
  CHECK(picture.paint.space == ColorSpace::DeviceCmyk);
  REQUIRE(picture.picture->raster != nullptr);
  CHECK(picture.picture->raster->bytes == std::string("\xFF\0\0\0\0\0\0\x80", 8));
  CHECK(box_text(picture.bounds) == "10 92 36 18");

  pdf.content = "0 1 0 0 k q 36 0 0 18 20 20 cm /M Do Q";
  const Object mask = only(print_of(pdf));
  CHECK(mask.picture->mask);
  CHECK(mask.picture->bits == 1);
  CHECK(mask.paint.amounts[1] == 1);

  pdf.content = "q 10 0 0 10 20 20 cm BI /W 1 /H 2 /BPC 8 /CS /G ID \x20\xFF EI Q 20 20 9 9 re f";
  const Print inlined = print_of(pdf);
  REQUIRE(inlined.pages[0].objects.size() == 2);
  REQUIRE(inlined.pages[0].objects[0].picture->raster != nullptr);
  CHECK(inlined.pages[0].objects[0].paint.space == ColorSpace::DeviceGray);
}

TEST_CASE("gradients keep their colours on the way") {
  const std::string resources =
      "/Shading << /A << /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [20 20 60 20] /Function "
      "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0 0 0] /N 1 >> >> >>";
  const Object object = only(painted("20 20 40 40 re W n /A sh", resources));
  CHECK(object.kind == Kind::Shading);
  REQUIRE(object.shading != nullptr);
  CHECK(object.shading->stops.front().paint.amounts[0] == 0);
  CHECK(object.shading->stops.back().paint.amounts[0] == 1);
  CHECK(object.shading->from.x.pt() == Approx(10));
  CHECK(object.paint.amounts[0] == Approx(0.5));
}

TEST_CASE("layers name what is on them, and those that are off print nothing") {
  SamplePdf pdf;
  pdf.catalog = "/OCProperties << /OCGs [10 0 R 11 0 R 12 0 R] /D << /OFF [11 0 R 12 0 R] >> >>";
  pdf.objects[10] = "<< /Type /OCG /Name (Words) >>";
  pdf.objects[11] = "<< /Type /OCG /Name (Hidden) >>";
  pdf.objects[12] =
      "<< /Type /OCG /Name (Folds) /GTS_Metadata << /GTS_ProcStepsGroup /Structural "
      "/GTS_ProcStepsType /Folding >> >>";
  pdf.resources = "/Properties << /A 10 0 R /B 11 0 R /C 12 0 R >>";
  pdf.content =
      "/OC /A BDC 20 20 9 9 re f EMC /OC /B BDC 20 20 9 9 re f EMC /OC /C BDC 30 20 m 30 90 l S "
      "EMC";
  const Print print = print_of(pdf);
  REQUIRE(print.pages[0].objects.size() == 2);
  CHECK(print.pages[0].objects[0].layer == "Words");
  CHECK(print.pages[0].objects[1].step == handbill::display::ProcessingStep::Folding);
}

TEST_CASE("a form that draws itself ends") {
  SamplePdf pdf;
  pdf.resources = "/XObject << /A 10 0 R >>";
  pdf.content = "/A Do";
  pdf.objects[10] =
      stream("/Subtype /Form /BBox [0 0 90 90] /Resources << /XObject << /A 10 0 R >> >>",
             "20 20 9 9 re f /A Do");
  CHECK(print_of(pdf).pages[0].objects.size() == 1);
}

TEST_CASE("forms that multiply are refused in bounded time") {
  SamplePdf pdf;
  pdf.resources = "/XObject << /A 10 0 R >>";
  std::string calls;
  for (int i = 0; i < 40; ++i) calls += "/A Do ";
  pdf.content = calls;
  for (int i = 0; i < 8; ++i) {
    const std::string next = std::to_string(11 + i);
    pdf.objects[10 + i] = stream(
        "/Subtype /Form /BBox [0 0 90 90] /Resources << /XObject << /A " + next + " 0 R >> >>",
        calls);
  }
  pdf.objects[18] = stream("/Subtype /Form /BBox [0 0 90 90]", "0 0 9 9 re f");
  Diagnostics diags;
  CHECK_FALSE(handbill::preflight::inspect(pdf.write(), {}, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].id == DiagnosticId::PdfBroken);
  CHECK(diags.list()[0].message == "page 1 is too large to be judged: its forms are too many");
}

TEST_CASE("a long file costs what its pages cost, not what one page may") {
  SamplePdf pdf = handbill::test::good_x4();
  pdf.pages = 200;
  pdf.content.clear();
  // All pages together have more than one may have.
  for (int i = 0; i < 800; ++i) pdf.content += "0 0 0 1 k 20 20 30 40 re f\n";
  Diagnostics diags;
  std::vector<std::size_t> at_once;
  const auto read = handbill::preflight::inspect(
      pdf.write(), {.each_page = [&](const auto& print) { at_once.push_back(print.pages.size()); }},
      diags);
  CHECK(diags.list().empty());
  REQUIRE(read);
  CHECK(at_once == std::vector<std::size_t>(200, 1));
  CHECK(read->print.pages.size() == 200);
  CHECK(read->print.pages.back().objects.empty());
}

TEST_CASE("a file ends at what all its pages may cost together") {
  SamplePdf pdf = handbill::test::good_x4();
  pdf.pages = 40;
  pdf.content = "0 0 0 1 k 20 20 30 40 re f";  // three operators, one object of five steps
  const std::string bytes = pdf.write();
  const auto message = [&](const handbill::preflight::Allowance& most) {
    Diagnostics diags;
    const bool is_read = handbill::preflight::inspect(bytes, {.most = most}, diags).has_value();
    CHECK(is_read == diags.list().empty());
    return is_read ? "" : diags.list().at(0).message;
  };
  using handbill::preflight::kMostOfFile;
  auto most = kMostOfFile;
  most.operators = 120;
  most.objects = 40;
  most.path_steps = 200;
  CHECK(message(most) == "");
  most.operators = 119;
  CHECK(message(most) ==
        "the file, up to page 40, is too large to be judged: it has too many operators");
  most = kMostOfFile;
  most.objects = 39;
  CHECK(message(most) ==
        "the file, up to page 40, is too large to be judged: it paints too many things");
  most = kMostOfFile;
  most.path_steps = 99;
  CHECK(message(most) ==
        "the file, up to page 20, is too large to be judged: its paths are too long");
  most = kMostOfFile;
  most.bytes = (26 + 1024) * 10;
  CHECK(message(most) ==
        "the file, up to page 11, is too large to be judged: its streams are too long");
}

TEST_CASE("a page ends at what it may cost") {
  using handbill::preflight::Allowance;
  using handbill::preflight::Budget;
  using handbill::preflight::kMostOfFile;
  for (const auto amount : {&Allowance::operators, &Allowance::objects, &Allowance::path_steps,
                            &Allowance::bytes, &Allowance::forms}) {
    Budget budget(2, 0, kMostOfFile);
    budget.start_page();
    CHECK(budget.take(budget.*amount, Budget::kPage.*amount, "much"));
    budget.start_page();
    // Of the next page there is what two pages have in the mean.
    CHECK(budget.*amount == 2 * Budget::kShare.*amount);
    CHECK(budget.used_up() == nullptr);
    CHECK_FALSE(budget.take(budget.*amount, Budget::kPage.*amount, "much"));
    CHECK(budget.used_up() == std::string("much"));
    CHECK(budget.is_file_used_up());
    Budget first(2, 0, kMostOfFile);
    first.start_page();
    CHECK_FALSE(first.take(first.*amount, Budget::kPage.*amount + 1, "more"));
    CHECK_FALSE(first.is_file_used_up());
  }
  Budget streams(1, 0, kMostOfFile);
  streams.start_page();
  streams.refuse_stream();
  CHECK(streams.used_up() == std::string("one of its streams is longer than 256 MiB"));
  Budget none(1, 0, {});
  none.start_page();
  none.refuse_stream();
  CHECK(none.used_up() == std::string("its streams are too long"));
}

TEST_CASE("streams that no page uses are unpacked within the budget of the file") {
  SamplePdf pdf = handbill::test::good_x4();
  pdf.objects[10] =
      stream("/Filter /FlateDecode", handbill::test::stored(std::string(100'000, 'x')));
  auto most = handbill::preflight::kMostOfFile;
  most.bytes = 180'000;
  Diagnostics diags;
  CHECK(handbill::preflight::inspect(pdf.write(), {.most = most}, diags));
  CHECK(diags.list().empty());
  pdf.objects[11] = pdf.objects[10];
  CHECK_FALSE(handbill::preflight::inspect(pdf.write(), {.most = most}, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].message == "the file is too large to be judged: its streams are too long");
}

TEST_CASE("a file that would take minutes is given up in seconds") {
  // Every page runs the same long content, which is in the file once: two thousand million
  // operators, where a page may have as many as this one.
  SamplePdf pdf = handbill::test::good_x4();
  pdf.pages = 5000;
  for (int i = 0; i < 40'000; ++i) pdf.content += "n n n n n n n n n n\n";
  auto most = handbill::preflight::kMostOfFile;
  CHECK(most.operators == 100'000'000);
  most.operators /= 100;
  Diagnostics diags;
  CHECK_FALSE(handbill::preflight::inspect(pdf.write(), {.most = most}, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].message ==
        "the file, up to page 3, is too large to be judged: it has too many operators");
}

TEST_CASE("a file has five thousand pages at most") {
  SamplePdf pdf = handbill::test::good_x4();
  pdf.pages = 5000;
  pdf.content.clear();
  Diagnostics diags;
  CHECK(handbill::preflight::inspect(pdf.write(), {}, diags));
  CHECK(diags.list().empty());
  pdf.pages = 5001;
  CHECK_FALSE(handbill::preflight::inspect(pdf.write(), {}, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].message == "the file has more than 5,000 pages");
}

TEST_CASE("content nests as deep as any program makes it, and no deeper") {
  const auto message = [](const SamplePdf& pdf) {
    Diagnostics diags;
    const bool is_read = handbill::preflight::inspect(pdf.write(), {}, diags).has_value();
    CHECK(is_read == diags.list().empty());
    return is_read ? "" : diags.list().at(0).message;
  };
  const auto nested = [](int depth, const char* begin, const char* end) {
    SamplePdf pdf = handbill::test::good_x4();
    pdf.content.clear();
    for (int i = 0; i < depth; ++i) pdf.content += begin;
    for (int i = 0; i < depth; ++i) pdf.content += end;
    return pdf;
  };
  const std::string refused = "page 1 is too large to be judged: ";
  CHECK(message(nested(500, "q ", "Q ")) == "");
  CHECK(message(nested(501, "q ", "Q ")) == refused + "it nests `q` more than 500 deep");
  CHECK(message(nested(1000, "/A BMC ", "EMC ")) == "");
  CHECK(message(nested(1001, "/A BMC ", "EMC ")) ==
        refused + "it nests marked content more than 1,000 deep");
  const auto forms = [](int depth) {
    SamplePdf pdf = handbill::test::good_x4();
    pdf.resources = "/XObject << /A 10 0 R >>";
    pdf.content = "/A Do";
    for (int i = 0; i < depth; ++i) {
      const bool is_last = i + 1 == depth;
      const std::string inner = is_last ? "" : "/A " + std::to_string(11 + i) + " 0 R";
      pdf.objects[10 + i] =
          stream("/Subtype /Form /BBox [0 0 90 90] /Resources << /XObject << " + inner + " >> >>",
                 is_last ? "n" : "/A Do");
    }
    return pdf;
  };
  CHECK(message(forms(24)) == "");
  CHECK(message(forms(25)) == refused + "its forms nest more than 24 deep");
  SamplePdf notes = handbill::test::good_x4();
  const auto with_notes = [&](int count) {
    notes.page = "/Annots [";
    for (int i = 0; i < count; ++i) notes.page += "0 ";
    notes.page += "]";
    return message(notes);
  };
  CHECK(with_notes(5000) == "");
  CHECK(with_notes(5001) == refused + "it has more than 5,000 annotations");
}

TEST_CASE("a file's objects are counted") {
  SamplePdf pdf = handbill::test::good_x4();
  pdf.objects[10] = "[";
  for (int i = 0; i < 500'000; ++i) pdf.objects[10] += "[]";
  pdf.objects[10] += "]";
  Diagnostics diags;
  CHECK_FALSE(handbill::preflight::inspect(pdf.write(), {}, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].message ==
        "the file is too large to be judged: it has more than 500,000 objects");
}

TEST_CASE("pixels are unpacked as far as they may be, and the rest of the file is judged") {
  using handbill::preflight::Budget;
  Budget budget(3, 10, handbill::preflight::kMostOfFile);
  CHECK(budget.pixel_bytes == Budget::kPixelBytes + Budget::kPixelTimes * 10);
  budget.start_page();
  CHECK(budget.take_pixels(budget.pixel_bytes));
  CHECK(budget.pixels_end() == 0);
  budget.start_page();
  CHECK_FALSE(budget.take_pixels(1));
  budget.start_page();
  CHECK_FALSE(budget.take_pixels(1));
  CHECK(budget.pixels_end() == 2);
  CHECK(budget.used_up() == nullptr);

  SamplePdf pdf = handbill::test::good_x4();
  pdf.resources = "/XObject << /P 10 0 R >>";
  pdf.content = "q 36 0 0 18 20 20 cm /P Do Q";
  // 256 MiB hold 53,687,091 pixels of four plates and an alpha; these are a few more.
  const auto picture = [&](int width) {
    pdf.objects[10] = stream("/Subtype /Image /Width " + std::to_string(width) +
                                 " /Height 7000 /BitsPerComponent 8 /ColorSpace /DeviceCMYK",
                             "");
    Diagnostics diags;
    CHECK(handbill::preflight::inspect(pdf.write(), {}, diags));
    std::string notes;
    for (const auto& each : diags.list()) {
      if (each.id == DiagnosticId::TooLarge) notes += each.message;
    }
    return notes;
  };
  CHECK(picture(7669) == "");
  CHECK(picture(7670) ==
        "from page 1 on, pixels of some pictures are not looked at: unpacked, they are too many");
}

TEST_CASE("what can't be read is refused with a reason") {
  const auto reason = [](const std::string& bytes) {
    Diagnostics diags;
    CHECK_FALSE(handbill::preflight::inspect(bytes, {}, diags));
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == DiagnosticId::PdfBroken);
    return diags.list()[0].message;
  };
  CHECK(reason("") == "this is no PDF");
  CHECK(reason("words") == "this is no PDF");
  CHECK(reason("%PDF-1.4\nand then nothing").starts_with("the file can't be read"));
  SamplePdf locked;
  locked.objects[20] = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + std::string(64, 'a') +
                       "> /U <" + std::string(64, 'b') + "> >>";
  locked.trailer += " /Encrypt 20 0 R";
  CHECK(reason(locked.write()) == "the file can't be read without a password");
}

TEST_CASE("a cut or scrambled file never crashes the reader") {
  const std::string good = handbill::test::good_x4().write();
  for (std::size_t cut = 0; cut < good.size(); cut += 37) {
    Diagnostics diags;
    handbill::preflight::inspect(good.substr(0, cut), {}, diags);
    std::string scrambled = good;
    for (std::size_t i = cut; i < scrambled.size(); i += 211)
      scrambled[i] = static_cast<char>(cut + i);
    handbill::preflight::inspect(scrambled, {}, diags);
  }
  SUCCEED();
}

TEST_CASE("a copy with notes has one for each finding") {
  SamplePdf pdf = handbill::test::good_x4();
  pdf.content = "1 0 0 rg 20 20 9 9 re f";
  std::ranges::replace(pdf.info, 'A', 'B');
  Diagnostics findings;
  REQUIRE(handbill::preflight::inspect(pdf.write(), {}, findings));
  REQUIRE(findings.list().size() == 2);
  Diagnostics diags;
  const auto copy = handbill::preflight::annotate(pdf.write(), findings, diags);
  REQUIRE(copy.has_value());
  const auto holds = [&](const char* text) { return copy->find(text) != copy->npos; };
  CHECK(holds("/Subtype /Square"));
  CHECK(holds("/Subtype /Text"));
  CHECK(holds("pdfx-color"));
  CHECK(holds("/Rect [ 20 20 29 29 ]"));
  CHECK(handbill::preflight::annotate(pdf.write(), findings, diags) == copy);
}
