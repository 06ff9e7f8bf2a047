// SPDX-License-Identifier: MIT
#include "desk/documents.h"

#include <catch2/catch.hpp>

#include <filesystem>

#include "desk/file_name.h"
#include "desk/look.h"
#include "desk/shelf.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::desk {
namespace {
namespace fs = std::filesystem;

/// The shipped project, with what is made in it.
class Clinic {
 public:
  Clinic() {
    for (const char* part : {"content", "layouts", "fonts"}) {
      fs::copy(fs::path(test::source_folder()) / part, folder / part, fs::copy_options::recursive);
    }
  }
  std::variant<std::string, Refusal> make(NewDocument::Of of, const std::string& from,
                                          const std::string& title) {
    return make_document({of, from, title}, project(), project().files());
  }
  world::Project project() const { return {folder.path().string(), test::source_folder()}; }
  std::string read(const std::string& path) const {
    return project().files().read(path).bytes.value_or("");
  }
  /// All documents as they are now.
  const std::vector<View>& views() {
    build::Request request;
    request.reading = build::Reading::Here;
    session = std::make_unique<Session>(project(), request);
    return session->views("en");
  }
  const View* view(const std::string& name) {
    views();
    return session->view("en", name);
  }

  test::TempFolder folder;
  std::unique_ptr<Session> session;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

std::size_t blanks_of(const View& view) {
  std::size_t count = 0;
  for (const diag::Diagnostic& each : view.found.list()) {
    count += each.id == diag::DiagnosticId::BlankFact ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("what people type is a name that every file system takes") {
  CHECK(file_name_of("Chemical Peel") == "chemical-peel");
  CHECK(file_name_of("Después del peeling (2026)") == "despues-del-peeling-2026");
  CHECK(file_name_of("  Straße & Œuvre  ") == "strasse-oeuvre");
  CHECK(file_name_of("../../etc/passwd") == "etc-passwd");
  CHECK(file_name_of("Dr. O’Neill's") == "dr-oneills");
  CHECK(file_name_of("微針") == "");
  CHECK(file_name_of(std::string(59, 'a') + "bc") == std::string(59, 'a') + "b");
  CHECK(file_name_of(std::string(59, 'a') + " b") == std::string(59, 'a'));
  CHECK(file_name_of("\xff") == "");
}

TEST_CASE("a new document has texts of its own to fill in, and the headings of its template") {
  Clinic clinic;
  const std::string old = clinic.read("content/en/aftercare.toml");
  const auto made =
      clinic.make(NewDocument::Of::Template, "aftercare-sheet", "After your chemical peel");
  REQUIRE(std::get<std::string>(made) == "after-your-chemical-peel");
  const std::string content = clinic.read("content/en/after-your-chemical-peel.toml");
  CHECK(has(content, "[after-your-chemical-peel.headings]\nnormal      = \"What is normal now\""));
  CHECK(has(content, "title = \"After your chemical peel\""));
  CHECK(has(content, "intro = { blank = \"Your skin is healing. Here is how to help it.\" }"));
  CHECK(has(content, "icon = \"1\""));
  CHECK(has(content, "SPF = \"sun protection factor\""));
  CHECK(has(content, "status = \"draft\""));
  const std::string layout = clinic.read("layouts/after-your-chemical-peel.toml");
  CHECK(has(layout, "content = [\"clinic\", \"labels\", \"after-your-chemical-peel\"]"));
  CHECK(!has(layout, "{aftercare."));
  CHECK(clinic.read("content/en/aftercare.toml") == old);

  const View* view = clinic.view("after-your-chemical-peel");
  REQUIRE(view != nullptr);
  CHECK(view->compiled->document->metadata.title == "After your chemical peel");
  CHECK_FALSE(view->found.has_errors());
  CHECK(blanks_of(*view) > 20);
}

TEST_CASE("a brochure, and a sign that shares all its content, are made as well") {
  Clinic clinic;
  REQUIRE(std::get<std::string>(clinic.make(NewDocument::Of::Template, "treatment-brochure",
                                            "Chemical peel")) == "chemical-peel");
  REQUIRE(std::get<std::string>(clinic.make(NewDocument::Of::Template, "hours-placard",
                                            "Night hours")) == "night-hours");
  CHECK(clinic.read("content/en/night-hours.toml").empty());
  for (const char* name : {"chemical-peel", "night-hours"}) {
    const View* view = clinic.view(name);
    REQUIRE(view != nullptr);
    REQUIRE(view->drawn);
    CHECK_FALSE(view->found.has_errors());
  }
  CHECK(clinic.view("night-hours")->compiled->document->metadata.title == "Night hours");
}

TEST_CASE("a copy keeps its words in every language, in tables of its own") {
  Clinic clinic;
  REQUIRE(std::get<std::string>(clinic.make(NewDocument::Of::Copy, "aftercare-sheet", "For men")) ==
          "for-men");
  CHECK(has(clinic.read("content/en/for-men.toml"), "intro = \"Your skin is healing."));
  CHECK(has(clinic.read("content/es/for-men.toml"), "[for-men]"));
  const View* view = clinic.view("for-men");
  REQUIRE(view != nullptr);
  CHECK(view->compiled->document->metadata.title == "For men");
  CHECK(blanks_of(*view) == blanks_of(*clinic.session->view("en", "aftercare-sheet")));
}

TEST_CASE("no document takes the place of another, here or put away") {
  Clinic clinic;
  const auto message = [](const std::variant<std::string, Refusal>& made) {
    return std::get<Refusal>(made).message;
  };
  CHECK(message(clinic.make(NewDocument::Of::Template, "hours-placard", "Hours placard")) ==
        "there is already a document of this name");
  REQUIRE_FALSE(put_away(clinic.project(), "hours-placard"));
  CHECK(message(clinic.make(NewDocument::Of::Template, "hours-placard", "Hours placard")) ==
        "there is already a document of this name");
  CHECK(message(clinic.make(NewDocument::Of::Copy, "nothing", "Something")) ==
        "the document to begin with can't be read");
  CHECK(std::get<std::string>(clinic.make(NewDocument::Of::Template, "hours-placard", "時間")) ==
        "document-2");
}

TEST_CASE("what is put away is not built, and comes back as it was") {
  Clinic clinic;
  const std::string layout = clinic.read("layouts/hours-placard.toml");
  REQUIRE_FALSE(put_away(clinic.project(), "hours-placard"));
  CHECK(clinic.views().size() == 2);
  CHECK(documents_put_away(clinic.project()) == std::vector<std::string>{"hours-placard"});
  CHECK(put_away(clinic.project(), "hours-placard")->message == "there is no such document");
  REQUIRE_FALSE(bring_back(clinic.project(), "hours-placard"));
  CHECK(clinic.read("layouts/hours-placard.toml") == layout);
  CHECK(documents_put_away(clinic.project()).empty());
  for (const char* name : {"house", "../content/en/clinic", "", "."}) {
    CHECK(put_away(clinic.project(), name));
  }
  CHECK(fs::exists(clinic.folder / "layouts/house.toml"));
}

TEST_CASE("documents stand with their kind, and what is folded shows its cover") {
  Clinic clinic;
  const auto shelf = [&](const char* name) {
    return shelf_of(*clinic.session->view("en", name)->drawn);
  };
  clinic.views();
  CHECK(shelf("treatment-brochure") == Shelf::Brochures);
  CHECK(shelf("aftercare-sheet") == Shelf::Sheets);
  CHECK(shelf("hours-placard") == Shelf::Signs);
  const auto cover = cover_of(*clinic.session->view("en", "treatment-brochure")->drawn);
  REQUIRE(cover);
  CHECK(cover->left > Length::inch(7));
  CHECK_FALSE(cover_of(*clinic.session->view("en", "hours-placard")->drawn));
}

TEST_CASE("a colour of the house is changed in its ink alone") {
  Clinic clinic;
  clinic.views();
  Session& session = *clinic.session;
  const auto colors = house_colors(session.views("en"), session.sources());
  REQUIRE(colors.size() == 4);
  CHECK(colors[0].name == "ink");
  CHECK(colors[0].ink == Percents{90, 0, 0, 80});
  CHECK(colors[0].contrast > 10);
  CHECK(set_house_color(session, "en", "teal", {1, 2, 3, 4})->message == "there is no such color");
  REQUIRE_FALSE(set_house_color(session, "en", "ink", {40, 0, 5, 0}));
  CHECK(has(*session.files().read("layouts/house.toml").bytes,
            "cmyk   = [40, 0, 5, 0]\nscreen = \"#00384f\""));
  const auto pale = house_colors(session.views("en"), session.sources());
  CHECK(pale[0].contrast < 3);
  REQUIRE(session.undo());
  CHECK(house_colors(session.views("en"), session.sources())[0].ink == Percents{90, 0, 0, 80});
  CHECK(ink_for(session.views("en"), {0, 0, 0}) == Percents{0, 0, 0, 100});
  CHECK(as_hex(*read_hex("#0B4f5c")) == "#0b4f5c");
  for (const char* text : {"0b4f5c", "#0b4f5", "#0b4f5g", "#0b4f5c0"}) CHECK_FALSE(read_hex(text));
}

}  // namespace handbill::desk
