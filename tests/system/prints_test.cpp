// SPDX-License-Identifier: MIT
// Which prints are old: noted, judged after a change, corrected, discarded, listed.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProgramResult;
using handbill::test::ProjectCopy;
using handbill::test::run_program;
using handbill::test::TempFolder;
using Json = nlohmann::json;

namespace {

constexpr const char* kLedger = "records/printed.toml";
constexpr const char* kPhone = R"({ blank = "the clinic’s phone number", width = "1.75 in" })";

/// A project with a telephone number, whose placard does not show it.
struct PrintedProject : ProjectCopy {
  PrintedProject() {
    edit("content/en/clinic.toml", kPhone, "\"301 555 0100\"");
    edit("layouts/hours-placard.toml", "text  = \"{clinic.phone}\"", "text  = \"Ask at the desk\"");
  }

  ProgramResult note(const char* document, const char* quantity,
                     const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {"printed", document,  "--quantity",
                                      quantity,  "--today", "2026-11-02"};
    words.insert(words.end(), more.begin(), more.end());
    return handbill(words);
  }

  /// What a check says of prints.
  std::vector<Json> told(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {"check", "--today", "2026-11-30", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    std::vector<Json> found;
    for (const Json& each : Json::parse(handbill(words).output)) {
      if (each["id"] == "prints-outdated" || each["id"] == "record-faulty") found.push_back(each);
    }
    return found;
  }

  Json list() const { return Json::parse(handbill({"prints", "--json"}).output)["prints"]; }
};

}  // namespace

TEST_CASE("a new phone number makes the stacks wrong that show it, and no others") {
  const PrintedProject project;
  const auto noted = project.note("hours-placard", "500", {"--note", "front desk"});
  INFO(noted.errors);
  REQUIRE(noted.exit_code == 0);
  CHECK(contains(noted.output, "noted: 500 copies of `hours-placard` in `en` of 2026-11-02"));
  REQUIRE(project.note("aftercare-sheet", "300").exit_code == 0);
  CHECK(project.told().empty());
  REQUIRE(project.list().size() == 2);

  project.edit("content/en/clinic.toml", "301 555 0100", "301 555 0199");
  const auto told = project.told();
  REQUIRE(told.size() == 2);
  CHECK(told[0]["severity"] == "warning");
  CHECK(told[0]["message"] ==
        "300 copies of `aftercare-sheet` of 2026-11-02 say `clinic.phone` `(301) 555-0100`; it is "
        "`(301) 555-0199` now");
  CHECK(told[0]["fact"] == "clinic.phone");
  CHECK(told[0]["at"]["file"] == "content/en/clinic.toml");
  CHECK(told[1]["severity"] == "note");
  CHECK(told[1]["message"] == "the other stack is still right");

  const Json list = project.list();
  CHECK(list[0]["state"] == "current");
  CHECK(list[0]["note"] == "front desk");
  CHECK(list[1]["state"] == "outdated");
  CHECK(list[1]["changes"][0]["was"] == "(301) 555-0100");
  CHECK(project.handbill({"build", "--final", "--deny-warnings"}).exit_code == 1);  // drafts
  CHECK(project.told({"--deny-warnings"})[0]["severity"] == "warning");

  // The brochure is not asked about.
  CHECK(project.told({"hours-placard"}).empty());
  CHECK(project.told({"aftercare-sheet", "--set", "clinic.phone=301 555 0100"}).empty());

  const std::string id = list[1]["id"];
  const auto corrected = project.handbill(
      {"corrected", "--print", id.substr(0, 5), "--reason", "sticker", "--today", "2026-11-30"});
  INFO(corrected.errors);
  CHECK(corrected.exit_code == 0);
  CHECK(project.told().empty());
  CHECK(project.list()[1]["corrected"] == "2026-11-30");

  project.edit("content/en/clinic.toml", "301 555 0199", "301 555 0111");
  REQUIRE(project.told().size() == 2);
  CHECK(project.handbill({"discarded", "aftercare-sheet", "--quantity", "301", "--reason", "old"})
            .exit_code == 1);
  CHECK(project.handbill({"discarded", "aftercare-sheet", "--quantity", "100", "--reason", "old"})
            .exit_code == 0);
  CHECK(contains(project.told()[0]["message"], "200 copies of `aftercare-sheet`"));
  CHECK(project.handbill({"discarded", "aftercare-sheet", "--reason", "old"}).exit_code == 0);
  CHECK(project.told().empty());
  CHECK(project.list().size() == 1);
  CHECK(project.files("records") == std::vector<std::string>{".gitattributes", "printed.toml"});
}

TEST_CASE("looks, fonts and the revision make no stack old, and words do") {
  const PrintedProject project;
  REQUIRE(project.note("aftercare-sheet", "300").exit_code == 0);
  project.edit("layouts/aftercare-sheet.toml", "size    = \"34 pt\"", "size    = \"33 pt\"");
  project.edit("content/en/clinic.toml", "date   = 2026-11-22", "date   = 2026-11-29");
  CHECK(project.told().empty());
  project.edit("content/en/aftercare.toml", "First 4 hours", "First 4 minutes");
  const auto told = project.told();
  REQUIRE(told.size() == 1);
  CHECK(
      contains(told[0]["message"],
               "say “First 4 hours” in `aftercare.timeline.0.when`; it is “First 4 minutes” now"));
}

TEST_CASE("stacks in another language are judged by its texts") {
  const PrintedProject project;
  REQUIRE(project.note("aftercare-sheet", "20", {"--language", "es"}).exit_code == 0);
  CHECK(project.told().empty());
  project.edit("content/en/clinic.toml", "301 555 0100", "301 555 0199");
  REQUIRE(project.list().size() == 1);
  CHECK(project.list()[0]["language"] == "es");
  std::filesystem::rename(project / "content/es", project / "content/xx");
  const auto told = project.told();
  REQUIRE(told.size() == 1);
  CHECK(told[0]["severity"] == "note");
  CHECK(contains(told[0]["message"], "the project has no texts in `es` now"));
}

TEST_CASE("a fact that was set for a print is no change") {
  const PrintedProject project;
  REQUIRE(project.note("aftercare-sheet", "20", {"--set", "clinic.phone=301 555 0177"}).exit_code ==
          0);
  CHECK(project.told().empty());
  project.edit("content/en/clinic.toml", "301 555 0100", "301 555 0199");
  CHECK(project.told().empty());
  project.edit("content/en/clinic.toml", "5454 Wisconsin Ave", "5455 Wisconsin Ave");
  CHECK(project.told().size() == 1);
}

TEST_CASE("how many copies there may be") {
  const PrintedProject project;
  for (const char* bad : {"0", "-1", "1000000001", "1.5", "many", ""}) {
    INFO(bad);
    CHECK(project.note("hours-placard", bad).exit_code == 2);
  }
  CHECK(project.note("hours-placards", "5").exit_code == 1);
  CHECK(project.files("records").empty());
  CHECK(project.note("hours-placard", "2000000").exit_code == 0);
  CHECK(project.note("hours-placard", "1000000000").exit_code == 0);
  CHECK(project.note("hours-placard", "1000000000").exit_code == 0);
  CHECK(contains(project.handbill({"prints"}).output,
                 "3 stacks, 2,002,000,000 copies: none is outdated"));
}

TEST_CASE("what was thrown away is said of copies that there are") {
  const PrintedProject project;
  REQUIRE(project.note("hours-placard", "500").exit_code == 0);
  REQUIRE(project.note("hours-placard", "500").exit_code == 0);
  const std::string before = project.read(kLedger);
  using Words = std::vector<std::string>;
  for (const Words& bad : {Words{"hours-placard", "--quantity", "5"}, Words{"--print", "nothing"},
                           Words{"aftercare-sheet"}, Words{"hours-placard", "--language", "es"},
                           Words{"hours-placard", "--before", "2026-11-02"},
                           Words{"hours-placard", "--before", "2026-02-30"}}) {
    Words words = {"discarded", "--reason", "old"};
    words.insert(words.end(), bad.begin(), bad.end());
    const auto result = project.handbill(words);
    INFO(result.errors);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.errors, "nothing was noted"));
  }
  CHECK(project.handbill({"discarded", "--reason", "old"}).exit_code == 2);
  CHECK(project.handbill({"discarded", "hours-placard"}).exit_code == 2);
  CHECK(project.read(kLedger) == before);
  CHECK(
      project.handbill({"discarded", "hours-placard", "--before", "2026-11-03", "--reason", "old"})
          .exit_code == 0);
  CHECK(project.list().empty());
}

