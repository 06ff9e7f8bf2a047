// SPDX-License-Identifier: MIT
#include "diag/report_file.h"

#include <algorithm>

#include "base/utf8.h"
#include "diag/near_file.h"

namespace handbill::diag {
namespace {

std::string in_backticks(std::string_view text) { return "`" + std::string(text) + "`"; }

/// " to `X`", when that can be printed.
std::string target_text(const std::string& target) {
  const bool is_odd = find_invalid_utf8(target) || std::ranges::any_of(target, [](char c) {
                        return static_cast<unsigned char>(c) < ' ';
                      });
  return target.empty() || is_odd ? "" : " to " + in_backticks(target);
}

struct Fault {
  DiagnosticId id;
  std::string what;  ///< behind the name
  std::string hint;
};

Fault fault_of(const FileAnswer& answer, std::string_view largest) {
  const std::string copy = "put the file itself in place of the link";
  switch (answer.state) {
    case FileState::Folder:
      return {DiagnosticId::FileUnreadable, " is a folder, where a file is expected",
              "look whether the file is in it, and put it in its place"};
    case FileState::NoFolder:
      return {DiagnosticId::FileUnreadable, " is a file, where a folder is expected", ""};
    case FileState::NoOrdinary:
      return {DiagnosticId::FileUnreadable, " is no ordinary file",
              "pipes, sockets and devices are not read"};
    case FileState::Dangling:
      return {DiagnosticId::FileUnreadable,
              " is a link" + target_text(answer.detail) + ", which is not there", copy};
    case FileState::LinkCircle:
      return {DiagnosticId::FileUnreadable, " is a link that leads back to itself", copy};
    case FileState::LeadsOut:
      return {DiagnosticId::OutsideProject, " is a link that leads out of the project folder",
              copy};
    case FileState::TooLarge:
      return {DiagnosticId::TooLarge, " is larger than " + std::string(largest), ""};
    case FileState::Unreadable:
    case FileState::File:
    case FileState::Missing:
      break;
  }
  return {DiagnosticId::FileUnreadable, " can't be read: " + answer.detail, ""};
}

/// The folder to tell of in place of the file at `path`. Another that is not there may be a slip in
/// the path, which is told where it is written.
std::optional<std::string> folder_to_blame(const FileReader& files, std::string_view path) {
  const auto folder = missing_folder(files, path);
  if (!folder || path.starts_with("content/")) return folder;
  const auto near = near_folder(files, *folder);
  return near && as_meant(*near) == as_meant(*folder) ? folder : std::nullopt;
}

}  // namespace

Diagnostic trouble_of(std::string_view path, const FileAnswer& answer, std::string_view largest) {
  Diagnostic trouble{DiagnosticId::FileMissing, Severity::Error,
                     "there is no file " + in_backticks(path)};
  if (answer.state == FileState::Missing) return trouble;
  const Fault fault = fault_of(answer, largest);
  trouble.id = fault.id;
  trouble.message = in_backticks(path) + fault.what;
  if (!fault.hint.empty()) trouble.hints = {fault.hint};
  return trouble;
}

void report_missing_folder(const FileReader& files, std::string_view folder, Span asked_at,
                           Diagnostics& diags) {
  Diagnostic missing{.id = DiagnosticId::FileMissing,
                     .message = "there is no folder " + in_backticks(folder)};
  if (const auto near = near_folder(files, folder)) {
    missing.hints = {"there is " + in_backticks(*near) + "; name it " + in_backticks(folder)};
  } else {
    if (asked_at.known()) missing.labels = {{asked_at, "a file of it is asked for here"}};
    missing.hints = {"put the folder in its place again"};
  }
  diags.add(std::move(missing));
}

void report_file(const FileReader& files, std::string_view path, const FileAnswer& answer,
                 Span asked_at, Diagnostics& diags) {
  std::vector<std::string> hints;
  if (answer.state == FileState::Missing) {
    if (const auto folder = folder_to_blame(files, path)) {
      return report_missing_folder(files, *folder, asked_at, diags);
    }
    if (const auto near = near_file(files, path)) {
      hints.push_back("there is " + in_backticks(*near) + "; names must agree to the letter");
    }
    diags.error(DiagnosticId::FileMissing, asked_at, "there is no file " + in_backticks(path),
                std::move(hints));
    return;
  }
  const Fault fault = fault_of(answer, "64 MiB");
  if (!fault.hint.empty()) hints.push_back(fault.hint);
  diags.error(fault.id, asked_at, in_backticks(answer.at.empty() ? path : answer.at) + fault.what,
              std::move(hints));
}

}  // namespace handbill::diag
