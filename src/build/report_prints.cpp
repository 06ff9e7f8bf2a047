// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "base/words.h"
#include "build/print_stacks.h"
#include "spec/written_date.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;
using PrintState = JudgedStack::State;
using StackGroup = std::vector<const JudgedStack*>;

constexpr std::size_t kMostStacksTold = 5;  // stacks of one message

/// "500 copies of `hours-placard` of 2026-11-02".
std::string told_stack(const JudgedStack& each) {
  return records::counted_copies(each.stack.left) + " of `" + each.name + "` of " +
         spec::iso_date(each.stack.date);
}

std::string told_stacks(const StackGroup& stacks) {
  std::string text;
  for (std::size_t i = 0; i < stacks.size() && i < kMostStacksTold; ++i) {
    text += (i > 0 ? ", " : "") + told_stack(*stacks[i]);
  }
  if (stacks.size() > kMostStacksTold) {
    text += " and " + counted(stacks.size() - kMostStacksTold, "more stack");
  }
  return text;
}

std::int64_t copies_in(const StackGroup& stacks) {
  std::int64_t sum = 0;
  for (const JudgedStack* each : stacks) sum += each->stack.left;
  return sum;
}

void add_labels(const StackGroup& stacks, diag::Diagnostic& found) {
  for (std::size_t i = 0; i < stacks.size() && i < kMostStacksTold; ++i) {
    found.documents.push_back(stacks[i]->name);
    if (stacks[i]->stack.at == found.span) continue;
    found.labels.push_back({stacks[i]->stack.at, "print `" + stacks[i]->stack.id + "`"});
  }
}

/// "--print 3fa9c1d2".
std::string options_of(const StackGroup& stacks) {
  if (stacks.size() > kMostStacksTold) return " --print ID";
  std::string options;
  for (const JudgedStack* each : stacks) options += " --print " + each->stack.id;
  return options;
}

std::string hint_to_correct(const StackGroup& stacks) {
  return "put right by hand, with a sticker? `handbill corrected" + options_of(stacks) +
         " --reason \"sticker\"` notes it";
}

std::string hint_to_discard(const StackGroup& stacks) {
  return "thrown away, or given out? `handbill discarded" + options_of(stacks) +
         " --reason \"old\"` notes it";
}

diag::Diagnostic outdated(const StackGroup& stacks) {
  const JudgedStack& first = *stacks.front();
  const bool is_one = stacks.size() == 1;
  using records::Copies;
  const auto count = is_one && first.stack.left == 1 ? Copies::One : Copies::Several;
  std::string message = is_one ? told_stack(first)
                               : records::counted_copies(copies_in(stacks)) + " in " +
                                     counted(stacks.size(), "stack");
  message += " " + records::told(first.changes.front(), count);
  const std::size_t more = first.changes.size() - 1;
  if (more > 0) {
    message += ", and " + counted(more, "more thing") + (more == 1 ? " has" : " have") + " changed";
  }
  if (!is_one) message += ": " + told_stacks(stacks);
  diag::Diagnostic found{DiagnosticId::PrintsOutdated, diag::Severity::Warning, std::move(message),
                         first.now.known() ? first.now : first.stack.at};
  add_labels(stacks, found);
  const std::string& key = first.changes.front().key;
  if (key.find('#') == key.npos) found.fact = key;  // what a layout says is no value of the content
  found.hints = {hint_to_correct(stacks), hint_to_discard(stacks)};
  if (more > 0) found.hints.push_back("`handbill prints` lists all that has changed");
  return found;
}

void note_unknown(const std::string& why, const StackGroup& stacks, diag::Diagnostics& diags) {
  diag::Diagnostic found{
      DiagnosticId::PrintsOutdated, diag::Severity::Note,
      "nobody can say whether these are still right, as " + why + ": " + told_stacks(stacks),
      stacks.front()->stack.at};
  found.hints = {hint_to_discard(stacks)};
  diags.add(std::move(found));
}

}  // namespace

void report_prints(const std::vector<JudgedStack>& stacks, diag::Diagnostics& diags) {
  std::vector<std::pair<std::vector<records::Change>, StackGroup>> causes;
  std::vector<std::pair<std::string, StackGroup>> unknown;
  const auto add = [](auto& groups, const auto& key, const JudgedStack& stack) {
    auto group = std::ranges::find(groups, key, [](const auto& each) { return each.first; });
    if (group == groups.end()) group = groups.insert(groups.end(), {key, {}});
    group->second.push_back(&stack);
  };
  std::size_t current = 0;
  for (const JudgedStack& each : stacks) {
    if (each.state == PrintState::Current) ++current;
    if (each.state == PrintState::Outdated) add(causes, each.changes, each);
    if (each.state == PrintState::Unknown && each.stack.shown) add(unknown, each.why, each);
  }
  for (const auto& [changes, group] : causes) diags.add(outdated(group));
  for (const auto& [why, group] : unknown) note_unknown(why, group, diags);
  if (causes.empty() || current == 0) return;
  diags.note(DiagnosticId::PrintsOutdated, {},
             current == 1 ? "the other stack is still right"
                          : "the other " + counted(current, "stack") + " are still right");
}

}  // namespace handbill::build
