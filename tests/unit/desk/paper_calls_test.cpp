// SPDX-License-Identifier: MIT
// Review, versions, printing and orders, as the page asks for them.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "build/zip_files.h"
#include "desk/desk.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::desk {
namespace {
namespace fs = std::filesystem;

/// A desk at the shipped project with the clinic's facts filled in.
class PaperDesk {
 public:
  PaperDesk() {
    for (const char* part : {"content", "layouts", "fonts"}) {
      fs::copy(fs::path(test::source_folder()) / part, folder / part, fs::copy_options::recursive);
    }
    build::Request request;
    request.reading = build::Reading::Here;
    request.today = "2026-11-30";
    desk.emplace(world::Project{folder.path().string(), test::source_folder()}, request,
                 [](std::uint64_t) {});
    fill("clinic.name", "Cedar Lane Clinic");
    fill("clinic.phone", "301-654-2000");
    fill("clinic.web", "https://cedarlane.example");
    fill("clinic.booking", "https://cedarlane.example/book");
    fill("clinic.hours_page", "https://cedarlane.example/hours");
  }

  using Query = std::vector<std::pair<std::string, std::string>>;
  http::Answer get(const std::string& path, Query query = {}) {
    return desk->answer({"GET", path, std::move(query), "", ""});
  }
  nlohmann::json json(const std::string& path, Query query = {}) {
    return nlohmann::json::parse(get(path, std::move(query)).body);
  }
  http::Answer post(const std::string& path, const nlohmann::json& body) {
    return desk->answer({"POST", path, {}, body.dump(), ""});
  }
  int fill(const std::string& path, const std::string& text) {
    return post("/api/change", {{"path", path}, {"to", "text"}, {"text", text}}).status;
  }
  int save() { return post("/api/save", nlohmann::json::object()).status; }
  std::string read(const std::string& path) const {
    std::ifstream in(folder / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  nlohmann::json versions() { return json("/api/history")["versions"]; }

  test::TempFolder folder;
  std::optional<Desk> desk;
};

const PaperDesk::Query kPlacard = {{"document", "hours-placard"}};

PaperDesk::Query placard_with(const PaperDesk::Query& more) {
  PaperDesk::Query query = kPlacard;
  query.insert(query.end(), more.begin(), more.end());
  return query;
}

nlohmann::json approval_by(const std::string& role) {
  return {{"document", "hours-placard"}, {"role", role}, {"lasts", "1 year"}};
}

bool tells_of(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("a document is approved as a role, changed, and the approval taken back") {
  PaperDesk at;
  CHECK(at.post("/api/approve", approval_by("office manager")).status == 409);  // not saved
  CHECK(at.save() == 200);
  const auto before = at.json("/api/review", kPlacard);
  CHECK(before["keeps"] == true);
  CHECK(before["against"].empty());
  CHECK(before["roles"][0]["state"] == "never");
  CHECK(!before.contains("last"));
  CHECK(at.post("/api/approve", approval_by("office manager")).status == 200);
  const auto after = at.json("/api/review", kPlacard);
  CHECK(after["roles"][0]["state"] == "approved");
  CHECK(after["roles"][0]["expires"] == "2027-11-30");
  CHECK(after["last"]["changes"].empty());
  CHECK(at.get("/api/review/page", placard_with({{"page", "2"}})).status == 404);
  CHECK(at.versions()[0]["title"] == "Approve hours-placard as office manager");

  CHECK(at.fill("clinic.phone", "301-654-2001") == 200);
  const auto changed = at.json("/api/review", kPlacard);
  CHECK(changed["roles"][0]["state"] == "changed");
  REQUIRE(changed["last"]["changes"].size() >= 1);
  CHECK(at.save() == 200);
  const nlohmann::json revocation = {
      {"document", "hours-placard"}, {"role", "office manager"}, {"reason", "wrong number"}};
  CHECK(at.post("/api/revoke", revocation).status == 200);
  CHECK(at.json("/api/review", kPlacard)["roles"][0]["reason"] == "wrong number");
}

TEST_CASE("what can't be approved says why and changes nothing") {
  PaperDesk at;
  CHECK(at.post("/api/change", {{"path", "clinic.phone"}, {"to", "blank"}, {"text", "number"}})
            .status == 200);
  CHECK(at.save() == 200);
  const std::string content = at.read("content/en/hours.toml");
  CHECK(!at.json("/api/review", kPlacard)["against"].empty());
  for (const char* role : {"office manager", "nobody"}) {
    const auto answer = at.post("/api/approve", approval_by(role));
    CHECK(answer.status == 409);
    CHECK(!nlohmann::json::parse(answer.body)["problems"].empty());
  }
  for (const nlohmann::json& wrong :
       {nlohmann::json(), nlohmann::json::array(), nlohmann::json::object(),
        nlohmann::json{{"role", 7}}, nlohmann::json{{"role", "office manager"}, {"answers", "yes"}},
        nlohmann::json{{"role", "office manager"}, {"answers", {{"pemat-04", 1}}}}}) {
    CHECK(at.post("/api/approve", wrong).status == 400);
  }
  CHECK(at.post("/api/approve", {{"role", "office manager"}, {"document", "../x"}}).status == 404);
  nlohmann::json odd = approval_by("office manager");
  odd["answers"] = {{"nobody-asks", "yes"}};
  CHECK(at.post("/api/approve", odd).status == 409);
  CHECK(at.post("/api/revoke", {{"reason", "x"}}).status == 400);
  CHECK(
      at.post("/api/revoke", {{"document", "hours-placard"}, {"role", "office manager"}}).status ==
      409);
  CHECK(at.read("content/en/hours.toml") == content);
  CHECK(!fs::exists(at.folder / "records/approved.toml"));
}

TEST_CASE("a project without roles says that nobody approves") {
  PaperDesk at;
  fs::remove(at.folder / "content/roles.toml");
  at.desk->look_at_disk();
  CHECK(at.save() == 200);
  const auto review = at.json("/api/review", kPlacard);
  CHECK(review["keeps"] == false);
  CHECK(review["roles"].empty());
  CHECK(at.post("/api/approve", approval_by("office manager")).status == 409);
}

TEST_CASE("each save is a version that can be looked at and gone back to") {
  PaperDesk at;
  CHECK(at.versions().empty());
  CHECK(at.save() == 200);
  CHECK(at.fill("clinic.phone", "301-654-2001") == 200);
  CHECK(at.save() == 200);
  const auto versions = at.versions();
  REQUIRE(versions.size() == 3);
  CHECK(versions[0]["changed"] == nlohmann::json({"clinic.phone"}));
  CHECK(versions[2]["title"] == "The project as it was");
  const std::string then = versions[1]["id"];

  const auto diff = at.json("/api/history/compare", placard_with({{"version", then}}));
  CHECK(diff["isSame"] == false);
  CHECK(diff["facts"][0]["path"] == "clinic.phone");
  REQUIRE(diff["pages"].size() == 1);
  CHECK(!diff["pages"][0]["areas"].empty());
  const auto page = at.get("/api/history/page", placard_with({{"version", then}, {"page", "1"}}));
  CHECK(page.body.starts_with("\x89PNG"));

  std::ofstream(at.folder / "content/en/later.toml") << "[later]\nx = \"1\"\n";
  CHECK(at.post("/api/history/back", {{"version", then}}).status == 200);
  CHECK(tells_of(at.read("content/en/clinic.toml"), "301-654-2000"));
  CHECK(!fs::exists(at.folder / "content/en/later.toml"));
  const auto after = at.versions();
  CHECK(after[0]["title"] == "Go back to: " + versions[1]["title"].get<std::string>());
  CHECK(after[1]["title"] == "Keep what was changed outside the desk");
  CHECK(at.post("/api/history/back", {{"version", after[1]["id"]}}).status == 200);
  CHECK(tells_of(at.read("content/en/clinic.toml"), "301-654-2001"));
  CHECK(fs::exists(at.folder / "content/en/later.toml"));
}

TEST_CASE("going back asks for a version, and for what is not saved first") {
  PaperDesk at;
  CHECK(at.post("/api/history/back", nlohmann::json::object()).status == 400);
  CHECK(at.post("/api/history/back", {{"version", "1"}}).status == 409);
  CHECK(at.save() == 200);
  for (const char* id : {"99", "--all", "HEAD", "../1"}) {
    CHECK(at.post("/api/history/back", {{"version", id}}).status == 404);
    CHECK(at.get("/api/history/compare", placard_with({{"version", id}})).status == 404);
  }
  const PaperDesk::Query there = placard_with({{"version", "1"}, {"page", "7"}});
  CHECK(at.get("/api/history/page", there).status == 404);
  CHECK(at.get("/api/history/compare", {{"document", "none"}, {"version", "1"}}).status == 404);
}

TEST_CASE("what somebody wrote meanwhile is a version beside what is saved") {
  PaperDesk at;
  CHECK(at.save() == 200);
  std::ofstream(at.folder / "content/en/clinic.toml", std::ios::app) << "# from an editor\n";
  at.desk->look_at_disk();
  CHECK(at.fill("clinic.phone", "301-654-2001") == 200);
  CHECK(at.save() == 200);
  const auto versions = at.versions();
  CHECK(versions[1]["title"] == "Keep what was changed outside the desk");
  CHECK(tells_of(at.read("content/en/clinic.toml"), "# from an editor"));
}

TEST_CASE("in a repository a save is a commit of its own files") {
  PaperDesk at;
  const auto git = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"git", "-C", at.folder.path().string(), "-c", "user.name=a", "-c",
                                 "user.email=a@example.org"});
    return test::run_program(words).output;
  };
  git({"init", "-q"});
  git({"add", "."});
  git({"commit", "-q", "-m", "Begin"});
  std::ofstream(at.folder / "content/words.txt", std::ios::app) << "other\n";
  CHECK(at.save() == 200);
  CHECK(git({"status", "--porcelain"}) == " M content/words.txt\n");
  CHECK(at.versions()[0]["changed"][0] == "clinic.name");
  std::ofstream(at.folder / ".git/index.lock");
  CHECK(at.fill("clinic.phone", "301-654-2001") == 200);
  const auto busy = at.post("/api/save", nlohmann::json::object());
  CHECK(busy.status == 200);
  CHECK(tells_of(nlohmann::json::parse(busy.body)["told"].get<std::string>(), "git is busy"));
  CHECK(tells_of(at.read("content/en/clinic.toml"), "301-654-2001"));
}

TEST_CASE("a document is printed to a file in each edition that has pages") {
  PaperDesk at;
  CHECK(at.get("/api/print/pdf", kPlacard).status == 409);  // not saved
  CHECK(at.save() == 200);
  for (const char* edition : {"office", "clear-print", "large-print", "screen", "standard"}) {
    INFO(edition);
    const auto answer = at.get("/api/print/pdf", placard_with({{"edition", edition}}));
    CHECK(answer.type == "application/pdf");
    CHECK(answer.body.starts_with("%PDF"));
  }
  const auto greys = at.get("/api/print/pdf", placard_with({{"colors", "greys"}}));
  CHECK(greys.body != at.get("/api/print/pdf", kPlacard).body);
  const auto facts = at.json("/api/print/pdf", placard_with({{"ask", "facts"}, {"sides", "one"}}));
  CHECK(facts["pages"] == 1);
  CHECK(facts["sides"] == "one");
  for (const PaperDesk::Query& wrong :
       {PaperDesk::Query{{"edition", "braille"}}, PaperDesk::Query{{"edition", "all"}},
        PaperDesk::Query{{"colors", "pink"}}, PaperDesk::Query{{"sides", "three"}}}) {
    CHECK(at.get("/api/print/pdf", placard_with(wrong)).status == 400);
  }
  CHECK(at.get("/api/print/pdf", {{"document", "none"}}).status == 404);
}

TEST_CASE("a test page has rulers for each paper") {
  PaperDesk at;
  const auto letter = at.get("/api/print/test", {{"paper", "letter"}});
  const auto a4 = at.get("/api/print/test", {{"paper", "a4"}});
  CHECK(letter.body.starts_with("%PDF"));
  CHECK(a4.body.starts_with("%PDF"));
  CHECK(a4.body != letter.body);
  CHECK(at.get("/api/print/test", {{"paper", "a0"}}).status == 400);
}

TEST_CASE("printing asks for a printer that is there") {
  PaperDesk at;
  CHECK(at.save() == 200);
  nlohmann::json wanted = {{"document", "hours-placard"}, {"copies", 1}, {"printer", "none-such"}};
  CHECK(at.post("/api/print", wanted).status == 409);
  CHECK(at.post("/api/print/test", {{"printer", "none-such"}}).status == 409);
  for (const nlohmann::json& copies :
       {nlohmann::json(0), nlohmann::json(1000), nlohmann::json("1"), nlohmann::json(1.5)}) {
    wanted["copies"] = copies;
    CHECK(at.post("/api/print", wanted).status == 400);
  }
  CHECK(at.post("/api/print/test", {{"paper", "a0"}}).status == 400);
}

TEST_CASE("an order begins with what the project knows") {
  PaperDesk at;
  const auto asked = at.json("/api/order", kPlacard);
  CHECK(asked["shops"].size() >= 5);
  CHECK(asked["usual"]["client"] == "Cedar Lane Clinic");
  CHECK(asked["usual"]["paper"] == "matt card, 300 gsm");
}

TEST_CASE("a ZIP has its files in their order, and the same bytes each time") {
  const std::vector<build::OutputFile> files = {
      {"b.txt", std::string(5000, 'b')}, {"a.txt", ""}, {"\u00F1.txt", "n"}};
  const auto zip = build::zip_of(files);
  REQUIRE(zip);
  CHECK(build::zip_of(files) == zip);
  const test::TempFolder folder;
  const std::string path = folder.write("some.zip", *zip).string();
  CHECK(test::run_program({"unzip", "-tqq", path}).exit_code == 0);
  CHECK(test::run_program({"unzip", "-Z1", path}).output.starts_with("b.txt\na.txt\n"));
  CHECK(test::run_program({"unzip", "-p", path, "b.txt"}).output == files.front().bytes);
  CHECK(!build::zip_of({{"", "no name"}}));
}

TEST_CASE("what stops an order is told in words") {
  PaperDesk at;
  CHECK(at.save() == 200);
  const auto with = [](const char* shop, const char* quantity, const PaperDesk::Query& more = {}) {
    auto query = placard_with({{"shop", shop}, {"quantity", quantity}});
    query.insert(query.end(), more.begin(), more.end());
    return query;
  };
  const auto draft = at.get("/api/order/file", with("us-x1a", "500"));
  CHECK(draft.status == 409);  // its files are drafts
  CHECK(!nlohmann::json::parse(draft.body)["problems"].empty());
  CHECK(at.get("/api/order/file", with("the-shop-round-the-corner", "500")).status == 404);
  CHECK(at.get("/api/order/file", with("../conditions", "500")).status == 404);
  for (const char* quantity :
       {"", "0", "-1", "1.5", "many", "1000000001", "99999999999999999999"}) {
    CHECK(at.get("/api/order/file", with("us-x1a", quantity)).status == 400);
  }
  for (const PaperDesk::Query& wrong :
       {PaperDesk::Query{{"for", "price"}, {"deliver", "2026-11-29"}},
        PaperDesk::Query{{"for", "price"}, {"proof", "a look"}}}) {
    CHECK(at.get("/api/order/file", with("us-sheetfed-coated", "500", wrong)).status == 409);
  }
  const std::string long_paper(81, 'x');
  CHECK(at.get("/api/order/file", with("us-x1a", "5", {{"paper", long_paper}})).status == 400);
}

TEST_CASE("what was printed or ordered is noted in the ledger") {
  PaperDesk at;
  CHECK(at.save() == 200);
  const nlohmann::json ordered = {{"document", "hours-placard"},
                                  {"shop", "us-x1a"},
                                  {"edition", "standard"},
                                  {"quantity", 500}};
  CHECK(at.post("/api/printed", ordered).status == 200);
  const std::string ledger = at.read("records/printed.toml");
  CHECK(tells_of(ledger, "500"));
  CHECK(tells_of(ledger, "us-x1a"));
  CHECK(at.versions()[0]["title"] == "Note a print of hours-placard");
  for (const nlohmann::json& quantity :
       {nlohmann::json(0), nlohmann::json("5"), nlohmann::json()}) {
    nlohmann::json wrong = ordered;
    wrong["quantity"] = quantity;
    CHECK(at.post("/api/printed", wrong).status == 400);
  }
  nlohmann::json elsewhere = ordered;
  elsewhere["shop"] = "the-shop-round-the-corner";
  CHECK(at.post("/api/printed", elsewhere).status == 409);
  CHECK(at.read("records/printed.toml") == ledger);
}

}  // namespace handbill::desk
