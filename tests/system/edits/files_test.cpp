// SPDX-License-Identifier: MIT
// What happens to the files of a project: renamed, thrown away, copied with a wrong ending, turned
// into a link, put where another is looked for.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "support/paths.h"
#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;
using ByHand = std::function<void(const ProjectCopy&)>;

const std::string kPlacard = "layouts/hours-placard.toml";
/// Where the placard, the first of two documents, names its content.
const std::string kAsked = kPlacard + ": content";

ByHand renamed(const std::string& from, const std::string& to) {
  return [=](const ProjectCopy& project) { fs::rename(project / from, project / to); };
}

ByHand removed(const std::string& path) {
  return [=](const ProjectCopy& project) { fs::remove_all(project / path); };
}

/// The file is gone, and a link, a folder or a pipe stands in its place.
ByHand link_to(const std::string& target, const std::string& path) {
  return [=](const ProjectCopy& project) {
    fs::remove_all(project / path);
    fs::create_symlink(target, project / path);
  };
}

ByHand folder_at(const std::string& path) {
  return [=](const ProjectCopy& project) {
    fs::remove_all(project / path);
    fs::create_directories(project / path);
  };
}

ByHand pipe_at(const std::string& path) {
  return [=](const ProjectCopy& project) {
    fs::remove_all(project / path);
    REQUIRE(::mkfifo((project / path).c_str(), 0600) == 0);
  };
}

ExpectedMessage missing(const std::string& at, const std::string& hint) {
  return {"error", "file-missing", at, hint};
}

ExpectedMessage unreadable(const std::string& at, const std::string& what) {
  return {"error", "file-unreadable", at, what};
}

StaffEdit hours_renamed(const std::string& to) {
  return {.name = "the hours are called `" + to + "`",
          .says = {missing(kAsked, "there is `content/en/" + to + "`; names must agree")},
          .by_hand = renamed(kHours, "content/en/" + to)};
}

StaffEdit folder_renamed(const std::string& to) {
  return {.name = "the folder of the content is called `" + to + "`",
          .says = {missing("", "there is `" + to + "`; name it `content`")},
          .by_hand = renamed("content", to)};
}

const StaffEdit kContent[] = {
    hours_renamed("Hours.toml"),
    hours_renamed("hours.toml.txt"),
    hours_renamed("hours.TOML"),
    hours_renamed("hours .toml"),
    hours_renamed("hours copy.toml"),
    hours_renamed("hours (1).toml"),
    hours_renamed("hours-2026.toml"),
    hours_renamed("horus.toml"),
    {.name = "the hours are thrown away",
     .says = {missing(kAsked, "there is no file `content/en/hours.toml`")},
     .by_hand = removed(kHours)},
    {.name = "the folder of a language is renamed",
     .says = {missing("", "there is `content/EN`; name it `content/en`")},
     .by_hand = renamed("content/en", "content/EN")},
    {.name = "the folder of a translation is renamed",
     .command = "build hours-placard --language es",
     .says = {missing("", "there is `content/ES`; name it `content/es`")},
     .by_hand = renamed("content/es", "content/ES")},
    {.name = "the folder of a language is thrown away",
     .says = {missing("", "there is no folder `content/en`")},
     .by_hand = removed("content/en")},
    folder_renamed("Content"),
    folder_renamed("content.bak"),
    folder_renamed("content (copy)"),
    folder_renamed("contents"),
    {.name = "the folder of all languages is renamed, and one is asked for",
     .command = "build hours-placard --language es",
     .says = {missing("", "there is `Content`; name it `content`")},
     .by_hand = renamed("content", "Content")},
    {.name = "a copy with a wrong ending lies beside the hours",
     .command = "build hours-placard",
     .reads = {"Mon – Fri 8:00 – 12:00 1:00 – 5:00"},
     .by_hand =
         [](const ProjectCopy& project) {
           fs::copy(project / kHours, project / (kHours + ".txt"));
         }},
    {.name = "the hours are a link that leads nowhere",
     .says = {unreadable(kAsked, "is a link to `hours-2027.toml`, which is not there")},
     .by_hand = link_to("hours-2027.toml", kHours)},
    {.name = "the hours are a link to those of another clinic",
     .says = {{"error", "outside-project", kAsked, "leads out of the project folder"}},
     .by_hand =
         [](const ProjectCopy& project) {
           link_to(source_folder() + "/" + kHours, kHours)(project);
         }},
    {.name = "the hours are a link to a file of the project",
     .command = "build hours-placard",
     .reads = {"Mon – Fri 8:00 – 12:00 1:00 – 5:00"},
     .by_hand =
         [](const ProjectCopy& project) {
           fs::rename(project / kHours, project / "content/en/hours-2026.toml");
           fs::create_symlink("hours-2026.toml", project / kHours);
         }},
    {.name = "a folder lies where the hours should",
     .says = {unreadable(kAsked, "is a folder, where a file is expected")},
     .by_hand = folder_at(kHours)},
    {.name = "a pipe lies where the hours should",
     .says = {unreadable(kAsked, "is no ordinary file")},
     .by_hand = pipe_at(kHours)},
    {.name = "Spanish hours under another name",
     .command = "build hours-placard --language es",
     .says = {missing(kAsked, "there is `content/es/Hours.toml`; names must agree")},
     .by_hand = renamed("content/es/hours.toml", "content/es/Hours.toml")},
    {.name = "Spanish is a link to another project",
     .command = "build hours-placard --language es",
     .says = {{"error", "outside-project", kAsked, "`content/es` is a link that leads out"}},
     .by_hand =
         [](const ProjectCopy& project) {
           link_to(source_folder() + "/content/es", "content/es")(project);
         }},
};

