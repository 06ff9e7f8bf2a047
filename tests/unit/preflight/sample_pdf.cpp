// SPDX-License-Identifier: MIT
#include "unit/preflight/sample_pdf.h"

#include <cstdio>

#include "support/golden.h"
#include "support/paths.h"

namespace handbill::test {
namespace {

std::string profile() { return read_file(source_folder() + "/tests/profiles/small.icc"); }

constexpr const char* kXmp = R"(<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:a="http://www.npes.org/pdfx/ns/id/" a:GTS_PDFXVersion="PDF/X-4"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Trapped="False"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="2026-11-22T09:30:00Z"
  xmp:ModifyDate="2026-11-22T09:30:00Z" xmp:MetadataDate="2026-11-22T09:30:00Z"
  xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmpMM:DocumentID="uuid:1" xmpMM:VersionID="1"
  xmpMM:RenditionClass="default">
<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li xml:lang="x-default">A sheet</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>)";

}  // namespace

std::string stream(const std::string& entries, const std::string& bytes) {
  return "<< " + entries + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes +
         "\nendstream";
}

std::string SamplePdf::write() const {
  std::map<int, std::string> all = objects;
  all[1] = "<< /Type /Catalog /Pages 2 0 R " + (xmp.empty() ? std::string() : "/Metadata 6 0 R ") +
           (intents.empty() ? std::string() : "/OutputIntents [" + intents + "] ") + catalog +
           " >>";
  std::string kids;
  for (int i = 0; i < pages; ++i) {
    const int number = i == 0 ? 3 : 99 + i;
    kids += std::to_string(number) + " 0 R ";
    all[number] = "<< /Type /Page /Parent 2 0 R " + boxes + " /Contents 4 0 R /Resources << " +
                  resources + " >> " + page + " >>";
  }
  all[2] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages) + " >>";
  all[4] = stream("", content);
  all[5] = "<< " + info + " >>";
  if (!xmp.empty()) all[6] = stream("/Type /Metadata /Subtype /XML", xmp);
  std::string file = "%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n";
  std::string table;
  int next = 0;
  const auto add_row = [&](std::size_t offset, const char* kind) {
    char row[32];
    std::snprintf(row, sizeof row, "%010zu %s \n", offset, kind);
    table += row;
    ++next;
  };
  add_row(0, "65535 f");
  for (const auto& [number, body] : all) {
    while (next < number) add_row(0, "00000 f");
    add_row(file.size(), "00000 n");
    file += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
  }
  const std::size_t start = file.size();
  file += "xref\n0 " + std::to_string(next) + "\n" + table + "trailer\n<< /Size " +
          std::to_string(next) + " /Root 1 0 R /Info 5 0 R " + trailer + " >>\nstartxref\n" +
          std::to_string(start) + "\n%%EOF\n";
  return file;
}

SamplePdf good_x4() {
  SamplePdf pdf;
  pdf.info =
      "/Title (A sheet) /CreationDate (D:20261122093000Z) /ModDate (D:20261122093000Z) "
      "/Trapped /False";
  pdf.xmp = kXmp;
  pdf.intents =
      "<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (CGATS TR 006) "
      "/RegistryName (http://www.color.org) /DestOutputProfile 7 0 R >>";
  pdf.objects[7] = stream("/N 4", profile());
  return pdf;
}

SamplePdf good_x1a() {
  SamplePdf pdf = good_x4();
  pdf.version = "1.4";
  pdf.xmp.clear();
  pdf.info += " /GTS_PDFXVersion (PDF/X-1a:2003)";
  return pdf;
}

}  // namespace handbill::test
