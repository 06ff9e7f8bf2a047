// SPDX-License-Identifier: MIT
// Files are asked for in Unicode's form C, as all that is read; some file systems keep names in
// another form.
#pragma once

#include <string>
#include <string_view>

#include "diag/file_reader.h"

namespace handbill::document {

/// `path` as its folders have it: where none of that very name is there, one that differs in
/// Unicode's form alone. Where there is none either, `path`.
std::string name_on_disk(std::string_view path, const diag::FileReader& files);

}  // namespace handbill::document
