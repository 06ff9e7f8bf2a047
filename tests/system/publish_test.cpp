// SPDX-License-Identifier: MIT
// The documents of a run are published as one set, whatever happens on the way.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "support/broken_font.h"
#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/run_program.h"
#include "system/sign_project.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

/// Three small documents that all print one word.
struct Signs : SignProject {
  Signs() {
    folder.write("layouts/b.toml", "extends = \"a\"\ntitle = \"B\"\n");
    folder.write("layouts/c.toml", "extends = \"a\"\ntitle = \"C\"\n");
  }

  ProgramResult run(const Names& words, const Names& environment = {}) const {
    Names command = {"env", "-C", folder.path().string()};
    command.insert(command.end(), environment.begin(), environment.end());
    command.push_back(program());
    command.insert(command.end(), words.begin(), words.end());
    return run_program(command);
  }

  /// Bytes by name of all that is in a folder; of folders nothing.
  std::map<std::string, std::string> files(const std::string& name) const {
    std::map<std::string, std::string> found;
    if (!fs::exists(folder / name)) return found;
    for (const auto& entry : fs::directory_iterator(folder / name)) {
      found[entry.path().filename().string()] = entry.is_regular_file() ? read_file(entry) : "";
    }
    return found;
  }
};

std::string fault(const std::string& wish) { return "HANDBILL_FAULT=" + wish; }
std::string preload() { return "LD_PRELOAD=" + fault_module(); }

}  // namespace

TEST_CASE("a run that ends at any step leaves one set or the other, and the next one says so") {
  for (const Names& build : {Names{"build"}, Names{"build", "--final"}}) {
    const Signs signs;
    Names elsewhere = build;
    elsewhere.insert(elsewhere.end(), {"-o", "old"});
    REQUIRE(signs.run(elsewhere).exit_code == 0);
    signs.say("Shut");
    elsewhere.back() = "new";
    REQUIRE(signs.run(elsewhere).exit_code == 0);
    const auto old = signs.files("old"), fresh = signs.files("new");
    REQUIRE(old.size() == 3);
    REQUIRE(old != fresh);

    int mixed = 0, forward = 0, back = 0;
    bool is_done = false;
    for (int step = 1; !is_done; ++step) {
      CAPTURE(step, build);
      REQUIRE(step < 200);
      fs::remove_all(signs.folder / "out");
      fs::copy(signs.folder / "old", signs.folder / "out");
      const auto result = signs.run(build, {preload(), fault("kill " + std::to_string(step))});
      is_done = result.exit_code == 0;
      auto left = signs.files("out");
      std::erase_if(left, [](const auto& each) { return each.first.starts_with('.'); });
      const bool is_mixed = left != old && left != fresh;
      const auto check = signs.run({"check"});
      if (is_mixed) CHECK(contains(check.errors, "[unfinished-output]"));
      // A run that can't build anything mends all the same.
      const auto next = signs.run({"build", "no-such-layout"});
      CHECK(next.exit_code == 1);
      if (is_mixed) CHECK(contains(next.errors, "[unfinished-output]"));
      const auto mended = signs.files("out");
      CHECK((mended == old || mended == fresh));
      mixed += is_mixed;
      forward += mended == fresh;
      back += mended == old;
    }
    CHECK(mixed == 2);
    CHECK(forward > mixed);
    CHECK(back > 10);
  }
}

TEST_CASE("a run that ends at any step into a new folder leaves nothing or all") {
  const Signs signs;
  REQUIRE(signs.run({"build", "-o", "new"}).exit_code == 0);
  const auto fresh = signs.files("new");
  bool is_done = false;
  for (int step = 1; !is_done; ++step) {
    CAPTURE(step);
    REQUIRE(step < 200);
    fs::remove_all(signs.folder / "out");
    is_done =
        signs.run({"build"}, {preload(), fault("kill " + std::to_string(step))}).exit_code == 0;
    signs.run({"build", "no-such-layout"});
    const auto mended = signs.files("out");
    CHECK((mended.empty() || mended == fresh));
  }
}

