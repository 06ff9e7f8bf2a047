// SPDX-License-Identifier: MIT
// handbill approve, revoke and review, and what binds a document to its approvals.
#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>

#include "support/find_text.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProgramResult;
using handbill::test::ProjectCopy;
using handbill::test::run_program;
using Words = std::vector<std::string>;

namespace {

namespace fs = std::filesystem;

constexpr const char* kDirector = "medical director";
constexpr const char* kLedger = "records/approved.toml";

/// The project of the program with its blanks filled in.
class FilledProject {
 public:
  FilledProject() {
    const auto fill = [&](const char* key, const char* blank, const char* fact) {
      project_.edit("content/en/clinic.toml", std::string(key) + "= { blank = \"" + blank + "}",
                    std::string(key) + "= \"" + fact + "\"");
    };
    fill("name       ", "the clinic’s name\", width = \"2.5 in\" ", "Skin Clinic");
    fill("phone      ", "the clinic’s phone number\", width = \"1.75 in\" ", "(301) 654-2000");
    fill("web        ", "the clinic’s web address\", width = \"2.25 in\" ",
         "https://clinic.example");
    fill("booking    ", "the web address for booking\", width = \"2.25 in\" ",
         "https://clinic.example/book");
    fill("hours_page ", "the web page with hours on special dates\", width = \"2.25 in\" ", "none");
  }

  ProgramResult run(Words words, const char* today = "2026-11-30") const {
    words.insert(words.end(), {"--today", today});
    return project_.handbill(words);
  }
  ProgramResult approve(const char* today = "2026-11-30") const {
    return run({"approve", "aftercare-sheet", "--role", kDirector}, today);
  }
  ProgramResult check(const char* today = "2026-11-30") const {
    return run({"check", "aftercare-sheet", "--final"}, today);
  }
  const ProjectCopy& operator*() const { return project_; }
  const ProjectCopy* operator->() const { return &project_; }

 private:
  ProjectCopy project_;
};

}  // namespace

TEST_CASE("an approval binds: changed words are told with those that were approved") {
  const FilledProject project;
  CHECK(project.check().exit_code == 1);
  const ProgramResult approved = project.approve();
  INFO(approved.errors);
  REQUIRE(approved.exit_code == 0);
  CHECK(contains(approved.output,
                 "aftercare-sheet (en): version 1 approved by medical director on 2026-11-30"));
  CHECK(
      contains(approved.output, "content/en/aftercare.toml was a draft, and says `approved` now"));
  CHECK(contains(project->read("content/en/aftercare.toml"), "status = \"approved\""));
  CHECK(
      contains(project->read("content/en/clinic.toml"), "status = \"approved\" # once reviewed: "));
  CHECK(fs::exists(*project / "records/aftercare-sheet-en-v1-1.png"));
  const ProgramResult good = project.check();
  INFO(good.errors);
  CHECK(good.exit_code == 0);

  project->edit("content/en/aftercare.toml", "\"for 24 hours\"", "\"for 24 minutes\"");
  const ProgramResult refused = project.check();
  CHECK(refused.exit_code == 1);
  CHECK(contains(refused.errors,
                 "error: `aftercare-sheet` is not what `medical director` approved "
                 "on 2026-11-30: `24 hours` was approved, and `24 minutes` is here "
                 "now [not-approved]"));
  CHECK(contains(refused.errors, "content/en/aftercare.toml:"));

  project->edit("content/en/aftercare.toml", "\"for 24 minutes\"", "\"for 24 hours\"");
  CHECK(project.check().exit_code == 0);
}

TEST_CASE("an approval ends by its date, and is taken back with a reason") {
  const FilledProject project;
  REQUIRE(project.run({"approve", "aftercare-sheet", "--role", kDirector, "--for", "1 year"})
              .exit_code == 0);
  CHECK(contains(project->read(kLedger), "expires = 2027-11-30"));
  CHECK(project.check("2027-11-30").exit_code == 0);
  const ProgramResult ended = project.check("2027-12-01");
  CHECK(ended.exit_code == 1);
  CHECK(contains(ended.errors, "ended on 2027-11-30: it is 2027-12-01 [approval-date]"));
  const ProgramResult early = project.check("2026-11-29");
  CHECK(early.exit_code == 1);
  CHECK(contains(early.errors, "is of 2026-11-30, which is still to come: it is 2026-11-29"));

  const Words revoke = {"revoke", "aftercare-sheet", "--role", kDirector, "--reason"};
  const auto with = [&](const char* reason) {
    Words words = revoke;
    words.emplace_back(reason);
    return project.run(words, "2026-12-01");
  };
  CHECK(with(" ").exit_code == 1);
  REQUIRE(with("new guidance on sun").exit_code == 0);
  const ProgramResult back = project.check("2026-12-02");
  CHECK(back.exit_code == 1);
  CHECK(contains(back.errors,
                 "took the approval of `aftercare-sheet` back on 2026-12-01: new "
                 "guidance on sun"));
  const ProgramResult twice = with("again");
  CHECK(twice.exit_code == 1);
  CHECK(contains(twice.errors, "has no approval of `aftercare-sheet` (en) to take back"));
  CHECK(project.approve("2026-12-02").exit_code == 0);
  CHECK(project.check("2026-12-02").exit_code == 0);
}

