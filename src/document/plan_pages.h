// SPDX-License-Identifier: MIT
// Which pages there are, before any of them has a frame: those that each side makes, and blank
// ones.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/conditions.h"
#include "document/context.h"
#include "document/fold.h"

namespace handbill::document {

struct PlannedPage {
  const spec::SideSpec* side = nullptr;  ///< null: it is left blank
  std::optional<PagePlace> place{};      ///< nothing: it is left blank
  PagePosition position{};
  std::string name{};
  std::int64_t number = 1;
  std::shared_ptr<const content::FactRow> row{};  ///< the entry it is made for; null: none
};

/// The pages of a document that is printed so. Reports bad-value, bad-fold and too-large, and
/// blank-page of those that it adds.
std::vector<PlannedPage> plan_pages(bool is_folded, Printed printed, const Conditions& conditions,
                                    const Context& context);

}  // namespace handbill::document
