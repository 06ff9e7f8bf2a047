// SPDX-License-Identifier: MIT
// The fonts a layout may name: faces, features, languages, licences.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "confined/reader.h"
#include "diag/diagnostic.h"
#include "diag/source_map.h"
#include "font/font_book.h"
#include "world/project.h"

namespace handbill::build {

struct Face {
  font::CatalogFace named;
  std::optional<font::FontReport> report;  ///< nothing: not on this machine
  std::vector<std::string> scripts{};
  std::vector<std::string> languages{};
};

struct Family {
  std::string name;
  std::map<std::string, std::vector<std::string>> uses{};  ///< "text": layouts that call it so
  std::vector<Face> faces{};
};

struct FontList {
  std::vector<Family> families{};
  std::size_t further = 0;  ///< for other scripts and signs: not listed
  std::string unknown{};    ///< a family was asked for that there is not; empty: all are known
};

/// `wanted`: families by name; empty: all of fonts.toml. An error is added when that can't be read.
FontList list_fonts(const world::Project& project, const std::vector<std::string>& wanted,
                    std::shared_ptr<confined::Reader> reader, diag::SourceMap& sources,
                    diag::Diagnostics& diags);

/// For people, and for programs.
std::vector<std::string> lines_of(const FontList& list);
std::string json_of(const FontList& list);

}  // namespace handbill::build
