// SPDX-License-Identifier: MIT
// PDF/A-2 and PDF/UA-1 beside PDF/X-4 or alone, as the file says them; each of their rules, broken.
#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "preflight/inspect.h"
#include "preflight/structure_rules.h"
#include "unit/preflight/sample_pdf.h"

namespace {

using handbill::Claim;
using handbill::Claims;
using handbill::diag::Diagnostics;
using handbill::test::good_x4;
using handbill::test::SamplePdf;
using handbill::test::stream;

void put(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  INFO(from);
  REQUIRE(at != text.npos);
  text.replace(at, from.size(), to);
}

std::string described_long(const std::string& uri, const std::string& property) {
  return R"(<rdf:li rdf:parseType="Resource"><pdfaSchema:namespaceURI>)" + uri +
         R"(</pdfaSchema:namespaceURI><pdfaSchema:property><rdf:Seq>)"
         R"(<rdf:li rdf:parseType="Resource"><pdfaProperty:name>)" +
         property + "</pdfaProperty:name></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>";
}

/// The same by attributes.
std::string described_shortly(const std::string& uri, const std::string& property) {
  return "<rdf:li><rdf:Description pdfaSchema:namespaceURI=\"" + uri +
         "\"><pdfaSchema:property><rdf:Seq><rdf:li><rdf:Description pdfaProperty:name=\"" +
         property + "\"/></rdf:li></rdf:Seq></pdfaSchema:property></rdf:Description></rdf:li>";
}

/// PDF/X-4, PDF/A-2a and PDF/UA-1.
SamplePdf good_all() {
  SamplePdf pdf = good_x4();
  put(pdf.xmp, "xmpMM:RenditionClass=\"default\">",
      "xmpMM:RenditionClass=\"default\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
      "pdfaid:part=\"2\" pdfaid:conformance=\"A\" "
      "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" pdfuaid:part=\"1\" "
      "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
      "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
      "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
      "<pdfaExtension:schemas><rdf:Bag>" +
          described_long("http://www.npes.org/pdfx/ns/id/", "GTS_PDFXVersion") +
          described_long("http://ns.adobe.com/pdf/1.3/", "Trapped") +
          described_shortly("http://www.aiim.org/pdfua/ns/id/", "part") +
          "</rdf:Bag></pdfaExtension:schemas>");
  pdf.intents +=
      " << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (CGATS TR 006) "
      "/DestOutputProfile 7 0 R >>";
  pdf.objects[11] = "<< /Type /StructTreeRoot >>";
  pdf.catalog =
      "/MarkInfo << /Marked true >> /StructTreeRoot 11 0 R /Lang (en) /ViewerPreferences << "
      "/DisplayDocTitle true >>";
  return pdf;
}

/// The same without PDF/X.
SamplePdf good_alone() {
  SamplePdf pdf = good_all();
  put(pdf.xmp, "a:GTS_PDFXVersion=\"PDF/X-4\"", "");
  put(pdf.intents,
      "<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (CGATS TR 006) "
      "/RegistryName (http://www.color.org) /DestOutputProfile 7 0 R >>",
      "");
  return pdf;
}

struct JudgedFile {
  std::set<std::string> rules;
  std::string claims;
  Claims judged_by;
};

JudgedFile judge_sample(const SamplePdf& pdf,
                        const handbill::preflight::InspectOptions& options = {}) {
  Diagnostics diags;
  const auto inspected = handbill::preflight::inspect(pdf.write(), options, diags);
  REQUIRE(inspected.has_value());
  JudgedFile found{{}, inspected->claims, inspected->judged_by};
  for (const auto& each : diags.list()) {
    REQUIRE(each.rule.has_value());
    CHECK(!each.hints.empty());
    found.rules.insert(each.rule->id);
  }
  return found;
}

constexpr Claims kAll{Claim::X4, Claim::A2a, Claim::Ua1};
constexpr Claims kAlone{Claim::A2a, Claim::Ua1};

struct ClaimBreak {
  const char* name;
  const char* rule;
  std::function<void(SamplePdf&)> change;
};

std::vector<ClaimBreak> claim_breaks() {
  return {
      {"no part", "pdfa-claim", [](SamplePdf& p) { put(p.xmp, "pdfaid:part=\"2\"", ""); }},
      {"another part", "pdfa-claim",
       [](SamplePdf& p) { put(p.xmp, "pdfaid:part=\"2\"", "pdfaid:part=\"1\""); }},
      {"a lower level", "pdfa-claim",
       [](SamplePdf& p) { put(p.xmp, "conformance=\"A\"", "conformance=\"U\""); }},
      {"a property that is not described", "pdfa-extensions",
       [](SamplePdf& p) { put(p.xmp, ">Trapped<", ">Traped<"); }},
      {"a namespace that is not described", "pdfa-extensions",
       [](SamplePdf& p) {
         put(p.xmp, "pdfaid:part", "xmlns:b=\"https://b.invalid/\" b:c=\"d\" pdfaid:part");
       }},
      {"no intent of PDF/A", "pdfa-output-intent",
       [](SamplePdf& p) { put(p.intents, "GTS_PDFA1", "GTS_OTHER"); }},
      {"not tagged", "pdfa-tags", [](SamplePdf& p) { put(p.catalog, "true", "false"); }},
      {"no part of PDF/UA", "pdfua-claim",
       [](SamplePdf& p) { put(p.xmp, "pdfuaid:part=\"1\"", ""); }},
      {"PDF/UA-2", "pdfua-claim",
       [](SamplePdf& p) { put(p.xmp, "pdfuaid:part=\"1\"", "pdfuaid:part=\"2\""); }},
      {"no title to be shown", "pdfua-title-shown",
       [](SamplePdf& p) { put(p.catalog, "DisplayDocTitle", "CenterWindow"); }},
      {"no tree", "pdfa-tags", [](SamplePdf& p) { put(p.catalog, "/StructTreeRoot", "/No"); }},
      {"suspects", "pdfua-tags",
       [](SamplePdf& p) { put(p.catalog, "true >>", "true /Suspects true >>"); }},
      {"no language", "pdfua-language", [](SamplePdf& p) { put(p.catalog, "/Lang", "/Long"); }},
  };
}

}  // namespace