const StaffEdit kOthers[] = {
    {.name = "the house is called `House.toml`",
     .command = "build hours-placard",
     .says = {missing(kPlacard + ": extends", "the project has `layouts/House.toml`, but no")},
     .by_hand = renamed("layouts/house.toml", "layouts/House.toml")},
    {.name = "the house is a link that leads nowhere",
     .command = "build hours-placard",
     .says = {unreadable(kPlacard + ": extends", "`layouts/house.toml` is a link to `home.toml`")},
     .by_hand = link_to("home.toml", "layouts/house.toml")},
    {.name = "a project without a house has the program's",
     .command = "build hours-placard",
     .reads = {"Mon – Fri 8:00 – 12:00 1:00 – 5:00"},
     .by_hand = removed("layouts/house.toml")},
    {.name = "the list of fonts is a folder",
     .says = {unreadable("", "`fonts/fonts.toml` is a folder")},
     .by_hand = folder_at("fonts/fonts.toml")},
    {.name = "a font of the project is a pipe",
     .says = {unreadable("fonts/fonts.toml:22", "`fonts/Lato-Regular.ttf` is no ordinary file")},
     .by_hand = pipe_at("fonts/Lato-Regular.ttf")},
    {.name = "a drawing is thrown away",
     .command = "build hours-placard",
     .says = {missing(kPlacard + ":   art    = \"art/disc",
                      "there is no file `layouts/art/disc-band.svg`")},
     .by_hand = removed("layouts/art/disc-band.svg")},
    {.name = "the folder of drawings is renamed",
     .command = "build hours-placard",
     .says = {missing("", "there is `layouts/Art`; name it `layouts/art`")},
     .by_hand = renamed("layouts/art", "layouts/Art")},
    {.name = "a drawing is called `Disc-Band.SVG`",
     .command = "build hours-placard",
     .says = {missing(kPlacard + ":   art    = \"art/disc",
                      "there is `layouts/art/Disc-Band.SVG`")},
     .by_hand = renamed("layouts/art/disc-band.svg", "layouts/art/Disc-Band.SVG")},
    {.name = "the drawings are a link to those of another project",
     .command = "build hours-placard",
     .says = {{"error", "outside-project", kPlacard + ":   art    = \"art/disc",
               "`layouts/art` is a link"}},
     .by_hand =
         [](const ProjectCopy& project) {
           link_to(source_folder() + "/layouts/art", "layouts/art")(project);
         }},
    {.name = "a document is thrown away, and the program has one of that name",
     .command = "build hours-placard",
     .says = {missing("", "there is no layout `hours-placard`")},
     .by_hand = removed(kPlacard)},
    {.name = "a document is a pipe",
     .says = {unreadable("", "`layouts/hours-placard.toml` is no ordinary file")},
     .by_hand = pipe_at(kPlacard)},
    {.name = "a document is a link that leads nowhere",
     .says = {unreadable("", "`layouts/hours-placard.toml` is a link to `sign.toml`")},
     .by_hand = link_to("sign.toml", kPlacard)},
    {.name = "a shop of the project is a folder, and the program has one of that name",
     .command = "build hours-placard --shop us-x1a",
     .says = {unreadable("", "`layouts/shops/us-x1a.toml` is a folder")},
     .by_hand = folder_at("layouts/shops/us-x1a.toml")},
    {.name = "approval is set for one run",
     .command = "build hours-placard --set revision.status=approved",
     .says = {{"error", "bad-value", "--set:1", "`revision.status` can't be set for a run"}}},
    {.name = "approval is set for one run, in capitals",
     .command = "build hours-placard --set Revision.status=approved",
     .says = {{"error", "bad-value", "--set:1", "`Revision.status` can't be set for a run"}}},
    {.name = "approval is set below a subject",
     .command = "build aftercare-sheet --set aftercare.revision.status=approved",
     .says = {{"error", "bad-value", "--set:1", "can't be set for a run"}}},
    {.name = "a misspelt subject is set",
     .command = "build --set aftercar.title=Care",
     .says = {{"error", "unknown-key", "--set:1", "did you mean `aftercare`?"}}},
    {.name = "a misspelt key of a subject is set for all documents",
     .command = "build --set aftercare.titel=Care",
     .says = {{"error", "unknown-key", "--set:1", "did you mean `title`?"}}},
    {.name = "a misspelt fact is set",
     .command = "build --set clinic.phon=301",
     .says = {{"error", "unknown-key", "--set:1", "did you mean `phone`?"}}},
    {.name = "a fact of one document is set for all",
     .command = "build --set sign.title=Opening",
     .reads = {"Opening"}},
    {.name = "no break is set for all documents, not all of which have hours",
     .command = "build --set hours.lunch=none",
     .reads = {"8:00 – 5:00", "After your microneedling"},
     .never_reads = {"Closed for lunch"}},
    {.name = "hours are set for a document that has none",
     .command = "build aftercare-sheet --set hours.lunch=none",
     .says = {{"error", "unknown-key", "--set:1", "the content has no `hours`"}}},
    {.name = "a misspelt day is set for all documents",
     .command = "build --set hours.mondy=closed",
     .says = {{"error", "unknown-key", "--set:1", "did you mean `monday`?"}}},
};

