// SPDX-License-Identifier: MIT
// Places, findings, room, fixes, lists, translations and notes, as the page asks for them.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "desk/desk.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::desk {
namespace {
namespace fs = std::filesystem;
using Json = nlohmann::json;
using Query = std::vector<std::pair<std::string, std::string>>;

class AtTexts {
 public:
  AtTexts() {
    for (const char* part : {"content", "layouts", "fonts"}) {
      fs::copy(fs::path(test::source_folder()) / part, folder / part, fs::copy_options::recursive);
    }
    build::Request request;
    request.reading = build::Reading::Here;
    request.today = "2026-11-30";
    desk.emplace(world::Project{folder.path().string(), test::source_folder()}, request,
                 [](std::uint64_t) {});
  }

  Json get(const std::string& path, Query query) {
    const auto answer = desk->answer({"GET", path, std::move(query), "", ""});
    return answer.status == 200 ? Json::parse(answer.body) : Json(answer.status);
  }
  int post(const std::string& path, const Json& body, Query query = {}) {
    return desk->answer({"POST", path, std::move(query), body.dump(), ""}).status;
  }
  int type(const std::string& path, const std::string& text, Query query = {}) {
    return post("/api/change", {{"path", path}, {"to", "text"}, {"text", text}}, std::move(query));
  }
  Json text(const std::string& path) { return get("/api/text", {{"path", path}}); }
  Json room(const std::string& path) {
    return get("/api/room", {{"document", "treatment-brochure"}, {"path", path}});
  }
  std::string saved(const std::string& name) {
    CHECK(post("/api/save", Json::object()) == 200);
    std::ifstream in(folder / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  test::TempFolder folder;
  std::optional<Desk> desk;
};

const Json* place_of(const Json& places, const std::string& path) {
  for (const Json& each : places["places"]) {
    if (each["path"] == path) return &each;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("places of texts are told in per cent of the page, in reading order") {
  AtTexts at;
  const Json places = at.get("/api/places", {{"document", "treatment-brochure"}});
  const Json* summary = place_of(places, "treatment.summary");
  const Json* fit = place_of(places, "treatment.fit.0");
  REQUIRE((summary && fit));
  CHECK(summary < fit);
  CHECK(summary->at("page") == 0);
  const Json& box = summary->at("boxes")[0];
  // The heading on the left panel: 27 pt of 792 from the left, its first baseline at 69 pt of 612.
  CHECK(box["left"].get<double>() == Approx(3.4).margin(0.3));
  CHECK(box["top"].get<double>() < 11.3);
  CHECK(box["top"].get<double>() + box["height"].get<double>() > 24);
  CHECK(summary->at("boxes").size() == 1);
  CHECK(place_of(places, "clinic.phone") == nullptr);
  CHECK(at.get("/api/places", {{"document", "none"}}) == 404);
}

TEST_CASE("findings stand at the words of a text, as browsers count them") {
  AtTexts at;
  CHECK(at.type("treatment.safety", "“𝄞” In qualifed hands it is safe.") == 200);
  const Json text = at.text("treatment.safety");
  const auto found = std::ranges::find_if(
      text["findings"], [](const Json& each) { return each["id"] == "unknown-word"; });
  REQUIRE(found != text["findings"].end());
  CHECK((*found)["word"] == "qualifed");
  CHECK((*found)["begin"] == 8);
  CHECK((*found)["end"] == 16);
  CHECK(at.text("treatment.none") == 404);
  CHECK(at.text("treatment") == 404);
}

TEST_CASE("a fix is taken while it holds, and undone") {
  AtTexts at;
  CHECK(at.type("treatment.safety", "In qualifed hands it is safe.") == 200);
  const Json fix = at.text("treatment.safety")["findings"][0]["fix"];
  CHECK(fix["replacement"] == "qualified");
  Json other = fix;
  other["replacement"] = "unqualified";
  CHECK(at.post("/api/take", {{"fix", other}}) == 409);
  CHECK(at.post("/api/take", {{"fix", fix}}) == 200);
  CHECK(at.text("treatment.safety")["text"] == "In qualified hands it is safe.\n");
  CHECK(at.post("/api/take", {{"fix", fix}}) == 409);
  CHECK(at.post("/api/take", Json::object()) == 400);
  CHECK(at.post("/api/undo", Json::object()) == 200);
  CHECK(at.text("treatment.safety")["text"] == "In qualifed hands it is safe.\n");
}

TEST_CASE("a word of the clinic is added to its list") {
  AtTexts at;
  CHECK(at.type("treatment.safety", "Glowtastic hands, and glowtastique ones.") == 200);
  CHECK(at.text("treatment.safety")["findings"].size() == 1);
  CHECK(at.post("/api/know", {{"word", "glowtastique"}}) == 200);
  CHECK(at.text("treatment.safety")["findings"].empty());
  CHECK(at.saved("content/words.txt").ends_with("\nglowtastique\n"));
  for (const char* word : {"", "# note", "two\nlines"}) {
    CHECK(at.post("/api/know", {{"word", word}}) == 400);
  }
}

TEST_CASE("the list of words is made where there is none") {
  AtTexts at;
  fs::remove(at.folder / "content/words.txt");
  CHECK(at.post("/api/know", {{"word", "glowtastique"}}) == 200);
  CHECK(at.saved("content/words.txt") == "glowtastique\n");
}

TEST_CASE("room of a text is what the engine finds") {
  AtTexts at;
  const Json now = at.room("treatment.sessions");
  CHECK(now["isKnown"] == true);
  CHECK(now["over"] == 0);
  std::string text = at.text("treatment.sessions")["text"];
  text.pop_back();
  for (int i = 0; i < 40; ++i) text += " and more of it";
  CHECK(at.type("treatment.sessions", text + ".") == 200);
  const Json over = at.room("treatment.sessions");
  const auto words = over["over"].get<std::size_t>();
  CHECK(words > 0);
  // Without so many of its last words it fits, with one of them it does not.
  const auto cut = [&](std::size_t count) {
    std::string rest = text + ".";
    for (std::size_t i = 0; i < count; ++i) rest = rest.substr(0, rest.rfind(' '));
    CHECK(at.type("treatment.sessions", rest) == 200);
    return at.room("treatment.sessions")["over"] == 0;
  };
  CHECK(cut(words));
  CHECK_FALSE(cut(words - 1));
}

TEST_CASE("entries of lists are added, moved and removed") {
  AtTexts at;
  const Query spanish = {{"language", "es"}};
  CHECK(at.text("aftercare.do.1.text")["list"] ==
        Json({{"path", "aftercare.do.1"}, {"index", 1}, {"size", 5}}));
  CHECK(at.post("/api/list", {{"path", "aftercare.do.0"}, {"do", "down"}}) == 200);
  CHECK(at.text("aftercare.do.1.text")["text"] == "Wash gently with a mild cleanser.");
  CHECK(at.post("/api/list", {{"path", "aftercare.do.1"}, {"do", "up"}}) == 200);
  CHECK(at.text("aftercare.do.0.text")["text"] == "Wash gently with a mild cleanser.");
  CHECK(at.post("/api/list", {{"path", "treatment.wait.4"}, {"do", "remove"}}) == 200);
  CHECK(at.text("treatment.wait.4") == 404);
  CHECK(at.post("/api/list", {{"path", "treatment.wait.0"}, {"do", "copy"}}) == 200);
  CHECK(at.text("treatment.wait.1")["text"] == "are pregnant or breastfeeding");
  CHECK(at.post("/api/list", {{"path", "aftercare.do.0"}, {"do", "up"}}) == 409);
  CHECK(at.post("/api/list", {{"path", "aftercare.do.4"}, {"do", "down"}}) == 409);
  CHECK(at.post("/api/list", {{"path", "aftercare.do.0"}, {"do", "burn"}}) == 409);
  CHECK(at.post("/api/list", {{"path", "aftercare.title"}, {"do", "copy"}}) == 400);
  CHECK(at.post("/api/list", {{"path", "aftercare.do.0"}, {"do", "copy"}}, spanish) == 200);
  CHECK(at.saved("content/es/aftercare.toml")
            .find("suave.\"\nfor  = \"2 veces al día, durante 7 "
                  "días\"\n\n[[aftercare.do]]\ntext = \"Lávese") != std::string::npos);
}

TEST_CASE("a translation is stale when its original changes, until somebody has looked") {
  AtTexts at;
  const Query spanish = {{"language", "es"}};
  const auto state = [&] {
    const Json told = at.get("/api/translation", spanish);
    CHECK(told["original"] == "en");
    CHECK(told["roles"] == Json({"translator"}));
    for (const Json& each : told["texts"]) {
      if (each["path"] == "aftercare.intro") return each;
    }
    return Json();
  };
  const Json mark = {{"path", "aftercare.intro"}, {"role", "translator"}};
  CHECK(state()["state"] == "unrecorded");
  CHECK(at.post("/api/translated", mark, spanish) == 200);
  CHECK(state()["state"] == "current");
  CHECK(at.type("aftercare.intro", "Your skin is healing. Here is how to care for it.") == 200);
  const Json stale = state();
  CHECK(stale["state"] == "stale");
  CHECK(stale["before"] == "Your skin is healing. Here is how to help it.");
  CHECK(at.post("/api/translated", {{"path", "aftercare.intro"}, {"role", "medical director"}},
                spanish) == 409);
  CHECK(at.post("/api/translated", mark, spanish) == 200);
  CHECK(state()["state"] == "current");
  CHECK(at.type("aftercare.intro", "Su piel sana.", spanish) == 200);
  CHECK(state()["state"] == "changed");
  CHECK(at.get("/api/translation", {{"language", "en"}})["texts"].empty());
}

TEST_CASE("the designer is asked in a note of the project") {
  AtTexts at;
  CHECK(at.post("/api/note", {{"document", "hours-placard"},
                              {"about", "sign.title"},
                              {"problem", "`x` is too long"},
                              {"words", "Can the \"sign\" be wider?"}}) == 200);
  CHECK(at.post("/api/note", {{"words", "Another"}}) == 200);
  const Json notes = at.get("/api/notes", {})["notes"];
  REQUIRE(notes.size() == 2);
  CHECK(notes[0] == Json({{"date", "2026-11-30"},
                          {"document", "hours-placard"},
                          {"language", "en"},
                          {"about", "sign.title"},
                          {"problem", "`x` is too long"},
                          {"words", "Can the \"sign\" be wider?"}}));
  CHECK(at.post("/api/note", {{"document", "hours-placard"}}) == 400);
  CHECK(at.post("/api/note", {{"words", std::string(4000, 'a')}}) == 200);
  CHECK(at.post("/api/note", {{"words", std::string(4001, 'a')}}) == 400);
}

}  // namespace handbill::desk