TEST_CASE("an approval that ends at any step loses no words, and the next one clears up") {
  const Signs signs;
  const std::string draft = "[revision]\ndate = 2026-11-23\nstatus = \"draft\"\n[words]\nopen = ";
  const std::string content = "content/en/words.toml", edited = draft + "\"Shut\"\n";
  signs.folder.write("content/roles.toml", "[role.nurse]\napproves = [\"all\"]\n");
  const Names approve = {"approve", "a", "--role", "nurse", "--today", "2026-11-30"};
  bool is_done = false;
  for (int step = 1; !is_done; ++step) {
    CAPTURE(step);
    REQUIRE(step < 200);
    fs::remove_all(signs.folder / "records");
    signs.folder.write(content, draft + "\"Open\"\n");
    const auto result = signs.run(approve, {preload(), fault("kill " + std::to_string(step))});
    is_done = result.exit_code == 0;
    // Somebody goes on writing before the next run.
    signs.folder.write(content, edited);
    const auto again = signs.run(approve);
    INFO(again.errors);
    CHECK(again.exit_code == 0);
    CHECK(contains(read_file(signs.folder / content), "\"Shut\""));
    CHECK(signs.files("content/en").size() == 1);
    // Ledger, its attributes and lock, and a picture for each approval that was kept.
    const auto records = signs.files("records");
    CHECK((records.size() == 3 || records.size() == 4));
    CHECK(std::ranges::none_of(
        records, [](const auto& each) { return each.first.starts_with(".handbill"); }));
  }
}

TEST_CASE("a file that can't be replaced leaves all old files of the run") {
  // Of `open` those of the lock files are left out: a disk may have no locks.
  for (const char* wish :
       {"open 3", "open 4", "open 5", "open 7", "write 1", "write 3", "write 4", "mkdir 1",
        "mkdir 2", "mkdtemp 1", "rename 1", "rename 2", "rename 3", "rename 4"}) {
    CAPTURE(wish);
    const Signs signs;
    REQUIRE(signs.run({"build"}).exit_code == 0);
    const auto old = signs.files("out");
    signs.say("Shut");
    const auto result = signs.run({"build"}, {preload(), fault("fail " + std::string(wish))});
    INFO(result.errors);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.errors, "handbill: can't "));
    CHECK(contains(result.errors, "out"));
    const bool is_write = std::string_view(wish).starts_with("write");
    CHECK(contains(result.errors, is_write ? ": No space left on device" : ": Permission denied"));
    CHECK_FALSE(contains(result.errors, ".handbill-"));
    CHECK(result.output.empty());
    CHECK(signs.files("out") == old);
  }
}

TEST_CASE("a run that ends while it puts old files back leaves that to the next") {
  const Signs signs;
  REQUIRE(signs.run({"build", "-o", "old"}).exit_code == 0);
  const auto old = signs.files("old");
  signs.say("Shut");
  bool is_done = false;
  int told = 0;
  for (int step = 1; !is_done; ++step) {
    CAPTURE(step);
    REQUIRE(step < 200);
    fs::remove_all(signs.folder / "out");
    fs::copy(signs.folder / "old", signs.folder / "out");
    const std::string wish = "fail rename 4 kill " + std::to_string(step);
    is_done = signs.run({"build"}, {preload(), fault(wish)}).exit_code == 2;
    const auto next = signs.run({"build", "no-such-layout"});
    told += contains(next.errors, "can't be finished; the files before it are back") ||
            contains(next.errors, "its last files are now in place: `out/c.pdf` [");
    const auto mended = signs.files("out");
    // Before it began, the last file could still take its place.
    CHECK((mended == old || step == 1));
  }
  CHECK(told >= 3);
}

TEST_CASE("where files can't have two names, the old ones are kept as copies") {
  const Signs signs;
  REQUIRE(signs.run({"build"}).exit_code == 0);
  const auto old = signs.files("out");
  signs.say("Shut");
  const auto result = signs.run({"build"}, {preload(), fault("fail link 2")});
  CHECK(result.exit_code == 0);
  CHECK(signs.files("out").size() == 3);
  CHECK(signs.files("out") != old);
}

TEST_CASE("files of a set that were damaged since bring the older ones back") {
  const Signs signs;
  REQUIRE(signs.run({"build", "-o", "old"}).exit_code == 0);
  const auto old = signs.files("old");
  signs.say("Shut");
  std::string home;
  for (int step = 1; home.empty(); ++step) {
    REQUIRE(step < 200);
    fs::remove_all(signs.folder / "out");
    fs::copy(signs.folder / "old", signs.folder / "out");
    signs.run({"build"}, {preload(), fault("kill " + std::to_string(step))});
    auto left = signs.files("out");
    std::erase_if(left, [](const auto& each) { return each.first.starts_with('.'); });
    if (left == old) continue;
    for (const auto& [name, bytes] : signs.files("out")) {
      if (name.starts_with(".handbill-") && name != ".handbill-lock") home = "out/" + name;
    }
  }
  signs.folder.write(home + "/new/c.pdf", "");
  const auto next = signs.run({"build", "no-such-layout"});
  CHECK(contains(next.errors, "can't be finished; the files before it are back: `out/"));
  CHECK(signs.files("out") == old);
}

