// SPDX-License-Identifier: MIT
// Pictures in PDFs whose data are damaged.
#include <catch2/catch.hpp>

#include "preflight/inspect.h"
#include "support/golden.h"
#include "support/paths.h"
#include "unit/picture/png_bytes.h"
#include "unit/preflight/sample_pdf.h"

namespace {

using namespace std::string_literals;
using handbill::Claim;
using handbill::Claims;
using handbill::test::SamplePdf;
using handbill::test::stored;
using handbill::test::stream;

std::string jpeg(const std::string& name) {
  return handbill::test::read_file(handbill::test::source_folder() + "/tests/unit/picture/data/" +
                                   name);
}

/// What is told of a file with that picture on it, "" when nothing is.
std::string told_of(const SamplePdf& pdf) {
  handbill::diag::Diagnostics diags;
  CHECK(handbill::preflight::inspect(pdf.write(), {.standard = Claims()}, diags));
  if (diags.list().empty()) return "";
  CHECK(diags.list().size() == 1);
  CHECK(diags.list()[0].id == handbill::diag::DiagnosticId::PictureBroken);
  CHECK(diags.list()[0].severity == handbill::diag::Severity::Error);
  CHECK(diags.list()[0].area);
  return diags.list()[0].message;
}

std::string told(const std::string& entries, const std::string& bytes) {
  SamplePdf pdf;
  pdf.resources = "/XObject << /P 10 0 R >>";
  pdf.content = "q 36 0 0 18 20 20 cm /P Do Q";
  pdf.objects[10] = stream("/Subtype /Image " + entries, bytes);
  return told_of(pdf);
}

std::string of_jpeg(const std::string& space, const std::string& bytes,
                    const std::string& filter = "/Filter /DCTDecode") {
  return told("/Width 24 /Height 16 /BitsPerComponent 8 /ColorSpace " + space + filter, bytes);
}

std::string of_flate(const std::string& bytes, const std::string& more = "") {
  return told(
      "/Width 3 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode" + more,
      bytes);
}

std::string hex(const std::string& bytes) {
  std::string text;
  for (const char c : bytes) {
    for (const int nibble : {static_cast<unsigned char>(c) >> 4, c & 15}) {
      text += "0123456789ABCDEF"[nibble];
    }
  }
  return text + ">";
}

}  // namespace

TEST_CASE("JPEGs in a PDF are decoded to the last row") {
  const auto [name, space] =
      GENERATE(table<std::string, std::string>({{"gray.jpg", "/DeviceGray"},
                                                {"rgb.jpg", "/DeviceRGB"},
                                                {"progressive.jpg", "/DeviceRGB"},
                                                {"cmyk.jpg", "/DeviceCMYK"}}));
  CAPTURE(name);
  const std::string whole = jpeg(name);
  CHECK(of_jpeg(space, whole) == "");
  const std::string part = whole.substr(0, whole.find("\xFF\xDA") + 16);
  CHECK(of_jpeg(space, part) == "a picture of 24 by 16 pixels ends too early");
  CHECK(of_jpeg(space, part + "\xFF\xD9") ==
        "a picture of 24 by 16 pixels has damaged data (data are missing)");
}

TEST_CASE("a JPEG in a PDF is what its dictionary says") {
  CHECK(of_jpeg("/DeviceCMYK", jpeg("rgb.jpg")) ==
        "a picture of 24 by 16 pixels is a JPEG of 3 components in a colour space of 4");
  CHECK(told("/Width 24 /Height 17 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode",
             jpeg("gray.jpg")) == "a picture of 24 by 17 pixels is a JPEG of 24 by 16 pixels");
}

TEST_CASE("filters before the JPEG's own are undone") {
  const std::string filters = "/Filter [/ASCIIHexDecode /DCTDecode]";
  const std::string whole = jpeg("gray.jpg");
  CHECK(of_jpeg("/DeviceGray", hex(whole), filters) == "");
  CHECK(of_jpeg("/DeviceGray", hex(whole.substr(0, whole.size() - 8)), filters) ==
        "a picture of 24 by 16 pixels ends too early");
}

TEST_CASE("deflated pixels are all there and match their checksum") {
  const std::string whole = stored("abcdef");
  CHECK(of_flate(whole) == "");
  CHECK(of_flate(whole.substr(0, whole.size() - 4)) == "");  // all pixels are there
  std::string wrong = whole;
  wrong.back() = static_cast<char>(wrong.back() ^ 1);
  const std::string damaged =
      "a picture of 3 by 2 pixels has damaged data (they can't be unpacked, or do not match their "
      "checksum)";
  CHECK(of_flate(wrong) == damaged);
  CHECK(of_flate("\x78\x01\x07") == damaged);
  const std::string early = "a picture of 3 by 2 pixels ends too early";
  CHECK(of_flate(stored("abcde")) == early);
  CHECK(of_flate(whole.substr(0, whole.size() - 5)) == early);
  const std::string parms = "/DecodeParms << /Predictor 15 /Colors 1 /Columns 3 >>";
  CHECK(of_flate(stored("\0abc\0def"s), parms) == "");
  CHECK(of_flate(whole, parms) == early);
}

TEST_CASE("masks and inline pictures are looked into as well") {
  SamplePdf pdf;
  pdf.resources = "/XObject << /P 10 0 R >>";
  pdf.content = "q 36 0 0 18 20 20 cm /P Do Q q 9 0 0 9 70 20 cm /P Do Q";
  pdf.objects[10] = stream(
      "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray "
      "/SMask 11 0 R",
      "a");
  pdf.objects[11] = stream(
      "/Subtype /Image /Width 1 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray "
      "/Filter /FlateDecode",
      stored("a"));
  CHECK(told_of(pdf) == "a picture of 1 by 1 pixels has a mask that ends too early (2 times)");
  SamplePdf inlined;
  const std::string start = "q 10 0 0 10 20 20 cm BI /W 1 /H 2 /BPC 8 /CS /G /F /Fl ID ";
  inlined.content = start + stored("ab") + " EI Q";
  CHECK(told_of(inlined) == "");
  inlined.content = start + stored("a") + " EI Q";
  CHECK(told_of(inlined) == "a picture of 1 by 2 pixels ends too early");
}