TEST_CASE("a ledger that can't be read gets no entry, and loses none") {
  const PrintedProject project;
  REQUIRE(project.note("hours-placard", "500").exit_code == 0);
  const std::string good = project.read(kLedger);
  for (const std::string& bad : {good + "<<<<<<< HEAD\n=======\n>>>>>>> branch\n",
                                 good + "[[print]\n", good + "[[print]]\nid = 7\n"}) {
    project.write(kLedger, bad);
    CHECK(project.note("hours-placard", "5").exit_code == 1);
    CHECK(project.handbill({"discarded", "hours-placard", "--reason", "old"}).exit_code == 1);
    CHECK(project.read(kLedger) == bad);
    CHECK(project.handbill({"check"}).exit_code == 1);
    CHECK(project.handbill({"prints"}).exit_code == 1);
  }
}

TEST_CASE("a ledger that has no room or no place is told, and nothing is written elsewhere") {
  const PrintedProject project;
  project.write("records", "a file\n");
  const auto blocked = project.note("hours-placard", "5");
  CHECK(blocked.exit_code != 0);
  CHECK_FALSE(blocked.errors.empty());
  std::filesystem::remove(project / "records");

  const TempFolder outside;
  std::filesystem::create_symlink(outside.path(), project / "records");
  const auto linked = project.note("hours-placard", "5");
  CHECK(linked.exit_code != 0);
  CHECK(std::filesystem::is_empty(outside.path()));
  std::filesystem::remove(project / "records");

  std::filesystem::create_directory(project / "records");
  std::string full = "# ";
  full.resize((std::size_t{32} << 20U) - 100, 'x');
  project.write(kLedger, full);
  const auto result = project.note("hours-placard", "5");
  CHECK(result.exit_code == 2);
  CHECK(contains(result.errors, "is full"));
  CHECK(project.read(kLedger) == full);
}

