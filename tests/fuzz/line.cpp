// SPDX-License-Identifier: MIT
// Any line as a template, as a span of hours and as a web address: parts that lie in the line, and
// hours that lie in a day and the next.
#include <string>

#include "content/placeholder.h"
#include "content/template.h"
#include "content/time_of_day.h"
#include "content/web_address.h"
#include "fuzz/support/target.h"

namespace {

using namespace handbill;
using fuzz::require;

template <class Fault>
void require_inside(const Fault& fault, std::string_view line) {
  require(fault.begin <= fault.end && fault.end <= line.size());
}

void read_template(std::string_view line) {
  const auto parsed = content::parse_template(line);
  if (const auto* error = std::get_if<content::TemplateError>(&parsed)) {
    require_inside(*error, line);
    require(!find_invalid_utf8(error->message));
    return;
  }
  std::size_t at = 0;
  for (const content::TemplatePart& part : std::get<0>(parsed)) {
    require(part.begin == at && part.end > at);
    at = part.end;
  }
  require(at == line.size());
}

void read_hours(std::string_view line) {
  const auto parsed = content::parse_span(line);
  if (const auto* error = std::get_if<content::HoursError>(&parsed)) {
    require_inside(*error, line);
    require(!find_invalid_utf8(error->message));
    return;
  }
  const content::TimeSpan span = std::get<0>(parsed).span();
  // Hours over midnight close on the next day.
  require(span.open >= 0 && span.open < span.close && span.close <= 2 * content::kMinutesOfDay);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 12;
  const auto input = handbill::fuzz::as_text(data, size, kMaxSize);
  if (!input) return 0;
  const std::string& line = *input;
  read_template(line);
  read_hours(line);
  if (const auto fault = content::find_web_fault(line)) {
    require_inside(*fault, line);
    require(!find_invalid_utf8(fault->message));
  }
  for (const content::Placeholder& found : content::find_placeholders(line)) {
    require_inside(found, line);
    require(found.begin < found.end);
  }
  return 0;
}
