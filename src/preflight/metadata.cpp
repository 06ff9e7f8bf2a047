// SPDX-License-Identifier: MIT
#include "preflight/metadata.h"

#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <string_view>
#include <utility>

namespace handbill::preflight {
namespace {

constexpr std::pair<std::string_view, std::string_view> kNamespaces[] = {
    {"http://purl.org/dc/elements/1.1/", "dc"},    {"http://ns.adobe.com/xap/1.0/", "xmp"},
    {"http://ns.adobe.com/xap/1.0/mm/", "xmpMM"},  {"http://ns.adobe.com/pdf/1.3/", "pdf"},
    {"http://ns.adobe.com/pdfx/1.3/", "pdfx"},     {"http://www.npes.org/pdfx/ns/id/", "pdfxid"},
    {"http://www.aiim.org/pdfa/ns/id/", "pdfaid"}, {"http://www.aiim.org/pdfua/ns/id/", "pdfuaid"},
};
/// Those of which PDF/A-2 knows all properties or, of the second list, some (ISO 16684-1, 8).
constexpr std::string_view kKnownNamespaces[] = {
    "http://purl.org/dc/elements/1.1/",
    "http://ns.adobe.com/xap/1.0/",
    "http://ns.adobe.com/xap/1.0/mm/",
    "http://ns.adobe.com/xap/1.0/rights/",
    "http://ns.adobe.com/xap/1.0/bj/",
    "http://ns.adobe.com/xap/1.0/t/pg/",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/camera-raw-settings/1.0/",
    "http://ns.adobe.com/tiff/1.0/",
    "http://ns.adobe.com/exif/1.0/",
    "http://ns.adobe.com/exif/1.0/aux/",
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfa/ns/extension/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
};
constexpr std::string_view kPdfNamespace = "http://ns.adobe.com/pdf/1.3/";
constexpr std::string_view kKnownOfPdf[] = {"Keywords", "PDFVersion", "Producer"};
constexpr const char* kSchemaNamespace = "http://www.aiim.org/pdfa/ns/schema#";
constexpr const char* kPropertyNamespace = "http://www.aiim.org/pdfa/ns/property#";
constexpr std::size_t kMostProperties = 1000;
constexpr const char* kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr int kDeepestMetadata = 20;

std::string_view namespace_of(const pugi::xml_node& node, std::string_view prefix) {
  const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  for (pugi::xml_node at = node; at; at = at.parent()) {
    if (const auto attribute = at.attribute(declaration.c_str())) return attribute.value();
  }
  return {};
}

/// "dc:title" for any prefix bound to Dublin Core; "" for names of no interest.
std::string known_name(const pugi::xml_node& scope, std::string_view name) {
  const auto colon = name.find(':');
  if (colon == name.npos) return {};
  const std::string_view uri = namespace_of(scope, name.substr(0, colon));
  for (const auto& [known, prefix] : kNamespaces) {
    if (uri == known) return std::string(prefix) + std::string(name.substr(colon));
  }
  return {};
}

/// A namespace and a name in it.
using Property = std::pair<std::string, std::string>;

Property property_of(const pugi::xml_node& scope, std::string_view name) {
  const auto colon = name.find(':');
  if (colon == name.npos) return {{}, std::string(name)};
  return {std::string(namespace_of(scope, name.substr(0, colon))),
          std::string(name.substr(colon + 1))};
}

bool is_known_to_pdfa(const Property& property) {
  const auto& [uri, name] = property;
  if (uri == kPdfNamespace) return std::ranges::find(kKnownOfPdf, name) != std::end(kKnownOfPdf);
  return uri.empty() || std::ranges::find(kKnownNamespaces, uri) != std::end(kKnownNamespaces);
}

/// What `node` says under that name, as an element in it or as an attribute; empty: nothing.
std::string said_in(const pugi::xml_node& node, const Property& wanted) {
  for (const pugi::xml_attribute& each : node.attributes()) {
    if (property_of(node, each.name()) == wanted) return each.value();
  }
  for (const pugi::xml_node& each : node.children()) {
    if (property_of(each, each.name()) == wanted) return each.text().get();
  }
  return {};
}

/// The properties that extension schemas describe, in `node` and below; `uri`: of the schema.
void find_described(const pugi::xml_node& node, std::string uri, std::set<Property>& described,
                    int depth) {
  if (depth > 2 * kDeepestMetadata || described.size() >= kMostProperties) return;
  if (const auto own = said_in(node, {kSchemaNamespace, "namespaceURI"}); !own.empty()) uri = own;
  if (const auto name = said_in(node, {kPropertyNamespace, "name"}); !name.empty()) {
    described.emplace(uri, name);
  }
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_element) find_described(child, uri, described, depth + 1);
  }
}

