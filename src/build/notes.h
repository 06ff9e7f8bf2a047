// SPDX-License-Identifier: MIT
// What people at the desk ask of the designer: records/notes.toml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/value.h"
#include "world/project.h"

namespace handbill::build {

struct Note {
  spec::Date date{};
  std::string document, language;  ///< may be empty
  std::string about;               ///< the path of a text, or a frame; may be empty
  std::string problem;             ///< what the desk had told; may be empty
  std::string words;               ///< of the person, perhaps none
};

inline constexpr std::string_view kNotesFile = "records/notes.toml";

/// Those that stand in the project, the oldest first. Reports what can't be read (toml-syntax), and
/// entries that are no notes (record-faulty).
std::vector<Note> read_notes(const diag::FileReader& files, diag::SourceMap& sources,
                             diag::Diagnostics& diags);

/// Puts one at the end. What failed, if anything.
std::optional<std::string> append_note(const world::Project& project, const Note& note,
                                       diag::Diagnostics& diags);

/// For a terminal, some lines each.
std::vector<std::string> lines_of(const std::vector<Note>& notes);

}  // namespace handbill::build
