// SPDX-License-Identifier: MIT
// handbill verify: whether what a file shows is still so.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "manifest/packed_shown.h"
#include "support/find_text.h"
#include "support/golden.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using Json = nlohmann::json;

namespace {

namespace manifest = handbill::manifest;

constexpr const char* kPlacard = "out/hours-placard.pdf";
constexpr const char* kSheet = "out/aftercare-sheet.pdf";

/// The project with these of its documents built, and a number for the clinic.
struct BuiltProject {
  ProjectCopy project;

  explicit BuiltProject(const std::vector<std::string>& arguments = {}) {
    project.edit("content/en/clinic.toml",
                 "{ blank = \"the clinic’s phone number\", width = \"1.75 in\" }",
                 "\"301 555 0142\"");
    std::vector<std::string> command = {"build"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const auto result = project.handbill(command);
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
  }

  handbill::test::ProgramResult verify(const std::string& file) const {
    return project.handbill({"verify", file});
  }
  Json differences(const std::string& file) const {
    return Json::parse(project.handbill({"verify", file, "--json"}).output);
  }
  void expect_current(const std::string& file, const std::string& verdict) const {
    const auto result = verify(file);
    INFO(result.output << result.errors);
    CHECK(result.exit_code == 0);
    CHECK(contains(result.output, verdict));
    CHECK(differences(file)["differences"].empty());
  }
};

/// What stands between "shown: " and the end of the line, in the metadata.
std::pair<std::size_t, std::size_t> packed_in(const std::string& pdf) {
  const std::size_t begin = pdf.find("shown: ");
  REQUIRE(begin != std::string::npos);
  return {begin + 7, pdf.find('<', begin)};
}

}  // namespace

TEST_CASE("a file is current when nothing that it shows has changed") {
  const BuiltProject built;
  built.expect_current(kPlacard, "nothing it was made of has changed");
  // No patient reads of lunch on the sheet.
  built.project.edit("content/en/hours.toml", "lunch = \"12:00 pm – 1:00 pm\"", "lunch = \"none\"");
  built.expect_current(kSheet, "nothing it was made of has changed");
  CHECK(built.verify(kPlacard).exit_code == 1);
  built.project.edit("content/en/clinic.toml",
                     "web        = { blank = \"the clinic’s web address\", width = \"2.25 in\" }",
                     "web        = \"https://ourclinic.org\"");
  built.expect_current(
      kSheet, "all facts and words it shows are current: what has changed stands elsewhere");
  CHECK(contains(built.verify(kSheet).output, "  changed  project  content/en/clinic.toml\n"));
  // The same in other words of TOML, and a newer version.
  built.project.edit("content/en/clinic.toml", "\"301 555 0142\"", "'(301) 555-0142' # new");
  built.project.edit("content/en/clinic.toml", "date   = 2026-11-22", "date   = 2026-11-29");
  built.expect_current(
      kSheet, "revision.date: it bears `November 22, 2026`, now it is `November 29, 2026`");
}

TEST_CASE("each fact that differs is told with what the file shows and what is so now") {
  const BuiltProject built;
  built.project.edit("content/en/clinic.toml", "301 555 0142", "301 555 0143");
  built.project.edit("content/en/hours.toml", "thursday  = \"8:00 am – 5:00 pm\"",
                     "thursday  = \"8:00 am – 4:00 pm\"");
  const auto result = built.verify(kPlacard);
  INFO(result.output);
  CHECK(result.exit_code == 1);
  CHECK(
      contains(result.output,
               "  clinic.phone (front): it shows `(301) 555-0142`, now it is `(301) 555-0143`\n"));
  CHECK(contains(result.output,
                 "  hours.thursday (front): it shows `8:00 am–12:00 pm, 1:00–5:00 pm`, now it is "
                 "`8:00 am–12:00 pm, 1:00–4:00 pm`\n"));
  CHECK(contains(result.output, "\n2 facts differ: build it again\n"));
  const Json json = built.differences(kPlacard);
  CHECK(json["verdict"] == "changed");
  REQUIRE(json["differences"].size() == 2);
  CHECK(json["differences"][0] ==
        Json::parse(R"j({"of": "fact", "path": "clinic.phone", "places": ["front"],
                       "was": "(301) 555-0142", "is": "(301) 555-0143"})j"));
  // Built again it is current.
  REQUIRE(built.project.handbill({"build", "hours-placard"}).exit_code == 0);
  built.expect_current(kPlacard, "nothing it was made of has changed");
}

TEST_CASE("each text that differs is told by its key, and an entry more is one difference") {
  const BuiltProject built;
  built.project.edit("content/en/aftercare.toml", "for  = \"twice a day for 7 days\"",
                     "for  = \"twice a day for 3 days\"");
  built.project.edit("content/en/aftercare.toml", "[[aftercare.dont]]\ntext = \"Wear makeup.\"",
                     "[[aftercare.dont]]\ntext = \"Swim.\"\nfor = \"for 7 days\"\n\n"
                     "[[aftercare.dont]]\ntext = \"Wear makeup.\"");
  const auto result = built.verify(kSheet);
  INFO(result.output << result.errors);
  CHECK(result.exit_code == 1);
  CHECK(contains(result.output, ": it says `… day for 7 days`, now it is `… day for 3 days`\n"));
  CHECK(contains(result.output, " (front): the document has `Swim.`, this file does not\n"));
  CHECK(contains(result.output, "\n3 texts differ: build it again\n"));
}

TEST_CASE("what is only set otherwise is told apart, and is no fault") {
  const BuiltProject built;
  built.project.edit("layouts/tickets/job-ticket.toml", "size    = \"10 pt\"",
                     "size    = \"9 pt\"");
  built.expect_current(kSheet, "nothing it was made of has changed");
  built.project.edit("layouts/house.toml", "cmyk   = [90, 0, 0, 80]", "cmyk   = [90, 0, 0, 81]");
  built.expect_current(kSheet,
                       "all facts and words it shows are current: only its look has changed");
  CHECK(built.differences(kSheet)["verdict"] == "look-changed");
  // Another drawing, which the content names.
  const BuiltProject other;
  other.project.edit("content/en/aftercare.toml", "icon = \"5\"", "icon = \"6\"");
  other.project.write("layouts/art/heal-6.svg", other.project.read("layouts/art/heal-5.svg"));
  other.expect_current(kSheet,
                       "all facts and words it shows are current: only its look has changed");
}

TEST_CASE("every edition that says what it was made of says what it shows") {
  const BuiltProject built(
      {"hours-placard", "--edition", "all", "--language", "es", "--keep-going"});
  built.project.edit("content/en/clinic.toml", "301 555 0142", "301 555 0143");
  for (const char* file : {"out/hours-placard.es.html", "out/hours-placard.es.pdf",
                           "out/hours-placard-office.es.pdf", "out/hours-placard-screen.es.pdf"}) {
    CAPTURE(file);
    const auto result = built.verify(file);
    INFO(result.output << result.errors);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.output, "it shows `(301) 555-0142`, now it is `(301) 555-0143`\n"));
    CHECK(contains(result.output, "\n1 fact differs: build it again\n"));
  }
}

