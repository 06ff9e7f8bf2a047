// SPDX-License-Identifier: MIT
#include "workspace/memo.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "diag/read_text.h"

namespace handbill::workspace {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;
using Words = Memo<std::string, std::string>;

/// Asks a memo for what stands in "a.toml", once per run, and counts how often it is made.
class Asker {
 public:
  explicit Asker(std::size_t most = 8) : memo_(most) {}

  std::string ask(const Files& files, const std::string& key = "a",
                  const std::string& warning = "") {
    sources_.start_run();
    const diag::MemoryFiles reader(files);
    diag::Diagnostics diags;
    const auto made = memo_.get(
        key, reader, sources_, diags,
        [&](const diag::FileReader& watched,
            diag::Diagnostics& told) -> std::optional<std::string> {
          ++times;
          const auto text = diag::read_text(watched, key + ".toml", {}, sources_, told);
          watched.read("picture.png");
          names = watched.list("content").size();
          if (!warning.empty()) told.warning(diag::DiagnosticId::BadValue, {*text, 0, 1}, warning);
          if (!text) return std::nullopt;
          return std::string(sources_.text(*text));
        },
        [](const std::string& value) { return value.size(); });
    warnings = diags.warning_count();
    said_at = diags.list().empty() ? diag::Span() : diags.list().front().span;
    is_read = sources_.find(key + ".toml").has_value();
    return made ? *made : "nothing";
  }

  int times = 0;
  std::size_t names = 0, warnings = 0;
  diag::Span said_at{};
  bool is_read = false;  ///< in the last run
  std::size_t kept() const { return memo_.size(); }

 private:
  diag::SourceMap sources_;
  Words memo_;
};

}  // namespace

TEST_CASE("what would come out the same is made once, and its texts are read all the same") {
  Asker asker;
  for (int run = 0; run < 10; ++run) {
    CHECK(asker.ask({{"a.toml", "one"}}) == "one");
    CHECK(asker.is_read);
  }
  CHECK(asker.times == 1);
}

TEST_CASE("a product is made anew when anything it was made from is another") {
  Files files = {{"a.toml", "one"}, {"picture.png", "dots"}, {"content/x.toml", ""}};
  Asker asker;
  asker.ask(files);
  SECTION("a text") { files["a.toml"] = "two"; }
  SECTION("a picture of the same size") { files["picture.png"] = "dash"; }
  SECTION("a file that is gone") { files.erase("picture.png"); }
  SECTION("a name in a folder") { files["content/y.toml"] = ""; }
  asker.ask(files);
  CHECK(asker.times == 2);
  asker.ask(files);
  CHECK(asker.times == 2);
}

TEST_CASE("each of many edits is seen") {
  Asker asker;
  for (const char* word : {"one", "two", "three", "four", "one", "two"}) {
    CHECK(asker.ask({{"a.toml", word}}) == word);
  }
  CHECK(asker.times == 6);
}

TEST_CASE("a file that was missing and comes makes it anew") {
  Asker asker;
  asker.ask({{"a.toml", "one"}});
  asker.ask({{"a.toml", "one"}, {"picture.png", ""}});
  CHECK(asker.times == 2);
}

TEST_CASE("what has nothing to do with it does not") {
  Asker asker;
  asker.ask({{"a.toml", "one"}});
  asker.ask({{"a.toml", "one"}, {"b.toml", "two"}});
  CHECK(asker.times == 1);
}

TEST_CASE("warnings are told each time, at the same place") {
  Asker asker;
  asker.ask({{"a.toml", "one"}}, "a", "look");
  const diag::Span first = asker.said_at;
  asker.ask({{"a.toml", "one"}}, "a", "look");
  CHECK(asker.times == 1);
  CHECK(asker.warnings == 1);
  CHECK(asker.said_at == first);
}

TEST_CASE("a failure is not remembered") {
  Asker asker;
  CHECK(asker.ask({}) == "nothing");
  CHECK(asker.ask({}) == "nothing");
  CHECK(asker.times == 2);
  CHECK(asker.kept() == 0);
}

TEST_CASE("what has not been asked for lately is forgotten beyond the weight that is kept") {
  const Files files = {{"a.toml", "four"}, {"b.toml", "five"}, {"c.toml", "!"}};
  Asker asker(8);
  asker.ask(files, "a");
  asker.ask(files, "b");
  CHECK(asker.kept() == 2);  // eight letters, as many as are kept
  asker.ask(files, "a");
  CHECK(asker.times == 2);
  asker.ask(files, "c");
  CHECK(asker.kept() == 2);
  asker.ask(files, "a");
  CHECK(asker.times == 3);
  asker.ask(files, "b");
  CHECK(asker.times == 4);
}

TEST_CASE("one product is kept, however heavy") {
  Asker asker(1);
  asker.ask({{"a.toml", "heavy"}});
  asker.ask({{"a.toml", "heavy"}});
  CHECK(asker.times == 1);
}

TEST_CASE("a text that its source map has forgotten is another") {
  const Files files = {{"a.toml", "one"}, {"b.toml", "two"}};
  Asker asker;
  asker.ask(files, "a");
  for (int run = 0; run <= diag::SourceMap::kMostRuns + 1; ++run) asker.ask(files, "b");
  CHECK(asker.ask(files, "a") == "one");
  CHECK(asker.is_read);
}

}  // namespace handbill::workspace
