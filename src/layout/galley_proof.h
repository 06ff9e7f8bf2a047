// SPDX-License-Identifier: MIT
// The blocks of a galley, shaped, so that they can be measured. Private to this folder.
#pragma once

#include <optional>
#include <vector>

#include "base/check.h"
#include "document/galley.h"
#include "layout/fill_table.h"
#include "layout/gather.h"
#include "layout/place.h"

namespace handbill::layout {

inline Length width_of(const document::Galley& galley) {
  const Insets& margin = galley.sheet.margin;
  return galley.sheet.trim.width - margin.left - margin.right;
}

/// The galley as frames of one side, and what is measured of them. A table has a second frame, to
/// stand for all that follow.
class Proof {
 public:
  Proof(const document::Document& document, const std::vector<document::GalleyBlock>& blocks,
        const Type& type)
      : shaper_(type.fonts, document.hyphenation.get(), type.shapes) {
    proof_.metadata = document.metadata;
    proof_.pictures = document.pictures;
    proof_.right_to_left = document.right_to_left;
    proof_.sheet = document.galley->sheet;
    proof_.sides.resize(2);
    for (const document::GalleyBlock& each : blocks) add(each);
    gathered_.emplace(gather(proof_, {type.fonts, shaper_, unheard_}));
    for (const TableThread& each : gathered_->tables) fillers_.emplace_back(proof_, each);
  }

  const Flow& flow(std::size_t block) const {
    const ThreadStop* stop = text_in(gathered_->shown[0][block]);
    HANDBILL_CHECK(stop != nullptr, "the block is text");
    return gathered_->threads[stop->thread].flow;
  }
  const SetTable& table(std::size_t block) const {
    return gathered_->tables[stop_of(block).table].table;
  }
  TableFiller& filler(std::size_t block) { return fillers_[stop_of(block).table]; }

 private:
  const TableStop& stop_of(std::size_t block) const {
    const TableStop* stop = table_in(gathered_->shown[0][block]);
    HANDBILL_CHECK(stop != nullptr, "the block is a table");
    return *stop;
  }

  void add(const document::GalleyBlock& block) {
    document::Frame frame;
    std::visit(Overload{[&](const document::TextContent& text) { frame.content = text; },
                        [&](const document::GalleyFigure&) {},
                        [&](const document::Table& table) {
                          proof_.tables.push_back({.name = {}, .table = table});
                          const auto id = static_cast<std::uint32_t>(proof_.tables.size() - 1);
                          frame.content = document::TableContent{document::TableId{id}};
                          proof_.sides[1].frames.push_back(frame);
                        }},
               block.content);
    proof_.sides[0].frames.push_back(std::move(frame));
  }

  text::Shaper shaper_;
  diag::Diagnostics unheard_;  ///< placing tells it
  document::Document proof_;
  std::optional<Gathered> gathered_;
  std::vector<TableFiller> fillers_;
};

}  // namespace handbill::layout