/// A whole project with another inside it that is made of `parts` alone.
std::string inner_build(const ProjectCopy& project, const std::vector<std::string>& parts) {
  for (const std::string& part : parts) fs::create_directories(project / ("inner/" + part));
  const auto result = run_program({"env", "-C", (project / "inner").string(), program(), "build"});
  CHECK(result.exit_code == 2);
  CHECK_FALSE(fs::exists(project / "inner/out"));
  return result.errors;
}

}  // namespace

TEST_CASE("a project whose layouts are gone does not print those of the project around it") {
  for (const char* wrong : {"Layouts", "layout", "fonts"}) {
    CAPTURE(wrong);
    const ProjectCopy project;
    const std::string errors = inner_build(project, {"content/en", wrong});
    CHECK(errors.find("/inner has a `content` folder, but no `layouts` folder") != errors.npos);
  }
  // A folder that is no project belongs to the one around it.
  const ProjectCopy project;
  fs::create_directories(project / "notes/old");
  const auto result = run_program(
      {"env", "-C", (project / "notes/old").string(), program(), "check", "hours-placard"});
  CHECK(result.exit_code == 0);
}

TEST_CASE("layouts that are a link out of the project are told") {
  const ProjectCopy project;
  link_to(source_folder() + "/layouts", "layouts")(project);
  const auto result = project.handbill({"build"});
  CHECK(result.exit_code == 1);
  CHECK(result.errors.find("`layouts` is a link that leads out of the project folder") !=
        result.errors.npos);
}

TEST_CASE("content that is not where it should be is told, and no other is printed") {
  check_edits(kContent);
}

TEST_CASE("layouts, drawings, fonts and shops that can't be used are told") {
  check_edits(kOthers);
}

}  // namespace handbill::test
