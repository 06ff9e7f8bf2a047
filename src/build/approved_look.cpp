// SPDX-License-Identifier: MIT
// What pages looked like when they were approved.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "build/approve.h"
#include "compare/pictures.h"
#include "png/load_png.h"
#include "spec/words.h"

namespace handbill::build {
namespace {

using records::RoleStanding;

/// Of a page that is looked at beside another, not read.
constexpr double kLookResolution = 72;
constexpr std::size_t kMostKeptPages = 24;
/// What differs in less of a page is no more than a rounded edge.
constexpr double kUnseenShare = 0.0005;
/// In pixels: what is nearer to each other is one place.
constexpr int kOnePlace = 12;

/// Pictures of other kinds are none of ours.
std::optional<compare::Pixels> pixels_of(const display::Picture& picture) {
  using Kind = display::Picture;
  const bool is_plain = picture.encoding == Kind::Encoding::Raw &&
                        picture.space == Kind::Space::Rgb && picture.bits == 8;
  if (!is_plain) return std::nullopt;
  return compare::Pixels{picture.width, picture.height, picture.bytes};
}

/// How much of a page looks different; nothing: the pictures can't be compared.
std::optional<double> share_that_differs(const std::string& before, const std::string& now,
                                         picture::PictureBook& pictures) {
  diag::Diagnostics unheard;
  const auto was = pictures.read(before, "look that was approved", {}, unheard);
  const auto is = pictures.read(now, "look of today", {}, unheard);
  if (!was || !is) return std::nullopt;
  const auto old_pixels = pixels_of(*was), new_pixels = pixels_of(*is);
  if (!old_pixels || !new_pixels) return std::nullopt;
  return compare::compare_pictures(*old_pixels, *new_pixels, kOnePlace).share;
}

/// The approval whose look is kept; null: none has one, or it is as it was.
const records::Approval* other_look(const records::Standing& standing) {
  const records::Approval* kept = nullptr;
  for (const RoleStanding& each : standing.roles) {
    const records::Approval& approval = standing.approval(each);
    if (approval.look == standing.look) return nullptr;
    if (!approval.look.empty()) kept = &approval;
  }
  return kept;
}

std::string share_in_words(double share) {
  return share < 0.01 ? "less than 1 %"
                      : "about " + format_number(std::round(share * 100), 0) + " %";
}

}  // namespace

std::string look_picture_name(const records::Standing& standing, std::int64_t version,
                              std::size_t page) {
  return standing.document + "-" + standing.language + "-v" + std::to_string(version) + "-" +
         std::to_string(page + 1) + ".png";
}

std::vector<OutputFile> look_pictures(const Compiled& compiled, std::int64_t version,
                                      workspace::Workspace& workspace, diag::Diagnostics& diags) {
  std::vector<OutputFile> files;
  if (!compiled.pages || !compiled.approval || compiled.approval->look.empty()) return files;
  display::PageList pages = *compiled.pages;
  if (compiled.imposition) pages.pages = std::exchange(pages.forms, {});
  for (std::size_t i = 0; i < std::min(pages.pages.size(), kMostKeptPages); ++i) {
    auto bytes = png::write_png(pages, i, workspace.fonts, compiled.press,
                                {.pixels_per_inch = kLookResolution}, diags);
    if (bytes) {
      files.push_back({look_picture_name(*compiled.approval, version, i), std::move(*bytes)});
    }
  }
  return files;
}

void tell_look(const Compiled& compiled, Run& run, diag::Diagnostics& diags) {
  if (!compiled.approval || !compiled.approval->is_approved()) return;
  const records::Standing& standing = *compiled.approval;
  const records::Approval* approval = standing.look.empty() ? nullptr : other_look(standing);
  if (approval == nullptr) return;
  diag::Diagnostics unheard;
  std::string where;
  const auto now = look_pictures(compiled, approval->version, run.workspace, unheard);
  for (std::size_t i = 0; i < now.size(); ++i) {
    const auto kept = run.workspace.files->read("records/" + now[i].name).bytes;
    const auto share = kept ? share_that_differs(*kept, now[i].bytes, run.workspace.pictures)
                            : std::optional<double>();
    if (share && *share < kUnseenShare) continue;
    where += (where.empty() ? "" : ", ") + std::string("page ") + std::to_string(i + 1) +
             (share ? ", " + share_in_words(*share) + " of it" : ", of which no picture is kept");
  }
  const std::string one_more = look_picture_name(standing, approval->version, now.size());
  if (run.workspace.files->read("records/" + one_more).bytes) {
    where += (where.empty() ? "" : ", ") + std::string("there was a page ") +
             std::to_string(now.size() + 1);
  }
  if (where.empty()) return;
  diags.warning(
      diag::DiagnosticId::LookChanged, approval->span,
      spec::quoted(standing.document) + " says what was approved, and looks different: " + where,
      {"the pages as they were approved stand beside the ledger, in `records`",
       "if the new look is right, approve it anew: `handbill approve " + standing.document +
           " --role \"" + approval->role + "\"`"});
}

}  // namespace handbill::build
