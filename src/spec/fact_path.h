// SPDX-License-Identifier: MIT
// From a place in a content file to the value that stands there.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "spec/parse_layout.h"

namespace handbill::spec {

/// Asked in logarithmic time, however much the content has.
class FactPaths {
 public:
  explicit FactPaths(const ContentSpec& content);

  /// "aftercare.do.2.text", as `--set` takes it: the innermost value that `span` begins in. Empty:
  /// it begins in none.
  std::string path_of(diag::Span span) const;

 private:
  static constexpr std::size_t kNone = SIZE_MAX;
  struct Step {
    std::string name;
    std::size_t before;  ///< the step that leads to it; kNone: it is the first
  };
  struct Place {
    diag::Span span;
    std::size_t step;
    std::size_t rank;            ///< what stands in it has a lower one
    std::size_t around = kNone;  ///< the place it stands in
  };
  void add(const Value& value, std::size_t step);
  void add(diag::Span span, std::size_t step);
  void nest();

  std::vector<Step> steps_{};
  std::vector<Place> places_{};  ///< by beginning; each behind the one it stands in
};

}  // namespace handbill::spec
