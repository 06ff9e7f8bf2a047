// SPDX-License-Identifier: MIT
#include "diag/json_text.h"

#include <cmath>

#include "base/shown.h"

namespace handbill::diag {

std::string json_text(const nlohmann::ordered_json& value) {
  using Json = nlohmann::ordered_json;
  return shown_json(value.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

double json_points(Length length) { return std::round(length.pt() * 1000) / 1000; }

}  // namespace handbill::diag
