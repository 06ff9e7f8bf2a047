// SPDX-License-Identifier: MIT
// Optional content (PDF 1.7, 8.11): layers, whether they print, and those of ISO 19593-1.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "display/page_list.h"
#include "preflight/pdf_object.h"

namespace handbill::preflight {

struct Layer {
  std::string name;
  bool shown = true;  ///< in the file's own configuration
  display::ProcessingStep step = display::ProcessingStep::None;
};

class Layers {
 public:
  explicit Layers(const Handle& catalog);
  /// What a group or membership dictionary belongs to; no name when it is neither.
  Layer find(const Handle& group) const;
  /// Those that are off and not lines for a finishing machine.
  std::vector<std::string> hidden() const;

 private:
  Layer of_group(const Handle& group) const;
  Handle groups_;
  bool base_on_ = true;
  std::set<std::uint64_t> on_, off_;
};

}  // namespace handbill::preflight
