// SPDX-License-Identifier: MIT
#include "desk/session.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "desk/fields.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::desk {
namespace {
namespace fs = std::filesystem;

std::string bytes_at(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The shipped project, copied.
class Copied {
 public:
  Copied() {
    for (const char* part : {"content", "layouts", "fonts"}) {
      fs::copy(fs::path(test::source_folder()) / part, folder / part, fs::copy_options::recursive);
    }
    build::Request request;
    request.reading = build::Reading::Here;
    session.emplace(world::Project{folder.path().string(), test::source_folder()}, request);
  }

  Field field(const std::string& path, const std::string& language = "en") {
    for (const Group& group : groups_of(session->views(language), session->sources(), language)) {
      for (const Field& each : group.fields) {
        if (each.path == path) return each;
      }
    }
    return {};
  }
  std::string file(const std::string& name) const { return bytes_at(folder / name); }

  test::TempFolder folder;
  std::optional<Session> session;
};

bool tells(const std::vector<View>& views, diag::DiagnosticId id, const std::string& fact) {
  return std::ranges::any_of(views, [&](const View& view) {
    return std::ranges::any_of(view.found.list(), [&](const diag::Diagnostic& each) {
      return each.id == id && each.fact == fact;
    });
  });
}

}  // namespace

TEST_CASE("a fact is filled in, seen at once, and saved where it stands") {
  Copied project;
  Session& session = *project.session;
  CHECK(project.field("clinic.phone").state == Field::State::Blank);
  CHECK(tells(session.views("en"), diag::DiagnosticId::BlankFact, "clinic.phone"));
  const std::string before = project.file("content/en/clinic.toml");

  CHECK_FALSE(session.change("en", {"clinic.phone", Change::To::Text, "301-654-2000"}));
  CHECK(project.field("clinic.phone").text == "301-654-2000");
  CHECK(project.field("clinic.phone").documents.size() == 3);
  CHECK_FALSE(tells(session.views("en"), diag::DiagnosticId::BlankFact, "clinic.phone"));
  CHECK(session.unsaved() == std::vector<std::string>{"content/en/clinic.toml"});
  CHECK(project.file("content/en/clinic.toml") == before);

  CHECK_FALSE(session.save());
  CHECK(session.unsaved().empty());
  std::string after = before;
  const std::string blank =
      "{ blank = \"the clinic\xE2\x80\x99s phone number\", width = \"1.75 in\" }";
  REQUIRE(after.find(blank) != after.npos);
  after.replace(after.find(blank), blank.size(), "\"301-654-2000\"");
  CHECK(project.file("content/en/clinic.toml") == after);
}

TEST_CASE("a wrong fact is told beside it, and is no longer when it is right") {
  Copied project;
  Session& session = *project.session;
  CHECK_FALSE(session.change("en", {"clinic.phone", Change::To::Text, "301"}));
  CHECK(tells(session.views("en"), diag::DiagnosticId::BadPhone, "clinic.phone"));
  CHECK_FALSE(session.change("en", {"clinic.phone", Change::To::Text, "301-654-2000"}));
  CHECK_FALSE(tells(session.views("en"), diag::DiagnosticId::BadPhone, "clinic.phone"));
}

TEST_CASE("none and blank are written as the program reads them") {
  Copied project;
  Session& session = *project.session;
  CHECK_FALSE(session.change("en", {"clinic.booking", Change::To::None}));
  CHECK(project.field("clinic.booking").state == Field::State::None);
  CHECK_FALSE(session.change("en", {"clinic.booking", Change::To::Blank, "where to \"book\""}));
  CHECK(project.field("clinic.booking").state == Field::State::Blank);
  CHECK(project.field("clinic.booking").text == "where to \"book\"");
  CHECK_FALSE(session.change("en", {"clinic.fax", Change::To::Text, "301-654-2001"}));
  CHECK(project.field("clinic.fax").text == "301-654-2001");
}

TEST_CASE("changes are taken back one by one, and all at once") {
  Copied project;
  Session& session = *project.session;
  CHECK_FALSE(session.undo());
  CHECK_FALSE(session.change("en", {"clinic.phone", Change::To::Text, "301-654-2000"}));
  CHECK_FALSE(session.change("en", {"hours.friday", Change::To::Text, "closed"}));
  CHECK(session.undo());
  CHECK(project.field("hours.friday").text == "8:00 am \xE2\x80\x93 5:00 pm");
  CHECK(project.field("clinic.phone").text == "301-654-2000");
  session.discard();
  CHECK(project.field("clinic.phone").state == Field::State::Blank);
  CHECK_FALSE(session.undo());
}

TEST_CASE("a file that somebody else has changed is not written over") {
  Copied project;
  Session& session = *project.session;
  CHECK_FALSE(session.change("en", {"clinic.phone", Change::To::Text, "301-654-2000"}));
  CHECK_FALSE(session.change("en", {"hours.friday", Change::To::Text, "closed"}));
  const std::string theirs = project.file("content/en/clinic.toml") + "# theirs\n";
  project.folder.write("content/en/clinic.toml", theirs);
  CHECK(session.look_at_disk());
  const auto refused = session.save();
  REQUIRE(refused);
  CHECK(refused->why == Refusal::Why::Conflict);
  CHECK(project.file("content/en/clinic.toml") == theirs);
  CHECK(project.file("content/en/hours.toml").find("friday    = \"8:00") != std::string::npos);
}

TEST_CASE("what changes on the disk is seen") {
  Copied project;
  Session& session = *project.session;
  CHECK_FALSE(session.look_at_disk());
  const auto before = session.state();
  std::string hours = project.file("content/en/hours.toml");
  hours.replace(hours.find("saturday  = \"closed\""), 20,
                "saturday  = \"9:00 am \xE2\x80\x93 1:00 pm\"");
  project.folder.write("content/en/hours.toml", hours);
  CHECK(session.look_at_disk());
  CHECK(session.state() > before);
  CHECK(project.field("hours.saturday").text == "9:00 am \xE2\x80\x93 1:00 pm");
}

TEST_CASE("a text of a translation is changed there, and facts where they stand once") {
  Copied project;
  Session& session = *project.session;
  const std::string english = project.file("content/en/aftercare.toml");
  CHECK_FALSE(session.change("es", {"aftercare.title", Change::To::Text, "Otro"}));
  CHECK_FALSE(session.change("es", {"clinic.phone", Change::To::Text, "301-654-2000"}));
  CHECK_FALSE(session.save());
  CHECK(project.file("content/en/aftercare.toml") == english);
  CHECK(project.file("content/es/aftercare.toml").find("title = \"Otro\"") != std::string::npos);
  CHECK(project.file("content/en/clinic.toml").find("phone      = \"301-654-2000\"") !=
        std::string::npos);
}

TEST_CASE("what has no place is refused in words") {
  Copied project;
  Session& session = *project.session;
  CHECK(session.change("en", {"nothing.here", Change::To::Text, "x"}));
  CHECK(session.change("en", {"aftercare.do", Change::To::Text, "x"}));
  CHECK(session.change("en", {"aftercare.do.99.text", Change::To::Text, "x"}));
  CHECK(session.unsaved().empty());
}

}  // namespace handbill::desk
