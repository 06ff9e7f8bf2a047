// SPDX-License-Identifier: MIT
#include "records/approvals.h"

#include <catch2/catch.hpp>

#include <map>

#include "records/block.h"
#include "spec/written_date.h"

namespace handbill::records {
namespace {

constexpr const char* kDirector = "[role.\"medical director\"]\napproves = [\"sheet\"]\n";
constexpr const char* kBoth =
    "[role.\"medical director\"]\napproves = [\"sheet\"]\n"
    "[role.nurse]\napproves = [\"all\"]\n[role.translator]\ntranslates = [\"all\"]\n";

const Wording kWording{{"Keep it dry for 24 hours."}, {"clinic.phone = (301) 555-0199"}};
const Wording kOther{{"Keep it dry for 24 minutes."}, {"clinic.phone = (301) 555-0199"}};

struct Given {
  std::string document = "sheet", language = "en", role = "medical director";
  spec::Date date{2026, 11, 30};
  std::int64_t version = 1;
  Wording wording = kWording;
};

std::string approval_by(const Given& given) {
  Block block("approval");
  block.text("document", given.document).text("language", given.language);
  block.text("role", given.role).date("date", given.date).number("version", given.version);
  block.text("hash", hash_of(given.wording)).texts("words", given.wording.words);
  return block.texts("facts", given.wording.facts).written();
}

std::string revocation_by(const std::string& role, const spec::Date& date) {
  Block block("revocation");
  block.text("document", "sheet").text("language", "en").text("role", role).date("date", date);
  return block.text("reason", "new guidance").written();
}

struct ReadLedger {
  std::shared_ptr<Approvals> approvals = std::make_shared<Approvals>();
  std::vector<std::string> told;
};

/// Empty: no such file.
ReadLedger read_ledger(const std::string& roles, const std::string& ledger) {
  std::map<std::string, std::string, std::less<>> files;
  if (!roles.empty()) files[std::string(spec::kRolesFile)] = roles;
  if (!ledger.empty()) files[std::string(spec::kApprovedFile)] = ledger;
  diag::SourceMap sources;
  diag::Diagnostics diags;
  ReadLedger result;
  *result.approvals = read_approvals(diag::MemoryFiles(files), sources, diags);
  for (const diag::Diagnostic& each : diags.list()) {
    const auto at = sources.position(each.span.file, each.span.begin);
    result.told.push_back(std::to_string(at.line) + " " + std::string(diag::info(each.id).name) +
                          ": " + each.message);
  }
  return result;
}

/// "medical director: approved, nurse: never"
std::string state_of(const ReadLedger& read, const Wording& wording,
                     const std::string& language = "en") {
  constexpr const char* kStates[] = {"approved", "never", "changed", "revoked"};
  std::string text;
  for (const RoleStanding& each : standing_of(read.approvals, "sheet", language, wording).roles) {
    text += (text.empty() ? "" : ", ") + each.role + ": " +
            kStates[static_cast<std::size_t>(each.state)];
  }
  return text;
}

}  // namespace

TEST_CASE("a document is approved by all roles that have to, in the words it has") {
  struct Case {
    const char* what;
    std::string roles, ledger;
    const char* state;
  };
  const spec::Date later{2026, 12, 3};
  const Case cases[] = {
      {"nobody yet", kDirector, "", "medical director: never"},
      {"an empty ledger", kDirector, "\n", "medical director: never"},
      {"one who has to", kDirector, approval_by({}), "medical director: approved"},
      {"lines that end as Windows ends them", kDirector,
       [] {
         std::string text = approval_by({}), crlf;
         for (const char c : text) crlf += c == '\n' ? "\r\n" : std::string(1, c);
         return crlf;
       }(),
       "medical director: approved"},
      {"a byte order mark", kDirector, "\xEF\xBB\xBF" + approval_by({}),
       "medical director: approved"},
      {"one of two", kBoth, approval_by({}), "medical director: approved, nurse: never"},
      {"both", kBoth, approval_by({}) + approval_by({.role = "nurse"}),
       "medical director: approved, nurse: approved"},
      {"other words", kDirector, approval_by({.wording = kOther}), "medical director: changed"},
      {"other words since", kDirector,
       approval_by({}) + approval_by({.date = later, .version = 2, .wording = kOther}),
       "medical director: changed"},
      {"another language", kDirector, approval_by({.language = "es"}), "medical director: never"},
      {"another document", kDirector, approval_by({.document = "placard"}),
       "medical director: never"},
      {"taken back", kDirector, approval_by({}) + revocation_by("medical director", later),
       "medical director: revoked"},
      {"taken back by a merge that puts it first", kDirector,
       revocation_by("medical director", later) + approval_by({}), "medical director: revoked"},
      {"approved again on the day", kDirector,
       approval_by({}) + revocation_by("medical director", {2026, 11, 30}) +
           approval_by({.version = 2}),
       "medical director: approved"},
      {"taken back though its day is to come", kDirector,
       approval_by({.date = {2031, 1, 1}}) + revocation_by("medical director", later),
       "medical director: revoked"},
      {"what another role takes back", kBoth,
       approval_by({}) + approval_by({.role = "nurse"}) + revocation_by("nurse", later),
       "medical director: approved, nurse: revoked"},
      {"in any order, the last counts", kDirector,
       approval_by({.date = later, .version = 2}) + approval_by({.wording = kOther}),
       "medical director: approved"},
      {"no role has to", "[role.nurse]\napproves = [\"placard\"]\n", "", ""},
  };
  for (const Case& each : cases) {
    INFO(each.what);
    const ReadLedger read = read_ledger(each.roles, each.ledger);
    CHECK(read.told == std::vector<std::string>{});
    CHECK(state_of(read, kWording) == each.state);
  }
}

TEST_CASE("an approval is none before all roles have approved, nor when none has to") {
  const auto is_approved = [](const std::string& roles, const std::string& ledger) {
    return standing_of(read_ledger(roles, ledger).approvals, "sheet", "en", kWording).is_approved();
  };
  CHECK(is_approved(kDirector, approval_by({})));
  CHECK_FALSE(is_approved(kBoth, approval_by({})));
  CHECK_FALSE(is_approved("[role.nurse]\n", approval_by({.role = "nurse"})));
}

TEST_CASE("entries that are the same are one, and versions are counted") {
  const ReadLedger twice = read_ledger(kDirector, approval_by({}) + approval_by({}));
  CHECK(twice.told.empty());
  CHECK(twice.approvals->approvals.size() == 1);
  const Approvals& of = *twice.approvals;
  CHECK(version_of(of, "sheet", "en", hash_of(kWording)) == 1);
  CHECK(version_of(of, "sheet", "en", hash_of(kOther)) == 2);
  CHECK(version_of(of, "sheet", "es", hash_of(kOther)) == 1);
  CHECK(version_of(of, "placard", "en", hash_of(kWording)) == 1);
}

TEST_CASE("an entry that was changed by hand is told, and counts for nothing") {
  std::string ledger = approval_by({});
  ledger.replace(ledger.find("24 hours"), 8, "24 weeks");
  const ReadLedger read = read_ledger(kDirector, ledger);
  REQUIRE(read.told.size() == 1);
  CHECK(read.told[0] ==
        "8 record-faulty: this entry has been changed by hand: its `hash` is not that of its words "
        "and facts");
  CHECK(state_of(read, kWording) == "medical director: never");
}

TEST_CASE("a role that is not listed is told at each entry of it") {
  const ReadLedger read = read_ledger(
      kDirector, approval_by({.role = "medical directer"}) + revocation_by("Maria", {2026, 12, 1}));
  REQUIRE(read.told.size() == 2);
  CHECK(read.told[0] == "5 unknown-role: `medical directer` is no role of `content/roles.toml`");
  CHECK(read.told[1].find("unknown-role: `Maria` is no role") != std::string::npos);
  CHECK(read_ledger("", approval_by({})).told.at(0).find("this project lists no roles") !=
        std::string::npos);
}

TEST_CASE("an approval that ends before it begins is a fault") {
  Block block("approval");
  block.text("document", "sheet").text("language", "en").text("role", "medical director");
  block.date("date", {2026, 11, 30}).date("expires", {2026, 11, 29}).number("version", 1);
  block.text("hash", hash_of(kWording)).texts("words", kWording.words);
  const ReadLedger read = read_ledger(kDirector, block.texts("facts", kWording.facts).written());
  REQUIRE(read.told.size() == 1);
  CHECK(read.told[0].find("before its own day") != std::string::npos);
  CHECK(read.approvals->approvals.empty());
}

TEST_CASE("the hash holds words and facts apart, in their order") {
  CHECK(hash_of({{"a", "b"}, {}}) != hash_of({{"b", "a"}, {}}));
  CHECK(hash_of({{"a", "b"}, {}}) != hash_of({{"a"}, {"b"}}));
  CHECK(hash_of({{"ab"}, {}}) != hash_of({{"a", "b"}, {}}));
  CHECK(hash_of(kWording).size() == 64);
}

TEST_CASE("a project with neither roles nor a ledger has no approvals") {
  CHECK_FALSE(read_ledger("", "").approvals->bind());
  CHECK(read_ledger(kDirector, "").approvals->bind());
  CHECK(read_ledger("", "\n").approvals->bind());
}

TEST_CASE("a ledger that nobody has touched keeps the words of each role's last approval") {
  const std::string ledger = approval_by({.date = {2026, 11, 1}, .wording = kOther}) +
                             approval_by({.role = "nurse", .date = {2026, 11, 2}}) +
                             approval_by({.language = "es", .date = {2026, 11, 2}}) +
                             approval_by({.date = {2026, 11, 3}, .version = 2});
  const ReadLedger read = read_ledger(kBoth, ledger);
  CHECK(read.told.empty());
  std::string words;
  for (const Approval& each : read.approvals->approvals) {
    words +=
        each.role + " " + each.language + " " + std::to_string(each.wording.words.size()) + "\n";
  }
  CHECK(words ==
        "medical director en 0\nnurse en 1\nmedical director es 1\nmedical director en 1\n");
  CHECK(read.approvals->approvals.back().wording == kWording);
  CHECK(state_of(read, kWording) == "medical director: approved, nurse: approved");
  // What was approved before has its version still.
  CHECK(version_of(*read.approvals, "sheet", "en", hash_of(kOther)) == 1);
}

TEST_CASE("of a day the approval that stands last is the last") {
  const std::string ledger = approval_by({.date = {2026, 11, 3}, .version = 2}) +
                             approval_by({.date = {2026, 11, 3}, .version = 3, .wording = kOther}) +
                             approval_by({.date = {2026, 11, 1}});
  const ReadLedger read = read_ledger(kDirector, ledger);
  CHECK(state_of(read, kOther) == "medical director: approved");
  CHECK(read.approvals->approvals.back().wording == kOther);
  CHECK(read.approvals->approvals.front().wording == Wording());
}

TEST_CASE("an entry that both sides of a merge have keeps its words") {
  const ReadLedger read = read_ledger(kDirector, approval_by({}) + approval_by({}));
  REQUIRE(read.approvals->approvals.size() == 1);
  CHECK(read.approvals->approvals.front().wording == kWording);
}

TEST_CASE("a changed entry is told, be it an old one, and all else is read as before") {
  std::string ledger = approval_by({.date = {2026, 11, 1}, .wording = kOther}) + approval_by({});
  ledger.replace(ledger.find("24 minutes"), 10, "25 minutes");
  const ReadLedger read = read_ledger(kDirector, ledger);
  REQUIRE(read.told.size() == 1);
  CHECK(read.told.front().find("record-faulty: this entry has been changed by hand") !=
        std::string::npos);
  CHECK(state_of(read, kWording) == "medical director: approved");
}

TEST_CASE("what other hands have written in a ledger is told by the reader of TOML") {
  const std::string ledger = approval_by({});
  for (const std::string& each :
       {ledger + "\n[other] # by hand\n", "x = 1\n" + ledger,
        ledger + ledger.substr(0, ledger.size() / 2), ledger + "\n[[approval]]\n"}) {
    CAPTURE(each);
    CHECK_FALSE(read_ledger(kDirector, each).told.empty());
  }
  // Remarks between entries, and at the head of the file, are nobody's mark.
  for (const std::string& each : {"# Approvals.\n" + ledger, ledger + "\n# More.\n" + ledger}) {
    CAPTURE(each);
    CHECK(read_ledger(kDirector, each).told.empty());
    CHECK(state_of(read_ledger(kDirector, each), kWording) == "medical director: approved");
  }
}

}  // namespace handbill::records
