// SPDX-License-Identifier: MIT
// What a project may do without: the program lends it. All else comes from the project and nowhere
// else; the program's content/ and documents are copied by `handbill init` alone.
#pragma once

#include <span>
#include <string_view>

namespace handbill::diag {

struct LentFiles {
  std::string_view path;  ///< a file, or a folder with "/" behind it: every file directly in it
  std::string_view what;
};

std::span<const LentFiles> lent_files();

/// Whether the program's file of that path may stand for one the project does not have.
bool is_lent(std::string_view path);

}  // namespace handbill::diag
