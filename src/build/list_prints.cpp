// SPDX-License-Identifier: MIT
#include "build/list_prints.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "base/words.h"
#include "diag/json_text.h"
#include "spec/written_date.h"

namespace handbill::build {
namespace {

using Json = nlohmann::ordered_json;
using PrintState = JudgedStack::State;

constexpr std::size_t kColumns = 6;
using Cells = std::array<std::string, kColumns>;
constexpr std::size_t kCopies = 3;  // the column of numbers

std::string_view word_of(PrintState state) {
  switch (state) {
    case PrintState::Current:
      return "current";
    case PrintState::Outdated:
      return "outdated";
    case PrintState::Unknown:
      return "unknown";
  }
  return "";
}

Cells cells_of(const JudgedStack& each) {
  return {each.stack.id,
          each.name,
          spec::iso_date(each.stack.date),
          records::counted_copies(each.stack.left),
          std::string(word_of(each.state)),
          each.stack.note};
}

std::string line_of(const Cells& cells, const std::array<std::size_t, kColumns>& widths) {
  std::string line;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::size_t used = count_code_points(cells[i]);
    const std::string space(widths[i] - std::min(widths[i], used), ' ');
    line += (i > 0 ? "  " : "") + (i == kCopies ? space + cells[i] : cells[i] + space);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::vector<std::string> reasons_of(const JudgedStack& each) {
  if (each.state == PrintState::Unknown) return {each.why};
  std::vector<std::string> reasons;
  for (const records::Change& change : each.changes) {
    reasons.push_back(records::told(
        change, each.stack.left == 1 ? records::Copies::One : records::Copies::Several));
  }
  return reasons;
}

/// "3 stacks, 1,300 copies: 1 is outdated (500 copies), 1 is unknown".
std::string sum_of(const std::vector<JudgedStack>& stacks) {
  std::int64_t all = 0, wrong = 0;
  std::size_t outdated = 0, unknown = 0;
  for (const JudgedStack& each : stacks) {
    all += each.stack.left;
    if (each.state == PrintState::Unknown) ++unknown;
    if (each.state != PrintState::Outdated) continue;
    ++outdated;
    wrong += each.stack.left;
  }
  const auto are = [](std::size_t count) {
    return std::to_string(count) + (count == 1 ? " is " : " are ");
  };
  std::string text = counted(stacks.size(), "stack") + ", " + records::counted_copies(all) + ": ";
  text += outdated == 0 ? "none is outdated"
                        : are(outdated) + "outdated (" + records::counted_copies(wrong) + ")";
  return unknown == 0 ? text : text + ", " + are(unknown) + "unknown";
}

Json as_json(const records::Change& change) {
  Json json{{"kind", change.of == records::Change::Of::Fact ? "fact" : "text"},
            {"key", change.key}};
  json["was"] = change.was ? Json(*change.was) : Json();
  json["is"] = change.is ? Json(*change.is) : Json();
  return json;
}

Json as_json(const JudgedStack& each) {
  const records::Stack& stack = each.stack;
  Json json{{"id", stack.id},
            {"document", stack.document},
            {"language", stack.language},
            {"edition", stack.edition},
            {"shop", stack.shop},
            {"settings", stack.settings},
            {"date", spec::iso_date(stack.date)},
            {"printed", stack.printed},
            {"left", stack.left},
            {"note", stack.note},
            {"state", word_of(each.state)},
            {"changes", Json::array()}};
  json["corrected"] = stack.corrected ? Json(spec::iso_date(*stack.corrected)) : Json();
  if (!each.why.empty()) json["why"] = each.why;
  for (const records::Change& change : each.changes) json["changes"].push_back(as_json(change));
  return json;
}

}  // namespace

std::vector<std::string> lines_of(const std::vector<JudgedStack>& stacks) {
  if (stacks.empty()) return {"no printed copies are noted as left"};
  std::vector<Cells> rows = {{"print", "document", "printed on", "left", "state", "note"}};
  for (const JudgedStack& each : stacks) rows.push_back(cells_of(each));
  std::array<std::size_t, kColumns> widths{};
  for (const Cells& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) {
      widths[i] = std::max(widths[i], count_code_points(row[i]));
    }
  }
  std::vector<std::string> lines = {line_of(rows.front(), widths)};
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    lines.push_back(line_of(rows[i + 1], widths));
    for (const std::string& each : reasons_of(stacks[i])) {
      lines.push_back(std::string(widths.front() + 2, ' ') + each);
    }
  }
  lines.push_back(sum_of(stacks));
  return lines;
}

std::string json_of(const std::vector<JudgedStack>& stacks) {
  Json json{{"prints", Json::array()}};
  for (const JudgedStack& each : stacks) json["prints"].push_back(as_json(each));
  return diag::json_text(json);
}

}  // namespace handbill::build
