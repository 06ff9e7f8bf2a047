// SPDX-License-Identifier: MIT
// What a file makes use of, with the first place of each: the facts that PDF/X has rules about.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "base/geometry.h"

namespace handbill::preflight {

enum class Used {
  Space,         ///< a colour space by its PDF name
  MissingFont,   ///< a font that is not in the file, by name
  Transparency,  ///< "opacity 50 %", "blend mode Multiply", …
  BlendSpace,    ///< of a transparency group, by its PDF name
  BadOperator,   ///< not defined by PDF
  Filter,        ///< of a picture in a content stream
  BadResource,   ///< a name that stands for nothing
  BadPicture,    ///< whose data are damaged: "of 8 by 8 pixels ends too early"
};

struct Use {
  std::size_t page = 0;  ///< of the first, from 1
  Rect box{};
  std::size_t times = 0;
};

class Uses {
 public:
  void note(Used what, const std::string& detail, std::size_t page, const Rect& box) {
    constexpr std::size_t kMost = 1000;
    const auto found = all_.find({what, detail});
    if (found != all_.end()) {
      ++found->second.times;
    } else if (all_.size() < kMost) {
      all_.emplace(std::pair(what, detail), Use{page, box, 1});
    }
  }
  const std::map<std::pair<Used, std::string>, Use>& all() const { return all_; }

 private:
  std::map<std::pair<Used, std::string>, Use> all_;
};

}  // namespace handbill::preflight
