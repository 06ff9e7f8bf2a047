// SPDX-License-Identifier: MIT
#include <random>
#include <stdexcept>

#include "support/pdf_mutations.h"

namespace handbill::test {
namespace {

using Handle = QPDFObjectHandle;

const std::set<std::string> kFile = {"pdfx-file", "pdf-broken"};
const std::set<std::string> kContent = {"pdfx-operators", "pdfx-resources", "pdfx-file"};

PdfMutation bytes_changed(const char* name, std::string (*change)(std::string)) {
  return {name, kFile, [change](const std::string& bytes) { return change(bytes); }};
}

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
  const auto at = bytes.rfind(from);
  if (at == bytes.npos) throw std::logic_error("not in the file: " + from);
  return bytes.replace(at, from.size(), to);
}

PdfMutation painted(const char* name, const char* content) {
  return edited(name, kContent, [content](PdfEditor& p) { p.paint(content); });
}

PdfMutation cut_content(const char* name, double share) {
  return edited(name, kContent, [share](PdfEditor& p) {
    p.change_content([share](const std::string& content) {
      return content.substr(0,
                            static_cast<std::size_t>(static_cast<double>(content.size()) * share));
    });
  });
}

/// The first stream that is deflated, with bytes of its packed data changed.
std::string with_damaged_flate(const std::string& bytes, unsigned seed) {
  const auto filter = bytes.find("/FlateDecode");
  const auto start = bytes.find("stream\n", filter), end = bytes.find("endstream", start);
  if (filter == bytes.npos || end == bytes.npos) throw std::logic_error("nothing is deflated");
  std::string damaged = bytes;
  std::mt19937 random(seed);
  const std::size_t first = start + 7 + 4, length = end - 10 - first;
  for (int i = 0; i < 8; ++i) {
    damaged[first + random() % length] ^= static_cast<char>(1 + random() % 255);
  }
  return damaged;
}

PdfMutations of_bytes() {
  PdfMutations all = {
      bytes_changed("cut in half", [](std::string s) { return s.substr(0, s.size() / 2); }),
      bytes_changed("cut before the trailer",
                    [](std::string s) { return s.substr(0, s.rfind("trailer")); }),
      bytes_changed("cut at the table",
                    [](std::string s) { return s.substr(0, s.rfind("xref\n0")); }),
      bytes_changed("cut by its last line",
                    [](std::string s) { return s.substr(0, s.rfind("%%EOF")); }),
      bytes_changed("a wrong startxref",
                    [](std::string s) { return replaced(s, "startxref\n", "startxref\n1"); }),
      bytes_changed("no startxref",
                    [](std::string s) { return replaced(s, "startxref", "startsref"); }),
      bytes_changed("a table that is one byte off",
                    [](std::string s) { return s.insert(s.find("1 0 obj"), " "); }),
      bytes_changed("line ends of another system",
                    [](std::string s) {
                      std::string text;
                      for (const char c : s) text += c == '\n' ? "\r\n" : std::string(1, c);
                      return text;
                    }),
      bytes_changed("no end of a stream",
                    [](std::string s) { return replaced(s, "endstream", "endstrxam"); }),
      bytes_changed("no end of an object",
                    [](std::string s) { return replaced(s, "endobj", "endxbj"); }),
      bytes_changed("a length that is short",
                    [](std::string s) { return replaced(s, "/Length ", "/Length 1 /L "); }),
      bytes_changed("a dictionary that does not end",
                    [](std::string s) { return replaced(s, ">>", "  "); }),
      bytes_changed("no root", [](std::string s) { return replaced(s, "/Root", "/Rxxt"); }),
      bytes_changed("no pages", [](std::string s) { return replaced(s, "/Pages", "/Pxxxs"); }),
      bytes_changed("nothing but zeros in the middle",
                    [](std::string s) { return s.replace(s.size() / 3, 900, 900, '\0'); }),
  };
  for (const unsigned seed : {1U, 2U, 3U, 4U, 5U}) {
    all.push_back({"damaged data",
                   {"pdfx-file", "picture-broken", "pdfx-font-programs", "pdfx-output-profile",
                    "pdfx-metadata"},
                   [seed](const std::string& bytes) { return with_damaged_flate(bytes, seed); }});
  }
  return all;
}

PdfMutations of_content() {
  return {
      painted("an operand too few", "60 60 30 re f"),
      painted("a name for a number", "/A 60 30 30 re f"),
      painted("`q` too many", "q 60 60 30 30 re f"),
      painted("`Q` too many", "Q Q Q"),
      painted("text that does not end", "BT"),
      painted("text within text", "BT BT ET"),
      painted("text outside of text", "(x) Tj"),
      painted("a string that does not end", "(x"),
      painted("an array that does not end", "[60 60"),
      painted("letters in a number", "60 6x0 30 30 re f"),
      painted("an unknown operator", "60 60 frob"),
      painted("a line from nowhere", "60 60 l S"),
      painted("a state that is not there", "/Nobody gs"),
      painted("a form that is not there", "/Nobody Do"),
      painted("a colour space that is not there", "/Nobody cs"),
      painted("a pattern that is not there", "/Pattern cs /Nobody scn 60 60 30 30 re f"),
      painted("a gradient that is not there", "/Nobody sh"),
      painted("a picture in line that does not end", "BI /W 9 /H 9 /BPC 8 /CS /G ID x"),
      painted("marked content that ends twice", "EMC"),
      cut_content("content that is cut in half", 0.5),
      cut_content("content without its last twentieth", 0.95),
      edited("content of an unknown filter", kContent,
             [](PdfEditor& p) {
               p.page().replaceKey("/Contents", p.file().makeIndirectObject(
                                                    p.stream("/Filter /NobodyDecode", "x")));
             }),
      edited("a count of pages that is wrong", kFile,
             [](PdfEditor& p) {
               p.root().getKey("/Pages").replaceKey("/Count", Handle::newInteger(7));
             }),
      edited("a picture without a colour space", kContent,
             [](PdfEditor& p) {
               p.set_resource(
                   "/XObject", "/XP",
                   p.stream("/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8", "x"));
               p.paint("9 0 0 9 60 60 cm /XP Do");
             }),
      edited("a gradient without colours", kContent,
             [](PdfEditor& p) {
               p.set_resource("/Shading", "/XG", PdfEditor::object("<< /ShadingType 2 >>"));
               p.paint("/XG sh");
             }),
  };
}

}  // namespace

PdfMutations mutations_of_syntax() {
  PdfMutations all = of_bytes();
  const PdfMutations more = of_content();
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace handbill::test
