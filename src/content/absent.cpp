// SPDX-License-Identifier: MIT
#include "content/absent.h"

#include "base/ascii.h"
#include "content/fact_table.h"

namespace handbill::content {

IfNone if_none(std::string_view path) {
  const std::string_view type = written_type(path);
  if (type == "phone" || type == "web" || type == "mail") return IfNone::FallsAway;
  for (const std::string_view part : {"suite", "state", "zip"}) {
    if (path.starts_with("clinic.address.") && path.ends_with(part)) return IfNone::Empty;
  }
  return IfNone::Refused;
}

bool says_none(const spec::Value& value) {
  const std::string* text = value.as_string();
  return text != nullptr && to_lower(*text) == "none";
}

bool is_absent(std::string_view path, const spec::Value& value) {
  return says_none(value) && if_none(path) == IfNone::FallsAway;
}

}  // namespace handbill::content