TEST_CASE("what is approved already is not approved again") {
  const FilledProject project;
  REQUIRE(project.approve().exit_code == 0);
  const std::string ledger = project->read(kLedger);
  const ProgramResult again = project.approve("2026-12-05");
  CHECK(again.exit_code == 0);
  CHECK(contains(again.output, "is approved already: version 1"));
  CHECK(project->read(kLedger) == ledger);
  // Words that change and are approved are the next version.
  project->edit("content/en/aftercare.toml", "Here is how to help it.", "This helps it.");
  const ProgramResult next = project.approve("2026-12-05");
  CHECK(contains(next.output, "version 2 approved"));
  CHECK(project->read(kLedger).starts_with(ledger));
}

TEST_CASE("what is not ready is not approved, and nothing is written") {
  const ProjectCopy project;
  const auto approve = [&](const Words& more) {
    Words words = {"approve", "aftercare-sheet"};
    words.insert(words.end(), more.begin(), more.end());
    return project.handbill(words);
  };
  const ProgramResult blank = approve({"--role", kDirector});
  CHECK(blank.exit_code == 1);
  CHECK(contains(blank.errors, "[blank-fact]"));
  CHECK(contains(blank.errors, "nothing was changed"));
  const ProgramResult role = approve({"--role", "medical directer"});
  CHECK(role.exit_code == 1);
  CHECK(contains(role.errors, "did you mean `medical director`?"));
  CHECK(contains(approve({"--role", "office manager"}).errors,
                 "`office manager` may not approve `aftercare-sheet`"));
  CHECK(contains(approve({"--role", kDirector, "--expires", "2026-02-30"}).errors,
                 "is no day of the calendar"));
  CHECK(contains(approve({"--role", kDirector, "--for", "a while"}).errors, "is no time"));
  CHECK(contains(approve({"--role", kDirector, "--answer", "x=maybe"}).errors, "is no answer"));
  CHECK(approve({}).exit_code == 2);
  CHECK_FALSE(fs::exists(project / "records"));
  CHECK(contains(project.read("content/en/aftercare.toml"), "status = \"draft\""));
}

TEST_CASE("an approved page says so, and one that is not prints as a draft") {
  const FilledProject project;
  const auto words_on_page = [&] {
    const ProgramResult built =
        project.run({"build", "aftercare-sheet", "--format", "dump", "--stage", "words"});
    REQUIRE(built.exit_code == 0);
    return project->read("out/aftercare-sheet.txt");
  };
  CHECK(contains(words_on_page(), "Version of"));
  REQUIRE(project.approve().exit_code == 0);
  CHECK(contains(words_on_page(), "Version 1, approved"));
  const auto pages = [&] {
    REQUIRE(project.run({"build", "aftercare-sheet", "--format", "dump"}).exit_code == 0);
    return project->read("out/aftercare-sheet.txt");
  };
  CHECK_FALSE(contains(pages(), "DRAFT"));
  project->edit("content/en/aftercare.toml", "Here is how to help it.", "This helps it.");
  CHECK(contains(words_on_page(), "Version of"));
  CHECK(contains(pages(), "DRAFT"));
  // What is set for a run alone was approved by nobody.
  project->edit("content/en/aftercare.toml", "This helps it.", "Here is how to help it.");
  CHECK(project.check().exit_code == 0);
  CHECK(project.run({"check", "aftercare-sheet", "--final", "--set", "clinic.phone=(301) 654-2001"})
            .exit_code == 1);
}

TEST_CASE("two roles, and languages, are approved apart") {
  const FilledProject project;
  project->write("content/roles.toml",
                 "[role.\"medical director\"]\napproves = [\"all\"]\n"
                 "[role.nurse]\napproves = [\"aftercare-sheet\"]\n");
  const ProgramResult first = project.approve();
  REQUIRE(first.exit_code == 0);
  CHECK(contains(first.output, "it still waits for: nurse"));
  CHECK(contains(project.check().errors, "waits for the approval of `nurse`"));
  REQUIRE(project.run({"approve", "aftercare-sheet", "--role", "nurse"}).exit_code == 0);
  CHECK(project.check().exit_code == 0);
  const ProgramResult spanish =
      project.run({"check", "aftercare-sheet", "--language", "es", "--final"});
  CHECK(spanish.exit_code == 1);
}

TEST_CASE("two runs that approve at once lose neither's entry") {
  const FilledProject project;
  ProgramResult other;
  std::thread beside([&] {
    other = project.run({"approve", "hours-placard", "--role", "office manager"});
  });
  const ProgramResult own = project.approve();
  beside.join();
  INFO(own.errors << other.errors);
  CHECK(own.exit_code == 0);
  CHECK(other.exit_code == 0);
  const std::string ledger = project->read(kLedger);
  CHECK(contains(ledger, "document = \"hours-placard\""));
  CHECK(contains(ledger, "document = \"aftercare-sheet\""));
}

