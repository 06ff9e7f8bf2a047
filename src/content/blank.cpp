// SPDX-License-Identifier: MIT
#include "content/blank.h"

#include <algorithm>

#include "content/wording.h"
#include "spec/parse_layout.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using spec::Value;

constexpr Length kDefaultWidth = Length::inch(2);

std::optional<Length> read_width(const Value& width) {
  const std::string* text = width.as_string();
  if (text == nullptr) return std::nullopt;
  const auto length = spec::parse_length(*text);
  return length && *length > Length() ? length : std::nullopt;
}

}  // namespace

bool is_blank(const Value& value) { return value.find("blank") != nullptr; }

Length blank_width(const Value& blank) {
  const Value* width = blank.find("width");
  return width == nullptr ? kDefaultWidth : read_width(*width).value_or(kDefaultWidth);
}

void check_blank(const Value& blank, const std::string& path, diag::Diagnostics& diags) {
  const std::vector<std::string> keys = {"blank", "width"};
  for (const spec::Entry& entry : *blank.as_table()) {
    if (std::ranges::find(keys, entry.key) != keys.end()) continue;
    diags.error(DiagnosticId::UnknownKey, entry.key_span,
                "unknown key " + quoted(entry.key) + " in a blank", did_you_mean(entry.key, keys));
  }
  const Value* what = blank.find("blank");
  if (what->as_string() == nullptr) {
    diags.error(DiagnosticId::WrongType, what->span,
                "`blank` says in words what is to be filled in",
                {"write `blank = \"the clinic’s phone number\"`"});
    return;
  }
  if (const Value* width = blank.find("width"); width != nullptr && !read_width(*width)) {
    diags.error(DiagnosticId::BadLength, width->span, "`width` of a blank is not a width",
                {"write `width = \"2 in\"`"});
  }
  diags.warning(DiagnosticId::BlankFact, blank.span,
                quoted(path) + " is still blank: " + *what->as_string(),
                {"write the fact in place of the blank, or leave it to be filled in by hand"});
}

}  // namespace handbill::content
