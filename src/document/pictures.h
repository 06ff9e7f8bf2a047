// SPDX-License-Identifier: MIT
// Pictures and art by file name, each read once.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "document/context.h"

namespace handbill::document {

class Pictures {
 public:
  explicit Pictures(const Context& context) : context_(context) {}

  /// `name` is relative to layouts/: "art/cover.jpg". Nothing: reported.
  std::optional<display::PictureId> picture(const std::string& name, diag::Span asked_at);

  /// SVG art with its `currentColor` as `current`. Null: reported.
  std::shared_ptr<const display::Art> art(const std::string& name, const color::Color& current,
                                          diag::Span asked_at);

  /// Width and height in pixels, a point for each.
  Size natural_size(display::PictureId picture) const;

  std::vector<UsedPicture> take() { return std::move(pictures_); }

 private:
  std::string path_of(const std::string& name) const;
  std::shared_ptr<const display::Picture> read(const std::string& path, diag::Span asked_at);
  /// False: with it, the pictures of the document take too much memory, which is told.
  bool has_room(const std::string& path, std::uint64_t bytes, diag::Span asked_at);

  struct KnownArt {
    std::string name;
    color::Color current;
    std::shared_ptr<const display::Art> art;
  };
  const Context& context_;
  std::vector<UsedPicture> pictures_;
  std::uint64_t bytes_ = 0;  ///< of memory, of all so far
  bool is_full_ = false;
  std::map<std::string, std::optional<display::PictureId>> by_name_;
  std::vector<KnownArt> art_;
};

}  // namespace handbill::document
