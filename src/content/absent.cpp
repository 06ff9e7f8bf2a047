// SPDX-License-Identifier: MIT
#include "content/absent.h"

#include "base/ascii.h"

namespace handbill::content {

IfNone if_none(std::string_view path, const FactTypes& types) {
  const std::string_view type = types.type(path);
  if (type == "phone" || type == "web" || type == "mail") return IfNone::FallsAway;
  const std::string known = types.in_table(path);
  // A fact of a type under a name of its own.
  if (known.empty() && !type.empty()) return IfNone::FallsAway;
  for (const std::string_view part : {"suite", "state", "zip"}) {
    if (known.starts_with("clinic.address.") && known.ends_with(part)) return IfNone::Empty;
  }
  return IfNone::Refused;
}

bool says_none(const spec::Value& value) {
  const std::string* text = value.as_string();
  return text != nullptr && to_lower(*text) == "none";
}

bool is_absent(std::string_view path, const spec::Value& value, const FactTypes& types) {
  return says_none(value) && if_none(path, types) == IfNone::FallsAway;
}

}  // namespace handbill::content
