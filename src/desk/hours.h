// SPDX-License-Identifier: MIT
// Opening hours of a project, as they are written and as they are read.
#pragma once

#include <string>
#include <vector>

#include "content/opening_hours.h"
#include "desk/session.h"

namespace handbill::desk {

struct WrittenHours {
  std::string path;  ///< "hours", "bakery.open"
  std::string home;  ///< of a value that stands in their own file: "hours.monday"
  std::string file;  ///< that is: "content/en/hours.toml"
  const spec::Value* table = nullptr;
  content::OpeningHours hours{};
  content::Clock clock = content::Clock::TwelveHour;  ///< that their times are written on
  std::string country;                                ///< "US"
};

/// Of all organisations; they lead into `views`.
std::vector<WrittenHours> written_hours(const std::vector<View>& views,
                                        const diag::SourceMap& sources,
                                        const std::string& language);

/// The key that says the hours of a day, and the value; null: none does.
const spec::Entry* entry_of_day(const spec::Value& table, int day);

}  // namespace handbill::desk
