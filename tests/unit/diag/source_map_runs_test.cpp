// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "diag/source_map.h"

namespace handbill::diag {
namespace {

TEST_CASE("A text that comes again in the next run has its id back, and what was made of it") {
  SourceMap sources;
  const FileId hours = sources.add_once("hours.toml", "monday = 1");
  const auto made = std::make_shared<const int>(7);
  sources.keep_made(hours, made);
  sources.start_run();
  CHECK_FALSE(sources.find("hours.toml"));
  CHECK(sources.add_once("hours.toml", "monday = 1") == hours);
  CHECK(sources.find("hours.toml") == hours);
  CHECK(sources.made_of(hours) == made);
}

TEST_CASE("A text that has changed is another file, which the run finds by its name") {
  SourceMap sources;
  const FileId before = sources.add_once("hours.toml", "monday = 1");
  sources.start_run();
  const FileId after = sources.add_once("hours.toml", "monday = 2");
  CHECK(after != before);
  CHECK(sources.find("hours.toml") == after);
  CHECK(sources.made_of(after) == nullptr);
  sources.start_run();
  CHECK(sources.add_once("hours.toml", "monday = 1") == before);
  CHECK(sources.find("hours.toml") == before);
}

TEST_CASE("Texts are kept for as many runs as said, and their places used again") {
  SourceMap sources;
  const FileId first = sources.add_once("a.toml", "a");
  for (int i = 0; i < SourceMap::kMostRuns; ++i) sources.start_run();
  CHECK(sources.add_once("a.toml", "a") == first);
  for (int i = 0; i <= SourceMap::kMostRuns; ++i) sources.start_run();
  CHECK(sources.add_once("b.toml", "b") == first);
  for (int run = 0; run < 100; ++run) {
    sources.start_run();
    sources.add_once("a.toml", std::to_string(run));
    sources.add_once("b.toml", "b");
  }
  CHECK(sources.size() <= SourceMap::kMostRuns + 3);
}

}  // namespace
}  // namespace handbill::diag
