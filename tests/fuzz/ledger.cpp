// SPDX-License-Identifier: MIT
// Any bytes as a ledger of prints: stacks and what is wrong with them, or a diagnostic, and entries
// that are put behind it lose none that are there.
#include <map>
#include <string>

#include "diag/decode_text.h"
#include "fuzz/support/target.h"
#include "records/outdated.h"
#include "records/print_entry.h"

namespace {

using handbill::fuzz::require;
namespace diag = handbill::diag;
namespace records = handbill::records;
namespace spec = handbill::spec;

struct Read {
  std::vector<records::Stack> stacks;
  bool has_errors = false;
};

Read read_ledger(const std::string& text) {
  const std::map<std::string, std::string, std::less<>> named = {
      {std::string(spec::kPrintedFile), text}};
  const diag::MemoryFiles files(named);
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto ledger = spec::parse_printed(files, sources, diags);
  require(ledger.has_value());
  const bool has_errors = diags.has_errors();
  return {records::stacks_of(*ledger, diags), has_errors};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 16;
  if (size > kMaxSize) return 0;
  const std::string text = diag::decode_text(handbill::fuzz::as_bytes(data, size)).text;
  const Read read = read_ledger(text);
  std::vector<std::string> ids;
  const handbill::manifest::Shown* last = nullptr;
  for (const records::Stack& each : read.stacks) {
    require(each.left >= 0 && each.left <= each.printed);
    ids.push_back(each.id);
    if (!each.shown) continue;
    require(records::hash_of(records::noted(*each.shown)).size() == each.shows.size());
    require(records::changes(*each.shown, *each.shown, {}).empty());
    const auto fact_now = [](const std::string& path) { return std::optional(path); };
    if (last == nullptr) last = each.shown.get();
    for (const auto& change : records::changes(*last, *each.shown, fact_now)) {
      require(!records::told(change, records::Copies::One).empty());
    }
  }
  if (read.has_errors) return 0;
  records::Stack next;
  next.document = next.language = next.shows = "x";
  next.printed = 1;
  next.date = {2026, 11, 30};
  const std::string entry = records::print_entry(next, ids).written();
  const Read more = read_ledger(text + "\n" + entry);
  require(more.stacks.size() == read.stacks.size() + 1 && more.stacks.back().id == next.id);
  return 0;
}
