// SPDX-License-Identifier: MIT
// The file round the objects, as others read it.
#include "pdf/file_writer.h"

#include <catch2/catch.hpp>

#include "support/find_text.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

using pdf::CrossReference;
using pdf::PdfVersion;

constexpr std::uint32_t kCatalog = 1, kPages = 2, kPage = 3, kContents = 4, kInformation = 5,
                        kFirst = 7;

/// A file of one page and `more` dictionaries that are numbered from `kFirst` on. The number before
/// them is free.
std::string file_with(CrossReference form, std::uint32_t more) {
  pdf::Deflater deflater;
  pdf::FileWriter file(PdfVersion::V1_6, form, kFirst + more, deflater);
  file.add_dictionary(kCatalog, "<</Type/Catalog/Pages 2 0 R>>");
  file.add_dictionary(kPages, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
  file.add_dictionary(kPage, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]/Contents 4 0 R>>");
  file.add_stream(kContents, "<</Length 18>>", "0 g 9 9 30 30 re f");
  file.add_dictionary(kInformation, "<</Title(A file)>>");
  for (std::uint32_t i = 0; i < more; ++i) {
    file.add_dictionary(kFirst + i, "<</Nth " + std::to_string(i) + ">>");
  }
  return file.finish(kCatalog, kInformation);
}

}  // namespace

TEST_CASE("other programs find every object, however many there are") {
  struct Case {
    std::uint32_t more;
    std::size_t object_streams;
  };
  // Four dictionaries are there already; an object stream takes 200.
  const Case cases[] = {{1, 1}, {195, 1}, {196, 1}, {197, 2}, {596, 3}, {70'000, 351}};
  const TempFolder folder;
  for (const Case& c : cases) {
    for (const auto form : {CrossReference::Table, CrossReference::Streams}) {
      const bool is_packed = form == CrossReference::Streams;
      const std::string bytes = file_with(form, c.more);
      CHECK(count(bytes, "/Type/ObjStm") == (is_packed ? c.object_streams : 0));
      CHECK(count(bytes, "/Type/XRef") == (is_packed ? 1 : 0));
      const std::string file = folder.write("file.pdf", bytes).string();
      INFO(c.more << (is_packed ? " packed" : " in a table"));
      const ProgramResult check = run_program({"qpdf", "--check", file});
      CHECK((check.exit_code == 0 && check.errors.empty()));
      const std::string nth = std::to_string(c.more - 1),
                        last = std::to_string(kFirst + c.more - 1);
      CHECK(contains(run_program({"qpdf", "--show-object=" + last, file}).output, "/Nth " + nth));
      const std::string shown = run_program({"mutool", "show", "-g", file, last, "6"}).output;
      CHECK(contains(shown, "/Nth " + nth));
      CHECK(contains(shown, "null"));
      CHECK(contains(run_program({"pdfinfo", file}).output, "Title:           A file"));
    }
  }
}

TEST_CASE("a file is named after its bytes") {
  for (const auto form : {CrossReference::Table, CrossReference::Streams}) {
    const auto id = [](const std::string& file) { return file.substr(file.find("/ID[<"), 70); };
    CHECK(file_with(form, 2) == file_with(form, 2));
    CHECK(id(file_with(form, 2)) != id(file_with(form, 3)));
  }
}

}  // namespace handbill::test
