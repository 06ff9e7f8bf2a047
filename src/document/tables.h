// SPDX-License-Identifier: MIT
// Tables by name, [table.NAME], which several frames may show one after the other.
#pragma once

#include <vector>

#include "document/flow_names.h"
#include "document/resolve_table.h"
#include "document/stories.h"

namespace handbill::document {

class Tables {
 public:
  /// The table a frame names, made when first asked for, with the styles and the `fit` of that
  /// frame. Each entry of a list has its own. Reports fact-missing.
  std::optional<TableId> use(const spec::FrameSpec& frame, const spec::MarkdownSpec& styles,
                             const FrameTools& tools, const FlowSetting& setting);

  /// All its rows are about facts the clinic does not have.
  bool is_left_out(TableId table) const { return left_out_[table.index()] != 0; }

  std::vector<NamedTable> take() { return std::move(tables_); }

 private:
  FlowNames names_;
  std::vector<NamedTable> tables_;
  std::vector<char> left_out_;
};

}  // namespace handbill::document
