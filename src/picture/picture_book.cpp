// SPDX-License-Identifier: MIT
#include "picture/picture_book.h"

#include <utility>

#include "base/content_hash.h"

namespace handbill::picture {

std::shared_ptr<const display::Picture> PictureBook::read(std::string_view bytes,
                                                          const std::string& name,
                                                          diag::Span asked_at,
                                                          diag::Diagnostics& diags) {
  std::string hash = content_hash_hex(bytes);
  const auto known = by_name_.find(name);
  if (known != by_name_.end() && known->second.hash == hash) return known->second.picture;
  auto picture = read_picture(bytes, name, asked_at, diags);
  if (picture) by_name_[name] = Known{std::move(hash), picture};
  return picture;
}

}  // namespace handbill::picture
