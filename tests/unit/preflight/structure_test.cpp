// SPDX-License-Identifier: MIT
// Each rule about the structure of PDF/X, broken.
#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "preflight/inspect.h"
#include "preflight/structure_rules.h"
#include "support/golden.h"
#include "support/paths.h"
#include "unit/preflight/sample_pdf.h"

namespace {

using handbill::Claim;
using handbill::Claims;
using handbill::diag::DiagnosticId;
using handbill::diag::Diagnostics;
using handbill::test::good_x1a;
using handbill::test::good_x4;
using handbill::test::SamplePdf;
using handbill::test::stream;

std::set<std::string> rules_broken(const std::string& file,
                                   const handbill::preflight::InspectOptions& options = {}) {
  Diagnostics diags;
  const auto inspected = handbill::preflight::inspect(file, options, diags);
  REQUIRE(inspected.has_value());
  std::set<std::string> ids;
  for (const auto& each : diags.list()) {
    REQUIRE(each.rule.has_value());
    CHECK(!each.hints.empty());
    ids.insert(each.rule->id);
  }
  return ids;
}

std::set<std::string> rules_broken(const SamplePdf& pdf) { return rules_broken(pdf.write()); }

void replace(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  text.replace(at, from.size(), to);
}

constexpr std::size_t kOutlines = 1288;  ///< where the glyf table of squares.ttf begins

std::string squares() {
  return handbill::test::read_file(handbill::test::source_folder() + "/tests/fonts/squares.ttf");
}

/// Shows codes of two bytes in a font whose 116 glyphs are an em wide.
void set_type(SamplePdf& pdf, const std::string& codes, const std::string& program,
              const std::string& entries = {}) {
  pdf.resources = "/Font << /F 20 0 R >>";
  pdf.content = "BT /F 9 Tf 20 20 Td <" + codes + "> Tj ET";
  pdf.objects[20] =
      "<< /Type /Font /Subtype /Type0 /BaseFont /Squares /Encoding /Identity-H "
      "/DescendantFonts [21 0 R] >>";
  pdf.objects[21] =
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Squares /CIDToGIDMap /Identity "
      "/FontDescriptor 22 0 R " +
      entries + " >>";
  pdf.objects[22] = "<< /Type /FontDescriptor /FontName /Squares /FontFile2 23 0 R >>";
  pdf.objects[23] = stream("/Length1 " + std::to_string(squares().size()), program);
}

std::string small_profile() {
  return handbill::test::read_file(handbill::test::source_folder() + "/tests/profiles/small.icc");
}

/// A colour space that nothing is painted in.
void set_icc(SamplePdf& pdf, const std::string& icc, int components) {
  pdf.resources = "/ColorSpace << /A [/ICCBased 10 0 R] >>";
  pdf.objects[10] = stream("/N " + std::to_string(components), icc);
}

/// What each fault in the grammar of content is.
struct Content {
  const char* name;
  const char* content;
};
constexpr Content kFaulty[] = {
    {"an operand too few", "20 20 30 re f"},
    {"an operand too many", "0 0 0 0 1 k 20 20 30 40 re f"},
    {"a name for a number", "/A 20 30 40 re f"},
    {"`Q` without `q`", "Q"},
    {"`q` without `Q`", "q 20 20 30 40 re f"},
    {"`BT` without `ET`", "BT"},
    {"`ET` without `BT`", "ET"},
    {"`BT` twice", "BT BT ET"},
    {"`EMC` alone", "EMC"},
    {"text outside of a text object", "(x) Tj"},
    {"text without a font", "BT (x) Tj ET"},
    {"a string without an end", "BT (x Tj ET"},
    {"hexadecimal with letters", "BT <4x> Tj ET"},
    {"an array without an end", "[1 2"},
    {"a bracket that closes nothing", "] 20 20 30 40 re f"},
    {"operands at the end", "20 20 30 40 re f 7"},
    {"a line from nowhere", "20 20 l S"},
    {"a curve from nowhere", "20 20 30 30 40 40 c S"},
    {"a picture in line without an end", "BI /W 1 /H 1 /BPC 8 /CS /G ID x"},
};

/// Shows codes of one byte in the same font, as a program that makes subsets writes it.
void set_simple_type(SamplePdf& pdf, const std::string& codes) {
  set_type(pdf, codes, squares());
  std::string widths;
  for (int i = 0; i < 58; ++i) widths += "1000 ";
  pdf.objects[20] =
      "<< /Type /Font /Subtype /TrueType /BaseFont /Squares /FirstChar 33 /LastChar 90 /Widths [" +
      widths + "] /FontDescriptor 22 0 R >>";
}

struct Mutation {
  const char* name;
  Claims standard;
  const char* rule;
  std::function<void(SamplePdf&)> change;
};

constexpr auto X4 = Claim::X4, X1a = Claim::X1a2003;

/// What stands in the way of a file, one thing at a time.
std::vector<Mutation> mutations() {
  return {
      {"a stream that ends early", X4, "pdfx-file",
       [](SamplePdf& p) {
         p.objects[10] = "<< /Length 9 >>\nstream\nabc\nendstream";
         p.page = "/Extra 10 0 R";
       }},
      {"data that can't be unpacked", X4, "pdfx-file",
       [](SamplePdf& p) {
         p.objects[10] = stream("/Filter /FlateDecode", "no flate");
         p.page = "/Extra 10 0 R";
       }},
      {"data of a filter of nobody's", X1a, "pdfx-file",
       [](SamplePdf& p) {
         p.objects[10] = stream("/Filter /FrobDecode", "x");
         p.page = "/Extra 10 0 R";
       }},
      {"PDF 1.7", X4, "pdfx-version", [](SamplePdf& p) { p.version = "1.7"; }},
      {"PDF 1.5", X1a, "pdfx-version", [](SamplePdf& p) { p.version = "1.5"; }},
      {"PDF 1.6 by the catalog", X1a, "pdfx-version",
       [](SamplePdf& p) { p.catalog = "/Version /1.6"; }},
      {"another claim", X4, "pdfx-claim",
       [](SamplePdf& p) { replace(p.xmp, "PDF/X-4", "PDF/X-5"); }},
      {"the claim of 2001", X1a, "pdfx-claim",
       [](SamplePdf& p) { replace(p.info, "X-1a:2003", "X-1a:2001"); }},
      {"no XMP", X4, "pdfx-metadata",
       [](SamplePdf& p) {
         p.xmp.clear();
         p.info += "/GTS_PDFXVersion (PDF/X-4)";
       }},
      {"XMP that is no XML", X4, "pdfx-metadata", [](SamplePdf& p) { p.xmp = "<x"; }},
      {"no version of the document", X4, "pdfx-metadata",
       [](SamplePdf& p) { replace(p.xmp, "xmpMM:VersionID=\"1\"", ""); }},
      {"no title in XMP", X4, "pdfx-title", [](SamplePdf& p) { replace(p.xmp, "A sheet", ""); }},
      {"no title", X1a, "pdfx-title",
       [](SamplePdf& p) { replace(p.info, "/Title (A sheet)", ""); }},
      {"no date", X1a, "pdfx-dates",
       [](SamplePdf& p) { replace(p.info, "/ModDate (D:20261122093000Z)", ""); }},
      {"no date in XMP", X4, "pdfx-dates",
       [](SamplePdf& p) { replace(p.xmp, "xmp:ModifyDate=\"2026-11-22T09:30:00Z\"", ""); }},
      {"two titles", X4, "pdfx-metadata-agree",
       [](SamplePdf& p) { replace(p.info, "A sheet", "Another"); }},
      {"two dates", X4, "pdfx-metadata-agree",
       [](SamplePdf& p) { replace(p.info, "20261122", "20261121"); }},
      {"trapped and not", X4, "pdfx-metadata-agree",
       [](SamplePdf& p) { replace(p.info, "/Trapped /False", "/Trapped /True"); }},
      {"no identifier", X4, "pdfx-id", [](SamplePdf& p) { p.trailer.clear(); }},
      {"unknown trapping", X1a, "pdfx-trapped",
       [](SamplePdf& p) { replace(p.info, "/False", "/Unknown"); }},
      {"no trapping", X4, "pdfx-trapped",
       [](SamplePdf& p) { replace(p.info, "/Trapped /False", ""); }},
      {"no output intent", X1a, "pdfx-output-intent", [](SamplePdf& p) { p.intents.clear(); }},
      {"two output intents", X4, "pdfx-output-intent",
       [](SamplePdf& p) { p.intents += p.intents; }},
      {"no condition", X4, "pdfx-output-intent",
       [](SamplePdf& p) { replace(p.intents, "/OutputConditionIdentifier (CGATS TR 006)", ""); }},
      {"a condition of nobody's", X4, "pdfx-output-intent",
       [](SamplePdf& p) { replace(p.intents, "/RegistryName (http://www.color.org)", ""); }},
      {"no profile", X4, "pdfx-output-profile",
       [](SamplePdf& p) { replace(p.intents, "/DestOutputProfile 7 0 R", ""); }},
      {"a profile of a screen", X4, "pdfx-output-profile",
       [](SamplePdf& p) { replace(p.objects[7], "prtr", "mntr"); }},
      {"an RGB profile", X1a, "pdfx-output-profile",
       [](SamplePdf& p) { replace(p.objects[7], "CMYK", "RGB "); }},
      {"a wrong N", X4, "pdfx-output-profile",
       [](SamplePdf& p) { replace(p.objects[7], "/N 4", "/N 3"); }},
      {"a profile that is cut off", X4, "pdfx-output-profile",
       [](SamplePdf& p) { p.objects[7] = stream("/N 4", small_profile().substr(0, 5000)); }},
      {"a profile whose table is blank", X1a, "pdfx-output-profile",
       [](SamplePdf& p) {
         std::string icc = small_profile();
         const std::size_t table = icc.find("mft1") + 48 + 4 * 256;
         p.objects[7] = stream("/N 4", icc.replace(table, 48, 48, '\0'));
       }},
      {"a profile of a space that is cut off", X4, "pdfx-profiles",
       [](SamplePdf& p) { set_icc(p, small_profile().substr(0, 5000), 4); }},
      {"a profile of another space", X4, "pdfx-profiles",
       [](SamplePdf& p) { set_icc(p, small_profile(), 3); }},
      {"no profile that is one", X4, "pdfx-output-profile",
       [](SamplePdf& p) { p.objects[7] = stream("/N 4", "x"); }},
      {"no trim box", X4, "pdfx-boxes",
       [](SamplePdf& p) { replace(p.boxes, "/TrimBox [10 10 110 130]", ""); }},
      {"trim and art box", X1a, "pdfx-boxes",
       [](SamplePdf& p) { p.boxes += "/ArtBox [10 10 20 20]"; }},
      {"trim beyond bleed", X4, "pdfx-boxes",
       [](SamplePdf& p) { replace(p.boxes, "[10 10 110 130]", "[4 10 110 130]"); }},
      {"bleed beyond media", X1a, "pdfx-boxes",
       [](SamplePdf& p) { replace(p.boxes, "[5 5 115 135]", "[5 5 125 135]"); }},
      {"crop within trim", X4, "pdfx-boxes",
       [](SamplePdf& p) { p.boxes += "/CropBox [20 20 100 120]"; }},
      {"a font of the system", X4, "pdfx-fonts",
       [](SamplePdf& p) {
         p.resources = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
         p.content = "BT /F 9 Tf 20 20 Td (Hello) Tj ET";
       }},
      {"a font name without a font", X4, "pdfx-resources",
       [](SamplePdf& p) { p.content = "BT /F 9 Tf 20 20 Td (Hello) Tj ET"; }},
      {"a font program that is cut off", X4, "pdfx-font-programs",
       [](SamplePdf& p) { set_type(p, "0003", squares().substr(0, 4000)); }},
      {"a font program that is shorter than stated", X4, "pdfx-font-programs",
       [](SamplePdf& p) { set_type(p, "0003", squares().substr(0, 5763)); }},
      {"a font program that is none", X4, "pdfx-font-programs",
       [](SamplePdf& p) { set_type(p, "0003", std::string(9000, 'x')); }},
      {"outlines that are none", X1a, "pdfx-font-programs",
       [](SamplePdf& p) {
         std::string font = squares();
         font.replace(kOutlines, 2900, 2900, '\x7f');
         set_type(p, "00200021", font);
       }},
      {".notdef", X4, "pdfx-glyphs", [](SamplePdf& p) { set_type(p, "00030000", squares()); }},
      {"the first code beyond the font", X1a, "pdfx-glyphs",
       [](SamplePdf& p) { set_type(p, "0074", squares()); }},
      {"a code beyond the map of glyphs", X4, "pdfx-glyphs",
       [](SamplePdf& p) {
         set_type(p, "0009", squares());
         p.objects[24] = stream("", std::string("\0\0\0\x20", 4));
         replace(p.objects[21], "/CIDToGIDMap /Identity", "/CIDToGIDMap 24 0 R");
       }},
      {"a code beyond a font of one byte", X4, "pdfx-glyphs",
       [](SamplePdf& p) { set_simple_type(p, "41ff"); }},
      {"a width that is 3 thousandths off", X4, "pdfx-widths",
       [](SamplePdf& p) { set_type(p, "0020", squares(), "/W [32 [1003]]"); }},
      {"another width for all", X1a, "pdfx-widths",
       [](SamplePdf& p) { set_type(p, "0020", squares(), "/DW 500"); }},
      {"RGB", X1a, "pdfx-color", [](SamplePdf& p) { p.content = "1 0 0 rg 20 20 9 9 re f"; }},
      {"an ICC space", X1a, "pdfx-color",
       [](SamplePdf& p) {
         p.resources = "/ColorSpace << /A [/ICCBased 7 0 R] >>";
         p.content = "/A cs 0 0 0 1 sc 20 20 9 9 re f";
       }},
      {"RGB where CMYK is printed", X4, "pdfx-color",
       [](SamplePdf& p) { p.content = "1 0 0 RG 20 20 m 30 30 l S"; }},
      {"RGB in a form in a form", X4, "pdfx-color",
       [](SamplePdf& p) {
         p.resources = "/XObject << /A 10 0 R >>";
         p.content = "/A Do";
         p.objects[10] = stream(
             "/Type /XObject /Subtype /Form /BBox [0 0 90 90] /Resources << /XObject << /B 11 0 R "
             ">> >>",
             "/B Do");
         p.objects[11] =
             stream("/Type /XObject /Subtype /Form /BBox [0 0 90 90]", "1 0 0 rg 20 20 9 9 re f");
       }},
      {"RGB in a tile", X4, "pdfx-color",
       [](SamplePdf& p) {
         p.resources = "/Pattern << /A 10 0 R >>";
         p.content = "/Pattern cs /A scn 20 20 50 50 re f";
         p.objects[10] = stream(
             "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 "
             "/Resources << >>",
             "1 0 0 rg 0 0 2 2 re f");
       }},
      {"RGB in a glyph that is content", X4, "pdfx-color",
       [](SamplePdf& p) {
         p.resources = "/Font << /F 10 0 R >>";
         p.content = "BT /F 9 Tf 20 20 Td (AA) Tj ET";
         p.objects[10] =
             "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] "
             "/CharProcs << /a 11 0 R >> /Encoding << /Differences [65 /a] >> /FirstChar 65 "
             "/LastChar 65 /Widths [10] >>";
         p.objects[11] = stream("", "10 0 d0 1 0 0 rg 0 0 9 9 re f");
       }},
      {"an ink with two colours", X4, "pdfx-spot",
       [](SamplePdf& p) {
         const std::string head =
             "[/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 ";
         p.resources = "/ColorSpace << /A " + head + "/C0 [0 0 0 0] /C1 [0 0 1 0] >>] /B " + head +
                       "/C0 [0 0 0 0] /C1 [0 1 1 0] >>] >>";
         p.content = "/A cs 1 scn 20 20 9 9 re f /B cs 1 scn 20 20 9 9 re f";
       }},
      {"opacity", X1a, "pdfx-transparency",
       [](SamplePdf& p) {
         p.resources = "/ExtGState << /G << /ca 0.5 >> >>";
         p.content = "/G gs 20 20 9 9 re f";
       }},
      {"a blend mode", X1a, "pdfx-transparency",
       [](SamplePdf& p) {
         p.resources = "/ExtGState << /G << /BM /Multiply >> >>";
         p.content = "/G gs 20 20 9 9 re f";
       }},
      {"a page group", X1a, "pdfx-transparency",
       [](SamplePdf& p) { p.page = "/Group << /S /Transparency >>"; }},
      {"layers", X1a, "pdfx-layers",
       [](SamplePdf& p) { p.catalog = "/OCProperties << /OCGs [] /D << >> >>"; }},
      {"layers that switch", X4, "pdfx-layers",
       [](SamplePdf& p) {
         p.catalog = "/OCProperties << /OCGs [] /D << /AS [<< /Event /Print >>] >> >>";
       }},
      {"LZW", X4, "pdfx-compression",
       [](SamplePdf& p) {
         p.objects[10] = stream("/Filter /LZWDecode", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01");
         p.page = "/Extra 10 0 R";
       }},
      {"JPEG 2000", X1a, "pdfx-compression",
       [](SamplePdf& p) {
         p.objects[10] = stream("/Filter /JPXDecode", "x");
         p.page = "/Extra 10 0 R";
       }},
      {"inline LZW", X4, "pdfx-compression",
       [](SamplePdf& p) { p.content = "BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI"; }},
      {"a stream elsewhere", X4, "pdfx-complete",
       [](SamplePdf& p) {
         p.objects[10] = stream("/F (other.dat)", "");
         p.page = "/Extra 10 0 R";
       }},
      {"OPI", X1a, "pdfx-complete",
       [](SamplePdf& p) {
         p.objects[10] = stream("/OPI << /1.3 << >> >>", "");
         p.page = "/Extra 10 0 R";
       }},
      {"a picture that is not there", X4, "pdfx-resources",
       [](SamplePdf& p) { p.content = "/Nothing Do"; }},
      {"embedded files", X4, "pdfx-complete",
       [](SamplePdf& p) { p.catalog = "/Names << /EmbeddedFiles << /Names [] >> >>"; }},
      {"PostScript", X4, "pdfx-postscript",
       [](SamplePdf& p) {
         p.objects[10] = stream("/Type /XObject /Subtype /PS", "");
         p.page = "/Extra 10 0 R";
       }},
      {"a transfer function", X4, "pdfx-graphics-state",
       [](SamplePdf& p) { p.resources = "/ExtGState << /G << /TR /Identity >> >>"; }},
      {"a second transfer function", X1a, "pdfx-graphics-state",
       [](SamplePdf& p) { p.resources = "/ExtGState << /G << /TR2 /Identity >> >>"; }},
      {"a halftone with a name", X4, "pdfx-graphics-state",
       [](SamplePdf& p) {
         p.resources =
             "/ExtGState << /G << /Type /ExtGState /HT << /HalftoneType 1 /HalftoneName (dots) >> "
             ">> >>";
       }},
      {"a threshold halftone", X1a, "pdfx-graphics-state",
       [](SamplePdf& p) {
         p.resources = "/ExtGState << /G << /Type /ExtGState /HT << /HalftoneType 6 >> >> >>";
       }},
      {"an operator of nobody's", X4, "pdfx-operators",
       [](SamplePdf& p) { p.content = "BX 1 2 frob EX"; }},
      {"a link on the page", X4, "pdfx-annotations",
       [](SamplePdf& p) {
         p.page = "/Annots [<< /Type /Annot /Subtype /Link /Rect [20 20 40 40] >>]";
       }},
      {"a link that leads away", X4, "pdfx-actions",
       [](SamplePdf& p) {
         p.page =
             "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 4 4] /A << /S /URI /URI (x) >> "
             ">>]";
       }},
      {"JavaScript", X1a, "pdfx-actions",
       [](SamplePdf& p) { p.catalog = "/OpenAction << /S /JavaScript /JS (x) >>"; }},
      {"page actions", X4, "pdfx-actions",
       [](SamplePdf& p) { p.page = "/AA << /O << /S /Named /N /Print >> >>"; }},
      {"an XFA form", X4, "pdfx-forms",
       [](SamplePdf& p) { p.catalog = "/AcroForm << /Fields [] /XFA [] >>"; }},
  };
}

}  // namespace

TEST_CASE("fonts cost more than other streams, as they stay in memory") {
  SamplePdf pdf = handbill::test::good_x4();
  set_type(pdf, "0001", squares());
  const auto message = [&](std::size_t bytes) {
    auto most = handbill::preflight::kMostOfFile;
    most.bytes = bytes;
    Diagnostics diags;
    handbill::preflight::inspect(pdf.write(), {.most = most}, diags);
    for (const auto& each : diags.list()) {
      if (each.id == DiagnosticId::PdfBroken) return each.message;
    }
    return std::string();
  };
  CHECK(message(20 * squares().size()) == "");
  CHECK(message(15 * squares().size()) ==
        "the file, up to page 1, is too large to be judged: its fonts are too large");
}

TEST_CASE("files that keep to their standard break no rule") {
  CHECK(rules_broken(good_x4()).empty());
  CHECK(rules_broken(good_x1a()).empty());
}

TEST_CASE("type that can be printed breaks no rule") {
  SamplePdf pdf = good_x4();
  // Widths may be off by two thousandths.
  set_type(pdf, "002000210073", squares(), "/W [32 [1002 998]]");
  CHECK(rules_broken(pdf).empty());
  // Nobody sees what is not painted.
  set_type(pdf, "0000", squares());
  pdf.content = "BT 3 Tr /F 9 Tf 20 20 Td <00000074> Tj ET";
  CHECK(rules_broken(pdf).empty());
}

TEST_CASE("each rule of structure is found broken, and no other with it") {
  for (const Mutation& mutation : mutations()) {
    DYNAMIC_SECTION(mutation.name) {
      SamplePdf pdf = mutation.standard == X4 ? good_x4() : good_x1a();
      mutation.change(pdf);
      CHECK(rules_broken(pdf) == std::set<std::string>{mutation.rule});
    }
  }
}

TEST_CASE("content of which an operator or operand is wrong is faulty") {
  for (const Content& each : kFaulty) {
    DYNAMIC_SECTION(each.name) {
      SamplePdf pdf = good_x4();
      pdf.content = each.content;
      CHECK(rules_broken(pdf) == std::set<std::string>{"pdfx-operators"});
    }
  }
}

TEST_CASE("the end of a file and the number of its pages are looked at") {
  std::string file = good_x4().write();
  file.resize(file.size() - 6);
  CHECK(rules_broken(file) == std::set<std::string>{"pdfx-file"});
  file = good_x4().write();
  replace(file, "/Count 1", "/Count 2");
  CHECK(rules_broken(file) == std::set<std::string>{"pdfx-file"});
}

TEST_CASE("what can't be printed is told of files of no standard too, and nothing else") {
  const handbill::preflight::InspectOptions none{.standard = Claims()};
  SamplePdf pdf = good_x4();
  pdf.boxes = "/MediaBox [0 0 120 140]";
  pdf.intents.clear();
  pdf.xmp.clear();
  pdf.content = "1 0 0 rg 20 20 9 9 re f";
  CHECK(rules_broken(pdf.write(), none).empty());
  set_type(pdf, "0074", squares());
  pdf.content += " /Nothing Do Q";
  CHECK(rules_broken(pdf.write(), none) ==
        std::set<std::string>{"pdfx-glyphs", "pdfx-operators", "pdfx-resources"});
}

TEST_CASE("every rule of structure is broken by some file here") {
  std::set<std::string> shown = {"pdfx-encryption"};  // in inspect_test
  for (const Mutation& mutation : mutations()) shown.insert(mutation.rule);
  for (const auto& rule : handbill::preflight::structure_rules()) {
    if (!rule.id.starts_with("pdfx-")) continue;  // in claims_test
    INFO(rule.id);
    CHECK(shown.contains(std::string(rule.id)));
  }
}

TEST_CASE("what is wrong on every page is one finding with all its places") {
  SamplePdf pdf = good_x4();
  pdf.pages = 40;
  pdf.content += " 1 0 0 rg 40 60 9 9 re f 40 80 9 9 re f";
  pdf.boxes = "/MediaBox [0 0 120 140] /TrimBox [10 10 110 130] /ArtBox [10 10 110 130]";
  Diagnostics diags;
  REQUIRE(handbill::preflight::inspect(pdf.write(), {}, diags));
  REQUIRE(diags.list().size() == 2);
  CHECK(diags.list()[0].message == "the page has both a TrimBox and an ArtBox (40 times)");
  CHECK(diags.list()[1].message ==
        "DeviceRGB is used, but the output intent is not of that kind (80 times)");
  for (const auto& each : diags.list()) {
    REQUIRE(each.area);
    CHECK(each.area->page == 1);
    REQUIRE(each.also.size() == 39);
    CHECK(each.also.back().page == 40);
  }
}