TEST_CASE("what was asked for on the command line is asked for again") {
  const BuiltProject built(
      {"aftercare-sheet", "--set", "clinic.name=\"A \\\"B\\\" C\"", "--trim", "a4"});
  const std::string file = "out/aftercare-sheet-a4.pdf";
  built.expect_current(file, "nothing it was made of has changed");
  built.project.edit("content/en/clinic.toml", "suite  = \"Ste 1400\"", "suite  = \"Ste 1500\"");
  CHECK(contains(built.verify(file).output, "\n1 fact differs: build it again\n"));
}

TEST_CASE("where the project can't tell, that is said, and the file is not called current") {
  const BuiltProject built;
  built.project.edit("content/en/hours.toml", "thursday  = \"8:00 am – 5:00 pm\"",
                     "thursday  = \"soon\"");
  const auto faulty = built.verify(kPlacard);
  INFO(faulty.output);
  CHECK(faulty.exit_code == 1);
  CHECK(contains(faulty.output,
                 "can't be told: the project has errors, which `handbill check` lists: "));
  CHECK(built.differences(kPlacard)["verdict"] == "untold");
  built.expect_current(kSheet, "nothing it was made of has changed");
  std::filesystem::remove(built.project / "layouts/hours-placard.toml");
  CHECK(contains(built.verify(kPlacard).output,
                 "can't be told: there is no layout `layouts/hours-placard.toml`"));
}

TEST_CASE("files of earlier programs are compared by what they were made of") {
  const BuiltProject built;
  std::string old = built.project.read(kPlacard);
  old.replace(old.find("shown: "), 5, "other");
  built.project.write("old.pdf", old);
  CHECK(contains(built.verify("old.pdf").output, "nothing it was made of has changed"));
  built.project.edit("content/en/clinic.toml", "301 555 0142", "301 555 0143");
  const auto result = built.verify("old.pdf");
  CHECK(result.exit_code == 1);
  CHECK(contains(result.output, "1 of "));
  CHECK(contains(result.output, "inputs differ; which facts and words it shows it does not say"));
  CHECK(built.differences("old.pdf")["verdict"] == "files-changed");
}

TEST_CASE("a file of anybody is compared without harm") {
  const BuiltProject built({"hours-placard"});
  const std::string pdf = built.project.read(kPlacard);
  const auto packed = packed_in(pdf);
  const auto with = [&](const std::string& letters) {
    built.project.write("odd.pdf",
                        pdf.substr(0, packed.first) + letters + pdf.substr(packed.second));
    const auto result = built.verify("odd.pdf");
    INFO(result.output << result.errors);
    CHECK((result.exit_code == 0 || result.exit_code == 1));
    for (const char* sign : {"\u202E", "\u2066", "\u200B", "\x1b"}) {
      CHECK(!contains(result.output, sign));
    }
    return result.output;
  };
  CHECK(contains(with("AAAA"), "nothing it was made of has changed"));
  const auto asked_for = [&](const std::vector<manifest::Asked>& asked) {
    return with(manifest::packed({asked, {}}));
  };
  CHECK(contains(asked_for({}), "it does not say which layout it was made from"));
  CHECK(contains(asked_for({{"layout", "../../etc/passwd"}}), "there is no layout"));
  CHECK(contains(asked_for({{"layout", "layouts/hours-placard.toml"}, {"language", "all"}}),
                 "it says that it is several documents"));
  CHECK(contains(asked_for({{"layout", "layouts/hours-placard.toml"}, {"language", "../en"}}),
                 "there is no folder"));
  CHECK(contains(asked_for({{"layout", "layouts/hours-placard.toml"}, {"set", "[[["}}),
                 "can't be told"));
  manifest::ShownAs lies{{{"layout", "layouts/hours-placard.toml"}}, {}};
  lies.shown.facts = {{"clinic.phone\u202E", "\u202E1\u200B", {"a\u2066"}}};
  CHECK(contains(with(manifest::packed(lies)), "the document does no more"));
}
