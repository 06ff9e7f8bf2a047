// SPDX-License-Identifier: MIT
// Wherever a frame names another by its index.
#pragma once

#include "base/overload.h"
#include "document/document.h"

namespace handbill::document {

/// Calls `use` with each index in an edge.
template <class Use>
void each_index(Edge& edge, Use use) {
  std::visit(Overload{[](Edge::OwnSide) {}, [&](Edge::OfFrame& of) { use(of.frame); },
                      [&](Edge::Choice& choice) {
                        for (Edge& each : choice.of) each_index(each, use);
                      },
                      [&](Edge::InRow& row) {
                        for (FrameIndex& each : row.frames) use(each);
                        for (Edge& each : row.ends) each_index(each, use);
                      }},
             edge.base);
}

/// And in a frame, but for the one it stands in.
template <class Use>
void each_index(Frame& frame, Use use) {
  Box& box = frame.box;
  for (auto* edge :
       {&box.left, &box.top, &box.right, &box.bottom, &box.limit, &box.center, &box.middle}) {
    if (*edge) each_index(**edge, use);
  }
  for (FrameIndex& each : frame.over) use(each);
}

}  // namespace handbill::document
