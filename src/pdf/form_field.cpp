// SPDX-License-Identifier: MIT
#include "pdf/form_field.h"

#include "base/number.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// A text typed into a field is set by the viewer, in a font that every one has: no subset of ours
/// holds what somebody will type.
constexpr std::string_view kFont =
    "/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding";

std::string number(Length length) {
  std::string text;
  append_number(text, length.pt(), 2);
  return text;
}

/// Drawn in a box of this size, as text::check_box draws it.
std::string tick(Size box) {
  const auto at = [&](double x, double y) {
    return number(box.width * x) + " " + number(box.height * y);
  };
  return "q 1 J 1 j " + number(box.width * 0.13) + " w " + at(0.22, 0.52) + " m " + at(0.44, 0.26) +
         " l " + at(0.88, 0.9) + " l S Q\n";
}

}  // namespace

ObjectRef Form::appearance(Size size, const std::string& operators) {
  return document_->add_stream("/Type/XObject/Subtype/Form/BBox[0 0 " + number(size.width) + " " +
                                   number(size.height) + "]/Resources<<>>",
                               operators);
}

std::string Form::widget_entries(const FormField& field, const Flip& flip, ObjectRef page) {
  std::string text = "/Type/Annot/Subtype/Widget/F 4/Rect";
  append_box(text, flip.box(field.box));
  text += "/P ";
  append_reference(text, page.number);
  text += "/T";
  append_text(text, field.name);
  text += "/TU";
  append_text(text, field.tooltip);
  const Size size = field.box.size();
  if (field.kind == FormField::Kind::Text) {
    text += "/FT/Tx/DA(/Helv " + number(field.size) + " Tf 0 g)/AP<</N ";
    append_reference(text, appearance(size, "/Tx BMC\nEMC\n").number);
    return text + ">>";
  }
  text += "/FT/Btn/V/Off/AS/Off/MK<</CA(4)>>/AP<</N<</Yes ";
  append_reference(text, appearance(size, tick(size)).number);
  text += "/Off ";
  append_reference(text, appearance(size, "").number);
  return text + ">>>>";
}

std::string Form::catalog_entry() {
  std::string text = "/AcroForm<</Fields[";
  for (const ObjectRef each : fields_) {
    if (text.back() != '[') text += ' ';
    append_reference(text, each.number);
  }
  text += "]/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv ";
  append_reference(text, document_->add_dictionary(std::string(kFont)).number);
  return text + ">>>>>>";
}

}  // namespace handbill::pdf
