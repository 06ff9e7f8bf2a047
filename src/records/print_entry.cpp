// SPDX-License-Identifier: MIT
#include "records/print_entry.h"

#include <algorithm>

#include "manifest/sha256.h"
#include "spec/written_date.h"

namespace handbill::records {
namespace {

void add_some(Block& block, std::string_view key, const std::string& value) {
  if (!value.empty()) block.text(key, value);
}

Block print_as(const Stack& stack) {
  Block block("print");
  block.text("id", stack.id).text("document", stack.document).text("language", stack.language);
  if (stack.edition != "standard") block.text("edition", stack.edition);
  add_some(block, "shop", stack.shop);
  if (!stack.settings.empty()) block.texts("settings", stack.settings);
  block.number("quantity", stack.printed).date("date", stack.date);
  add_some(block, "note", stack.note);
  block.text("shows", stack.shows);
  return block;
}

}  // namespace

Block shown_entry(const NotedLines& lines) {
  Block block("shown");
  block.text("hash", hash_of(lines)).texts("facts", lines.facts).texts("texts", lines.texts);
  return block;
}

Block print_entry(Stack& stack, const std::vector<std::string>& ids) {
  constexpr std::size_t kDigits = 8;
  stack.id.clear();
  const std::string all = print_as(stack).written();
  // Two prints of a day may have all else in common.
  for (std::size_t n = ids.size();; ++n) {
    stack.id = manifest::sha256(all + std::to_string(n)).substr(0, kDigits);
    if (std::ranges::find(ids, stack.id) == ids.end()) return print_as(stack);
  }
}

Block discarded_entry(const Stack& stack, std::optional<std::int64_t> quantity,
                      const spec::Date& date, const std::string& reason) {
  Block block("discarded");
  block.text("print", stack.id);
  if (quantity) block.number("quantity", *quantity).number("left", stack.left - *quantity);
  block.date("date", date).text("reason", reason);
  return block;
}

Block corrected_entry(const Stack& stack, const std::string& hash, const spec::Date& date,
                      const std::string& reason) {
  Block block("corrected");
  block.text("print", stack.id).date("date", date).text("reason", reason).text("shows", hash);
  return block;
}

}  // namespace handbill::records
