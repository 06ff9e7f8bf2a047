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
    if (const auto& fault = known->second.fault) {
      tell(*fault, name, asked_at, diags);
      return nullptr;
    }
    if (auto picture = known->second.picture.lock()) return picture;
  }
  PictureResult result = look_at_picture(*reader_, bytes, name);
  if (auto* fault = std::get_if<PictureFault>(&result)) {
    tell(*fault, name, asked_at, diags);
    by_name_[name] = Known{std::move(hash), {}, nullptr, std::move(*fault)};
    return nullptr;
  }
  auto picture = std::get<std::shared_ptr<const display::Picture>>(std::move(result));
  by_name_[name] = Known{std::move(hash), picture, is_small(*picture) ? picture : nullptr, {}};
  return picture;
}

std::shared_ptr<const display::Art> PictureBook::read_art(const diag::SourceMap& sources,
                                                          diag::FileId file,
                                                          const ScreenColors& colors,
                                                          diag::Span asked_at,
                                                          diag::Diagnostics& diags) {
  const std::string hash = content_hash_hex(sources.text(file));
  auto known = harmful_art_.find(hash);
  if (known == harmful_art_.end()) {
    ArtResult result = ask_for_art(*reader_, sources, file, colors, diags);
    if (auto* art = std::get_if<0>(&result)) return std::move(*art);
    known = harmful_art_.emplace(hash, std::get<confined::Outcome>(std::move(result))).first;
  }
  diags.error(diag::DiagnosticId::PictureBroken, asked_at,
              "art `" + sources.name(file) + "` can't be read: " + known->second.words(),
              known->second.hints);
  return nullptr;
}

}  // namespace handbill::picture
