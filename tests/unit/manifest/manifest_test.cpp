// SPDX-License-Identifier: MIT
#include "manifest/manifest.h"

#include <catch2/catch.hpp>

#include "manifest/recorded_files.h"
#include "manifest/sha256.h"
#include "manifest/shown.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::manifest {
namespace {

constexpr const char* kOurs = "https://example.org/ours/";
const std::string kHash(64, '7');

std::string packet(const std::string& items, const std::string& name_space = kOurs) {
  return "%PDF-1.6\n<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<rdf:Description "
         "xmlns:handbill=\"" +
         name_space + "\">\n<xmp:CreatorTool>Handbill 9</xmp:CreatorTool>\n<handbill:inputs>" +
         "<rdf:Seq>" + items + "</rdf:Seq></handbill:inputs>\n<?xpacket end=\"w\"?>\nendstream\n";
}

std::string item(const std::string& text) { return "<rdf:li>" + text + "</rdf:li>"; }

}  // namespace

TEST_CASE("SHA-256 gives what the standard's examples give") {
  // FIPS 180-4, and the empty message of NIST's test vectors.
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256(std::string(1000000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("what is shown is read back as it was written, and nothing else is") {
  Shown shown;
  shown.facts = {{"clinic.phone", "(301) 555-0199", {"outside, back", "front"}},
                 {"clinic.web", ""}};
  shown.texts = {{"care.intro", "en", "Rest.\nDrink \\n \"all\" <you> can.", {"front"}}};
  shown.version = {{"revision.date", "November 22, 2026", {}}};
  const std::string text = as_text(shown);
  CHECK(read_shown(text) == shown);
  CHECK(read_shown("") == Shown{});
  for (const char* bad : {"fact", "fact\n", "fact\ta\n", "text\ta\ten\n", "word\ta\tb\n", "\n"}) {
    INFO(bad);
    CHECK_FALSE(read_shown(bad));
  }
  CHECK_FALSE(read_shown(text.substr(0, text.size() - 1)));
}

TEST_CASE("white is one space where what is shown is compared") {
  CHECK(on_one_line(" a\u00A0 b\t\u2028c\n ") == "a b c");
  CHECK(on_one_line("\u200B \n") == "");
  CHECK(on_one_line("a") == "a");
}

TEST_CASE("a manifest is read back from the metadata it was written into") {
  const std::vector<Input> inputs = {{"content/en/a & b.toml", kHash},
                                     {"font-tables:Lato Bold.ttf", sha256("x")}};
  const ShownAs shown{{{"set", "x=<y>\t\n\\"}}, {{{"clinic.phone", "1", {"front"}}}, {}, {}}};
  std::string items;
  for (std::string line : lines_of("build a --set x=<y>", inputs, shown)) {
    for (const auto& [plain, escaped] : {std::pair{"&", "&amp;"}, std::pair{"<", "&lt;"}}) {
      const auto at = line.find(plain);
      if (at != line.npos) line.replace(at, 1, escaped);
    }
    items += item(line);
  }
  const auto read = read_manifest(packet(items), kOurs);
  REQUIRE(read);
  CHECK(read->program == "Handbill 9");
  CHECK(read->command == "build a --set x=<y>");
  CHECK(read->inputs == inputs);
  CHECK(read->shown == shown);
}

TEST_CASE("what earlier programs wrote tells no words") {
  const auto read = read_manifest(packet(item("build a") + item("a " + kHash)), kOurs);
  REQUIRE(read);
  CHECK_FALSE(read->shown);
}

TEST_CASE("what is shown is packed small, and read back from nobody else") {
  ShownAs shown{{{"layout", "layouts/a.toml"}}, {}};
  for (int i = 0; i < 100; ++i) {
    shown.shown.texts.push_back({"care." + std::to_string(i), "en", "Drink a glass of water.", {}});
  }
  const std::string letters = packed(shown);
  CHECK(letters == packed(shown));
  CHECK(letters.size() < as_text(shown.shown).size() / 4);
  CHECK(unpacked(letters) == shown);
  for (std::size_t end = 0; end < letters.size(); ++end) {
    CHECK_FALSE(unpacked(letters.substr(0, end)));
  }
  for (const char* bad : {"", "====", "MCA=", "OTk5OTk5OTk5OTk5IA==", "not letters"}) {
    INFO(bad);
    CHECK_FALSE(unpacked(bad));
  }
}

TEST_CASE("what is shown is no larger, deeper or stranger than a document's") {
  const auto with_path = [](const std::string& path) {
    return unpacked(packed({{}, {{{path, "1", {}}}, {}, {}}})).has_value();
  };
  std::string path = "a";
  for (int i = 0; i < 63; ++i) path += ".a";
  CHECK(with_path(path));
  CHECK_FALSE(with_path(path + ".a"));
  const auto with_words = [](const std::string& words) {
    return unpacked(packed({{}, {{}, {{"a", "en", words, {}}}, {}}})).has_value();
  };
  CHECK(with_words("a\nb\tc"));
  CHECK_FALSE(with_words("\x1b[31m"));
  CHECK_FALSE(with_words("\x7f"));
  CHECK_FALSE(with_words("\xff"));
  const std::string line = "text\ta\ten\t\n";
  constexpr std::size_t kMost = std::size_t{8} << 20U;
  CHECK(with_words(std::string(kMost - line.size(), 'a')));
  CHECK_FALSE(with_words(std::string(kMost - line.size() + 1, 'a')));
}

TEST_CASE("the last packet of a file counts") {
  const auto read =
      read_manifest(packet(item("old " + kHash)) + packet(item("new " + kHash)), kOurs);
  REQUIRE(read);
  REQUIRE(read->inputs.size() == 1);
  CHECK(read->inputs[0].path == "new");
}

TEST_CASE("files of others have no manifest") {
  const std::string whole = packet(item("a " + kHash));
  REQUIRE(read_manifest(whole, kOurs));
  CHECK_FALSE(read_manifest("", kOurs));
  CHECK_FALSE(read_manifest("%PDF-1.4\n%%EOF\n", kOurs));
  CHECK_FALSE(read_manifest(packet(item("a " + kHash), "https://example.org/other/"), kOurs));
  CHECK_FALSE(read_manifest(packet(""), kOurs));
  CHECK_FALSE(read_manifest(packet(item("a 1234")), kOurs));
  // Nothing reaches a terminal that it would obey.
  CHECK_FALSE(read_manifest(packet(item("\x1b[31ma " + kHash)), kOurs));
  for (std::size_t end = 0; end < whole.size(); ++end) {
    read_manifest(std::string_view(whole).substr(0, end), kOurs);
  }
}

TEST_CASE("a font's table directory changes with any of its tables") {
  const std::string font = test::read_file(test::source_folder() + "/tests/fonts/squares.ttf");
  const auto directory = table_directory(font, 0);
  REQUIRE(directory.size() > 12);
  CHECK(directory.size() == 12 + 16 * static_cast<unsigned>(directory[5]));
  CHECK(font.starts_with(directory));
  // In a collection it stands where the header says (OpenType 1.9, TTC Header).
  const std::string head("ttcf\0\1\0\0\0\0\0\2\0\0\0\x14\0\0\0\x14", 20);
  CHECK(table_directory(head + font, 1) == directory);
  CHECK(table_directory(head + font, 2).empty());
  CHECK(table_directory(head, 0).empty());
  CHECK(table_directory("", 0).empty());
  CHECK(table_directory(font.substr(0, directory.size() - 1), 0).empty());
}

TEST_CASE("files that are read are remembered by document") {
  const test::TempFolder folder;
  folder.write("a.toml", "abc");
  folder.write("b.toml", "");
  RecordedFiles files(std::make_shared<diag::DiskFiles>(std::vector{folder.path().string()}));
  CHECK(files.read("a.toml").bytes == "abc");
  CHECK_FALSE(files.read("c.toml").bytes);
  CHECK(files.used() == std::vector<Input>{{"a.toml", sha256("abc")}});
  files.start_document();
  CHECK(files.used().empty());
  files.used_again("a.toml");
  files.used_again("never-read.toml");
  files.read("b.toml");
  CHECK(files.used() == std::vector<Input>{{"a.toml", sha256("abc")}, {"b.toml", sha256("")}});
  CHECK(files.hash("a.toml") == sha256("abc"));
  CHECK_FALSE(files.hash("c.toml"));
}

TEST_CASE("a file that somebody else has read is read for its hash when it is used again") {
  const test::TempFolder folder;
  folder.write("a.ttf", "abc");
  const RecordedFiles files(std::make_shared<diag::DiskFiles>(std::vector{folder.path().string()}));
  files.used_again("a.ttf");
  CHECK(files.used() == std::vector<Input>{{"a.ttf", sha256("abc")}});
}

}  // namespace handbill::manifest
