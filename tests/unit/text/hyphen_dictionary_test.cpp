// SPDX-License-Identifier: MIT
#include "text/hyphen_dictionary.h"

#include <catch2/catch.hpp>

#include <filesystem>

#include "base/utf8.h"
#include "support/run_program.h"
#include "text/hyphen_book.h"

namespace handbill::text {
namespace {

/// "hy-phen-ation"
std::string parted(const HyphenDictionary& dictionary, const std::string& word) {
  std::string result;
  std::size_t begin = 0;
  for (const std::uint8_t place : dictionary.places(word)) {
    const std::size_t end = offset_of_code_point(word, place);
    result += word.substr(begin, end - begin) + "-";
    begin = end;
  }
  return result + word.substr(begin);
}

using Files = std::map<std::string, std::string, std::less<>>;

const diag::MemoryFiles kNoFiles(Files{});

std::string parted_in(const std::string& language, const std::string& word) {
  HyphenBook book(machine_hyphen_folders());
  const auto dictionary = book.open(language, kNoFiles);
  REQUIRE(dictionary);
  return parted(*dictionary, word);
}

}  // namespace

TEST_CASE("Odd numbers in a pattern part a word, and the largest counts") {
  const HyphenDictionary dictionary("UTF-8\na1b\nba2c\n% a comment\n# one more\nc3d\nxc4d\n");
  CHECK(parted(dictionary, "ccabbb") == "cca-bbb");
  CHECK(parted(dictionary, "ccdccc") == "cc-dccc");
  CHECK(parted(dictionary, "axcdcc") == "axcdcc");
  CHECK(parted(dictionary, "").empty());
}

TEST_CASE("A dictionary says how short the halves may be") {
  const HyphenDictionary dictionary("UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 4\na1a\n");
  CHECK(parted(dictionary, "aaaaaaaa") == "aaa-a-aaaa");
}

TEST_CASE("Dots stand for the ends of a word") {
  const HyphenDictionary dictionary("UTF-8\n.ab1\n1cd.\n");
  CHECK(parted(dictionary, "abab") == "ab-ab");
  CHECK(parted(dictionary, "cdcd") == "cd-cd");
}

TEST_CASE("A place that would change the spelling is left out") {
  const HyphenDictionary dictionary("UTF-8\nf1f/ff=f,1,2\nn1t\n");
  CHECK(parted(dictionary, "schiffahrtenten") == "schiffahrten-ten");
}

TEST_CASE("Dictionaries in old encodings are read") {
  const HyphenDictionary latin(
      "ISO8859-1\n\xE4"
      "1t\n");
  CHECK(parted(latin, "n\u00E4ten") == "n\u00E4-ten");
  const HyphenDictionary cyrillic(
      "microsoft-cp1251\n\xE0"
      "1\xE1\n");
  CHECK(parted(cyrillic, "\u0431\u0430\u0431\u0430") == "\u0431\u0430-\u0431\u0430");
}

TEST_CASE("What can't be read parts nothing") {
  for (const char* bytes : {"", "UTF-8", "KLINGON-1\na1b\n",
                            "UTF-8\n\xFF"
                            "1a\n",
                            "UTF-8\n999\n\n/\n1/,,\n", "UTF-8\nNEXTLEVEL\nNEXTLEVEL\nNEXTLEVEL\n",
                            "UTF-8\nLEFTHYPHENMIN\n"}) {
    CAPTURE(bytes);
    CHECK(parted(HyphenDictionary(bytes), "abab") == "abab");
  }
}

TEST_CASE("A word longer than any is left alone") {
  const HyphenDictionary dictionary("UTF-8\na1a\n");
  CHECK(dictionary.places(std::string(10'000'000, 'a')).empty());
}

TEST_CASE("Words are parted by the dictionaries of Debian") {
  CHECK(parted_in("en-US", "microneedling") == "mi-croneedling");
  CHECK(parted_in("en", "dermatologist") == "der-ma-tol-o-gist");
  CHECK(parted_in("es", "tratamiento") == "tra-ta-mien-to");
  CHECK(parted_in("de-DE", "behandlungszimmer") == "be-hand-lungs-zim-mer");
  // The list of compounds has the last word.
  CHECK(parted_in("de", "bankauftrag") == "bank-auf-trag");
  CHECK(parted_in("de-AT", "h\u00E4userfront") == "h\u00E4u-ser-front");
}

TEST_CASE("A language finds the nearest dictionary") {
  const auto names = [](const char* language) { return dictionary_names(language); };
  using Names = std::vector<std::string>;
  CHECK(names("de-AT") == Names{"hyph_de_AT.dic", "hyph_de_DE.dic", "hyph_de.dic"});
  CHECK(names("de") == Names{"hyph_de_DE.dic", "hyph_de.dic"});
  CHECK(names("en") == Names{"hyph_en_US.dic", "hyph_en_GB.dic", "hyph_en.dic"});
  CHECK(names("en-AU") ==
        Names{"hyph_en_AU.dic", "hyph_en_GB.dic", "hyph_en_US.dic", "hyph_en.dic"});
  CHECK(names("bn") == Names{"hyph_bn_BD.dic", "hyph_bn_IN.dic", "hyph_bn.dic"});
  CHECK(names("pt") == Names{"hyph_pt_BR.dic", "hyph_pt.dic"});
  CHECK(names("pt-AO") == Names{"hyph_pt_AO.dic", "hyph_pt_PT.dic", "hyph_pt.dic"});
  CHECK(names("sr-Latn-RS") == Names{"hyph_sr_RS.dic", "hyph_sr.dic"});
}

TEST_CASE("A missing dictionary has a package, unless the language has no patterns") {
  CHECK(dictionary_package("de-AT") == "hyphen-de");
  CHECK(dictionary_package("en") == "hyphen-en-us");
  CHECK(dictionary_package("en-GB") == "hyphen-en-gb");
  CHECK(dictionary_package("nn-NO") == "hyphen-no");
  CHECK(dictionary_package("vi").empty());
  CHECK(dictionary_package("th").empty());
  CHECK(dictionary_package("zxx").empty());
}

TEST_CASE("A dictionary of the machine may be a link that leads elsewhere") {
  namespace fs = std::filesystem;
  const handbill::test::TempFolder folder;
  fs::create_directories(folder / "elsewhere");
  folder.write("elsewhere/patterns.dic", "UTF-8\nc1r\n");
  fs::create_directories(folder / "hyphen");
  fs::create_symlink("../elsewhere/patterns.dic", folder / "hyphen/hyph_ga.dic");
  fs::create_symlink("../elsewhere/absent.dic", folder / "hyphen/hyph_cy.dic");
  HyphenBook book({(folder / "hyphen").string()});
  const auto dictionary = book.open("ga", kNoFiles);
  REQUIRE(dictionary);
  CHECK(parted(*dictionary, "microneedling") == "mic-roneedling");
  CHECK(book.open("cy", kNoFiles) == nullptr);
}

TEST_CASE("Thai words are not parted with hyphens, though there are patterns") {
  HyphenBook book(machine_hyphen_folders());
  const diag::MemoryFiles project(Files{{"hyphenation/hyph_th_TH.dic", "UTF-8\na1a\n"}});
  CHECK(book.open("th", project) == nullptr);
}

TEST_CASE("A dictionary in the project comes before the machine's") {
  HyphenBook book(machine_hyphen_folders());
  const diag::MemoryFiles project(Files{{"hyphenation/hyph_en.dic", "UTF-8\nc1r\n"}});
  const auto dictionary = book.open("en-US", project);
  REQUIRE(dictionary);
  CHECK(parted(*dictionary, "microneedling") == "mic-roneedling");
  CHECK(book.open("en-US", project) == dictionary);
  CHECK_FALSE(HyphenBook({"/nowhere"}).open("en-US", kNoFiles));
}

TEST_CASE("A dictionary of the project that is open is told to be used again") {
  struct Project final : diag::FileReader {
    mutable std::string again{};
    diag::FileAnswer read(std::string_view path) const override {
      return diag::MemoryFiles(Files{{"hyphenation/hyph_en.dic", "UTF-8\nc1r\n"}}).read(path);
    }
    std::vector<std::string> list(std::string_view) const override { return {}; }
    void used_again(std::string_view path) const override { again += path; }
  };
  const Project project;
  HyphenBook book(machine_hyphen_folders());
  book.open("en-US", project);
  book.open("de", project);
  CHECK(project.again.empty());
  book.open("de", project);
  CHECK(project.again.empty());
  book.open("en-US", project);
  CHECK(project.again == "hyphenation/hyph_en.dic");
}

}  // namespace handbill::text
