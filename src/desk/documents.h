// SPDX-License-Identifier: MIT
// Documents that come and go: new ones from a template of the program or as a copy, and those that
// are put away, out of what is built, until they are wanted again. Each is written at once.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "desk/session.h"
#include "diag/file_reader.h"
#include "world/project.h"

namespace handbill::desk {

struct NewDocument {
  enum class Of { Template, Copy } of = Of::Template;
  std::string from;   ///< "aftercare-sheet": a layout of the program, or of the project
  std::string title;  ///< as people call it: "After your chemical peel"
};

/// Writes a layout, and each file of content that it alone has: with tables of a name of their own,
/// so that nothing that is said of one document changes another. What it has in common with others
/// is asked of these. Of a template all texts but headings are blanks, which say what stood there;
/// of a copy they stay. `files` are those of the project as they are now, changes that are not
/// saved among them. Gives the name of the layout.
std::variant<std::string, Refusal> make_document(const NewDocument& wanted,
                                                 const world::Project& project,
                                                 const diag::FileReader& files);

/// The layout moves to layouts/put-away/; what it says stays where it is.
std::optional<Refusal> put_away(const world::Project& project, const std::string& name);
/// And back.
std::optional<Refusal> bring_back(const world::Project& project, const std::string& name);
/// Their names, sorted.
std::vector<std::string> documents_put_away(const world::Project& project);

}  // namespace handbill::desk
