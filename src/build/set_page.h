// SPDX-License-Identifier: MIT
// Pages about a project, set by the program from a layout of its own with content that it makes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "build/run.h"

namespace handbill::build {

struct MadePage {
  std::string layout;      ///< "layouts/sheets/translations.toml", of the program
  std::string subject;     ///< of the content, which is English: "sheet"
  std::string content;     ///< the text of its file
  std::string what;        ///< for messages: "the sheet"
  std::string language{};  ///< takes the place of "und" in the layout
};

/// The PDF. Nothing on an error, which is added.
std::optional<std::string> set_page(const MadePage& page, Run& run, diag::Diagnostics& diags);

/// A string of TOML that is set as it stands: nothing in it is Markdown or a fact.
std::string plain_string(std::string_view text);

}  // namespace handbill::build
