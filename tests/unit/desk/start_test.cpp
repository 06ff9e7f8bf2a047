// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <filesystem>

#include "desk/desk.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::desk {

TEST_CASE("without a project one is chosen or made, and nothing else is answered") {
  const test::TempFolder folder;
  build::Request request;
  request.reading = build::Reading::Here;
  std::vector<std::string> opened;
  const auto answer = [&](const ProjectFolders& places, const std::string& body) {
    Desk desk(
        places, request, [](std::uint64_t) {},
        [&](const std::string& which) { opened.push_back(which); });
    return desk.answer({"POST", "/api/start", {}, body, ""});
  };
  const ProjectFolders none{folder.path().string() + "/Handbill"};
  {
    Desk desk(
        none, request, [](std::uint64_t) {}, [](const std::string&) {});
    CHECK(desk.answer({"GET", "/api/home", {}, "", ""}).body.find("\"start\"") !=
          std::string::npos);
    CHECK(desk.answer({"GET", "/api/fields", {}, "", ""}).status == 409);
    CHECK(desk.answer({"POST", "/api/save", {}, "{}", ""}).status == 409);
  }
  CHECK(answer(none, R"({"open": 0})").status == 404);
  CHECK(answer(none, R"({"open": -1})").status == 404);
  CHECK(answer(none, R"({"name": " .. / "})").status == 400);
  CHECK(answer(none, "no JSON").status == 400);
  CHECK(answer(ProjectFolders{}, R"({"name": "Clinic"})").status == 409);
  CHECK(answer(none, R"({"name": "../Dr. Ng: Skin"})").status == 200);
  const std::string made = none.documents + "/Dr. Ng Skin";
  CHECK(std::filesystem::is_directory(made + "/layouts"));
  CHECK(diag::DiskFiles({made})
            .read("content/en/clinic.toml")
            .bytes->find("name       = \"../Dr. Ng: Skin\"") != std::string::npos);
  CHECK(answer(none, R"({"name": "Dr. Ng Skin"})").status == 409);
  CHECK(answer({none.documents, {made}}, R"({"open": 0})").status == 200);
  CHECK(opened == std::vector<std::string>{made, made});
}

}  // namespace handbill::desk
