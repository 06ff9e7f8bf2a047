// SPDX-License-Identifier: MIT
// Each rule about tags, broken in a small file that keeps them all.
#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "preflight/inspect.h"
#include "preflight/language_tag.h"
#include "preflight/tag_rules.h"
#include "support/golden.h"
#include "support/paths.h"
#include "unit/preflight/sample_pdf.h"

namespace handbill::test {
namespace {

using diag::Severity;
using preflight::Tags;

void put(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  text.replace(at, from.size(), to);
}

std::string marked(const char* tag, int number) {
  return "/" + std::string(tag) + " <</MCID " + std::to_string(number) + ">> BDC BT /F 9 Tf 20 " +
         std::to_string(30 + 10 * number) + " Td <0021> Tj ET EMC ";
}

/// A square em for each glyph, "A" for glyph 33.
void add_font(SamplePdf& pdf) {
  const std::string program = read_file(source_folder() + "/tests/fonts/squares.ttf");
  pdf.resources = "/Font << /F 20 0 R >>";
  pdf.objects[20] =
      "<< /Type /Font /Subtype /Type0 /BaseFont /Squares /Encoding /Identity-H "
      "/DescendantFonts [21 0 R] /ToUnicode 24 0 R >>";
  pdf.objects[21] =
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Squares /CIDToGIDMap /Identity "
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
      "/FontDescriptor 22 0 R >>";
  pdf.objects[22] = "<< /Type /FontDescriptor /FontName /Squares /FontFile2 23 0 R >>";
  pdf.objects[23] = stream("/Length1 " + std::to_string(program.size()), program);
  pdf.objects[24] = stream("",
                           "1 begincodespacerange <0000> <FFFF> endcodespacerange "
                           "1 beginbfchar <0021> <0041> endbfchar");
}

/// One of each: a heading, a list, a table, a link, a figure, a note; a line that is decoration.
SamplePdf good_tags() {
  SamplePdf pdf = good_x4();
  put(pdf.xmp,
      "xmlns:pdf=", "xmlns:u=\"http://www.aiim.org/pdfua/ns/id/\" u:part=\"1\" xmlns:pdf=");
  add_font(pdf);
  pdf.catalog =
      "/MarkInfo << /Marked true >> /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> "
      "/StructTreeRoot 30 0 R";
  pdf.page = "/StructParents 0 /Tabs /S /Annots [50 0 R]";
  pdf.content = "/Artifact BMC 0 0 0 1 k 20 20 90 1 re f EMC " + marked("H1", 0) +
                marked("Lbl", 1) + marked("LBody", 2) + marked("TH", 3) + marked("TD", 4) +
                marked("Link", 5) + marked("Figure", 6) + marked("Note", 7);
  auto& o = pdf.objects;
  o[30] =
      "<< /Type /StructTreeRoot /K 31 0 R /ParentTree << /Nums [0 [32 0 R 35 0 R 36 0 R 39 0 R "
      "40 0 R 41 0 R 42 0 R 43 0 R] 1 41 0 R] >> >>";
  o[31] = "<< /S /Document /P 30 0 R /K [32 0 R 33 0 R 37 0 R 41 0 R 42 0 R 43 0 R] >>";
  o[32] = "<< /S /H1 /P 31 0 R /Pg 3 0 R /K 0 >>";
  o[33] = "<< /S /L /P 31 0 R /K 34 0 R /A << /O /List /ListNumbering /Disc >> >>";
  o[34] = "<< /S /LI /P 33 0 R /K [35 0 R 36 0 R] >>";
  o[35] = "<< /S /Lbl /P 34 0 R /Pg 3 0 R /K 1 >>";
  o[36] = "<< /S /LBody /P 34 0 R /Pg 3 0 R /K 2 >>";
  o[37] = "<< /S /Table /P 31 0 R /K 38 0 R >>";
  o[38] = "<< /S /TR /P 37 0 R /K [39 0 R 40 0 R] >>";
  o[39] = "<< /S /TH /P 38 0 R /Pg 3 0 R /K 3 /A << /O /Table /Scope /Row >> >>";
  o[40] = "<< /S /TD /P 38 0 R /Pg 3 0 R /K 4 >>";
  o[41] = "<< /S /Link /P 31 0 R /Pg 3 0 R /K [5 << /Type /OBJR /Obj 50 0 R >>] >>";
  o[42] = "<< /S /Figure /P 31 0 R /Pg 3 0 R /K 6 /Alt (A leaf) >>";
  o[43] = "<< /S /Note /P 31 0 R /Pg 3 0 R /K 7 /ID (n1) >>";
  o[50] =
      "<< /Type /Annot /Subtype /Link /Rect [20 80 30 90] /F 4 /StructParent 1 "
      "/Contents (Our page) /A << /S /URI /URI (https://example.com) >> >>";
  return pdf;
}

struct Finding {
  std::string id;
  Severity severity;
};

std::vector<Finding> findings(const SamplePdf& pdf, Tags tags = Tags::Judge) {
  diag::Diagnostics diags;
  const auto inspected =
      preflight::inspect(pdf.write(), {.standard = Claims(), .tags = tags}, diags);
  REQUIRE(inspected.has_value());
  std::vector<Finding> found;
  for (const auto& each : diags.list()) {
    REQUIRE(each.rule.has_value());
    CHECK(!each.hints.empty());
    found.push_back({each.rule->id, each.severity});
  }
  return found;
}

std::set<std::string> broken(const SamplePdf& pdf, Tags tags = Tags::Judge) {
  std::set<std::string> ids;
  for (const Finding& each : findings(pdf, tags)) ids.insert(each.id);
  return ids;
}

using Ids = std::set<std::string>;

struct Mutation {
  const char* name;
  std::function<void(SamplePdf&)> change;
  Ids expected;
};

using P = SamplePdf&;

std::vector<Mutation> of_the_file() {
  return {
      {"no mark", [](P p) { put(p.catalog, "/Marked true", ""); }, {"tags-marked"}},
      {"marked false",
       [](P p) { put(p.catalog, "/Marked true", "/Marked false"); },
       {"tags-marked"}},
      {"suspects",
       [](P p) { put(p.catalog, "/Marked true", "/Marked true /Suspects true"); },
       {"matterhorn-01-007"}},
      {"no suspects",
       [](P p) { put(p.catalog, "/Marked true", "/Marked true /Suspects false"); },
       {}},
      {"no metadata", [](P p) { p.xmp.clear(); }, {"matterhorn-06-001"}},
      {"another part",
       [](P p) { put(p.xmp, "u:part=\"1\"", "u:part=\"2\""); },
       {"matterhorn-06-002"}},
      {"no title", [](P p) { put(p.xmp, "A sheet", ""); }, {"matterhorn-06-003"}},
      {"nothing of the title",
       [](P p) { put(p.catalog, "/DisplayDocTitle true", ""); },
       {"matterhorn-07-001"}},
      {"the name of the file",
       [](P p) { put(p.catalog, "/DisplayDocTitle true", "/DisplayDocTitle false"); },
       {"matterhorn-07-002"}},
      {"no language",
       [](P p) { put(p.catalog, "/Lang (en)", ""); },
       {"matterhorn-11-001", "matterhorn-11-002", "matterhorn-11-004", "matterhorn-11-006"}},
      {"no language but that of the elements",
       [](P p) {
         put(p.catalog, "/Lang (en)", "");
         put(p.objects[31], "/S /Document", "/S /Document /Lang (en)");
       },
       {"matterhorn-11-006"}},
      {"no language, and bookmarks",
       [](P p) {
         put(p.catalog, "/Lang (en)", "/Outlines << /First 60 0 R /Last 60 0 R /Count 1 >>");
         put(p.objects[31], "/S /Document", "/S /Document /Lang (en)");
         p.objects[60] = "<< /Title (One) /Dest [3 0 R /Fit] >>";
       },
       {"matterhorn-11-003", "matterhorn-11-006"}},
      {"a language that is none",
       [](P p) { put(p.catalog, "(en)", "(en_US)"); },
       {"matterhorn-11-001", "matterhorn-11-002", "matterhorn-11-004"}},
      {"an element in a language that is none",
       [](P p) { put(p.objects[32], "/S /H1", "/S /H1 /Lang (x)"); },
       {"matterhorn-11-001"}},
      {"layers without a name",
       [](P p) { p.catalog += "/OCProperties << /OCGs [] /D << >> /Configs [<< >>] >>"; },
       {"matterhorn-20-001", "matterhorn-20-002"}},
      {"layers that switch",
       [](P p) { p.catalog += "/OCProperties << /OCGs [] /D << /Name (All) /AS [] >> >>"; },
       {"matterhorn-20-003"}},
      {"layers with a name",
       [](P p) {
         p.catalog += "/OCProperties << /OCGs [] /D << /Name (A) >> /Configs [<< /Name (B) >>] >>";
       },
       {}},
      {"an embedded file without a name",
       [](P p) { p.catalog += "/Names << /EmbeddedFiles << /Names [(a) << /F (a) >>] >> >>"; },
       {"matterhorn-21-001"}},
      {"an embedded file with its name",
       [](P p) {
         p.catalog +=
             "/Names << /EmbeddedFiles << /Kids [<< /Names [(a) << /F (a) /UF (a) >>] >>] >> >>";
       },
       {}},
      {"a form that is made while it is shown",
       [](P p) {
         p.catalog += "/AcroForm << /Fields [] /XFA 60 0 R >>";
         p.objects[60] = stream("", "<a><dynamicRender>required</dynamicRender></a>");
       },
       {"matterhorn-25-001"}},
      {"a form that is not",
       [](P p) {
         p.catalog += "/AcroForm << /Fields [] /XFA 60 0 R >>";
         p.objects[60] = stream("", "<a><dynamicRender>forbidden</dynamicRender></a>");
       },
       {}},
  };
}

std::vector<Mutation> of_the_tree() {
  return {
      {"a type of nobody's",
       [](P p) { put(p.objects[32], "/H1", "/Headline"); },
       {"matterhorn-02-001"}},
      {"a type that is mapped",
       [](P p) {
         put(p.objects[32], "/H1", "/Headline");
         put(p.objects[30], "/K 31", "/RoleMap << /Headline /Top /Top /H1 >> /K 31");
       },
       {}},
      {"types in a circle",
       [](P p) {
         put(p.objects[32], "/H1", "/Headline");
         put(p.objects[30], "/K 31", "/RoleMap << /Headline /Top /Top /Headline >> /K 31");
       },
       {"matterhorn-02-003"}},
      {"a standard type that is mapped",
       [](P p) { put(p.objects[30], "/K 31", "/RoleMap << /P /Span >> /K 31"); },
       {"matterhorn-02-004"}},
      {"a row in no table",
       [](P p) { put(p.objects[37], "/Table", "/Sect"); },
       {"matterhorn-09-004"}},
      {"a paragraph in a row", [](P p) { put(p.objects[40], "/TD", "/P"); }, {"matterhorn-09-004"}},
      {"an item without a body",
       [](P p) { put(p.objects[36], "/LBody", "/P"); },
       {"matterhorn-09-005"}},
      {"an item of contents in no contents",
       [](P p) { put(p.objects[32], "/H1", "/TOCI"); },
       {"matterhorn-09-006"}},
      {"a ruby text alone", [](P p) { put(p.objects[32], "/H1", "/RT"); }, {"matterhorn-09-007"}},
      {"a warichu text alone",
       [](P p) { put(p.objects[32], "/H1", "/WT"); },
       {"matterhorn-09-008"}},
      {"a row that is shorter",
       [](P p) {
         put(p.objects[37], "/K 38 0 R", "/K [38 0 R 60 0 R]");
         p.objects[60] = "<< /S /TR /P 37 0 R /K << /S /TD >> >>";
       },
       {"matterhorn-09-004"}},
      {"a cell of a type of nobody's",
       [](P p) { put(p.objects[40], "/TD", "/Cell"); },
       {"matterhorn-02-001"}},
      {"a row of one cell over two columns",
       [](P p) {
         put(p.objects[37], "/K 38 0 R", "/K [38 0 R 60 0 R]");
         p.objects[60] = "<< /S /TR /P 37 0 R /K << /S /TD /A << /O /Table /ColSpan 2 >> >> >>";
       },
       {}},
      {"a cell that reaches into the next row",
       [](P p) {
         put(p.objects[37], "/K 38 0 R", "/K [38 0 R 60 0 R]");
         put(p.objects[39], "/Scope /Row", "/Scope /Row /RowSpan 2");
         p.objects[60] = "<< /S /TR /P 37 0 R /K << /S /TD >> >>";
       },
       {}},
      {"a cell that reaches below the table",
       [](P p) { put(p.objects[39], "/Scope /Row", "/Scope /Row /RowSpan 2"); },
       {"matterhorn-09-004"}},
      {"a table without rows",
       [](P p) { put(p.objects[37], "/K 38 0 R", ""); },
       {"matterhorn-09-004", "matterhorn-01-005"}},
      {"a figure without words",
       [](P p) { put(p.objects[42], "/Alt (A leaf)", ""); },
       {"matterhorn-13-004"}},
      {"a figure with other words",
       [](P p) { put(p.objects[42], "/Alt (A leaf)", "/ActualText (A)"); },
       {}},
      {"a formula with words", [](P p) { put(p.objects[42], "/Figure", "/Formula"); }, {}},
      {"a formula with ActualText alone",
       [](P p) {
         put(p.objects[42], "/Figure", "/Formula");
         put(p.objects[42], "/Alt (A leaf)", "/ActualText (A)");
       },
       {"matterhorn-17-002"}},
      {"the first heading is an H2",
       [](P p) { put(p.objects[32], "/H1", "/H2"); },
       {"matterhorn-14-002"}},
      {"an H3 after an H1", [](P p) { put(p.objects[43], "/Note", "/H3"); }, {"matterhorn-14-003"}},
      {"an H2 after an H1", [](P p) { put(p.objects[43], "/Note", "/H2"); }, {}},
      {"an H and an H1", [](P p) { put(p.objects[43], "/Note", "/H"); }, {"matterhorn-14-007"}},
      {"two H in an element",
       [](P p) {
         put(p.objects[32], "/H1", "/H");
         put(p.objects[43], "/Note", "/H");
       },
       {"matterhorn-14-006"}},
      {"a head that heads nothing",
       [](P p) { put(p.objects[39], "/Scope /Row", ""); },
       {"matterhorn-15-003"}},
      {"a head that cells name",
       [](P p) {
         put(p.objects[39], "/Scope /Row", "");
         put(p.objects[40], "/K 4", "/K 4 /A << /O /Table /Headers [(h)] >>");
       },
       {}},
      {"a head by its class",
       [](P p) {
         put(p.objects[39], "/A << /O /Table /Scope /Row >>", "/C /Head");
         put(p.objects[30], "/K 31", "/ClassMap << /Head << /O /Table /Scope /Row >> >> /K 31");
       },
       {}},
      {"a numbering of nobody's",
       [](P p) { put(p.objects[33], "/Disc", "/Stars"); },
       {"matterhorn-16-002"}},
      {"a note without an ID",
       [](P p) { put(p.objects[43], "/ID (n1)", ""); },
       {"matterhorn-19-003"}},
      {"two notes of one ID",
       [](P p) { put(p.objects[42], "/Figure", "/Note /ID (n1)"); },
       {"matterhorn-19-004"}},
  };
}

std::vector<Mutation> of_the_content() {
  return {
      {"an artifact in a tag",
       [](P p) { put(p.content, "/H1 <</MCID 0>> BDC", "/H1 <</MCID 0>> BDC /Artifact BMC EMC"); },
       {"matterhorn-01-003"}},
      {"a tag in an artifact",
       [](P p) {
         put(p.content, "/H1 <</MCID 0>> BDC", "/Artifact BMC /H1 <</MCID 0>> BDC");
         put(p.content, "ET EMC", "ET EMC EMC");
       },
       {"matterhorn-01-004"}},
      {"a span in a tag",
       [](P p) { put(p.content, "BDC BT", "BDC /Span <</Lang (de)>> BDC EMC BT"); },
       {}},
      {"a line without a mark",
       [](P p) {
         put(p.content, "/Artifact BMC 0 0 0 1 k 20 20 90 1 re f EMC", "20 20 90 1 re f");
       },
       {"matterhorn-01-005"}},
      {"nothing painted without a mark", [](P p) { p.content += "20 20 90 1 re n"; }, {}},
      {"content in no element", [](P p) { put(p.objects[36], "/K 2", ""); }, {"matterhorn-01-005"}},
      {"content by a name",
       [](P p) {
         put(p.content, "<</MCID 0>>", "/M");
         p.resources += " /Properties << /M << /MCID 0 >> >>";
       },
       {}},
      {"content in two elements",
       [](P p) { put(p.objects[36], "/K 2", "/K [2 1]"); },
       {"tags-content"}},
      {"an element with content that is not there",
       [](P p) { put(p.objects[36], "/K 2", "/K [2 9]"); },
       {"tags-content"}},
      {"a parent tree that leads elsewhere",
       [](P p) { put(p.objects[30], "[32 0 R 35 0 R", "[35 0 R 32 0 R"); },
       {"tags-parent-tree"}},
      {"a page without a key",
       [](P p) { put(p.page, "/StructParents 0", ""); },
       {"tags-parent-tree"}},
      {"a parent tree in parts",
       [](P p) {
         put(p.objects[30], "<< /Nums [0 [", "<< /Kids [<< /Limits [0 1] /Nums [0 [");
         put(p.objects[30], "1 41 0 R] >>", "1 41 0 R] >>] >>");
       },
       {}},
      {"a form with marks, painted twice",
       [](P p) {
         put(p.content, marked("Note", 7), "/X Do /X Do");
         p.resources += " /XObject << /X 60 0 R >>";
         p.objects[60] =
             stream("/Type /XObject /Subtype /Form /BBox [0 0 120 140] /StructParents 2",
                    marked("Note", 0));
         put(p.objects[43], "/K 7", "/K << /Type /MCR /Stm 60 0 R /MCID 0 >>");
         put(p.objects[30], "1 41 0 R]", "1 41 0 R 2 [43 0 R]]");
       },
       {"matterhorn-30-002"}},
      {"a form with marks, painted once",
       [](P p) {
         put(p.content, marked("Note", 7), "/X Do");
         p.resources += " /XObject << /X 60 0 R >>";
         p.objects[60] =
             stream("/Type /XObject /Subtype /Form /BBox [0 0 120 140] /StructParents 2",
                    marked("Note", 0));
         put(p.objects[43], "/K 7", "/K << /Type /MCR /Stm 60 0 R /MCID 0 >>");
         put(p.objects[30], "1 41 0 R]", "1 41 0 R 2 [43 0 R]]");
       },
       {}},
      {"a page of another file",
       [](P p) {
         p.content += "/Artifact BMC /X Do EMC";
         p.resources += " /XObject << /X 60 0 R >>";
         p.objects[60] = stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << >>", "");
       },
       {"matterhorn-30-001"}},
  };
}

std::vector<Mutation> of_annotations() {
  return {
      {"a link in no element",
       [](P p) { put(p.objects[41], "<< /Type /OBJR /Obj 50 0 R >>", ""); },
       {"matterhorn-28-011"}},
      {"a link without words",
       [](P p) { put(p.objects[50], "/Contents (Our page)", ""); },
       {"matterhorn-28-012"}},
      {"a link off the page",
       [](P p) {
         put(p.objects[41], "<< /Type /OBJR /Obj 50 0 R >>", "");
         put(p.objects[50], "[20 80 30 90]", "[120 80 130 90]");
       },
       {}},
      {"a hidden link",
       [](P p) {
         put(p.objects[41], "<< /Type /OBJR /Obj 50 0 R >>", "");
         put(p.objects[50], "/F 4", "/F 2");
       },
       {}},
      {"a comment in a link",
       [](P p) { put(p.objects[50], "/Link", "/Text"); },
       {"matterhorn-28-002"}},
      {"a comment without words",
       [](P p) {
         put(p.objects[50], "/Link", "/Text");
         put(p.objects[50], "/Contents (Our page)", "");
         put(p.objects[41], "/Link", "/Annot");
       },
       {"matterhorn-28-004"}},
      {"a comment whose element has words",
       [](P p) {
         put(p.objects[50], "/Link", "/Text");
         put(p.objects[50], "/Contents (Our page)", "");
         put(p.objects[41], "/Link", "/Annot /Alt (A note)");
       },
       {}},
      {"a field in no form, without words",
       [](P p) { put(p.objects[50], "/Link", "/Widget"); },
       {"matterhorn-28-005", "matterhorn-28-010"}},
      {"a field in a form, with words",
       [](P p) {
         put(p.objects[50], "/Link", "/Widget /Parent << /TU (Name) >>");
         put(p.objects[41], "/Link", "/Form");
       },
       {}},
      {"a field without a language",
       [](P p) {
         put(p.objects[50], "/Link", "/Widget /TU (Name)");
         put(p.objects[41], "/Link", "/Form");
         put(p.catalog, "/Lang (en)", "");
         for (const int i : {32, 33, 37, 42, 43}) put(p.objects[i], "/P 31", "/Lang (en) /P 31");
       },
       {"matterhorn-11-001", "matterhorn-11-005", "matterhorn-11-006"}},
      {"an annotation of nobody's kind",
       [](P p) {
         put(p.objects[50], "/Link", "/Frob");
         put(p.objects[41], "/Link", "/Annot");
       },
       {"matterhorn-28-006"}},
      {"a trap network",
       [](P p) { put(p.objects[50], "/Link", "/TrapNet"); },
       {"matterhorn-28-007"}},
      {"no order of tabs", [](P p) { put(p.page, "/Tabs /S", ""); }, {"matterhorn-28-008"}},
      {"tabs by rows", [](P p) { put(p.page, "/Tabs /S", "/Tabs /R"); }, {"matterhorn-28-009"}},
      {"a printer's mark in the structure",
       [](P p) { put(p.objects[50], "/Link", "/PrinterMark"); },
       {"matterhorn-28-017"}},
  };
}

std::vector<Mutation> of_fonts() {
  return {
      {"a font without a map",
       [](P p) { put(p.objects[20], "/ToUnicode 24 0 R", ""); },
       {"matterhorn-31-027"}},
      {"a font of Adobe's collection",
       [](P p) {
         put(p.objects[20], "/ToUnicode 24 0 R", "");
         put(p.objects[21], "(Identity)", "(Japan1)");
       },
       {}},
      {"a character that is not in the map",
       [](P p) { put(p.objects[24], "<0021> <", "<0022> <"); },
       {"matterhorn-10-001"}},
      {"a character that is nothing",
       [](P p) { put(p.objects[24], "<0041>", "<0000>"); },
       {"matterhorn-31-028"}},
      {"a character that is a mark",
       [](P p) { put(p.objects[24], "<0041>", "<FEFF>"); },
       {"matterhorn-31-029"}},
      {"a character that is no character",
       [](P p) { put(p.objects[24], "<0041>", "<FFFE>"); },
       {"matterhorn-31-029"}},
      {"a character next to that", [](P p) { put(p.objects[24], "<0041>", "<FFFD>"); }, {}},
      {"a font that is not there",
       [](P p) { put(p.objects[22], "/FontFile2 23 0 R", ""); },
       {"matterhorn-31-009"}},
      {"a font without its CIDs",
       [](P p) { put(p.objects[21], "/CIDToGIDMap /Identity", ""); },
       {"matterhorn-31-004"}},
      {"glyphs that are wider",
       [](P p) { put(p.objects[21], "/CIDToGIDMap", "/DW 900 /CIDToGIDMap"); },
       {"matterhorn-31-016"}},
      {"a glyph that is not there",
       [](P p) {
         for (int i = 0; i < 8; ++i) put(p.content, "<0021>", "<0F00>");
         p.objects[24] = stream("",
                                "1 begincodespacerange <0000> <FFFF> endcodespacerange "
                                "1 beginbfchar <0F00> <0042> endbfchar");
       },
       {"matterhorn-31-011", "pdfx-glyphs"}},
  };
}

void check_all(const std::vector<Mutation>& mutations) {
  for (const Mutation& each : mutations) {
    INFO(each.name);
    SamplePdf pdf = good_tags();
    each.change(pdf);
    CHECK(broken(pdf) == each.expected);
  }
}

TEST_CASE("a file with good tags breaks no rule of them") { CHECK(broken(good_tags()) == Ids()); }

TEST_CASE("what a tagged file says of itself is judged") { check_all(of_the_file()); }
TEST_CASE("elements of the structure tree are judged") { check_all(of_the_tree()); }
TEST_CASE("content and elements lead to each other") { check_all(of_the_content()); }
TEST_CASE("annotations of a tagged file are judged") { check_all(of_annotations()); }
TEST_CASE("fonts of a tagged file read as Unicode") { check_all(of_fonts()); }

TEST_CASE("a file without tags is told of when they are wanted, and once") {
  const SamplePdf plain = good_x4();
  CHECK(broken(plain) == Ids());
  CHECK(broken(plain, Tags::Leave) == Ids());
  CHECK(broken(plain, Tags::Demand) == Ids{"tags-none"});
}

TEST_CASE("faults of tags are errors where the file says it is PDF/UA or is to be it") {
  SamplePdf pdf = good_tags();
  put(pdf.objects[42], "/Alt (A leaf)", "");
  REQUIRE(findings(pdf).size() == 1);
  CHECK(findings(pdf).front().severity == Severity::Error);
  put(pdf.xmp, "u:part=\"1\"", "");
  REQUIRE(findings(pdf).size() == 1);
  CHECK(findings(pdf).front().severity == Severity::Warning);
  CHECK(broken(pdf, Tags::Demand) == Ids{"matterhorn-06-002", "matterhorn-13-004"});
  CHECK(broken(pdf, Tags::Leave) == Ids());
}

TEST_CASE("each rule of tags is broken by a test") {
  Ids shown = {"tags-none", "matterhorn-26-002"};  // of other cases; the second in tests/system
  for (const auto& all :
       {of_the_file(), of_the_tree(), of_the_content(), of_annotations(), of_fonts()}) {
    for (const Mutation& each : all) shown.insert(each.expected.begin(), each.expected.end());
  }
  for (const preflight::TagRule& rule : preflight::tag_rules()) {
    INFO(rule.id);
    CHECK(shown.contains(std::string(rule.id)));
  }
}

TEST_CASE("structure trees in circles, or without end, are read to their end") {
  SamplePdf pdf = good_tags();
  put(pdf.objects[43], "/K 7", "/K [7 31 0 R]");
  CHECK(broken(pdf) == Ids());
  // The document and the note stand above them.
  const auto nested = [](int sections) {
    SamplePdf deep = good_tags();
    std::string nest;
    for (int i = 0; i < sections; ++i) nest += "<< /S /Sect /K ";
    nest += "null";
    for (int i = 0; i < sections; ++i) nest += " >>";
    put(deep.objects[43], "/K 7", "/K [7 " + nest + "]");
    return deep;
  };
  CHECK(broken(nested(199)) == Ids());
  diag::Diagnostics diags;
  CHECK_FALSE(
      preflight::inspect(nested(200).write(), {.standard = Claims(), .tags = Tags::Judge}, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list().front().message.find("nests more than 200 deep") != std::string::npos);
}

/// Why the file is given up; empty: it is judged to its end.
std::string given_up(const SamplePdf& pdf) {
  diag::Diagnostics diags;
  const auto inspected =
      preflight::inspect(pdf.write(), {.standard = Claims(), .tags = Tags::Judge}, diags);
  return inspected || diags.list().empty() ? std::string() : diags.list().front().message;
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST_CASE("an element of a structure tree has two hundred thousand parts at most") {
  const auto with_parts = [](std::size_t count) {
    SamplePdf pdf = good_tags();
    put(pdf.objects[43], "/K 7", "/K [7" + times(count - 1, " null") + "]");
    return pdf;
  };
  CHECK(given_up(with_parts(200'000)).empty());
  CHECK(given_up(with_parts(200'001)).find("more than 200,000 parts") != std::string::npos);
}

TEST_CASE("a structure tree has three hundred thousand elements at most") {
  constexpr std::size_t kOwn = 13, kSections = 3, kMost = 300'000, kFull = 100'000;
  const auto with_elements = [](std::size_t count) {
    SamplePdf pdf = good_tags();
    const std::size_t rest = count - kOwn - kSections - 2 * kFull;
    std::string sections;
    for (const std::size_t each : {kFull, kFull, rest}) {
      sections += " <</S/Sect/K[" + times(each, "<</S/P>>") + "]>>";
    }
    put(pdf.objects[43], "/K 7", "/K [7" + sections + "]");
    return pdf;
  };
  CHECK(given_up(with_elements(kMost)).empty());
  CHECK(given_up(with_elements(kMost + 1)).find("more than 300,000 elements") != std::string::npos);
}

TEST_CASE("languages are told from other texts by their form") {
  for (const char* good :
       {"en", "zh-Hans", "es-419", "sr-Latn-RS", "de-1996", "yue", "x-klingon"}) {
    INFO(good);
    CHECK(preflight::is_language_tag(good));
  }
  for (const char* bad :
       {"", "e", "en_US", "en-", "-en", "englishlanguage", "12", "e n", "en--US"}) {
    INFO(bad);
    CHECK_FALSE(preflight::is_language_tag(bad));
  }
}

}  // namespace
}  // namespace handbill::test
