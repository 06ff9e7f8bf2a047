// SPDX-License-Identifier: MIT
#include "support/pdf_editor.h"

#include <cctype>
#include <qpdf/Buffer.hh>
#include <set>
#include <stdexcept>

namespace handbill::test {
namespace {

std::string text_of(QPDFObjectHandle stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_specialized);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

PdfEditor::PdfEditor(std::string bytes) : bytes_(std::move(bytes)) {
  pdf_.setSuppressWarnings(true);
  pdf_.processMemoryFile("file", bytes_.data(), bytes_.size());
}

std::vector<double> PdfEditor::box(const char* key) {
  std::vector<double> sides;
  for (auto& side : page().getKey(key).getArrayAsVector()) sides.push_back(side.getNumericValue());
  return sides;
}

void PdfEditor::set_box(const char* key, const std::vector<double>& sides) {
  auto array = QPDFObjectHandle::newArray();
  for (const double side : sides) array.appendItem(QPDFObjectHandle::newReal(side, 3));
  page().replaceKey(key, array);
}

QPDFObjectHandle PdfEditor::object(const std::string& text) {
  return QPDFObjectHandle::parse(text);
}

QPDFObjectHandle PdfEditor::stream(const std::string& entries, const std::string& data) {
  auto stream = QPDFObjectHandle::newStream(&pdf_, data);
  auto dictionary = object("<< " + entries + " >>");
  for (const auto& [key, value] : dictionary.getDictAsMap())
    stream.getDict().replaceKey(key, value);
  return stream;
}

void PdfEditor::set_resource(const char* category, const char* name,
                             const QPDFObjectHandle& object) {
  auto all = resources();
  if (!all.getKey(category).isDictionary()) {
    all.replaceKey(category, QPDFObjectHandle::newDictionary());
  }
  all.getKey(category).replaceKey(name, object);
}

void PdfEditor::change_content(const std::function<std::string(std::string)>& change) {
  auto contents = page().getKey("/Contents");
  std::string all;
  if (contents.isStream()) {
    all = text_of(contents);
  } else {
    for (auto& each : contents.getArrayAsVector()) all += text_of(each) + "\n";
  }
  page().replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf_, change(all)));
}

void PdfEditor::paint(const std::string& content) {
  const auto trim = box("/TrimBox");
  change_content([&](const std::string& before) {
    return "q " + before + " Q q 1 0 0 1 " + std::to_string(trim[0]) + " " +
           std::to_string(trim[1]) + " cm " + content + " Q\n";
  });
}

PdfEditor::Type PdfEditor::type() {
  Type found;
  change_content([&](const std::string& content) {
    const auto end = content.find(" Tf"), start = content.rfind("/F", end);
    auto glyph = content.find('<', end);
    // Dictionaries begin so too, and so do names in them.
    while (glyph != content.npos &&
           std::isxdigit(static_cast<unsigned char>(content[glyph + 1])) == 0) {
      glyph = content.find('<', glyph + 1);
    }
    if (end == content.npos || glyph == content.npos) throw std::logic_error("a page without type");
    found.font = content.substr(start, content.find(' ', start) - start);
    found.glyph = content.substr(glyph, 5) + ">";
    return content;
  });
  return found;
}

std::vector<QPDFObjectHandle> PdfEditor::all(const char* key, const char* value) {
  std::vector<QPDFObjectHandle> found;
  for (auto& each : pdf_.getAllObjects()) {
    auto dictionary = each.isStream() ? each.getDict() : each;
    if (!dictionary.isDictionary()) continue;
    auto name = dictionary.getKey(key);
    if (name.isName() && name.getName() == value) found.push_back(each);
  }
  return found;
}

std::vector<QPDFObjectHandle> PdfEditor::programs() {
  std::vector<QPDFObjectHandle> found;
  for (auto& descriptor : all("/Type", "/FontDescriptor")) {
    for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
      auto program = descriptor.getKey(key);
      if (program.isStream()) found.push_back(program);
    }
  }
  return found;
}

std::string PdfEditor::data(QPDFObjectHandle stream) { return text_of(stream); }

void PdfEditor::set_data(QPDFObjectHandle stream, const std::string& data) {
  stream.replaceStreamData(data, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

void PdfEditor::replace_xmp(const std::string& from, const std::string& to) {
  auto metadata = root().getKey("/Metadata");
  std::string xmp = data(metadata);
  const auto at = xmp.find(from);
  if (at == xmp.npos) throw std::logic_error("not in the metadata: " + from);
  set_data(metadata, xmp.replace(at, from.size(), to));
}

std::string PdfEditor::write(const char* version, Lock lock) {
  QPDFWriter writer(pdf_);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.setObjectStreamMode(qpdf_o_preserve);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setCompressStreams(false);
  if (version != nullptr) writer.forcePDFVersion(version);
  if (lock == Lock::Encrypted) {
    writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full,
                                     true);
  }
  // Later ways of locking leave it no choice.
  if (lock == Lock::Deaf) {
    writer.setR3EncryptionParametersInsecure("", "owner", false, true, true, true, true, true,
                                             qpdf_r3p_full);
  }
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace handbill::test