TEST_CASE("two runs at once leave the set of one of them") {
  const Signs one, other;
  other.say("Shut");
  const std::string out = (one.folder / "shared").string();
  REQUIRE(one.run({"build", "-o", "alone"}).exit_code == 0);
  REQUIRE(other.run({"build", "-o", "alone"}).exit_code == 0);
  for (int i = 0; i < 5; ++i) {
    const std::string both = "for i in 1 2 3; do (cd " + one.folder.path().string() + " && " +
                             program() + " build -o " + out + ") & (cd " +
                             other.folder.path().string() + " && " + program() + " build -o " +
                             out + ") & done; wait";
    run_program({"sh", "-c", both});
    const auto left = one.files("shared");
    CHECK((left == one.files("alone") || left == other.files("alone")));
  }
}

TEST_CASE("what another run has not finished is left to it") {
  const Signs signs;
  fs::create_directories(signs.folder / "out/.handbill-aaaaaa/new");
  signs.folder.write("out/.handbill-aaaaaa/new/x.pdf", "of another run");
  const std::string lock = signs.folder.write("out/.handbill-aaaaaa/lock", "").string();
  const int file = ::open(lock.c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(::flock(file, LOCK_EX) == 0);
  CHECK(signs.run({"build"}).exit_code == 0);
  CHECK(fs::exists(signs.folder / "out/.handbill-aaaaaa/new/x.pdf"));
  ::close(file);
  CHECK(signs.run({"build"}).exit_code == 0);
  CHECK_FALSE(fs::exists(signs.folder / "out/.handbill-aaaaaa"));
  CHECK(signs.files("out").size() == 3);
}

TEST_CASE("an error in one document keeps all back, and --keep-going writes the others") {
  const Signs signs;
  REQUIRE(signs.run({"build"}).exit_code == 0);
  const auto old = signs.files("out");
  signs.say("Shut");
  signs.folder.write("layouts/b.toml", "extends = \"a\"\ntitle = \"{words.none}\"\n");
  for (const Names& command :
       {Names{"build"}, Names{"build", "--format", "svg"}, Names{"preview"}, Names{"plates"},
        Names{"ticket"}, Names{"build", "a", "b"}, Names{"build", "a", "nothing"}}) {
    CAPTURE(command);
    const auto result = signs.run(command);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.errors, "nothing was written"));
    CHECK(result.output.empty());
    CHECK(signs.files("out") == old);
  }
  const auto result = signs.run({"build", "--keep-going"});
  CHECK(result.exit_code == 1);
  CHECK_FALSE(contains(result.errors, "nothing was written"));
  CHECK(contains(result.output, "a  1 page"));
  CHECK_FALSE(contains(result.output, "b  1 page"));
  const auto left = signs.files("out");
  CHECK(left.at("a.pdf") != old.at("a.pdf"));
  CHECK(left.at("b.pdf") == old.at("b.pdf"));
  CHECK(left.at("c.pdf") != old.at("c.pdf"));
  CHECK(contains(result.errors, "`out/b.pdf` does not tell what the files tell now"));
}

TEST_CASE("what stands where a document should go is not run over") {
  const Signs signs;
  REQUIRE(signs.run({"build"}).exit_code == 0);
  const auto old = signs.files("out");
  fs::remove(signs.folder / "out/b.pdf");
  fs::create_directory(signs.folder / "out/b.pdf");
  signs.say("Shut");
  const auto folder = signs.run({"build"});
  CHECK(folder.exit_code == 2);
  CHECK(contains(folder.errors, "can't replace out/b.pdf: it is a folder"));
  CHECK(signs.files("out").at("a.pdf") == old.at("a.pdf"));
  fs::remove(signs.folder / "out/b.pdf");
  REQUIRE(::mkfifo((signs.folder / "out/b.pdf").c_str(), 0600) == 0);
  CHECK(contains(signs.run({"build"}).errors, "can't replace out/b.pdf: it is no ordinary file"));
  fs::remove(signs.folder / "out/b.pdf");
  // A link is replaced, and what it leads to stays.
  signs.folder.write("kept", "kept");
  fs::create_symlink("../kept", signs.folder / "out/b.pdf");
  CHECK(signs.run({"build"}).exit_code == 0);
  CHECK_FALSE(fs::is_symlink(signs.folder / "out/b.pdf"));
  CHECK(read_file(signs.folder / "kept") == "kept");
}

