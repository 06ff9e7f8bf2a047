// SPDX-License-Identifier: MIT
// What HarfBuzz is told to cut a font; for the files of this folder only.
#pragma once

#include <hb-subset.h>

#include <memory>

#include "font/font_book.h"

namespace handbill::font {

struct SubsetDelete {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
  void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
using InputPtr = std::unique_ptr<hb_subset_input_t, SubsetDelete>;
using PlanPtr = std::unique_ptr<hb_subset_plan_t, SubsetDelete>;

/// A variable font stays where the face stands on its axes. False: HarfBuzz refused it.
bool pin_axes(const Face& face, hb_face_t* source, hb_subset_input_t* input);

}  // namespace handbill::font
