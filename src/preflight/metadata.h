// SPDX-License-Identifier: MIT
// What a file says of itself: the document information dictionary and XMP (ISO 16684-1).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "preflight/pdf_object.h"

namespace handbill::preflight {

/// Simple properties by the names this program gives them ("dc:title"), whatever prefixes the file
/// uses; of arrays the first item.
struct Xmp {
  enum class State { None, Broken, Good } state = State::None;
  std::map<std::string, std::string, std::less<>> values;
  /// Properties as written that PDF/A-2 neither knows (ISO 19005-2, 6.6.2.3.1) nor finds described.
  std::vector<std::string> undescribed;
  /// "" when there is none.
  const std::string& value(std::string_view name) const;
};

Xmp read_xmp(const Handle& catalog, Budget& budget);

/// The digits of a date, as far as both "D:20261122093000Z" and "2026-11-22T09:30:00Z" have them;
/// zones are not compared.
std::string date_digits(std::string_view date);

}  // namespace handbill::preflight
