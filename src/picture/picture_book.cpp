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

/// Art takes about so much more memory than its text.
constexpr std::size_t kArtToText = 8;

void append_bytes(std::string& key, double value) {
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// All that a drawing's parts follow from: its text, its place, the inks for its colours.
std::string key_of(const std::string& hash, diag::FileId file, const ScreenColors& colors) {
  std::string key = hash + ':' + std::to_string(file.index());
  for (const auto& [screen, ink] : colors) {
    key += ':' + screen + '=' + std::to_string(static_cast<int>(ink.kind)) + ink.spot + ':';
    for (const double part : {ink.cmyk.c, ink.cmyk.m, ink.cmyk.y, ink.cmyk.k, ink.tint}) {
      append_bytes(key, part);
    }
  }
  return key;
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
  const std::string_view text = sources.text(file);
  const std::string hash = content_hash_hex(text);
  std::string key = key_of(hash, file, colors);
  if (auto art = art_.find(key)) return art;
  auto known = harmful_art_.find(hash);
  if (known == harmful_art_.end()) {
    diag::Diagnostics told;
    ArtResult result = ask_for_art(*reader_, sources, file, colors, told);
    diags.add_all(told);
    if (auto* art = std::get_if<0>(&result)) {
      // What is told of it is told each time; its parts speak of places in the file.
      if (*art && told.list().empty()) art_.keep(std::move(key), *art, kArtToText * text.size());
      return std::move(*art);
    }
    known = harmful_art_.emplace(hash, std::get<confined::Outcome>(std::move(result))).first;
  }
  diags.error(diag::DiagnosticId::PictureBroken, asked_at,
              "art `" + sources.name(file) + "` can't be read: " + known->second.words(),
              known->second.hints);
  return nullptr;
}

}  // namespace handbill::picture
