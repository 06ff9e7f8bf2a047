// SPDX-License-Identifier: MIT
// A desk at the shipped project, copied.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desk/desk.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::desk::test_desk {

class CopiedDesk {
 public:
  CopiedDesk() {
    namespace fs = std::filesystem;
    for (const char* part : {"content", "layouts", "fonts"}) {
      fs::copy(fs::path(test::source_folder()) / part, folder / part, fs::copy_options::recursive);
    }
  }

  /// On this day; files may be written before the first call.
  void open() {
    build::Request request;
    request.reading = build::Reading::Here;
    request.today = "2026-11-30";
    desk.emplace(world::Project{folder.path().string(), test::source_folder()}, request,
                 [](std::uint64_t) {});
  }

  nlohmann::json get(const std::string& path, const std::string& language = "en") {
    if (!desk) open();
    return nlohmann::json::parse(
        desk->answer({"GET", path, {{"language", language}}, "", ""}).body);
  }
  /// The status.
  int post(const std::string& path, const std::string& body, const std::string& language = "en") {
    if (!desk) open();
    return desk->answer({"POST", path, {{"language", language}}, body, ""}).status;
  }
  /// What is written in a file once all is saved.
  std::string saved(const std::string& name) {
    post("/api/save", "{}");
    std::ifstream in(folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  test::TempFolder folder;
  std::optional<Desk> desk;
};

}  // namespace handbill::desk::test_desk