TEST_CASE("the output folder may be a link, but not a file, and is not left behind empty") {
  const Signs signs;
  fs::create_directory(signs.folder / "elsewhere");
  fs::create_symlink("elsewhere", signs.folder / "out");
  CHECK(signs.run({"build"}).exit_code == 0);
  CHECK(signs.files("elsewhere").size() == 3);
  CHECK(fs::is_symlink(signs.folder / "out"));
  for (const char* bad : {"layouts/a.toml", "layouts/a.toml/out", "/proc/none"}) {
    CAPTURE(bad);
    const auto result = signs.run({"build", "-o", bad});
    CHECK(result.exit_code == 2);
    CHECK(contains(result.errors, "handbill: can't "));
  }
  fs::create_symlink("nowhere", signs.folder / "gone");
  CHECK(signs.run({"build", "-o", "gone"}).exit_code == 2);
  signs.folder.write("layouts/b.toml", "extends = \"a\"\ntitle = \"{words.none}\"\n");
  CHECK(signs.run({"build", "-o", "fresh"}).exit_code == 1);
  CHECK_FALSE(fs::exists(signs.folder / "fresh"));
}

TEST_CASE("nothing is written into a folder that may not be written to") {
  const Signs signs;
  REQUIRE(signs.run({"build"}).exit_code == 0);
  const auto old = signs.files("out");
  signs.say("Shut");
  fs::permissions(signs.folder / "out", fs::perms::owner_read | fs::perms::owner_exec);
  const auto result = signs.run({"build"});
  fs::permissions(signs.folder / "out", fs::perms::owner_all);
  if (::geteuid() == 0) {
    WARN("root may write into every folder");
    return;
  }
  CHECK(result.exit_code == 2);
  CHECK(contains(result.errors, "can't write into out"));
  CHECK(signs.files("out") == old);
}

TEST_CASE("two documents that would be written to one file are told apart") {
  const Signs signs;
  signs.folder.write("layouts/a-1.toml", "extends = \"a\"\n");
  signs.folder.write("layouts/a.toml",
                     std::string(kSignLayout) + "[[side]]\n[[side.frame]]\ntext = \"x\"\n");
  const auto result = signs.run({"build", "a", "a-1", "--format", "svg"});
  CHECK(result.exit_code == 0);  // a-1.svg and a-2.svg, a-1-1.svg and a-1-2.svg
  signs.folder.write("layouts/a-ticket.toml", "extends = \"a\"\n");
  const auto ticket = signs.run({"ticket", "a", "a-ticket"});
  CHECK(ticket.exit_code == 1);
  CHECK(contains(ticket.errors, "two documents would be written to `a-ticket.pdf`"));
}

TEST_CASE("dumps are written of faulty documents too, and tell where everything is from") {
  const Signs signs;
  signs.folder.write("layouts/b.toml", "extends = \"a\"\ntitle = \"{words.none}\"\n");
  CHECK(signs.run({"build", "--format", "dump", "--stage", "content"}).exit_code == 1);
  const auto left = signs.files("out");
  CHECK(left.size() == 3);
  CHECK(
      left.at("b.txt").starts_with("read from\n"
                                   "  project  content/en/words.toml\n"
                                   "  project  fonts/fonts.toml\n"
                                   "  project  layouts/a.toml\n"
                                   "  project  layouts/b.toml\n"));
}

TEST_CASE("a fault of the program ends one document with a message, and no other") {
  const Signs signs;
  const Names broken = {preload(), fault("fail markdown 1")};
  const auto result = signs.run({"build", "--keep-going", "-j", "1"}, broken);
  CHECK(result.exit_code == 1);
  CHECK(contains(result.errors,
                 "error: `a` could not be made: a fault of the program: a promise is broken "
                 "[program-fault]\n hint: please report this"));
  const auto left = signs.files("out");
  CHECK(left.contains("b.pdf"));
  CHECK_FALSE(left.contains("a.pdf"));
  CHECK(left.contains("c.pdf"));
  const auto check = signs.run({"check", "--json"}, broken);
  CHECK(check.exit_code == 1);
  CHECK(contains(check.output, "\"id\": \"program-fault\""));
  CHECK(contains(check.output, "\"documents\": [\n      \"a\"\n    ]"));
  const auto shops = signs.run({"shops", "us-x1a", "us-sheetfed-coated"}, broken);
  CHECK(shops.exit_code == 0);
  CHECK(contains(shops.output, "no more: error: `a` could not be made: "));
}

TEST_CASE("a font that goes wrong when text is set in it is named, and no document is written") {
  const Signs signs;
  font::FontBook book({});
  const auto p = book.face(open_squares(book)).glyph_for(U'p');
  for (const std::string& font : {squares_multiplying(p, 200), squares_with_glyphs(p)}) {
    signs.folder.write("fonts/squares.ttf", font);
    const auto result = signs.run({"build"});
    INFO(result.errors);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.errors, "error: font file `squares.ttf` can't be used: "));
    CHECK(contains(result.errors, "[font-broken]"));
    CHECK_FALSE(contains(result.errors, "[glyph-missing]"));
    CHECK(signs.files("out").empty());
  }
}

}  // namespace handbill::test
