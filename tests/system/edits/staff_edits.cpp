// SPDX-License-Identifier: MIT
#include "system/edits/staff_edits.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <sstream>

namespace handbill::test {
namespace {

/// A message as printed: the line that names the place and all lines up to the next such line.
struct Message {
  std::string head;
  std::string text;  ///< head included
};

bool has_kind(const std::string& line, const std::string& kind) {
  return line.starts_with(kind + ": ") || line.find(": " + kind + ": ") != line.npos;
}

bool is_head(const std::string& line) {
  const bool named = has_kind(line, "error") || has_kind(line, "warning") || has_kind(line, "note");
  return named && line.ends_with(']') && !line.starts_with(' ');
}

std::vector<Message> messages_of(const std::string& errors) {
  std::vector<Message> messages;
  std::istringstream lines(errors);
  for (std::string line; std::getline(lines, line);) {
    if (is_head(line)) messages.push_back({line, {}});
    if (!messages.empty()) messages.back().text += line + "\n";
  }
  return messages;
}

/// "content/en/clinic.toml:24:" of "content/en/clinic.toml: zip".
std::string start_of(const ExpectedMessage& expected, const ProjectCopy& project) {
  if (expected.at.empty()) return expected.kind;
  const std::size_t colon = expected.at.find(": ");
  if (colon == expected.at.npos) return expected.at + ":";
  const std::string file = expected.at.substr(0, colon);
  std::istringstream lines(project.read(file));
  std::vector<int> meant;
  int number = 1;
  for (std::string line; std::getline(lines, line); ++number) {
    if (line.starts_with(expected.at.substr(colon + 2))) meant.push_back(number);
  }
  INFO("no line, or several: " << expected.at);
  REQUIRE(meant.size() == 1);
  return file + ":" + std::to_string(meant.front()) + ":";
}

bool is(const Message& message, const std::string& start, const ExpectedMessage& expected) {
  return message.head.starts_with(start) && has_kind(message.head, expected.kind) &&
         message.head.ends_with("[" + expected.id + "]") &&
         message.text.find(expected.part) != message.text.npos;
}

/// Blanks, drafts and what a run was able to do are there whatever the edit. A row that names one
/// of them names all.
bool may_be_unnamed(const Message& message, const StaffEdit& edit) {
  for (const char* id : {"blank-fact", "draft-content", "notice-undecided"}) {
    if (!message.head.ends_with("[" + std::string(id) + "]")) continue;
    return std::ranges::none_of(edit.says,
                                [&](const ExpectedMessage& each) { return each.id == id; });
  }
  return has_kind(message.head, "note");
}

void check_messages(const StaffEdit& edit, const ProjectCopy& project, const std::string& errors) {
  std::vector<Message> messages = messages_of(errors);
  for (const ExpectedMessage& expected : edit.says) {
    const std::string start = start_of(expected, project);
    const auto found = std::ranges::find_if(
        messages, [&](const Message& message) { return is(message, start, expected); });
    INFO("expected: " << expected.at << ": " << expected.kind << ": … " << expected.part << " … ["
                      << expected.id << "]");
    CHECK(found != messages.end());
    if (found != messages.end()) messages.erase(found);
  }
  std::erase_if(messages, [&](const Message& each) { return may_be_unnamed(each, edit); });
  for (const Message& each : messages) FAIL_CHECK("unexpected: " << each.text);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

/// Spaces, no-break spaces and line ends become one space each.
std::string as_one_line(std::string text) {
  for (const char* part : {"\u00AD\n", "\u2060", "\u2068", "\u2069"}) replace_all(text, part, "");
  for (const char* space : {"\u00A0", "\u202F", "\n", "\f"}) replace_all(text, space, " ");
  const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
  text.erase(std::unique(text.begin(), text.end(), both_spaces), text.end());
  return text;
}

std::string words_printed(const ProjectCopy& project) {
  std::string words;
  for (const std::string& name : project.files("out")) {
    if (!name.ends_with(".pdf")) continue;
    const std::string pdf = (project / ("out/" + name)).string();
    words += run_program({"pdftotext", "-raw", pdf, "-"}).output;
  }
  return as_one_line(words);
}

void check_words(const StaffEdit& edit, const ProjectCopy& project) {
  const std::string words = words_printed(project);
  INFO("printed: " << words);
  CHECK_FALSE(words.empty());
  for (const std::string& each : edit.reads) {
    INFO("expected: " << each);
    CHECK(words.find(each) != words.npos);
  }
  for (const std::string& each : edit.never_reads) {
    INFO("not expected: " << each);
    CHECK(words.find(each) == words.npos);
  }
}

void make_changes(const StaffEdit& edit, const ProjectCopy& project) {
  for (const Change& change : edit.changes) {
    if (change.from.empty()) {
      project.write(change.file, project.read(change.file) + change.to);
    } else {
      project.edit(change.file, change.from, change.to);
    }
  }
  if (edit.by_hand) edit.by_hand(project);
}

void check_edit(const StaffEdit& edit) {
  const ProjectCopy project;
  make_changes(edit, project);
  std::istringstream words(edit.command);
  std::vector<std::string> arguments;
  for (std::string word; words >> word;) arguments.push_back(word);
  const ProgramResult result = project.handbill(arguments);
  INFO(result.errors);
  check_messages(edit, project, result.errors);
  const bool fails = std::ranges::any_of(
      edit.says, [](const ExpectedMessage& each) { return each.kind == "error"; });
  CHECK(result.exit_code == (fails ? 1 : 0));
  if (fails) CHECK(project.files("out").empty());
  // A row that expects nothing could not fail.
  CHECK_FALSE((edit.reads.empty() && edit.never_reads.empty() && edit.says.empty()));
  if (!edit.reads.empty() || !edit.never_reads.empty()) check_words(edit, project);
}

}  // namespace

Change filled(const std::string& key, const std::string& text) {
  static const std::map<std::string, std::string> kBlanks = {
      {"name", R"({ blank = "the clinic’s name", width = "2.5 in" })"},
      {"phone", R"({ blank = "the clinic’s phone number", width = "1.75 in" })"},
      {"web", R"({ blank = "the clinic’s web address", width = "2.25 in" })"},
      {"booking", R"({ blank = "the web address for booking", width = "2.25 in" })"},
      {"hours_page",
       R"({ blank = "the web page with hours on special dates", width = "2.25 in" })"},
  };
  return {"content/en/clinic.toml", kBlanks.at(key), "\"" + text + "\""};
}

void check_edits(std::span<const StaffEdit> edits) {
  for (const StaffEdit& edit : edits) {
    DYNAMIC_SECTION(edit.name) { check_edit(edit); }
  }
}

}  // namespace handbill::test
