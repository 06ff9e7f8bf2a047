// SPDX-License-Identifier: MIT
// Takes a PDF apart and puts it together again with one thing changed.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "preflight/qpdf.h"

namespace handbill::test {

class PdfEditor {
 public:
  explicit PdfEditor(std::string bytes);

  QPDF& file() { return pdf_; }
  QPDFObjectHandle root() { return pdf_.getRoot(); }
  QPDFObjectHandle info() { return pdf_.getTrailer().getKey("/Info"); }
  QPDFObjectHandle page() { return pdf_.getAllPages().at(0); }
  QPDFObjectHandle resources() { return page().getKey("/Resources"); }
  QPDFObjectHandle intent() { return root().getKey("/OutputIntents").getArrayItem(0); }
  /// "/Trimbox": left, bottom, right, top.
  std::vector<double> box(const char* key);
  void set_box(const char* key, const std::vector<double>& sides);

  static QPDFObjectHandle object(const std::string& text);
  QPDFObjectHandle stream(const std::string& entries, const std::string& data);
  /// An entry of the page's resources: a category, a name, what it is.
  void set_resource(const char* category, const char* name, const QPDFObjectHandle& object);
  /// What the page paints is what `change` makes of it.
  void change_content(const std::function<std::string(std::string)>& change);
  /// Painted on top, with the state of a new page, in points from the corner of the trim.
  void paint(const std::string& content);
  /// The type that the page begins with: "/F0 34 Tf", and a glyph of it: "<0012>".
  struct Type {
    std::string font, glyph;
  };
  Type type();
  /// All dictionaries and streams that `key` of has the name `value`.
  std::vector<QPDFObjectHandle> all(const char* key, const char* value);
  /// Every stream that stands under one of the keys for font programs.
  std::vector<QPDFObjectHandle> programs();
  static std::string data(QPDFObjectHandle stream);
  static void set_data(QPDFObjectHandle stream, const std::string& data);
  void replace_xmp(const std::string& from, const std::string& to);

  /// Deaf: encrypted, and its text kept from programs that read aloud.
  enum class Lock { Open, Encrypted, Deaf };
  std::string write(const char* version = nullptr, Lock lock = Lock::Open);

 private:
  std::string bytes_;
  QPDF pdf_;
};

}  // namespace handbill::test
