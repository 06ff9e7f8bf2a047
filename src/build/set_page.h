// SPDX-License-Identifier: MIT
// Pages about a project, set by the program from a layout of its own with content that it makes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "build/run.h"
#include "diag/held_files.h"

namespace handbill::build {

struct MadePage {
  std::string layout;      ///< "layouts/sheets/translations.toml", of the program
  std::string subject;     ///< of the content, which is English: "sheet"
  std::string content;     ///< the text of its file
  std::string what;        ///< for messages: "the sheet"
  std::string language{};  ///< takes the place of "und" in the layout
};

/// A layout of the program, with files that exist nowhere else.
struct OwnLayout {
  const diag::FileReader& files;
  std::string path;  ///< "layouts/tickets/job-ticket.toml"
  picture::PictureBook& pictures;
  std::string what;  ///< for messages: "the ticket"
};

/// The program's own files, so that no project's house or fonts change what is made of them; what
/// is made for it alone is held.
diag::HeldFiles program_files(const world::Project& project);
/// The same, but those of the project where it has the layout itself.
diag::HeldFiles files_of_layout(const world::Project& project, std::string_view layout);

/// The PDF. Nothing on an error, which is added.
std::optional<std::string> set_layout(const OwnLayout& own, Run& run, diag::Diagnostics& diags);

/// The errors in words, as the files are not among those of the run.
void report_own_layout(const std::string& what, const diag::Diagnostics& found,
                       const diag::SourceMap& sources, diag::Diagnostics& diags);

/// The same of content in a file.
std::optional<std::string> set_page(const MadePage& page, Run& run, diag::Diagnostics& diags);

enum class PlainLines { Kept, Joined };

/// Prose of Markdown that says `text` as it stands: nothing in it is a mark or a fact.
std::string plain_prose(std::string_view text, PlainLines lines);
/// The same as a string of TOML, with its lines.
std::string plain_string(std::string_view text);

}  // namespace handbill::build
