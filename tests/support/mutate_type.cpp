// SPDX-License-Identifier: MIT
#include <algorithm>
#include <random>
#include <stdexcept>

#include "support/pdf_mutations.h"

namespace handbill::test {
namespace {

using Handle = QPDFObjectHandle;

const std::set<std::string> kProgram = {"pdfx-font-programs", "pdfx-glyphs", "pdfx-widths"};

Handle program_of(PdfEditor& p) {
  auto programs = p.programs();
  if (programs.empty()) throw std::logic_error("no font programs");
  return programs.front();
}

PdfMutation changed_program(const char* name, std::string (*change)(std::string)) {
  return edited(name, kProgram, [change](PdfEditor& p) {
    auto program = program_of(p);
    PdfEditor::set_data(program, change(PdfEditor::data(program)));
  });
}

/// Bytes of any value, at places that `seed` alone decides.
std::string scrambled(std::string bytes, unsigned seed) {
  std::mt19937 random(seed);
  constexpr std::size_t kBytes = 300;
  for (std::size_t i = 0; i < kBytes; ++i) {
    bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
  }
  return bytes;
}

/// A table of an sfnt, by its tag.
std::string without_table(std::string bytes, const char* tag) {
  const auto at = bytes.find(tag);
  return at == bytes.npos ? bytes.substr(0, 100) : bytes.replace(at, 4, "none");
}

std::string blank_table(std::string bytes, const char* tag) {
  const auto row = bytes.find(tag);
  if (row == bytes.npos) return bytes.substr(0, 100);
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
      value = value * 256 + static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  const std::size_t offset = number(row + 8), length = number(row + 12);
  return bytes.replace(offset, length, length, '\x55');
}

/// Composite fonts have their widths in the descendant.
std::vector<Handle> descendants(PdfEditor& p) {
  std::vector<Handle> found = p.all("/Subtype", "/CIDFontType2");
  for (auto& each : p.all("/Subtype", "/CIDFontType0")) found.push_back(each);
  if (found.empty()) throw std::logic_error("no composite fonts");
  return found;
}

void show(PdfEditor& p, const std::string& glyph) {
  p.paint("BT " + p.type().font + " 20 Tf 90 90 Td " + glyph + " Tj ET");
}

void swap_programs(PdfEditor& p) {
  auto programs = p.programs();
  if (programs.size() < 2) throw std::logic_error("one font alone");
  const std::string first = PdfEditor::data(programs[0]), second = PdfEditor::data(programs[1]);
  PdfEditor::set_data(programs[0], second);
  PdfEditor::set_data(programs[1], first);
}

PdfMutations of_programs() {
  PdfMutations all = {
      changed_program("half a program", [](std::string s) { return s.substr(0, s.size() / 2); }),
      changed_program("a tenth less", [](std::string s) { return s.substr(0, s.size() * 9 / 10); }),
      changed_program("a byte less", [](std::string s) { return s.substr(0, s.size() - 1); }),
      changed_program("no bytes", [](std::string) { return std::string(); }),
      changed_program("other bytes", [](std::string s) { return std::string(s.size(), 'x'); }),
      changed_program("no outlines", [](std::string s) { return without_table(s, "glyf"); }),
      changed_program("no index", [](std::string s) { return without_table(s, "loca"); }),
      changed_program("no head", [](std::string s) { return without_table(s, "head"); }),
      changed_program("no metrics", [](std::string s) { return without_table(s, "hmtx"); }),
      changed_program("no number of glyphs",
                      [](std::string s) { return without_table(s, "maxp"); }),
      changed_program("scrambled outlines", [](std::string s) { return blank_table(s, "glyf"); }),
      changed_program("scrambled metrics", [](std::string s) { return blank_table(s, "hmtx"); }),
      changed_program("a scrambled index", [](std::string s) { return blank_table(s, "loca"); }),
  };
  for (const unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U}) {
    all.push_back(edited("scrambled bytes", kProgram, [seed](PdfEditor& p) {
      auto program = program_of(p);
      PdfEditor::set_data(program, scrambled(PdfEditor::data(program), seed));
    }));
  }
  return all;
}

PdfMutations of_dictionaries() {
  return {
      edited("no program", {"pdfx-fonts"},
             [](PdfEditor& p) {
               for (auto& each : p.all("/Type", "/FontDescriptor")) each.removeKey("/FontFile2");
             }),
      edited("no descriptor", {"pdfx-fonts"},
             [](PdfEditor& p) { descendants(p).front().removeKey("/FontDescriptor"); }),
      edited("no descendant", {"pdfx-font-programs", "pdfx-fonts"},
             [](PdfEditor& p) {
               for (auto& each : p.all("/Subtype", "/Type0")) each.removeKey("/DescendantFonts");
             }),
      edited("no encoding", {"pdfx-font-programs"},
             [](PdfEditor& p) {
               for (auto& each : p.all("/Subtype", "/Type0")) each.removeKey("/Encoding");
             }),
      edited("no kind", {"pdfx-font-programs"},
             [](PdfEditor& p) {
               for (auto& each : p.all("/Subtype", "/Type0")) each.removeKey("/Subtype");
             }),
      edited("a resource that is not there", {"pdfx-resources"},
             [](PdfEditor& p) { p.resources().getKey("/Font").removeKey(p.type().font); }),
      edited("no fonts at all", {"pdfx-resources"},
             [](PdfEditor& p) { p.resources().removeKey("/Font"); }),
      edited("a name that stands for nothing", {"pdfx-resources"},
             [](PdfEditor& p) { p.paint("BT /Nobody 20 Tf 90 90 Td (x) Tj ET"); }),
      edited(".notdef", {"pdfx-glyphs"}, [](PdfEditor& p) { show(p, "<0000>"); }),
      edited("a code beyond the font", {"pdfx-glyphs"}, [](PdfEditor& p) { show(p, "<7fff>"); }),
      edited("a map of glyphs that is short", {"pdfx-glyphs"},
             [](PdfEditor& p) {
               descendants(p).front().replaceKey(
                   "/CIDToGIDMap", p.file().makeIndirectObject(p.stream("", std::string(2, '\0'))));
             }),
      edited("no widths", {"pdfx-widths"},
             [](PdfEditor& p) { descendants(p).front().removeKey("/W"); }),
      edited("one width for all", {"pdfx-widths"},
             [](PdfEditor& p) {
               descendants(p).front().replaceKey("/W", PdfEditor::object("[0 9999 500]"));
             }),
      edited("widths that are 3 thousandths off", {"pdfx-widths"},
             [](PdfEditor& p) {
               auto widths = descendants(p).front().getKey("/W");
               for (int i = 0; i < widths.getArrayNItems(); ++i) {
                 auto list = widths.getArrayItem(i);
                 for (int j = 0; list.isArray() && j < list.getArrayNItems(); ++j) {
                   list.setArrayItem(
                       j, Handle::newReal(list.getArrayItem(j).getNumericValue() + 3, 3));
                 }
               }
             }),
      edited("fonts that were mixed up", kProgram, swap_programs),
      edited("Helvetica of the system", {"pdfx-fonts"},
             [](PdfEditor& p) {
               p.set_resource(
                   "/Font", "/XH",
                   PdfEditor::object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
               p.paint("BT /XH 20 Tf 90 90 Td (Hello) Tj ET");
             }),
      edited("a glyph procedure that is missing", {"pdfx-glyphs"},
             [](PdfEditor& p) {
               auto font = PdfEditor::object(
                   "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 "
                   "0] /CharProcs << >> /Encoding << /Differences [65 /a /b] >> /FirstChar 65 "
                   "/LastChar 66 /Widths [10 10] >>");
               font.getKey("/CharProcs").replaceKey("/a", p.stream("", "10 0 d0 0 0 9 9 re f"));
               p.set_resource("/Font", "/X3", font);
               p.paint("BT /X3 20 Tf 90 90 Td (AB) Tj ET");
             }),
  };
}

}  // namespace

PdfMutations mutations_of_fonts() {
  PdfMutations all = of_programs();
  const PdfMutations more = of_dictionaries();
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace handbill::test
