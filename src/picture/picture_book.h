// SPDX-License-Identifier: MIT
// Picture files, read and judged once, however often trials and documents ask for them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "picture/read_picture.h"

namespace handbill::picture {

/// Not for several threads at once.
class PictureBook {
 public:
  /// As read_picture says. The same bytes under the same name are not decoded again.
  std::shared_ptr<const display::Picture> read(std::string_view bytes, const std::string& name,
                                               diag::Span asked_at, diag::Diagnostics& diags);

 private:
  struct Known {
    std::string hash;
    std::shared_ptr<const display::Picture> picture;
  };
  std::map<std::string, Known> by_name_;
};

}  // namespace handbill::picture
