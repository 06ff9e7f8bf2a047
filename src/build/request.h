// SPDX-License-Identifier: MIT
// What is asked of a build, a check or a ticket.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/edition.h"

namespace handbill::build {

/// Where files of strangers are read: in a confined process, or in the program.
enum class Reading { Apart, Here };

/// Who reads the diagnostics: to programs they name the facts they are about; a workflow shows them
/// beside the lines of a change.
enum class Audience { People, Programs, Workflow };

/// More documents than any machine of a clinic has cores; each has its fonts and pictures in
/// memory.
inline constexpr std::size_t kMostAtOnce = 64;

struct Request {
  std::vector<std::string> layouts;   ///< names or paths; empty: all of the project
  std::vector<std::string> settings;  ///< --set clinic.phone=…
  /// --language es: folders of content/; "all" is every one. Empty: the layout's own.
  std::vector<std::string> languages;
  /// --shop us-x1a: print shops to make files for; "none" is none. Empty: the layout's own.
  std::vector<std::string> shops;
  /// --edition large-print. Empty: the layout's own.
  std::vector<Edition> editions;
  std::string trim;        ///< another sheet than the layout's own; empty: that
  std::string imposition;  ///< --impose tiles-letter; "none" is none. Empty: the shop's own
  bool final = false;      ///< drafts and blanks are errors
  std::string
      today;  ///< --today 2026-11-30, for what is judged by the calendar; empty: the machine's
  bool deny_warnings = false;
  bool fix = false;            ///< safe repairs are made
  std::size_t jobs = 0;        ///< documents that are made at the same time; 0: one for each core
  bool keep_going = false;     ///< documents without errors are written beside those with
  std::string folder = "out";  ///< where files go, and those of earlier runs lie
  std::string
      cache_folder;   ///< of the user, absolute: what is kept for the next run; empty: nothing
  std::string sarif;  ///< a file for the messages; empty: none
  std::string page;   ///< a file for the messages as a page for people; empty: none
  Audience audience = Audience::People;
  Reading reading = Reading::Apart;
};

}  // namespace handbill::build
