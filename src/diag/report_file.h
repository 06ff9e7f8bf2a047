// SPDX-License-Identifier: MIT
// What is said of a file that is asked for and can't be used.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"

namespace handbill::diag {

/// What keeps a file from being read that the user names, anywhere on the machine; `answer` is what
/// reading it gave, and no File. `largest` is in words: "1 GiB".
Diagnostic trouble_of(std::string_view path, const FileAnswer& answer, std::string_view largest);

/// `answer` is what reading `path` gave, and no File. Reports file-missing with the file that is
/// probably meant, file-unreadable, outside-project or too-large; `asked_at` is the place that
/// names the file. A folder of the content that is not there, or is called by another name, is told
/// once, however many of its files are asked for.
void report_file(const FileReader& files, std::string_view path, const FileAnswer& answer,
                 Span asked_at, Diagnostics& diags);

/// Reports file-missing of a folder, once, with the one that is probably meant; else with the place
/// that asks for what is in it, if that is known.
void report_missing_folder(const FileReader& files, std::string_view folder, Span asked_at,
                           Diagnostics& diags);

}  // namespace handbill::diag