bool is_rdf(const pugi::xml_node& node, std::string_view local) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon != name.npos && name.substr(colon + 1) == local &&
         namespace_of(node, name.substr(0, colon)) == kRdf;
}

/// The text of a property, or of the first item of its array.
std::string text_of_property(const pugi::xml_node& node) {
  pugi::xml_node at = node;
  for (int i = 0; i < 3; ++i) {
    const pugi::xml_node child =
        at.find_child([](const pugi::xml_node& n) { return n.type() == pugi::node_element; });
    if (!child) break;
    at = child;
  }
  return at.text().get();
}

/// All that is said, by its name as written.
using Said = std::map<std::string, Property>;

void collect(const pugi::xml_node& node, Xmp& xmp, Said& said, int depth) {
  if (depth > kDeepestMetadata) return;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    if (!is_rdf(child, "Description")) {
      collect(child, xmp, said, depth + 1);
      continue;
    }
    for (const pugi::xml_attribute& attribute : child.attributes()) {
      const std::string_view written = attribute.name();
      if (!written.starts_with("xmlns") && !written.starts_with("xml:") &&
          said.size() < kMostProperties) {
        said.emplace(written, property_of(child, written));
      }
      const std::string name = known_name(child, attribute.name());
      if (!name.empty()) xmp.values.emplace(name, attribute.value());
    }
    for (const pugi::xml_node& property : child.children()) {
      if (property.type() == pugi::node_element && said.size() < kMostProperties) {
        said.emplace(property.name(), property_of(property, property.name()));
      }
      const std::string name = known_name(property, property.name());
      if (!name.empty()) xmp.values.emplace(name, text_of_property(property));
    }
  }
}

}  // namespace

const std::string& Xmp::value(std::string_view name) const {
  static const std::string kNone;
  const auto found = values.find(name);
  return found == values.end() ? kNone : found->second;
}

Xmp read_xmp(const Handle& catalog, Budget& budget) {
  Xmp xmp;
  const Handle stream = entry(catalog, "/Metadata");
  if (!is_stream(stream)) return xmp;
  xmp.state = Xmp::State::Broken;
  const auto packet = decoded(stream, Decode::Data, budget);
  if (!packet) return xmp;
  pugi::xml_document document;
  if (!document.load_buffer(packet->data(), packet->size())) return xmp;
  xmp.state = Xmp::State::Good;
  Said said;
  collect(document, xmp, said, 0);
  std::set<Property> described;
  find_described(document, {}, described, 0);
  for (const auto& [written, property] : said) {
    if (!is_known_to_pdfa(property) && !described.contains(property)) {
      xmp.undescribed.push_back(written);
    }
  }
  return xmp;
}

std::string date_digits(std::string_view date) {
  if (date.starts_with("D:")) date.remove_prefix(2);
  std::string digits;
  for (std::size_t i = 0; i < date.size() && digits.size() < 14; ++i) {
    const char c = date[i];
    if (c >= '0' && c <= '9') digits += c;
    // The zone begins; hyphens before it stand between the parts of the day.
    if (c == 'Z' || c == '+' || (c == '-' && digits.size() >= 10)) break;
  }
  digits.resize(14, '0');
  return digits;
}

}  // namespace handbill::preflight
