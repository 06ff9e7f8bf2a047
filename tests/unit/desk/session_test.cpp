// SPDX-License-Identifier: MIT
#include "desk/session.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "desk/fields.h"
#include "diag/guarded.h"
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

TEST_CASE("what somebody else has written into a file meanwhile is kept") {
  Copied project;
  Session& session = *project.session;
  CHECK_FALSE(session.change("en", {"clinic.phone", Change::To::Text, "301-654-2000"}));
  CHECK_FALSE(session.change("en", {"hours.friday", Change::To::Text, "closed"}));
  const std::string theirs = project.file("content/en/clinic.toml") + "# theirs\n";
  project.folder.write("content/en/clinic.toml", theirs);
  const bool is_seen_before = GENERATE(true, false);
  if (is_seen_before) CHECK(session.look_at_disk());
  CHECK_FALSE(session.save());
  const std::string saved = project.file("content/en/clinic.toml");
  CHECK(saved.find("phone      = \"301-654-2000\"") != std::string::npos);
  CHECK(saved.ends_with("# theirs\n"));
  CHECK(project.file("content/en/hours.toml").find("friday    = \"closed\"") != std::string::npos);
}

TEST_CASE("where both have changed a value nothing is written before somebody has decided") {
  Copied project;
  Session& session = *project.session;
  const std::string hours = project.file("content/en/hours.toml");
  CHECK_FALSE(session.change("en", {"clinic.name", Change::To::Text, "Ours"}));
  CHECK_FALSE(session.change("en", {"hours.friday", Change::To::Text, "closed"}));
  std::string theirs = project.file("content/en/clinic.toml");
  const std::size_t name = theirs.find("\nname ");
  const std::size_t value = theirs.find('=', name) + 1;
  theirs.replace(value, theirs.find('\n', value) - value, " \"Theirs\"");
  project.folder.write("content/en/clinic.toml", theirs);
  CHECK(session.look_at_disk());
  const auto refused = session.save();
  REQUIRE(refused);
  CHECK(refused->why == Refusal::Why::Conflict);
  CHECK(project.file("content/en/clinic.toml") == theirs);
  CHECK(project.file("content/en/hours.toml") == hours);
  CHECK(session.unsaved().size() == 2);
  REQUIRE(session.conflicts().size() == 1);
  CHECK(session.conflicts()[0].values[0].theirs == "Theirs");

  CHECK_FALSE(session.decide("content/en/none.toml", "clinic.name", Keep::Mine));
  const auto [keep, stands] =
      GENERATE(table<Keep, std::string>({{Keep::Mine, "Ours"}, {Keep::Theirs, "Theirs"}}));
  CHECK(session.decide("content/en/clinic.toml", "clinic.name", keep));
  CHECK(session.conflicts().empty());
  CHECK(project.field("clinic.name").text == stands);
  CHECK_FALSE(session.save());
  CHECK(project.file("content/en/clinic.toml").find('"' + stands + '"') != std::string::npos);
  CHECK(project.file("content/en/hours.toml") != hours);
}

TEST_CASE("a file that somebody has deleted comes again, or is left") {
  Copied project;
  Session& session = *project.session;
  CHECK_FALSE(session.change("en", {"clinic.phone", Change::To::Text, "301-654-2000"}));
  fs::remove(project.folder / "content/en/clinic.toml");
  CHECK(session.save());
  REQUIRE(session.conflicts().size() == 1);
  CHECK(session.conflicts()[0].why == Conflict::Why::Gone);
  const Keep keep = GENERATE(Keep::Mine, Keep::Theirs);
  CHECK(session.decide("content/en/clinic.toml", "", keep));
  CHECK_FALSE(session.save());
  CHECK(fs::exists(project.folder / "content/en/clinic.toml") == (keep == Keep::Mine));
}

TEST_CASE("files of several folders are saved as one set") {
  Copied project;
  Session& session = *project.session;
  CHECK_FALSE(session.change("es", {"aftercare.title", Change::To::Text, "Otro"}));
  CHECK_FALSE(session.change("es", {"clinic.phone", Change::To::Text, "301-654-2000"}));
  const std::string spanish = project.file("content/es/aftercare.toml");
  const std::string english = project.file("content/en/clinic.toml");
  // A folder in the place of a file that is to be written.
  fs::remove(project.folder / "content/es/aftercare.toml");
  fs::create_directory(project.folder / "content/es/aftercare.toml");
  CHECK(session.save());
  CHECK(project.file("content/en/clinic.toml") == english);
  fs::remove(project.folder / "content/es/aftercare.toml");
  project.folder.write("content/es/aftercare.toml", spanish);
  CHECK_FALSE(session.save());
  CHECK(project.file("content/en/clinic.toml") != english);
  CHECK(project.file("content/es/aftercare.toml") != spanish);
  for (const auto& each : fs::directory_iterator(project.folder.path())) {
    CHECK_FALSE(each.path().filename().string().starts_with(".handbill"));
  }
}

TEST_CASE("what is typed into one field is one step back") {
  Copied project;
  Session& session = *project.session;
  for (const char* text : {"3", "30", "301", "301-654-2000"}) {
    CHECK_FALSE(session.change("en", {"clinic.phone", Change::To::Text, text}));
  }
  CHECK(session.undo());
  CHECK(session.unsaved().empty());
  CHECK_FALSE(session.undo());
}

TEST_CASE("the document that is looked at is made first, and what is stopped is made later") {
  Copied project;
  Session& session = *project.session;
  session.views("en");
  const std::string before = session.view("en", "hours-placard")->look;
  CHECK_FALSE(session.change("en", {"sign.title", Change::To::Text, "Hours"}));
  const View* placard = session.drawn_first("en", "hours-placard");
  REQUIRE(placard);
  const std::string after = placard->look;
  CHECK(after != before);
  CHECK(session.drawn_as("hours-placard", before));
  CHECK(session.drawn_as("hours-placard", after));
  CHECK_FALSE(session.drawn_as("hours-placard", "unknown"));
  CHECK_FALSE(session.drawn_as("none", after));
  CHECK_FALSE(session.drawn_first("en", "none"));

  int pauses = 0;
  session.pause_by([&] {
    if (++pauses > 2) throw diag::Stopped();
  });
  CHECK_THROWS_AS(session.views("en"), diag::Stopped);
  session.pause_by({});
  const std::vector<View>& all = session.views("en");
  REQUIRE(all.size() == 3);
  for (const View& each : all) CHECK(each.compiled);
  CHECK(session.view("en", "hours-placard")->look == after);
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
