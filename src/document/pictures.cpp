// SPDX-License-Identifier: MIT
#include "document/pictures.h"

#include "diag/read_text.h"
#include "diag/report_file.h"
#include "document/name_on_disk.h"
#include "document/resolve_shop.h"
#include "picture/read_picture.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

constexpr std::string_view kFolder = "layouts/";

/// Checked before `layouts/` goes before it, which would hide a leading slash.
bool is_inside(const std::string& name, diag::Span asked_at, const Context& context) {
  if (diag::is_inside_project(name)) return true;
  context.error(OutsideProject, asked_at, quoted(name) + " leads outside the project folder",
                {"name a file below `layouts/`"});
  return false;
}

/// Inks by formula do for a proof; a shop's press has inks of its own.
void report_missing_profile(diag::Span asked_at, const Context& context) {
  const Shop* shop = context.shop();
  if (shop == nullptr || shop->rgb_pictures == RgbPictures::Keep) return;
  const PressCondition& condition = shop->condition;
  if (condition.identifier.empty() || condition.icc) return;
  context.error(ProfileMissing, asked_at,
                "the picture is RGB, and there is no ICC profile to turn it into the inks of " +
                    quoted(condition.identifier),
                {profile_hint()});
}

}  // namespace

std::optional<display::PictureId> Pictures::picture(const std::string& name, diag::Span asked_at) {
  const auto [entry, is_new] = by_name_.emplace(name, std::nullopt);
  if (!is_new || !is_inside(name, asked_at, context_)) return entry->second;
  std::shared_ptr<const display::Picture> read_in = read(path_of(name), asked_at);
  if (!read_in) return std::nullopt;
  entry->second = display::PictureId{static_cast<std::uint32_t>(pictures_.size())};
  pictures_.push_back({std::move(read_in), asked_at});
  return entry->second;
}

std::string Pictures::path_of(const std::string& name) const {
  return name_on_disk(std::string(kFolder) + name, context_.inputs.files);
}

bool Pictures::has_room(const std::string& path, std::uint64_t bytes, diag::Span asked_at) {
  // The reader refuses it by itself.
  if (bytes > picture::kMostUnpacked) return true;
  const std::uint64_t most = context_.inputs.pictures.most_of_document();
  if (!is_full_ && bytes <= most - bytes_) {
    bytes_ += bytes;
    return true;
  }
  if (is_full_) return false;
  is_full_ = true;
  const std::string all = picture::in_mebibytes(bytes_ + bytes);
  const std::string own = picture::in_mebibytes(bytes);
  context_.error(TooLarge, asked_at,
                 "with picture " + quoted(path) + ", which takes " + own +
                     " of memory, those of the document take " + all + " (at most " +
                     picture::in_mebibytes(most) + ")",
                 {picture::smaller_picture_hint()});
  return false;
}

std::shared_ptr<const display::Picture> Pictures::read(const std::string& path,
                                                       diag::Span asked_at) {
  const diag::FileAnswer file = context_.inputs.files.read(path);
  if (!file.bytes) {
    diag::report_file(context_.inputs.files, path, file, asked_at, context_.diags);
    return nullptr;
  }
  if (!has_room(path, picture::unpacked_bytes(*file.bytes), asked_at)) return nullptr;
  auto picture = context_.inputs.pictures.read(*file.bytes, path, asked_at, context_.diags);
  if (picture && picture->space == display::Picture::Space::Rgb) {
    report_missing_profile(asked_at, context_);
  }
  return picture;
}

std::shared_ptr<const display::Art> Pictures::art(const std::string& name,
                                                  const color::Color& current,
                                                  diag::Span asked_at) {
  for (const KnownArt& known : art_) {
    if (known.name == name && known.current == current) return known.art;
  }
  std::shared_ptr<const display::Art> art;
  if (!is_inside(name, asked_at, context_)) return art;
  const auto file = diag::read_text(context_.inputs.files, path_of(name), asked_at,
                                    context_.sources, context_.diags);
  if (file) {
    art = context_.inputs.pictures.read_art(context_.sources, *file,
                                            context_.theme.swatches.for_art(current), asked_at,
                                            context_.diags);
  }
  art_.push_back(KnownArt{name, current, art});
  return art;
}

Size Pictures::natural_size(display::PictureId picture) const {
  const display::Picture& known = *pictures_.at(picture.index()).picture;
  return {Length::pt(known.width), Length::pt(known.height)};
}

}  // namespace handbill::document
