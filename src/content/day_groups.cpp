// SPDX-License-Identifier: MIT
#include "content/day_groups.h"

namespace handbill::content {

std::string group_name(DayGroup group, NameForm form, std::string_view to,
                       const LocaleText& locale) {
  std::string name = locale.day(group.first, form);
  if (group.last != group.first) {
    name += to;
    name += locale.day(group.last, form);
  }
  return name;
}

}  // namespace handbill::content
