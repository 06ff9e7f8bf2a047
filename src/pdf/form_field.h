// SPDX-License-Identifier: MIT
// What a reader fills in on a screen (PDF 1.7, 12.7).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "display/page_list.h"
#include "pdf/flip.h"
#include "pdf/haru_document.h"

namespace handbill::pdf {

struct FormField {
  enum class Kind { Text, Tick } kind = Kind::Text;
  std::size_t page = 0;                          ///< index in PageList::pages
  Rect box;                                      ///< what can be clicked
  std::string name;                              ///< no other field has it
  std::string tooltip;                           ///< what is to be filled in: is read aloud
  Length size;                                   ///< of type; of a tick its box
  std::optional<display::StructId> structure{};  ///< the block that it stands in
};

/// The fields of a file, and what they share.
class Form {
 public:
  explicit Form(HaruDocument& document) : document_(&document) {}

  /// A widget that is the only one of its field. Without its key in the parent tree, and open at
  /// its end.
  std::string widget_entries(const FormField& field, const Flip& flip, ObjectRef page);
  void add(ObjectRef widget) { fields_.push_back(widget); }

  bool empty() const { return fields_.empty(); }
  /// "/AcroForm…", for the catalog.
  std::string catalog_entry();

 private:
  ObjectRef appearance(Size size, const std::string& operators);

  HaruDocument* document_;
  std::vector<ObjectRef> fields_;
};

}  // namespace handbill::pdf
