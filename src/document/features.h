// SPDX-License-Identifier: MIT
// OpenType features as layouts write them.
#pragma once

#include <vector>

#include "document/teller.h"
#include "spec/layout_spec.h"
#include "text/style.h"

namespace handbill::document {

/// A list without doubles: a later setting of a tag replaces the earlier one where it stands.
class FeatureList {
 public:
  explicit FeatureList(const Teller& teller) : teller_(teller) {}

  /// "smcp", "+smcp", "-liga", "ss01=2"; reports bad-value.
  void add(const spec::Text& written);
  /// "lining tabular", "old-style", "proportional".
  void add_figures(const spec::Text& figures);
  /// "normal", "small", "all-small".
  void add_caps(const spec::Text& caps);

  std::vector<text::Feature> take() { return std::move(list_); }

 private:
  void set(std::string_view tag, unsigned value);

  const Teller& teller_;
  std::vector<text::Feature> list_;
};

}  // namespace handbill::document
