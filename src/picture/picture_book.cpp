// SPDX-License-Identifier: MIT
#include "picture/picture_book.h"

#include <utility>

#include "base/content_hash.h"

namespace handbill::picture {
namespace {

/// Marks and icons, which every document of a run has, and files that are not unpacked.
bool is_small(const display::Picture& picture) {
  constexpr std::size_t kMost = std::size_t{1} << 20U;
  return picture.encoding == display::Picture::Encoding::Jpeg ||
         picture.bytes.size() + picture.alpha.size() <= kMost;
}

}  // namespace

std::shared_ptr<const display::Picture> PictureBook::read(std::string_view bytes,
                                                          const std::string& name,
                                                          diag::Span asked_at,
                                                          diag::Diagnostics& diags) {
  std::string hash = content_hash_hex(bytes);
  const auto known = by_name_.find(name);
  if (known != by_name_.end() && known->second.hash == hash) {
    if (auto picture = known->second.picture.lock()) return picture;
  }
  auto picture = read_picture(bytes, name, asked_at, diags);
  if (picture) {
    by_name_[name] = Known{std::move(hash), picture, is_small(*picture) ? picture : nullptr};
  }
  return picture;
}

}  // namespace handbill::picture