TEST_CASE("a file is judged by all that it says it is") {
  const JudgedFile all = judge_sample(good_all());
  CHECK(all.claims == "PDF/X-4, PDF/A-2a, PDF/UA-1");
  CHECK(all.judged_by == kAll);
  CHECK(all.rules.empty());
  const JudgedFile alone = judge_sample(good_alone());
  CHECK(alone.claims == "PDF/A-2a, PDF/UA-1");
  CHECK(alone.judged_by == kAlone);
  CHECK(alone.rules.empty());
  CHECK(judge_sample(good_x4()).judged_by == Claim::X4);
}

TEST_CASE("what a shop asks for, and what the file says besides") {
  CHECK(judge_sample(good_all(), {.standard = Claim::X4}).judged_by == Claim::X4);
  CHECK(judge_sample(good_all(), {.standard = Claim::X4, .also_claimed = true}).judged_by == kAll);
  CHECK(judge_sample(good_x4(), {.standard = Claim::X4, .also_claimed = true}).judged_by ==
        Claim::X4);
}

TEST_CASE("each rule of PDF/A-2 and PDF/UA-1 is broken by some file, beside PDF/X-4 and alone") {
  std::set<std::string> shown;
  for (const ClaimBreak& each : claim_breaks()) {
    for (const auto& [file, claims] :
         {std::pair(good_all(), kAll), std::pair(good_alone(), kAlone)}) {
      SamplePdf pdf = file;
      each.change(pdf);
      INFO(each.name);
      CHECK(judge_sample(pdf, {.standard = claims}).rules.contains(each.rule));
      // Nobody asked for them.
      CHECK_FALSE(judge_sample(pdf, {.standard = Claims()}).rules.contains(each.rule));
    }
    shown.insert(each.rule);
  }
  for (const auto& rule : handbill::preflight::structure_rules()) {
    if (rule.id.starts_with("pdfx-")) continue;  // in structure_test
    INFO(rule.id);
    CHECK(shown.contains(std::string(rule.id)));
  }
}

TEST_CASE("two profiles are one too many for PDF/A") {
  SamplePdf pdf = good_all();
  pdf.objects[12] = pdf.objects[7];
  pdf.intents.replace(pdf.intents.rfind("7 0 R"), 5, "12 0 R");
  CHECK(judge_sample(pdf).rules == std::set<std::string>{"pdfa-output-intent"});
}

TEST_CASE("a rule that several standards have is told once, by the name of the first") {
  const auto lzw = [](SamplePdf pdf) {
    pdf.objects[10] =
        stream("/Filter /LZWDecode", std::string("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", 9));
    pdf.page = "/Extra 10 0 R";
    return pdf;
  };
  CHECK(judge_sample(lzw(good_all())).rules == std::set<std::string>{"pdfx-compression"});
  CHECK(judge_sample(lzw(good_alone())).rules == std::set<std::string>{"pdfa-compression"});
  CHECK(judge_sample(lzw(good_alone()), {.standard = Claim::Ua1}).rules.empty());
}

TEST_CASE("only PDF/X asks when metadata were written") {
  const auto undated = [](SamplePdf pdf) {
    put(pdf.xmp, "xmp:MetadataDate=", "xmp:Rating=");
    return pdf;
  };
  CHECK(judge_sample(undated(good_all())).rules == std::set<std::string>{"pdfx-metadata"});
  CHECK(judge_sample(undated(good_alone())).rules.empty());
  SamplePdf none = good_alone();
  none.xmp.clear();
  CHECK_FALSE(judge_sample(none).rules.empty());
}

TEST_CASE("a level that is lower than what the file says is kept with it") {
  for (const Claim level : {Claim::A2a, Claim::A2u, Claim::A2b}) {
    CHECK(judge_sample(good_alone(), {.standard = level}).rules.empty());
  }
}

TEST_CASE("PDF/A and PDF/UA take links, which PDF/X does not") {
  SamplePdf pdf = good_alone();
  pdf.objects[10] =
      "<< /Type /Annot /Subtype /Link /Rect [20 20 30 30] /A << /S /URI /URI (https://a.org) >> >>";
  pdf.page = "/Annots [10 0 R]";
  CHECK(judge_sample(pdf).rules.empty());
  CHECK(judge_sample(pdf, {.standard = Claim::X4}).rules.contains("pdfx-actions"));
}
