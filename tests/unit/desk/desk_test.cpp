// SPDX-License-Identifier: MIT
#include "desk/desk.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "support/golden.h"
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

TEST_CASE("pages that look the same are not sent, and whoever is too far behind asks anew") {
  AtDesk at;
  const std::string look = document_of(at.home(), "treatment-brochure")->at("look");
  const auto told_since = [&](const std::string& then) {
    const http::Answer answer =
        at.get("/api/changed", {{"document", "treatment-brochure"}, {"since", then}});
    CHECK(answer.status == 200);
    CHECK(answer.body.ends_with("}\n"));
    return Json::parse(answer.body);
  };
  const Json same = told_since(look);
  CHECK(same["look"] == look);
  CHECK(same["isOld"] == false);
  CHECK(same["parts"] == Json::array());
  CHECK_FALSE(told_since("0123").contains("parts"));
  CHECK(at.get("/api/changed", {{"document", "none"}, {"since", look}}).status == 404);
  // A fault changes nothing that is drawn.
  CHECK(at.post("/api/change", R"({"path": "clinic.phone", "to": "text", "text": "3"})").status ==
        200);
  const Json faulty = told_since(look);
  CHECK(faulty["isOld"] == true);
  CHECK(faulty["parts"] == Json::array());
}

TEST_CASE("what says the same is not sent again") {
  AtDesk at;
  at.home();
  for (const char* path : {"/api/fields", "/api/problems"}) {
    const std::string tag = at.get(path).etag;
    CHECK(tag.size() == 32);
    CHECK(at.get(path).etag == tag);
  }
  const std::string tag = at.get("/api/fields").etag;
  CHECK(at.post("/api/change", kFilledIn).status == 200);
  CHECK(at.get("/api/fields").etag != tag);
}

TEST_CASE("a change comes before what is made for others") {
  AtDesk at;
  at.home();
  std::atomic<int> put_off = 0, wrong = 0;
  std::atomic<bool> is_over = false;
  std::thread asking([&] {
    while (!is_over) {
      const int status = at.get("/api/problems").status;
      if (status == 202) ++put_off;
      if (status != 202 && status != 200) ++wrong;
    }
  });
  for (int i = 0; i < 40 && put_off == 0; ++i) {
    const std::string text = "Hours " + std::to_string(i);
    CHECK(at.post("/api/change", R"({"path": "sign.title", "to": "text", "text": ")" + text + "\"}")
              .status == 200);
    CHECK(at.get("/api/changed", {{"document", "hours-placard"}, {"since", "x"}}).status == 200);
  }
  is_over = true;
  asking.join();
  CHECK(put_off > 0);
  CHECK(wrong == 0);
}

TEST_CASE("a conflict is told value by value, and decided on") {
  AtDesk at;
  CHECK(at.post("/api/change", kFilledIn).status == 200);
  CHECK(Json::parse(at.get("/api/conflicts").body)["conflicts"].empty());
  const fs::path path = at.folder / "content/en/clinic.toml";
  std::string theirs = test::read_file(path);
  const std::size_t blank = theirs.find("{ blank = \"the clinic\xE2\x80\x99s phone");
  theirs.replace(blank, theirs.find('\n', blank) - blank, "\"301-654-9999\"");
  at.folder.write("content/en/clinic.toml", theirs);
  const http::Answer refused = at.post("/api/save");
  CHECK(refused.status == 409);
  CHECK(Json::parse(refused.body)["why"] == "conflict");
  const Json conflicts = Json::parse(at.get("/api/conflicts").body)["conflicts"];
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0]["values"][0]["mine"] == "301-654-2000");
  CHECK(conflicts[0]["values"][0]["theirs"] == "301-654-9999");
  for (const char* body : {"{}", R"({"file": "content/en/clinic.toml", "keep": "both"})"}) {
    CHECK(at.post("/api/decide", body).status == 400);
  }
  CHECK(at.post("/api/decide", R"({"file": "none", "keep": "mine"})").status == 404);
  CHECK(at.post("/api/decide",
                R"({"file": "content/en/clinic.toml", "path": "clinic.phone", "keep": "mine"})")
            .status == 200);
  CHECK(at.post("/api/save").status == 200);
  CHECK(test::read_file(path).find("\"301-654-2000\"") != std::string::npos);
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
  // The name of SVG is no address that anybody asks.
  const std::string svg = "\"http://www.w3.org/2000/svg\"";
  for (std::size_t at = all.find(svg); at != all.npos; at = all.find(svg))
    all.erase(at, svg.size());
  CHECK(all.find("http://") == all.npos);
}

}  // namespace handbill::desk
