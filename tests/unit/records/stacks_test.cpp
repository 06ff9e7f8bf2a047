// SPDX-License-Identifier: MIT
#include "records/stacks.h"

#include <catch2/catch.hpp>

#include <map>

#include "records/print_entry.h"

namespace handbill::records {
namespace {

const NotedLines kNotedLines{{"clinic.phone = (301) 555-0100"}, {"care.intro = Rest."}};
const spec::Date kPrintDay{2026, 11, 30};

Stack of_placard(std::int64_t quantity) {
  Stack stack;
  stack.document = "placard";
  stack.language = "en";
  stack.edition = "standard";
  stack.printed = stack.left = quantity;
  stack.date = {2026, 11, 2};
  stack.shows = hash_of(kNotedLines);
  return stack;
}

/// A ledger of two prints of 500 and 2,000,000 copies.
struct PrintLedger {
  Stack first = of_placard(500), second = of_placard(2000000);
  std::string shown = shown_entry(kNotedLines).written();
  std::string prints = print_entry(first, {}).written();
  PrintLedger() { prints += print_entry(second, {first.id}).written(); }
  std::string text() const { return std::string(kPrintedHead) + shown + prints; }
};

struct ReadStacks {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  std::vector<Stack> stacks;
  std::vector<std::string> told() const {
    std::vector<std::string> messages;
    for (const diag::Diagnostic& each : diags.list()) {
      const bool is_faulty = each.id == diag::DiagnosticId::RecordFaulty;
      messages.push_back((is_faulty ? "" : "other: ") + each.message);
    }
    return messages;
  }
};

ReadStacks read_stacks(const std::string& text) {
  ReadStacks result;
  const std::map<std::string, std::string, std::less<>> files = {
      {std::string(spec::kPrintedFile), text}};
  const auto ledger = spec::parse_printed(diag::MemoryFiles(files), result.sources, result.diags);
  REQUIRE(ledger);
  result.stacks = stacks_of(*ledger, result.diags);
  return result;
}

std::string with_edit(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

using PrintsTold = std::vector<std::string>;

}  // namespace

TEST_CASE("prints are read as they were noted") {
  PrintLedger ledger;
  Stack third = of_placard(7);
  third.edition = "large-print";
  third.shop = "us-x1a";
  third.note = "front \"desk\"";
  third.settings = {"clinic.phone=1"};
  const auto read = read_stacks(ledger.text() +
                                print_entry(third, {ledger.first.id, ledger.second.id}).written());
  CHECK(read.told().empty());
  REQUIRE(read.stacks.size() == 3);
  CHECK(read.stacks[0].id == ledger.first.id);
  CHECK(read.stacks[1].left == 2000000);
  CHECK(read.stacks[1].date == spec::Date{2026, 11, 2});
  CHECK(read.stacks[2].edition == "large-print");
  CHECK(read.stacks[2].note == third.note);
  CHECK(read.stacks[2].settings == third.settings);
  REQUIRE(read.stacks[0].shown);
  CHECK(noted(*read.stacks[0].shown) == kNotedLines);
  CHECK(read.stacks[0].shown == read.stacks[1].shown);
}

TEST_CASE("two prints of a day that are alike have ids of their own") {
  Stack first = of_placard(500), second = of_placard(500);
  const std::string written = print_entry(first, {}).written();
  print_entry(second, {first.id});
  CHECK(first.id.size() == 8);
  CHECK(first.id != second.id);
  Stack again = of_placard(500);
  CHECK(print_entry(again, {}).written() == written);
}

TEST_CASE("copies that are gone are no longer left") {
  PrintLedger ledger;
  const auto left = [&](const std::string& entries) {
    const auto read = read_stacks(ledger.text() + entries);
    CHECK(read.told().empty());
    REQUIRE(read.stacks.size() == 2);
    CHECK(read.stacks[1].left == 2000000);
    return read.stacks[0].left;
  };
  const auto some = discarded_entry(ledger.first, 499, kPrintDay, "old").written();
  Stack rest = ledger.first;
  rest.left = 1;
  CHECK(left(some) == 1);
  CHECK(left(some + discarded_entry(rest, 1, kPrintDay, "old").written()) == 0);
  CHECK(left(discarded_entry(ledger.first, std::nullopt, kPrintDay, "old").written()) == 0);
  CHECK(left(some + discarded_entry(rest, std::nullopt, kPrintDay, "old").written()) == 0);
}

TEST_CASE("what copies that were put right show is what was noted last") {
  PrintLedger ledger;
  const NotedLines now{{"clinic.phone = (301) 555-0199"}, {"care.intro = Rest."}};
  const auto read =
      read_stacks(ledger.text() + shown_entry(now).written() +
                  corrected_entry(ledger.first, hash_of(now), kPrintDay, "sticker").written());
  CHECK(read.told().empty());
  CHECK(read.stacks[0].shown->facts[0].value == "(301) 555-0199");
  CHECK(read.stacks[0].corrected == kPrintDay);
  CHECK(read.stacks[1].shown->facts[0].value == "(301) 555-0100");
}

TEST_CASE("more copies gone than there were is a fault, and none are left") {
  PrintLedger ledger;
  Stack many = ledger.first;
  many.left = 600;
  const auto read =
      read_stacks(ledger.text() + discarded_entry(many, 501, kPrintDay, "old").written());
  CHECK(read.told() == PrintsTold{"more copies of `" + ledger.first.id +
                                  "` are discarded than were there: 501 of 500"});
  CHECK(read.stacks[0].left == 0);
}

TEST_CASE("entries that two branches both have count once") {
  PrintLedger ledger;
  const std::string gone = discarded_entry(ledger.first, 300, kPrintDay, "old").written();
  const auto read = read_stacks(ledger.text() + ledger.shown + ledger.prints + gone + gone);
  CHECK(read.told() ==
        PrintsTold{"the print `" + ledger.first.id + "` stands twice, and is counted once",
                   "the print `" + ledger.second.id + "` stands twice, and is counted once",
                   "the same copies of `" + ledger.first.id +
                       "` are discarded twice, and are counted once"});
  CHECK_FALSE(read.diags.has_errors());
  REQUIRE(read.stacks.size() == 2);
  CHECK(read.stacks[0].left == 200);
}

TEST_CASE("entries that were changed by hand are told") {
  PrintLedger ledger;
  const std::string& id = ledger.first.id;
  struct Edit {
    std::string text, told;
    std::int64_t left;
  };
  const std::string hash = hash_of(kNotedLines);
  const Edit edits[] = {
      {with_edit(ledger.text(), ledger.second.id, id),
       "two prints that differ have the id `" + id + "`; only the first is counted", 500},
      {ledger.text() + "[[discarded]]\nprint = \"nothing\"\ndate = 2026-11-30\nreason = \"x\"\n",
       "there is no print `nothing`", 500},
      {std::string(kPrintedHead) + ledger.prints,
       "what these copies show is not in the ledger: there is no `[[shown]]` with the hash `" +
           hash + "`",
       500},
      {with_edit(ledger.text(), "0100", "0101"),
       "what these copies show has been changed by hand: its lines have the hash `" +
           hash_of(NotedLines{{"clinic.phone = (301) 555-0101"}, {"care.intro = Rest."}}) + "`",
       500},
  };
  for (const Edit& edit : edits) {
    const auto read = read_stacks(edit.text);
    CHECK(read.told() == PrintsTold{edit.told});
    CHECK(read.diags.has_errors());
    CHECK(read.stacks[0].left == edit.left);
  }
}

TEST_CASE("a quantity is from one to a thousand million") {
  PrintLedger ledger;
  const auto with = [&](const std::string& quantity) {
    return read_stacks(with_edit(ledger.text(), "quantity = 500", "quantity = " + quantity));
  };
  CHECK(with("1").stacks.front().left == 1);
  CHECK(with("1000000000").stacks.front().left == 1000000000);
  for (const char* bad : {"0", "-1", "1000000001", "1.5", "\"many\""}) {
    INFO(bad);
    const auto read = with(bad);
    CHECK(read.diags.error_count() == 1);
    CHECK(read.told().front().starts_with("other: "));
  }
}

TEST_CASE("what stands below is read though an entry above lacks something") {
  PrintLedger ledger;
  const auto read = read_stacks(with_edit(ledger.text(), "quantity = 500", "# quantity = 500"));
  CHECK(read.diags.error_count() == 1);
  REQUIRE(read.stacks.size() == 1);
  CHECK(read.stacks[0].id == ledger.second.id);
}

}  // namespace handbill::records