TEST_CASE("two runs at once both note their prints") {
  const PrintedProject project;
  const std::string one =
      handbill::test::program() + " printed hours-placard --today 2026-11-02 --quantity ";
  const auto both = run_program({"sh", "-c",
                                 "cd " + (project / ".").string() + " && { " + one + "1 & " + one +
                                     "2 & " + one + "3 & wait; }"});
  INFO(both.errors);
  CHECK(project.list().size() == 3);
  CHECK(project.told().empty());
}

TEST_CASE("a print is noted by the file that was sent") {
  const PrintedProject project;
  REQUIRE(project.handbill({"build", "--language", "es", "aftercare-sheet"}).exit_code == 0);
  project.edit("content/en/clinic.toml", "301 555 0100", "301 555 0199");
  const auto note = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words = {"printed", "--quantity", "40",
                                      "--today", "2026-11-02", "--from"};
    words.insert(words.end(), more.begin(), more.end());
    return project.handbill(words);
  };
  const auto noted = note({"out/aftercare-sheet.es.pdf"});
  INFO(noted.errors);
  REQUIRE(noted.exit_code == 0);
  const auto told = project.told();
  REQUIRE(told.size() == 1);
  CHECK(told[0]["message"] ==
        "40 copies of `aftercare-sheet.es` of 2026-11-02 say `clinic.phone` `(301) 555-0100`; it "
        "is `(301) 555-0199` now");
  CHECK(note({"out/aftercare-sheet.es.pdf", "aftercare-sheet"}).exit_code == 0);
  CHECK(note({"out/aftercare-sheet.es.pdf", "hours-placard"}).exit_code == 1);
  CHECK(note({"out/nothing.pdf"}).exit_code == 1);
  project.write("out/other.pdf", "%PDF-1.7\n");
  CHECK(note({"out/other.pdf"}).exit_code == 1);
  CHECK(project.list().size() == 2);
  CHECK(project.handbill({"printed", "--quantity", "40"}).exit_code == 2);

  const auto ticket = project.handbill({"ticket", "aftercare-sheet", "--quantity", "300"});
  CHECK(contains(ticket.output,
                 "`handbill printed --from out/aftercare-sheet.pdf --quantity 300` notes it"));
}