TEST_CASE("a ledger that can't be written changes no content") {
  const FilledProject project;
  const auto is_draft = [&] {
    return contains(project->read("content/en/aftercare.toml"), "status = \"draft\"");
  };
  fs::create_directory_symlink("/tmp", *project / "records");
  const ProgramResult out = project.approve();
  CHECK(out.exit_code != 0);
  CHECK(is_draft());
  fs::remove(*project / "records");
  project->write("records", "no folder");
  CHECK(project.approve().exit_code != 0);
  CHECK(is_draft());
}

TEST_CASE("a review sets what was approved beside what is asked for") {
  const FilledProject project;
  REQUIRE(project.approve().exit_code == 0);
  project->edit("content/en/aftercare.toml", "Here is how to help it.", "This helps it.");
  const ProgramResult made = project.run({"review", "aftercare-sheet", "-o", "sheet.pdf"});
  INFO(made.errors);
  REQUIRE(made.exit_code == 0);
  const std::string text =
      run_program({"pdftotext", "-layout", (*project / "sheet.pdf").string(), "-"}).output;
  CHECK(contains(text, "FOR APPROVAL"));
  CHECK(contains(text, "Approved 2026-11-30, version 1"));
  CHECK(contains(text, "[Here is how to help"));
  CHECK(contains(text, "Page 1 of"));
  CHECK(contains(text, "Signature"));
  for (const char* language : {"es", "zh", "ar"}) {
    INFO(language);
    CHECK(project.run({"review", "aftercare-sheet", "--language", language}).exit_code == 0);
    CHECK(fs::exists(*project / ("out/aftercare-sheet." + std::string(language) + "-review.pdf")));
  }
}

TEST_CASE("of many pages the first are kept as pictures") {
  const FilledProject project;
  project->write("content/roles.toml", "[role.\"medical director\"]\napproves = [\"long\"]\n");
  project->write("content/en/long.toml",
                 "[revision]\ndate = 2026-11-22\nstatus = \"draft\"\n[long]\ntext = \"Rest.\"\n");
  project->write("layouts/long.toml",
                 "extends = \"house\"\ntitle = \"Long\"\ncontent = [\"long\"]\n[sheet]\n"
                 "trim = \"a6\"\n[[side]]\npages = 26\n[[side.frame]]\ntext = \"{long.text}\"\n");
  const ProgramResult approved = project.run({"approve", "long", "--role", kDirector});
  INFO(approved.errors);
  REQUIRE(approved.exit_code == 0);
  CHECK(fs::exists(*project / "records/long-en-v1-24.png"));
  CHECK_FALSE(fs::exists(*project / "records/long-en-v1-25.png"));
}

TEST_CASE("answers of people are kept with an approval, and count in the score") {
  const FilledProject project;
  project->write("content/roles.toml", "[role.nurse]\napproves = [\"rest\"]\n");
  const std::string content =
      "# Ours.\r\n[revision]\r\ndate   = 2026-11-22 # of the file\r\nstatus = \"draft\"\r\n\r\n"
      "[rest]\r\ntext = \"Rest for a day. Drink water.\"\r\n";
  project->write("content/en/rest.toml", content);
  project->write("layouts/rest.toml",
                 "extends = \"house\"\ntitle = \"Rest\"\ncontent = [\"rest\"]\nrules = "
                 "[\"pemat-p\"]\n[sheet]\ntrim = \"a6\"\n[[side]]\n[[side.frame]]\ntext = "
                 "\"{rest.text}\"\n");
  const auto approve = [&](const char* answer) {
    return project.run(
        {"approve", "rest", "--role", "nurse", "--answer", answer, "--answer", "pemat-01=yes"});
  };
  const auto score = [&] { return project.run({"check", "rest"}).errors; };
  CHECK(contains(score(), "understandability: 4 of 11 reached, 1 missed, 6 more once"));
  const ProgramResult unasked = approve("zz=yes");
  CHECK(unasked.exit_code == 1);
  CHECK(contains(unasked.errors, "nobody asks `zz` of `rest`"));
  CHECK(project->read("content/en/rest.toml") == content);
  REQUIRE(approve("pemat-04=no").exit_code == 0);
  CHECK(contains(project->read(kLedger), "\"pemat-04 = no\""));
  CHECK(contains(score(), "understandability: 5 of 11 reached, 2 missed, 4 more once"));
  CHECK(project->read("content/en/rest.toml") ==
        "# Ours.\r\n[revision]\r\ndate   = 2026-11-30 # of the file\r\nstatus = \"approved\"\r\n"
        "approved_by = \"nurse\"\r\n\r\n[rest]\r\ntext = \"Rest for a day. Drink water.\"\r\n");
}
