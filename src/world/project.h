// SPDX-License-Identifier: MIT
// Where things are: the user's project, and the data that come with the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/file_reader.h"

namespace handbill::world {

struct Project {
  std::string root;  ///< the folder that holds layouts/ and content/
  std::string data;  ///< the program's own layouts, fonts.toml, profile; may equal `root`
  /// The project first, then the program's data.
  diag::DiskFiles files() const;
};

/// Files of a project that a workspace opens once: fonts and dictionaries. A text that is
/// another when one of them has changed, come or gone.
std::string state_of_opened(const Project& project);

/// True for a path of one of these.
bool is_opened_once(std::string_view path);

/// PREFIX/share/handbill of an installed program, or the source tree of a built one.
std::optional<std::string> data_folder();

/// The nearest folder with a layouts/ folder in it, from `start` upwards, but not beyond one that
/// lacks_layouts.
std::optional<Project> find_project(const std::string& start);

/// The nearest folder upwards that has a content/ folder and no layouts/: a project whose layouts
/// are gone or misspelt. One further up would be somebody else's. Nothing: there is none, or a
/// whole project is nearer.
std::optional<std::string> lacks_layouts(const std::string& start);

/// Of the project of the current folder, else of the program's own data.
diag::DiskFiles files_here();

}  // namespace handbill::world
