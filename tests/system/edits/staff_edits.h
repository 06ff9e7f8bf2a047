// SPDX-License-Identifier: MIT
// What clinic staff do to a project, as rows of a table: the edit, the command, and either words
// that are read back from the PDFs or the messages it must end in. One .cpp for each area.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "system/project.h"

namespace handbill::test {

inline const std::string kClinic = "content/en/clinic.toml";
inline const std::string kHours = "content/en/hours.toml";
inline const std::string kAftercare = "content/en/aftercare.toml";
inline const std::string kBrochure = "content/en/microneedling.toml";
inline const std::string kLabels = "content/en/labels.toml";
inline const std::string kSpanishHours = "content/es/hours.toml";

/// Replaces the only place where `from` stands; an empty `from` adds `to` at the end of the file.
struct Change {
  std::string file;
  std::string from;
  std::string to;
};

struct ExpectedMessage {
  std::string kind;  ///< "error", "warning", "note"
  std::string id;    ///< "bad-zip"
  /// "content/en/clinic.toml:24", or instead of the number how the only line of the edited file
  /// begins that is meant: "content/en/clinic.toml: zip"; empty: a message about no place.
  std::string at;
  std::string part;  ///< of its text, hints included
};

/// Fills in a blank of content/en/clinic.toml as it is shipped: "name", "phone", "web", "booking",
/// "hours_page". What is already a text is replaced.
Change filled(const std::string& key, const std::string& text);

struct StaffEdit {
  std::string name;
  std::vector<Change> changes{};
  /// The words after `handbill`.
  std::string command = "build";
  /// In all PDFs of out/ together; spaces and line ends are alike, soft hyphens are gone.
  std::vector<std::string> reads{};
  std::vector<std::string> never_reads{};
  /// All errors and warnings; blanks, and drafts, when one of them is named here; notes that
  /// matter. An error makes the exit code 1, and then nothing may be written.
  std::vector<ExpectedMessage> says{};
  /// What is no replacement of text: files renamed, bytes of another encoding.
  std::function<void(const ProjectCopy&)> by_hand{};
};

/// One section a row. Each row has a project of its own.
void check_edits(std::span<const StaffEdit> edits);

}  // namespace handbill::test
