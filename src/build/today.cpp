// SPDX-License-Identifier: MIT
#include "build/today.h"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "content/date.h"

namespace handbill::build {
namespace {

spec::Date date_of(const std::tm& time) {
  return {time.tm_year + 1900, time.tm_mon + 1, time.tm_mday};
}

/// Seconds since 1970; nothing: it is not set, or no number.
std::optional<std::time_t> source_date_epoch() {
  const char* const written = std::getenv("SOURCE_DATE_EPOCH");
  if (written == nullptr) return std::nullopt;
  const std::string_view text = written;
  std::time_t seconds = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (fault != std::errc() || end != text.data() + text.size() || seconds < 0) return std::nullopt;
  return seconds;
}

}  // namespace

std::optional<spec::Date> today_of(const Request& request, diag::Diagnostics& diags) {
  if (!request.today.empty()) {
    const auto asked = content::parse_date(request.today);
    if (asked && content::is_real_date(*asked)) return asked;
    diags.error(diag::DiagnosticId::WrongUse, {},
                "`--today " + request.today + "` is no day of the calendar",
                {"write it as 2026-11-30"});
    return std::nullopt;
  }
  std::tm time{};
  if (const auto epoch = source_date_epoch()) return date_of(*::gmtime_r(&*epoch, &time));
  const std::time_t now = std::time(nullptr);
  return date_of(*::localtime_r(&now, &time));
}

}  // namespace handbill::build
