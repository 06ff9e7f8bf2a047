// SPDX-License-Identifier: MIT
#include "desk/desk.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::desk {
namespace {
namespace fs = std::filesystem;
using Json = nlohmann::json;

/// A desk at the shipped project, and the states it has told.
class AtDesk {
 public:
  AtDesk() {
    for (const char* part : {"content", "layouts", "fonts"}) {
      fs::copy(fs::path(test::source_folder()) / part, folder / part, fs::copy_options::recursive);
    }
    build::Request request;
    request.reading = build::Reading::Here;
    desk.emplace(world::Project{folder.path().string(), test::source_folder()}, request,
                 [this](std::uint64_t state) { told.push_back(state); });
  }

  http::Answer get(const std::string& path,
                   std::vector<std::pair<std::string, std::string>> query = {},
                   const std::string& tag = "") {
    return desk->answer({"GET", path, std::move(query), "", tag});
  }
  http::Answer post(const std::string& path, const std::string& body = "{}") {
    return desk->answer({"POST", path, {}, body, ""});
  }
  Json home() { return Json::parse(get("/api/home").body); }

  test::TempFolder folder;
  std::optional<Desk> desk;
  std::vector<std::uint64_t> told;
};

const Json* document_of(const Json& home, const std::string& name) {
  for (const Json& each : home["documents"]) {
    if (each["name"] == name) return &each;
  }
  return nullptr;
}

constexpr const char* kFilledIn =
    R"({"path": "clinic.phone", "to": "text", "text": "301-654-2000"})";

}  // namespace

TEST_CASE("home tells the documents, what they look like and what is to be done") {
  AtDesk at;
  const Json home = at.home();
  CHECK(home["languages"] == Json({"ar", "en", "es", "zh"}));
  CHECK(home["unsaved"].empty());
  REQUIRE(home["documents"].size() == 3);
  const Json& placard = *document_of(home, "hours-placard");
  CHECK(placard["title"] == "Office hours");
  CHECK(placard["counts"]["mend"] == 0);
  CHECK(placard["counts"]["blanks"] > 0);
  CHECK(placard["look"].get<std::string>().size() == 32);
  CHECK(document_of(home, "treatment-brochure")->at("pages").size() == 2);
}

TEST_CASE("pages that are not there are told to be missing") {
  AtDesk at;
  for (const char* page : {"9", "0", "-1"}) {
    CHECK(at.get("/api/page", {{"document", "hours-placard"}, {"page", page}}).status == 404);
  }
  CHECK(at.get("/api/page", {{"document", "../../etc/passwd"}}).status == 404);
}

TEST_CASE("only what looks otherwise has another look") {
  AtDesk at;
  const Json before = at.home();
  CHECK(at.post("/api/change", R"({"path": "sign.title", "to": "text", "text": "Hours"})").status ==
        200);
  const Json after = at.home();
  CHECK(document_of(before, "hours-placard")->at("look") !=
        document_of(after, "hours-placard")->at("look"));
  CHECK(document_of(before, "aftercare-sheet")->at("look") ==
        document_of(after, "aftercare-sheet")->at("look"));
}

TEST_CASE("a fault keeps the page as it was, and says so") {
  AtDesk at;
  const Json before = at.home();
  CHECK(at.post("/api/change", R"({"path": "clinic.phone", "to": "text", "text": "3"})").status ==
        200);
  const Json after = at.home();
  const Json& placard = *document_of(after, "hours-placard");
  CHECK(placard["isOld"] == true);
  CHECK(placard["counts"]["mend"] == 1);
  CHECK(placard["look"] == document_of(before, "hours-placard")->at("look"));
  const Json told = Json::parse(at.get("/api/problems").body);
  CHECK(std::ranges::any_of(told["problems"], [](const Json& each) {
    return each.value("fact", "") == "clinic.phone" && each["severity"] == "error";
  }));
}

TEST_CASE("each change is told, and nothing else") {
  AtDesk at;
  at.home();
  CHECK(at.told.empty());
  CHECK(at.post("/api/change", kFilledIn).status == 200);
  CHECK(at.told.size() == 1);
  CHECK(at.home()["unsaved"] == Json({"content/en/clinic.toml"}));
  CHECK(at.post("/api/undo").status == 200);
  CHECK(at.home()["unsaved"].empty());
  CHECK(at.post("/api/undo").status == 409);
  CHECK(at.told.size() == 2);
}

TEST_CASE("what is saved is there for the next who opens the desk") {
  AtDesk at;
  CHECK(at.post("/api/change", kFilledIn).status == 200);
  CHECK(at.post("/api/save").status == 200);
  CHECK(at.home()["unsaved"].empty());
  const std::string fields = at.get("/api/fields", {{"language", "en"}}).body;
  CHECK(fields.find("301-654-2000") != fields.npos);
}

TEST_CASE("wrong calls are answered as such and change nothing") {
  AtDesk at;
  for (const char* body :
       {"", "[]", "{", "{}", R"({"path": "clinic.phone"})", R"({"to": "text", "text": "x"})",
        R"({"path": "", "to": "text"})", R"({"path": 7, "to": "text"})",
        R"({"path": "clinic.phone", "to": "nothing"})"}) {
    INFO(body);
    CHECK(at.post("/api/change", body).status == 400);
  }
  CHECK(
      at.post("/api/change", R"({"path": "revision.status", "to": "text", "text": "x"})").status ==
      409);
  CHECK(at.get("/api/change").status == 404);
  CHECK(at.post("/api/home").status == 404);
  CHECK(at.get("/api/nothing").status == 404);
  CHECK(at.told.empty());
}

TEST_CASE("every file the page asks for is there, and nothing from elsewhere") {
  std::string all;
  for (const http::Asset& each : assets()) all += each.bytes;
  for (const http::Asset& each : assets()) {
    INFO(each.path);
    CHECK((each.path == "/index.html" || all.find('"' + std::string(each.path)) != all.npos));
  }
  CHECK(all.find("https://") == all.npos);
  CHECK(all.find("http://") == all.npos);
}

}  // namespace handbill::desk
