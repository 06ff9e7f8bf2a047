// SPDX-License-Identifier: MIT
// The content of all documents of a desk together.
#pragma once

#include <string_view>
#include <vector>

#include "content/clinic.h"
#include "desk/session.h"

namespace handbill::desk {

/// Each file once.
struct ContentFiles {
  std::vector<const spec::ContentSpec::File*> all{};
  const content::Content* content = nullptr;  ///< of the document that has most of them

  explicit ContentFiles(const std::vector<View>& views);

  /// Null: nothing stands there.
  const spec::Value* find(std::string_view path) const;
  /// Each value of the type, with its path: in lists one for each entry.
  std::vector<content::PlacedValue> of_type(std::string_view type) const;
};

}  // namespace handbill::desk
