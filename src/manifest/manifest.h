// SPDX-License-Identifier: MIT
// What a PDF was made of: the list of inputs with their hashes that every PDF carries in its
// metadata, and reading it back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/file_reader.h"
#include "manifest/packed_shown.h"

namespace handbill::manifest {

/// What stands before the path of an input that is not the project's.
constexpr std::string_view kProgram = "program:";
constexpr std::string_view kFontTables = "font-tables:";
constexpr std::string_view kFont = "font:";
constexpr std::string_view kHyphens = "hyphens:";
constexpr std::string_view kProfile = "profile:";

/// A file by its path in the project ("content/en/clinic.toml"); one the program lends
/// ("program:layouts/house.toml"); or something of the machine: "font-tables:Lato-Regular.ttf",
/// "hyphens:hyph_en_US.dic", "profile:gracol-coated.icc".
struct Input {
  std::string path;
  std::string sha256;  ///< 64 hexadecimal digits
  auto operator<=>(const Input&) const = default;
};

diag::Origin origin_of(const Input& input);
/// "layouts/house.toml" of what the program lends; of all others the path as it is.
std::string_view file_of(const Input& input);
/// "project", "program", "machine".
std::string_view name_of(diag::Origin origin);

struct Manifest {
  std::string program;  ///< "Handbill 0.1.0"
  std::string command;  ///< "build hours-placard --language es"
  std::vector<Input> inputs;
  /// Nothing: an earlier program made the file, or what it says can't be read.
  std::optional<ShownAs> shown{};
};

/// The command first, then "path sha256" each and what is shown, as the property `inputs` of the
/// metadata has them.
std::vector<std::string> lines_of(const std::string& command, const std::vector<Input>& inputs,
                                  const ShownAs& shown);

/// From the XMP packet that is last in a PDF, whose namespace of ours is `xmp_namespace`. Nothing:
/// it has none, or lists no input.
std::optional<Manifest> read_manifest(std::string_view pdf, std::string_view xmp_namespace);

/// The table directory of an OpenType font, which holds a checksum, place and length of each table:
/// what stands for a font file of many megabytes that is mapped and hardly read. Of a collection
/// that of the face `index`. Empty: it is no font.
std::string_view table_directory(std::string_view font, int index);

}  // namespace handbill::manifest
