// SPDX-License-Identifier: MIT
#include "records/block.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "spec/records_spec.h"
#include "support/run_program.h"

namespace handbill::records {
namespace {

const std::string kHead = "# Who has approved what.\n";

Block approval(const std::string& document, const std::string& word) {
  Block block("approval");
  block.text("document", document).text("language", "en").text("role", "medical director");
  block.date("date", {2026, 11, 30}).number("version", 3).text("hash", std::string(64, 'a'));
  return block.texts("words", {word, "The same in both"}).texts("facts", {});
}

struct Read {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  std::optional<spec::ApprovedSpec> ledger;
};

Read read(const std::string& text) {
  Read result;
  const std::map<std::string, std::string, std::less<>> files = {
      {std::string(spec::kApprovedFile), text}};
  result.ledger = spec::parse_approved(diag::MemoryFiles(files), result.sources, result.diags);
  return result;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("an entry is read as it was written") {
  const std::string odd = "a \"b\" \\ c\nd\te \x01\x7F f \xC3\xA9 \xF0\x9F\x98\x80 ''' # g";
  const Read found = read(kHead + approval("placard", odd).written());
  REQUIRE(found.ledger);
  REQUIRE(found.ledger->approvals.size() == 1);
  const spec::ApprovalSpec& one = found.ledger->approvals.front();
  CHECK(one.document->value == "placard");
  CHECK(one.date->value == spec::Date{2026, 11, 30});
  CHECK(one.version->value == 3);
  CHECK_FALSE(one.expires);
  CHECK(one.facts.empty());
  REQUIRE(one.words.size() == 2);
  // What no page can show is no word of a document: reading takes it out of any file.
  CHECK(one.words[0].value == "a \"b\" \\ c\nd\te  f \xC3\xA9 \xF0\x9F\x98\x80 ''' # g");
  CHECK(found.diags.error_count() == 1);
}

TEST_CASE("no two entries have a line in common") {
  std::vector<std::string> lines;
  for (const auto& block : {approval("placard", "one"), approval("sheet", "one")}) {
    const std::string written = block.written();
    for (std::size_t at = 1; at < written.size(); at = written.find('\n', at) + 1) {
      lines.push_back(written.substr(at, written.find('\n', at) - at));
    }
  }
  CHECK(lines.size() == 24);
  std::ranges::sort(lines);
  CHECK(std::ranges::adjacent_find(lines) == lines.end());
}

TEST_CASE("git joins entries of two branches to a ledger that has both") {
  const test::TempFolder folder;
  const std::string base = kHead + approval("brochure", "earlier").written();
  folder.write("base", base);
  const auto ours = folder.write("ours", base + approval("placard", "one").written());
  const auto theirs = folder.write("theirs", base + approval("sheet", "one").written());
  const auto merged = test::run_program(
      {"git", "merge-file", "--union", ours.string(), (folder / "base").string(), theirs.string()});
  REQUIRE(merged.exit_code == 0);
  const Read found = read(bytes_of(ours));
  CHECK_FALSE(found.diags.has_errors());
  REQUIRE(found.ledger->approvals.size() == 3);
  CHECK(found.ledger->approvals[1].document->value == "placard");
  CHECK(found.ledger->approvals[2].document->value == "sheet");
  CHECK(found.ledger->approvals[2].words.size() == 2);
}

TEST_CASE("what git could not join is told as that, once") {
  const std::string text = kHead + "<<<<<<< HEAD\n" + approval("placard", "one").written() +
                           "=======\n" + approval("sheet", "one").written() + ">>>>>>> branch\n";
  const Read found = read(text);
  REQUIRE(found.diags.error_count() == 1);
  CHECK(found.diags.list().front().id == diag::DiagnosticId::RecordFaulty);
  CHECK(found.sources
            .position(found.diags.list().front().span.file, found.diags.list().front().span.begin)
            .line == 2);
}

TEST_CASE("a ledger that is not there says nothing") {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const std::map<std::string, std::string, std::less<>> nothing;
  CHECK_FALSE(spec::parse_approved(diag::MemoryFiles(nothing), sources, diags));
  CHECK_FALSE(spec::parse_roles(diag::MemoryFiles(nothing), sources, diags));
  CHECK(diags.list().empty());
}

TEST_CASE("what is wrong with one entry hides none of the others") {
  const std::string text =
      kHead + "[[approval]]\ndocument = 7\n" + approval("sheet", "one").written() + "[[aproval]]\n";
  const Read found = read(text);
  CHECK(found.ledger->approvals.size() == 2);
  CHECK(found.diags.error_count() >= 2);
  CHECK(found.ledger->approvals[1].document->value == "sheet");
}

}  // namespace handbill::records
