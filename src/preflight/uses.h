// SPDX-License-Identifier: MIT
// What a file makes use of, with a place on each page: the facts that PDF/X has rules about.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"

namespace handbill::preflight {

enum class Used {
  Space,         ///< a colour space by its PDF name
  MissingFont,   ///< a font that is not in the file, by name
  UnknownFont,   ///< a name that stands for no font, or type without one
  BadProgram,    ///< a font program, what it is and what of it
  NoGlyph,       ///< shown and not in the font, by the font's name; so are those below
  BadGlyph,      ///< its outline is damaged
  BadWidth,      ///< not as wide as the file says
  Transparency,  ///< "opacity 50 %", "blend mode Multiply", …
  BlendSpace,    ///< of a transparency group, by its PDF name
  BadOperator,   ///< not defined by PDF
  BadContent,    ///< faults in its grammar: "`Q` without `q`"
  BadFont,       ///< what its dictionary lacks, after its name
  Filter,        ///< of a picture in a content stream
  BadResource,   ///< a name that stands for nothing
  Untagged,      ///< painted without a tag, and no artifact: what it is
  ArtifactInTag,
  TagInArtifact,
  NoUnicodeMap,  ///< a font without a map to Unicode that needs one, by name; of others:
  NoUnicode,     ///< a character that is not in it,
  ZeroUnicode,   ///< that is U+0000 by it,
  MarkUnicode,   ///< or U+FEFF or U+FFFE
  BadCidMap,     ///< a CID font that does not say which glyph a CID is, by name
  OtherFile,     ///< a form that stands for a page of another file
  BadPicture,    ///< whose data are damaged: "of 8 by 8 pixels ends too early"
};

struct Use {
  std::vector<diag::PageArea> places;  ///< the first of each page
  std::size_t times = 0;
};

class Uses {
 public:
  void note(Used what, const std::string& detail, std::size_t page, const Rect& box) {
    if (silent_ > 0) return;
    constexpr std::size_t kMost = 1000, kMostPlaces = 1000;
    const auto found = all_.find({what, detail});
    if (found == all_.end() && all_.size() >= kMost) return;
    Use& use = found == all_.end() ? all_[{what, detail}] : found->second;
    ++use.times;
    const bool is_new_page = use.places.empty() || use.places.back().page != page;
    if (is_new_page && use.places.size() < kMostPlaces) use.places.push_back({page, box});
  }
  const std::map<std::pair<Used, std::string>, Use>& all() const { return all_; }

  /// While it lives nothing is noted: what is run makes no mark of its own.
  class Silence {
   public:
    explicit Silence(Uses& uses) : uses_(uses) { ++uses_.silent_; }
    ~Silence() { --uses_.silent_; }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

   private:
    Uses& uses_;
  };

 private:
  int silent_ = 0;
  std::map<std::pair<Used, std::string>, Use> all_;
};

}  // namespace handbill::preflight
