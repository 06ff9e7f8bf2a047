// SPDX-License-Identifier: MIT
// What of a project's content may be changed at a desk: facts of organisations, opening hours, and
// the texts of the documents, each with what stands there and where it is printed.
#pragma once

#include <string>
#include <vector>

#include "desk/session.h"

namespace handbill::desk {

/// Where a value is printed.
struct PrintedPlace {
  std::string document;
  std::string side, panel;  ///< of a sheet that is folded, or has one side, the other is empty
  auto operator<=>(const PrintedPlace&) const = default;
};

struct Field {
  std::string path;   ///< "clinic.phone", as Change takes it
  std::string label;  ///< "the number to call, as people of the country write it"
  std::string type;   ///< of a fact: "phone", "web", "hours", "text"; of a text "words"
  enum class State { Missing, Text, Blank, None, Other } state = State::Missing;
  std::string text{};  ///< of Text; of Blank what is to be filled in; of Other as it is written
  std::vector<std::string> documents{};  ///< that print it
  bool may_be_none = false;
  std::string known{};  ///< what the program calls such a fact: "clinic.phone"; empty: nothing
  std::string form{};   ///< of its type: "USD" of money, "AA-99999" of a code
  bool is_text = true;  ///< it is written in quotes; else it is a date, a number, true or false
  std::vector<PrintedPlace> places{};
  bool is_borrowed = false;  ///< of a translation that has no text of its own there
};

struct Group {
  enum class Kind { Facts, Hours, Words } kind = Kind::Words;
  std::string name;  ///< the path of the table: "clinic", "hours", "aftercare.do"
  std::string file;  ///< that it stands in: "content/en/clinic.toml"
  std::vector<Field> fields;
};

/// In the order of the files, facts and opening hours first.
std::vector<Group> groups_of(const std::vector<View>& views, const diag::SourceMap& sources,
                             const std::string& language);

}  // namespace handbill::desk
