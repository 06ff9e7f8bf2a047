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
  return standard.is_pdfx() ? kNoDate : std::string_view();
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

/// A property of a namespace that PDF/A does not know.
struct Extension {
  std::string_view prefix, uri, property, type, says;
};

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
  /// The program's own namespaces, which PDF/A wants described, each with its one property.
  void extensions(const std::vector<Extension>& all) {
    if (all.empty()) return;
    open("pdfaExtension:schemas");
    text_ += "<rdf:Bag>\n";
    for (const Extension& each : all) describe(each);
    text_ += "</rdf:Bag>";
    close("pdfaExtension:schemas");
  }
  /// That most files do without.
  void name_space(std::string_view prefix, std::string_view uri) {
    namespaces_ += " xmlns:";
    namespaces_ += prefix;
    namespaces_ += "=\"";
    namespaces_ += uri;
    namespaces_ += '"';
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
        " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"";
    packet += namespaces_;
    packet += ">\n";
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

  void attribute(std::string_view name, std::string_view value) {
    text_ += ' ';
    text_ += name;
    text_ += "=\"";
    text_ += value;
    text_ += '"';
  }
  /// By attributes, which take less room than elements.
  void describe(const Extension& schema) {
    text_ += "<rdf:li><rdf:Description";
    attribute("pdfaSchema:schema", schema.says);
    attribute("pdfaSchema:namespaceURI", schema.uri);
    attribute("pdfaSchema:prefix", schema.prefix);
    text_ += "><pdfaSchema:property><rdf:Seq><rdf:li><rdf:Description";
    attribute("pdfaProperty:name", schema.property);
    attribute("pdfaProperty:valueType", schema.type);
    attribute("pdfaProperty:category", "internal");
    attribute("pdfaProperty:description", schema.says);
    text_ += "/></rdf:li></rdf:Seq></pdfaSchema:property></rdf:Description></rdf:li>\n";
  }

  std::string text_, namespaces_;
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
  if (!standard.is_pdfx()) return text;
  entry("/GTS_PDFXVersion", pdfx_version(standard));
  return text + "/Trapped/False\n";
}

namespace {

constexpr Extension kPdfUa{"pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "part", "Integer",
                           "PDF/UA identification"};
constexpr Extension kPdfX{"pdfxid", "http://www.npes.org/pdfx/ns/id/", "GTS_PDFXVersion", "Text",
                          "PDF/X identification"};
constexpr Extension kTrapped{"pdf", "http://ns.adobe.com/pdf/1.3/", "Trapped", "Text",
                             "Whether it is trapped"};
constexpr Extension kInputs{"handbill", kXmpNamespace, "inputs", "Seq Text",
                            "What the file was made of"};

void add_claims(Packet& packet, Claims claims, bool has_inputs) {
  if (claims.is_pdfx()) packet.property("pdf:Trapped", "False");
  if (claims.has(Claim::X4)) {
    packet.name_space(kPdfX.prefix, kPdfX.uri);
    packet.property("pdfxid:GTS_PDFXVersion", pdfx_version(claims));
  }
  if (claims.has(Claim::Ua1)) {
    packet.name_space(kPdfUa.prefix, kPdfUa.uri);
    packet.property("pdfuaid:part", "1");
  }
  const auto pdfa = claims.pdfa();
  if (!pdfa) return;
  packet.name_space("pdfaid", "http://www.aiim.org/pdfa/ns/id/");
  packet.property("pdfaid:part", "2");
  packet.property("pdfaid:conformance", pdfa == Claim::A2a ? "A" : pdfa == Claim::A2u ? "U" : "B");
  std::vector<Extension> unknown;
  if (claims.has(Claim::Ua1)) unknown.push_back(kPdfUa);
  if (claims.has(Claim::X4)) unknown.push_back(kPdfX);
  if (claims.is_pdfx()) unknown.push_back(kTrapped);
  if (has_inputs) unknown.push_back(kInputs);
  if (unknown.empty()) return;
  packet.name_space("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/");
  packet.name_space("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#");
  packet.name_space("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#");
  packet.extensions(unknown);
}

}  // namespace

std::string xmp_packet(const display::Metadata& metadata, Claims claims,
                       const std::vector<std::string>& inputs, std::string_view content_hash) {
  Packet packet;
  packet.property("dc:format", "application/pdf");
  packet.alternatives("dc:title", metadata.title);
  packet.alternatives("dc:description", metadata.subject);
  if (!metadata.author.empty()) packet.sequence("dc:creator", {metadata.author});
  packet.property("pdf:Keywords", metadata.keywords);
  packet.property("pdf:Producer", kProgram);
  packet.property("xmp:CreatorTool", kProgram);
  const std::string_view date = stated_date(metadata, claims);
  if (!date.empty()) {
    const std::string time = std::string(date) + "T00:00:00Z";
    for (const char* name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) {
      packet.property(name, time);
    }
  }
  packet.property("xmpMM:DocumentID", uuid(content_hash));
  packet.property("xmpMM:VersionID", "1");
  packet.property("xmpMM:RenditionClass", "default");
  add_claims(packet, claims, !inputs.empty());
  if (!inputs.empty()) packet.name_space(kInputs.prefix, kInputs.uri);
  packet.sequence("handbill:inputs", inputs);
  return packet.finish();
}

}  // namespace handbill::pdf
