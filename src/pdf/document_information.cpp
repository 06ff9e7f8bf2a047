// SPDX-License-Identifier: MIT
#include "pdf/document_information.h"

#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

constexpr std::string_view kProgram = "Handbill " HANDBILL_VERSION;
constexpr std::string_view kNoDate = "2000-01-01";

bool is_date(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool right = i == 4 || i == 7 ? text[i] == '-' : text[i] >= '0' && text[i] <= '9';
    if (!right) return false;
  }
  return true;
}

/// The date both places state; empty: none.
std::string_view stated_date(const display::Metadata& metadata, Claims standard) {
  if (is_date(metadata.date)) return metadata.date;
  return standard.empty() ? std::string_view() : kNoDate;
}

/// "2026-11-22" as "(D:20261122000000Z)".
std::string pdf_date(std::string_view date) {
  std::string text = "(D:";
  for (const char c : date) {
    if (c != '-') text += c;
  }
  return text + "000000Z)";
}

/// Characters that XML can't hold are left out.
void append_xml(std::string& out, std::string_view utf8) {
  for (const char c : utf8) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') out += c;
    }
  }
}

class Packet {
 public:
  void property(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    open(name);
    append_xml(text_, value);
    close(name);
  }
  /// A text that could have other languages beside it.
  void alternatives(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    open(name);
    text_ += "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
    append_xml(text_, value);
    text_ += "</rdf:li></rdf:Alt>";
    close(name);
  }
  void sequence(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    open(name);
    text_ += "<rdf:Seq>";
    for (const std::string& value : values) {
      text_ += "<rdf:li>";
      append_xml(text_, value);
      text_ += "</rdf:li>";
    }
    text_ += "</rdf:Seq>";
    close(name);
  }
  /// ISO 14289-1, 5; a namespace that most files do without stands where it is used.
  void part_of_pdf_ua(int part) {
    text_ += "<pdfuaid:part xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">" +
             std::to_string(part) + "</pdfuaid:part>\n";
  }
  /// With the lines round it that mark a packet (ISO 16684-1, 7.3.2).
  std::string finish() {
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
        " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\""
        " xmlns:handbill=\"";
    packet += kXmpNamespace;
    packet += "\">\n";
    packet += text_;
    return packet + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
  }

 private:
  void open(std::string_view name) {
    text_ += '<';
    text_ += name;
    text_ += '>';
  }
  void close(std::string_view name) {
    text_ += "</";
    text_ += name;
    text_ += ">\n";
  }

  std::string text_;
};

/// A UUID whose bits are the writer's own affair (RFC 9562, version 8).
std::string uuid(std::string_view digits) {
  std::string text = "uuid:";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
    char c = digits[i];
    if (i == 12 || i == 16) c = '8';
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    text += c;
  }
  return text;
}

}  // namespace

std::string info_entries(const display::Metadata& metadata, Claims standard) {
  std::string text;
  const auto entry = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    text += key;
    append_text(text, value);
    text += '\n';
  };
  entry("/Title", metadata.title);
  entry("/Subject", metadata.subject);
  entry("/Author", metadata.author);
  entry("/Keywords", metadata.keywords);
  entry("/Creator", kProgram);
  entry("/Producer", kProgram);
  const std::string_view date = stated_date(metadata, standard);
  if (!date.empty()) {
    text += "/CreationDate" + pdf_date(date) + "/ModDate" + pdf_date(date) + '\n';
  }
  if (standard.empty()) return text;
  entry("/GTS_PDFXVersion", pdfx_version(standard));
  return text + "/Trapped/False\n";
}

std::string xmp_packet(const display::Metadata& metadata, Claims standard, Access access,
                       const std::vector<std::string>& inputs, std::string_view content_hash) {
  Packet packet;
  packet.property("dc:format", "application/pdf");
  packet.alternatives("dc:title", metadata.title);
  packet.alternatives("dc:description", metadata.subject);
  if (!metadata.author.empty()) packet.sequence("dc:creator", {metadata.author});
  packet.property("pdf:Keywords", metadata.keywords);
  packet.property("pdf:Producer", kProgram);
  packet.property("xmp:CreatorTool", kProgram);
  const std::string_view date = stated_date(metadata, standard);
  if (!date.empty()) {
    const std::string time = std::string(date) + "T00:00:00Z";
    for (const char* name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) {
      packet.property(name, time);
    }
  }
  packet.property("xmpMM:DocumentID", uuid(content_hash));
  packet.property("xmpMM:VersionID", "1");
  packet.property("xmpMM:RenditionClass", "default");
  if (!standard.empty()) packet.property("pdf:Trapped", "False");
  if (standard.has(Claim::X4)) packet.property("pdfxid:GTS_PDFXVersion", pdfx_version(standard));
  if (access == Access::PdfUa1) packet.part_of_pdf_ua(1);
  packet.sequence("handbill:inputs", inputs);
  return packet.finish();
}

}  // namespace handbill::pdf
